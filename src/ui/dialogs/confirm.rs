//! A question before something that cannot be undone.

use egui::Context;

use super::Step;
use super::fields;
use crate::app::Confirm;
use crate::ui::scene::Scene;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::text::body;

pub(super) fn show(ctx: &Context, scene: &mut Scene<'_>, question: &Confirm) -> Step {
    let dialog = Dialog::new("confirm", &question.title, "Cancel")
        .primary(&question.button)
        .destructive();
    let ((), choice) = dialog.show(ctx, |ui| {
        body(ui, &question.text);
    });
    fields::step(choice, || {
        scene.send(question.command.clone());
        Step::Done
    })
}
