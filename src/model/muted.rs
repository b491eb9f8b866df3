use serde::{Deserialize, Serialize};

use super::is_default;

/// Something that the review of letters is not to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Muted {
    /// The check, by its name.
    pub check: String,
    /// The words that it is not to mark; empty where the check as a whole is meant.
    #[serde(default, skip_serializing_if = "is_default")]
    pub words: String,
}
