//! `stale-date` of the days that a text names: a weekday that does not fit its date, a “tomorrow”
//! that is another day, a day that has passed.

use chrono::{Datelike as _, NaiveDate};

use super::dates::{Named, dates_in};
use super::text::{Text, Word};
use super::{Check, Desk, Finding, Part};
use crate::time::{long_day, plus_days, weekday};

/// Further back than this a day is told of, not waited for.
const LONG_AGO: i64 = 120;

/// Words of a sentence that looks ahead.
const AHEAD: [&str; 29] = [
    "will",
    "i'll",
    "we'll",
    "you'll",
    "shall",
    "would",
    "could",
    "can",
    "may",
    "free",
    "available",
    "forward",
    "due",
    "must",
    "need",
    "let",
    "please",
    "hope",
    "plan",
    "going",
    "am",
    "i'm",
    "is",
    "have",
    "expect",
    "see",
    "should",
    "are",
    "until",
];

/// Verbs of a sentence that tells what was.
const PAST: [&str; 31] = [
    "was",
    "were",
    "had",
    "did",
    "didn't",
    "wasn't",
    "said",
    "told",
    "met",
    "spoke",
    "wrote",
    "sent",
    "began",
    "came",
    "went",
    "took",
    "gave",
    "got",
    "made",
    "saw",
    "heard",
    "held",
    "left",
    "thought",
    "found",
    "felt",
    "knew",
    "understood",
    "read",
    "been",
    "ago",
];

/// What is of a day gone by where the day follows: “our talk on 9 November”.
const OF_A_DAY: [&str; 33] = [
    "since",
    "after",
    "last",
    "interview",
    "conversation",
    "meeting",
    "talk",
    "call",
    "email",
    "mail",
    "message",
    "note",
    "letter",
    "visit",
    "discussion",
    "dated",
    "article",
    "blog",
    "keynote",
    "chat",
    "tour",
    "reply",
    "presentation",
    "session",
    "event",
    "update",
    "report",
    "release",
    "post",
    "talks",
    "interviews",
    "form",
    "time",
];

/// Words that end like a past tense and are none, or do not tell when.
const NOT_PAST: [&str; 26] = [
    "interested",
    "excited",
    "attached",
    "pleased",
    "delighted",
    "need",
    "skilled",
    "experienced",
    "asked",
    "obliged",
    "required",
    "allowed",
    "supposed",
    "expected",
    "invited",
    "indeed",
    "feed",
    "thrilled",
    "prepared",
    "scheduled",
    "planned",
    "offered",
    "speed",
    "motivated",
    "needed",
    "received",
];

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let today = desk.ctx.clock.today();
    for (part, text) in desk.parts() {
        let dates = dates_in(text, today);
        let sentences = text.sentences();
        for date in &dates {
            if date.meant.is_empty() && date.has_month {
                findings.push(no_such_day(desk, part, date));
            } else if date.is_mismatched() {
                findings.push(mismatched(desk, part, date));
            } else if let Some(finding) = beside_another(desk, part, date) {
                findings.push(finding);
            } else if let Some(day) = date.day().filter(|day| is_over(*day, today)) {
                let sentence = sentence_of(&sentences, date.place.0);
                if waited_for(sentence, date.place.0) {
                    findings.push(over(desk, part, date, day));
                }
            }
        }
    }
}

fn is_over(day: NaiveDate, today: NaiveDate) -> bool {
    day < today && (today - day).num_days() <= LONG_AGO
}

fn sentence_of<'a>(sentences: &[&'a [Word]], at: usize) -> &'a [Word] {
    let index = sentences
        .partition_point(|sentence| sentence.first().is_some_and(|first| first.start <= at));
    index
        .checked_sub(1)
        .and_then(|index| sentences.get(index))
        .copied()
        .unwrap_or_default()
}

fn no_such_day(desk: &Desk, part: Part, date: &Named) -> Finding {
    let written = desk.text(part).slice(date.place.0, date.place.1);
    let message = format!("There is no “{written}”: look the day up again.");
    desk.finding(Check::StaleDate, part, date.place, message)
}

fn mismatched(desk: &Desk, part: Part, date: &Named) -> Finding {
    let text = desk.text(part);
    let written = text.slice(date.place.0, date.place.1);
    let suggestions = suggested(text, date);
    let message = match date.meant.first().filter(|_| date.has_month) {
        Some(day) => format!("“{written}” does not fit: that day is a {}.", weekday(*day)),
        None => format!("“{written}” does not fit: no such day is near."),
    };
    Finding {
        suggestions,
        ..desk.finding(Check::StaleDate, part, date.place, message)
    }
}

