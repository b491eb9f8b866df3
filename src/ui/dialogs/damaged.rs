//! The file did not load: what is wrong with it, and the ways on. It stays as it is.

use egui::{Context, Ui};

use super::Step;
use crate::app::{Command, DamagedFile, Effect};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::{Dialog, DialogChoice};
use crate::ui::widgets::text::{Text, body};

/// So many backups are offered.
const MOST: usize = 5;

pub(super) fn show(ctx: &Context, scene: &mut Scene<'_>, file: &DamagedFile) -> Step {
    let leave = if file.at_start { "Quit" } else { "Cancel" };
    let dialog = Dialog::new("damaged", "This file does not load", leave).width(metrics::LETTER);
    let ((), choice) = dialog.show(ctx, |ui| {
        body(ui, "It was left as it is; nothing is written over it.");
        let path = file.path.display().to_string();
        let color = ui.tokens().muted;
        Text::new(&path)
            .size(size::SMALL)
            .color(color)
            .rows(3)
            .show(ui);
        Text::new(&file.why).color(ui.tokens().late).show(ui);
        ways_on(ui, scene, file);
    });
    match choice {
        Some(DialogChoice::Cancelled) if !file.at_start => Step::Left,
        Some(DialogChoice::Cancelled) => {
            scene.send(Command::Ask(Effect::Quit));
            Step::Open
        }
        Some(DialogChoice::Confirmed) | None => Step::Open,
    }
}

fn ways_on(ui: &mut Ui, scene: &mut Scene<'_>, file: &DamagedFile) {
    ui.add_space(space::XS);
    for (when, backup) in file.backups.iter().take(MOST) {
        let words = format!("Open the backup of {when}");
        let button = Button::secondary(&words).icon(icons::CLOCK_COUNTER_CLOCKWISE);
        if button.show(ui).clicked() {
            scene.send(Command::Ask(Effect::Restore {
                path: file.path.clone(),
                backup: backup.clone(),
            }));
        }
    }
    let other = Button::secondary("Open another file…").icon(icons::FOLDER_OPEN);
    if other.show(ui).clicked() {
        scene.send(Command::Ask(Effect::ChooseFile));
    }
    let anew = Button::secondary("Start anew beside it").icon(icons::FILE);
    if anew.show(ui).clicked() {
        scene.send(Command::Ask(Effect::StartBeside(file.path.clone())));
    }
}
