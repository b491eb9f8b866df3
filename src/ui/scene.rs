//! What every view is given.

use crate::app::{Command, Go, State};
use crate::time::Clock;

/// What there is to show, the time, and where to put what the user does. Nothing changes while a
/// frame is drawn: the commands are carried out after it.
pub struct Scene<'a> {
    /// All that the window shows.
    pub state: &'a State,
    /// The clock of this frame.
    pub clock: &'a Clock,
    commands: Vec<Command>,
}

impl<'a> Scene<'a> {
    /// A frame of that state at that time.
    pub fn new(state: &'a State, clock: &'a Clock) -> Self {
        Self {
            state,
            clock,
            commands: Vec::new(),
        }
    }

    /// Does this after the frame.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Goes there after the frame.
    pub fn go(&mut self, go: Go) {
        self.send(Command::Go(go));
    }

    /// Goes there before anything that was sent in this frame is done.
    pub fn go_first(&mut self, go: Go) {
        self.commands.insert(0, Command::Go(go));
    }

    /// What the user did, in its order.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }
}
