//! Blanks that are drawn: “____”, “XXX”, “......”, “???”, “%NAME%”, “*|FNAME|*”.

use super::LONGEST;
use super::bare::{BARE, asks_for_words};
use crate::review::brackets::names_a_blank;
use crate::review::text::{Text, folded};

/// Blanks that are drawn: “____”, “XXX”, “......”, “???”, “%NAME%”, “*|FNAME|*”.
pub(super) fn drawn(text: &Text) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(c) = text.char(at) {
        let end = crossed_out(text, at + run(text, at, c), c);
        let length = end - at;
        let blank = match c {
            '_' => length >= 3 && !in_an_identifier(text, at, end) && !is_rule(text, at, end),
            '.' => (length >= 5 && !is_rule(text, at, end)) || is_left_out(text, at, end),
            '…' => is_left_out(text, at, end),
            '?' => length >= 3 && text.before(at).is_none_or(char::is_whitespace),
            'x' | 'X' => crosses(text, at, end),
            _ => false,
        };
        if blank {
            places.push((at, end));
        } else if let Some(end) = merge_field(text, at) {
            places.push((at, end));
            at = end;
            continue;
        }
        at = end;
    }
    places
}

/// “XXX-XXXX” is one blank.
fn crossed_out(text: &Text, mut end: usize, c: char) -> usize {
    if !matches!(c, 'x' | 'X') {
        return end;
    }
    while matches!(text.char(end), Some('-' | '/' | '.')) && text.char(end + 1) == Some(c) {
        let again = run(text, end + 1, c);
        if again < 2 {
            break;
        }
        end += 1 + again;
    }
    end
}

fn in_an_identifier(text: &Text, start: usize, end: usize) -> bool {
    text.before(start).is_some_and(char::is_alphanumeric)
        && text.char(end).is_some_and(char::is_alphanumeric)
}

/// “In my time at ..., I did”: dots where a word belongs.
fn is_left_out(text: &Text, start: usize, end: usize) -> bool {
    let before = text.words_in((0, start)).last();
    let dots = end - start >= 3 || text.char(start) == Some('…');
    dots && text.before(start) == Some(' ')
        && matches!(text.char(end), Some(' ' | ',' | '.' | ';'))
        && before.is_some_and(|word| {
            word.end + 1 == start
                && matches!(
                    word.folded.as_str(),
                    "at" | "as" | "a" | "an" | "the" | "in" | "of" | "from" | "for" | "your" | "my"
                )
        })
}

/// A line that parts a letter, drawn over its width.
fn is_rule(text: &Text, start: usize, end: usize) -> bool {
    end - start >= 15
        && text.before(start).is_none_or(|c| c == '\n')
        && text.char(end).is_none_or(|c| c == '\n')
}

/// “XXX”, and “XX” where a number belongs.
fn crosses(text: &Text, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || c == '\'');
    if letter(text.before(start)) {
        return false;
    }
    let unit = matches!(text.char(end), Some('k' | 'K')) && !letter(text.char(end + 1));
    if (letter(text.char(end)) && !unit) || is_numeral(text, start, end) {
        return false;
    }
    let counts = text
        .before(start)
        .is_some_and(|c| matches!(c, '€' | '$' | '£' | '+'))
        || matches!(text.char(end), Some('%'))
        || unit
        || counted(text, end);
    let is_x = end - start == 1 && text.char(start) == Some('X');
    end - start >= 3 || (end - start == 2 && counts) || (is_x && lasts(text, end))
}

/// “chapter XXX”, “size XXX”.
fn is_numeral(text: &Text, start: usize, end: usize) -> bool {
    let numbered = [
        "chapter", "volume", "part", "section", "size", "act", "annex", "article",
    ];
    let before = text.words_in((0, start)).last();
    end - start == 3 && before.is_some_and(|word| numbered.contains(&word.folded.as_str()))
}

/// “X years”: one letter in the place of a number.
fn lasts(text: &Text, end: usize) -> bool {
    let next = text.words_in((end, (end + LONGEST).min(text.chars.len())));
    text.char(end) == Some(' ')
        && next.first().is_some_and(|word| {
            word.start == end + 1 && matches!(word.folded.as_str(), "years" | "months" | "weeks")
        })
}

/// “XX years”: a number belongs before what is counted.
fn counted(text: &Text, end: usize) -> bool {
    let counts = [
        "years", "months", "weeks", "days", "hours", "people", "percent", "clients", "projects",
        "of",
    ];
    let next = text.words_in((end, (end + LONGEST).min(text.chars.len())));
    text.char(end) == Some(' ')
        && next
            .first()
            .is_some_and(|word| word.start == end + 1 && counts.contains(&word.folded.as_str()))
}

/// The end of “%NAME%” or “*|NAME|*”.
fn merge_field(text: &Text, start: usize) -> Option<usize> {
    let rest = text.chars.get(start..(start + 40).min(text.chars.len()))?;
    match rest {
        ['%', first, ..] if first.is_alphabetic() || *first == '%' => {
            let name = rest.iter().skip(1).skip_while(|c| **c == '%');
            let length = name.take_while(|c| c.is_alphabetic() || **c == '_').count();
            let opening = rest.iter().take_while(|c| **c == '%').count();
            let closing = rest.get(opening + length..)?;
            let closed = closing.iter().take_while(|c| **c == '%').count();
            (length > 1 && closed == opening).then_some(start + opening + length + closed)
        }
        [fence @ ('~' | '*' | '#' | '@' | '|' | '^'), first, ..] if first.is_alphabetic() => {
            let end = rest.iter().skip(1).position(|c| c == fence)? + 1;
            let inner: String = rest.get(1..end)?.iter().collect();
            // “*your* idea” is stressed.
            let asks = BARE.contains(&folded(&inner).as_str()) || asks_for_words(&inner);
            let blank = asks || (*fence != '*' && names_a_blank(&inner));
            let hugged = !inner.contains('\n') && !inner.ends_with(' ');
            let words = inner.split_whitespace().count();
            (blank && hugged && words <= 4).then_some(start + end + 1)
        }
        ['*', '|', ..] => {
            let end = rest.windows(2).position(|two| two == ['|', '*'])?;
            (end > 1).then_some(start + end + 2)
        }
        _ => None,
    }
}

pub(super) fn run(text: &Text, at: usize, c: char) -> usize {
    text.chars
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(|other| **other == c)
        .count()
        .max(1)
}
