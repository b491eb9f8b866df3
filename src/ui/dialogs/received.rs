//! Where a mail belongs that came in from outside: stands on top of the form for a reply.

use std::sync::Arc;

use egui::Ui;
use serde::{Deserialize, Serialize};

use super::fields::title_of;
use crate::exchange::mail::Mail;
use crate::model::{ApplicationId, Origin};
use crate::ui::scene::Scene;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::text::{body, caption};

/// A mail, and where the user says that it belongs.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Belonging {
    mail: Arc<Mail>,
    /// Where it may belong, the likeliest first.
    fits: Vec<ApplicationId>,
    to: Option<ApplicationId>,
}

/// So many applications are offered beside those that fit.
const OTHERS: usize = 60;

impl Belonging {
    pub(super) fn new(mail: &Arc<Mail>, scene: &Scene<'_>) -> Self {
        let fits = mail.fits(&scene.state.search, scene.clock);
        Self {
            mail: Arc::clone(mail),
            fits: fits.all,
            to: fits.sure,
        }
    }

    /// The application it belongs to, once that is known.
    pub(super) fn application(&self) -> Option<ApplicationId> {
        self.to
    }

    pub(super) fn origin(&self) -> Option<Origin> {
        self.mail.origin()
    }

    /// Who of the application's people sent it.
    pub(super) fn sender(&self, scene: &Scene<'_>) -> String {
        let application = self.to.and_then(|id| scene.state.application(id));
        match application {
            Some(application) => self.mail.sender(application),
            None => self.mail.name.clone(),
        }
    }

    /// Whether it was logged before.
    pub(super) fn is_known(&self, scene: &Scene<'_>) -> bool {
        let application = self.to.and_then(|id| scene.state.application(id));
        application.is_some_and(|application| self.mail.is_known_in(application))
    }

    /// Shows the mail and the choice; whether that changed.
    pub(super) fn show(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let from = match (self.mail.name.as_str(), self.mail.address.as_str()) {
            ("", address) => address.to_owned(),
            (name, "") => name.to_owned(),
            (name, address) => format!("{name}, {address}"),
        };
        caption(ui, &format!("From {from}: {}", self.mail.subject));
        let options = self.options(scene);
        let changed = Choice::new("It belongs to", &options)
            .placeholder("Choose the application")
            .show(ui, &mut self.to)
            .changed();
        if self.is_known(scene) {
            body(ui, "This mail is logged there already.");
        }
        changed
    }

    fn options(&self, scene: &Scene<'_>) -> Vec<(Option<ApplicationId>, String)> {
        let search = &scene.state.search;
        let others = search.applications.keys().rev();
        let others = others.filter(|id| !self.fits.contains(id)).take(OTHERS);
        let all = self.fits.iter().chain(others);
        all.filter_map(|id| Some((Some(*id), title_of(search.application(*id)?))))
            .collect()
    }
}
