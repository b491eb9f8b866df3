//! A text as the checks read it: characters, words with their places, and sentences.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A word and where it stands, in characters.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    /// In small letters and without marks.
    pub(super) folded: String,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether a sentence, a line or a quotation begins with it.
    pub(super) opens: bool,
    /// Whether it is part of an address or a link.
    pub(super) address: bool,
}

/// No quotation in a letter has more characters.
const QUOTED: usize = 300;

/// A text, read once.
pub(super) struct Text {
    pub(super) chars: Vec<char>,
    pub(super) words: Vec<Word>,
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let words = words_of(&chars);
        Self { chars, words }
    }

    /// The characters from `start` to `end`.
    pub(super) fn slice(&self, start: usize, end: usize) -> String {
        self.chars
            .get(start..end.min(self.chars.len()))
            .unwrap_or_default()
            .iter()
            .collect()
    }

    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.char(at))
    }

    /// The text without white space at its ends, as a place.
    pub(super) fn whole(&self) -> (usize, usize) {
        let start = self
            .chars
            .iter()
            .position(|c| !c.is_whitespace())
            .unwrap_or(0);
        let end = self
            .chars
            .iter()
            .rposition(|c| !c.is_whitespace())
            .map_or(start, |last| last + 1);
        (start, end)
    }

    /// The places of the lines that hold anything, in order.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || {
            while from < self.chars.len() {
                let rest = self.chars.get(from..)?;
                let length = rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
                let line = (from, from + length);
                from += length + 1;
                if rest.iter().take(length).any(|c| !c.is_whitespace()) {
                    return Some(line);
                }
            }
            None
        })
    }

    /// The words that lie within a place.
    pub(super) fn words_in(&self, place: (usize, usize)) -> &[Word] {
        let from = self.words.partition_point(|word| word.start < place.0);
        let to = self.words.partition_point(|word| word.end <= place.1);
        self.words.get(from..to).unwrap_or_default()
    }

    /// Whether nothing but white space and what `joins` stands between the words.
    pub(super) fn adjoin(&self, words: &[Word], joins: impl Fn(char) -> bool) -> bool {
        words.windows(2).all(|pair| match pair {
            [a, b] => (a.end..b.start)
                .filter_map(|at| self.char(at))
                .all(|c| c.is_whitespace() || joins(c)),
            _ => true,
        })
    }

    /// Whether a place lies between quotation marks of its own line.
    pub(super) fn is_quoted(&self, place: (usize, usize)) -> bool {
        let before = self.chars.get(place.0.saturating_sub(QUOTED)..place.0);
        let line = before.unwrap_or_default().iter().rev();
        let (mut straight, mut open) = (0_usize, None);
        for c in line.take_while(|c| **c != '\n') {
            straight += usize::from(*c == '"');
            open = open.or(match c {
                '“' | '«' | '„' => Some(true),
                '”' | '»' => Some(false),
                _ => None,
            });
        }
        let behind = self.chars.get(place.1..).unwrap_or_default().iter();
        let mut rest = behind.take(QUOTED).take_while(|c| **c != '\n');
        match open {
            Some(true) => rest.any(|c| matches!(c, '”' | '»' | '“')),
            _ => straight % 2 == 1 && rest.any(|c| *c == '"'),
        }
    }

    /// The words of each sentence. An empty line and the end of a greeting end one too.
    pub(super) fn sentences(&self) -> Vec<&[Word]> {
        let mut sentences = Vec::new();
        let mut from = 0;
        for (index, pair) in self.words.windows(2).enumerate() {
            let [word, next] = pair else { continue };
            if self.parts_sentences(word.end, next) {
                sentences.extend(self.words.get(from..=index));
                from = index + 1;
            }
        }
        sentences.extend(self.words.get(from..).filter(|rest| !rest.is_empty()));
        sentences
    }

    /// The sentence that a phrase of it stands in, with its full stop, as a place: what can be
    /// replaced as a whole. A greeting before it and a farewell after it stay.
    pub(super) fn sentence_around(
        &self,
        sentence: &[Word],
        phrase: (usize, usize),
    ) -> (usize, usize) {
        let newline = |from: usize, to: usize| (from..to).any(|at| self.char(at) == Some('\n'));
        let begins_line = |word: &&Word| word.opens && word.capital;
        let start = sentence
            .iter()
            .filter(|word| word.start <= phrase.0)
            .rfind(|word| {
                let greeted = self.before_line(word.start).is_some_and(|end| {
                    self.before(end) == Some(',') && self.words_in((0, end)).len() <= 6
                });
                begins_line(word) && greeted
            })
            .or(sentence.first())
            .map_or(phrase.0, |word| word.start);
        let after = sentence
            .iter()
            .skip_while(|word| word.end < phrase.1)
            .collect::<Vec<_>>();
        let end = after
            .windows(2)
            .find_map(|pair| match pair {
                [word, next] if newline(word.end, next.start) && begins_line(next) => {
                    Some(word.end)
                }
                _ => None,
            })
            .or(after.last().map(|word| word.end))
            .unwrap_or(phrase.1);
        let stops = (end..)
            .map_while(|at| self.char(at))
            .take_while(|c| matches!(c, '.' | '!' | '?'));
        (start, end + stops.count())
    }

    /// The end of the line before, if `at` is the first of a line that is not blank.
    fn before_line(&self, at: usize) -> Option<usize> {
        let blank = self
            .chars
            .get(..at)?
            .iter()
            .rev()
            .take_while(|c| c.is_whitespace())
            .count();
        let end = at - blank;
        (end..at)
            .any(|place| self.char(place) == Some('\n'))
            .then_some(end)
    }

    fn parts_sentences(&self, end: usize, next: &Word) -> bool {
        let between = self.chars.get(end..next.start).unwrap_or_default();
        let newlines = between.iter().filter(|c| **c == '\n').count();
        let stop = between.iter().any(|c| matches!(c, '.' | '!' | '?' | ';'));
        newlines > 1 || (stop && (next.opens || newlines > 0))
    }
}

