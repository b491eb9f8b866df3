//! Where nobody can be sure that a word is wrong: addresses, abbreviations, other scripts, names.

use crate::time::is_day_or_month;

/// Longer words are none, and take long to compare with the dictionary.
const LONGEST_WORD: usize = 30;
/// A name may be near a word by chance; a longer one hardly is.
const LONG: usize = 7;

/// More words in quotation marks are what somebody said, and are spelt as any other.
const QUOTED_WORDS: usize = 3;
/// Those words have not more characters.
const LONGEST_QUOTE: usize = 60;

/// A part of a name that has no capital is not longer.
const SHORT: usize = 3;
/// A signature has not more words.
const MOST_NAMES: usize = 4;

/// What ends a sentence.
const ENDS: [char; 4] = ['.', '!', '?', '…'];

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx", "ca", "cf", "co", "corp", "dept", "dr", "est", "etc", "ext", "fig", "hrs", "inc",
    "incl", "jr", "ltd", "max", "min", "mr", "mrs", "ms", "no", "nr", "prof", "resp", "sr", "st",
    "tel", "vs",
];

/// Whether the word, in small letters, is one of those that have a capital and are nobody's name.
/// “May” is somebody's, and a word.
pub(super) fn has_a_capital(word: &str) -> bool {
    word != "may" && is_day_or_month(word)
}

/// A text as characters.
pub(super) struct Page {
    chars: Vec<char>,
}

/// A place in characters: from, and up to.
type Place = (usize, usize);

impl Page {
    pub(super) fn new(text: &str) -> Self {
        Self {
            chars: text.chars().collect(),
        }
    }

    /// The text for the proof-reader: as long as it was, with spaces in the place of what only
    /// costs it time.
    pub(super) fn readable(&self) -> String {
        let mut readable = String::with_capacity(self.chars.len());
        let mut in_code = false;
        for run in self.chars.chunk_by(|a, b| is_letter(*a) == is_letter(*b)) {
            let too_long = run.len() > LONGEST_WORD && run.first().is_some_and(|c| is_letter(*c));
            readable.extend(run.iter().map(|c| match c {
                '\n' => {
                    in_code = false;
                    *c
                }
                '`' => {
                    in_code = !in_code;
                    ' '
                }
                '\t' => *c,
                c if in_code || too_long || c.is_control() => ' ',
                c => *c,
            }));
        }
        readable
    }

    pub(super) fn slice(&self, (start, end): Place) -> String {
        self.inside((start, end)).iter().collect()
    }

    fn inside(&self, (start, end): Place) -> &[char] {
        let end = end.min(self.chars.len());
        self.chars.get(start..end).unwrap_or_default()
    }

    /// The word that ends in the same line before `at`.
    pub(super) fn word_before(&self, at: usize) -> Option<Place> {
        let before = self.chars.get(..at)?;
        let end = before.iter().rposition(|c| *c != ' ')? + 1;
        let word = before.get(..end)?;
        let letters = word.iter().rev().take_while(|c| is_letter(**c)).count();
        (letters > 0).then_some((end - letters, end))
    }

    /// Whether the place touches something that is no English: an address, a number with a unit,
    /// an abbreviation, a word of another script.
    pub(super) fn is_foreign(&self, place: Place) -> bool {
        // The abbreviation may be a part of it: “ACLS-certified”.
        [place, self.token(place)].into_iter().any(|place| {
            let mut tokens = self.inside(place).split(|c| c.is_whitespace());
            tokens.any(is_no_english)
        })
    }

    /// Whether the place begins or ends within a word of two parts: “the re-write” holds no “there”.
    pub(super) fn cuts_a_word(&self, (start, end): Place) -> bool {
        let joins = |at: usize| {
            let around = self.inside((at.saturating_sub(1), at + 2));
            matches!(around, [a, '-', b] if a.is_alphanumeric() && b.is_alphanumeric())
        };
        joins(end) || start.checked_sub(1).is_some_and(joins)
    }

