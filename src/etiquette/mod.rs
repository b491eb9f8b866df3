//! When: the rules of following up, as pure functions of an application, the user's policy and
//! the clock.

mod action;

pub use action::{Action, Rule, Status, Task};
