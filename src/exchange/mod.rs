//! Formats in and out: how a job search is exchanged with scripts, other programs and backups.
//!
//! | in | out | file |
//! |---|---|---|
//! | events (`.jsonl`) | events | `events` |
//! | tables (`.csv`) | tables | `csv` |
//! | people (`.vcf`, LinkedIn’s connections) | | `arrivals` |
//! | invitations (`.ics`) | calendar (`.ics`) | `arrivals`, `calendar` |
//! | a reply (`.eml`) | letters (`.eml`) | `mail`, `letters` |
//! | | report and dossier (`.md`) | `markdown` |
//! | | all of it (`.zip`) | `bundle` |
//! | documents beside the search | | `documents` |
//!
//! `kind` and `format` choose by the ending of a name, `fitting` finds the application that
//! something belongs to, `told` puts a history into words, `put` writes a file.

pub mod arrivals;
mod bundle;
pub mod calendar;
pub mod csv;
mod demo;
mod documents;
pub mod events;
mod fitting;
mod format;
mod kind;
pub mod letters;
pub mod mail;
pub mod markdown;
mod put;
#[cfg(test)]
mod tests;
mod told;

pub use demo::demo;
pub use documents::copy_beside;
pub use fitting::Fits;
pub use format::{Format, Part, export};
pub use kind::Kind;
pub use put::{PutError, put};
pub use told::Days;
