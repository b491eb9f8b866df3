//! Afterword: what to say after the interview, and when.
//!
//! # Layout
//! Arrows point up this list only: nobody knows what stands below.
//!
//! - [`time`]: clocks, zones and days as values
//! - [`model`]: what a job search is made of
//! - [`etiquette`]: when to write, and why
//! - [`store`]: the one file that holds it
//! - [`compose`]: what to say
//! - [`exchange`]: formats in and out
//! - [`insights`]: counts for the figures
//! - [`app`]: the window without a window: state, commands, undo
//! - [`ui`]: the window

pub mod app;
pub mod compose;
pub mod etiquette;
pub mod exchange;
pub mod insights;
pub mod model;
pub mod store;
pub mod time;
pub mod ui;
