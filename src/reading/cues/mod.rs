//! What employers say, as cues: a pattern of words, what it speaks for, and how clearly. To have
//! another way of saying something understood, widen a class of [`words`], or add a row to the table
//! of its kind.
//!
//! | weight | means |
//! |---|---|
//! | 9 | says it outright |
//! | 7, 8 | is hardly said with anything else |
//! | 5, 6 | is usual with it |
//! | to 4 | goes with it, and with others |

mod interview;
mod offer;
mod other;
mod rejection;
mod update;
mod words;

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;
use crate::model::ReplyKind;

/// A row of a table: its weight, its pattern, and the pattern that takes it back.
///
/// The notation is that of [`pattern`], with `{class}` for a class of [`words`]; ` & ` parts patterns
/// that must all be found in one sentence, in whatever order. The last one is looked for in the
/// whole sentence; where it is found the cue does not hold.
type Row = (u8, &'static str, &'static str);

/// A row made ready.
pub(super) struct Cue {
    pub(super) kind: ReplyKind,
    pub(super) weight: u8,
    patterns: Vec<Regex>,
    unless: Option<Regex>,
}

const TABLES: [(ReplyKind, &[Row]); 5] = [
    (ReplyKind::Offer, offer::CUES),
    (ReplyKind::Rejection, rejection::CUES),
    (ReplyKind::Interview, interview::CUES),
    (ReplyKind::Other, other::CUES),
    (ReplyKind::Update, update::CUES),
];

/// Every cue, table by table.
pub(super) static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    let cues =
        |(kind, rows): (ReplyKind, &'static [Row])| rows.iter().map(move |row| Cue::new(kind, row));
    TABLES.into_iter().flat_map(cues).collect()
});

impl Cue {
    fn new(kind: ReplyKind, &(weight, words, unless): &Row) -> Self {
        Self {
            kind,
            weight,
            patterns: words.split(" & ").filter_map(compiled).collect(),
            unless: Some(unless)
                .filter(|unless| !unless.is_empty())
                .and_then(compiled),
        }
    }

    /// Where the first of its patterns is found in a sentence in which all are, at every place that
    /// `holds`.
    pub(super) fn find<'a>(
        &self,
        sentence: &'a str,
        holds: impl Fn(&regex::Match<'a>) -> bool,
    ) -> Option<regex::Match<'a>> {
        let (first, others) = self.patterns.split_first()?;
        let found = first.find_iter(sentence).find(holds)?;
        let all = others.iter().all(|it| it.is_match(sentence));
        let taken_back = || self.unless.as_ref().is_some_and(|it| it.is_match(sentence));
        (all && !taken_back()).then_some(found)
    }
}

fn compiled(words: &str) -> Option<Regex> {
    pattern(&words::with_classes(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_pattern() {
        for (kind, rows) in TABLES {
            for (weight, words, unless) in rows {
                assert!((1..=9).contains(weight), "{kind:?} {words}");
                for part in words.split(" & ").chain([*unless]) {
                    assert!(compiled(part).is_some(), "{kind:?} {part}");
                    assert!(!words::with_classes(part).contains("{w"), "{part}");
                }
            }
        }
    }
}
