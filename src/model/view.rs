use serde::{Deserialize, Serialize};

use super::{StageId, is_default};

/// How an application stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Something is to be done now.
    Due,
    /// Nothing is: their word, or a day, has to come first.
    Waiting,
}

impl Doing {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Due, Self::Waiting];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Waiting => "waiting",
        }
    }
}

/// Which applications are shown: those that fit everything that is asked for. What is left empty
/// asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words that stand somewhere in it.
    #[serde(skip_serializing_if = "is_default")]
    pub words: String,
    /// Stages, one of which it stands in.
    #[serde(skip_serializing_if = "is_default")]
    pub stages: Vec<StageId>,
    /// How it stands.
    #[serde(skip_serializing_if = "is_default")]
    pub doing: Option<Doing>,
    /// Whether there has to be an offer that waits for an answer.
    #[serde(skip_serializing_if = "is_default")]
    pub offer: bool,
    /// Somebody on the employer's side, by name.
    #[serde(skip_serializing_if = "is_default")]
    pub person: String,
    /// A tag that it bears.
    #[serde(skip_serializing_if = "is_default")]
    pub tag: String,
    /// For how many days at least the employer has been silent.
    #[serde(skip_serializing_if = "is_default")]
    pub silent_days: Option<u32>,
}

impl Filter {
    /// A filter that asks for words alone.
    pub fn words(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Whether it asks for nothing, so that all are shown.
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                words: self.words.clone(),
                ..Self::default()
            }
            && self.words.trim().is_empty()
    }
}

/// A filter that has a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    /// What the user calls it; no two have the same.
    pub name: String,
    /// What it shows.
    pub filter: Filter,
}
