//! What the review of letters is not to tell any more, and how it tells it again.

use egui::Ui;

use crate::app::Command;
use crate::model::Muted;
use crate::ui::scene::Scene;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, muted};

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let about = "Before you send a letter it is read over. What you told Afterword never to say again stands here.";
    let told = &scene.state.search.muted;
    let mut back = None;
    super::group(ui, "The review of letters", about, |ui| {
        if told.is_empty() {
            muted(ui, "Everything is told");
        }
        for (place, one) in told.iter().enumerate() {
            ui.push_id(place, |ui| {
                ui.horizontal(|ui| {
                    let words = in_words(one);
                    let name = format!("Tell me again: {words}");
                    let button = Button::link("Tell me again").name(&name).show(ui);
                    if button.clicked() {
                        back = Some(place);
                    }
                    Text::new(&words).rows(2).show(ui);
                });
            });
        }
    });
    if let Some(place) = back {
        let mut left = told.clone();
        let title = format!("The review tells again: {}", in_words(&left.remove(place)));
        scene.send(Command::Muted(left, title));
    }
}

/// “casual: “Cheers””, “length”.
fn in_words(muted: &Muted) -> String {
    let check = muted.check.replace('-', " ");
    if muted.words.is_empty() {
        check
    } else {
        format!("{check}: “{}”", muted.words)
    }
}
