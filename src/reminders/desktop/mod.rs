//! Where notifications are shown.

#[cfg(all(unix, not(target_os = "macos")))]
mod freedesktop;
#[cfg(any(windows, target_os = "macos"))]
mod other;
mod system;

use super::ledger::Shown;

#[cfg(all(unix, not(target_os = "macos")))]
use freedesktop::Service;
#[cfg(any(windows, target_os = "macos"))]
use other::Service;
pub use system::SystemDesktop;

/// What the program is called where notifications name their sender.
const NAME: &str = "Afterword";

/// How much a notification wants to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// It may as well be left.
    Low,
    /// It is due.
    Normal,
}

/// A button of a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// Opens the window where it is done.
    Open(&'static str),
    /// Puts it off until this evening.
    Snooze,
    /// It is done already.
    Done,
}

impl Button {
    /// Its name among the actions of a notification, and its words.
    fn action(self) -> (&'static str, &'static str) {
        match self {
            Self::Open(words) => ("open", words),
            Self::Snooze => ("snooze", "Snooze until this evening"),
            Self::Done => ("done", "Done"),
        }
    }
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// A second one of the same number replaces the first, where the service takes numbers.
    pub number: u32,
    /// The one that it takes the place of, if that may be there still.
    pub replaces: Option<Shown>,
    /// One line.
    pub title: String,
    /// Some sentences, as plain text.
    pub body: String,
    /// The buttons. A click beside them does the same as `Open`.
    pub buttons: Vec<Button>,
    /// How much it wants to be seen.
    pub urgency: Urgency,
    /// Whether it may make a sound.
    pub sound: bool,
}

/// What happened to a notification on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The user wants to see it in the window. The token, where there is one, lets the window come
    /// to the front.
    Open(Shown, Option<String>),
    /// The user puts it off.
    Snooze(Shown),
    /// The user has done it.
    Done(Shown),
    /// It is gone from the screen.
    Closed(Shown),
}

impl Answer {
    /// What an action of that name means; see [`Button`].
    fn named(action: &str, shown: Shown, token: Option<String>) -> Option<Self> {
        match action {
            "default" | "open" => Some(Self::Open(shown, token)),
            "snooze" => Some(Self::Snooze(shown)),
            "done" => Some(Self::Done(shown)),
            _ => None,
        }
    }

    /// Of which notification.
    pub fn shown(&self) -> Shown {
        match self {
            Self::Open(shown, _)
            | Self::Snooze(shown)
            | Self::Done(shown)
            | Self::Closed(shown) => *shown,
        }
    }
}

/// Takes what users answer; it may be called from any thread, and must not wait.
pub type Take = std::sync::Arc<dyn Fn(Answer) + Send + Sync>;

/// Something that shows notifications. It may take its time, and fail.
pub trait Desktop: Send + Sync {
    /// Shows one, and returns when it is shown.
    ///
    /// # Errors
    /// It is not shown, and why, as part of a sentence.
    fn show(&self, notification: &Notification) -> Result<Shown, String>;

    /// Takes one from the screen, if it is there still.
    fn withdraw(&self, _shown: Shown) {}

    /// Shows on the program's icon how much is to be done, where there is such a place.
    fn count(&self, _pressing: usize) {}

    /// From now on `take` is called for what users answer.
    fn listen(&self, _take: Take) {}
}

/// A notification that tries whether any arrive.
pub fn trial() -> Notification {
    Notification {
        number: super::ledger::number("trial"),
        replaces: None,
        title: "This is how Afterword reminds you".to_owned(),
        body: "Nothing is due. You asked for a test.".to_owned(),
        buttons: Vec::new(),
        urgency: Urgency::Normal,
        sound: false,
    }
}
