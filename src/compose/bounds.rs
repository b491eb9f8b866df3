//! How long a letter may be. Composing fits letters into these bounds, reviewing holds drafts to
//! them.

use crate::model::{Channel, Scenario};

/// What a letter's length is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// What white space separates.
    Words,
    /// Characters, white space included.
    Characters,
}

impl Unit {
    /// The length of `text` in this unit.
    pub fn measure(self, text: &str) -> usize {
        match self {
            Self::Words => count_words(text),
            Self::Characters => text.chars().count(),
        }
    }
}

/// The bounds of a letter's whole text, greeting and sign-off included; both ends are fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Counted in this.
    pub unit: Unit,
    /// At least.
    pub least: usize,
    /// At most.
    pub most: usize,
}

/// The bounds of a scenario's letters; nothing where any length may be right.
pub fn bounds_of(scenario: Scenario) -> Option<Bounds> {
    let words = |least, most| Bounds {
        unit: Unit::Words,
        least,
        most,
    };
    match scenario {
        Scenario::ThankYou => Some(words(200, 300)),
        Scenario::CheckInFirst | Scenario::CheckInSecond | Scenario::CheckInFinal => {
            Some(words(0, 150))
        }
        _ if scenario.channel() == Channel::LinkedIn => Some(Bounds {
            unit: Unit::Characters,
            least: 0,
            most: 300,
        }),
        _ => None,
    }
}

/// The length to stay within where the letter can be told in fewer words: an ample thank-you
/// tires its reader before the bound, and LinkedIn counts some characters twice.
pub(super) fn aim_of(scenario: Scenario) -> Option<Bounds> {
    bounds_of(scenario).map(|bounds| Bounds {
        most: match bounds.unit {
            Unit::Characters => bounds.most - 10,
            Unit::Words if bounds.most > 200 => bounds.most - 40,
            Unit::Words => bounds.most - 30,
        },
        ..bounds
    })
}

/// How many words `text` has: what white space separates.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}
