//! Makes a note fit into a sentence. Notes are typed in haste: a few words, a clause or a whole
//! sentence, with a capital and a full stop or without. Where a note's shape cannot be told, its
//! words stay as they are.

use crate::time::{long_day, parse_day};

/// Words that begin a note and are no names, so that their capital may go.
const COMMON: &str = "a about after all also an and another any at because before being better big \
    both build building builds bugs business but by changing clean cloud code common cost costs \
    cross customer customers daily data day deep design each early event every everyday everyone \
    everything fast few finding first flaky for from fun getting good great growth half hard he \
    her high his hiring how if in it it's internal its keeping large last late legacy less long \
    lots low machine making manual many may mentoring mobile monthly more most moving much multi \
    my new no nobody not of old on once one onboarding only open our out over payment payments \
    people plans price prices process product products project projects quality quiet quick real \
    release releases remote running safety sales search security self several she short shorter \
    slow slower small so some something staff support system systems team teams technical test \
    testing tests that the their them there these they they're they've this three to too training \
    trust two under user users very we we're we've web weekly what when where which while who why \
    with without work workers working works you you're you've your";

/// Endings that names seldom have.
const COMMON_ENDINGS: [&str; 11] = [
    "tion", "tions", "sion", "ment", "ments", "ness", "ship", "less", "ous", "ing", "ed",
];

/// Names that have such an ending all the same.
const NAMES_ALL_THE_SAME: [&str; 8] = [
    "beijing",
    "boeing",
    "chongqing",
    "clement",
    "fred",
    "mohammed",
    "nanjing",
    "sterling",
];

/// Abbreviations whose full stop is part of them.
const ABBREVIATIONS: [&str; 9] = [
    "etc.", "inc.", "ltd.", "co.", "corp.", "jr.", "sr.", "approx.", "dept.",
];

const SUBJECTS: [&str; 8] = ["i", "we", "they", "you", "he", "she", "it", "there"];

/// Verbs that show a statement when they follow its subject.
const STATING: [&str; 13] = [
    "is", "are", "was", "were", "has", "have", "will", "can", "cannot", "must", "wants", "takes",
    "went",
];

/// Words that make what follows a clause of its own.
const JOINING: [&str; 14] = [
    "how", "what", "why", "where", "when", "who", "which", "that", "whether", "if", "they", "we",
    "you", "i",
];

/// Ways to begin a note that the letter says itself.
const LEADS: [&str; 16] = [
    "we talked about ",
    "we talked a lot about ",
    "we spoke about ",
    "we discussed ",
    "they talked about ",
    "they told me about ",
    "they mentioned ",
    "you told me about ",
    "you talked about ",
    "you spoke about ",
    "you mentioned ",
    "our conversation about ",
    "talked about ",
    "talking about ",
    "discussed ",
    "about ",
];

/// Words after which an account of one's own work goes on as it is.
const TELLING: [&str; 27] = [
    "i", "i've", "i'm", "we", "we've", "at", "in", "as", "when", "while", "during", "my", "our",
    "for", "after", "before", "with", "on", "last", "over", "by", "since", "once", "within",
    "together", "from", "there",
];

/// Past tenses that do not end in “ed”.
const PAST: [&str; 40] = [
    "led",
    "built",
    "rebuilt",
    "cut",
    "ran",
    "wrote",
    "rewrote",
    "made",
    "grew",
    "won",
    "set",
    "brought",
    "took",
    "drove",
    "kept",
    "taught",
    "sold",
    "found",
    "began",
    "held",
    "shrank",
    "gave",
    "got",
    "put",
    "saw",
    "sped",
    "split",
    "spoke",
    "spent",
    "stood",
    "told",
    "went",
    "oversaw",
    "undertook",
    "did",
    "dealt",
    "met",
    "beat",
    "broke",
    "came",
];

/// What makes a name for something an account.
const POINTING: &str = "I can point to ";

/// One line, its white space evened out.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fit for the middle or the end of a sentence: no full stop, and no capital but a name's.
pub(super) fn clause(text: &str) -> String {
    let text = line(text);
    decapitalised(without_stop(&text))
}

/// Fit to stand alone: a capital first, a full stop last.
pub(super) fn sentence(text: &str) -> String {
    let text = line(text);
    if text.is_empty() {
        return text;
    }
    let mut sentence = capitalised(&text);
    if !sentence
        .trim_end_matches(['”', '"', '’', ')'])
        .ends_with(['.', '?', '!', '…'])
    {
        sentence.push('.');
    }
    sentence
}

/// “about …”, whatever the shape of the note: “about how they release” for “They release …”.
pub(super) fn about(text: &str) -> String {
    let text = clause(text);
    let text = without_lead(&text);
    if let Some(rest) = strip_word(text, "that") {
        return format!("about how {}", clause(rest));
    }
    if text.starts_with("to ") {
        return format!("about the plan {text}");
    }
    if states(text) {
        return format!("about how {}", clause(text));
    }
    format!("about {}", clause(text))
}

