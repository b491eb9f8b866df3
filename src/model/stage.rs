use serde::{Deserialize, Serialize};

use super::is_default;

/// Names a stage for ever, whatever the user calls its column.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StageId(pub String);

/// A column of the board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Its lasting name.
    pub id: StageId,
    /// What the user calls it.
    pub name: String,
    /// What it means to the rules.
    pub meaning: StageMeaning,
    /// In which order its cards stand.
    #[serde(default, skip_serializing_if = "is_default")]
    pub order: Order,
}

/// In which order the cards of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As they were put.
    #[default]
    Hand,
    /// By the day of what is next, the soonest first.
    NextDate,
    /// By the company's name.
    Name,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Hand, Self::NextDate, Self::Name];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::NextDate => "next-date",
            Self::Name => "name",
        }
    }
}

/// What a stage means to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StageMeaning {
    /// Not applied yet.
    Wishlist,
    /// Applied, and nothing since.
    Applied,
    /// An interview lies ahead.
    Interviewing,
    /// The ball is with the employer.
    Waiting,
    /// There is an offer.
    Offer,
    /// It is over.
    Closed,
    /// A stage of the user's own, without a meaning to the rules.
    Own,
}

impl StageMeaning {
    /// The meanings that every search has a stage for, in the order of the board.
    pub const STANDARD: [Self; 6] = [
        Self::Wishlist,
        Self::Applied,
        Self::Interviewing,
        Self::Waiting,
        Self::Offer,
        Self::Closed,
    ];

    /// The name its stage starts with.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wishlist => "Wishlist",
            Self::Applied => "Applied",
            Self::Interviewing => "Interviewing",
            Self::Waiting => "Waiting",
            Self::Offer => "Offer",
            Self::Closed => "Closed",
            Self::Own => "Own",
        }
    }

    /// The lasting name of the standard stage with this meaning.
    pub fn standard_id(self) -> StageId {
        StageId(self.name().to_lowercase())
    }
}

impl Stage {
    /// The six stages a new search starts with.
    pub fn standard() -> Vec<Self> {
        StageMeaning::STANDARD
            .iter()
            .map(|meaning| Self::new(meaning.standard_id(), meaning.name(), *meaning))
            .collect()
    }

    /// A stage whose cards stand as they are put.
    pub fn new(id: StageId, name: impl Into<String>, meaning: StageMeaning) -> Self {
        Self {
            id,
            name: name.into(),
            meaning,
            order: Order::Hand,
        }
    }
}
