//! Blanks in brackets, and what stands in brackets in a finished letter.

use super::placeholder::LONGEST;
use super::text::{Text, folded, folded_words};

/// What stands in brackets in a finished letter.
const EDITORIAL: [&str; 28] = [
    "sic",
    "letter",
    "abstract",
    "editorial",
    "preprint",
    "we",
    "they",
    "it",
    "i",
    "you",
    "he",
    "she",
    "our",
    "their",
    "its",
    "his",
    "her",
    "the",
    "a",
    "an",
    "is",
    "are",
    "was",
    "were",
    "my",
    "your",
    "this",
    "that",
];

/// How asides in brackets begin: “[measured over six weeks]”.
const ASIDES: [&str; 22] = [
    "measured",
    "based",
    "updated",
    "edited",
    "attached",
    "translated",
    "emphasis",
    "emphases",
    "laughs",
    "laughter",
    "see",
    "cf",
    "note",
    "according",
    "as",
    "applause",
    "from",
    "in",
    "with",
    "without",
    "and",
    "or",
];

/// Tags that people leave in text pasted from a page; ugly, and no blanks.
const TAGS: [&str; 16] = [
    "b", "i", "u", "a", "p", "br", "em", "strong", "ul", "ol", "li", "div", "span", "code", "h1",
    "h2",
];

/// Blanks in brackets of any kind.
pub(super) fn bracketed(text: &Text) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(open) = text.char(at) {
        let Some(close) = closing(open) else {
            at += 1;
            continue;
        };
        let Some(place) = enclosed(text, at, open, close) else {
            at += 1;
            continue;
        };
        if is_blank(text, place, open) {
            places.push(with_sigil(text, place));
            at = place.1;
        } else {
            at += 1;
        }
    }
    places
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '[' => ']',
        '<' => '>',
        '{' => '}',
        '【' => '】',
        '［' => '］',
        '〈' => '〉',
        '«' => '»',
        '‹' => '›',
        _ => return None,
    })
}

/// From the opening bracket, with its doubles, to the matching closing ones on the same line.
fn enclosed(text: &Text, start: usize, open: char, close: char) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    for at in start..(start + LONGEST).min(text.chars.len()) {
        match text.char(at)? {
            '\n' => return None,
            c if c == open => depth += 1,
            c if c == close => {
                depth -= 1;
                if depth == 0 {
                    return Some((start, at + 1));
                }
            }
            _ => {}
        }
    }
    None
}

/// `${name}` begins with the dollar.
fn with_sigil(text: &Text, place: (usize, usize)) -> (usize, usize) {
    match (text.before(place.0), text.char(place.0)) {
        (Some('$' | '#' | '%'), Some('{')) => (place.0 - 1, place.1),
        _ => place,
    }
}

fn is_blank(text: &Text, place: (usize, usize), open: char) -> bool {
    let whole = text.slice(place.0, place.1);
    let inner = whole
        .trim_matches(|c: char| closing(c).is_some() || "]>}】］〉»›".contains(c))
        .trim();
    let touches_word = text.before(place.0).is_some_and(char::is_alphanumeric);
    if in_an_address(text, place) && !names_a_blank(inner) {
        return false;
    }
    match open {
        '[' | '【' | '［' => square(text, place, inner, touches_word),
        '<' | '〈' => angle(inner, touches_word || !hugs(text, place, inner)),
        '{' if is_variable(text, place, inner) => false,
        '{' => curly(inner),
        _ => names_a_blank(inner),
    }
}

