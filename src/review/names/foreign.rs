//! Names that belong to other applications, and whether the words of a draft mean one of them.

use std::collections::HashSet;

use crate::model::Application;
use crate::review::text::{Text, Word, folded, folded_words};
use crate::review::{Desk, Part};
use crate::time::is_day_or_month;

/// Companies' names that are words as well: only inside a sentence does a capital make a name of
/// them.
const WORDS_TOO: &str = "affirm amazon apple aspire atlas beacon block bloom bolt box bridge bumble \
    canvas carbon chase check circle clear compass copper corner cover current dash discover drift \
    element elastic ember envoy even everlane fast figure flock flow ford front gap garden glass \
    glow grace grand grove gusto harbor harbour harness haven hinge honey hopper ideal impact \
    indeed insight instant intercom isle ivy jet jump kind lattice lever light linear link loom \
    lucid lyft lyra mark match may mercury meta mint mission modern monday motion mural next nest \
    north nothing notion oak ocean olive opera oracle orange origin otter outreach pace patch peak \
    pilot plaid planet plenty podium point prime progressive pulse quest ramp range rapid ready \
    reef relay remote retool ripple rise river root rose route sage scale scout segment sense shape \
    shell shift signal silver simple slack slate snap snow snowflake spark splash spring sprout \
    square squire stage stone strand stripe summit sun sunday swift tandem target tempo thrive tide \
    together toast touch tower trail tribe true twist union unity upstart uplift vanguard vector \
    verve vine visa vista wave whoop anchor arrow aurora base bold brave \
    bright brook cloud crest dawn drop eagle echo edge faith falcon field fresh future gem genius \
    hello hero horizon icon jade joy lantern lighthouse lumen magnet matter meadow merit mosaic \
    muse opal path pearl pine pixel plum portal prism pure rally raven reach sail seed sketch sky \
    solid sterling still story stream studio sunrise tern tiger titan trust vault venture vision \
    voyage wild willow wing will winter wise wonder workday yield zenith zoom";

/// First names that are words as well, written with a capital at most at the beginning.
const NAMES_TOO: [&str; 2] = ["mark", "will"];

/// Words before a company's name.
const AT: [&str; 9] = [
    "at", "with", "join", "joining", "joined", "by", "for", "from", "to",
];

/// Words after a position's name.
const ROLE: [&str; 8] = [
    "role",
    "position",
    "job",
    "post",
    "opening",
    "vacancy",
    "opportunity",
    "internship",
];

/// What may stand between a company's name and its legal form.
const LEGAL: [&str; 34] = [
    "inc",
    "ltd",
    "limited",
    "llc",
    "llp",
    "gmbh",
    "mbh",
    "ag",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "se",
    "nv",
    "bv",
    "ab",
    "aps",
    "oy",
    "kg",
    "kgaa",
    "ug",
    "pty",
    "pvt",
    "sp",
    "z",
    "o",
    "group",
    "holding",
];

/// What a company is, where its name says so.
const WHAT_IT_IS: [&str; 36] = [
    "analytics",
    "bakery",
    "bank",
    "capital",
    "care",
    "clinic",
    "college",
    "consulting",
    "council",
    "energy",
    "foods",
    "foundation",
    "health",
    "hospital",
    "hotel",
    "inn",
    "labs",
    "library",
    "logistics",
    "media",
    "museum",
    "partners",
    "pharma",
    "press",
    "robotics",
    "school",
    "shipping",
    "software",
    "studio",
    "studios",
    "systems",
    "technologies",
    "theater",
    "theatre",
    "trust",
    "university",
];

/// A shorter name may be anything.
const SHORTEST: usize = 5;

/// So many words before a position may say that it is hoped for.
const LONG_SENTENCE: usize = 30;

/// What kind of name it is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Company,
    /// A company's name without the word that says what it is: “Rosewood” of the “Rosewood Inn”.
    ShortCompany,
    Position,
    Person,
}

