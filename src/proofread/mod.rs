//! Spelling and grammar: a proof-reader that nobody has to wait for.
//!
//! The dictionary and the rules are those of [Harper](https://writewithharper.com). They take
//! 200 MB, so they live in a child process of the same program, which is there while letters are
//! written and not longer; a letter that would make it hang or crash costs the child, not the
//! window.
//!
//! | file | what it is |
//! |---|---|
//! | `words` | the words of a search that are right, whatever a dictionary says |
//! | `manuscript` | a letter on its way, and what comes back: a [`Proof`] |
//! | `protocol` | the lines between window and child |
//! | `handle` | the window's end: a thread that says what came of a letter |
//! | `desk` | what that thread does: it owns the child and gives it its orders |
//! | `child` | a running child: its process and its pipes |
//! | `serve` | the child's end: reads lines, answers lines |
//! | `reader` | Harper, and what is made of its findings; only the child loads it |
//! | `rules` | rules of Harper that are switched off, each with the reason |
//! | `doubt` | findings that are dropped because nobody can be sure of them |

mod child;
mod desk;
mod doubt;
mod handle;
mod manuscript;
mod protocol;
mod reader;
mod rules;
mod serve;
#[cfg(test)]
mod tests;
mod words;

pub use handle::{Limits, News, Program, Proofreader, once};
pub use manuscript::{Manuscript, Proof};
pub use reader::Reader;
pub use serve::serve;
pub use words::{Knowledge, Language, dialect_of_this_machine};

/// The name of the hidden sub-command that runs the child.
pub const SUB_COMMAND: &str = "proofread";
