//! `casual`: slang, text-message English, smileys, and more than one exclamation mark.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::{Text, Word};
use super::{Check, Desk, Finding, Part};

/// Words that belong in a chat, with what a letter says instead; nothing: leave it out.
const SLANG: &[(&str, &str)] = &[
    ("4u", "for you"),
    ("asap pls", "soon"),
    ("awsm", "great"),
    ("b4", "before"),
    ("bro", ""),
    ("brb", ""),
    ("btw", "by the way"),
    ("catch ya", "see you"),
    ("catch ya later", "see you soon"),
    ("coz", "because"),
    ("cuz", "because"),
    ("cya", "see you"),
    ("dude", ""),
    ("dunno", "do not know"),
    ("fingers crossed lol", ""),
    ("gimme", "give me"),
    ("gonna", "going to"),
    ("gotta", "have to"),
    ("gr8", "great"),
    ("haha", ""),
    ("hahaha", ""),
    ("hehe", ""),
    ("hella", "very"),
    ("hit me up", "write to me"),
    ("holla", "write"),
    ("idk", "I do not know"),
    ("imho", "in my opinion"),
    ("imo", "in my opinion"),
    ("jk", ""),
    ("kinda", "rather"),
    ("kk", "all right"),
    ("l8r", "later"),
    ("lemme", "let me"),
    ("lmao", ""),
    ("lmk", "let me know"),
    ("lol", ""),
    ("my bad", "my mistake"),
    ("ngl", ""),
    ("no biggie", "no trouble"),
    ("nvm", "never mind"),
    ("omfg", ""),
    ("omg", ""),
    ("outta", "out of"),
    ("peace out", ""),
    ("pls", "please"),
    ("plz", "please"),
    ("ppl", "people"),
    ("r u", "are you"),
    ("rly", "really"),
    ("rofl", ""),
    ("shoulda", "should have"),
    ("smth", "something"),
    ("sorta", "rather"),
    ("so pumped", "looking forward"),
    ("super pumped", "very glad"),
    ("really pumped", "very glad"),
    ("so stoked", "very glad"),
    ("super stoked", "very glad"),
    ("i'm stoked", "I am glad"),
    ("am stoked", "am glad"),
    ("i'm pumped", "I am glad"),
    ("sth", "something"),
    ("sup", ""),
    ("super duper", "very"),
    ("tbh", "to be honest"),
    ("thx", "thank you"),
    ("thanx", "thank you"),
    ("tnx", "thank you"),
    ("tks", "thank you"),
    ("ttyl", ""),
    ("u", "you"),
    ("ur", "your"),
    ("wanna", "want to"),
    ("wassup", ""),
    ("whassup", ""),
    ("wat", "what"),
    ("what's up", ""),
    ("whats up", ""),
    ("wtf", ""),
    ("xoxo", ""),
    ("yeah", "yes"),
    ("ya", "you"),
    ("yep", "yes"),
    ("yup", "yes"),
    ("y'all", "you all"),
    ("yolo", ""),
    ("aint", ""),
    ("ain't", ""),
    ("bestie", ""),
    ("betcha", ""),
    ("cheers mate", "best wishes"),
    ("cool beans", ""),
    ("cos", "because"),
    ("defo", "certainly"),
    ("deffo", "certainly"),
    ("duh", ""),
    ("finna", ""),
    ("gotcha", "I see"),
    ("hey mate", "hello"),
    ("hi mate", "hello"),
    ("hmu", "write to me"),
    ("hyped", "glad"),
    ("imma", ""),
    ("innit", ""),
    ("jazzed", "glad"),
    ("laters", ""),
    ("lowkey", ""),
    ("my dude", ""),
    ("nah", "no"),
    ("no cap", ""),
    ("no joke", ""),
    ("no prob", ""),
    ("no probs", "no problem"),
    ("nope", "no"),
    ("obvs", "obviously"),
    ("oops", ""),
    ("psyched", "looking forward"),
    ("smh", ""),
    ("soz", "sorry"),
    ("tbf", "to be fair"),
    ("thanks mate", "thank you"),
    ("thingy", "matter"),
    ("tho", "though"),
    ("totes", ""),
    ("tryna", "trying to"),
    ("whatcha", "what are you"),
    ("whatevs", ""),
    ("whenevs", "whenever it suits you"),
    ("whoops", ""),
    ("woohoo", ""),
    ("woo hoo", ""),
    ("xo", ""),
    ("yay", ""),
    ("yikes", ""),
];

/// The phrases that begin with a word.
static BY_FIRST: LazyLock<HashMap<&str, Vec<&(&str, &str)>>> = LazyLock::new(|| {
    let mut phrases: HashMap<&str, Vec<&(&str, &str)>> = HashMap::new();
    for phrase in SLANG {
        let first = phrase.0.split(' ').next().unwrap_or_default();
        phrases.entry(first).or_default().push(phrase);
    }
    phrases
});

