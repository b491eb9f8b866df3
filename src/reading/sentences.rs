//! A text as sentences, and a sentence as clauses.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;

/// Words after which a full stop does not end a sentence.
const SHORTENED: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "a.m", "p.m", "approx", "ca", "etc", "no",
    "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
];

static JOINT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // A clause may begin with any of these; “and” only where a new subject or verb follows.
    Regex::new(r"(?i);| [-–—]+ |—|, (?:and|but|so|though|although|however|then|while|whereas|as)\b| (?:but|however|although|whereas)\b| and (?:we|i|i'll|we'll|i’ll|we’ll|you|you'll|they|will|then|the|our|hope|plan|expect|would|are|can|could|wanted|should|aim|have|be|get|let|please|start|come|make|look)\b").ok()
});
static CONDITION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:if|whether|should you|in case|unless|(?:until|before|once) (?:we|i|the|they|you|our|a|an|any))\b",
    )
});

/// The sentences of a text, each as one line. An empty line and the mark of a list end one too.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    for line in text.lines() {
        let line: String = line.chars().map(plain).collect();
        let line = line.trim();
        if line.is_empty() || begins_item(line) || is_short_line(&sentence, line) {
            close(&mut sentence, &mut sentences);
        }
        for word in line.split_whitespace() {
            if !sentence.is_empty() {
                sentence.push(' ');
            }
            sentence.push_str(word);
            if ends_sentence(word) {
                close(&mut sentence, &mut sentences);
            }
        }
    }
    close(&mut sentence, &mut sentences);
    sentences
}

fn close(sentence: &mut String, sentences: &mut Vec<String>) {
    if !sentence.is_empty() {
        sentences.push(std::mem::take(sentence));
    }
}

/// Control characters and marks of direction do not part words.
fn plain(c: char) -> char {
    let mark = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if c.is_control() || mark { ' ' } else { c }
}

fn begins_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['•', '*', '·', '–'])
        || line.starts_with("- ")
        || rest.len() < line.len() && rest.starts_with([')'])
}

/// A greeting stands on a line of its own; so does a label such as “Decision by: 4 December”.
fn is_short_line(before: &str, line: &str) -> bool {
    let greeting = before.len() < 40 && before.ends_with([',', '!', ':']);
    greeting && line.starts_with(char::is_uppercase)
}

fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(['"', '”', '’', '\'', ')']);
    if bare.ends_with(['!', '?']) {
        return true;
    }
    let Some(stem) = bare.strip_suffix('.') else {
        return false;
    };
    let stem = stem.trim_start_matches(['(', '"', '“']).to_lowercase();
    // “4. December”, as some write it.
    let number = stem.len() <= 2 && !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_digit());
    !number && !SHORTENED.contains(&stem.as_str())
}

/// The clauses of a sentence, as places in it.
pub(super) fn clauses(sentence: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut from = 0;
    if let Some(joint) = JOINT.as_ref() {
        for found in joint.find_iter(sentence) {
            clauses.push(from..found.start());
            from = found.start();
        }
    }
    clauses.push(from..sentence.len());
    clauses
}

/// Whether what follows `before` in its clause is said on a condition that is not parted from it.
pub(super) fn is_conditional(before: &str) -> bool {
    let Some(condition) = CONDITION.as_ref() else {
        return false;
    };
    let last = condition.find_iter(before).last();
    last.is_some_and(|found| {
        !before
            .get(found.end()..)
            .unwrap_or_default()
            .contains([',', ';'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_go_on_over_lines_and_short_words() {
        assert_eq!(
            sentences(
                "Dear Mina,\n\nwe decide on\nDec. 4 at 5 p.m. at the latest. Is that fine? Yes"
            ),
            [
                "Dear Mina,",
                "we decide on Dec. 4 at 5 p.m. at the latest.",
                "Is that fine?",
                "Yes"
            ]
        );
        assert_eq!(
            sentences("Next:\n- a call\n- an offer"),
            ["Next:", "- a call", "- an offer"]
        );
    }

    #[test]
    fn a_comma_alone_does_not_part_clauses() {
        let sentence = "We met on Friday, 4 December, but we decide later; sorry";
        let parts: Vec<&str> = clauses(sentence)
            .into_iter()
            .map(|it| &sentence[it])
            .collect();
        assert_eq!(
            parts,
            [
                "We met on Friday, 4 December",
                ", but we decide later",
                "; sorry"
            ]
        );
    }

    #[test]
    fn a_condition_ends_with_its_comma() {
        assert!(is_conditional("if we decide to "));
        assert!(!is_conditional("if you are still interested, we would "));
    }
}
