//! `stale-date`: “today” about an interview of another day, a weekday that does not fit its date, a
//! day that has passed.

use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};

use super::dates::{Named, dates_in};
use super::phrases::Phrases;
use super::text::{Text, Word};
use super::{Check, Desk, Finding, Part};
use crate::model::{Event, Scenario, same_name};
use crate::time::{long_day, plus_days, weekday};

/// Further back than this a day is told of, not waited for.
const LONG_AGO: i64 = 120;

/// What is said of an interview that was.
static MEETING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "thank|thanks|thankful|grateful|appreciate|appreciated|enjoyed|pleasure|good|great|nice|lovely|glad|wonderful|delighted|honour|honor|happy|pleased * meet|meeting|met|speak|speaking|spoke|talk|talking|talked|conversation|interview|interviewing|chat|chatting|discussion|visit|tour|hour|time",
        "when|since|as|after we met|spoke|talked|discussed|chatted",
        "our|the|my|your|yesterday's|today's interview|conversation|talk|meeting|discussion|chat|tour",
        "we met|spoke|talked|discussed|chatted",
        "you told|showed|explained|described|mentioned|said|asked me|us|that|the|how|whether|about|your",
        "meeting|interviewing|talking|speaking|chatting|conversation with|to you",
    ])
});

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
            } else if let Some(day) = date.day().filter(|day| is_over(*day, today)) {
                let sentence = sentence_of(&sentences, date.place.0);
                if waited_for(sentence, date.place.0) {
                    findings.push(over(desk, part, date, day));
                }
            }
        }
        if part == Part::Body {
            for sentence in sentences {
                findings.extend(another_day(desk, text, sentence));
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
    let refers = before
        .iter()
        .any(|word| OF_A_DAY.contains(&word.folded.as_str()));
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
    preposition == "on" && sentence.iter().any(strong) && !refers && !sentence.iter().any(is_past)
}

/// “today” about an interview that was on another day.
fn another_day(desk: &Desk, text: &Text, sentence: &[Word]) -> Option<Finding> {
    let app = desk.app.filter(|_| desk.draft.scenario.is_some())?;
    let today = desk.ctx.clock.today();
    let (day, place) = sentence.iter().enumerate().find_map(|(index, word)| {
        let next = sentence.get(index + 1).map(|word| word.folded.as_str());
        relative(word, next, today).map(|(day, words)| {
            let end = sentence
                .get(index + words - 1)
                .map_or(word.end, |last| last.end);
            (day, (word.start, end))
        })
    })?;
    MEETING
        .first(sentence)
        .filter(|_| !is_of_something_else(sentence, desk))?;
    let held: Vec<NaiveDate> = app
        .history
        .iter()
        .filter_map(|entry| Some((entry.interview()?, &entry.event)))
        .filter(|((start, ..), _)| *start <= desk.ctx.clock.now)
        .filter(|(_, event)| concerns(desk, event))
        .map(|((start, ..), _)| desk.ctx.clock.zone.date(start))
        .collect();
    let last = held.iter().max()?;
    if held.contains(&day) || has_interview_on(desk, day) {
        return None;
    }
    let written = text.slice(place.0, place.1);
    let message = format!(
        "“{written}” is not the day of the interview: it was on {}.",
        long_day(*last)
    );
    Some(Finding {
        suggestions: said(*last, today, &written).into_iter().collect(),
        ..desk.finding(Check::StaleDate, Part::Body, place, message)
    })
}

/// The day that “today”, “this morning” or “yesterday” means, and how many words say so.
fn relative(word: &Word, next: Option<&str>, today: NaiveDate) -> Option<(NaiveDate, usize)> {
    const PARTS: [&str; 4] = ["morning", "noon", "afternoon", "evening"];
    match (word.folded.as_str(), next) {
        ("today" | "today's" | "tonight", _) => Some((today, 1)),
        ("yesterday" | "yesterday's", _) => Some((plus_days(today, -1), 1)),
        ("this", Some(part)) if PARTS.contains(&part.trim_end_matches("'s")) => Some((today, 2)),
        ("last", Some("night")) => Some((plus_days(today, -1), 2)),
        _ => None,
    }
}

/// “Thank you for your message this morning”, “Today I spoke with my family”.
fn is_of_something_else(sentence: &[Word], desk: &Desk) -> bool {
    const OTHER: [&str; 32] = [
        "message", "email", "emails", "mail", "reply", "update", "news", "note", "letter",
        "answer", "offer", "article", "report", "wrote", "read", "written", "sent", "send",
        "family", "call", "phone", "called", "decision", "attached", "found", "saw", "heard",
        "days", "busy", "tomorrow", "text", "post",
    ];
    let call = desk.draft.scenario == Some(Scenario::ThankYou);
    sentence.iter().any(|word| {
        let text = word.folded.as_str();
        OTHER.contains(&text) && !(call && matches!(text, "call" | "phone" | "called"))
    })
}

/// Whether the interview may be the one that the letter speaks of: with the person it is for, or any.
fn concerns(desk: &Desk, event: &Event) -> bool {
    let Event::Interview(interview) = event else {
        return false;
    };
    let person = desk
        .draft
        .person
        .or(desk.draft.to.first().map(String::as_str));
    let met = |name: &str| interview.with.iter().any(|with| same_name(with, name));
    let thanks = desk.draft.scenario == Some(Scenario::ThankYou);
    !thanks || person.is_none_or(|person| met(person) || interview.with.is_empty())
}

/// Whether any interview of this application was or will be on that day.
fn has_interview_on(desk: &Desk, day: NaiveDate) -> bool {
    desk.app
        .into_iter()
        .flat_map(|app| &app.history)
        .any(|entry| {
            entry
                .interview()
                .is_some_and(|(start, ..)| desk.ctx.clock.zone.date(start) == day)
                && concerns(desk, &entry.event)
        })
}

/// How the day of the interview is said today, in place of `written`.
fn said(day: NaiveDate, today: NaiveDate, written: &str) -> Option<String> {
    let owns = written.ends_with("'s") || written.ends_with("’s");
    let away = (today - day).num_days();
    let words = match (away, owns) {
        (0, _) => "today".to_owned(),
        (1, _) => "yesterday".to_owned(),
        (2..=6, false) => format!("on {}", weekday(day)),
        (2..=6, true) => weekday(day).to_owned(),
        (_, false) => format!("on {}", long_day(day)),
        (_, true) => return None,
    };
    let capital = written.starts_with(char::is_uppercase);
    let words = if capital { capitalised(&words) } else { words };
    Some(if owns { format!("{words}’s") } else { words })
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
