//! Afterword: what to say after the interview, and when.
//!
//! # Layout
//! Arrows point up this list only: nobody knows what stands below.
//!
//! - [`time`]: clocks, zones and days as values
//! - [`model`]: what a job search is made of
//! - [`store`]: the one file that holds it

pub mod model;
pub mod store;
pub mod time;