/// Words that greet friends.
const HEY: [&str; 8] = ["hey", "heya", "hiya", "yo", "heyo", "ey", "howdy", "ayo"];

/// Faces drawn with the keyboard.
const FACES: [&str; 24] = [
    ":)", ":-)", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", ":(", ":-(", ":/", "xD", "XD", "<3",
    "^^", ":))", ":)))", ":'(", ":o", ":O", "=)", "(:", ":]",
];

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    for (part, text) in desk.parts() {
        let from = findings.len();
        slang(desk, part, text, findings);
        marks(desk, part, text, findings);
        faces(desk, part, text, findings);
        emoji(desk, part, text, findings);
        let mut seen = 0;
        let mut fresh = findings.split_off(from);
        fresh.sort_by_key(|finding| (finding.start, finding.end));
        // “:D” and “!!” may touch; one place is told once.
        fresh.retain(|finding| {
            let apart = finding.start >= seen;
            seen = seen.max(finding.end);
            apart
        });
        findings.append(&mut fresh);
    }
}

fn found(desk: &Desk, part: Part, place: (usize, usize), instead: &str) -> Finding {
    let text = desk.text(part);
    let written = text.slice(place.0, place.1);
    let message = if instead.is_empty() {
        format!("“{written}” is for friends: a letter for work goes without it.")
    } else {
        format!("“{written}” is for friends: a letter for work says “{instead}”.")
    };
    let place = if instead.is_empty() {
        with_space(text, place)
    } else {
        place
    };
    Finding {
        suggestions: vec![instead.to_owned()],
        ..desk.finding(Check::Casual, part, place, message)
    }
}

/// What is left out takes the space before it along.
fn with_space(text: &Text, (start, end): (usize, usize)) -> (usize, usize) {
    let alone = text
        .char(end)
        .is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    let spaced = text.before(start) == Some(' ');
    (start - usize::from(alone && spaced), end)
}

fn slang(desk: &Desk, part: Part, text: &Text, findings: &mut Vec<Finding>) {
    let mut until = 0;
    for (index, word) in text.words.iter().enumerate() {
        if word.address || word.start < until {
            continue;
        }
        let rest = text.words.get(index..).unwrap_or_default();
        let found_here = greeted_as_friend(text, word)
            .or_else(|| phrase(text, rest))
            .or_else(|| four(text, rest))
            .or_else(|| drawn_out(text, word));
        if let Some((place, instead)) = found_here.filter(|(place, _)| !text.is_quoted(*place)) {
            until = place.1;
            findings.push(found(desk, part, place, &instead));
        }
    }
}

type Found = ((usize, usize), String);

/// “Hey Tom”, “Heyyy”: only where somebody is greeted.
fn greeted_as_friend(text: &Text, word: &Word) -> Option<Found> {
    // “Heyyy” is “hey”.
    let plain = match word.folded.strip_prefix("hey") {
        Some(rest) if rest.chars().all(|c| c == 'y') => "hey",
        _ => word.folded.as_str(),
    };
    let line_start = text
        .chars
        .get(..word.start)?
        .iter()
        .rev()
        .take_while(|c| **c != '\n')
        .all(|c| c.is_whitespace());
    let at_the_top = text.words_in((0, word.start)).len() <= 2;
    (line_start && at_the_top && HEY.contains(&plain))
        .then(|| ((word.start, word.end), "Hello".to_owned()))
}

fn phrase(text: &Text, words: &[Word]) -> Option<Found> {
    let first = words.first()?;
    BY_FIRST
        .get(first.folded.as_str())?
        .iter()
        .filter_map(|(slang, instead)| {
            let count = slang.split(' ').count();
            let words = words.get(..count)?;
            let fits = slang
                .split(' ')
                .zip(words)
                .all(|(slang, word)| word.folded == slang);
            let last = words.last()?;
            (fits && is_chat(text, first, slang) && !leads_on(text, last, slang))
                .then(|| ((first.start, last.end), cased(first, instead)))
        })
        .max_by_key(|((_, end), _)| *end)
}

/// Short words are also initials, units and Swedish roads: only in small letters, and apart from
/// hyphens and dots, are they a chat's.
fn is_chat(text: &Text, word: &Word, slang: &str) -> bool {
    let short = slang.chars().count() <= 2;
    let glued =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '.' | '/' | '@' | '&' | '+' | '_'));
    let touched = glued(text.before(word.start))
        || (glued(text.char(word.end))
            && text.char(word.end + 1).is_some_and(char::is_alphanumeric));
    let initial = short && word.capital;
    !(touched || initial)
}

/// “My bad English” is no apology.
fn leads_on(text: &Text, last: &Word, slang: &str) -> bool {
    slang == "my bad"
        && text.char(last.end) == Some(' ')
        && text.char(last.end + 1).is_some_and(char::is_alphabetic)
}

