//! `ultimatum`: a demand for a decision or an answer by a day, and an offer that nobody recorded.

use std::sync::OnceLock;

use super::text::Word;
use super::{Check, Desk, Finding};
use crate::etiquette;
use crate::model::{Event, ReplyKind, Scenario};

/// Demands, as patterns over the words of a sentence: `a|b` is either, `a?` may be missing, `*`
/// is up to six words of any kind, `BY` a deadline such as “by Friday” or “within two days”.
const DEMANDS: &[&str] = &[
    "i|we need|require|demand|must|expect|want have? a|an|your|the|some|any * answer|decision|response|reply|confirmation|offer|feedback|verdict|commitment * BY",
    "i|we need|expect|require|want you|to|an * answer|decide|decision|hear|know|respond|reply|respond * BY",
    "i|we must have|hear|know * BY",
    "i'm|am|are expecting|awaiting|demanding * answer|decision|response|reply|hear * BY",
    "please|kindly respond|reply|answer|decide|confirm|advise|revert * BY",
    "please|kindly BY respond|reply|answer|decide|confirm",
    "please|kindly|must make|give|send|share|provide * decision|answer|verdict|response * BY",
    "please|kindly|just let me know BY END",
    "let me know * decision|verdict|outcome|answer|either * BY",
    "let me know BY if|whether i|i'm|you|your have|are|want|will|plan|decision|got|am",
    "get back to me * BY",
    "if i don't|haven't|didn't|do|have|did not? hear|heard|receive|received|get|got * BY * will|i'll|shall|must|have",
    "if i don't|haven't|didn't|do|have|did not? hear|heard|receive|received|get|got * will|i'll|shall|must|have * accept|take|withdraw|move|look",
    "unless i|you * will|i'll|we'll|shall|must|have * accept|take|withdraw|move|look|assume",
    "otherwise i|i'll|we will|shall|must|have|am|need|withdraw|accept|take|move|be?",
    "or i|i'll will|have|must|accept|withdraw|take|shall to? accept|withdraw|take|move|walk|look",
    "or else",
    "you have|have|got until|till * DAY",
    "give|giving you|them until|till * DAY",
    "you must|need|have to? decide|answer|respond|reply|choose|act",
    "my|the deadline for your|you|the to? answer|decision|decide|response|reply|answering",
    "i|i'll|we will|can|can't|cannot|won't not? wait any|no|much|past|longer|beyond|until|after longer|past|DAY",
    "i|i'll|we will|can only? wait until|till * DAY",
    "take it or leave it",
    "final|last chance",
    "final|last opportunity to|for you|decide|respond|reply|answer|hire|me",
    "decision|answer|response|reply is|are required|needed|expected|due BY",
    "i|we insist",
];

/// Mentions of an offer of somebody else's.
const OFFERS: &[&str] = &[
    "another|other|competing|competitive|second|rival|different|multiple|several|two|three|outstanding|pending offer|offers",
    "another|other|competing|second|rival|different job|written|formal|verbal offer|offers",
    "i|i've|have|we've received|had|got|been|accepted have? given|made|extended? an|a|offers * offer|offers",
    "i|i've|have received|got|accepted|hold|holding|secured|have an|a|my|some * offer|offers",
    "am|i'm holding|considering|weighing|sitting an|a|on|my * offer|offers",
    "offer|offers from|with|at|by another|a|other|somewhere|elsewhere|different company|firm|employer|organisation|organization|team|place|companies|employers",
    "offer|offers elsewhere",
    "offers on the|my table",
];

/// Words of an offer that is only wished for, or is the employer's own, or is an offer to help.
const NOT_AN_OFFER: [&str; 22] = [
    "your",
    "hope",
    "would",
    "wish",
    "if",
    "once",
    "when",
    "special",
    "price",
    "customer",
    "customers",
    "help",
    "product",
    "products",
    "market",
    "marketing",
    "sales",
    "discount",
    "students",
    "subscription",
    "before",
    "should",
];

const WEEKDAYS_AND_THE_LIKE: [&str; 30] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "today",
    "tomorrow",
    "tonight",
    "noon",
    "midday",
    "eod",
    "cob",
    "week",
    "month",
    "weekend",
    "business",
];

/// A part of a pattern.
enum Token {
    /// One of these words; perhaps none of them.
    Words(Vec<&'static str>, bool),
    /// Up to six words of any kind.
    Gap,
    /// “by Friday”, “before the end of the week”, “within 24 hours”.
    By,
    /// A day, with a few words before it.
    Day,
    /// The sentence's end.
    End,
}

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let offers_matter = !is_recorded(desk)
        && !matches!(
            desk.draft.scenario,
            Some(
                Scenario::Withdraw
                    | Scenario::Accept
                    | Scenario::AskForTime
                    | Scenario::AnswerRejection
            )
        );
    for (part, text) in desk.parts() {
        for sentence in text.sentences() {
            if let Some(place) = first_match(demands(), sentence) {
                let message = "This asks for an answer by a day as if it were owed, which mostly ends a conversation: ask kindly where things stand instead.";
                findings.push(desk.finding(Check::Ultimatum, part, place, message.to_owned()));
            } else if offers_matter && let Some(place) = unrecorded_offer(sentence) {
                findings.push(desk.finding(Check::Ultimatum, part, place, offer_message()));
            }
        }
    }
}

