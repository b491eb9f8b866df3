//! Events: one JSON object a line, each one thing that happened.
//!
//! The format is public; `docs/COMMAND-LINE.md` describes it. What comes in is checked line by
//! line and taken as a whole or not at all. The same import twice adds nothing.

mod fields;
mod meaning;
mod read;
mod write;

#[cfg(test)]
mod tests;

use thiserror::Error;

use crate::model::{ApplicationId, JobSearch};
use crate::time::Zone;

pub use write::export;

/// What an import made.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The search with the import in it.
    pub search: JobSearch,
    /// How many lines added or changed something.
    pub added: usize,
    /// How many lines said what was known already.
    pub already_there: usize,
    /// The applications that are new or changed, oldest first.
    pub applications: Vec<ApplicationId>,
}

/// A line that is no event.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EventError {
    /// The line is no JSON object.
    #[error(
        "line {line} is no JSON object ({why}); expected one event such as {{\"application\":\"acme\",\"event\":\"note\",\"at\":\"2026-11-23\",\"text\":\"…\"}}"
    )]
    NoObject {
        /// Its number, from 1.
        line: usize,
        /// What the JSON reader says.
        why: String,
    },
    /// The line lacks a field.
    #[error("line {line} lacks the field “{field}”; expected {expected}")]
    Missing {
        /// Its number, from 1.
        line: usize,
        /// The field's name.
        field: String,
        /// What it should hold.
        expected: String,
    },
    /// A field holds something else than it should.
    #[error("line {line}, field “{field}”: expected {expected}, found {found}")]
    Unfit {
        /// Its number, from 1.
        line: usize,
        /// The field's name.
        field: String,
        /// What it should hold.
        expected: String,
        /// What it holds, as JSON, cut if long.
        found: String,
    },
}

/// Adds the events of `text` to a copy of `search`; local times are those of `zone`.
///
/// # Errors
/// The first line that is no event, with the field and what was expected. Then nothing is taken.
pub fn import(search: &JobSearch, text: &str, zone: Zone) -> Result<Imported, EventError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut import = read::Import::into(search);
    for (number, line) in (1..).zip(text.lines()) {
        if !line.trim().is_empty() {
            import.line(fields::Fields::read(number, line, zone)?)?;
        }
    }
    Ok(import.finish())
}
