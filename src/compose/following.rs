//! A fact that changed after the user had begun to write: their words stay, and what the sentence
//! would say now is offered.

use std::collections::BTreeMap;
use std::ops::Range;

use super::editing::{fitted, label_of};
use super::known::Known;
use super::templates::spec_of;
use super::{Request, wording};
use crate::etiquette::Context;
use crate::model::{Application, Draft};

/// What a letter says for each fact, by the fact's name; a missing one is not in it.
pub type Said = BTreeMap<String, String>;

/// What every letter may say besides the facts of its scenario, and what may change: it stands in
/// the letter as it is.
const AS_IT_IS: [&str; 6] = [
    "applied_day",
    "company",
    "greeting",
    "interview_day",
    "position",
    "sender",
];

/// A place of a draft in which a changed fact would stand otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The place, in characters.
    pub place: Range<usize>,
    /// What stands there.
    pub found: String,
    /// What would stand there now.
    pub replacement: String,
}

/// A fact that says something else now than when the user began to write, and whose old words
/// still stand in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFact {
    /// Its name in templates.
    pub key: String,
    /// What it is, in a few words.
    pub label: String,
    /// What it says now.
    pub now: String,
    /// Where the draft's subject says otherwise.
    pub subject: Vec<Correction>,
    /// Where its text does.
    pub body: Vec<Correction>,
}

impl ChangedFact {
    /// Puts what the fact says now where the old words stand.
    pub fn take_up(&self, draft: &mut Draft) {
        draft.subject = corrected(&draft.subject, &self.subject);
        draft.body = corrected(&draft.body, &self.body);
        self.leave(draft);
    }

    /// Keeps the draft's words as they are; this change is not offered again.
    pub fn leave(&self, draft: &mut Draft) {
        draft.said.insert(self.key.clone(), self.now.clone());
    }
}

fn corrected(text: &str, corrections: &[Correction]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for correction in corrections.iter().rev() {
        let end = correction.place.end.min(letters.len());
        let start = correction.place.start.min(end);
        letters.splice(start..end, correction.replacement.chars());
    }
    letters.into_iter().collect()
}

/// What the letter that `request` asks for says for each fact. A draft keeps it, so that a later
/// change is noticed.
pub fn said(application: &Application, context: &Context, request: &Request) -> Said {
    let known = Known::of(application, context, request);
    let asked = super::facts_for(context.search, request.scenario);
    known
        .facts
        .into_iter()
        .filter(|(key, _)| {
            AS_IT_IS.contains(&key.as_str()) || asked.iter().any(|fact| fact.key == *key)
        })
        .filter_map(|(key, value)| Some((key, value?)))
        .collect()
}

/// What changed since the user began to write `draft`, where its words can follow; `now` is what
/// the letter would say today.
pub fn changed_facts(draft: &Draft, now: &Said) -> Vec<ChangedFact> {
    let changed = now.iter().filter(|(key, value)| {
        let before = draft.said.get(*key);
        before != Some(*value)
    });
    changed
        .map(|(key, now)| {
            let before = draft.said.get(key).map(String::as_str);
            let places = |text: &str| {
                if AS_IT_IS.contains(&key.as_str()) {
                    everywhere(text, &standing(key, before), now)
                } else {
                    let blank = spec_of(draft.scenario, key).map_or("", |spec| &spec.blank);
                    let one = correction_of(text, (key, blank), before, now);
                    one.into_iter().collect()
                }
            };
            ChangedFact {
                key: key.clone(),
                label: label_of(draft.scenario, key),
                now: now.clone(),
                subject: places(&draft.subject),
                body: places(&draft.body),
            }
        })
        .filter(|fact| !fact.subject.is_empty() || !fact.body.is_empty())
        .collect()
}

