//! Notifications for what falls due while the window is open.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

use super::clock::ClockSource;
use super::{News, come_to_front};
use crate::app::{self, Command};
use crate::model::JobSearch;
use crate::reminders::login::{self, Login};
use crate::reminders::{
    Desktop as _, Key, Notifier, NotifierStatus, Quiet, Surroundings, SystemDesktop, Wish, trial,
};
use crate::store::{Places, Store};

/// The notifier of the search that the window shows, if that search is kept in a file.
#[derive(Default)]
pub(super) struct Reminding {
    notifier: Option<Notifier>,
    /// What the window was told about it.
    told: app::NotifierStatus,
    /// What the window was told to be quiet.
    quiet: BTreeMap<Key, Quiet>,
    /// What the window was told beside that.
    beside: Option<app::Reminding>,
    /// Where the files of the search are.
    places: Option<Places>,
    /// How it stands with starting at login, and when that was asked.
    login: Option<(Login, Instant)>,
}

impl Reminding {
    /// From now on notifies of the search in that store.
    pub(super) fn watch(
        &mut self,
        store: &Store,
        clock: &ClockSource,
        sender: &Sender<News>,
        ctx: &Context,
    ) {
        // The one before lets go of its lock first.
        self.notifier = None;
        self.quiet.clear();
        let around = Surroundings {
            desktop: Arc::<SystemDesktop>::default(),
            clock: clock.for_a_thread(),
            grant: granting(sender.clone(), ctx.clone()),
            wake: {
                let ctx = ctx.clone();
                Arc::new(move || ctx.request_repaint())
            },
        };
        self.beside = None;
        self.places = Some(store.places().clone());
        let search = store.known().clone();
        self.notifier = Some(Notifier::start(store.places(), search, around));
    }

    /// The search has changed.
    pub(super) fn update(&self, search: &JobSearch) {
        if let Some(notifier) = &self.notifier {
            notifier.update(search.clone());
        }
    }

    /// Tries again at once what could not be shown.
    pub(super) fn retry(&self) {
        if let Some(notifier) = &self.notifier {
            notifier.look_now();
        }
    }

    /// Notes that the user was asked about reminders while the window is closed.
    pub(super) fn login_was_offered(&self) {
        if let Some(notifier) = &self.notifier {
            notifier.login_was_offered();
        }
    }

    /// Asks the system again how it stands with starting at login.
    pub(super) fn login_changed(&mut self) {
        self.login = None;
    }

    /// How reminding goes beside the notifications, if the window does not know yet.
    pub(super) fn beside(&mut self) -> Option<Command> {
        let (notifier, places) = (self.notifier.as_ref()?, self.places.as_ref()?);
        let offered = notifier.was_login_offered()?;
        let stale = |(_, asked): &(Login, Instant)| asked.elapsed() > LOGIN_HOLDS;
        if self.login.as_ref().is_none_or(stale) {
            self.login = Some((login::look(places), Instant::now()));
        }
        let beside = app::Reminding {
            login: self.login.map(|(login, _)| login),
            last_look: notifier.last_look(),
            offered,
            trial: None,
        };
        if self.beside.as_ref() == Some(&beside) {
            return None;
        }
        self.beside = Some(beside.clone());
        Some(Command::Reminding(beside))
    }

    /// Keeps an action quiet, or no more.
    pub(super) fn keep_quiet(&self, key: Key, quiet: Option<Quiet>) {
        if let Some(notifier) = &self.notifier {
            notifier.keep_quiet(key, quiet);
        }
    }

    /// What is kept quiet, if the window does not know yet.
    pub(super) fn quieted(&mut self) -> Option<Command> {
        let quiet = self.notifier.as_ref()?.quiet()?;
        if quiet == self.quiet {
            return None;
        }
        self.quiet.clone_from(&quiet);
        Some(Command::Quieted(quiet))
    }

    /// How notifying goes, if the window does not know yet.
    pub(super) fn news(&mut self) -> Option<Command> {
        let status = match self.notifier.as_ref()?.status() {
            NotifierStatus::Working | NotifierStatus::Elsewhere => app::NotifierStatus::Working,
            NotifierStatus::Failing(why) => app::NotifierStatus::Unavailable(why),
        };
        if status == self.told {
            return None;
        }
        self.told = status.clone();
        Some(Command::Notifier(status))
    }
}

/// Does in this window what was answered to a notification.
fn granting(sender: Sender<News>, ctx: Context) -> Arc<dyn Fn(Wish) + Send + Sync> {
    Arc::new(move |wish| {
        let (command, is_open) = match wish {
            Wish::Open(target, _) => (Command::Follow(target), true),
            Wish::Done(target) => (Command::Done(target), false),
        };
        // Without a window nobody is left to tell.
        let _ = sender.send(News::Command(Box::new(command)));
        if is_open {
            come_to_front(&ctx);
        } else {
            ctx.request_repaint();
        }
    })
}

/// Shows a notification, and says what happened.
pub(super) fn try_one(sender: &Sender<News>) {
    let (answer, shown) = mpsc::channel();
    let asked = thread::Builder::new().spawn(move || {
        // Nobody listens any more if it took too long.
        let _ = answer.send(SystemDesktop::default().show(&trial()));
    });
    let said = match asked.map(|_| shown.recv_timeout(TRIAL)) {
        Ok(Ok(Ok(_))) => by_whom(),
        Ok(Ok(Err(why))) => format!("The test did not arrive: {why}."),
        Ok(Err(_)) => {
            "The test did not arrive: the notification service does not answer.".to_owned()
        }
        Err(error) => format!("The test was not sent: {error}."),
    };
    let _ = sender.send(News::Command(Box::new(Command::Tried(said))));
}

/// Who has shown the test, where that can be asked.
fn by_whom() -> String {
    match SystemDesktop::service() {
        Ok(Some(name)) => format!(
            "{name} took the test. If you do not see it, look for “do not disturb” in your desktop’s settings."
        ),
        Ok(None) | Err(_) => "The test was sent.".to_owned(),
    }
}

/// How long a test may take.
const TRIAL: Duration = Duration::from_secs(5);

/// The system is asked this often how it stands with starting at login.
const LOGIN_HOLDS: Duration = Duration::from_secs(30);
