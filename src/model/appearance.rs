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

/// How the window looks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Appearance {
    /// Light or dark.
    #[serde(skip_serializing_if = "is_default")]
    pub theme: Theme,
}
