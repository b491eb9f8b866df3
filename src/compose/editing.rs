//! What a window needs to let the user write templates: what may be inserted, and how the letter
//! would read.

use super::engine::{self, TemplateError};
use super::known::Known;
use super::templates::{FactSpec, facts_of, spec_of};
use super::{Letter, Request, letter_of, wording};
use crate::etiquette::Context;
use crate::model::{Achievement, Application, Scenario, TemplateText};

/// Something that can be inserted into a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its name in templates.
    pub key: String,
    /// What it is, in a few words.
    pub label: String,
    /// What may stand in its place in a letter.
    pub example: String,
    /// What is inserted: `{{ topic | about }}`.
    pub insert: String,
}

/// What every template may say, whatever its scenario.
const ALWAYS: [(&str, &str, &str); 12] = [
    ("greeting", "the greeting", "Dear Dana,"),
    ("recipient", "how they are called", "Dana"),
    ("position", "the position", "Backend engineer"),
    ("company", "the company", "Acme Robotics"),
    ("interviewer", "the interviewer’s name", "Dana Wu"),
    (
        "interview_day",
        "the day of the interview",
        "Monday 23 November",
    ),
    ("promise_day", "the day they promised", "Friday 4 December"),
    ("applied_day", "the day you applied", "Monday 2 November"),
    (
        "thread",
        "the earlier subject",
        "Our conversation about releases",
    ),
    ("sender", "your name", "Sam Taylor"),
    ("my_phone", "your telephone number", "+49 30 1234567"),
    ("sign_off", "how you sign", "Kind regards, Sam Taylor"),
];

/// What can be inserted into a template of this scenario: its facts first, in the order of its
/// head, then what every letter knows.
pub fn chips_of(scenario: Scenario) -> Vec<Chip> {
    let facts = facts_of(scenario).iter().map(|fact| Chip {
        key: fact.key.clone(),
        label: fact.blank.clone(),
        example: example_of(fact),
        insert: insertion(&fact.key),
    });
    let always = ALWAYS.iter().map(|(key, label, example)| Chip {
        key: (*key).to_owned(),
        label: (*label).to_owned(),
        example: (*example).to_owned(),
        insert: format!("{{{{ {key} }}}}"),
    });
    facts.chain(always).collect()
}

/// What a fact is, in a few words.
pub(super) fn label_of(scenario: Scenario, key: &str) -> String {
    let always = || ALWAYS.iter().find(|(known, ..)| *known == key);
    spec_of(scenario, key)
        .map(|spec| spec.blank.as_str())
        .or_else(|| always().map(|(_, label, _)| *label))
        .map_or_else(|| engine::spoken(key), str::to_owned)
}

/// The filter that makes a note of this kind fit into a sentence, by its name in templates.
fn filter_of(key: &str) -> (&'static str, fn(&str) -> String) {
    match key {
        "topic" | "detail" | "announcement" => ("about", wording::about),
        "achievement" => ("account", wording::account),
        "question" | "to_clarify" => ("question", wording::question),
        "link" | "promised_link" | "agreed_time" | "referrer" => ("line", wording::line),
        "day" => ("day", wording::day),
        _ if key.ends_with("_day") || key.ends_with("deadline") => ("day", wording::day),
        _ => ("clause", wording::clause),
    }
}

/// A note as it stands in a sentence of our templates.
pub(super) fn fitted(key: &str, note: &str) -> String {
    filter_of(key).1(note)
}

fn insertion(key: &str) -> String {
    format!("{{{{ {key} | {} }}}}", filter_of(key).0)
}

/// Something the user did, told in a sentence of its own: “At Bolt, I gave callers a budget; the
/// result: 80 % fewer retries.”
pub fn told(achievement: &Achievement) -> String {
    let Achievement {
        place,
        what,
        result,
    } = achievement;
    wording::sentence(&wording::achievement(place, what, result))
}

/// A letter with one more paragraph: after the one that follows the greeting, else before what
/// comes last.
pub fn with_paragraph(letter: &str, paragraph: &str) -> String {
    let mut paragraphs: Vec<&str> = letter.split("\n\n").collect();
    let last = paragraphs.len().saturating_sub(1);
    paragraphs.insert(last.min(2), paragraph);
    paragraphs.join("\n\n")
}

/// What may stand in a letter for that fact: what its hint gives as an example first, else what it
/// is.
pub(super) fn example_of(fact: &FactSpec) -> String {
    let quoted = fact.hint.split_once('“');
    let quoted = quoted.and_then(|(_, rest)| rest.split_once('”'));
    let named = || Some(fact.hint.strip_prefix("As in ")?.trim_end_matches('.'));
    let example = quoted.map(|(example, _)| example).or_else(named);
    example.unwrap_or(&fact.blank).to_owned()
}

/// The letter that `request` would get if `text` were the template.
///
/// # Errors
/// What is wrong with `text`, and on which line.
pub fn preview(
    application: &Application,
    context: &Context,
    request: &Request,
    text: &TemplateText,
) -> Result<Letter, TemplateError> {
    let known = Known::of(application, context, request);
    let rendered = engine::fitting(Some(text), request.scenario, &known)?;
    Ok(letter_of(request.scenario, known, rendered))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::try_template;

    #[test]
    fn what_was_done_becomes_a_paragraph_between_greeting_and_farewell() {
        let done = Achievement {
            place: "Bolt".into(),
            what: "Gave callers a budget".into(),
            result: "80 % fewer retries.".into(),
        };
        let told = told(&done);
        assert_eq!(
            told,
            "At Bolt, I gave callers a budget; the result: 80 % fewer retries."
        );
        for (letter, with) in [
            (
                "Dear Ann,\n\nA.\n\nB.\n\nBye",
                "Dear Ann,\n\nA.\n\n+\n\nB.\n\nBye",
            ),
            ("Dear Ann,\n\nBye", "Dear Ann,\n\n+\n\nBye"),
            ("A.", "+\n\nA."),
        ] {
            assert_eq!(with_paragraph(letter, "+"), with);
        }
    }

    #[test]
    fn what_is_inserted_can_be_read() {
        for scenario in Scenario::ALL {
            let chips = chips_of(*scenario);
            assert!(chips.len() >= ALWAYS.len());
            for chip in chips {
                assert!(!chip.label.is_empty() && !chip.example.is_empty());
                let text = TemplateText {
                    subject: String::new(),
                    body: chip.insert.clone(),
                };
                assert_eq!(try_template(*scenario, &text), Ok(()), "{}", chip.insert);
            }
        }
    }
}
