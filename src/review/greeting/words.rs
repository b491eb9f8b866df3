//! The greeting as it is written: where it ends, and the names that it speaks to.

use crate::review::calling::TITLES;
use crate::review::text::{Text, Word};

/// Words that open a greeting.
const OPENERS: [&str; 33] = [
    "dear",
    "hi",
    "hello",
    "hey",
    "greetings",
    "good",
    "heya",
    "hiya",
    "howdy",
    "yo",
    "hola",
    "bom",
    "bonjour",
    "buenas",
    "buenos",
    "buongiorno",
    "caro",
    "cara",
    "cher",
    "chere",
    "ciao",
    "estimado",
    "estimada",
    "gday",
    "guten",
    "hallo",
    "hej",
    "hei",
    "liebe",
    "lieber",
    "namaste",
    "ola",
    "salut",
];

/// What follows “good” in a greeting, in a few languages.
const PARTS_OF_DAY: [&str; 8] = [
    "morning",
    "afternoon",
    "evening",
    "day",
    "dia",
    "dias",
    "tardes",
    "tag",
];

/// Words of a greeting that name nobody.
const NOBODY: [&str; 44] = [
    "team",
    "hiring",
    "manager",
    "managers",
    "recruiting",
    "recruitment",
    "recruiter",
    "recruiters",
    "sir",
    "sirs",
    "madam",
    "or",
    "to",
    "whom",
    "it",
    "may",
    "concern",
    "there",
    "talent",
    "acquisition",
    "hr",
    "human",
    "resources",
    "department",
    "colleagues",
    "committee",
    "search",
    "panel",
    "interview",
    "interviewer",
    "interviewers",
    "people",
    "staff",
    "the",
    "at",
    "of",
    "my",
    "again",
    "morning",
    "afternoon",
    "evening",
    "day",
    "from",
    "selection",
];

/// Words that greet more than one.
const EVERYBODY: [&str; 11] = [
    "all",
    "both",
    "everyone",
    "everybody",
    "folks",
    "gang",
    "guys",
    "interviewers",
    "ladies",
    "panel",
    "gentlemen",
];

/// The names that a greeting speaks to, with their places.
pub(super) struct Greeting<'a> {
    pub(super) place: (usize, usize),
    pub(super) names: Vec<&'a [Word]>,
    pub(super) everybody: bool,
}

/// The greeting that a line begins with. One without a word of greeting (“Dana,”) counts in the
/// first line alone.
pub(super) fn greeting_in<'a>(
    text: &'a Text,
    line: (usize, usize),
    first: bool,
) -> Option<Greeting<'a>> {
    let words = text.words_in(line);
    let opener = words.first()?;
    let opened = opens(opener);
    let may_greet = first || opener.folded == "dear";
    if !may_greet {
        return None;
    }
    let end = addressed_until(text, words, line);
    let words = text.words_in((line.0, end));
    let alone = line_ends(text, end, line);
    if !opened && (words.len() > 3 || !alone || text.char(end) != Some(',')) {
        return None;
    }
    // “Good to meet you” is no greeting.
    let part_of_day = |word: &Word| PARTS_OF_DAY.contains(&word.folded.as_str());
    let greets_by_hour = words.get(1).is_some_and(part_of_day);
    if opener.folded == "good" && !greets_by_hour {
        return None;
    }
    let openers = usize::from(opened) + usize::from(greets_by_hour);
    let words = words.get(openers..).unwrap_or_default();
    Some(Greeting {
        place: (line.0, end),
        names: names_of(text, words),
        everybody: words
            .iter()
            .any(|word| EVERYBODY.contains(&word.folded.as_str())),
    })
}

/// Whether the word greets; “Heyyy” does, too.
pub(in crate::review) fn opens(word: &Word) -> bool {
    let plain = word.folded.trim_end_matches('y');
    OPENERS.contains(&word.folded.as_str()) || matches!(plain, "he" | "hi")
}

