//! Which dialog is open. What is typed into it lives with the view.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ArrivalsOffer, Command, TableOffer, Versions};
use crate::etiquette::Action;
use crate::exchange::mail::Mail;
use crate::model::{ApplicationId, EntryId, Scenario, StageId};

/// The one dialog that is open. Those that words are typed into can be kept on the disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Dialog {
    /// A new application, to be put into that stage.
    NewApplication {
        /// The stage; nothing leaves it to what happens.
        stage: Option<StageId>,
    },
    /// A new interview, or the one of that entry.
    Interview {
        /// Of which application.
        application: ApplicationId,
        /// The interview to be changed.
        entry: Option<EntryId>,
    },
    /// A new interview, with what the invitation to it said.
    Invited {
        /// Of which application.
        application: ApplicationId,
        /// The day they named.
        day: Option<NaiveDate>,
        /// Who invited.
        from: Option<String>,
    },
    /// How did it go?
    Debrief {
        /// Of which application.
        application: ApplicationId,
        /// The interview that was held.
        interview: EntryId,
    },
    /// They named a day.
    Promise {
        /// Of which application.
        application: ApplicationId,
    },
    /// They invited a call.
    CallInvited {
        /// Of which application.
        application: ApplicationId,
    },
    /// They wrote or said something.
    LogReply {
        /// Of which application.
        application: ApplicationId,
    },
    /// Until when does the offer stand? Asked after a card was put on the stage of offers.
    OfferDeadline {
        /// Of which application; of all that were put there together.
        applications: Vec<ApplicationId>,
    },
    /// How did it end? Asked after a card was put on the stage for what is over.
    Outcome {
        /// Of which application; of all that were put there together.
        applications: Vec<ApplicationId>,
    },
    /// The name of a column: of a new one, or another for one there is.
    Column {
        /// The column that is renamed, or that the new one stands right of.
        stage: StageId,
        /// Whether it is a new one.
        new: bool,
    },
    /// The name of a letter of the user's own: of a new one, or another for one there is.
    OwnScenario {
        /// The one that is renamed; nothing for a new one.
        rename: Option<Scenario>,
    },
    /// A note.
    Note {
        /// On which application.
        application: ApplicationId,
    },
    /// Something speaks against sending a letter as it stands.
    #[serde(skip)]
    Blockers(Box<Blockers>),
    /// Something that cannot be undone.
    #[serde(skip)]
    Confirm(Box<Confirm>),
    /// The file did not load.
    #[serde(skip)]
    Damaged(DamagedFile),
    /// Anything by a few letters.
    #[serde(skip)]
    Palette,
    /// A moment of the user’s own until which something is put off.
    #[serde(skip)]
    Snooze {
        /// What is put off; all of one application.
        actions: Vec<Action>,
    },
    /// What was done, to go back to any step of it.
    History,
    /// A name for what the board shows.
    SaveView,
    /// Earlier states of the search.
    #[serde(skip)]
    Backups(Vec<EarlierState>),
    /// A table: what its columns mean, and what would come of it.
    #[serde(skip)]
    Table(TableOffer),
    /// What is to be written to a file.
    #[serde(skip)]
    Export,
    /// People or invitations: where they go, and what would come of it.
    #[serde(skip)]
    Arrivals(ArrivalsOffer),
    /// A mail that is to be logged as a reply.
    Received(Arc<Mail>),
    /// Two versions of an application, one of which is to stay.
    #[serde(skip)]
    Versions(Versions),
    /// The keys and what they do.
    #[serde(skip)]
    Shortcuts,
}

impl Dialog {
    /// The application it is about.
    pub fn application(&self) -> Option<ApplicationId> {
        match self {
            Self::Interview { application, .. }
            | Self::Invited { application, .. }
            | Self::Debrief { application, .. }
            | Self::Promise { application }
            | Self::CallInvited { application }
            | Self::LogReply { application }
            | Self::Note { application } => Some(*application),
            Self::OfferDeadline { applications } | Self::Outcome { applications } => {
                applications.first().copied()
            }
            Self::Blockers(blockers) => Some(blockers.application),
            Self::Snooze { actions } => actions.first().map(|action| action.application),
            // Without the other version there is nothing to settle.
            Self::Versions(versions) => Some(versions.theirs),
            Self::NewApplication { .. }
            | Self::Column { .. }
            | Self::OwnScenario { .. }
            | Self::Confirm(_)
            | Self::Damaged(_)
            | Self::Backups(_)
            | Self::Table(_)
            | Self::Export
            | Self::Arrivals(_)
            | Self::Received(_)
            | Self::Palette
            | Self::History
            | Self::SaveView
            | Self::Shortcuts => None,
        }
    }
}

/// A question before a letter leaves the window against advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Blockers {
    /// Whose letter it is.
    pub application: ApplicationId,
    /// What speaks against it, a sentence each.
    pub reasons: Vec<String>,
    /// The button that does it all the same, in the words of what it does.
    pub button: String,
    /// The letter's fingerprint, by which the answer is remembered.
    pub letter: u64,
    /// What it does, one after the other.
    pub commands: Vec<Command>,
}

/// A question before something that cannot be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirm {
    /// The question.
    pub title: String,
    /// What will happen.
    pub text: String,
    /// The button that does it, in the words of what it does.
    pub button: String,
    /// What it does.
    pub command: Command,
}

/// A backup, to be gone back to.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierState {
    /// When it was made, in words.
    pub when: String,
    /// Where it is.
    pub path: PathBuf,
    /// How many applications it has.
    pub applications: usize,
    /// What is different in it, in a few words.
    pub differs: String,
    /// What going back to it would bring, take and change, a line each.
    pub preview: Vec<String>,
}

/// A file that does not load.
#[derive(Clone, Debug, PartialEq)]
pub struct DamagedFile {
    /// Where it is.
    pub path: PathBuf,
    /// What is wrong with it, with line and column where they are known.
    pub why: String,
    /// Backups that can be read, newest first.
    pub backups: Vec<EarlierState>,
    /// How many applications can still be read of it, and how many cannot.
    pub rest: (usize, usize),
    /// Whether nothing else is open: it is the file that the window was to show.
    pub at_start: bool,
}
