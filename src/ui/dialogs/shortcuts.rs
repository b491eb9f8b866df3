//! The keys and what they do.

use egui::{Context, Ui};

use super::Step;
use super::fields;
use crate::app::UserCommand;
use crate::ui::shell::keys;
use crate::ui::theme::space;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::kbd::kbd;
use crate::ui::widgets::text::{Text, subheading};

/// The keys that work on a card.
const ON_A_CARD: [(&str, &str); 6] = [
    ("Arrows", "Walk from card to card"),
    ("Alt or Shift + arrows", "Move the card"),
    ("Enter", "Open the application"),
    ("M", "What can be done with the card"),
    ("Home, End", "First and last card of the column"),
    ("Escape", "One step back"),
];

pub(super) fn show(ctx: &Context) -> Step {
    let dialog = Dialog::new("shortcuts", "Keyboard shortcuts", "Close");
    let ((), choice) = dialog.show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for command in UserCommand::ALL {
            if let Some(keys) = keys::shown(ctx, command) {
                line(ui, command.name(), &keys);
            }
        }
        ui.add_space(space::S);
        subheading(ui, "On a card");
        for (keys, words) in ON_A_CARD {
            line(ui, words, keys);
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
