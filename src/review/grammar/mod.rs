//! Slips of grammar that letters often have and proof-readers miss: a missing small word, a verb in
//! the wrong form. Only where a rule can be exact; see `rules` for the table.

mod rules;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::{Text, Word};
use super::{Check, Desk, Finding, Part};
use rules::{Before, RULES, Rule};
use words::{Form, words_of};

/// The rules by each word that one of them begins with.
static BY_FIRST_WORD: LazyLock<HashMap<&'static str, Vec<&'static Rule>>> = LazyLock::new(|| {
    let mut rules: HashMap<_, Vec<_>> = HashMap::new();
    for rule in RULES {
        let first = rule.wrong.split(' ').next().unwrap_or_default();
        for word in first.split('|').flat_map(words_of) {
            rules.entry(word).or_default().push(rule);
        }
    }
    rules
});

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    for (part, text) in desk.parts() {
        for slip in slips(text) {
            findings.push(finding(desk, part, text, &slip));
        }
    }
}

/// A rule that matches, and the words it matches.
struct Slip<'a> {
    rule: &'static Rule,
    words: &'a [Word],
}

fn slips(text: &Text) -> Vec<Slip<'_>> {
    let mut slips = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.words.get(from..).filter(|rest| !rest.is_empty()) {
        let before = from.checked_sub(1).and_then(|last| text.words.get(last));
        if let Some(slip) = slip_at(text, before, rest) {
            from += slip.words.len();
            slips.push(slip);
        } else {
            from += 1;
        }
    }
    slips
}

fn slip_at<'a>(text: &Text, before: Option<&Word>, rest: &'a [Word]) -> Option<Slip<'a>> {
    let first = rest.first()?;
    let rules = BY_FIRST_WORD.get(first.folded.as_str())?;
    let not_after = |rule: &&&Rule| {
        !before
            .is_some_and(|word| is_one_of(rule.not_after, &word.folded) && touch(text, word, first))
    };
    let mut fitting = rules.iter().filter(not_after);
    fitting.find_map(|rule| {
        let length = rule.wrong.split(' ').count();
        let words = rest.get(..length)?;
        let fits = rule
            .wrong
            .split(' ')
            .zip(words)
            .all(|(slot, word)| fits(slot, word))
            && words
                .windows(2)
                .all(|two| matches!(two, [a, b] if touch(text, a, b)))
            && follows(rule, text, words.last()?, rest.get(length));
        fits.then_some(Slip { rule, words })
    })
}

/// Whether a word may stand in a place of the pattern.
fn fits(slot: &'static str, word: &Word) -> bool {
    let alternatives = slot.split('|');
    let mut words = alternatives.flat_map(words_of);
    words.any(|one| one == word.folded)
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split('|').any(|one| one == word)
}

/// Whether what comes next is what the rule asks for.
fn follows(rule: &Rule, text: &Text, last: &Word, next: Option<&Word>) -> bool {
    let next = next.filter(|next| touch(text, last, next));
    let (words, end) = match rule.before {
        Before::Anything => return true,
        Before::Words(words) => (words, false),
        Before::WordsOrEnd(words) => (words, true),
    };
    next.map_or(end, |next| is_one_of(words, &next.folded))
}

/// Whether there is only space between two words.
fn touch(text: &Text, word: &Word, next: &Word) -> bool {
    let between = text.chars.get(word.end..next.start).unwrap_or_default();
    !between.is_empty()
        && between.iter().all(|c| c.is_whitespace())
        && between.iter().filter(|c| **c == '\n').count() < 2
}

fn finding(desk: &Desk, part: Part, text: &Text, slip: &Slip<'_>) -> Finding {
    let start = slip.words.first().map_or(0, |word| word.start);
    let end = slip.words.last().map_or(0, |word| word.end);
    let better = rewritten(text, slip);
    let mut finding = desk.finding(Check::Grammar, part, (start, end), slip.rule.why.to_owned());
    finding.suggestions.push(better);
    finding
}

/// What the rule makes of the words that it matches.
fn rewritten(text: &Text, slip: &Slip<'_>) -> String {
    let words = slip
        .rule
        .right
        .split(' ')
        .map(|slot| written(text, slip, slot));
    let better = words.collect::<Vec<_>>().join(" ");
    let capital = slip.words.first().is_some_and(|word| word.capital);
    let mut letters = better.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => better,
    }
}

/// A word of the right text: itself, or the matched word of that number, perhaps in another form.
fn written(text: &Text, slip: &Slip<'_>, slot: &str) -> String {
    let (number, form) = slot.split_once(':').unwrap_or((slot, ""));
    let matched = number
        .parse()
        .ok()
        .and_then(|number: usize| slip.words.get(number.checked_sub(1)?));
    let Some(word) = matched else {
        return slot.to_owned();
    };
    match Form::named(form) {
        Some(form) => form.of(&word.folded).to_owned(),
        None => text.slice(word.start, word.end),
    }
}
