//! Which kind a reply is: the phrases it holds, weighed.

use std::sync::LazyLock;

use regex::Regex;

use super::KindRead;
use super::pattern::{pattern, tail};
use super::phrases::{AWAY, FRIENDLY, TABLES, Table};
use super::sentences::{clauses, is_conditional};
use crate::model::ReplyKind;

/// A phrase that was found.
#[derive(Clone, Debug)]
struct Found {
    kind: ReplyKind,
    decisive: bool,
    words: String,
    /// Its sentence, and where it begins there.
    place: (usize, usize),
}

/// So much of a clause before a phrase can turn its meaning around, in bytes.
const NEAR: usize = 30;

static DENIED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:not|\w+n't|never|unable|cannot|without|nobody|neither|no longer|hardly)(?: \w+){0,3} ?$",
    )
});
/// A condition that is nobody's wish: whatever is said with it has not happened.
static IF_CHOSEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:if|should|in case|when|once) (?:you|your|we|there|the|it|they|he|she|someone|both|anything|something)(?: [\w'’]+){0,4}? (?:successful|selected|hear|heard|shortlisted|chosen|decide|match\w*|suitable|changes?|interested in you|opens?|proceed|progress|moves? (?:you )?forward|declines?|make it|happens|falls through|comes? up|becomes?)\b",
    )
});
/// What takes back the sentence before it.
static CONTRAST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:but|however|that said|instead|although|though|nevertheless|nonetheless|still|having said|at the same time|the good news|even so)\b",
    )
});
static PAST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:when we|after we|since we|as we|thank you|thanks|appreciated?|enjoyed|grateful|our earlier|you asked|asking)(?: \w+){0,5} ?$",
    )
});

/// The kind that these sentences amount to.
pub(super) fn kind(sentences: &[String]) -> KindRead {
    let found = found(sentences);
    if let Some(decided) = decided(&found, sentences) {
        return decided;
    }
    let away = first_of(&AWAY, sentences);
    if let Some(words) = away {
        return read(ReplyKind::Other, words, true);
    }
    if let Some(hint) = found.iter().find(|found| !found.decisive) {
        return read(hint.kind, &hint.words, false);
    }
    match first_of(&FRIENDLY, sentences) {
        // A long mail that only begins with thanks says something that was not understood.
        Some(words) => read(ReplyKind::Other, words, is_short(sentences)),
        None => KindRead::unknown(),
    }
}

fn is_short(sentences: &[String]) -> bool {
    const WORDS: usize = 25;
    sentences
        .iter()
        .flat_map(|sentence| sentence.split_whitespace())
        .take(WORDS + 1)
        .count()
        <= WORDS
}

fn read(kind: ReplyKind, words: &str, sure: bool) -> KindRead {
    KindRead {
        kind,
        words: words.trim().to_owned(),
        sure,
    }
}

/// What one decisive phrase says, where others do not say better.
fn decided(found: &[Found], sentences: &[String]) -> Option<KindRead> {
    let first = |kind| {
        found
            .iter()
            .find(|found| found.decisive && found.kind == kind)
    };
    let (offer, rejection) = (first(ReplyKind::Offer), first(ReplyKind::Rejection));
    let (interview, update) = (first(ReplyKind::Interview), first(ReplyKind::Update));
    let in_doubt = |found: &Found, sure| Some(read(found.kind, &found.words, sure));
    match (offer, rejection, interview, update) {
        (Some(offer), rejection, ..) => in_doubt(offer, rejection.is_none()),
        // A no to this position, and a yes to something else.
        (_, Some(no), Some(yes), _) if yes.place > no.place && contrast(sentences, no, yes) => {
            in_doubt(yes, false)
        }
        (_, Some(rejection), interview, update) => {
            let others = interview.is_some()
                || update.is_some_and(|update| update.place.0 > rejection.place.0);
            in_doubt(rejection, !others)
        }
        (_, _, Some(interview), _) => in_doubt(interview, true),
        (_, _, _, Some(update)) => {
            let unhappy = found.iter().any(|found| {
                found.kind == ReplyKind::Rejection && found.words.to_lowercase().contains("wish")
            });
            in_doubt(update, !unhappy)
        }
        _ => None,
    }
}

/// Whether a word between two phrases takes the first one back.
fn contrast(sentences: &[String], from: &Found, to: &Found) -> bool {
    let Some(contrast) = CONTRAST.as_ref() else {
        return false;
    };
    let between = (from.place.0..=to.place.0).filter_map(|index| {
        let sentence = sentences.get(index)?;
        let start = if index == from.place.0 {
            from.place.1
        } else {
            0
        };
        let end = if index == to.place.0 {
            to.place.1
        } else {
            sentence.len()
        };
        sentence.get(start..end)
    });
    between.into_iter().any(|text| contrast.is_match(text))
}

/// Every phrase that counts, the first of each table in a sentence; those that weigh most first.
fn found(sentences: &[String]) -> Vec<Found> {
    let mut all = Vec::new();
    for table in TABLES.iter() {
        for (index, sentence) in sentences.iter().enumerate() {
            if let Some((start, words)) = phrase_in(table, sentence) {
                all.push(Found {
                    kind: table.kind,
                    decisive: table.decisive,
                    words: words.to_owned(),
                    place: (index, start),
                });
            }
        }
    }
    all
}

/// The first phrase of the table that means in this sentence what it says.
fn phrase_in<'a>(table: &Table, sentence: &'a str) -> Option<(usize, &'a str)> {
    let hits = table
        .phrases
        .iter()
        .filter_map(|phrase| phrase.find(sentence));
    hits.filter(|hit| {
        let after = sentence.get(hit.end()..).unwrap_or_default();
        let turned = table.unless.iter().any(|unless| {
            unless.find(after).is_some_and(|found| found.start() <= 1)
                || unless
                    .find(hit.as_str())
                    .is_some_and(|found| found.start() > 0 && found.end() == hit.len())
        });
        !turned && means_it(table.kind, sentence, hit.start())
    })
    .min_by_key(regex::Match::start)
    .map(|hit| (hit.start(), whole_words(sentence, hit.start(), hit.end())))
}

/// The passage up to the end of the word that it ends in.
fn whole_words(sentence: &str, start: usize, end: usize) -> &str {
    let rest = sentence.get(end..).unwrap_or_default();
    let more = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    sentence.get(start..end + more).unwrap_or_default()
}

/// Whether nothing before the phrase denies it or makes it a mere possibility.
fn means_it(kind: ReplyKind, sentence: &str, start: usize) -> bool {
    if kind == ReplyKind::Update {
        return true;
    }
    let clause = clauses(sentence)
        .into_iter()
        .rfind(|clause| clause.start <= start);
    let before = clause
        .and_then(|clause| sentence.get(clause.start..start))
        .unwrap_or_default();
    let near = tail(before, NEAR);
    let says = |pattern: &LazyLock<Option<Regex>>, text: &str| {
        pattern.as_ref().is_some_and(|it| it.is_match(text))
    };
    let whole = sentence.get(..start).unwrap_or_default();
    !says(&DENIED, near)
        && !says(&PAST, near)
        && !is_conditional(before)
        && !says(&IF_CHOSEN, whole)
}

fn first_of<'a>(phrases: &[Regex], sentences: &'a [String]) -> Option<&'a str> {
    sentences.iter().find_map(|sentence| {
        phrases
            .iter()
            .find_map(|phrase| phrase.find(sentence))
            .map(|hit| hit.as_str())
    })
}
