//! What somebody may be called: their names, the short forms of them, and names that are almost
//! theirs.

use super::text::{Word, folded, folded_words};

/// What stands before a name.
pub(super) const TITLES: [&str; 19] = [
    "mr",
    "mrs",
    "ms",
    "mx",
    "miss",
    "dr",
    "prof",
    "professor",
    "doctor",
    "herr",
    "frau",
    "monsieur",
    "madame",
    "mme",
    "senor",
    "senora",
    "sr",
    "sra",
    "signora",
];

/// Short forms that are not the beginning of the name.
const SHORT_FORMS: [(&str, &str); 34] = [
    ("mike", "michael"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("bobby", "robert"),
    ("bill", "william"),
    ("will", "william"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("betty", "elizabeth"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("jim", "james"),
    ("jack", "john"),
    ("johnny", "john"),
    ("kate", "katherine"),
    ("katie", "katherine"),
    ("kate", "catherine"),
    ("kathy", "katherine"),
    ("cathy", "catherine"),
    ("tony", "anthony"),
    ("peggy", "margaret"),
    ("maggie", "margaret"),
    ("meg", "margaret"),
    ("ted", "edward"),
    ("ned", "edward"),
    ("sasha", "alexander"),
    ("sasha", "alexandra"),
    ("steve", "stephen"),
    ("steve", "steven"),
    ("becky", "rebecca"),
    ("andy", "andrew"),
    ("drew", "andrew"),
    ("jen", "jennifer"),
    ("jenny", "jennifer"),
];

/// The words of a person's name, without what stands in brackets and without titles.
fn words_of(person: &str) -> Vec<String> {
    let plain = person.split(['(', '[']).next().unwrap_or_default();
    folded_words(plain)
        .into_iter()
        .filter(|word| !TITLES.contains(&word.as_str()))
        .collect()
}

/// Whether somebody of the name `person` may be called so.
pub(super) fn is_called(person: &str, name: &[Word]) -> bool {
    let own = words_of(person);
    if own.is_empty() || person.contains('@') || writes_otherwise(person, name) {
        return true;
    }
    name.iter().all(|word| {
        own.iter().any(|own| fits(own, &word.folded)) || in_brackets(person, &word.folded)
    })
}

/// “Elizabeth (Liz) Young” may be called Liz.
fn in_brackets(person: &str, word: &str) -> bool {
    folded_words(person).iter().any(|own| own == word)
}

fn fits(own: &str, word: &str) -> bool {
    let (long, short) = (own.chars().count(), word.chars().count());
    own == word
        || (short == 1 && own.starts_with(word))
        || (short >= 3 && long >= short + 2 && own.starts_with(word))
        || SHORT_FORMS
            .iter()
            .any(|(form, name)| *form == word && *name == own)
        || transcribed(own) == transcribed(word)
        || (is_unspaced(own) && own.contains(word))
}

/// Whether it is in a script that puts no space between family and given name.
fn is_unspaced(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
}

/// “Müller” is written Mueller as well.
fn transcribed(word: &str) -> String {
    word.replace("ae", "a")
        .replace("oe", "o")
        .replace("ue", "u")
        .replace('ß', "ss")
}

/// Whether one is in Latin letters and the other is not, so that letters cannot be compared.
fn writes_otherwise(person: &str, name: &[Word]) -> bool {
    let latin = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphabetic())
            .all(|c| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c))
    };
    let written: String = name.iter().map(|word| word.folded.as_str()).collect();
    latin(&folded(person)) != latin(&written)
}

/// The person whose name is almost what is written, and how they are to be called.
pub(super) fn misspelt(person: &str, name: &[Word]) -> Option<(String, String)> {
    let own = words_of(person);
    let near = |word: &Word| {
        let length = word.folded.chars().count();
        let allowed = if length >= 6 { 2 } else { 1 };
        length >= 3
            && own
                .iter()
                .any(|own| own != &word.folded && distance(own, &word.folded) <= allowed)
    };
    let fits_or_near = |word: &Word| near(word) || own.iter().any(|own| fits(own, &word.folded));
    if !name.iter().all(fits_or_near) {
        return None;
    }
    let right = if name.len() > 1 {
        person.to_owned()
    } else {
        let word = name.first()?;
        original(person, &own, &word.folded)?
    };
    Some((person.to_owned(), right))
}

/// The word of `person` that is nearest to `word`, as it is written.
fn original(person: &str, own: &[String], word: &str) -> Option<String> {
    let nearest = own.iter().min_by_key(|own| distance(own, word))?;
    person
        .split_whitespace()
        .map(|part| part.trim_matches(|c: char| c.is_ascii_punctuation()))
        .find(|part| folded_words(part).contains(nearest))
        .map(str::to_owned)
        .or_else(|| Some(person.to_owned()))
}

/// How many letters have to be put in, taken out, changed or swapped with the next.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(40).collect(), b.chars().take(40).collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&row, j) + usize::from(x != y);
            let put = at(&next, j) + 1;
            let taken = at(&row, j + 1) + 1;
            let swapped = match (i.checked_sub(1), j.checked_sub(1)) {
                (Some(h), Some(k)) if a.get(h) == Some(y) && b.get(k) == Some(x) => {
                    at(&before, k) + 1
                }
                _ => usize::MAX / 2,
            };
            next.push(changed.min(put).min(taken).min(swapped));
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}
