//! `generic`: a thank-you or a check-in that could go to anybody.
//!
//! What is left when the names and the stock words of such letters are taken away is what the letter
//! says. A letter that is specific says much beside its stock phrases, and is none.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::dates::dates_in;
use super::structure::Shape;
use super::text::folded_words;
use super::{Check, Desk, Finding, Part};
use crate::model::Scenario;

/// The words of letters that say nothing of this conversation.
static STOCK: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("stock_words.txt").split_whitespace().collect());

/// Endings that a stock word may take.
const ENDINGS: [&str; 8] = ["s", "d", "ed", "ing", "es", "ly", "'s", "er"];

/// What is shorter is not written yet.
const FEWEST_WORDS: usize = 12;

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let scenario = match desk.draft.scenario {
        Some(Scenario::LinkedInFinal) | None => return,
        Some(scenario) => scenario,
    };
    if scenario != Scenario::ThankYou && !scenario.is_check_in() {
        return;
    }
    // What is to stand in a blank may well be specific.
    let has_blank = findings
        .iter()
        .any(|finding| finding.check == Check::Placeholder && finding.part == Part::Body);
    let shape = Shape::of(desk);
    let words = desk.body.words_in((shape.greeted, shape.closing));
    if has_blank
        || words.len() < FEWEST_WORDS
        || (scenario.is_check_in() && names_the_occasion(desk, &shape))
    {
        return;
    }
    let names = names(desk);
    let dates = dates_in(&desk.body, desk.ctx.clock.today());
    let in_date = |at: usize| {
        dates
            .iter()
            .any(|date| date.place.0 <= at && at < date.place.1)
    };
    let said: HashSet<&str> = words
        .iter()
        .filter(|word| !in_date(word.start))
        .map(|word| word.folded.as_str())
        .filter(|word| !is_stock(word) && !names.contains(*word))
        .collect();
    // A long letter has more words that no list knows.
    let allowance = if scenario == Scenario::ThankYou {
        (3 + words.len() / 60).min(words.len() / 10)
    } else {
        words.len() / 60
    };
    if said.len() <= allowance {
        let message = "It could go to anybody: say one thing that you talked about, or that only this job has.";
        findings.push(desk.finding(
            Check::Generic,
            Part::Body,
            desk.body.whole(),
            message.to_owned(),
        ));
    }
}

fn is_stock(word: &str) -> bool {
    let known = |word: &str| STOCK.contains(word);
    word.chars().count() < 3
        || known(word)
        || ENDINGS.iter().any(|ending| {
            word.strip_suffix(ending).is_some_and(|stem| {
                known(stem) || known(&format!("{stem}e")) || known(&format!("{stem}y"))
            })
        })
        || word
            .strip_suffix("ies")
            .is_some_and(|stem| known(&format!("{stem}y")))
}

/// A check-in that says which role, or which day's conversation, is specific enough.
fn names_the_occasion(desk: &Desk, shape: &Shape) -> bool {
    let position = desk
        .app
        .map(|app| folded_words(&app.position))
        .unwrap_or_default();
    let words = desk.body.words_in((shape.greeted, shape.closing));
    let named = !position.is_empty()
        && words.windows(position.len()).any(|window| {
            window
                .iter()
                .zip(&position)
                .all(|(word, name)| word.folded == *name)
        });
    let dated = dates_in(&desk.body, desk.ctx.clock.today())
        .iter()
        .any(|date| date.has_month);
    named || dated
}

fn names(desk: &Desk) -> HashSet<String> {
    let app = desk.app.into_iter();
    let of_app = app.flat_map(|app| {
        [app.company.as_str(), &app.position]
            .into_iter()
            .chain(app.people())
    });
    of_app
        .chain([desk.ctx.search.profile.name.as_str()])
        .chain(desk.draft.to.iter().map(String::as_str))
        .flat_map(folded_words)
        .collect()
}
