//! `same-text`: a thank-you that says what another interviewer has been told already.

use std::collections::{HashMap, HashSet};

use similar::{Algorithm, capture_diff_slices, diff_ratio};

use super::text::{Text, folded_words};
use super::{Check, Desk, Finding, Part};
use crate::model::{Application, Event, Scenario, same_name};

/// From this share of equal words on, two letters say the same.
const SAME: f32 = 0.75;
/// Further than this nobody compares letters.
const MOST_WORDS: usize = 2_000;
/// What is shorter says too little to be compared.
const FEWEST_WORDS: usize = 20;
/// Stands for every name.
const SOMEBODY: &str = "…";

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let (Some(app), Some(Scenario::ThankYou)) = (desk.app, desk.draft.scenario) else {
        return;
    };
    let names = names(desk, app);
    let own = plain(&desk.body, &names);
    if own.len() < FEWEST_WORDS {
        return;
    }
    let twin = others(desk, app)
        .into_iter()
        .find(|(_, body)| says_the_same(&own, &plain(&Text::new(body), &names)));
    if let Some((name, _)) = twin {
        let message = format!(
            "It says nearly the same as the thank-you to {name}, and colleagues compare: write about what this conversation was about."
        );
        findings.push(desk.finding(Check::SameText, Part::Body, desk.body.whole(), message));
    }
}

/// The thank-yous to others: those sent, then those begun.
fn others<'a>(desk: &Desk, app: &'a Application) -> Vec<(&'a str, &'a str)> {
    let is_other = |name: &str| {
        let person = desk.draft.person.into_iter();
        person
            .chain(desk.draft.to.iter().map(String::as_str))
            .all(|own| !same_name(own, name))
    };
    let sent = app.history.iter().filter_map(|entry| match &entry.event {
        Event::Sent(message) if message.scenario == Scenario::ThankYou => {
            Some((message.to.first()?.as_str(), message.body.as_str()))
        }
        _ => None,
    });
    let begun = app
        .drafts
        .iter()
        .filter(|draft| draft.scenario == Scenario::ThankYou)
        .filter_map(|draft| Some((draft.person.as_deref()?, draft.body.as_str())));
    sent.chain(begun)
        .filter(|(name, _)| is_other(name))
        .collect()
}

fn names(desk: &Desk, app: &Application) -> HashSet<String> {
    app.people()
        .into_iter()
        .chain(desk.draft.to.iter().map(String::as_str))
        .chain(desk.draft.person)
        .flat_map(folded_words)
        .collect()
}

/// The words of a letter, names apart.
fn plain(text: &Text, names: &HashSet<String>) -> Vec<String> {
    text.words
        .iter()
        .take(MOST_WORDS)
        .map(|word| {
            let bare = word.folded.trim_end_matches("'s");
            if names.contains(bare) {
                SOMEBODY.to_owned()
            } else {
                word.folded.clone()
            }
        })
        .collect()
}

fn says_the_same(a: &[String], b: &[String]) -> bool {
    if b.len() < FEWEST_WORDS || at_most(a, b) < SAME {
        return false;
    }
    let operations = capture_diff_slices(Algorithm::Myers, a, b);
    diff_ratio(&operations, a.len(), b.len()) >= SAME
}

/// The ratio if the words that both have stood in the same order: a bound that costs little.
#[expect(clippy::cast_precision_loss, reason = "some thousand words")]
fn at_most(a: &[String], b: &[String]) -> f32 {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in a {
        *counts.entry(word).or_default() += 1;
    }
    let common = b
        .iter()
        .filter(|word| match counts.get_mut(word.as_str()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        })
        .count();
    2.0 * common as f32 / (a.len() + b.len()) as f32
}
