//! A name for what the board shows.

use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields;
use crate::app::{Command, ViewEdit};
use crate::ui::scene::Scene;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    name: String,
}

impl Form {
    pub(super) fn new() -> Self {
        Self {
            fresh: true,
            name: String::new(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let name = self.name.trim();
        let taken = scene
            .state
            .search
            .views
            .iter()
            .any(|view| view.name == name);
        let hint = if taken {
            "It takes the place of the view that has this name"
        } else {
            "It stands above the board, and one click shows it"
        };
        let dialog = Dialog::new("save view", "Save this view", "Cancel")
            .primary("Save the view")
            .ready(!name.is_empty());
        let ((), choice) = dialog.show(ctx, |ui| {
            TextField::new("Name", &mut self.name)
                .example("Silent for two weeks")
                .hint(hint)
                .focus(self.fresh)
                .show(ui);
        });
        self.fresh = false;
        fields::step(choice, || {
            scene.send(Command::View(ViewEdit::Save {
                name: self.name.trim().to_owned(),
                filter: scene.state.filter.clone(),
            }));
            Step::Done
        })
    }
}
