//! The border between the window and everything that is not the window.

use egui::Context;

use super::Placement;
use crate::app::{Command, Effect};
use crate::model::JobSearch;
use crate::time::Clock;

/// Everything outside the window: the time, the disk, the desktop. A test puts its own here.
pub trait Outside {
    /// The time; asked for once a frame.
    fn clock(&self) -> Clock;

    /// Does what a command asked for, without keeping the frame waiting. Whatever comes of it
    /// arrives as news; `ctx` is to be asked for a frame then.
    fn perform(&mut self, effect: Effect, ctx: &Context);

    /// What has come in since it was asked last; `current` is what the window shows.
    fn news(&mut self, current: &JobSearch) -> Vec<Command>;

    /// Keeps what is typed into forms and is no part of the search yet, in the place of what was
    /// kept before; empty words mean that all of it is done with.
    fn keep_words(&mut self, _words: &str) {}

    /// What was kept when an earlier run ended, once for each file that is opened; empty if that
    /// was nothing. One that keeps nothing has nothing.
    fn words_before(&mut self) -> Option<String> {
        None
    }

    /// Keeps where the window stood, for the next start. One that keeps nothing does nothing.
    fn keep_placement(&mut self, _placement: Placement) {}

    /// The window closes: what is not kept yet is kept now.
    fn close(&mut self);
}
