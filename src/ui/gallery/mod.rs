//! Every token and every widget in every state, to be looked at: type “gallery” into “Go to anything”.
//!
//! Whoever changes the look sees here what it does everywhere, and so does its picture test.

mod controls;
mod tokens;

use egui::{Frame, Margin, Ui};

use super::page::page;
use super::theme::{UiExt as _, metrics, space};
use super::widgets::letter::{LetterEditor, Mark, MarkKind};
use super::widgets::{TextField, empty_state, section, title};
use super::{icons, widgets};
use controls::Controls;

/// What the gallery keeps between frames.
#[derive(Debug)]
pub struct Gallery {
    controls: Controls,
    letter: String,
    subject: String,
}

impl Default for Gallery {
    fn default() -> Self {
        Self {
            controls: Controls::default(),
            letter: LETTER.to_owned(),
            subject: "Retry storms, and what we said about them".to_owned(),
        }
    }
}

const LETTER: &str = "Dear Ann,\n\nThank you for the time you took with me on Monday 24 November. \
    Above all [a detail you appreciated] has stayed with me.\n\nWe gave every caller its own \
    budget for retries at Bolt, and within a quarter there were eighty per cent fewer of them.\n\n\
    Kind regards,\nMina Okafor";

/// What is marked in the letter.
const MARKS: [(&str, MarkKind, &str); 4] = [
    (
        "Monday 24 November",
        MarkKind::Warning,
        "24 November is a Tuesday",
    ),
    (
        "[a detail you appreciated]",
        MarkKind::Blank,
        "Fill this in",
    ),
    ("eighty per cent", MarkKind::Hint, "Could be a figure"),
    (
        "Bolt",
        MarkKind::Blocker,
        "A company of another application",
    ),
];

impl Gallery {
    /// Shows everything.
    pub fn show(&mut self, ui: &mut Ui) {
        page(ui, "gallery", |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            title(ui, "Gallery");
            part(ui, "Colours", tokens::colors);
            part(ui, "Type", tokens::type_scale);
            part(ui, "Space, radii, elevation", tokens::measures);
            part(ui, "Icons", tokens::icons);
            part(ui, "Buttons", |ui| self.controls.buttons(ui));
            part(ui, "Status", controls::status);
            part(ui, "Fields", |ui| self.controls.fields(ui));
            part(ui, "Choices", |ui| self.controls.choices(ui));
            part(ui, "Banners", controls::banners);
            part(ui, "Cards", controls::cards);
            part(ui, "Names", controls::names);
            part(ui, "Letter", |ui| self.letter(ui));
            part(ui, "Empty", |ui| {
                let frame = Frame::new().inner_margin(Margin::from(space::XL));
                frame.show(ui, |ui| {
                    ui.set_max_height(6.0 * metrics::FIELD);
                    let words = "Nothing to do. The next is Monday 09:00: check in with Łódź GmbH.";
                    empty_state(ui, icons::TRAY, words, Some("New application"));
                });
            });
        });
    }

    fn letter(&mut self, ui: &mut Ui) {
        let letter = self.letter.clone();
        let marks: Vec<Mark> = MARKS
            .into_iter()
            .filter_map(|(words, kind, message)| {
                let before = letter.get(..letter.find(words)?)?.chars().count();
                Some(Mark {
                    range: before..before + words.chars().count(),
                    kind,
                    message: message.to_owned(),
                })
            })
            .collect();
        let card = ui.tokens().card_frame();
        card.inner_margin(Margin::from(space::XL)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            TextField::new("Subject", &mut self.subject).show(ui);
            ui.add_space(space::S);
            LetterEditor::new("Message", &mut self.letter, &marks).show(ui);
        });
    }
}

/// One part under its name.
fn part(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.add_space(space::L);
    section(ui, name);
    widgets::divider(ui);
    ui.push_id(name, content);
}
