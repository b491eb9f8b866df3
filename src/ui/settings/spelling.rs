//! Proof-reading: whether, in which English, and the user's own words.

use egui::{Align, Layout, Ui};
use serde::{Deserialize, Serialize};

use crate::app::Command;
use crate::model::Spelling;
use crate::ui::compose::dialects;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::text::{Text, caption, muted};
use crate::ui::widgets::toggle::switch;

/// A word that is being added.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct NewWord {
    word: String,
}

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, new: &mut NewWord) {
    let before = &scene.state.search.spelling;
    let guess = scene.state.dialect_guess;
    let mut after = before.clone();
    let about = "Letters are proof-read while you write them, on this computer alone. It takes about 200 MB of memory while a letter is open.";
    super::group(ui, "Spelling and grammar", about, |ui| {
        let mut on = !after.off;
        switch(ui, &mut on, "Proof-read letters");
        after.off = !on;
        if on {
            let mut dialect = after.dialect.unwrap_or(guess);
            let options = dialects();
            let choice = Choice::new("Your English", &options).width(WIDTH);
            if choice.show(ui, &mut dialect).changed() {
                after.dialect = Some(dialect);
            }
            words(ui, &mut after, new);
        }
    });
    if after != *before {
        scene.send(Command::Spelling(after));
    }
}

/// Width of the choice.
const WIDTH: f32 = 240.0;

fn words(ui: &mut Ui, spelling: &mut Spelling, new: &mut NewWord) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        caption(ui, "Words of your own, which are always right");
        let mut gone = None;
        for (place, word) in spelling.words.iter().enumerate() {
            ui.push_id(place, |ui| {
                if one(ui, word) {
                    gone = Some(place);
                }
            });
        }
        if let Some(place) = gone {
            spelling.words.remove(place);
        }
        if spelling.words.is_empty() {
            muted(ui, "None yet. The names in your search are known anyway.");
        }
    });
    new.show(ui, spelling);
}

/// One word; whether it is to go.
fn one(ui: &mut Ui, word: &str) -> bool {
    let mut remove = false;
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - space::XXL);
            Text::new(word).rows(1).show(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = format!("Remove {word}");
            let button = IconButton::new(icons::TRASH, &name).small();
            remove = button.show(ui).clicked();
        });
    });
    remove
}

impl NewWord {
    fn show(&mut self, ui: &mut Ui, spelling: &mut Spelling) {
        TextField::new("A word of yours", &mut self.word)
            .example("Kubernetes")
            .width(WIDTH)
            .show(ui);
        let button = Button::secondary("Add the word").icon(icons::PLUS);
        if button.show(ui).clicked() {
            spelling.add_word(&self.word);
            self.word.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::app::{Command, Go, View};
    use crate::model::Spelling;
    use crate::ui::testing::{Window, search};

    fn spelling(window: &Window) -> &Spelling {
        &window.state().search.spelling
    }

    #[test]
    fn proof_reading_is_switched_off_and_words_are_added_and_removed() {
        let mut window = Window::on(search(&[("Bolt", "applied")]));
        window.apply(Command::Go(Go::View(View::Settings)));
        for word in ["Zorblax", " Zorblax "] {
            window.fill("A word of yours", word);
            window.press("Add the word");
        }
        assert_eq!(spelling(&window).words, ["Zorblax"]);
        window.press("Remove Zorblax");
        assert!(spelling(&window).words.is_empty());
        window.press("Proof-read letters");
        assert!(spelling(&window).off);
        assert!(!window.shows("A word of yours"));
    }
}
