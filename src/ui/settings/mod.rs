//! Settings: who signs, the rules' hours and days, what you did before, the look, and the file.
//!
//! What is typed applies when its field is left, as one change that can be undone.

mod achievements;
mod appearance;
mod letters;
mod muted;
mod profile;
mod program;
mod reminders;
mod rules;
mod section;
mod spelling;
#[cfg(test)]
mod tests;
mod typing;

use egui::{Align, Layout, Panel, Ui};
use serde::{Deserialize, Serialize};

use super::page::page;
use super::scene::Scene;
use super::theme::{UiExt as _, metrics, size, space};
use super::widgets::button::Button;
use super::widgets::search::SearchBox;
use super::widgets::text::{Text, caption, divider, muted, title};
use crate::model::is_default;
use section::Section;

/// What the view keeps between frames. As data it is what was typed and did not take effect yet.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsView {
    #[serde(skip_serializing_if = "is_default")]
    typing: typing::Typing,
    #[serde(skip_serializing_if = "is_default")]
    day_off: rules::NewDayOff,
    #[serde(skip_serializing_if = "is_default")]
    achievement: achievements::New,
    #[serde(skip_serializing_if = "is_default")]
    word: spelling::NewWord,
    #[serde(skip)]
    licences: bool,
    /// What is looked for.
    #[serde(skip)]
    looked_for: String,
    /// The section to bring into sight.
    #[serde(skip)]
    seek: Option<Section>,
    /// The section that is being read.
    #[serde(skip)]
    reading: Option<Section>,
}

impl SettingsView {
    /// Whether something was typed that did not take effect.
    pub fn is_interrupted(&self) -> bool {
        !is_default(&self.typing)
            || !is_default(&self.day_off)
            || !is_default(&self.achievement)
            || !is_default(&self.word)
    }

    /// Shows the settings.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let found: Vec<Section> = Section::ALL
            .into_iter()
            .filter(|section| section.has(&self.looked_for))
            .collect();
        if ui.available_width() >= metrics::READING + 2.0 * (INDEX + space::XL) {
            self.index(ui, &found);
        }
        page(ui, "settings", |ui| {
            self.head(ui);
            if found.is_empty() {
                ui.add_space(space::XL);
                muted(ui, "No setting of that name. Fewer letters find more.");
            }
            self.reading = found.first().copied();
            for section in &found {
                let top = ui.cursor().top();
                let shown = ui.scope(|ui| self.section(ui, scene, *section)).response;
                if self.seek.take_if(|seek| seek == section).is_some() {
                    shown.scroll_to_me(Some(Align::TOP));
                }
                if top <= ui.clip_rect().top() + metrics::TOP_BAR {
                    self.reading = Some(*section);
                }
            }
        });
    }

    /// The title, and the field that finds a setting.
    fn head(&mut self, ui: &mut Ui) {
        title(ui, "Settings");
        ui.add_space(space::M);
        let width = metrics::SEARCH + metrics::CARD / 2.0;
        let name = "Find a setting";
        SearchBox::new(name, "Clear", &mut self.looked_for)
            .width(width)
            .show(ui);
    }

    /// The sections, to go to.
    fn index(&mut self, ui: &mut Ui, found: &[Section]) {
        let frame = egui::Frame::new()
            .fill(ui.tokens().ground)
            .inner_margin(egui::Margin::from(space::XL));
        Panel::left("sections")
            .exact_size(INDEX)
            .show_separator_line(false)
            .frame(frame)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for section in found {
                    let at_hand = self.reading == Some(*section);
                    let name = format!("Go to {}", section.name());
                    let button = Button::quiet(section.name()).selected(at_hand).name(&name);
                    if button.show(ui).clicked() {
                        self.seek = Some(*section);
                    }
                }
            });
    }

    fn section(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, section: Section) {
        match section {
            Section::You => profile::show(ui, scene, &mut self.typing),
            Section::Rules => rules::show(ui, scene, &mut self.typing, &mut self.day_off),
            Section::Achievements => {
                achievements::show(ui, scene, &mut self.typing, &mut self.achievement);
            }
            Section::Letters => letters::show(ui, scene),
            Section::Spelling => spelling::show(ui, scene, &mut self.word),
            Section::Muted => muted::show(ui, scene),
            Section::Appearance => appearance::show(ui, scene),
            Section::File => program::file(ui, scene),
            Section::Reminders => reminders::show(ui, scene, &mut self.typing),
            Section::About => program::about(ui, &mut self.licences),
        }
    }
}

/// Width of the list of sections.
const INDEX: f32 = 220.0;

/// One setting: what it is and what it does at the left, and at the right what to set it with.
fn setting(ui: &mut Ui, name: &str, effect: &str, control: impl FnOnce(&mut Ui)) {
    let words = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        Text::new(name).semibold().show(ui);
        caption(ui, effect);
    };
    if ui.available_width() < metrics::LETTER {
        ui.scope(words);
        control(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - metrics::SEARCH - space::XL);
            words(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), control);
    });
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
