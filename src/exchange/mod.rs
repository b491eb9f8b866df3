//! Formats in and out: how a job search is exchanged with scripts, other programs and backups.

pub mod events;
