//! What to say after the interview, and when.

pub mod ui;
