//! The name of a column.

use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields;
use crate::app::{ColumnEdit, Command, name_taken};
use crate::model::StageId;
use crate::ui::scene::Scene;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    stage: StageId,
    new: bool,
    name: String,
}

impl Form {
    pub(super) fn new(stage: &StageId, new: bool, scene: &Scene<'_>) -> Self {
        let before = scene.state.search.stage(stage);
        let name = before.filter(|_| !new).map(|stage| stage.name.clone());
        Self {
            fresh: true,
            stage: stage.clone(),
            new,
            name: name.unwrap_or_default(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let (title, button) = if self.new {
            ("New column", "Add the column")
        } else {
            ("Rename the column", "Rename")
        };
        let but = (!self.new).then_some(&self.stage);
        let taken = name_taken(&scene.state.search.stages, &self.name, but);
        let dialog = Dialog::new("column", title, "Cancel")
            .primary(button)
            .ready(!self.name.trim().is_empty() && taken.is_none());
        let ((), choice) = dialog.show(ctx, |ui| {
            TextField::new("Name", &mut self.name)
                .example("Phone screen")
                .error(taken)
                .focus(self.fresh)
                .show(ui);
        });
        self.fresh = false;
        fields::step(choice, || {
            let (name, stage) = (self.name.trim().to_owned(), self.stage.clone());
            scene.send(Command::Column(if self.new {
                ColumnEdit::Add { name, after: stage }
            } else {
                ColumnEdit::Rename { stage, name }
            }));
            Step::Done
        })
    }
}
