//! Until when does the offer stand? Asked after a card was put on the stage of offers.

use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields::{self, Consequences};
use crate::app::{Command, Edit};
use crate::model::{ApplicationId, Event, Reply, ReplyKind};
use crate::ui::scene::Scene;
use crate::ui::theme::UiExt as _;
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::text::Text;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    applications: Vec<ApplicationId>,
    day: String,
    #[serde(skip)]
    consequences: Consequences,
}

impl Form {
    pub(super) fn new(applications: Vec<ApplicationId>) -> Self {
        Self {
            fresh: true,
            applications,
            day: String::new(),
            consequences: Consequences::default(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let edit = self.edit(scene);
        let (title, button) = match self.applications.len() {
            1 => ("An offer", "Note the offer"),
            _ => ("Several offers", "Note the offers"),
        };
        let dialog = Dialog::new("offer", title, "Skip")
            .primary(button)
            .ready(edit.is_some());
        let ((), choice) = dialog.show(ctx, |ui| {
            fields::about_all(ui, scene, &self.applications);
            let field = DateField::new(
                "Until when does it stand?",
                &mut self.day,
                scene.clock.today(),
            )
            .not_before(scene.clock.today())
            .hint("Leave it empty if they named no day")
            .show(ui);
            if self.fresh {
                field.response.request_focus();
            }
            match &edit {
                Some(edit) => self
                    .consequences
                    .show_for(ui, scene, &self.applications, edit),
                None => {
                    let color = ui.tokens().muted;
                    Text::new("The card stays on its stage either way")
                        .color(color)
                        .show(ui);
                }
            }
        });
        self.fresh = false;
        fields::step(choice, || match edit {
            Some(edit) => {
                scene.send(Command::FollowUp(self.applications.clone(), edit));
                Step::Done
            }
            None => Step::Open,
        })
    }

    fn edit(&self, scene: &Scene<'_>) -> Option<Edit> {
        let day = fields::day_from(&self.day, scene.clock.today(), scene.clock).ok()?;
        Some(Edit::record(Event::Reply(Reply {
            kind: ReplyKind::Offer,
            day,
            from: None,
            text: String::new(),
        })))
    }
}
