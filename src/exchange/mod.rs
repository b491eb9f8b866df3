//! Formats in and out: how a job search is exchanged with scripts, other programs and backups.
//!
//! | in | out | file |
//! |---|---|---|
//! | events (`.jsonl`) | events | `events` |
//! | tables (`.csv`) | tables | `csv` |
//! | | calendar (`.ics`) | `calendar` |
//! | | report and dossier (`.md`) | `markdown` |
//! | | letters (`.eml`) | `letters` |
//! | | all of it (`.zip`) | `bundle` |
//!
//! `format` chooses by the ending of a name, `told` puts a history into words, `put` writes a file.

mod bundle;
pub mod calendar;
pub mod csv;
mod demo;
pub mod events;
mod format;
pub mod letters;
pub mod markdown;
mod put;
mod told;

pub use demo::demo;
pub use format::{Format, Part, export};
pub use put::{PutError, put};
pub use told::Days;
