//! Which English the letter is held to, asked once, and what the proof-reader has to say of itself.

use egui::Ui;

use crate::app::Command;
use crate::model::{Dialect, Spelling};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::text::{caption, muted};

/// The dialects with their words.
pub(in crate::ui) fn dialects() -> Vec<(Dialect, &'static str)> {
    Dialect::ALL
        .iter()
        .map(|dialect| (*dialect, dialect.label()))
        .collect()
}

/// Asks for the user's English, as long as they did not say which. Until then a word is right if
/// it is right in any.
pub(super) fn question(ui: &mut Ui, scene: &mut Scene<'_>) {
    let spelling = &scene.state.search.spelling;
    if spelling.off || spelling.dialect.is_some() {
        return;
    }
    let guess = scene.state.dialect_guess;
    let mut dialect = guess;
    let mut said = false;
    caption(ui, "Which English do you write? It is asked once.");
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let options = dialects();
        let choice = Choice::new("Your English", &options)
            .hide_label()
            .width(WIDTH);
        said |= choice.show(ui, &mut dialect).changed();
        let name = format!("Yes, {} English", guess.label());
        said |= Button::secondary("Yes").name(&name).show(ui).clicked();
    });
    ui.add_space(space::S);
    if said {
        scene.send(Command::Spelling(Spelling {
            dialect: Some(dialect),
            ..spelling.clone()
        }));
    }
}

/// Wide enough for the longest of them.
const WIDTH: f32 = 180.0;

/// Says what was not proof-read, and why.
pub(super) fn unread(ui: &mut Ui, scene: &Scene<'_>) {
    let proofreading = &scene.state.proofreading;
    let note = proofreading
        .proof
        .as_ref()
        .and_then(|proof| proof.note.as_ref());
    if let Some(why) = proofreading.unavailable.as_ref().or(note) {
        muted(ui, why);
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::app::Edit;
    use crate::model::{ApplicationId, Draft, Scenario};
    use crate::proofread::{Manuscript, News, Proof};
    use crate::review::{Check, Finding, Part};
    use crate::ui::testing::{Window, search};

    /// A window with a letter of the user's own words open.
    fn window(body: &str) -> Window {
        let mut window = Window::on(search(&[("Bolt", "applied")]));
        window.apply(Command::compose(bolt(&window), Scenario::Question, None));
        write(&mut window, body);
        window
    }

    fn bolt(window: &Window) -> ApplicationId {
        window.id("Bolt")
    }

    fn write(window: &mut Window, body: &str) {
        let draft = Draft {
            scenario: Scenario::Question,
            person: None,
            subject: "The Engineer role: a question".to_owned(),
            body: body.to_owned(),
            ignored: Vec::new(),
            said: std::collections::BTreeMap::new(),
        };
        window.apply(Command::edit(bolt(window), Edit::KeepDraft(draft)));
    }

    /// The proof-reader found `slip` in `body`.
    fn found(body: &str, slip: &str) -> Command {
        let start = body[..body.find(slip).unwrap()].chars().count();
        let finding = Finding {
            check: Check::Spelling,
            level: Check::Spelling.level(),
            part: Part::Body,
            start,
            end: start + slip.chars().count(),
            text: slip.to_owned(),
            message: format!("“{slip}” is not in the dictionary."),
            suggestions: vec!["believe".to_owned()],
        };
        let manuscript = Manuscript {
            subject: "The Engineer role: a question".to_owned(),
            body: body.to_owned(),
        };
        Command::ProofreaderSays(News::Proof(Box::new(Proof {
            manuscript,
            findings: vec![finding],
            note: None,
        })))
    }

    fn message(window: &Window) -> String {
        window.harness.get_by_label("Message").value().unwrap()
    }

    #[test]
    fn a_slip_stands_among_the_findings_and_is_mended() {
        let body = "Łódź, I beleive in it.";
        let mut window = window(body);
        window.apply(found(body, "beleive"));
        assert!(window.shows("“beleive” is not in the dictionary."));
        window.press("Replace “beleive” with “believe”");
        assert_eq!(message(&window), "Łódź, I believe in it.");
        assert!(!window.shows("is not in the dictionary"));
    }

    #[test]
    fn a_word_of_ones_own_is_added_where_it_was_found() {
        let body = "I beleive in it.";
        let mut window = window(body);
        window.apply(found(body, "beleive"));
        window.press("Add “beleive” to my words");
        assert_eq!(window.state().search.spelling.words, ["beleive"]);
    }

    #[test]
    fn what_comes_late_finds_its_word_or_is_not_said() {
        let body = "I beleive in it.";
        let mut window = window(body);
        write(&mut window, "Dear Dana, I beleive in it.");
        window.apply(found(body, "beleive"));
        window.press("Replace “beleive” with “believe”");
        assert_eq!(message(&window), "Dear Dana, I believe in it.");
        window.apply(found(body, "beleive"));
        assert!(!window.shows("is not in the dictionary"));
    }

    #[test]
    fn the_users_english_is_asked_once() {
        let mut window = window("So be it.");
        assert!(!window.shows("Which English"));
        window.apply(Command::Spelling(Spelling::default()));
        assert!(window.shows("Which English do you write?"));
        window.press("Yes, American English");
        let spelling = &window.state().search.spelling;
        assert_eq!(spelling.dialect, Some(Dialect::American));
        assert!(!window.shows("Which English"));
    }

    #[test]
    fn what_was_not_checked_is_said_as_long_as_it_holds() {
        let mut window = window("So be it.");
        let why = "Spelling was not checked, because of the moon.";
        window.apply(Command::ProofreaderSays(News::Unavailable(why.to_owned())));
        assert!(window.shows(why));
        window.apply(found("So be it.", "So"));
        assert!(!window.shows(why));
        let off = Spelling {
            off: true,
            ..Spelling::default()
        };
        window.apply(Command::Spelling(off));
        assert!(!window.shows("is not in the dictionary") && !window.shows("Which English"));
    }
}
