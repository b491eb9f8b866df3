//! A note.

use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields;
use crate::app::{Command, Edit};
use crate::model::ApplicationId;
use crate::ui::scene::Scene;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    application: ApplicationId,
    text: String,
}

impl Form {
    pub(super) fn new(application: ApplicationId) -> Self {
        Self {
            fresh: true,
            application,
            text: String::new(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let dialog = Dialog::new("note", "Add a note", "Cancel")
            .primary("Add the note")
            .ready(!self.text.trim().is_empty());
        let ((), choice) = dialog.show(ctx, |ui| {
            fields::about(ui, scene, self.application);
            TextField::new("Note", &mut self.text)
                .example("Bring the numbers of the second quarter")
                .rows(5)
                .focus(self.fresh)
                .show(ui);
        });
        self.fresh = false;
        fields::step(choice, || {
            let note = Edit::note(self.text.trim().to_owned());
            scene.send(Command::edit(self.application, note));
            Step::Done
        })
    }
}