fn square(text: &Text, place: (usize, usize), inner: &str, touches_word: bool) -> bool {
    let link = match text.char(place.1) {
        Some('(') => text
            .chars
            .get(place.1..)
            .is_some_and(|rest| rest.iter().take(300).any(|c| *c == ')')),
        Some('[' | ':') => true,
        _ => false,
    };
    let code = touches_word && !inner.contains(' ') && !names_a_blank(inner);
    let reference = !inner.chars().any(char::is_alphabetic);
    let blank_drawn = inner.chars().any(|c| matches!(c, '_' | '?' | '•')) || inner.is_empty();
    if reference {
        return blank_drawn && !is_tick_box(text, place);
    }
    let low = folded(inner);
    let ticked = low == "x" && line_opens(text, place.0);
    let editorial = EDITORIAL.contains(&low.as_str());
    let named = names_a_blank(inner);
    let aside = !named && (text.is_quoted(place) || ASIDES.contains(&first_word(&low)));
    (named || !link) && !(code || editorial || ticked || aside || is_citation(inner))
}

pub(super) fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

fn is_tick_box(text: &Text, place: (usize, usize)) -> bool {
    place.1 - place.0 == 3 && line_opens(text, place.0)
}

pub(super) fn line_opens(text: &Text, at: usize) -> bool {
    text.chars
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|c| **c != '\n')
        .all(|c| c.is_whitespace() || matches!(c, '-' | '*'))
}

/// “[Smith 2024]”, “[RFC 9110]”, “[p. 12]”.
fn is_citation(inner: &str) -> bool {
    inner.chars().any(|c| c.is_ascii_digit())
        && inner.chars().any(char::is_alphabetic)
        && !names_a_blank(inner)
}

/// Whether what the brackets hold is part of a link.
fn in_an_address(text: &Text, place: (usize, usize)) -> bool {
    text.words_in(place).first().is_some_and(|word| {
        word.address
            && word.start > place.0
            && !text.before(place.0).is_none_or(char::is_whitespace)
    })
}

/// Whether the brackets touch what they hold; “x < y and z > w” are no brackets.
fn hugs(text: &Text, place: (usize, usize), inner: &str) -> bool {
    names_a_blank(inner)
        || !(text.char(place.0 + 1).is_some_and(char::is_whitespace)
            || text.before(place.1 - 1).is_some_and(char::is_whitespace))
}

fn angle(inner: &str, loose: bool) -> bool {
    let low = folded(inner);
    let tag = low.trim_matches('/').split(' ').next().unwrap_or_default();
    let letter_first = inner.chars().next().is_some_and(char::is_alphabetic);
    letter_first
        && !loose
        && !TAGS.contains(&tag)
        && !["@", "://", "mailto:", "www.", "=", "("]
            .iter()
            .any(|mark| inner.contains(mark))
        && !looks_like_host(inner)
}

/// “<example.org/page>”.
fn looks_like_host(inner: &str) -> bool {
    !inner.contains(' ') && inner.contains('.') && !inner.ends_with('.')
}

fn curly(inner: &str) -> bool {
    let inner = inner.trim_matches(['%', '#', '-', ' ']);
    let letter_first = inner
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || c == '_');
    let is_formula = inner.contains([':', ';', '"', ',', '=', '\\', '+', '*', '^'])
        || inner.contains(" - ") && !names_a_blank(inner);
    letter_first && !is_formula
}

/// “${HOME}”, as a shell writes it.
fn is_variable(text: &Text, place: (usize, usize), inner: &str) -> bool {
    text.before(place.0) == Some('$')
        && !names_a_blank(inner)
        && inner.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

/// Whether the words are those of a blank, as in “Company” or “first_name”.
pub(super) fn names_a_blank(inner: &str) -> bool {
    const WORDS: [&str; 24] = [
        "name",
        "firstname",
        "lastname",
        "fname",
        "lname",
        "company",
        "employer",
        "position",
        "role",
        "title",
        "date",
        "day",
        "interviewer",
        "recruiter",
        "manager",
        "insert",
        "your",
        "topic",
        "project",
        "phone",
        "email",
        "skill",
        "something",
        "industry",
    ];
    folded_words(&inner.replace(['_', '-', '|'], " "))
        .iter()
        .any(|word| WORDS.contains(&word.as_str()))
}