/// Where the greeting ends: at the line's end if the line is short, else at the first comma.
fn addressed_until(text: &Text, words: &[Word], line: (usize, usize)) -> usize {
    let trimmed = (line.0..line.1)
        .rev()
        .find(|at| text.char(*at).is_some_and(|c| !c.is_whitespace()))
        .unwrap_or(line.0);
    let comma_inside = (line.0..trimmed).any(|at| text.char(at) == Some(','));
    let closed = match text.char(trimmed) {
        Some(',' | ':' | '-' | '–' | '—') => words.len() <= 10,
        Some('!' | '.') => words.len() <= 4 && !comma_inside,
        _ => false,
    };
    if closed {
        return trimmed;
    }
    if words.len() <= 4 && !comma_inside {
        return trimmed + 1;
    }
    let ends = |at: &usize| match text.char(*at) {
        Some(',' | ':' | '!' | ';' | '—' | '–' | '?') => true,
        Some('.') => !ends_a_title(text, *at),
        _ => false,
    };
    let limit = words.get(4).map_or(line.1, |word| word.start);
    (line.0..limit).find(ends).unwrap_or_else(|| {
        // “Hi Dana thanks for …”: as far as there are capitals.
        words
            .iter()
            .enumerate()
            .take_while(|(index, word)| *index == 0 || (word.capital && *index < 4))
            .last()
            .map_or(line.1, |(_, word)| word.end)
    })
}

fn ends_a_title(text: &Text, at: usize) -> bool {
    let word = text.words.partition_point(|word| word.end <= at);
    let last = word.checked_sub(1).and_then(|index| text.words.get(index));
    last.is_some_and(|word| {
        word.end == at && (TITLES.contains(&word.folded.as_str()) || word.end - word.start == 1)
    })
}

fn line_ends(text: &Text, end: usize, line: (usize, usize)) -> bool {
    (end..line.1)
        .filter_map(|at| text.char(at))
        .all(|c| c.is_whitespace() || matches!(c, ',' | ':' | '!' | '.' | '-' | '–' | '—'))
}

/// The names, parted by commas and “and”, without titles.
fn names_of<'a>(text: &Text, words: &'a [Word]) -> Vec<&'a [Word]> {
    let mut names = Vec::new();
    let mut from = 0;
    for (index, word) in words.iter().enumerate() {
        let joins = matches!(
            word.folded.as_str(),
            "and" | "dear" | "y" | "und" | "et" | "och" | "og"
        );
        let comma = words.get(index.wrapping_sub(1)).is_some_and(|previous| {
            (previous.end..word.start)
                .filter_map(|at| text.char(at))
                .any(|c| matches!(c, ',' | '&' | '/' | '+'))
        });
        if joins || comma {
            names.extend(words.get(from..index));
            from = if joins { index + 1 } else { index };
        }
    }
    names.extend(words.get(from..));
    names
        .into_iter()
        .map(without_greeting)
        .map(without_titles)
        .enumerate()
        // “Dear Dana, thank you,” goes on with no name.
        .filter(|(index, name)| *index == 0 || name.first().is_some_and(|word| word.capital))
        .map(|(_, name)| name)
        .filter(|name| !name.is_empty() && names_somebody(name))
        .collect()
}

/// “Hi Dana, hi Lee” greets Lee as well.
fn without_greeting(name: &[Word]) -> &[Word] {
    let greets = |word: &&Word| opens(word) || PARTS_OF_DAY.contains(&word.folded.as_str());
    let greeting = name.iter().take_while(greets).count();
    name.get(greeting..).unwrap_or_default()
}

fn without_titles(name: &[Word]) -> &[Word] {
    let titles = name
        .iter()
        .take_while(|word| TITLES.contains(&word.folded.as_str()))
        .count();
    name.get(titles..).unwrap_or_default()
}

fn names_somebody(name: &[Word]) -> bool {
    !name.iter().any(|word| {
        NOBODY.contains(&word.folded.as_str()) || EVERYBODY.contains(&word.folded.as_str())
    }) && !name.iter().any(|word| word.address)
}
