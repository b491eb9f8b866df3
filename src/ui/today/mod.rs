//! Today: what to do now, later today, and what is waiting, as a list one reads like a note.

pub(crate) mod agenda;
mod line;
pub(crate) mod snooze;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use egui::{InputState, Key, Modifiers, Popup, Response, Ui};

use super::icons;
use super::page::page;
use super::scene::Scene;
use super::theme::{UiExt as _, metrics, size, space};
use super::widgets::button::Button;
use super::widgets::text::{Text, icon, muted, section, title};
use crate::app::{Command, Dialog, Effect};
use agenda::{Agenda, Line};

/// So many lines of what is due are shown at first, and so many more with each press.
const MANY: usize = 50;

/// So many of those are that want nothing.
const FEW: usize = 8;

/// Colour says urgency at most so many times.
const COLOURED: usize = 3;

/// What the view keeps between frames.
#[derive(Debug, Default)]
pub struct TodayView {
    /// The list, and what it was made of.
    agenda: Agenda,
    of: Option<(u64, NaiveDate)>,
    /// How many lines were asked for beyond the first, a group each.
    more: [usize; 3],
}

impl TodayView {
    /// Shows the list.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if scene.state.search.applications.is_empty() {
            return greeting(ui, scene);
        }
        self.follow(scene);
        page(ui, "today", |ui| self.list(ui, scene));
    }

    /// Makes the list anew when something changed, or another day began.
    fn follow(&mut self, scene: &Scene<'_>) {
        let of = (scene.state.generation, scene.clock.today());
        let wakes = self.agenda.wakes();
        let has_ended = wakes.is_some_and(|until| until <= scene.clock.now);
        if self.of != Some(of) || has_ended {
            self.agenda = Agenda::of(scene.state, scene.clock);
            self.of = Some(of);
        }
    }

    fn list(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        title(ui, &agenda::heading(scene.clock.today(), scene.clock));
        ui.add_space(space::XS);
        let agenda = &self.agenda;
        if !agenda.now.is_empty() {
            muted(ui, &agenda.summary());
        } else {
            nothing(
                ui,
                &agenda::nothing_to_do(agenda.next(), scene.state, scene.clock),
            );
        }
        let [now, later, waiting] = &mut self.more;
        let mut first: Option<Response> = None;
        for (name, lines, few, more) in [
            ("Now", &agenda.now, MANY, now),
            ("Later today", &agenda.later, MANY, later),
            ("Waiting, and rightly so", &agenda.waiting, FEW, waiting),
        ] {
            let shown = group(ui, scene, name, lines, few, more);
            first = first.or(shown);
        }
        if let Some(first) = first.filter(|_| scene.state.dialog.is_none()) {
            lead(&first);
        }
    }
}

/// An arrow down gives the first line the keyboard, where nothing has it.
fn lead(first: &Response) {
    let nothing = first.ctx.memory(|memory| memory.focused().is_none());
    let down = |input: &mut InputState| input.consume_key(Modifiers::NONE, Key::ArrowDown);
    if nothing && !Popup::is_any_open(&first.ctx) && first.ctx.input_mut(down) {
        first.request_focus();
    }
}

/// A group of lines under its heading, the long rest of them folded. What is returned is what to
/// press in the first of them.
fn group(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    name: &str,
    lines: &[Line],
    first: usize,
    more: &mut usize,
) -> Option<Response> {
    if lines.is_empty() {
        return None;
    }
    ui.add_space(space::XL);
    section(ui, name);
    let shown = first + *more;
    let mut lead = None;
    for (place, line) in lines.iter().take(shown).enumerate() {
        let emphasis = line::Emphasis {
            primary: place == 0 && name == "Now",
            coloured: place < COLOURED && name == "Now",
        };
        let response = line::show(ui, scene, line, emphasis);
        lead = lead.or(response);
    }
    let hidden = lines.len().saturating_sub(shown);
    if hidden > 0 {
        ui.add_space(space::S);
        let words = format!("{hidden} more");
        let button = Button::quiet(&words).icon(icons::CARET_DOWN);
        if button.show(ui).clicked() {
            *more += MANY;
        }
    }
    lead
}

/// A day with nothing to do, with room around the words.
fn nothing(ui: &mut Ui, words: &str) {
    let color = ui.tokens().faint;
    ui.add_space(space::XXL);
    ui.vertical_centered(|ui| {
        icon(ui, icons::COFFEE, size::ICON_LARGE, color);
        ui.add_space(space::M);
        Text::new(words).size(size::LARGE).rows(3).show(ui);
    });
    ui.add_space(space::XXL);
}

/// Nothing is there yet.
fn greeting(ui: &mut Ui, scene: &mut Scene<'_>) {
    let above = (ui.available_height() / 2.0 - 6.0 * space::XXL).max(space::XXL);
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_max_width(metrics::DIALOG.min(ui.available_width()));
        ui.add_space(above);
        icon(ui, icons::HAND_WAVING, size::ICON_LARGE, ui.tokens().faint);
        ui.add_space(space::L);
        title(ui, "Good to have you here");
        ui.add_space(space::S);
        muted(
            ui,
            "Tell Afterword where you applied and whom you met. \
             It says what to send, to whom, and when, and keeps quiet until then.",
        );
        ui.add_space(space::XL);
        if Button::primary("New application")
            .icon(icons::PLUS)
            .show(ui)
            .clicked()
        {
            scene.send(Command::dialog(Dialog::NewApplication { stage: None }));
        }
        ui.add_space(space::S);
        if Button::quiet("Import")
            .icon(icons::DOWNLOAD_SIMPLE)
            .show(ui)
            .clicked()
        {
            scene.send(Command::Ask(Effect::ChooseImport));
        }
    });
}
