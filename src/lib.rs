//! Afterword: what to say after the interview, and when.
//!
//! # Layout
//! Arrows point up this list only: nobody knows what stands below.
//!
//! - [`time`]: clocks, zones and days as values; [`region`]: how they are written where the user lives
//! - [`model`]: what a job search is made of
//! - [`etiquette`]: when to write, and why
//! - [`compose`]: what to say, made of facts
//! - [`review`]: how well it is said
//! - [`proofread`]: whether it is spelt right, in a process of its own
//! - [`store`]: the one file that holds it
//! - `crash`: what is left of a crash
//! - `log`: what could not be done while nobody looked
//! - [`reminders`]: what to notify, once
//! - [`exchange`]: formats in and out
//! - [`insights`]: counts for the figures
//! - [`app`]: the window without a window
//! - [`ui`]: what is seen
//! - [`cli`]: the command line, a file a sub-command

pub mod app;
pub mod cli;
pub mod compose;
mod crash;
pub mod etiquette;
pub mod exchange;
pub mod insights;
mod log;
pub mod model;
pub mod proofread;
pub mod reading;
pub mod region;
pub mod reminders;
pub mod review;
pub mod store;
pub mod time;
pub mod ui;
