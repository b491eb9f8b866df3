//! The sheet: subject and text, or why there is none.

use egui::{Align, Frame, Layout, Margin, Response, ScrollArea, TextEdit, Ui};

use super::desk::{Desk, Mode};
use super::findings::Place;
use crate::app::{Command, Dialog, Edit, Go, words};
use crate::compose::TemplateError;
use crate::etiquette::{self, Rule};
use crate::model::{Channel, Message};
use crate::review::Part;
use crate::time::When;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::rules;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::empty::empty_state;
use crate::ui::widgets::field;
use crate::ui::widgets::letter::{LetterEditor, rows_in};
use crate::ui::widgets::text::{self, Text, divider, icon};

/// Height of the line with the subject.
const SUBJECT: f32 = 44.0;

/// Shows the sheet; true where the user wants to write although the rules say not to.
pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    desk: &mut Desk,
    go: Option<&Place>,
) -> bool {
    let tokens = ui.tokens();
    let size = ui.available_size();
    Frame::new()
        .fill(tokens.surface)
        .stroke(tokens.line_stroke())
        .corner_radius(radius::CARD)
        .show(ui, |ui| {
            ui.set_min_size(size - egui::Vec2::splat(2.0 * metrics::LINE));
            ui.spacing_mut().item_spacing.y = 0.0;
            match &desk.mode {
                Mode::Letter => {
                    letter(ui, scene, desk, go);
                    false
                }
                Mode::Sent(at, message) => {
                    sent(ui, scene, *at, message);
                    false
                }
                Mode::Locked => locked(ui, scene, desk),
                Mode::Nobody => {
                    nobody(ui, scene, desk);
                    false
                }
                Mode::Broken(error) => {
                    broken(ui, scene, error);
                    false
                }
            }
        })
        .inner
}

fn letter(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk, go: Option<&Place>) {
    // Every letter has a cursor and an undo of its own.
    let salt = (desk.application.id, desk.scenario, desk.person.clone());
    let changed = ui.push_id(salt, |ui| {
        let in_part = |part: Part| go.filter(|go| go.part == part);
        let mut changed = false;
        if desk.scenario.channel() == Channel::Email {
            let place = in_part(Part::Subject);
            changed |= subject(ui, &mut desk.subject, place).changed();
            divider(ui);
        }
        changed |= message(ui, desk, in_part(Part::Body)).changed();
        changed
    });
    if changed.inner {
        keep(scene, desk);
    }
}

/// The user's words are kept from now on.
pub(super) fn keep(scene: &mut Scene<'_>, desk: &Desk) {
    let edit = Edit::KeepDraft(desk.draft());
    scene.send(Command::edit(desk.application.id, edit));
}

/// Puts other words in a place of the draft.
pub(super) fn replace(scene: &mut Scene<'_>, desk: &mut Desk, place: &Place, words: &str) {
    let text = match place.part {
        Part::Subject => &mut desk.subject,
        Part::Body => &mut desk.body,
    };
    let before = text.chars().take(place.range.start);
    let after = text.chars().skip(place.range.end);
    *text = before.chain(words.chars()).chain(after).collect();
    keep(scene, desk);
}

fn subject(ui: &mut Ui, text: &mut String, go: Option<&Place>) -> Response {
    let id = ui.make_persistent_id("subject");
    if let Some(place) = go {
        field::select(ui, id, &place.range);
    }
    let muted = ui.tokens().muted;
    let row = egui::vec2(ui.available_width(), SUBJECT);
    let shown = ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::XL);
        // Painted alone: the word is the field's name already.
        let font = fonts::regular(size::BODY);
        let galley = text::layout(ui, "Subject", font, muted, f32::INFINITY, 1);
        let (_, rect) = ui.allocate_space(galley.size());
        ui.painter().galley(rect.min, galley, muted);
        let width = ui.available_width() - space::M;
        let edit = field::Edit {
            example: "What the two of you talked about",
            width,
            ..field::Edit::default()
        };
        field::edit(ui, id, text, edit)
    });
    ui.ctx()
        .accesskit_node_builder(shown.inner.id, |node| node.set_label("Subject"));
    shown.inner
}

fn message(ui: &mut Ui, desk: &mut Desk, go: Option<&Place>) -> Response {
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            let around = Margin::from(space::XL);
            let height = ui.available_height() - 2.0 * space::XL;
            // The whole sheet can be written on.
            let rows = rows_in(height);
            Frame::new()
                .inner_margin(around)
                .show(ui, |ui| {
                    LetterEditor::new("Message", &mut desk.body, &desk.marks)
                        .rows(rows)
                        .select(go.map(|place| place.range.clone()))
                        .show(ui)
                        .response
                })
                .inner
        })
        .inner
}

/// What was sent, to be read and copied.
fn sent(ui: &mut Ui, scene: &Scene<'_>, at: When, message: &Message) {
    let around = Margin::from(space::XL);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(around).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            let done = ui.tokens().done;
            let words = format!("Sent {}", words::when(at, scene.clock));
            ui.horizontal(|ui| {
                icon(ui, icons::CHECK_CIRCLE, size::ICON, done);
                Text::new(&words).color(done).show(ui);
            });
            if !message.subject.is_empty() {
                Text::new(&message.subject).semibold().show(ui);
            }
            let text = if message.body.trim().is_empty() {
                "Its words were not kept."
            } else {
                &message.body
            };
            let mut text = text;
            let response = ui.add(
                TextEdit::multiline(&mut text)
                    .font(fonts::letter(size::LETTER))
                    .frame(Frame::new())
                    .desired_width(metrics::LETTER.min(ui.available_width())),
            );
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_label("Message"));
        });
    });
}

fn locked(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) -> bool {
    let button = (desk.permission.rule != Rule::OtherOffer).then_some("Write it all the same");
    let pressed = empty_state(ui, icons::LOCK_SIMPLE, &desk.permission.why, button)
        .is_some_and(|button| button.clicked());
    ui.vertical_centered(|ui| rules::link(ui, scene, desk.permission.rule));
    pressed
}

/// A letter to somebody needs somebody.
fn nobody(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let ctx = scene.state.context(scene.clock);
    let application = desk.application.id;
    let held = etiquette::last_interview(&desk.application, &ctx).map(|entry| entry.id);
    let (words, button) = if held.is_some() {
        (
            "Nobody is named for the interview yet. Say who was there, and each of them gets a letter of their own.",
            "Say who was there",
        )
    } else {
        (
            "There was no interview here yet. Note it once it is arranged, and everybody you meet gets a letter of their own.",
            "Add an interview",
        )
    };
    let pressed = empty_state(ui, icons::USERS, words, Some(button));
    if pressed.is_some_and(|button| button.clicked()) {
        let entry = held;
        scene.send(Command::dialog(Dialog::Interview { application, entry }));
    }
}

fn broken(ui: &mut Ui, scene: &mut Scene<'_>, error: &TemplateError) {
    let words = format!("Your own template cannot be read: {error}");
    let button = Some("Mend the template");
    let pressed = empty_state(ui, icons::WARNING_CIRCLE, &words, button);
    if pressed.is_some_and(|button| button.clicked()) {
        scene.go(Go::Template(error.scenario));
    }
}