    /// The place with all that stands around it up to the next white space.
    fn token(&self, (start, end): Place) -> Place {
        let before = self.chars.get(..start).unwrap_or_default();
        let behind = self.chars.get(end..).unwrap_or_default();
        let not_white = |c: &&char| !c.is_whitespace();
        (
            start - before.iter().rev().take_while(not_white).count(),
            end + behind.iter().take_while(not_white).count(),
        )
    }

    /// Whether a word that no dictionary knows may be somebody's or something's name: it has a
    /// capital that no sentence gave it, and is not one of `common` words with a slip in it.
    pub(super) fn may_be_a_name(&self, place: Place, common: &[String]) -> bool {
        let word = self.slice(place);
        if !word.starts_with(char::is_uppercase) {
            return self.is_in_the_middle_of_a_name(place);
        }
        if self.is_in_a_line_of_names(place.0) {
            return true;
        }
        let begins =
            self.begins_a_sentence(place.0) && !self.stands_elsewhere_as_name(&word, place);
        let is_slip = if begins { is_near } else { is_slip_of };
        !common.iter().any(|better| is_slip(&word, better))
    }

    /// Whether a place lies in a quotation of a few words: a word of its own, or a slip that is
    /// spoken of, as in “we called the queue "the danfo"”.
    pub(super) fn is_quoted(&self, (start, end): Place) -> bool {
        let is_mark = |c: &char| matches!(c, '"' | '“' | '”' | '«' | '»' | '„');
        let within = |c: &&char| **c != '\n' && !is_mark(c);
        let before = self.chars.get(..start).unwrap_or_default().iter().rev();
        let before = before.take(LONGEST_QUOTE).take_while(within).count();
        let behind = self.chars.get(end..).unwrap_or_default().iter();
        let behind = behind.take(LONGEST_QUOTE).take_while(within).count();
        let is_marked =
            |at: Option<usize>| at.and_then(|at| self.chars.get(at)).is_some_and(is_mark);
        let whole = self.slice((start - before, end + behind));
        is_marked((start - before).checked_sub(1))
            && is_marked(Some(end + behind))
            && whole.split_whitespace().count() <= QUOTED_WORDS
    }

    /// Whether a word is shortened before a number: “eq. 4”, “ch. 12”.
    pub(super) fn is_shortened(&self, (start, end): Place) -> bool {
        let behind = self.chars.get(end..end + 3).unwrap_or_default();
        end - start <= SHORT + 1 && matches!(behind, ['.', ' ', c] if c.is_ascii_digit())
    }

    /// Whether a place begins with a name, which a rule may have taken for a verb: “with Will
    /// available”. A name has a capital that no sentence gave it, or is `known` to be one.
    pub(super) fn begins_with_a_name(&self, place: Place, known: impl Fn(&str) -> bool) -> bool {
        let text = self.slice(place);
        let word = text.split(|c| !is_letter(c)).next().unwrap_or_default();
        let is_one = word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && !word.starts_with("I'")
            && !word.starts_with("I’");
        is_one && (known(word) || !self.begins_a_sentence(place.0))
    }

    /// “Zoë van der Meer”.
    fn is_in_the_middle_of_a_name(&self, (start, end): Place) -> bool {
        let behind = self.chars.get(end..).unwrap_or_default();
        let next = behind.iter().find(|c| **c != ' ');
        end - start <= SHORT
            && next.is_some_and(|c| c.is_uppercase())
            && self.word_before(start).is_some()
    }

    /// Whether a sentence ended right before `at`, and not just an abbreviation.
    pub(super) fn follows_a_sentence(&self, at: usize) -> bool {
        let before = self.chars.get(..at).unwrap_or_default();
        let end = before.iter().rposition(|c| !c.is_whitespace());
        let Some(end) = end.filter(|end| before.get(*end).is_some_and(|c| ENDS.contains(c))) else {
            return false;
        };
        let (start, end) = self.token((end, end));
        let word = self.slice((start, end)).to_lowercase();
        let word = word.trim_end_matches(ENDS).trim_start_matches('(');
        // The number of an item in a list: “1. two phone hours”.
        let is_number = word.chars().all(|c| c.is_ascii_digit());
        !is_number && !word.contains('.') && !ABBREVIATIONS.contains(&word)
    }

