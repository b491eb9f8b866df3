//! Which kind a reply is: its cues, weighed over the whole mail.

use std::sync::LazyLock;

use regex::Regex;

use super::KindRead;
use super::cues::{CUES, Cue};
use super::pattern::{pattern, tail};
use super::sentences::{clauses, is_conditional};
use crate::model::ReplyKind;

/// A cue that was found, in which words.
#[derive(Clone, Debug)]
struct Found {
    kind: ReplyKind,
    weight: u8,
    words: String,
    /// Its sentence, and where it begins there.
    place: (usize, usize),
}

/// What speaks for a kind, and how much.
struct Case<'a> {
    /// Twice the clearest cue, and the next one of another sentence or row.
    score: u8,
    clearest: &'a Found,
}

/// So much of a clause before a cue can turn its meaning around, in bytes.
const NEAR: usize = 30;
/// From here on a kind is said, not only hinted at.
const SAID: u8 = 14;
/// From here on there is something to go by.
const HINTED: u8 = 8;
/// A lead of less leaves a doubt.
const LEAD: u8 = 4;

static DENIED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:not|n't|never|unable|cannot|without|nobody|neither|no longer|hardly)(?: \w+){0,3} ?$",
    )
});
/// A double no: “we would be mad not to”.
static MAD_NOT: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?:mad|crazy|silly|foolish|stupid) not(?: \w+){0,2} ?$"));
/// A condition that is nobody's wish: whatever is said with it has not happened.
static IF_CHOSEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:if|should|in case|when|once) (?:you|your|we|there|the|it|they|he|she|someone|both|anything|something)(?: [\w'’]+){0,4}? (?:successful|selected|hear|heard|shortlisted|chosen|decide|match\w*|suitable|changes?|interested in you|opens?|proceed|progress|moves? (?:you )?forward|declines?|make it|happens|falls through|comes? (?:up|back)|becomes?)\b",
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
        r"(?:when we|after we|since we|as we|thank you|thanks|appreciated?|enjoyed|grateful|our earlier|you asked|asking|following|further to|since|recent|attending)(?: \w+){0,5} ?$",
    )
});

/// The kind that these sentences amount to.
pub(super) fn kind(sentences: &[String]) -> KindRead {
    let found = found(sentences);
    let case = |kind| Case::of(kind, &found);
    let no = case(ReplyKind::Rejection).filter(|case| case.score >= SAID);
    if let Some(offer) = case(ReplyKind::Offer).filter(|case| case.score >= SAID)
        && no.as_ref().is_none_or(|no| no.score <= offer.score + LEAD)
    {
        let sure = no.is_none() && offer.is_clear(sentences);
        return offer.read(sure);
    }
    if let (Some(no), Some(yes)) = (no, case(ReplyKind::Interview))
        && yes.score >= SAID
    {
        // A no to this position, and a yes to something else.
        let taken_back = yes.clearest.place > no.clearest.place
            && contrast(sentences, no.clearest, yes.clearest);
        return if taken_back { yes } else { no }.read(false);
    }
    let mut cases: Vec<Case<'_>> = BY_PRECEDENCE.into_iter().filter_map(case).collect();
    // Stable, so that of equals the one that takes precedence holds.
    cases.sort_by_key(|case| std::cmp::Reverse(case.score));
    let mut cases = cases.into_iter();
    match (cases.next(), cases.next()) {
        (Some(best), second) => {
            let sure = best.is_clear(sentences)
                && !(best.clearest.kind == ReplyKind::Interview && is_untold(sentences))
                && second.is_none_or(|second| best.score >= second.score + best.lead_over(&second));
            best.read(sure)
        }
        _ => KindRead::unknown(),
    }
}

/// Whoever is asked for something or told a decision is told more than where things stand.
const BY_PRECEDENCE: [ReplyKind; 5] = [
    ReplyKind::Offer,
    ReplyKind::Rejection,
    ReplyKind::Interview,
    ReplyKind::Other,
    ReplyKind::Update,
];

