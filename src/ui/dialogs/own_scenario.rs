//! The name of a letter of the user's own.

use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields;
use crate::app::{Command, ScenarioEdit, label_taken};
use crate::model::Scenario;
use crate::ui::scene::Scene;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    rename: Option<Scenario>,
    label: String,
}

impl Form {
    pub(super) fn new(rename: Option<Scenario>, scene: &Scene<'_>) -> Self {
        let before = rename.map(|scenario| scene.state.search.label_of(scenario).to_owned());
        Self {
            fresh: true,
            rename,
            label: before.unwrap_or_default(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let (title, button) = match self.rename {
            None => ("New letter of your own", "Make the letter"),
            Some(_) => ("Rename the letter", "Rename"),
        };
        let taken = label_taken(&scene.state.search, &self.label, self.rename);
        let dialog = Dialog::new("own scenario", title, "Cancel")
            .primary(button)
            .ready(!self.label.trim().is_empty() && taken.is_none());
        let ((), choice) = dialog.show(ctx, |ui| {
            TextField::new("What is it for?", &mut self.label)
                .example("Send my portfolio")
                .hint("You can write it to anybody at any time; the rules of time leave it alone.")
                .error(taken)
                .focus(self.fresh)
                .show(ui);
        });
        self.fresh = false;
        fields::step(choice, || {
            let label = self.label.trim().to_owned();
            scene.send(Command::OwnScenario(match self.rename {
                None => ScenarioEdit::Add(label),
                Some(scenario) => ScenarioEdit::Rename(scenario, label),
            }));
            Step::Done
        })
    }
}