fn cased(word: &Word, instead: &str) -> String {
    let mut letters = instead.chars();
    match letters.next() {
        Some(first) if word.capital && word.opens => first.to_uppercase().chain(letters).collect(),
        _ => instead.to_owned(),
    }
}

/// “sooo”, “pleeease”: no word has a letter three times in a row.
fn drawn_out(text: &Text, word: &Word) -> Option<Found> {
    let written = text.chars.get(word.start..word.end)?;
    let three = written.windows(3).any(
        |three| matches!(three, [a, b, c] if a.is_lowercase() && a == b && b == c && *a != 'x'),
    );
    let is_word = written.len() > 3 && written.iter().all(|c| c.is_alphabetic());
    // “www”, Roman numerals and what is measured have other letters, or stand in an address.
    let is_numeral = written.iter().all(|c| matches!(c, 'i' | 'v' | 'x' | 'w'));
    (three && is_word && !is_numeral).then(|| {
        let plain = written
            .chunk_by(|a, b| a == b)
            .flat_map(|run| {
                if run.len() > 2 {
                    run.get(..1)
                } else {
                    Some(run)
                }
            })
            .flatten();
        ((word.start, word.end), plain.collect())
    })
}

/// “thx 4 the update”.
fn four(text: &Text, words: &[Word]) -> Option<Found> {
    let [word, next, ..] = words else { return None };
    let article = matches!(
        next.folded.as_str(),
        "the" | "your" | "ur" | "you" | "u" | "me" | "that" | "this"
    );
    let alone = text.before(word.start) == Some(' ') && text.char(word.end) == Some(' ');
    let before = text.words_in((0, word.start)).last()?;
    let thanked = matches!(
        before.folded.as_str(),
        "thx" | "tnx" | "thanks" | "thank" | "you" | "waiting" | "looking" | "sorry" | "good"
    );
    (word.folded == "4" && article && alone && thanked)
        .then(|| ((word.start, word.end), "for".to_owned()))
}

/// “!!”, “???” and more.
fn marks(desk: &Desk, part: Part, text: &Text, findings: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(c) = text.char(at) {
        if !matches!(c, '!' | '?') {
            at += 1;
            continue;
        }
        let count = (at..)
            .map_while(|at| text.char(at))
            .take_while(|c| matches!(c, '!' | '?'))
            .count();
        let marks = text.slice(at, at + count);
        // Question marks that stand alone are a blank.
        let shouted = marks.matches('!').count() > 1
            || (marks.matches('?').count() > 1 && text.before(at) != Some(' '));
        let after_word = text
            .before(at)
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '"' | '”' | ')' | ' '));
        let before_word = text.char(at + count).is_some_and(char::is_alphanumeric);
        if shouted && after_word && !before_word && !text.is_quoted((at, at + count)) {
            let message =
                format!("“{marks}” shouts: one mark is enough, and a full stop is calmer.");
            let one = if marks.contains('?') { "?" } else { "!" };
            findings.push(Finding {
                suggestions: vec![one.to_owned(), ".".to_owned()],
                ..desk.finding(Check::Casual, part, (at, at + count), message)
            });
        }
        at += count;
    }
}

/// “:-)” and its kin, standing alone.
fn faces(desk: &Desk, part: Part, text: &Text, findings: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(c) = text.char(at) {
        let begins = !c.is_whitespace() && text.before(at).is_none_or(char::is_whitespace);
        if !begins {
            at += 1;
            continue;
        }
        let length = (at..)
            .map_while(|at| text.char(at))
            .take_while(|c| !c.is_whitespace())
            .take(5)
            .count();
        let token = text.slice(at, at + length);
        if FACES.contains(&token.trim_end_matches(['.', ',', '!'])) {
            findings.push(found(desk, part, (at, at + length), ""));
        }
        at += length.max(1);
    }
}

fn emoji(desk: &Desk, part: Part, text: &Text, findings: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(c) = text.char(at) {
        if !is_emoji(c) {
            at += 1;
            continue;
        }
        let joins = |c: &char| is_emoji(*c) || matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{20e3}');
        let count = (at..)
            .map_while(|at| text.char(at))
            .take_while(joins)
            .count();
        findings.push(found(desk, part, (at, at + count), ""));
        at += count;
    }
}

/// Faces, hands and the like. Ticks, stars and the signs before a telephone number belong to letters
/// too.
fn is_emoji(c: char) -> bool {
    let sign = matches!(
        c,
        '📞' | '📧'
            | '📱'
            | '🌐'
            | '📍'
            | '🔗'
            | '📎'
            | '☎'
            | '✉'
            | '✓'
            | '✔'
            | '★'
            | '☆'
    );
    let face = matches!(
        c,
        '\u{1f300}'..='\u{1faff}' | '\u{2639}'..='\u{263b}' | '\u{2728}' | '\u{2764}' | '\u{2665}' | '\u{270a}'..='\u{270c}' | '\u{1f1e6}'..='\u{1f1ff}'
    );
    face && !sign
}
