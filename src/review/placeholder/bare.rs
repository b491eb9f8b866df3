//! Blanks in words alone: “Company Name”, “Dear NAME,” and the greeting that greets nobody.

use super::LONGEST;
use super::drawn::run;
use crate::review::Part;
use crate::review::brackets::{first_word, line_opens};
use crate::review::text::{Text, Word, folded};

/// Blanks without brackets: as titles or in capitals, never in small letters.
pub(super) const BARE: [&str; 30] = [
    "company name",
    "company xyz",
    "company abc",
    "company x",
    "your name",
    "my name here",
    "first name",
    "last name",
    "full name",
    "interviewer name",
    "interviewer's name",
    "hiring manager name",
    "hiring manager's name",
    "manager name",
    "manager's name",
    "recruiter name",
    "recruiter's name",
    "recipient name",
    "recipient's name",
    "contact name",
    "name of company",
    "name of the company",
    "job title",
    "position title",
    "position name",
    "role name",
    "your company",
    "your phone number",
    "your position",
    "lorem ipsum",
];

/// Single words that stand for what belongs there when they alone are in capitals.
const SHOUTED: [&str; 12] = [
    "name",
    "role",
    "title",
    "company",
    "position",
    "interviewer",
    "recruiter",
    "firstname",
    "lastname",
    "yourname",
    "jobtitle",
    "companyname",
];

/// Blanks in words alone: “Company Name”, “Dear NAME,” and the greeting that greets nobody.
pub(super) fn bare(text: &Text, part: Part) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (index, word) in text.words.iter().enumerate() {
        if word.address {
            continue;
        }
        let rest = text.words.get(index..).unwrap_or_default();
        let phrase = BARE.iter().find_map(|phrase| spelt_out(text, rest, phrase));
        let place = phrase
            .or_else(|| insert_here(rest))
            .or_else(|| in_round_brackets(text, rest))
            .or_else(|| date_form(text, rest))
            .or_else(|| shouted(text, index).then_some((word.start, word.end)))
            .or_else(|| reminder(text, word))
            .or_else(|| {
                (part == Part::Body)
                    .then(|| greets_nobody(text, word))
                    .flatten()
            });
        places.extend(place);
    }
    places
}

/// A phrase whose words all begin with a capital.
fn spelt_out(text: &Text, words: &[Word], phrase: &str) -> Option<(usize, usize)> {
    let mut last = None;
    let mut wanted = phrase.split(' ');
    for (want, word) in wanted.by_ref().zip(words) {
        let small = matches!(want, "of" | "the" | "here");
        if word.folded != want || !(word.capital || small) {
            return None;
        }
        last = Some(word);
    }
    let (first, last) = (words.first()?, last?);
    // All words of the phrase were there, and nothing but spaces stands between them.
    let spaced = text.slice(first.start, last.end);
    let count = phrase.split(' ').count();
    (words.len() >= count && spaced.split(' ').count() == count).then_some((first.start, last.end))
}

/// “insert name here”, “Insert Company”.
fn insert_here(words: &[Word]) -> Option<(usize, usize)> {
    let (first, rest) = words.split_first()?;
    if first.folded != "insert" {
        return None;
    }
    let here = rest.iter().take(4).find(|word| word.folded == "here")?;
    Some((first.start, here.end))
}

/// “(insert phone number)”, “(your name)”.
fn in_round_brackets(text: &Text, words: &[Word]) -> Option<(usize, usize)> {
    let first = words.first()?;
    let open = first.start.checked_sub(1)?;
    let close = (first.end..(open + LONGEST).min(text.chars.len()))
        .find(|at| matches!(text.char(*at), Some('(' | ')' | '\n' | '.' | ',')))?;
    if text.char(open) != Some('(') || text.char(close) != Some(')') {
        return None;
    }
    let inner = folded(&text.slice(first.start, close));
    let asks = asks_for_words(&inner) && inner.split_whitespace().count() <= 6;
    let named =
        BARE.contains(&inner.as_str()) || matches!(inner.as_str(), "name" | "company" | "date");
    (asks || named).then_some((open, close + 1))
}

/// “insert phone number”.
pub(super) fn asks_for_words(inner: &str) -> bool {
    matches!(
        first_word(&folded(inner)),
        "insert" | "add" | "fill" | "enter"
    )
}

/// “DD/MM/YYYY”.
fn date_form(text: &Text, words: &[Word]) -> Option<(usize, usize)> {
    let [first, second, third, ..] = words else {
        return None;
    };
    let parts = [first, second, third].map(|word| text.slice(word.start, word.end));
    let adjoins = first.end + 1 == second.start && second.end + 1 == third.start;
    let letters = parts.concat();
    let in_capitals = letters
        .chars()
        .all(|c| matches!(c, 'D' | 'M' | 'Y' | 'T' | 'J' | 'A'));
    let year = parts
        .iter()
        .any(|part| matches!(part.as_str(), "YYYY" | "JJJJ" | "AAAA"));
    (adjoins && in_capitals && year).then_some((first.start, third.end))
}

/// A word in capitals between words that are not.
fn shouted(text: &Text, index: usize) -> bool {
    let in_capitals = |word: &Word| {
        text.chars
            .get(word.start..word.end)
            .unwrap_or_default()
            .iter()
            .all(|c| !c.is_lowercase())
    };
    let Some(word) = text.words.get(index) else {
        return false;
    };
    let neighbours = [index.checked_sub(1), index.checked_add(1)];
    let alone = neighbours
        .into_iter()
        .flatten()
        .filter_map(|at| text.words.get(at))
        .any(|word| !in_capitals(word));
    SHOUTED.contains(&word.folded.as_str()) && in_capitals(word) && alone
}

/// “TODO: mention the project”.
fn reminder(text: &Text, word: &Word) -> Option<(usize, usize)> {
    let marked = matches!(
        text.slice(word.start, word.end).as_str(),
        "TODO" | "FIXME" | "TBD"
    );
    let colon = text.char(word.end) == Some(':');
    (marked && colon).then_some((word.start, word.end))
}

/// “Dear ,” and “Dear,”.
fn greets_nobody(text: &Text, word: &Word) -> Option<(usize, usize)> {
    let greets = matches!(word.folded.as_str(), "dear" | "hi" | "hello");
    if !greets || !line_opens(text, word.start) {
        return None;
    }
    let spaces = run(text, word.end, ' ');
    let gap = text.char(word.end) == Some(' ') && text.char(word.end + spaces) == Some(',');
    let dear = word.folded == "dear" && text.char(word.end) == Some(',');
    if gap {
        Some((word.start, word.end + spaces + 1))
    } else {
        dear.then_some((word.start, word.end + 1))
    }
}