/// An account of the user's own work, told by them: “I led …” for “Led …”.
pub(super) fn first_person(text: &str) -> String {
    let text = line(text);
    let first = first_word(&text);
    if text.starts_with('[') || TELLING.contains(&first.as_str()) || states(&text) {
        return text;
    }
    if PAST.contains(&first.as_str()) || (first.len() > 3 && first.ends_with("ed")) {
        return format!("I {}", lowered(&text));
    }
    format!("{POINTING}{}", clause(&text))
}

/// An account of the user's own work as it follows a colon: “I led …” for “Led …”, and a name for
/// something as it is.
pub(super) fn account(text: &str) -> String {
    let told = first_person(text);
    clause(told.strip_prefix(POINTING).unwrap_or(&told))
}

/// A note about the employer as it is said to them: “You are moving …” for “They are moving …”.
pub(super) fn said_to_them(text: &str) -> String {
    let first = first_word(text);
    let (subject, rest) = first.split_at(first.find('\'').unwrap_or(first.len()));
    let yours = match subject {
        "they" => "you",
        "their" => "your",
        _ => return text.to_owned(),
    };
    let length = text.split(' ').next().map_or(0, str::len);
    let after = text.get(length..).unwrap_or_default();
    capitalised(&format!("{yours}{}{after}", rest.replace('\'', "’")))
}

/// A question, whether it was typed as one or told.
pub(super) fn question(text: &str) -> String {
    let text = line(text);
    if text.starts_with('[') || text.ends_with(['?', '.']) {
        return capitalised(&text);
    }
    match first_word(&text).as_str() {
        "whether" | "if" => format!("I would like to know {}.", clause(&text)),
        _ => format!("{}?", capitalised(&text)),
    }
}

/// A day as it is said: “Friday 4 December” for “2026-12-04”, else the user's own words.
pub(super) fn day(text: &str) -> String {
    if let Ok(day) = parse_day(text) {
        return long_day(day);
    }
    let text = clause(text);
    for lead in ["by ", "on ", "until "] {
        if let Some(rest) = text.strip_prefix(lead) {
            return rest.to_owned();
        }
    }
    text
}

/// What was done, where and with which result, joined as one would say it.
pub(super) fn achievement(place: &str, what: &str, result: &str) -> String {
    let place = clause(place);
    let (what, result) = match (clause(what), clause(result)) {
        (what, result) if what.is_empty() => (result, what),
        (what, result) => (first_person(&what), result),
    };
    let place = strip_word(&place, "at").unwrap_or(&place);
    let told = if place.is_empty() || contains_word(&what, place) {
        what
    } else {
        format!("at {place}, {}", lowered_unless_i(&what))
    };
    if result.is_empty() {
        return told;
    }
    format!("{told}; the result: {result}")
}

fn contains_word(text: &str, word: &str) -> bool {
    text.to_lowercase().contains(&word.to_lowercase())
}

fn lowered_unless_i(text: &str) -> String {
    match first_word(text).as_str() {
        "i" | "i've" | "i'm" => text.to_owned(),
        _ => clause(text),
    }
}

fn first_word(text: &str) -> String {
    text.split(' ')
        .next()
        .unwrap_or_default()
        .trim_matches(|c: char| c.is_ascii_punctuation() && c != '\'')
        .replace('’', "'")
        .to_lowercase()
}

/// Without punctuation at the end, but for abbreviations and questions.
fn without_stop(text: &str) -> &str {
    let bare = text.trim_end_matches(['.', ',', ';', ':', '!', '…', ' ']);
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let dotted = last.trim_end_matches('.').contains('.') && last.len() < 8;
    if text.ends_with('.') && (dotted || ABBREVIATIONS.contains(&last.as_str())) {
        return text;
    }
    bare
}

fn without_lead(text: &str) -> &str {
    let low = text.to_lowercase();
    LEADS
        .iter()
        .find(|lead| low.starts_with(*lead))
        .and_then(|lead| text.get(lead.len()..))
        .unwrap_or(text)
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    rest.strip_prefix(' ')
}

/// Whether the note is a statement (“they release twice a year”) rather than a name for something
/// (“the releases”, “how they release”).
fn states(text: &str) -> bool {
    let words: Vec<String> = text.split(' ').take(6).map(first_word).collect();
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let subject = first.split('\'').next().unwrap_or_default();
    if SUBJECTS.contains(&subject) {
        return true;
    }
    !JOINING.contains(&first.as_str())
        && rest
            .iter()
            .take_while(|word| !JOINING.contains(&word.as_str()))
            .any(|word| STATING.contains(&word.as_str()))
}

fn decapitalised(text: &str) -> String {
    if is_common(text.split(' ').next().unwrap_or_default()) {
        lowered(text)
    } else {
        text.to_owned()
    }
}