impl<'a> Case<'a> {
    fn of(kind: ReplyKind, found: &'a [Found]) -> Option<Self> {
        let mut cues = found.iter().filter(|found| found.kind == kind);
        let clearest = cues.clone().rev().max_by_key(|found| found.weight)?;
        let place = clearest.place;
        let next = cues
            .by_ref()
            .filter(|found| found.place != place)
            .map(|found| found.weight)
            .max();
        Some(Self {
            score: 2 * clearest.weight + next.unwrap_or(0),
            clearest,
        })
    }

    fn is_clear(&self, sentences: &[String]) -> bool {
        match self.clearest.kind {
            ReplyKind::Update => self.score >= HINTED + 2,
            // A long mail that only begins with thanks says something that was not understood.
            ReplyKind::Other => self.score >= SAID || is_short(sentences),
            // Nobody should believe in an offer that is none.
            ReplyKind::Offer => self.score >= SAID + 2,
            _ => self.score >= SAID,
        }
    }

    /// By how much it must lead. Word to come goes well with thanks and small requests.
    fn lead_over(&self, second: &Self) -> u8 {
        let is_light =
            |case: &Self| matches!(case.clearest.kind, ReplyKind::Update | ReplyKind::Other);
        match (is_light(self), is_light(second)) {
            (true, true) if self.clearest.kind == ReplyKind::Update => 1,
            (true, _) => LEAD,
            _ => LEAD / 2,
        }
    }

    fn read(&self, sure: bool) -> KindRead {
        KindRead {
            kind: self.clearest.kind,
            words: self.clearest.words.trim().to_owned(),
            sure,
        }
    }
}

/// Whether there is news that is to be told by word of mouth: a yes, or a no.
fn is_untold(sentences: &[String]) -> bool {
    static UNTOLD: LazyLock<Option<Regex>> = LazyLock::new(|| {
        pattern(
            r"(?:reached|made|come to|taken|have) (?:a|our|the) (?:final )?decision|news (?:on|about|for|regarding)|(?:got|have) (?:an? |the |some )?(?:answer|news|update|decision)|tell you in person|rather than write",
        )
    });
    UNTOLD
        .as_ref()
        .is_some_and(|untold| sentences.iter().any(|it| untold.is_match(it)))
}

fn is_short(sentences: &[String]) -> bool {
    const WORDS: usize = 20;
    sentences
        .iter()
        .flat_map(|sentence| sentence.split_whitespace())
        .take(WORDS + 1)
        .count()
        <= WORDS
}

/// Whether a word between two cues takes the first one back.
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

/// Every cue that counts, the first of each row in a sentence.
fn found(sentences: &[String]) -> Vec<Found> {
    let mut all = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let clauses = clauses(sentence);
        for cue in CUES.iter() {
            let holds = |hit: &regex::Match<'_>| {
                let clause = clauses.iter().rfind(|clause| clause.start <= hit.start());
                let from = clause.map_or(0, |clause| clause.start);
                means_it(cue, sentence, from, hit.start())
            };
            if let Some(hit) = cue.find(sentence, holds) {
                all.push(Found {
                    kind: cue.kind,
                    weight: cue.weight,
                    words: whole_words(sentence, hit.start(), hit.end()).to_owned(),
                    place: (index, hit.start()),
                });
            }
        }
    }
    all
}

/// The passage up to the end of the word that it ends in.
fn whole_words(sentence: &str, start: usize, end: usize) -> &str {
    let rest = sentence.get(end..).unwrap_or_default();
    let more = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    sentence.get(start..end + more).unwrap_or_default()
}

/// Whether nothing before the cue denies it or makes it a mere possibility. Its clause begins at
/// `clause`.
fn means_it(cue: &Cue, sentence: &str, clause: usize, start: usize) -> bool {
    if matches!(cue.kind, ReplyKind::Update | ReplyKind::Other) {
        return true;
    }
    let before = sentence.get(clause..start).unwrap_or_default();
    let near = tail(before, NEAR);
    let says = |pattern: &LazyLock<Option<Regex>>, text: &str| {
        pattern.as_ref().is_some_and(|it| it.is_match(text))
    };
    let whole = tail(sentence.get(..start).unwrap_or_default(), 200);
    (!says(&DENIED, near) || says(&MAD_NOT, near))
        && !says(&PAST, near)
        && !is_conditional(tail(before, 200))
        && !says(&IF_CHOSEN, whole)
}
