//! Settings: who signs, the rules' hours and days, what you did before, the look, and the file.
//!
//! What is typed applies when its field is left, as one change that can be undone.

mod achievements;
mod muted;
mod profile;
mod program;
mod rules;
mod spelling;
#[cfg(test)]
mod tests;
mod typing;

use egui::Ui;

use super::page::page;
use super::scene::Scene;
use super::theme::{UiExt as _, size, space};
use super::widgets::text::{Text, divider, title};

/// What the view keeps between frames.
#[derive(Debug, Default)]
pub struct SettingsView {
    typing: typing::Typing,
    day_off: rules::NewDayOff,
    achievement: achievements::New,
    word: spelling::NewWord,
    licences: bool,
}

impl SettingsView {
    /// Shows the settings.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        page(ui, "settings", |ui| {
            title(ui, "Settings");
            profile::show(ui, scene, &mut self.typing);
            rules::show(ui, scene, &mut self.typing, &mut self.day_off);
            achievements::show(ui, scene, &mut self.typing, &mut self.achievement);
            spelling::show(ui, scene, &mut self.word);
            muted::show(ui, scene);
            program::appearance(ui, scene);
            program::file(ui, scene);
            program::notifications(ui, scene);
            program::about(ui, &mut self.licences);
        });
    }
}

/// A group of settings under its name, with what they are for.
fn group(ui: &mut Ui, name: &str, about: &str, content: impl FnOnce(&mut Ui)) {
    ui.add_space(space::XL);
    ui.push_id(name, |ui| {
        Text::new(name)
            .size(size::LARGE)
            .semibold()
            .role(egui::Role::Heading)
            .show(ui);
        ui.add_space(space::XS);
        let muted = ui.tokens().muted;
        Text::new(about).color(muted).show(ui);
        ui.add_space(space::L);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            content(ui);
        });
    });
    ui.add_space(space::XL);
    divider(ui);
}

/// Two fields side by side, or one above the other where there is little room.
fn pair(ui: &mut Ui, fields: impl FnOnce(&mut Ui, f32)) {
    let half = (ui.available_width() - space::L) / 2.0;
    if half < NARROW {
        fields(ui, ui.available_width());
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        fields(ui, half);
    });
}

/// A field does not get narrower than this beside another.
const NARROW: f32 = 160.0;
