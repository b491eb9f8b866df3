//! Harper, and what is made of its findings.

use std::collections::BTreeSet;
use std::sync::Arc;

use harper_core::linting::{Lint, LintGroup, LintKind, Suggestion};
use harper_core::spell::{Dictionary as _, FstDictionary, MergedDictionary, MutableDictionary};
use harper_core::{Dialect as Spelling, DictWordMetadata, Document, remove_overlaps};

use super::doubt::{self, Page};
use super::protocol::{Kind, Slip};
use super::rules;
use super::words::{Knowledge, Language};
use crate::model::Dialect;

/// After so many texts the rules are made anew (4 ms): what they remember of each grows.
const TEXTS: usize = 200;
/// No letter in English has so many words that are not in the dictionary.
const MOST_UNKNOWN: usize = 60;
/// Fewer than these may be anybody's slips, even in a short letter.
const FEW: usize = 10;
/// More suggestions than these help nobody.
const SUGGESTIONS: usize = 3;

/// A proof-reader. Making the first one takes half a second and 150 MB, so it belongs into a
/// process of its own.
pub struct Reader {
    knowledge: Knowledge,
    dictionary: Arc<MergedDictionary>,
    rules: LintGroup,
    /// How many texts these rules have read.
    texts: usize,
}

impl Reader {
    /// A proof-reader that goes by `knowledge`.
    pub fn new(knowledge: Knowledge) -> Self {
        let dictionary = dictionary(&knowledge);
        Self {
            rules: rules(&dictionary, knowledge.language),
            knowledge,
            dictionary,
            texts: 0,
        }
    }

    /// From now on goes by `knowledge`.
    pub fn know(&mut self, knowledge: Knowledge) {
        *self = Self::new(knowledge);
    }

    /// The slips in `text`, in its order.
    pub(super) fn read(&mut self, text: &str) -> Vec<Slip> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let page = Page::new(text);
        if !self.is_english(&page) {
            return Vec::new();
        }
        let mut lints: Vec<Lint> = self
            .lints(&page)
            .into_iter()
            .map(|(_, lint)| lint)
            .collect();
        remove_overlaps(&mut lints);
        lints.iter().map(|lint| self.slip(&page, lint)).collect()
    }

    /// Whether enough of it is English. What is not would be a haystack of slips, and to look for
    /// the nearest word costs 10 ms each.
    fn is_english(&self, page: &Page) -> bool {
        let text = page.readable().replace('’', "'");
        let words = text.split(|c: char| !c.is_alphabetic() && c != '\'');
        let words: BTreeSet<&str> = words.filter(|word| !word.is_empty()).collect();
        let strange = |word: &&&str| !self.is_known(word) && !self.is_right_somewhere(word);
        let unknown = words.iter().filter(strange).count();
        unknown <= MOST_UNKNOWN && (unknown < FEW || unknown * 3 <= words.len())
    }

    /// What Harper finds and nothing speaks against, with the names of its rules.
    pub(super) fn lints(&mut self, page: &Page) -> Vec<(String, Lint)> {
        self.texts += 1;
        if self.texts > TEXTS {
            self.texts = 1;
            self.rules = rules(&self.dictionary, self.knowledge.language);
        }
        let document = Document::new_plain_english(&page.readable(), &*self.dictionary);
        let found = self.rules.organized_lints(&document).into_iter();
        found
            .flat_map(|(rule, lints)| lints.into_iter().map(move |lint| (rule.clone(), lint)))
            .filter(|(rule, lint)| is_of_slips(rule, lint.lint_kind, self.knowledge.language))
            .filter(|(rule, lint)| self.is_sure(page, rule, lint))
            .collect()
    }

    fn is_sure(&self, page: &Page, rule: &str, lint: &Lint) -> bool {
        let place = (lint.span.start, lint.span.end);
        if page.is_foreign(place) {
            return false;
        }
        if rule == rules::SENTENCE_CAPITALIZATION {
            return page.follows_a_sentence(place.0);
        }
        let word = page.slice(place);
        // Code is no English, and a letter alone is the rest of a blank: “[weekday]s”.
        if word.contains('`') || lint.lint_kind == LintKind::Spelling && word.chars().count() == 1 {
            return false;
        }
        let off_for =
            |(off, of, _): &(&str, &str, &str)| *off == rule && word.eq_ignore_ascii_case(of);
        if rules::OFF_FOR.iter().any(off_for) {
            return false;
        }
        let of_letters = matches!(
            lint.lint_kind,
            LintKind::Spelling
                | LintKind::Typo
                | LintKind::BoundaryError
                | LintKind::Capitalization
        );
        if of_letters && (self.is_known(&word) || page.is_quoted(place) || page.is_shortened(place))
        {
            return false;
        }
        let is_known = |name: &str| self.knowledge.words.contains(name);
        if !of_letters && page.begins_with_a_name(place, is_known) {
            return false;
        }
        if lint.lint_kind != LintKind::Spelling && page.cuts_a_word(place) {
            return false;
        }
        if self.is_right_somewhere(&word) {
            // Right, but perhaps not here, or not in this dialect.
            return lint.lint_kind != LintKind::Spelling || self.knowledge.language.chosen;
        }
        !page.may_be_a_name(place, &self.common_words(&lint.suggestions))
    }

    /// Whether the search knows it, in its own way of writing or as the name that it is the
    /// possessive of.
    fn is_known(&self, word: &str) -> bool {
        let known = &self.knowledge.words;
        let name = word.trim_end_matches("'s").trim_end_matches("’s");
        known.contains(word) || known.contains(name) || known.contains(&name.to_lowercase())
    }

    /// Whether each of its words is right in any dialect.
    fn is_right_somewhere(&self, words: &str) -> bool {
        let words = words.replace('’', "'");
        let mut words = words.split(|c: char| !c.is_alphabetic() && c != '\'');
        words.all(|word| {
            let is_word = |word: &str| self.dictionary.contains_word_str(word);
            // “modernisations”, of which the dictionary has only one; “Griffiths” may be a name.
            let one = word.strip_suffix('s');
            let one = one.filter(|word| word.starts_with(char::is_lowercase));
            word.is_empty() || is_word(word) || one.is_some_and(is_word)
        })
    }

    /// The suggestions that are words, not names.
    fn common_words(&self, suggestions: &[Suggestion]) -> Vec<String> {
        let words = suggestions
            .iter()
            .filter_map(|suggestion| match suggestion {
                Suggestion::ReplaceWith(chars) => Some(chars.iter().collect::<String>()),
                Suggestion::InsertAfter(_) | Suggestion::Remove => None,
            });
        let common = words.map(|word| word.to_lowercase()).filter(|word| {
            doubt::has_a_capital(word) || self.dictionary.contains_exact_word_str(word)
        });
        common.collect()
    }
}