/// Whether a word's capital may go: it is a plain word with a capital, and no “I”.
fn is_common(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let capital_first = letters.first().is_some_and(|c| c.is_uppercase());
    let small_rest = !letters.iter().skip(1).any(|c| c.is_uppercase());
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    let low = first_word(word);
    let head = low.split('-').next().unwrap_or_default();
    capital_first
        && small_rest
        && !has_digit
        && !NAMES_ALL_THE_SAME.contains(&low.as_str())
        && (COMMON.split_whitespace().any(|common| common == head)
            || PAST.contains(&low.as_str())
            || (low.len() > 5 && COMMON_ENDINGS.iter().any(|ending| low.ends_with(ending))))
}

fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

/// With a capital first, unless the first word has one further on (iOS, eBay).
fn capitalised(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    if first.chars().skip(1).any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(filter: impl Fn(&str) -> String, cases: &[(&str, &str)]) {
        for (note, fitted) in cases {
            assert_eq!(filter(note), *fitted, "{note}");
        }
    }

    #[test]
    fn a_clause_has_no_stop_and_only_the_capitals_of_names() {
        all(
            clause,
            &[
                ("The billing takes weeks.", "the billing takes weeks"),
                ("how releases go out", "how releases go out"),
                ("Kafka at scale", "Kafka at scale"),
                ("Berlin office move", "Berlin office move"),
                ("I led it.", "I led it"),
                ("I’ve led it", "I’ve led it"),
                ("API design", "API design"),
                ("Flaky tests!", "flaky tests"),
                ("Scaling the team …", "scaling the team"),
                ("Beijing first", "Beijing first"),
                ("They’re moving to the U.S.", "they’re moving to the U.S."),
                ("a deal with Acme Inc.", "a deal with Acme Inc."),
                ("  two\n lines ", "two lines"),
                ("[what]", "[what]"),
                ("", ""),
                ("Über-fast builds", "Über-fast builds"),
            ],
        );
    }

    #[test]
    fn a_sentence_has_both() {
        all(
            sentence,
            &[
                ("it works", "It works."),
                ("It works.", "It works."),
                ("iOS came first", "iOS came first."),
                ("really?", "Really?"),
                ("he said “yes.”", "He said “yes.”"),
                ("écoute", "Écoute."),
                ("", ""),
            ],
        );
    }

    #[test]
    fn about_fits_every_shape_of_note() {
        all(
            about,
            &[
                ("how releases go out", "about how releases go out"),
                ("We talked about flaky tests.", "about flaky tests"),
                (
                    "They are moving to events.",
                    "about how they are moving to events",
                ),
                (
                    "the team is moving to events",
                    "about how the team is moving to events",
                ),
                ("the problem they have", "about the problem they have"),
                ("That everybody mentors", "about how everybody mentors"),
                ("to open in Madrid", "about the plan to open in Madrid"),
                ("[what you talked about]", "about [what you talked about]"),
            ],
        );
    }

    #[test]
    fn an_account_is_told_by_its_author() {
        all(
            first_person,
            &[
                ("Led a team of five", "I led a team of five"),
                ("cut costs by half", "I cut costs by half"),
                ("Reduced churn", "I reduced churn"),
                ("I led a team", "I led a team"),
                ("At Northwind, we grew", "At Northwind, we grew"),
                ("A new onboarding", "I can point to a new onboarding"),
                (
                    "the pipeline was slow; I fixed it",
                    "the pipeline was slow; I fixed it",
                ),
            ],
        );
        assert_eq!(
            achievement("Northwind", "Rebuilt the pipeline.", "Releases are daily."),
            "at Northwind, I rebuilt the pipeline; the result: releases are daily"
        );
        assert_eq!(achievement("", "Led a team", ""), "I led a team");
        assert_eq!(
            achievement("Northwind", "", "growth"),
            "at Northwind, growth"
        );
    }

    #[test]
    fn what_was_noted_of_them_is_said_to_them() {
        all(
            said_to_them,
            &[
                ("They are moving to events", "You are moving to events"),
                ("they’re moving to events", "You’re moving to events"),
                ("Their tests are flaky", "Your tests are flaky"),
                ("Theirs is better", "Theirs is better"),
                ("how they release", "how they release"),
                ("They", "You"),
                ("", ""),
            ],
        );
        all(
            account,
            &[
                ("Led a team of five.", "I led a team of five"),
                ("A new onboarding", "a new onboarding"),
                ("At Northwind, I led it", "at Northwind, I led it"),
                ("[something you did]", "[something you did]"),
            ],
        );
    }

    #[test]
    fn days_and_questions_are_said_as_people_say_them() {
        all(
            day,
            &[
                ("2026-12-04", "Friday 4 December"),
                ("by Friday", "Friday"),
                ("the end of next week.", "the end of next week"),
            ],
        );
        all(
            question,
            &[
                ("would it start in May", "Would it start in May?"),
                ("Would it?", "Would it?"),
                (
                    "whether it could start in May",
                    "I would like to know whether it could start in May.",
                ),
                ("[your question]", "[your question]"),
            ],
        );
    }
}
