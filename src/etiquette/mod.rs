//! When: the rules of following up, as pure functions of an application, the user's policy and
//! the clock.

mod action;
mod seam;

pub use action::{Action, Rule, Status, Task};
pub use seam::*;
