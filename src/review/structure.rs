//! `structure`: whether an email has its greeting, its thanks, its next step and its sign-off.

use super::greeting::opens;
use super::text::{Text, Word, folded_words};
use super::{Check, Desk, Finding, Part};
use crate::model::{Channel, Scenario};

/// Words of a farewell.
const CLOSERS: [&str; 24] = [
    "regards",
    "sincerely",
    "best",
    "wishes",
    "cheers",
    "thanks",
    "thank",
    "yours",
    "faithfully",
    "warmly",
    "respectfully",
    "care",
    "cordially",
    "greetings",
    "gratitude",
    "truly",
    "bye",
    "goodbye",
    "love",
    "warm",
    "wish",
    "soon",
    "tnx",
    "thx",
];

/// How the words of thanks begin.
const THANKS: [&str; 8] = [
    "thank",
    "grateful",
    "appreciat",
    "gratitude",
    "thx",
    "tnx",
    "indebted",
    "obliged",
];

/// Words that lead on: of them a next step is made.
const NEXT: [&str; 52] = [
    "next",
    "forward",
    "hear",
    "hearing",
    "know",
    "happy",
    "glad",
    "gladly",
    "pleased",
    "hope",
    "will",
    "news",
    "update",
    "timeline",
    "timing",
    "question",
    "questions",
    "until",
    "contact",
    "reach",
    "send",
    "decide",
    "decision",
    "soon",
    "again",
    "further",
    "answer",
    "reply",
    "respond",
    "when",
    "whenever",
    "available",
    "free",
    "love",
    "tell",
    "ask",
    "share",
    "welcome",
    "plans",
    "call",
    "meet",
    "stand",
    "status",
    "wonder",
    "wondering",
    "let",
    "possible",
    "offer",
    "progress",
    "outcome",
    "could",
    "back",
];

/// So many lines at the end may belong to the sign-off.
const LAST_LINES: usize = 8;

/// Where a letter's parts lie, in characters.
pub(super) struct Shape {
    /// The end of the greeting; 0 where there is none.
    pub(super) greeted: usize,
    /// The beginning of the sign-off; the text's end where there is none.
    pub(super) closing: usize,
    has_greeting: bool,
    has_sign_off: bool,
}

impl Shape {
    pub(super) fn of(desk: &Desk) -> Self {
        let text = &desk.body;
        let lines: Vec<(usize, usize)> = text.lines().collect();
        let (_, end) = text.whole();
        let first = lines.first().copied().unwrap_or((0, 0));
        let greeting = greeting_ends(desk, first);
        let rest = lines.get(1..).unwrap_or_default();
        let closing = closing_from(desk, rest);
        Self {
            greeted: greeting.unwrap_or(0),
            closing: closing.unwrap_or(end),
            has_greeting: greeting.is_some(),
            has_sign_off: closing.is_some(),
        }
    }

    /// `words` as a paragraph of their own before the sign-off, or at the end.
    fn paragraph(&self, words: &str) -> String {
        if self.has_sign_off {
            format!("{words}\n\n")
        } else {
            format!("\n\n{words}")
        }
    }
}

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let Some(scenario) = desk.draft.scenario else {
        return;
    };
    let (start, end) = desk.body.whole();
    if desk.draft.channel() != Some(Channel::Email) || start == end {
        return;
    }
    let shape = Shape::of(desk);
    if !shape.has_greeting {
        let name = desk.addressee().map(|name| format!("Dear {name},\n\n"));
        findings.push(found(desk, 0, "It has no greeting.", name));
    }
    let said = desk.body.words_in((start, end));
    if expects_thanks(scenario) && !has_thanks(desk, said) {
        let words = shape.paragraph("Thank you for your time.");
        let message = "It has no word of thanks.";
        findings.push(found(desk, shape.closing, message, Some(words)));
    }
    if (scenario == Scenario::ThankYou || scenario.is_check_in()) && !leads_on(desk, &shape) {
        let words = if scenario.is_check_in() {
            "Could you tell me what the next step will be?"
        } else {
            "I look forward to hearing from you."
        };
        let message = "It names no next step, so that the other does not know what to answer.";
        let words = shape.paragraph(words);
        findings.push(found(desk, shape.closing, message, Some(words)));
    }
    if !shape.has_sign_off {
        findings.push(found(
            desk,
            end,
            "It ends without a farewell and your name.",
            sign_off(desk),
        ));
    }
}

/// Something that is missing at a place, and what could be put there.
fn found(desk: &Desk, at: usize, message: &str, words: Option<String>) -> Finding {
    Finding {
        suggestions: words.into_iter().collect(),
        ..desk.finding(Check::Structure, Part::Body, (at, at), message.to_owned())
    }
}

