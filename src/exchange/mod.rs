//! Formats in and out: how a job search is exchanged with scripts, other programs and backups.

mod demo;
pub mod events;

pub use demo::demo;
