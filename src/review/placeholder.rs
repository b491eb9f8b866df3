//! `placeholder`: any blank that was left, in whichever style people write blanks.

use std::cmp::Reverse;

use super::text::{Text, Word, folded, folded_words};
use super::{Check, Desk, Finding, Part};
use crate::compose::called;

/// The longest thing that is taken for a blank.
const LONGEST: usize = 80;

/// What stands in brackets in a finished letter.
const EDITORIAL: [&str; 24] = [
    "sic", "we", "they", "it", "i", "you", "he", "she", "our", "their", "its", "his", "her", "the",
    "a", "an", "is", "are", "was", "were", "my", "your", "this", "that",
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

/// Blanks in brackets of any kind.
fn bracketed(text: &Text) -> Vec<(usize, usize)> {
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
    let aside = !named && (quoted(text, place) || ASIDES.contains(&first_word(&low)));
    (named || !link) && !(code || editorial || ticked || aside || is_citation(inner))
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

/// Whether it stands within a quotation: what is put into somebody's words is no blank.
fn quoted(text: &Text, place: (usize, usize)) -> bool {
    let around = |c: &&char| !matches!(c, '\n');
    let before = text.chars.get(..place.0).unwrap_or_default();
    let opened = before
        .iter()
        .rev()
        .take(LONGEST)
        .take_while(around)
        .find(|c| matches!(c, '“' | '”'))
        == Some(&'“');
    let after = text.chars.get(place.1..).unwrap_or_default();
    let closed = after
        .iter()
        .take(LONGEST)
        .take_while(around)
        .find(|c| matches!(c, '“' | '”'))
        == Some(&'”');
    opened && closed
}

fn is_tick_box(text: &Text, place: (usize, usize)) -> bool {
    place.1 - place.0 == 3 && line_opens(text, place.0)
}

fn line_opens(text: &Text, at: usize) -> bool {
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
    letter_first && !inner.contains([':', ';', '"', ',', '=', '\\'])
}

/// “${HOME}”, as a shell writes it.
fn is_variable(text: &Text, place: (usize, usize), inner: &str) -> bool {
    text.before(place.0) == Some('$')
        && !names_a_blank(inner)
        && inner.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

/// Whether the words are those of a blank, as in “Company” or “first_name”.
fn names_a_blank(inner: &str) -> bool {
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
