//! What the user did before, told once and offered for every letter.

use egui::Ui;
use serde::{Deserialize, Serialize};

use super::typing::{Typing, any};
use crate::app::Command;
use crate::model::Achievement;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::UiExt as _;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::TextField;

/// Something that is being added.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct New {
    open: bool,
    #[serde(skip)]
    fresh: bool,
    #[serde(skip)]
    tried: bool,
    achievement: Achievement,
}

/// The three questions, each with an example.
const WHERE: (&str, &str) = ("Where it was", "Bolt");
const WHAT: (&str, &str) = (
    "What you did",
    "gave every caller its own budget for retries",
);
const RESULT: (&str, &str) = ("What came of it", "80 % fewer retries within a quarter");

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, typing: &mut Typing, new: &mut New) {
    let before = &scene.state.search.achievements;
    let mut after = before.clone();
    let about =
        "Told once, offered for every letter: a past result that answers what is hard for them.";
    super::group(ui, "What you did", about, |ui| {
        let mut gone = None;
        for (place, achievement) in after.iter_mut().enumerate() {
            ui.push_id(place, |ui| {
                if one(ui, typing, place, achievement) {
                    gone = Some(place);
                }
            });
        }
        if let Some(place) = gone {
            after.remove(place);
            typing.forget("achievement");
        }
        new.show(ui, &mut after);
    });
    if after != *before {
        scene.send(Command::Achievements(after));
    }
}

/// One of them; whether it is to go.
fn one(ui: &mut Ui, typing: &mut Typing, place: usize, achievement: &mut Achievement) -> bool {
    let mut remove = false;
    let frame = ui.tokens().card_frame();
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for ((label, example), value) in [
            (WHERE, &mut achievement.place),
            (WHAT, &mut achievement.what),
            (RESULT, &mut achievement.result),
        ] {
            let key = format!("achievement {place} {label}");
            let left = typing.field(ui, &key, value, any, |ui, text, _| {
                TextField::new(label, text).example(example).show(ui)
            });
            if let Some(text) = left {
                *value = text;
            }
        }
        let name = format!("Remove {}", achievement.what);
        let button = Button::quiet("Remove").icon(icons::TRASH).name(&name);
        remove = button.show(ui).clicked();
    });
    remove
}

impl New {
    fn show(&mut self, ui: &mut Ui, all: &mut Vec<Achievement>) {
        if !self.open {
            let add = Button::secondary("Add something you did").icon(icons::PLUS);
            if add.show(ui).clicked() {
                *self = Self {
                    open: true,
                    fresh: true,
                    ..Self::default()
                };
            }
            return;
        }
        let frame = ui.tokens().card_frame().stroke(ui.tokens().edge_stroke());
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            self.form(ui, all);
        });
    }

    fn form(&mut self, ui: &mut Ui, all: &mut Vec<Achievement>) {
        let achievement = &mut self.achievement;
        let empty = achievement.what.trim().is_empty();
        for ((label, example), value) in [
            (WHERE, &mut achievement.place),
            (WHAT, &mut achievement.what),
            (RESULT, &mut achievement.result),
        ] {
            let wrong = (self.tried && empty && label == WHAT.0).then_some("What was it?");
            TextField::new(label, value)
                .example(example)
                .error(wrong)
                .focus(self.fresh && label == WHERE.0)
                .id_salt(("new", label))
                .show(ui);
        }
        self.fresh = false;
        ui.horizontal(|ui| {
            if Button::secondary("Add it").show(ui).clicked() {
                self.tried = true;
                if !empty {
                    let trimmed = |text: &str| text.trim().to_owned();
                    all.push(Achievement {
                        place: trimmed(&self.achievement.place),
                        what: trimmed(&self.achievement.what),
                        result: trimmed(&self.achievement.result),
                    });
                    *self = Self::default();
                }
            }
            if Button::quiet("Cancel").show(ui).clicked() {
                *self = Self::default();
            }
        });
    }
}