fn sign_off(desk: &Desk) -> Option<String> {
    let profile = &desk.ctx.search.profile;
    let named = !profile.name.trim().is_empty();
    named.then(|| format!("\n\n{},\n{}", profile.sign_off, profile.name))
}

/// Where the first line stops to greet; nothing if it does not greet.
fn greeting_ends(desk: &Desk, line: (usize, usize)) -> Option<usize> {
    let text = &desk.body;
    let words = text.words_in(line);
    let first = words.first()?;
    let last = (line.0..line.1)
        .rev()
        .find_map(|at| text.char(at).filter(|c| !c.is_whitespace()))?;
    let opened = opens(first);
    let to_whom = first.folded == "to" && words.get(1).is_some_and(|word| word.folded == "whom");
    let short = words.len() <= 4 && matches!(last, ',' | '!' | ':' | '-' | '–' | '—');
    let short = short || (words.len() <= 3 && last.is_alphanumeric());
    let names: Vec<String> = desk
        .draft
        .to
        .iter()
        .map(String::as_str)
        .chain(desk.draft.person)
        .flat_map(folded_words)
        .filter(|word| word.chars().count() > 1)
        .collect();
    let named = words
        .iter()
        .take(6)
        .any(|word| names.contains(&word.folded));
    if words.len() > 10 {
        // “Hi Dana, thank you for …”: the greeting is the line's beginning.
        let comma = (line.0..line.1).find(|at| text.char(*at) == Some(','));
        return (opened || named).then(|| comma.filter(|at| *at < line.0 + 40).unwrap_or(line.0));
    }
    (opened || to_whom || short || named).then_some(line.1)
}

/// Where the sign-off begins; nothing if there is none.
fn closing_from(desk: &Desk, lines: &[(usize, usize)]) -> Option<usize> {
    let text = &desk.body;
    let last_lines = lines
        .iter()
        .rev()
        .take(LAST_LINES)
        .copied()
        .collect::<Vec<_>>();
    if let Some(line) = last_lines.iter().find(|line| is_closing(text, **line)) {
        return Some(line.0);
    }
    // A name alone is one, too.
    last_lines
        .first()
        .filter(|line| is_name(desk, **line))
        .map(|line| line.0)
}

fn is_closing(text: &Text, line: (usize, usize)) -> bool {
    let words = text.words_in(line);
    let ends_sentence = (line.0..line.1)
        .rev()
        .find_map(|at| text.char(at).filter(|c| !c.is_whitespace()))
        .is_some_and(|c| matches!(c, '?' | ':'));
    words.len() <= 7
        && !ends_sentence
        && words
            .iter()
            .any(|word| CLOSERS.contains(&word.folded.as_str()))
}

/// A last line that is the user's name, or may be one.
fn is_name(desk: &Desk, line: (usize, usize)) -> bool {
    let text = &desk.body;
    let words = text.words_in(line);
    let own = folded_words(&desk.ctx.search.profile.name);
    let is_own = words.iter().any(|word| own.contains(&word.folded));
    let stops = text
        .slice(line.0, line.1)
        .trim_end()
        .ends_with(['.', '?', '!']);
    let capitals = words.iter().all(|word| word.capital);
    words.len() <= 4 && (is_own || (capitals && !stops))
}

/// Whether such a letter is expected to thank.
fn expects_thanks(scenario: Scenario) -> bool {
    scenario.is_check_in()
        || matches!(
            scenario,
            Scenario::ThankYou
                | Scenario::AnswerUpdate
                | Scenario::AnswerRejection
                | Scenario::LastWord
                | Scenario::OtherOfferMention
                | Scenario::OtherOfferExpedite
                | Scenario::Withdraw
                | Scenario::Accept
                | Scenario::AskForTime
        )
}

fn has_thanks(desk: &Desk, words: &[Word]) -> bool {
    let other_languages = [
        "谢",
        "ありがと",
        "спасиб",
        "شكر",
        "merci",
        "danke",
        "gracias",
        "dzięk",
        "obrigad",
        "grazie",
        "bedankt",
    ];
    words
        .iter()
        .any(|word| THANKS.iter().any(|thanks| word.folded.starts_with(thanks)))
        || {
            let low = desk.draft.body.to_lowercase();
            other_languages.iter().any(|thanks| low.contains(thanks))
        }
}

/// Whether the text between greeting and sign-off, or the sign-off itself, leads on to something.
fn leads_on(desk: &Desk, shape: &Shape) -> bool {
    let text = &desk.body;
    let from = shape.greeted;
    let asks = text
        .chars
        .get(from..)
        .is_some_and(|rest| rest.contains(&'?'));
    asks || text
        .words_in((from, text.chars.len()))
        .iter()
        .any(|word| NEXT.contains(&word.folded.as_str()))
}
