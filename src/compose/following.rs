//! A fact that was corrected after the user had begun to write: their words stay, and what the
//! sentence would say now is offered.

use std::ops::Range;

use super::editing::fitted;
use super::templates::FactSpec;
use super::wording;

/// A place of a draft in which a corrected fact would stand otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The place, in characters.
    pub place: Range<usize>,
    /// What stands there.
    pub found: String,
    /// What would stand there now.
    pub replacement: String,
}

type Form = fn(&str) -> String;

/// The ways in which templates fit a note into a sentence, the ones that add words first.
const FORMS: [Form; 8] = [
    wording::about,
    wording::first_person,
    wording::question,
    wording::account,
    wording::sentence,
    wording::clause,
    wording::day,
    wording::line,
];

/// What is offered for `text`, the subject or the text of a draft, now that a fact says `new`.
///
/// Both are as letters say it (`known_facts`), not as it was noted.
/// `old` is what it said when the draft was written; nothing where it was missing, so that the
/// draft has a blank for it. Nothing is offered where the user's own words have taken the place of
/// the old ones, or `new` stands there already.
pub fn correction_of(
    text: &str,
    fact: &FactSpec,
    old: Option<&str>,
    new: &str,
) -> Option<Correction> {
    if wording::line(new).is_empty() {
        return None;
    }
    let Some(old) = old.filter(|old| !wording::line(old).is_empty()) else {
        let blank = format!("[{}]", fact.blank);
        return found(text, &blank, fitted(&fact.key, new));
    };
    let standing = FORMS
        .iter()
        .find_map(|form| found(text, &form(old), form(new)));
    standing.filter(|correction| correction.found != correction.replacement)
}

/// The first place where `before` stands as words of their own.
fn found(text: &str, before: &str, after: String) -> Option<Correction> {
    let start = text.match_indices(before).find_map(|(start, _)| {
        let end = start + before.len();
        let is_word = |c: char| c.is_alphanumeric();
        let joined_before = text.get(..start)?.ends_with(is_word) && before.starts_with(is_word);
        let joined_after = text.get(end..)?.starts_with(is_word) && before.ends_with(is_word);
        (!joined_before && !joined_after).then_some(start)
    })?;
    let first = text.get(..start)?.chars().count();
    let count = before.chars().count();
    Some(Correction {
        place: first..first + count,
        found: before.to_owned(),
        replacement: after,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::facts_of;
    use crate::compose::tests::{Case, GOOD};
    use crate::model::Scenario;

    fn corrected(text: &str, key: &str, old: Option<&str>, new: &str) -> Option<String> {
        let facts = facts_of(Scenario::ThankYou);
        let fact = facts.iter().find(|fact| fact.key == key).unwrap();
        let correction = correction_of(text, fact, old, new)?;
        let Range { start, end } = correction.place;
        let there: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(there, correction.found);
        let before: String = text.chars().take(start).collect();
        let after: String = text.chars().skip(end).collect();
        Some(format!("{before}{}{after}", correction.replacement))
    }

    #[test]
    fn the_corrected_letter_is_the_one_that_would_have_been_written() {
        let case = Case::new();
        for (key, new) in [
            ("topic", "They release twice a year"),
            ("topic", "small releases"),
            ("detail", "That everybody mentors somebody."),
            ("challenge", "Nobody likes the night shift"),
            ("achievement", "Led a team of five"),
            ("goal", "To open in Madrid"),
            (
                "addition",
                "When you asked about tools, I left out that two teams use the one I wrote.",
            ),
        ] {
            let mut facts = GOOD.to_vec();
            let old = facts.iter_mut().find(|(name, _)| *name == key).unwrap();
            let before = old.1;
            let letter = case.write(Scenario::ThankYou, None, GOOD);
            old.1 = new;
            let wanted = case.write(Scenario::ThankYou, None, &facts);
            let edited = letter.body.replace("Kind regards", "Many greetings");
            let wanted = wanted.body.replace("Kind regards", "Many greetings");
            // What speaks of them is said to them.
            let (before, new) = (wording::said_to_them(before), wording::said_to_them(new));
            let told = corrected(&edited, key, Some(&before), &new);
            assert_eq!(told.as_deref(), Some(wanted.as_str()), "{key}");
        }
    }

    #[test]
    fn a_blank_is_filled_and_own_words_are_left() {
        let case = Case::new();
        let letter = case.write(Scenario::ThankYou, None, &[]).body;
        let filled = corrected(&letter, "topic", None, "They release twice a year").unwrap();
        assert!(
            filled.contains("how they release twice a year."),
            "{filled}"
        );
        assert!(!filled.contains("[what you talked about]"), "{filled}");
        let own = "Dear Dana,\n\nI liked what you said of looms.";
        assert_eq!(corrected(own, "topic", Some("yarn"), "wool"), None);
        assert_eq!(corrected(own, "topic", Some("loom"), "wool"), None);
        assert_eq!(corrected(own, "topic", Some("looms"), " "), None);
        assert_eq!(corrected(own, "topic", Some("looms"), "looms."), None);
        assert_eq!(
            corrected(own, "topic", Some("looms."), "wool").as_deref(),
            Some("Dear Dana,\n\nI liked what you said of wool.")
        );
    }
}
