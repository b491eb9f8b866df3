//! Phrases as patterns that read like the phrase.

use regex::{Regex, RegexBuilder};

/// A pattern of words, whatever their capitals. Beside what regular expressions know, ` … ` stands
/// for up to six words of the same clause, `n't` for every verb that ends so, and `'` for every
/// apostrophe.
///
/// Nothing where the pattern is wrong, which a test of every table forbids.
pub(super) fn pattern(phrase: &str) -> Option<Regex> {
    let source = phrase
        .replace(" … ", r"(?:[ ,][\w'/&.]+-?[\w'/&.]*){0,6}?[ ,]+")
        .replace("n't", r"\w*n't")
        .replace('\'', "['’]");
    RegexBuilder::new(&format!(r"\b(?:{source})"))
        .case_insensitive(true)
        .build()
        .ok()
}

/// The last part of `text` that is at most `length` bytes long, cut between characters.
pub(super) fn tail(text: &str, length: usize) -> &str {
    let mut from = text.len().saturating_sub(length);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..).unwrap_or_default()
}

/// The first part of `text` that is at most `length` bytes long, cut between characters.
pub(super) fn head(text: &str, length: usize) -> &str {
    let mut to = text.len().min(length);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.get(..to).unwrap_or_default()
}