/// Whether `part` stands in `words`, as a whole.
pub(super) fn contains<A: PartialEq<B>, B>(words: &[A], part: &[B]) -> bool {
    !part.is_empty()
        && words
            .windows(part.len())
            .any(|window| window.iter().zip(part).all(|(a, b)| a == b))
}

/// `text` in small letters and without marks, however it was composed.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c));
    for c in plain.flat_map(char::to_lowercase) {
        // Letters that carry their mark within: they are written without it as well.
        match c {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            c => folded.push(c),
        }
    }
    folded
}

/// The folded words of `text`.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    Text::new(text)
        .words
        .into_iter()
        .map(|word| word.folded)
        .collect()
}

fn words_of(chars: &[char]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut opens = true;
    let mut at = 0;
    let mut token_end = 0;
    let mut address = false;
    while let Some(c) = chars.get(at).copied() {
        if at >= token_end {
            (token_end, address) = token_at(chars, at);
        }
        if !is_letter(c) {
            opens = match c {
                '.' | '!' | '?' | ':' | '\n' | '“' | '"' | '(' | '•' | '…' => true,
                c if c.is_whitespace() => opens,
                '-' | '*' | '–' | '‘' | '\'' => opens,
                _ => false,
            };
            at += 1;
            continue;
        }
        let end = word_end(chars, at);
        let letters: String = chars.get(at..end).unwrap_or_default().iter().collect();
        words.push(Word {
            start: at,
            end,
            folded: folded(&letters).replace('’', "'"),
            capital: c.is_uppercase(),
            opens,
            address,
        });
        opens = false;
        at = end;
    }
    words
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// A word goes on through an apostrophe between letters.
fn word_end(chars: &[char], start: usize) -> usize {
    let mut at = start;
    loop {
        match chars.get(at) {
            Some(c) if is_letter(*c) => at += 1,
            Some('\'' | '’') if chars.get(at + 1).is_some_and(|next| is_letter(*next)) => at += 1,
            _ => return at,
        }
    }
}

/// The end of what white space surrounds, and whether it is an address or a link.
fn token_at(chars: &[char], start: usize) -> (usize, bool) {
    let rest = chars.get(start..).unwrap_or_default();
    let length = rest
        .iter()
        .position(|c| c.is_whitespace())
        .unwrap_or(rest.len())
        .max(1);
    let token = rest.get(..length).unwrap_or_default();
    let scheme = token.windows(3).any(|three| three == [':', '/', '/']);
    let www = token.starts_with(&['w', 'w', 'w', '.']);
    let inner_at = token
        .iter()
        .position(|c| *c == '@')
        .is_some_and(|at| at > 0 && at + 1 < token.len());
    (start + length, scheme || www || inner_at)
}
