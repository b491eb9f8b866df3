//! The template itself: its subject and its text, and what is wrong with it.

use egui::{Align, Frame, Layout, Margin, Response, ScrollArea, TextEdit, Ui};

use super::desk::{Caret, Desk};
use crate::compose::{Place, TemplateError};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field;
use crate::ui::widgets::letter::{LetterEditor, rows_in};
use crate::ui::widgets::text::{self, Text, divider, icon, subheading};

/// Height of the line with the subject.
const SUBJECT: f32 = 44.0;
/// Room for what is wrong, below the sheet.
const BELOW: f32 = 64.0;

/// Shows the template.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    head(ui, |ui| {
        subheading(ui, "Template");
    });
    let wrong = desk.wrong().is_some();
    let below = if wrong { BELOW } else { 0.0 };
    let size = ui.available_size() - egui::vec2(0.0, below);
    let mut changed = false;
    sheet(ui, size, |ui| {
        changed |= subject(ui, desk);
        divider(ui);
        changed |= body(ui, desk);
    });
    if changed {
        desk.keep(scene);
    }
    ui.add_space(space::S);
    if let Some(error) = desk.wrong().cloned()
        && says_what_is_wrong(ui, desk, &error)
    {
        desk.go_to_error();
        ui.ctx().request_repaint();
    }
}

/// The line above a sheet.
pub(super) fn head(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let row = egui::vec2(ui.available_width(), metrics::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), content);
    ui.add_space(space::XS);
}

/// A sheet of paper of that size.
pub(super) fn sheet(ui: &mut Ui, size: egui::Vec2, content: impl FnOnce(&mut Ui)) {
    let tokens = ui.tokens();
    Frame::new()
        .fill(tokens.surface)
        .stroke(tokens.line_stroke())
        .corner_radius(radius::CARD)
        .show(ui, |ui| {
            let size = size - egui::Vec2::splat(2.0 * metrics::LINE);
            ui.set_min_size(size);
            ui.set_max_size(size);
            ui.spacing_mut().item_spacing.y = 0.0;
            content(ui);
        });
}

fn subject(ui: &mut Ui, desk: &mut Desk) -> bool {
    let id = ui.make_persistent_id(("template subject", desk.scenario));
    if let Some(caret) = led_to(desk, Place::Subject) {
        field::select(ui, id, &caret.range);
    }
    let (muted, late) = (ui.tokens().muted, ui.tokens().late);
    let wrong = desk.wrong().is_some_and(|it| it.place == Place::Subject);
    let color = if wrong { late } else { muted };
    let row = egui::vec2(ui.available_width(), SUBJECT);
    let shown = ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::L);
        // Painted alone: the word is the field's name already.
        let font = fonts::regular(size::BODY);
        let galley = text::layout(ui, "Subject", font, color, f32::INFINITY, 1);
        let (_, rect) = ui.allocate_space(galley.size());
        ui.painter().galley(rect.min, galley, color);
        let edit = field::Edit {
            example: "May stay empty",
            width: ui.available_width() - space::M,
            ..field::Edit::default()
        };
        field::edit(ui, id, &mut desk.text.subject, edit)
    });
    let response = shown.inner;
    let why = desk.wrong().filter(|it| it.place == Place::Subject);
    named(ui, &response, "Template subject", why);
    remember(ui, desk, &response, Place::Subject);
    response.changed()
}

fn body(ui: &mut Ui, desk: &mut Desk) -> bool {
    let led = led_to(desk, Place::Body);
    let shown = ScrollArea::vertical()
        .id_salt("template text")
        .auto_shrink(false)
        .show(ui, |ui| {
            let around = Margin::from(space::L);
            let height = ui.available_height() - 2.0 * space::L;
            let shown = Frame::new().inner_margin(around).show(ui, |ui| {
                let scenario = desk.scenario;
                ui.push_id(scenario, |ui| {
                    LetterEditor::new("Template text", &mut desk.text.body, &desk.marks)
                        .rows(rows_in(height))
                        .width(f32::INFINITY)
                        .select(led.map(|caret| caret.range))
                        .show(ui)
                        .response
                })
                .inner
            });
            shown.inner
        });
    let response = shown.inner;
    let why = desk.wrong().filter(|it| it.place == Place::Body);
    named(ui, &response, "Template text", why);
    remember(ui, desk, &response, Place::Body);
    response.changed()
}

/// Where in that part the keyboard is led to in this frame.
fn led_to(desk: &mut Desk, place: Place) -> Option<Caret> {
    desk.going.take_if(|caret| caret.place == place)
}

/// Remembers where the keyboard is, so that something can be inserted there.
fn remember(ui: &Ui, desk: &mut Desk, response: &Response, place: Place) {
    if !response.has_focus() {
        return;
    }
    let state = TextEdit::load_state(ui.ctx(), response.id);
    if let Some(range) = state.and_then(|state| state.cursor.char_range()) {
        let [first, last] = range.sorted_cursors();
        desk.caret = Caret {
            place,
            range: first.index.0..last.index.0,
        };
    }
}

fn named(ui: &Ui, response: &Response, name: &str, why: Option<&TemplateError>) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(name);
        if let Some(error) = why {
            node.set_invalid(egui::accesskit::Invalid::True);
            node.set_description(in_words(error));
        }
    });
}

/// What is wrong, and where; whether the user wants to be led there.
fn says_what_is_wrong(ui: &mut Ui, desk: &Desk, error: &TemplateError) -> bool {
    let late = ui.tokens().late;
    let mut go = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        icon(ui, icons::WARNING_CIRCLE, size::ICON, late);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
            Text::new(&in_words(error)).color(late).rows(2).show(ui);
            ui.horizontal(|ui| {
                go = Button::link("Go to it").show(ui).clicked();
                if desk.error.is_some() {
                    let words = "Letters are written as before until it is mended.";
                    let muted = ui.tokens().muted;
                    Text::new(words).size(size::SMALL).color(muted).show(ui);
                }
            });
        });
    });
    go
}

/// “Line 3 of the text: unexpected end of variable block”.
fn in_words(error: &TemplateError) -> String {
    match error.place {
        Place::Subject => format!("The subject: {}", error.reason),
        Place::Body => format!("Line {} of the text: {}", error.line, error.reason),
    }
}
