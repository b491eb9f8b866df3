//! Finding: which applications hold some words, and which stand as a filter asks.
//!
//! Words are found wherever they stand: in names, notes, letters and replies, in capitals or small
//! letters, with accents or without. The text that is searched is made once for each application
//! and again when it changes ([`Index`]); a filter is made ready once and then asked of each
//! ([`Sieve`]).

mod fold;
mod index;
mod sieve;
#[cfg(test)]
mod tests;

pub use fold::folded;
pub use index::{Index, Words};
pub use sieve::Sieve;
