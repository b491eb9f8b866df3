//! What the commands of the user do at the moment.

use super::UserCommand;
use crate::app::command::{Command, Effect, FindingStep, Go};
use crate::app::dialog::Dialog;
use crate::app::state::{State, View};
use crate::model::{Appearance, ApplicationId, Density, Filter, Scenario};

impl UserCommand {
    /// What it does now; nothing where it can do nothing.
    pub fn command(self, state: &State) -> Option<Command> {
        let go = |view| Some(Command::Go(Go::View(view)));
        match self {
            Self::NewApplication => Some(Command::dialog(Dialog::NewApplication { stage: None })),
            Self::Today => go(View::Today),
            Self::Board => go(View::Board),
            Self::Insights => go(View::Insights),
            Self::Settings => go(View::Settings),
            Self::Rules => Some(Command::Go(Go::Rules(None))),
            Self::Gallery => go(View::Gallery),
            Self::Larger | Self::Smaller | Self::UsualSize => self.for_size(state),
            Self::Palette => Some(Command::dialog(Dialog::Palette)),
            Self::Search => Some(Command::Ask(Effect::FocusSearch)),
            Self::Undo => state.history.undoable().map(|_| Command::Undo),
            Self::Redo => state.history.redoable().map(|_| Command::Redo),
            Self::History => {
                let history = &state.history;
                let is_empty = history.done().is_empty() && history.undone().is_empty();
                (!is_empty).then(|| Command::dialog(Dialog::History))
            }
            Self::Open => Some(Command::Ask(Effect::ChooseFile)),
            Self::SaveElsewhere => Some(Command::Ask(Effect::ChoosePlace)),
            Self::Import => Some(Command::Ask(Effect::ChooseImport)),
            Self::Export => Some(Command::dialog(Dialog::Export)),
            Self::Templates => Some(Command::Go(Go::Template(at_letter(state)))),
            Self::Back => Some(Command::Go(Go::Back)),
            Self::Shortcuts => Some(Command::dialog(Dialog::Shortcuts)),
            Self::Quit => Some(Command::Ask(Effect::Quit)),
            Self::Filter | Self::SaveView | Self::ShowAll | Self::Closed | Self::Density => {
                self.for_board(state)
            }
            Self::LogReply | Self::AddInterview | Self::AddNote | Self::Remove => {
                self.on(state.at_hand()?)
            }
            Self::NextFinding => finding(state, FindingStep::Next),
            Self::PreviousFinding => finding(state, FindingStep::Previous),
            Self::MendFinding => finding(state, FindingStep::Mend),
            // These mean the card that has the keyboard.
            Self::Walk
            | Self::Ends
            | Self::TakeAlong
            | Self::OpenCard
            | Self::CardMenu
            | Self::Mark
            | Self::MarkTo
            | Self::MarkColumn => None,
        }
    }

    fn for_size(self, state: &State) -> Option<Command> {
        let look = &state.search.appearance;
        let look = match self {
            Self::Larger => look.larger(),
            Self::Smaller => look.smaller(),
            _ => look.usual(),
        };
        look.map(Command::Appearance)
    }

    fn for_board(self, state: &State) -> Option<Command> {
        let go = |go| Some(Command::Go(go));
        match self {
            Self::Filter => go(Go::Filtering(!state.filtering)),
            Self::SaveView => {
                let is_new = !state.filter.is_empty() && state.view_shown().is_none();
                is_new.then(|| Command::dialog(Dialog::SaveView))
            }
            Self::ShowAll if !state.filter.is_empty() => go(Go::Filter(Filter::default())),
            Self::Closed => go(Go::Closed(state.hides_closed())),
            Self::Density => Some(Command::Appearance(Appearance {
                density: match state.search.appearance.density {
                    Density::Comfortable => Density::Compact,
                    Density::Compact => Density::Comfortable,
                },
                ..state.search.appearance.clone()
            })),
            _ => None,
        }
    }

    /// What it does to one application; nothing where it is not about one.
    pub fn on(self, application: ApplicationId) -> Option<Command> {
        let dialog = |dialog| Some(Command::dialog(dialog));
        match self {
            Self::OpenCard => Some(Command::open(application)),
            Self::LogReply => dialog(Dialog::LogReply { application }),
            Self::AddInterview => dialog(Dialog::Interview {
                application,
                entry: None,
            }),
            Self::AddNote => dialog(Dialog::Note { application }),
            Self::Remove => Some(Command::Remove(application)),
            _ => None,
        }
    }

    /// Its name with what it would do now: “Undo: Moved Acme to Offer”.
    pub fn name_now(self, state: &State) -> String {
        let name = self.name();
        let change = match self {
            Self::Undo => state.history.undoable(),
            Self::Redo => state.history.redoable(),
            _ => None,
        };
        if let Some(change) = change {
            return format!("{name}: {}", change.title);
        }
        match self {
            Self::Closed if !state.hides_closed() => "Hide closed".to_owned(),
            Self::Density if state.search.appearance.density == Density::Compact => {
                "Comfortable cards".to_owned()
            }
            Self::LogReply | Self::AddInterview | Self::AddNote | Self::Remove => {
                let application = state.at_hand().and_then(|id| state.application(id));
                application.map_or_else(
                    || name.to_owned(),
                    |one| format!("{}: {}", name.trim_end_matches('…'), one.company),
                )
            }
            _ => name.to_owned(),
        }
    }
}

/// The occasion of the letter that is open, else the one that most letters are written for.
fn at_letter(state: &State) -> Scenario {
    let panel = state.panel.as_ref();
    let letter = panel.and_then(|panel| panel.compose.as_ref());
    letter.map_or(Scenario::ThankYou, |letter| letter.scenario)
}

fn finding(state: &State, step: FindingStep) -> Option<Command> {
    let panel = state.panel.as_ref();
    let writes = panel.is_some_and(|panel| panel.compose.is_some());
    writes.then_some(Command::Ask(Effect::Finding(step)))
}
