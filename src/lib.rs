//! Afterword: what to say after the interview, and when.
//!
//! # Layout
//! Arrows point up this list only: nobody knows what stands below.
//!
//! - [`time`]: clocks, zones and days as values
//! - [`model`]: what a job search is made of
//! - [`etiquette`]: when to write, and why
//! - [`compose`]: what to say
//! - [`review`]: how well it is said
//! - [`store`]: the one file that holds it
//! - [`exchange`]: formats in and out
//! - [`cli`]: the command line, a file a sub-command
//! - [`ui`]: what is seen

pub mod cli;
pub mod compose;
pub mod etiquette;
pub mod exchange;
pub mod model;
pub mod review;
pub mod store;
pub mod time;
pub mod ui;
