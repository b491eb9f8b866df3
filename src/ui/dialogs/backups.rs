//! Earlier states of the search: what differs in each, and the way back to one.

use egui::{Context, Ui};

use super::{Step, fields};
use crate::app::{Command, EarlierState, Effect};
use crate::ui::scene::Scene;
use crate::ui::theme::{metrics, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::text::{body, caption, divider, muted, strong};

/// Which of them is looked at; the newest at first.
#[derive(Debug, Default)]
pub(super) struct Form {
    chosen: usize,
}

impl Form {
    pub(super) fn show(
        &mut self,
        ctx: &Context,
        scene: &mut Scene<'_>,
        all: &[EarlierState],
    ) -> Step {
        let mut dialog = Dialog::new("backups", "Backups", "Cancel").width(metrics::LETTER);
        if !all.is_empty() {
            dialog = dialog.primary("Go back to this one");
        }
        let ((), choice) = dialog.show(ctx, |ui| match all.get(self.chosen) {
            Some(chosen) => {
                preview(ui, chosen);
                divider(ui);
                self.list(ui, all);
            }
            None => {
                body(
                    ui,
                    "There is none yet. One is made before the first change of each start.",
                );
            }
        });
        fields::step(choice, || {
            if let Some(chosen) = all.get(self.chosen) {
                scene.send(Command::Ask(Effect::ReadBackup(chosen.clone())));
            }
            Step::Done
        })
    }

    fn list(&mut self, ui: &mut Ui, all: &[EarlierState]) {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (place, state) in all.iter().enumerate() {
            let words = format!("{}: {}", state.when, state.differs);
            let row = Button::quiet(&words)
                .selected(place == self.chosen)
                .full_width();
            if ui.push_id(place, |ui| row.show(ui)).inner.clicked() {
                self.chosen = place;
            }
        }
    }
}

/// What going back to it would do.
fn preview(ui: &mut Ui, state: &EarlierState) {
    strong(ui, &format!("The backup of {}", state.when));
    if state.preview.is_empty() {
        muted(ui, "It is the same as now.");
    }
    for line in &state.preview {
        body(ui, line);
    }
    caption(
        ui,
        "What you have now is kept as a backup, and you can undo this step.",
    );
}
