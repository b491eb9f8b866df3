//! Phrases, written as patterns over the words of a sentence.
//!
//! `a|b` is either word, `{class}` any word of a class, `a?` may be missing, `*` is up to six words of
//! any kind, `BY` a deadline such as “by Friday” or “within two days”, `DAY` a day, `END` the
//! sentence's end. Small adverbs between two words of a phrase are passed over: “I now have an offer”.

use std::collections::HashMap;

use super::text::Word;
use crate::time::is_day_or_month;

/// Words beside weekdays and months that name a day or a span.
const SPANS: [&str; 15] = [
    "today", "tomorrow", "tonight", "noon", "midday", "eod", "cob", "week", "month", "weekend",
    "business", "days", "hours", "weeks", "day",
];

/// Words that mean much the same in a letter about an application.
const CLASSES: [(&str, &str); 5] = [
    (
        "{answer}",
        "answer decision response reply feedback verdict outcome result update explanation \
         confirmation commitment statement acknowledgement acknowledgment",
    ),
    (
        "{tell}",
        "answer advise call commit confirm contact decide email inform notify phone reply respond \
         revert ring tell update write",
    ),
    (
        "{employer}",
        "agency bank client clinic company competitor employer firm hospital organisation \
         organization place school startup studio team university",
    ),
    ("{job}", "job position role post contract appointment"),
    (
        "{rude}",
        "disgraceful disrespectful inexcusable insulting outrageous ridiculous rude shameful \
         unacceptable unprofessional",
    ),
];

/// Adverbs that stand anywhere and change nothing.
const PASSED_OVER: [&str; 20] = [
    "actually",
    "already",
    "also",
    "currently",
    "even",
    "finally",
    "honestly",
    "just",
    "meanwhile",
    "now",
    "presently",
    "quite",
    "really",
    "recently",
    "respectfully",
    "simply",
    "still",
    "then",
    "truly",
    "very",
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

/// Phrases of one kind.
pub(super) struct Phrases {
    patterns: Vec<Vec<Token>>,
    /// The patterns that can begin with a word.
    by_first: HashMap<&'static str, Vec<usize>>,
}

impl Phrases {
    pub(super) fn new(patterns: &[&'static str]) -> Self {
        let patterns: Vec<Vec<Token>> = patterns.iter().map(|pattern| parse(pattern)).collect();
        let mut by_first: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (index, pattern) in patterns.iter().enumerate() {
            for token in pattern {
                let Token::Words(words, optional) = token else {
                    break;
                };
                for word in words {
                    by_first.entry(word).or_default().push(index);
                }
                if !optional {
                    break;
                }
            }
        }
        Self { patterns, by_first }
    }

    /// The place of the first phrase that a sentence holds.
    pub(super) fn first(&self, sentence: &[Word]) -> Option<(usize, usize)> {
        (0..sentence.len()).find_map(|from| self.at(sentence.get(from..)?))
    }

    /// The place of the phrase that the words begin with.
    fn at(&self, words: &[Word]) -> Option<(usize, usize)> {
        let first = words.first()?;
        let length = self
            .by_first
            .get(first.folded.as_str())?
            .iter()
            .filter_map(|index| self.patterns.get(*index))
            .find_map(|pattern| matched(pattern, words))?;
        let last = words.get(length.checked_sub(1)?)?;
        Some((first.start, last.end))
    }
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
                let words = words.trim_end_matches('?').split('|');
                Token::Words(words.flat_map(spelled_out).collect(), optional)
            }
        })
        .collect()
}

/// The words of a class, or the word itself.
fn spelled_out(word: &'static str) -> Vec<&'static str> {
    let class = CLASSES.iter().find(|(name, _)| *name == word);
    class.map_or_else(
        || vec![word],
        |(_, words)| words.split_whitespace().collect(),
    )
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
                .or_else(|| {
                    let (passed, rest) = words.split_first()?;
                    PASSED_OVER
                        .contains(&passed.folded.as_str())
                        .then(|| matched(pattern, rest).map(|more| 1 + more))
                        .flatten()
                })
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
        "on" if rest
            .iter()
            .take(2)
            .map(|word| word.folded.as_str())
            .eq(["or", "before"]) =>
        {
            3
        }
        "no" if rest.first().is_some_and(|word| word.folded == "later") => 3,
        "not" if rest.first().is_some_and(|word| word.folded == "later") => 3,
        "at" | "the" | "latest" if rest.iter().take(2).any(|word| word.folded == "latest") => 1,
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
        let is_day = is_day_or_month(text)
            || SPANS.contains(&text)
            || text.starts_with(|c: char| c.is_ascii_digit());
        if is_day {
            return Some(index + 1);
        }
        if !LEADING.contains(&text) {
            return None;
        }
    }
    None
}
