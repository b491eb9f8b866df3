use serde::{Deserialize, Serialize};

use super::is_default;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Paper and ink.
    Light,
    /// For the evening.
    Dark,
}

/// How much room the cards of the board take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// Everything that a card has to say.
    #[default]
    Comfortable,
    /// In fewer lines, so that more cards can be seen.
    Compact,
}

impl Density {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }
}

/// How the window looks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Appearance {
    /// Light or dark.
    #[serde(skip_serializing_if = "is_default")]
    pub theme: Theme,
    /// How much room cards take.
    #[serde(skip_serializing_if = "is_default")]
    pub density: Density,
}
