//! `wrong-name` in subject and text: companies, positions and people of other applications.

use std::collections::{HashMap, HashSet};

use super::text::{Text, Word, folded, folded_words};
use super::{Check, Desk, Finding, Part};
use crate::model::{Application, Event};

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

const CALENDAR: [&str; 21] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "will",
    "mark",
];

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

/// What kind of name it is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Company,
    Position,
    Person,
}

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let Some(app) = desk.app else { return };
    let written: HashSet<&str> = desk
        .parts()
        .into_iter()
        .flat_map(|(_, text)| &text.words)
        .map(|word| word.folded.as_str())
        .collect();
    let foreign = foreign_names(desk, app, &written);
    if foreign.is_empty() {
        return;
    }
    let own = own_names(desk, app);
    let mut by_first: HashMap<&str, Vec<&Foreign>> = HashMap::new();
    for name in &foreign {
        let first = name.words.first().map_or("", String::as_str);
        by_first.entry(first).or_default().push(name);
    }
    // A wrong greeting is found as one already.
    let greeted: HashSet<(Part, usize)> = findings
        .iter()
        .filter(|finding| finding.check == Check::WrongName)
        .map(|finding| (finding.part, finding.start))
        .collect();
    for (part, text) in desk.parts() {
        let mut last_end = 0;
        for (index, word) in text.words.iter().enumerate() {
            let first = word.folded.as_str();
            let bare = first.strip_suffix("'s").unwrap_or(first);
            let Some(names) = by_first.get(first).or_else(|| by_first.get(bare)) else {
                continue;
            };
            let rest = text.words.get(index..).unwrap_or_default();
            let longest = names
                .iter()
                .filter(|name| stands(&name.words, rest) && name.is_meant(text, part, index))
                .filter(|name| !own.iter().any(|own| contains(own, &name.words)))
                .max_by_key(|name| name.words.len());
            let Some(name) = longest else { continue };
            let last = rest.get(name.words.len() - 1);
            if let (Some(first), Some(last)) = (rest.first(), last) {
                let place = (first.start, last.end - possessive(&name.words, last));
                let is_new = place.0 >= last_end && !greeted.contains(&(part, place.0));
                if is_new {
                    findings.extend(found(desk, part, name, place));
                }
                last_end = last_end.max(place.1);
            }
        }
    }
}

fn found(desk: &Desk, part: Part, name: &Foreign, place: (usize, usize)) -> Option<Finding> {
    let app = desk.app?;
    let written = desk.text(part).slice(place.0, place.1);
    let (what, right) = match name.kind {
        Kind::Company => ("is the company of another application", app.company.clone()),
        Kind::Position => (
            "is the position of another application",
            app.position.clone(),
        ),
        Kind::Person => (
            "is somebody at another company",
            desk.draft
                .person
                .or(desk.draft.to.first().map(String::as_str))
                .unwrap_or_default()
                .to_owned(),
        ),
    };
    let message = format!(
        "“{written}” {what} ({}), and this letter is for {}: put the right name there.",
        name.of, app.company
    );
    Some(Finding {
        suggestions: Some(right)
            .filter(|right| !right.is_empty())
            .into_iter()
            .collect(),
        ..desk.finding(Check::WrongName, part, place, message)
    })
}

/// A name that belongs to another application.
struct Foreign<'a> {
    kind: Kind,
    words: Vec<String>,
    /// As it is written there.
    name: &'a str,
    /// The company of that application.
    of: &'a str,
}

impl Foreign<'_> {
    /// Whether the words at `index` are meant as this name.
    fn is_meant(&self, text: &Text, part: Part, index: usize) -> bool {
        let words = text
            .words
            .get(index..index + self.words.len())
            .unwrap_or_default();
        let Some(first) = words.first() else {
            return false;
        };
        if words.iter().any(|word| word.address) || !adjoin(text, words) {
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
            Kind::Position => {
                let next = text.words.get(index + words.len());
                self.position_is_meant(part, words, next, previous(1), previous(2))
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
        if CALENDAR.contains(&word) {
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

/// Whether its script knows capitals.
fn is_cased(text: &Text, word: &Word) -> bool {
    text.char(word.start)
        .is_some_and(|c| c.is_uppercase() || c.is_lowercase())
}

/// Whether nothing but spaces, hyphens and the like stands between the words.
fn adjoin(text: &Text, words: &[Word]) -> bool {
    words.windows(2).all(|pair| match pair {
        [a, b] => (a.end..b.start).filter_map(|at| text.char(at)).all(|c| {
            c.is_whitespace() || matches!(c, '-' | '–' | '&' | '.' | '/' | '\'' | '’' | '+')
        }),
        _ => true,
    })
}

fn stands(name: &[String], words: &[Word]) -> bool {
    let Some((last, begin)) = name.split_last() else {
        return false;
    };
    let Some(end) = words.get(begin.len()) else {
        return false;
    };
    let ends = end.folded == *last || end.folded.strip_suffix("'s") == Some(last);
    ends && begin
        .iter()
        .zip(words)
        .all(|(name, word)| word.folded == *name)
}

/// How many characters of the last word (“’s”) are not the name's.
fn possessive(name: &[String], last: &Word) -> usize {
    let whole = name.last().is_some_and(|name| *name == last.folded);
    if whole { 0 } else { 2 }
}

/// Whether `name` stands in `words`, as a whole.
fn contains(words: &[String], name: &[String]) -> bool {
    words
        .windows(name.len().max(1))
        .any(|window| window == name)
}

/// The names of the other applications whose first word is written somewhere in the draft.
fn foreign_names<'a>(
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

/// What this letter may speak of: this application, the user, and what the user noted for it.
fn own_names(desk: &Desk, app: &Application) -> Vec<Vec<String>> {
    let profile = &desk.ctx.search.profile;
    let facts = app.history.iter().filter_map(|entry| match &entry.event {
        Event::Fact { value, .. } => Some(value.as_str()),
        _ => None,
    });
    let achievements = desk
        .ctx
        .search
        .achievements
        .iter()
        .flat_map(|done| [done.place.as_str(), &done.what, &done.result]);
    [
        app.company.as_str(),
        &app.position,
        &app.location,
        &profile.name,
    ]
    .into_iter()
    .chain(app.people())
    .chain(app.contacts.iter().map(|contact| contact.role.as_str()))
    .chain(profile.signature.iter().map(String::as_str))
    .chain(desk.draft.to.iter().map(String::as_str))
    .chain(desk.draft.person)
    .chain(facts)
    .chain(achievements)
    .map(folded_words)
    .collect()
}
