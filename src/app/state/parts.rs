//! What the window's state is made of.

use crate::app::command::Command;
use crate::model::{ApplicationId, Scenario};
use crate::proofread::Proof;
use crate::reminders::login::Login;
use crate::time::Moment;

/// The views of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What to do now.
    #[default]
    Today,
    /// The cards.
    Board,
    /// How it goes.
    Insights,
    /// What can be set.
    Settings,
    /// What the etiquette says.
    Rules,
    /// Every widget, for those who draw them.
    Gallery,
}

impl View {
    /// Those of the top bar, in its order.
    pub const TABS: [Self; 4] = [Self::Today, Self::Board, Self::Insights, Self::Settings];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Board => "Board",
            Self::Insights => "Insights",
            Self::Settings => "Settings",
            Self::Rules => "Rules",
            Self::Gallery => "Gallery",
        }
    }
}

/// What the system wishes for the look of all windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemLook {
    /// Dark or light, where it says so.
    pub dark: Option<bool>,
    /// Nothing is to move that need not.
    pub still: bool,
}

/// What was left for the rules, to come back to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Left {
    pub(super) view: View,
    pub(super) panel: Option<Panel>,
}

/// A letter that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Compose {
    /// The occasion.
    pub scenario: Scenario,
    /// Whom it is for: the interviewer of a thank-you, else nobody in particular.
    pub person: Option<String>,
}

/// What is open beside the view.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The application at hand.
    pub application: ApplicationId,
    /// The letter being written to it; without one the application itself is shown.
    pub compose: Option<Compose>,
}

/// A word on what just happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Whether it can be undone from the toast.
    pub undo: bool,
    /// Tells one toast from the next of the same words.
    pub number: u64,
}

/// How a banner looks, and which one it takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerKind {
    /// Saving failed, or is not possible.
    Saving,
    /// Nobody shows notifications.
    Notifications,
    /// Something that was asked for could not be done.
    Failure,
    /// Whether reminders are to come also while the window is closed.
    Login,
    /// Something worth knowing, such as what came from outside.
    News,
    /// An application has two versions.
    Versions,
    /// A synchronising program has left a second version of the file.
    Copies,
    /// Something was being typed when an earlier run ended.
    Words,
}

/// Something that stays in sight until it is dealt with.
#[derive(Clone, Debug, PartialEq)]
pub struct Banner {
    /// Its kind; there is at most one banner of each.
    pub kind: BannerKind,
    /// What is the matter and what to do, in a sentence or two.
    pub text: String,
    /// Buttons that do it, the best first: their words and their commands.
    pub actions: Vec<(String, Command)>,
}

impl Banner {
    /// A banner without a button.
    pub fn new(kind: BannerKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            actions: Vec::new(),
        }
    }

    /// With a button; a second one stands beside the first.
    pub fn with_action(mut self, words: impl Into<String>, command: Command) -> Self {
        self.actions.push((words.into(), command));
        self
    }
}

/// Where saving stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveStatus {
    /// Everything is on the disk.
    #[default]
    Saved,
    /// On its way.
    Saving,
    /// It did not work; why.
    Failed(String),
    /// Changes are not kept: the file is open for reading only; why.
    ReadOnly(String),
    /// Changes are not kept: this is a sample.
    Sample,
    /// Nothing is kept: the file did not load.
    NotLoaded,
}

/// Whether the desktop takes notifications.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NotifierStatus {
    /// It was not asked yet.
    #[default]
    Unknown,
    /// It does.
    Working,
    /// It does not; why, as part of a sentence.
    Unavailable(String),
}

/// How proof-reading goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proofreading {
    /// What was found in the letter that was read last.
    pub proof: Option<Proof>,
    /// Why the letter at hand is not read, as a sentence.
    pub unavailable: Option<String>,
    /// Grows with everything that the proof-reader says.
    pub number: u64,
}

/// How reminding goes, beside the notifications themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reminding {
    /// Whether the user is reminded while the window is closed; nothing where that cannot be.
    pub login: Option<Login>,
    /// When somebody looked last what is due, to some minutes.
    pub last_look: Option<Moment>,
    /// Whether the user was asked about reminders while the window is closed.
    pub offered: bool,
    /// What came of the last test, as a sentence.
    pub trial: Option<String>,
}
