//! What an employer's reply says: its kind, and the day it names.
//!
//! A reply is read in steps, each in a file of its own:
//!
//! | file | does |
//! |---|---|
//! | `own_words` | leaves out headers, the old mail below, the signature and the small print |
//! | `language` | tells English from what is not read |
//! | `sentences` | parts it into sentences and clauses |
//! | `kind` | weighs the cues of `cues` |
//! | `dates` | finds phrases that name a day, and works the day out by `calendar` |
//! | `day` | chooses the day that is meant, if one is |
//! | `sender` | who of the known people wrote it |
//!
//! Everything here is pure. A reply costs time in proportion to its length, and only its first
//! [`LONGEST`] characters are read. Where it cannot tell, it says so rather than guess.

mod calendar;
mod cues;
mod dates;
mod day;
mod kind;
mod language;
mod own_words;
mod pattern;
mod sender;
mod sentences;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::model::{Policy, ReplyKind};
use calendar::Calendar;
use own_words::OwnWords;
pub use sender::sender;

/// So many characters of a reply are read. Nobody writes more; what follows is old mail.
pub const LONGEST: usize = 20_000;

/// When a reply was written, as far as that is known beside its text.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// The day the user says; it overrules what the text says.
    pub on: Option<NaiveDate>,
    /// The user's present day, where nothing says better.
    pub today: NaiveDate,
}

/// What a reply says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its kind.
    pub kind: KindRead,
    /// An update's new day, an offer's deadline or an invitation's date.
    pub day: Option<DayRead>,
    /// Whether days are named of which none could be chosen.
    pub undecided: bool,
    /// The day it was written.
    pub written: NaiveDate,
    /// Whether it is longer than is read.
    pub cut: bool,
}

/// A reply's kind, and where it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct KindRead {
    /// The kind.
    pub kind: ReplyKind,
    /// The decisive words; empty where none were found.
    pub words: String,
    /// Whether the words leave no doubt.
    pub sure: bool,
}

/// A day that a reply names, and where it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRead {
    /// The day; of a span, its last working day.
    pub day: NaiveDate,
    /// The words that name it.
    pub words: String,
    /// Whether the words leave no doubt.
    pub sure: bool,
}

impl Reading {
    /// The words it was read from. An update is known by its day where it names one.
    pub fn words(&self) -> Vec<&str> {
        let day = self.day.as_ref().map(|day| day.words.as_str());
        let kind = Some(self.kind.words.as_str())
            .filter(|words| !words.is_empty())
            .filter(|_| day.is_none() || self.kind.kind != ReplyKind::Update);
        kind.into_iter().chain(day).collect()
    }

    /// Whether neither kind nor day is in doubt.
    pub fn is_sure(&self) -> bool {
        self.kind.sure && !self.undecided && self.day.as_ref().is_none_or(|day| day.sure)
    }
}

/// Reads a reply as it was pasted. Working days are those of `policy`.
pub fn read(text: &str, written: Written, policy: &Policy) -> Reading {
    let (text, cut) = shortened(text);
    let own = OwnWords::of(text);
    let dated = own.dated.as_deref().and_then(dates::full_date);
    let written = written.on.or(dated).unwrap_or(written.today);
    let calendar = Calendar::on(written, policy);
    let (kind, day) = if language::is_english(&own.text) {
        let sentences = sentences::sentences(&own.text);
        let mut kind = kind::kind(&sentences);
        let day = day::day(&sentences, kind.kind, &calendar);
        // A clear day by which they want to be in touch makes a mere hint of news certain.
        kind.sure |=
            kind.kind == ReplyKind::Update && matches!(&day, day::Choice::Day(day) if day.sure);
        (kind, day)
    } else {
        (KindRead::unknown(), day::Choice::None)
    };
    Reading {
        kind,
        undecided: day == day::Choice::Undecided,
        day: match day {
            day::Choice::Day(day) => Some(day),
            _ => None,
        },
        written,
        cut,
    }
}

/// The part that is read, and whether there is more.
fn shortened(text: &str) -> (&str, bool) {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => (text.get(..end).unwrap_or(text), true),
        None => (text, false),
    }
}

impl KindRead {
    /// Nothing in it says what it is.
    fn unknown() -> Self {
        Self {
            kind: ReplyKind::Other,
            words: String::new(),
            sure: false,
        }
    }
}
