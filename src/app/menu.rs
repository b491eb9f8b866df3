//! The commands that a user can name: menus, buttons, keys and the list of keys are made of them.

use super::command::{Command, Effect, FindingStep, Go};
use super::dialog::Dialog;
use super::state::{State, View};

/// A combination of keys, as every platform has it in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// With Ctrl, or with Command on a Mac.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// The key's name, as in `N`, `1` or `Escape`.
    pub key: &'static str,
}

const fn ctrl(key: &'static str) -> Chord {
    Chord {
        command: true,
        shift: false,
        key,
    }
}

const fn ctrl_shift(key: &'static str) -> Chord {
    Chord {
        command: true,
        shift: true,
        key,
    }
}

const fn shift(key: &'static str) -> Chord {
    Chord {
        command: false,
        shift: true,
        key,
    }
}

const fn plain(key: &'static str) -> Chord {
    Chord {
        command: false,
        shift: false,
        key,
    }
}

/// A command that a user can name. Their order is that of menus and lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UserCommand {
    /// Adds an application.
    NewApplication,
    /// Shows what to do now.
    Today,
    /// Shows the cards.
    Board,
    /// Shows how it goes.
    Insights,
    /// Shows what can be set.
    Settings,
    /// Finds anything by a few letters.
    Palette,
    /// Puts the keyboard into the search field.
    Search,
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Opens a job search.
    Open,
    /// Keeps this one elsewhere.
    SaveElsewhere,
    /// Takes events in.
    Import,
    /// Writes an export.
    Export,
    /// Leads to the next finding of the letter.
    NextFinding,
    /// Leads to the one before.
    PreviousFinding,
    /// Mends the finding that was led to.
    MendFinding,
    /// Shows the keys.
    Shortcuts,
    /// Closes the window.
    Quit,
}

impl UserCommand {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::NewApplication,
        Self::Today,
        Self::Board,
        Self::Insights,
        Self::Settings,
        Self::Palette,
        Self::Search,
        Self::Undo,
        Self::Redo,
        Self::Open,
        Self::SaveElsewhere,
        Self::Import,
        Self::Export,
        Self::NextFinding,
        Self::PreviousFinding,
        Self::MendFinding,
        Self::Shortcuts,
        Self::Quit,
    ];

    /// Its name, as a button or a menu has it, and what it does, in a sentence.
    pub fn name_and_hint(self) -> (&'static str, &'static str) {
        match self {
            Self::NewApplication => ("New application", "Add a company and a position"),
            Self::Today => ("Today", "What to do now, and what is waiting"),
            Self::Board => ("Board", "Every application, by its stage"),
            Self::Insights => ("Insights", "How the search goes"),
            Self::Settings => ("Settings", "You, the rules, what you did before, your file"),
            Self::Palette => (
                "Go to anything",
                "Find an application, a person or a command by a few letters",
            ),
            Self::Search => ("Search", "Show only the cards that hold these words"),
            Self::Undo => ("Undo", "Take the last change back"),
            Self::Redo => ("Redo", "Make the change again that was taken back"),
            Self::Open => ("Open…", "Open another job search"),
            Self::SaveElsewhere => ("Save elsewhere…", "Keep this job search in another file"),
            Self::Import => ("Import", "Take in events from a file"),
            Self::Export => ("Export…", "Write this job search in another format"),
            Self::NextFinding => ("Next finding", "Go to what to mend next in the letter"),
            Self::PreviousFinding => ("Previous finding", "Go back to what to mend before it"),
            Self::MendFinding => ("Mend the finding", "Do what is proposed first for it"),
            Self::Shortcuts => ("Keyboard shortcuts", "The keys and what they do"),
            Self::Quit => ("Quit", "Close the window; everything is saved"),
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.name_and_hint().0
    }

    /// What it does.
    pub fn hint(self) -> &'static str {
        self.name_and_hint().1
    }

    /// The keys for it; the first is the one that is shown.
    pub fn chords(self) -> &'static [Chord] {
        const REDO: &[Chord] = &[ctrl_shift("Z"), ctrl("Y")];
        match self {
            Self::NewApplication => const { &[ctrl("N")] },
            Self::Today => const { &[ctrl("1")] },
            Self::Board => const { &[ctrl("2")] },
            Self::Insights => const { &[ctrl("3")] },
            Self::Settings => const { &[ctrl("4"), ctrl("Comma")] },
            Self::Palette => const { &[ctrl("K")] },
            Self::Search => const { &[ctrl("F")] },
            Self::Undo => const { &[ctrl("Z")] },
            Self::Redo => REDO,
            Self::Open => const { &[ctrl("O")] },
            Self::SaveElsewhere => const { &[ctrl_shift("S")] },
            Self::Import => const { &[ctrl("I")] },
            Self::Export => const { &[ctrl("E")] },
            Self::NextFinding => const { &[plain("F8")] },
            Self::PreviousFinding => const { &[shift("F8")] },
            Self::MendFinding => const { &[ctrl("Period")] },
            Self::Shortcuts => const { &[plain("Questionmark"), plain("F1")] },
            Self::Quit => const { &[ctrl("Q")] },
        }
    }

    /// What it does now; nothing where it can do nothing.
    pub fn command(self, state: &State) -> Option<Command> {
        let go = |view| Some(Command::Go(Go::View(view)));
        let panel = state.panel.as_ref();
        let writes = panel.is_some_and(|panel| panel.compose.is_some());
        let finding = |step| writes.then_some(Command::Ask(Effect::Finding(step)));
        match self {
            Self::NewApplication => Some(Command::dialog(Dialog::NewApplication { stage: None })),
            Self::Today => go(View::Today),
            Self::Board => go(View::Board),
            Self::Insights => go(View::Insights),
            Self::Settings => go(View::Settings),
            Self::Palette => Some(Command::dialog(Dialog::Palette)),
            Self::Search => Some(Command::Ask(Effect::FocusSearch)),
            Self::Undo => state.history.undoable().map(|_| Command::Undo),
            Self::Redo => state.history.redoable().map(|_| Command::Redo),
            Self::Open => Some(Command::Ask(Effect::ChooseFile)),
            Self::SaveElsewhere => Some(Command::Ask(Effect::ChoosePlace)),
            Self::Import => Some(Command::Ask(Effect::ChooseImport)),
            Self::Export => Some(Command::Ask(Effect::ChooseExport)),
            Self::NextFinding => finding(FindingStep::Next),
            Self::PreviousFinding => finding(FindingStep::Previous),
            Self::MendFinding => finding(FindingStep::Mend),
            Self::Shortcuts => Some(Command::dialog(Dialog::Shortcuts)),
            Self::Quit => Some(Command::Ask(Effect::Quit)),
        }
    }

    /// Its name with what it would do now: “Undo: Moved Acme to Offer”.
    pub fn name_now(self, state: &State) -> String {
        let change = match self {
            Self::Undo => state.history.undoable(),
            Self::Redo => state.history.redoable(),
            _ => None,
        };
        change.map_or_else(
            || self.name().to_owned(),
            |change| format!("{}: {}", self.name(), change.title),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_have_the_same_keys() {
        let chords: Vec<_> = UserCommand::ALL
            .iter()
            .flat_map(|command| command.chords())
            .collect();
        for (place, chord) in chords.iter().enumerate() {
            assert!(!chords[place + 1..].contains(chord), "{chord:?}");
        }
    }
}
