//! What speaks against a letter, before it leaves the window.

use egui::{Context, Ui};

use super::Step;
use super::fields;
use crate::app::{Blockers, Go};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::text::{Text, icon, muted};

/// So many reasons are told; who has more is helped more by the list beside the letter.
const SHOWN: usize = 6;

pub(super) fn show(ctx: &Context, scene: &mut Scene<'_>, blockers: &Blockers) -> Step {
    let title = match blockers.reasons.len() {
        1 => "One thing to mend first".to_owned(),
        count => format!("{count} things to mend first"),
    };
    let dialog = Dialog::new("blockers", &title, "Go back").primary(&blockers.button);
    let ((), choice) = dialog.show(ctx, |ui| reasons(ui, &blockers.reasons));
    fields::step(choice, || {
        scene.go(Go::Insist(blockers.letter));
        for command in &blockers.commands {
            scene.send(command.clone());
        }
        Step::Done
    })
}

fn reasons(ui: &mut Ui, reasons: &[String]) {
    let late = ui.tokens().late;
    for reason in reasons.iter().take(SHOWN) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, icons::WARNING_CIRCLE, size::ICON, late);
            Text::new(reason).rows(4).show(ui);
        });
    }
    if reasons.len() > SHOWN {
        muted(ui, &format!("And {} more", reasons.len() - SHOWN));
    }
}