/// What stood in the letter for a fact that is said as it is.
fn standing(key: &str, before: Option<&str>) -> String {
    before.map_or_else(
        || format!("[{}]", super::engine::spoken(key)),
        str::to_owned,
    )
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

/// What is offered for `text`, the subject or the text of a draft, now that the fact of that name
/// and blank says `new`.
///
/// `old` is what it said when the draft was written, both as letters say it ([`said`]); nothing
/// where it was missing, so that the draft has a blank for it. Nothing is offered where the user's
/// own words have taken the place of the old ones, or `new` stands there already.
fn correction_of(
    text: &str,
    (key, blank): (&str, &str),
    old: Option<&str>,
    new: &str,
) -> Option<Correction> {
    if wording::line(new).is_empty() {
        return None;
    }
    let Some(old) = old.filter(|old| !wording::line(old).is_empty()) else {
        let blank = format!("[{blank}]");
        return found(text, &blank, fitted(key, new));
    };
    let standing = FORMS
        .iter()
        .find_map(|form| found(text, &form(old), form(new)));
    standing.filter(|correction| correction.found != correction.replacement)
}

/// Every place where `before` stands as words of their own.
fn everywhere(text: &str, before: &str, after: &str) -> Vec<Correction> {
    starts_of(text, before)
        .map(|start| correction_at(text, start, before, after.to_owned()))
        .collect()
}

/// The first place where `before` stands as words of their own.
fn found(text: &str, before: &str, after: String) -> Option<Correction> {
    let start = starts_of(text, before).next()?;
    Some(correction_at(text, start, before, after))
}

/// Where `words` begin in `text`, in bytes, each time they stand there as words of their own.
fn starts_of<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_letter = |c: char| c.is_alphanumeric();
    let starts = text.match_indices(words).map(|(start, _)| start);
    starts.filter(move |start| {
        let before = text.get(..*start).unwrap_or_default();
        let after = text.get(start + words.len()..).unwrap_or_default();
        let joined_before = before.ends_with(is_letter) && words.starts_with(is_letter);
        let joined_after = after.starts_with(is_letter) && words.ends_with(is_letter);
        !words.is_empty() && !joined_before && !joined_after
    })
}

fn correction_at(text: &str, start: usize, found: &str, replacement: String) -> Correction {
    let first = text.get(..start).unwrap_or_default().chars().count();
    Correction {
        place: first..first + found.chars().count(),
        found: found.to_owned(),
        replacement,
    }
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
        let correction = correction_of(text, (key, &fact.blank), old, new)?;
        let Range { start, end } = correction.place.clone();
        let there: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(there, correction.found);
        Some(super::corrected(text, &[correction]))
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

    fn draft(body: &str, said: &[(&str, &str)]) -> Draft {
        let said = said.iter();
        Draft {
            scenario: Scenario::ThankYou,
            person: None,
            subject: "The role at Quill".into(),
            body: body.into(),
            ignored: Vec::new(),
            said: said.map(|(k, v)| ((*k).into(), (*v).into())).collect(),
        }
    }

    fn said_now(facts: &[(&str, &str)]) -> Said {
        draft("", facts).said
    }

    #[test]
    fn what_is_taken_up_is_offered_no_more_and_neither_is_what_is_left() {
        let body =
            "I liked what you said about looms. Quill is where I want to be; Quill, and no Quills.";
        let then = [("topic", "looms"), ("company", "Quill"), ("detail", "x")];
        let now = said_now(&[
            ("topic", "mills"),
            ("company", "Quill & Sons"),
            ("detail", "y"),
        ]);
        let mut draft = draft(body, &then);
        let offered = changed_facts(&draft, &now);
        let keys: Vec<_> = offered.iter().map(|fact| fact.key.as_str()).collect();
        assert_eq!(
            keys,
            ["company", "topic"],
            "the draft says nothing of the detail"
        );
        assert_eq!(offered[1].label, "what you talked about");

        offered[0].take_up(&mut draft);
        assert_eq!(draft.subject, "The role at Quill & Sons");
        assert!(
            draft
                .body
                .ends_with("Quill & Sons is where I want to be; Quill & Sons, and no Quills."),
            "{}",
            draft.body
        );
        let before = draft.body.clone();
        let rest = changed_facts(&draft, &now);
        assert_eq!(rest.len(), 1, "{rest:?}");
        rest[0].leave(&mut draft);
        assert_eq!(draft.body, before);
        assert_eq!(changed_facts(&draft, &now), []);
        // What changes once more is offered once more.
        let later = said_now(&[
            ("topic", "mills"),
            ("company", "Quill Ltd"),
            ("detail", "y"),
        ]);
        let offered = changed_facts(&draft, &later);
        assert_eq!(offered.len(), 1);
        offered[0].take_up(&mut draft);
        assert_eq!(draft.subject, "The role at Quill Ltd");
    }

    #[test]
    fn a_name_that_was_missing_is_offered_for_its_blank() {
        let draft = draft("Kind regards,\n[your name]", &[]);
        let offered = changed_facts(&draft, &said_now(&[("sender", "Mina Okafor")]));
        let mut signed = draft.clone();
        offered[0].take_up(&mut signed);
        assert_eq!(signed.body, "Kind regards,\nMina Okafor");
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
