//! Afterword: what to say after the interview, and when.
//!
//! # Layout
//! Arrows point up this list only: nobody knows what stands below.
//!
//! - [`time`]: clocks, zones and days as values
//! - [`model`]: what a job search is made of
//! - [`etiquette`]: when to write, and why
//! - [`store`]: the one file that holds it
//! - [`exchange`]: formats in and out
//! - [`reminders`]: what to notify, once
//! - [`ui`]: what is seen

pub mod etiquette;
pub mod exchange;
pub mod model;
pub mod reminders;
pub mod store;
pub mod time;
pub mod ui;
