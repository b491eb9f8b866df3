//! The keys and what they do.

use egui::{Context, Ui};

use super::Step;
use super::fields;
use crate::app::{Group, UserCommand};
use crate::ui::shell::keys;
use crate::ui::theme::space;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::kbd::kbd;
use crate::ui::widgets::text::{Text, subheading};

pub(super) fn show(ctx: &Context) -> Step {
    let dialog = Dialog::new("shortcuts", "Keyboard shortcuts", "Close");
    let ((), choice) = dialog.show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (place, group) in Group::ALL.into_iter().enumerate() {
            if place > 0 {
                ui.add_space(space::S);
            }
            subheading(ui, group.name());
            let commands = UserCommand::ALL.iter();
            for command in commands.filter(|command| command.group() == group) {
                if let Some(keys) = keys::shown(ctx, *command) {
                    line(ui, command.name().trim_end_matches('…'), &keys);
                }
            }
        }
    });
    fields::step(choice, || Step::Left)
}

fn line(ui: &mut Ui, words: &str, keys: &str) {
    ui.horizontal(|ui| {
        Text::new(words).rows(1).show(ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            kbd(ui, keys);
        });
    });
}
