//! Whom the letter is for, how long it is, and the way back to the template.

use egui::{Align, Layout, Role, Ui};

use super::desk::{Desk, Mode, Person, is_personal};
use crate::app::{Command, Edit, Go};
use crate::etiquette::ThankState;
use crate::model::same_name;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::menu::{MenuItem, menu_button};
use crate::ui::widgets::text::{self, Text, icon};

/// A name on a tab is cut after so many characters; the whole is shown on hover.
const ON_TAB: usize = 24;
/// Words on the way back to the template need so much room.
const ROOM_FOR_WORDS: f32 = 700.0;

const START_AGAIN: &str = "Start again from the template";

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let wide = ui.available_width() > ROOM_FOR_WORDS;
    let row = egui::vec2(ui.available_width(), metrics::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Min), |ui| {
        if matches!(desk.mode, Mode::Letter) {
            length(ui, desk);
            if desk.by_hand {
                start_again(ui, scene, desk, wide);
            }
        }
        ui.with_layout(
            Layout::left_to_right(Align::Min).with_main_wrap(true),
            |ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
                if is_personal(desk.scenario) {
                    tabs(ui, scene, desk);
                } else {
                    addressee(ui, scene, desk);
                }
            },
        );
    });
}

fn length(ui: &mut Ui, desk: &Desk) {
    let (words, fits) = desk.length();
    let tokens = ui.tokens();
    // In line with the tabs, whose row may be higher than the words.
    let font = fonts::regular(size::SMALL);
    let galley = text::layout(ui, &words, font, tokens.muted, f32::INFINITY, 1);
    let check = if fits {
        size::ICON_SMALL + space::XS
    } else {
        0.0
    };
    let wanted = egui::vec2(galley.size().x + check, metrics::CONTROL);
    ui.allocate_ui_with_layout(wanted, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        if fits {
            icon(ui, icons::CHECK, size::ICON_SMALL, tokens.done);
        }
        Text::new(&words)
            .size(size::SMALL)
            .color(tokens.muted)
            .role(Role::Status)
            .show(ui);
    });
}

fn start_again(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk, wide: bool) {
    let again = icons::ARROW_COUNTER_CLOCKWISE;
    let pressed = if wide {
        Button::quiet(START_AGAIN).icon(again).show(ui).clicked()
    } else {
        IconButton::new(again, START_AGAIN).show(ui).clicked()
    };
    if pressed {
        let drop = Edit::DropDraft {
            scenario: desk.scenario,
            person: desk.person.clone(),
        };
        scene.send(Command::edit(desk.application.id, drop));
    }
}

fn tabs(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    for (place, person) in desk.people.iter().enumerate() {
        let chosen = desk
            .person
            .as_deref()
            .is_some_and(|chosen| same_name(chosen, &person.name));
        let pressed = ui.push_id(place, |ui| tab(ui, person, chosen)).inner;
        if pressed && !chosen {
            let name = Some(person.name.clone());
            scene.send(Command::compose(desk.application.id, desk.scenario, name));
        }
    }
}

fn tab(ui: &mut Ui, person: &Person, chosen: bool) -> bool {
    let (icon, word) = match person.state {
        ThankState::Sent => (Some(icons::CHECK), "sent"),
        ThankState::Late => (None, "late"),
        ThankState::Owed => (None, "owed"),
        ThankState::ToCome => (None, ""),
    };
    let shown = short(&person.name);
    let mut button = Button::quiet(&shown).name(&person.name).selected(chosen);
    if shown != person.name {
        button = button.hover(&person.name);
    }
    if let Some(icon) = icon {
        button = button.icon(icon);
    }
    let response = button.show(ui);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Tab);
        node.set_selected(chosen);
        if !word.is_empty() {
            node.set_description(word);
        }
    });
    response.clicked()
}

fn short(name: &str) -> String {
    match name.char_indices().nth(ON_TAB) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None => name.to_owned(),
    }
}

/// “To Dana Wu”, and who else it could go to.
fn addressee(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let id = desk.application.id;
    let people = desk.application.people();
    let to = desk.to.join(", ");
    if people.is_empty() || to.is_empty() {
        let muted = ui.tokens().muted;
        ui.horizontal(|ui| {
            Text::new("Nobody is known here by name yet")
                .color(muted)
                .show(ui);
            if Button::link("Add somebody").show(ui).clicked() {
                scene.go(Go::Application(id));
            }
        });
        return;
    }
    let label = format!("To {}", short(&to));
    let name = format!("To {to}");
    let button = Button::quiet(&label).name(&name).caret();
    let person = menu_button(ui, button, |ui| {
        let mut person = None;
        for (place, name) in people.iter().enumerate() {
            let chosen = same_name(name, &to);
            ui.push_id(place, |ui| {
                if MenuItem::new(name).checked(chosen).show(ui).clicked() {
                    person = Some((*name).to_owned());
                }
            });
        }
        person
    });
    if let Some(person) = person.inner.flatten() {
        scene.send(Command::compose(id, desk.scenario, Some(person)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_on_its_tab() {
        assert_eq!(short("Ann Ito"), "Ann Ito");
        assert_eq!(short(&"Łukasz ".repeat(9)), "Łukasz Łukasz Łukasz Łuk…");
    }
}
