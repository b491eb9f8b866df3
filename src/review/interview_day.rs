//! `stale-date` of the interview: “today”, or a weekday, about an interview of another day.

use std::sync::LazyLock;

use chrono::{Datelike as _, Month, NaiveDate, Weekday};

use super::dates::{Named, dates_among};
use super::phrases::Phrases;
use super::text::Word;
use super::{Check, Desk, Finding, Part};
use crate::model::{Event, Scenario, same_name};
use crate::time::{long_day, plus_days, weekday};

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

/// What a thank-you thanks for beside the talk.
static HOSTING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "thank|thanks|grateful * showing|telling|explaining|walking|letting|giving|sharing|welcoming|hosting|having|taking me|us|the|so|through",
    ])
});

/// What is said of the talk that a thank-you is for, with its weekday.
static TALK_ON_A_DAY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "thank|thanks|enjoyed|appreciated|appreciate|grateful|pleasure|good|great|nice|lovely * conversation|talk|interview|meeting|discussion|chat|tour|time|you|speaking|talking|me on|last|this monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "our conversation|talk|interview|meeting|discussion|chat on|last|this monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    ])
});

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    if desk.app.is_none() || desk.draft.scenario.is_none() {
        return;
    }
    let thanks = desk.draft.scenario == Some(Scenario::ThankYou);
    for sentence in desk.body.sentences() {
        let found = another_day(desk, sentence)
            .or_else(|| thanks.then(|| another_weekday(desk, sentence)).flatten());
        findings.extend(found);
    }
}

/// “today” about an interview that was on another day.
fn another_day(desk: &Desk, sentence: &[Word]) -> Option<Finding> {
    let today = desk.ctx.clock.today();
    let (day, place) = sentence.iter().enumerate().find_map(|(index, word)| {
        // “By yesterday” is what was promised.
        let deadline = index
            .checked_sub(1)
            .and_then(|before| sentence.get(before))
            .is_some_and(|word| matches!(word.folded.as_str(), "by" | "until" | "till" | "before"));
        if deadline {
            return None;
        }
        let next = sentence.get(index + 1).map(|word| word.folded.as_str());
        relative(word, next, today).map(|(day, words)| {
            let end = sentence
                .get(index + words - 1)
                .map_or(word.end, |last| last.end);
            (day, (word.start, end))
        })
    })?;
    let thanks = desk.draft.scenario == Some(Scenario::ThankYou);
    MEETING
        .first(sentence)
        .or_else(|| thanks.then(|| HOSTING.first(sentence)).flatten())
        .filter(|_| !is_of_something_else(sentence, desk) && !dates_an_interview(sentence, desk))?;
    not_held_on(desk, day, place)
}

/// “Thank you for our talk on Tuesday” about an interview of a Monday.
fn another_weekday(desk: &Desk, sentence: &[Word]) -> Option<Finding> {
    let phrase = TALK_ON_A_DAY.first(sentence)?;
    let after = sentence.partition_point(|word| word.end <= phrase.1);
    let (said, rest) = sentence.split_at_checked(after)?;
    let [.., preposition, name] = said else {
        return None;
    };
    let named: Weekday = name.folded.parse().ok()?;
    // With its date beside it, it is read as a date.
    let dated = rest.first().is_some_and(|next| {
        next.folded.starts_with(|c: char| c.is_ascii_digit())
            || next.folded.parse::<Month>().is_ok()
    });
    let today = desk.ctx.clock.today();
    let day = (0..7)
        .map(|back| plus_days(today, -back))
        .find(|day| day.weekday() == named)
        .filter(|_| !dated)?;
    let to_come = has_interview_on(desk, plus_days(day, 7));
    (!to_come).then(|| not_held_on(desk, day, (preposition.start, name.end)))?
}

/// What is to be said of a day that the text gives to an interview, if none was on it.
fn not_held_on(desk: &Desk, day: NaiveDate, place: (usize, usize)) -> Option<Finding> {
    let app = desk.app?;
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
    let today = desk.ctx.clock.today();
    let written = desk.body.slice(place.0, place.1);
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

/// “On Monday 1 March you told me …, so today it is …”: the interview has its own day in there.
fn dates_an_interview(sentence: &[Word], desk: &Desk) -> bool {
    dates_among(&desk.body, sentence, desk.ctx.clock.today())
        .iter()
        .filter_map(Named::day)
        .any(|day| has_interview_on(desk, day))
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
