//! What goes out as a file, on its way.

use super::Progress;
use crate::exchange::{Format, Part};

/// What is to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportPlan {
    /// As what.
    pub format: Format,
    /// How much of the search.
    pub part: Part,
    /// What the file is called unless the user says otherwise.
    pub name: String,
    /// How far it has come.
    pub progress: Progress,
}
