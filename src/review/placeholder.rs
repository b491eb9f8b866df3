//! `placeholder`: any blank that was left, in whichever style people write blanks.

use std::cmp::Reverse;

use super::brackets::{bracketed, first_word, line_opens, names_a_blank};
use super::text::{Text, Word, folded, folded_words};
use super::{Check, Desk, Finding, Part};
use crate::compose::called;

/// The longest thing that is taken for a blank.
pub(super) const LONGEST: usize = 80;

/// Blanks without brackets: as titles or in capitals, never in small letters.
const BARE: [&str; 27] = [
    "company name",
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
const SHOUTED: [&str; 10] = [
    "name",
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

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    for (part, text) in desk.parts() {
        let fenced = bracketed(text).into_iter().map(|place| (place, true));
        let open = drawn(text).into_iter().chain(bare(text, part));
        let mut places: Vec<_> = fenced.chain(open.map(|place| (place, false))).collect();
        places.sort_by_key(|((start, end), _)| (*start, Reverse(*end)));
        // Of blanks within each other the outermost counts.
        let mut last_end = 0;
        for (place, is_fenced) in places {
            if place.0 < last_end {
                continue;
            }
            last_end = place.1;
            if !(is_fenced && belongs_to_a_name(desk, text, place)) {
                findings.push(found(desk, part, place));
            }
        }
    }
}

fn found(desk: &Desk, part: Part, place: (usize, usize)) -> Finding {
    let blank = desk.text(part).slice(place.0, place.1);
    let blank = blank.trim();
    let suggestions = filling(desk, blank);
    let message = if suggestions.is_empty() {
        format!("“{blank}” is a blank that is still open: fill it in, or take the sentence out.")
    } else {
        format!("“{blank}” is a blank that is still open: put the real words there.")
    };
    Finding {
        suggestions,
        ..desk.finding(Check::Placeholder, part, place, message)
    }
}

/// What the blank asks for, where the application knows it.
fn filling(desk: &Desk, blank: &str) -> Vec<String> {
    let words = folded_words(&blank.replace('_', " "));
    let has = |word: &str| words.iter().any(|w| w == word);
    let profile = &desk.ctx.search.profile;
    let known = if has("your") || has("my") || has("sender") {
        has("name").then(|| profile.name.clone())
    } else if has("company") || has("companyname") || has("employer") {
        desk.app.map(|app| app.company.clone())
    } else if has("position") || has("role") || has("title") || has("jobtitle") {
        desk.app.map(|app| app.position.clone())
    } else if has("name") || has("interviewer") || has("recruiter") || has("firstname") {
        addressee(desk)
    } else {
        None
    };
    known.filter(|text| !text.is_empty()).into_iter().collect()
}

fn addressee(desk: &Desk) -> Option<String> {
    let name = desk
        .draft
        .person
        .or(desk.draft.to.first().map(String::as_str))?;
    called(name).map(|called| called.as_str().to_owned())
}

/// Whether the brackets are part of a name that is written so, such as a company “Acme [EU]”.
fn belongs_to_a_name(desk: &Desk, text: &Text, place: (usize, usize)) -> bool {
    let Some(app) = desk.app else { return false };
    let blank = text.slice(place.0, place.1);
    [
        app.company.as_str(),
        &app.position,
        &desk.ctx.search.profile.name,
    ]
    .into_iter()
    .chain(app.people())
    .any(|name| name.contains(&blank))
}

/// Blanks that are drawn: “____”, “XXX”, “......”, “???”, “%NAME%”, “*|FNAME|*”.
fn drawn(text: &Text) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(c) = text.char(at) {
        let end = crossed_out(text, at + run(text, at, c), c);
        let length = end - at;
        let blank = match c {
            '_' => length >= 3 && !in_an_identifier(text, at, end) && !is_rule(text, at, end),
            '.' => length >= 5 && !is_rule(text, at, end),
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

fn run(text: &Text, at: usize, c: char) -> usize {
    text.chars
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(|other| **other == c)
        .count()
        .max(1)
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
    end - start >= 3 || (end - start == 2 && counts)
}

/// “chapter XXX”, “size XXX”.
fn is_numeral(text: &Text, start: usize, end: usize) -> bool {
    let numbered = [
        "chapter", "volume", "part", "section", "size", "act", "annex", "article",
    ];
    let before = text.words_in((0, start)).last();
    end - start == 3 && before.is_some_and(|word| numbered.contains(&word.folded.as_str()))
}

/// “XX years”: a number belongs before what is counted.
fn counted(text: &Text, end: usize) -> bool {
    let counts = [
        "years", "months", "weeks", "days", "hours", "people", "percent", "clients", "projects",
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

/// Blanks in words alone: “Company Name”, “Dear NAME,” and the greeting that greets nobody.
fn bare(text: &Text, part: Part) -> Vec<(usize, usize)> {
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
fn asks_for_words(inner: &str) -> bool {
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