/// “tomorrow, 8 September” where tomorrow is the seventh.
fn beside_another(desk: &Desk, part: Part, date: &Named) -> Option<Finding> {
    let text = desk.text(part);
    let today = desk.ctx.clock.today();
    let word = text.words_in((0, date.place.0)).last()?;
    let said = match word.folded.as_str() {
        "yesterday" => plus_days(today, -1),
        "today" => today,
        "tomorrow" => plus_days(today, 1),
        _ => return None,
    };
    let between = text.slice(word.end, date.place.0);
    let explained = matches!(between.as_str(), ", " | " (" | ", the " | ", on ");
    date.day().filter(|day| explained && *day != said)?;
    let place = (word.start, date.place.1);
    let written = text.slice(place.0, place.1);
    let message = format!(
        "“{written}” does not fit: {} is {}.",
        word.folded,
        long_day(said)
    );
    let just_the_date = text.slice(date.place.0, date.place.1);
    Some(Finding {
        suggestions: vec![format!("on {just_the_date}"), word.folded.clone()],
        ..desk.finding(Check::StaleDate, part, place, message)
    })
}

/// The right weekday for the date, and the nearest date for the weekday.
fn suggested(text: &Text, date: &Named) -> Vec<String> {
    let (Some((named, place)), Some(day)) = (date.weekday, date.meant.first()) else {
        return Vec::new();
    };
    let written = text.slice(place.0, place.1);
    let after = text.slice(place.1, date.place.1);
    let full = weekday(*day);
    let short = written.chars().count() == 3;
    let name = if short {
        full.chars().take(3).collect()
    } else {
        full.to_owned()
    };
    let other = (-3..=3)
        .map(|away| plus_days(*day, away))
        .find(|near| near.weekday() == named && near.month() == day.month());
    let (number, at) = date.number;
    let moved = other.map(|other| {
        let ordinal = text.slice(at.0, at.1) != number.to_string();
        let ending = if ordinal { ending(other.day()) } else { "" };
        let before = text.slice(date.place.0, at.0);
        let after = text.slice(at.1, date.place.1);
        format!("{before}{}{ending}{after}", other.day())
    });
    [format!("{name}{after}")]
        .into_iter()
        .chain(moved)
        .collect()
}

/// “st”, “nd”, “rd” or “th”.
fn ending(day: u32) -> &'static str {
    match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}

fn over(desk: &Desk, part: Part, date: &Named, day: NaiveDate) -> Finding {
    let message = format!(
        "{} has passed: name a day that lies ahead, or say it in the past.",
        long_day(day)
    );
    desk.finding(Check::StaleDate, part, date.place, message)
}

/// Whether the sentence speaks of the day at `at` as one to come. Where it tells what was, it does
/// not; in doubt neither.
fn waited_for(sentence: &[Word], at: usize) -> bool {
    let before = sentence.partition_point(|word| word.start < at);
    let before = sentence.get(..before).unwrap_or_default();
    let is_past = |word: &Word| {
        let text = word.folded.as_str();
        PAST.contains(&text)
            || (text.len() > 4 && text.ends_with("ed") && !NOT_PAST.contains(&text))
    };
    let refers = before.iter().enumerate().any(|(index, word)| {
        let leading = before
            .get(index.saturating_sub(2)..index)
            .unwrap_or_default();
        OF_A_DAY.contains(&word.folded.as_str()) && !leading.iter().any(is_a_further_one)
    });
    let preposition = before
        .iter()
        .rev()
        .find(|word| word.folded != "the")
        .map_or("", |word| word.folded.as_str());
    let is_deadline = matches!(preposition, "by" | "until" | "till" | "before");
    let looks_ahead = sentence
        .iter()
        .any(|word| AHEAD.contains(&word.folded.as_str()));
    if is_deadline {
        // “I look forward to hearing from you by …” has no past in it, nor has “I must answer by …”.
        return looks_ahead && !before.iter().any(is_past);
    }
    let strong = |word: &Word| {
        matches!(
            word.folded.as_str(),
            "will"
                | "i'll"
                | "we'll"
                | "shall"
                | "free"
                | "available"
                | "forward"
                | "see"
                | "could"
                | "can"
                | "going"
                | "due"
        )
    };
    let comes = sentence.iter().any(strong) || proposes(sentence);
    preposition == "on" && comes && !refers && !sentence.iter().any(is_past)
}

/// “A second conversation” is one to come, “our conversation” was.
fn is_a_further_one(word: &Word) -> bool {
    matches!(
        word.folded.as_str(),
        "a" | "an" | "another" | "second" | "further" | "next"
    )
}

/// “I would be happy to come by”, and not “I would like to thank you”.
fn proposes(sentence: &[Word]) -> bool {
    const DOES: [&str; 12] = [
        "attend", "begin", "call", "come", "drop", "join", "meet", "speak", "start", "stop",
        "talk", "visit",
    ];
    const LOOKS_BACK: [&str; 8] = [
        "thank",
        "thanks",
        "follow",
        "following",
        "regarding",
        "concerning",
        "grateful",
        "since",
    ];
    let has = |words: &[&str]| {
        sentence
            .iter()
            .any(|word| words.contains(&word.folded.as_str()))
    };
    has(&["would", "i'd"]) && has(&DOES) && !has(&LOOKS_BACK)
}