    fn begins_a_sentence(&self, at: usize) -> bool {
        let before = self.chars.get(..at).unwrap_or_default().iter().rev();
        let mut before =
            before.skip_while(|c| matches!(c, ' ' | '\t' | '“' | '"' | '\'' | '‘' | '('));
        before.next().is_none_or(|c| {
            ENDS.contains(c) || matches!(c, ':' | '\n' | '\r' | '-' | '–' | '*' | '•')
        })
    }

    /// Whether all that is left of the line, or the last sentence in it, is a few words with
    /// capitals: a signature.
    fn is_in_a_line_of_names(&self, at: usize) -> bool {
        let before = self.chars.get(..at).unwrap_or_default();
        let behind = self.chars.get(at..).unwrap_or_default();
        let within = |c: &&char| **c != '\n' && !ENDS.contains(c);
        let start = at - before.iter().rev().take_while(within).count();
        let end = at + behind.iter().take_while(|c| **c != '\n').count();
        let line = self.slice((start, end));
        let names = line.split_whitespace();
        names.clone().count() <= MOST_NAMES
            && names
                .clone()
                .all(|word| word.starts_with(char::is_uppercase))
            && !line.trim_end().ends_with(ENDS)
    }

    /// Whether the same word stands in another place with a capital that no sentence gave it.
    fn stands_elsewhere_as_name(&self, word: &str, place: Place) -> bool {
        let wanted: Vec<char> = word.chars().collect();
        let windows = self.chars.windows(wanted.len().max(1)).enumerate();
        let mut others = windows.filter(|(at, window)| *at != place.0 && *window == wanted);
        others.any(|(at, _)| !self.begins_a_sentence(at))
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’')
}

/// Whether what white space surrounds is something else than a word.
fn is_no_english(token: &[char]) -> bool {
    let not_around = |c: &char| c.is_alphanumeric() || matches!(c, '+' | '#' | '@');
    let from = token.iter().position(not_around).unwrap_or(token.len());
    let to = token.iter().rposition(not_around).map_or(from, |at| at + 1);
    let core = token.get(from..to).unwrap_or_default();
    let odd = |c: &char| {
        c.is_numeric()
            || matches!(
                c,
                '@' | '/'
                    | '\\'
                    | '+'
                    | '#'
                    | '_'
                    | '='
                    | '<'
                    | '>'
                    | '{'
                    | '}'
                    | '|'
                    | '~'
                    | '^'
                    | '*'
                    | '&'
                    | '%'
                    | '$'
                    | '€'
                    | '£'
            )
    };
    let dot_inside = core
        .windows(2)
        .any(|two| matches!(two, ['.', c] if c.is_alphanumeric()));
    let inner_capital = core
        .windows(2)
        .any(|two| matches!(two, [a, b] if a.is_lowercase() && b.is_uppercase()));
    let letters = || core.iter().filter(|c| c.is_alphabetic());
    let all_capitals = letters().count() > 1 && letters().all(|c| c.is_uppercase());
    let long_run = core
        .split(|c| !is_letter(*c))
        .any(|run| run.len() > LONGEST_WORD);
    core.iter().any(odd)
        || dot_inside
        || inner_capital
        || all_capitals
        || long_run
        || letters().any(|c| !is_latin(*c))
        // “w/ the team”.
        || token.ends_with(&['/'])
        || token.iter().any(|c| c.is_control())
}

/// Whether English, or a language that lends it names, is written with it.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a word that begins a sentence is hardly anything else than `better`, in small letters.
fn is_near(word: &str, better: &str) -> bool {
    let word = word.to_lowercase();
    let same_start = word.chars().next() == better.chars().next();
    let long = word.chars().count() >= LONG;
    let most = if long && same_start { 2 } else { 1 };
    strsim::osa_distance(&word, better) <= most
}

/// Whether a word with a capital is not a name but `better`, in small letters, with one wrong.
fn is_slip_of(word: &str, better: &str) -> bool {
    let word = word.to_lowercase();
    let long = word.chars().count() >= LONG;
    let same_start = word.chars().next() == better.chars().next();
    (long || has_a_capital(better)) && same_start && strsim::osa_distance(&word, better) == 1
}