/// A name that belongs to another application.
pub(super) struct Foreign<'a> {
    pub(super) kind: Kind,
    pub(super) words: Vec<String>,
    /// As it is written there.
    pub(super) name: &'a str,
    /// The company of that application.
    pub(super) of: &'a str,
}

impl Foreign<'_> {
    /// Whether the words at `index` are meant as this name.
    pub(super) fn is_meant(&self, text: &Text, part: Part, index: usize) -> bool {
        let words = text
            .words
            .get(index..index + self.words.len())
            .unwrap_or_default();
        let Some(first) = words.first() else {
            return false;
        };
        if words.iter().any(|word| word.address) || !text.adjoin(words, joins_a_name) {
            return false;
        }
        let previous = |back: usize| {
            index
                .checked_sub(back)
                .and_then(|at| text.words.get(at))
                .map_or("", |word| word.folded.as_str())
        };
        match self.kind {
            Kind::Company => self.company_is_meant(text, part, first, previous(1)),
            Kind::ShortCompany => first.capital && !first.opens && AT.contains(&previous(1)),
            Kind::Position => {
                let next = text.words.get(index + words.len());
                let before = text.words.get(index.saturating_sub(LONG_SENTENCE)..index);
                let before = before.unwrap_or_default();
                words.len() > 1 && is_hoped_for(before)
                    || self.position_is_meant(part, words, next, previous(1), previous(2))
            }
            Kind::Person => words
                .iter()
                .all(|word| word.capital || !is_cased(text, word)),
        }
    }

    /// A name is written with its capital; one that is a word as well must not owe it to the
    /// sentence's beginning.
    fn company_is_meant(&self, text: &Text, part: Part, first: &Word, previous: &str) -> bool {
        let has_capital = self.name.chars().any(char::is_uppercase);
        let cased = !is_cased(text, first) || first.capital || !has_capital;
        let exact = text.slice(first.start, first.end);
        let same_case = self
            .name
            .split_whitespace()
            .next()
            .is_some_and(|name| name == exact);
        if self.words.len() > 1 {
            return cased;
        }
        let word = self.words.first().map_or("", String::as_str);
        let after_at = AT.contains(&previous);
        if is_day_or_month(word) || NAMES_TOO.contains(&word) {
            return first.capital && matches!(previous, "at" | "join" | "joining" | "joined");
        }
        if WORDS_TOO.split_whitespace().any(|common| common == word) || word.chars().count() < 4 {
            let titled = part == Part::Subject && !after_at;
            return same_case && !first.opens && !titled;
        }
        cased && (has_capital || same_case)
    }

    /// A position is also what a colleague does: it is meant as the letter's own where a word
    /// beside it says so.
    fn position_is_meant(
        &self,
        part: Part,
        words: &[Word],
        next: Option<&Word>,
        previous: &str,
        before: &str,
    ) -> bool {
        let role_after = next.is_some_and(|word| ROLE.contains(&word.folded.as_str()));
        let role_before = matches!(previous, "of" | "as") && ROLE.contains(&before);
        let as_title = words.len() > 1 && words.first().is_some_and(|word| word.capital);
        let applied = as_title
            && ((matches!(previous, "the" | "your" | "a" | "an")
                && matches!(before, "for" | "as"))
                || previous == "for");
        let yours = matches!(previous, "your" | "their" | "our" | "my") && !role_after;
        !yours
            && (role_after || role_before || applied || (part == Part::Subject && words.len() > 1))
    }
}