fn offer_message() -> String {
    "This speaks of another offer, and none is recorded: record it if there is one, else take it out, as only what is true helps you."
        .to_owned()
}

/// Whether any other application has an offer, or this one has.
fn is_recorded(desk: &Desk) -> bool {
    desk.ctx.search.applications.values().any(|app| {
        app.history.iter().any(
            |entry| matches!(&entry.event, Event::Reply(reply) if reply.kind == ReplyKind::Offer),
        ) && etiquette::open_offer(app, desk.ctx).is_some()
    })
}

fn unrecorded_offer(sentence: &[Word]) -> Option<(usize, usize)> {
    let place = first_match(offers(), sentence)?;
    let harmless = sentence
        .iter()
        .any(|word| NOT_AN_OFFER.contains(&word.folded.as_str()));
    (!harmless).then_some(place)
}

fn demands() -> &'static [Vec<Token>] {
    static PATTERNS: OnceLock<Vec<Vec<Token>>> = OnceLock::new();
    PATTERNS.get_or_init(|| DEMANDS.iter().map(|pattern| parse(pattern)).collect())
}

fn offers() -> &'static [Vec<Token>] {
    static PATTERNS: OnceLock<Vec<Vec<Token>>> = OnceLock::new();
    PATTERNS.get_or_init(|| OFFERS.iter().map(|pattern| parse(pattern)).collect())
}

fn parse(pattern: &'static str) -> Vec<Token> {
    pattern
        .split(' ')
        .map(|token| match token {
            "*" => Token::Gap,
            "BY" => Token::By,
            "DAY" => Token::Day,
            "END" => Token::End,
            words => {
                let optional = words.ends_with('?');
                let words = words.trim_end_matches('?').split('|').collect();
                Token::Words(words, optional)
            }
        })
        .collect()
}

/// The place of the first pattern that a sentence holds.
fn first_match(patterns: &[Vec<Token>], sentence: &[Word]) -> Option<(usize, usize)> {
    (0..sentence.len()).find_map(|from| {
        let rest = sentence.get(from..)?;
        let length = patterns.iter().find_map(|pattern| matched(pattern, rest))?;
        let last = rest.get(length.checked_sub(1)?)?;
        Some((rest.first()?.start, last.end))
    })
}

/// How many words the pattern takes, if they begin with it.
fn matched(pattern: &[Token], words: &[Word]) -> Option<usize> {
    let Some((token, rest)) = pattern.split_first() else {
        return Some(0);
    };
    let go_on = |taken: usize| matched(rest, words.get(taken..)?).map(|more| taken + more);
    match token {
        Token::Words(any, optional) => {
            let fits = words
                .first()
                .is_some_and(|word| any.contains(&word.folded.as_str()));
            fits.then(|| go_on(1))
                .flatten()
                .or_else(|| optional.then(|| go_on(0)).flatten())
        }
        Token::Gap => (0..=6).find_map(go_on),
        Token::By => deadline(words).and_then(go_on),
        Token::Day => day(words).and_then(go_on),
        Token::End => words.is_empty().then_some(0),
    }
}

fn deadline(words: &[Word]) -> Option<usize> {
    let (first, rest) = words.split_first()?;
    let preposition = match first.folded.as_str() {
        "by" | "before" | "until" | "within" | "till" => 1,
        "no" if rest.first().is_some_and(|word| word.folded == "later") => 3,
        "not" if rest.first().is_some_and(|word| word.folded == "later") => 3,
        _ => return None,
    };
    day(words.get(preposition..)?).map(|taken| preposition + taken)
}

/// A day or a span, after up to four words such as “the end of next”.
fn day(words: &[Word]) -> Option<usize> {
    const LEADING: [&str; 16] = [
        "the", "end", "of", "next", "this", "coming", "close", "two", "three", "five", "a", "few",
        "latest", "at", "then", "on",
    ];
    for (index, word) in words.iter().take(6).enumerate() {
        let text = word.folded.as_str();
        let is_day = WEEKDAYS_AND_THE_LIKE.contains(&text)
            || text.starts_with(|c: char| c.is_ascii_digit())
            || matches!(text, "days" | "hours" | "weeks" | "day");
        if is_day {
            return Some(index + 1);
        }
        if !LEADING.contains(&text) {
            return None;
        }
    }
    None
}