impl Reader {
    fn slip(&self, page: &Page, lint: &Lint) -> Slip {
        let mut mend = mend(page, lint);
        let stands = page.slice((mend.start, mend.end));
        let is_no_word = lint.lint_kind == LintKind::Spelling || !self.is_right_somewhere(&stands);
        if lint.lint_kind == LintKind::Spelling {
            keep_nearest(&stands, &mut mend.suggestions);
        }
        mend.suggestions.truncate(SUGGESTIONS);
        let (kind, message) = if is_no_word {
            (Kind::Spelling, misspelt(&stands, &mend.suggestions))
        } else {
            (Kind::Grammar, in_our_words(&lint.message))
        };
        Slip {
            start: mend.start,
            end: mend.end,
            kind,
            message,
            suggestions: mend.suggestions,
        }
    }
}

/// Whether a rule finds slips, and not what is a matter of taste.
fn is_of_slips(rule: &str, kind: LintKind, language: Language) -> bool {
    match kind {
        LintKind::WordChoice => rules::OF_WORDS.contains(&rule),
        LintKind::Enhancement
        | LintKind::Formatting
        | LintKind::Readability
        | LintKind::Redundancy
        | LintKind::Style => false,
        LintKind::Regionalism => language.chosen,
        _ => true,
    }
}

fn dictionary(knowledge: &Knowledge) -> Arc<MergedDictionary> {
    let mut own = MutableDictionary::new();
    for word in &knowledge.words {
        for form in [word.clone(), format!("{word}'s")] {
            own.append_word_str(&form, DictWordMetadata::default());
        }
    }
    let mut all = MergedDictionary::new();
    all.add_dictionary(FstDictionary::curated());
    all.add_dictionary(Arc::new(own));
    Arc::new(all)
}

fn rules(dictionary: &Arc<MergedDictionary>, language: Language) -> LintGroup {
    let dialect = match language.dialect {
        Dialect::American => Spelling::American,
        Dialect::British => Spelling::British,
        Dialect::Canadian => Spelling::Canadian,
        Dialect::Australian => Spelling::Australian,
        Dialect::Indian => Spelling::Indian,
    };
    let mut group = LintGroup::new_curated(Arc::clone(dictionary), dialect);
    for (rule, _) in rules::OFF {
        group.config.set_rule_enabled(rule, false);
    }
    group
}

/// A finding without what Harper knows of it: its place, and what could stand there.
struct Mend {
    start: usize,
    end: usize,
    suggestions: Vec<String>,
}

fn mend(page: &Page, lint: &Lint) -> Mend {
    let (start, end) = (lint.span.start, lint.span.end);
    let removes = |suggestion: &Suggestion| matches!(suggestion, Suggestion::Remove);
    // To take words away is to write the word before them alone.
    let before = page.word_before(start);
    let before = before.filter(|_| lint.suggestions.iter().any(removes));
    let from = before.map_or(start, |(word, _)| word);
    let (kept, lead) = (
        before.map_or_else(String::new, |place| page.slice(place)),
        page.slice((from, start)),
    );
    let stands = page.slice((start, end));
    let mut suggestions: Vec<String> = Vec::new();
    for suggestion in &lint.suggestions {
        let better = match suggestion {
            Suggestion::ReplaceWith(chars) => format!("{lead}{}", text_of(chars)),
            Suggestion::InsertAfter(chars) => format!("{lead}{stands}{}", text_of(chars)),
            Suggestion::Remove => kept.clone(),
        };
        if !suggestions.contains(&better) {
            suggestions.push(better);
        }
    }
    Mend {
        start: from,
        end,
        suggestions,
    }
}

fn text_of(chars: &[char]) -> String {
    let text: String = chars.iter().collect();
    text.trim_end().to_owned()
}

/// Those that are as near to the word as the first: the rest are words that look like it.
fn keep_nearest(word: &str, suggestions: &mut Vec<String>) {
    let Some(first) = suggestions.first() else {
        return;
    };
    let nearest = strsim::osa_distance(word, first);
    suggestions.retain(|better| strsim::osa_distance(word, better) <= nearest);
}

fn misspelt(word: &str, suggestions: &[String]) -> String {
    match suggestions.first() {
        Some(better) => format!("“{word}” is not in the dictionary. Is it “{better}”?"),
        None => format!("“{word}” is not in the dictionary."),
    }
}

/// Harper's words, without its marks for code and its exclamations.
fn in_our_words(message: &str) -> String {
    let mut opens = true;
    let quoted: String = message
        .chars()
        .map(|c| match c {
            '`' => {
                opens = !opens;
                if opens { '”' } else { '“' }
            }
            '!' => '.',
            c => c,
        })
        .collect();
    quoted.trim().to_owned()
}