/// “I would be glad to come as events coordinator”, “I would make a good events coordinator”: what
/// one hopes to be is the position that the letter is for. `before` is what stands before it.
fn is_hoped_for(before: &[Word]) -> bool {
    const HOPES: [&str; 13] = [
        "would", "could", "will", "i'd", "i'll", "can", "love", "hope", "glad", "happy", "eager",
        "keen", "become",
    ];
    const WAS: [&str; 9] = [
        "was",
        "were",
        "worked",
        "been",
        "had",
        "years",
        "when",
        "while",
        "experience",
    ];
    let says = |words: &[&str], word: &Word| words.contains(&word.folded.as_str());
    let near = before.iter().rev().take(4);
    let opening = before.iter().rposition(|word| word.opens).unwrap_or(0);
    let sentence = before.get(opening..).unwrap_or_default();
    near.clone()
        .any(|word| says(&["as", "be", "become", "being", "make"], word))
        && sentence.iter().any(|word| says(&HOPES, word))
        && !sentence.iter().any(|word| says(&WAS, word))
}

/// Whether its script knows capitals.
fn is_cased(text: &Text, word: &Word) -> bool {
    text.char(word.start)
        .is_some_and(|c| c.is_uppercase() || c.is_lowercase())
}

/// The names of the other applications whose first word is written somewhere in the draft.
pub(super) fn foreign_names<'a>(
    desk: &Desk<'a>,
    app: &Application,
    written: &HashSet<&str>,
) -> Vec<Foreign<'a>> {
    let mut names = Vec::new();
    let mut seen = HashSet::new();
    for other in desk.ctx.search.applications.values() {
        if other.id == app.id {
            continue;
        }
        let people = other
            .contacts
            .iter()
            .map(|contact| (Kind::Person, contact.name.as_str()));
        for (kind, name) in [
            (Kind::Company, other.company.as_str()),
            (Kind::Position, &other.position),
        ]
        .into_iter()
        .chain(people)
        {
            if !begins_with_any(name, written) || !seen.insert((kind as u8, name)) {
                continue;
            }
            let words = essential(kind, folded_words(name));
            // A person's single name is too common to be anybody's in particular.
            let needed = if kind == Kind::Person { 2 } else { 1 };
            if kind == Kind::Person && words.len() > 1 && !name.is_ascii() {
                // “田中 花子” is written without the space as well.
                names.push(Foreign {
                    kind,
                    words: vec![words.concat()],
                    name,
                    of: &other.company,
                });
            }
            if kind == Kind::Company
                && let Some(short) = shortened(&words)
            {
                names.push(Foreign {
                    kind: Kind::ShortCompany,
                    words: short,
                    name,
                    of: &other.company,
                });
            }
            if words.len() >= needed {
                names.push(Foreign {
                    kind,
                    words,
                    name,
                    of: &other.company,
                });
            }
        }
    }
    names
}

/// A first look without reading the name in full.
fn begins_with_any(name: &str, written: &HashSet<&str>) -> bool {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = name
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(name.len());
    let first = folded(name.get(..end).unwrap_or_default());
    // Names with marks or apostrophes part into words otherwise; they are read in full.
    written.contains(first.as_str())
        || written.contains(format!("{first}'s").as_str())
        || !name.is_ascii()
        || name.contains('\'')
}

/// A company's name without the word that says what it is, where that leaves a name of its own.
fn shortened(words: &[String]) -> Option<Vec<String>> {
    let [name, what] = words else { return None };
    let is_word =
        WORDS_TOO.split_whitespace().any(|common| common == name) || is_day_or_month(name);
    let is_name = name.chars().count() >= SHORTEST && !is_word;
    (is_name && WHAT_IT_IS.contains(&what.as_str())).then(|| vec![name.clone()])
}

/// A company's name without its legal form.
fn essential(kind: Kind, mut words: Vec<String>) -> Vec<String> {
    if kind == Kind::Company {
        while words.len() > 1
            && words
                .last()
                .is_some_and(|last| LEGAL.contains(&last.as_str()))
        {
            words.pop();
        }
    }
    words
}

/// What may stand between the words of a name.
fn joins_a_name(c: char) -> bool {
    matches!(c, '-' | '–' | '&' | '.' | '/' | '\'' | '’' | '+')
}
