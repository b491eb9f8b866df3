//! Scenarios of the user's own. Each has a lasting name, which files and events use and which never
//! changes, and what the user calls it, which may.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::Scenario;

/// What the lasting names of the user's own scenarios begin with.
const PREFIX: &str = "own-";
/// A lasting name has at most so many characters after that.
const LONGEST: usize = 48;

/// The lasting name of a scenario of the user's own, such as `own-portfolio`: letters and digits,
/// in words that are joined by hyphens.
///
/// Names are few, and each is kept for as long as the program runs, so that a scenario stays as
/// easy to hand around as those of Afterword.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OwnName(Words);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Words {
    name: &'static str,
    label: &'static str,
}

impl OwnName {
    /// The name, if it is one.
    pub fn parse(name: &str) -> Option<Self> {
        let rest = name.strip_prefix(PREFIX)?;
        let fits = |c: char| c.is_alphanumeric() && !c.is_uppercase();
        let is_name = rest.split('-').all(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(fits) && letters.all(fits)
        });
        (is_name && rest.chars().count() <= LONGEST).then(|| {
            Self(Words {
                name: kept(name),
                label: kept(&spoken(rest)),
            })
        })
    }

    /// A name for what the user calls so, that is not among `taken`.
    fn for_label(label: &str, taken: impl Fn(Self) -> bool) -> Option<Self> {
        let words: String = label
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        let joined = words.split_whitespace().collect::<Vec<_>>().join("-");
        let short: String = joined.chars().take(LONGEST - 4).collect();
        let short = short.trim_end_matches('-');
        let short = if short.is_empty() { "letter" } else { short };
        let numbered = (2..1_000).map(|number| format!("{short}-{number}"));
        std::iter::once(short.to_owned())
            .chain(numbered)
            .filter_map(|rest| Self::parse(&format!("{PREFIX}{rest}")))
            .find(|name| !taken(*name))
    }

    /// The name: `own-portfolio`.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The name as people say it, where it is not known any more what the user called it:
    /// “Portfolio”.
    pub fn label(self) -> &'static str {
        self.0.label
    }
}

/// “Send my portfolio” for `send-my-portfolio`.
fn spoken(rest: &str) -> String {
    let words = rest.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The same words, kept for as long as the program runs.
fn kept(words: &str) -> &'static str {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    // Nothing is left half done in there, whatever went wrong elsewhere.
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.get(words) {
        return known;
    }
    let words: &'static str = Box::leak(words.to_owned().into_boxed_str());
    all.insert(words);
    words
}

/// A scenario of the user's own. Its template is among the search's templates, under its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnScenario {
    /// Its lasting name, as a scenario.
    #[serde(rename = "name")]
    pub scenario: Scenario,
    /// What the user calls it.
    pub label: String,
}

impl OwnScenario {
    /// A new one that the user calls so, with a name that none of `known` has; nothing where there
    /// is no name left.
    pub fn new(label: &str, known: &[Self]) -> Option<Self> {
        let taken = |name| known.iter().any(|own| own.scenario == Scenario::Own(name));
        let label = label.trim();
        Some(Self {
            scenario: Scenario::Own(OwnName::for_label(label, taken)?),
            label: label.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_of_what_the_user_says() {
        let mut known = Vec::new();
        for (label, name) in [
            ("Portfolio", "own-portfolio"),
            (" Send my portfolio… ", "own-send-my-portfolio"),
            ("Über C++", "own-über-c"),
            ("履歴書", "own-履歴書"),
            ("portfolio", "own-portfolio-2"),
            ("!?", "own-letter"),
            ("", "own-letter-2"),
        ] {
            let own = OwnScenario::new(label, &known).unwrap();
            assert_eq!(own.scenario.name(), name, "{label}");
            assert_eq!(own.label, label.trim());
            assert_eq!(name.parse(), Ok(own.scenario));
            known.push(own);
        }
        let long = OwnScenario::new(&"many words ".repeat(40), &[]).unwrap();
        assert_eq!(long.scenario.name().parse(), Ok(long.scenario));
    }

    #[test]
    fn only_names_are_names_and_they_can_be_said() {
        for no in [
            "own-",
            "own",
            "thank-you",
            "own-A",
            "own--a",
            "own-a-",
            "own-a b",
            "own-a\n",
        ] {
            assert_eq!(OwnName::parse(no), None, "{no}");
        }
        assert_eq!(OwnName::parse(&format!("own-{}", "a".repeat(49))), None);
        let name = OwnName::parse("own-send-my-portfolio").unwrap();
        assert_eq!(name.label(), "Send my portfolio");
        assert_eq!(OwnName::parse("own-send-my-portfolio"), Some(name));
    }
}
