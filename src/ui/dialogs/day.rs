//! A day they named: for a decision, or for a call.

use chrono::NaiveDate;
use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields::{self, Consequences, NOT_A_DAY};
use crate::app::{Command, Edit};
use crate::model::ApplicationId;
use crate::ui::scene::Scene;
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::dialog::Dialog;

/// What the day is of.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Kind {
    Promise,
    Call,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    application: ApplicationId,
    kind: Kind,
    day: String,
    #[serde(skip)]
    tried: bool,
    #[serde(skip)]
    consequences: Consequences,
}

impl Form {
    pub(super) fn promise(application: ApplicationId) -> Self {
        Self::new(application, Kind::Promise)
    }

    pub(super) fn call(application: ApplicationId) -> Self {
        Self::new(application, Kind::Call)
    }

    fn new(application: ApplicationId, kind: Kind) -> Self {
        Self {
            fresh: true,
            application,
            kind,
            day: String::new(),
            tried: false,
            consequences: Consequences::default(),
        }
    }

    fn edit(&self, day: NaiveDate) -> Edit {
        match self.kind {
            Kind::Promise => Edit::promise(day),
            Kind::Call => Edit::call_invited(day),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let (title, label) = match self.kind {
            Kind::Promise => ("They named a day", "By when will they get back to you?"),
            Kind::Call => ("They invited a call", "On which day?"),
        };
        let dialog = Dialog::new("day", title, "Cancel").primary("Note the day");
        let today = scene.clock.today();
        let (day, choice) = dialog.show(ctx, |ui| {
            fields::about(ui, scene, self.application);
            let missing = (self.tried && self.day.trim().is_empty()).then_some(NOT_A_DAY);
            let field = DateField::new(label, &mut self.day, today)
                .error(missing)
                .not_before(today)
                .show(ui);
            if self.fresh {
                field.response.request_focus();
            }
            let day = fields::day_from(&self.day, today, scene.clock);
            let day = day.ok().flatten();
            if let Some(day) = day {
                let edit = self.edit(day);
                self.consequences.show(ui, scene, self.application, &edit);
            }
            day
        });
        self.fresh = false;
        fields::step(choice, || {
            self.tried = true;
            let Some(day) = day else {
                return Step::Open;
            };
            scene.send(Command::edit(self.application, self.edit(day)));
            Step::Done
        })
    }
}
