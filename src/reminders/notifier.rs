//! The thread that looks, claims, shows and records.

mod lock;
mod watch;

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use chrono::TimeDelta;

use super::desktop::{Answer, Desktop};
use super::ledger::Key;
use super::snooze::Quiet;
use super::target::Target;
use crate::model::JobSearch;
use crate::store::Places;
use crate::time::{Clock, Moment};
use watch::Watch;

/// The clock, asked at every look.
pub type ReadClock = Arc<dyn Fn() -> Clock + Send + Sync>;

/// How notifying goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotifierStatus {
    /// Well, as far as is known.
    Working,
    /// Another window or program notifies of this search.
    Elsewhere,
    /// Something is due and could not be shown; why, as part of a sentence. It is tried again.
    Failing(String),
}

/// What a user answered to a notification, for whoever can do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To see it in the window. The token, where there is one, lets a window come to the front.
    Open(Target, Option<String>),
    /// It is done already.
    Done(Target),
}

/// What a notifier works with.
#[derive(Clone)]
pub struct Surroundings {
    /// Where notifications are shown.
    pub desktop: Arc<dyn Desktop>,
    /// The clock.
    pub clock: ReadClock,
    /// Called with what a user answered; it must not wait.
    pub grant: Arc<dyn Fn(Wish) + Send + Sync>,
    /// Called whenever the status, or what is kept quiet, has changed.
    pub wake: Arc<dyn Fn() + Send + Sync>,
}

/// Asked before every look whether the search is another one meanwhile.
pub type Refresh<'a> = Box<dyn FnMut() -> Option<JobSearch> + Send + 'a>;

/// Notifies of what falls due in a search, from a thread with a clock of its own: also while no
/// frame is drawn. Of several notifiers of one search, one works.
pub struct Notifier {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    desk: Mutex<Desk>,
    rung: Condvar,
}

struct Desk {
    search: Option<JobSearch>,
    requests: Vec<Request>,
    answers: Vec<Answer>,
    /// Whether somebody waits for a look.
    look_now: bool,
    status: NotifierStatus,
    /// What the ledger keeps quiet, as of the last look.
    quiet: Option<BTreeMap<Key, Quiet>>,
    last_look: Option<Moment>,
    login_offered: Option<bool>,
    closing: bool,
}

impl Desk {
    fn new() -> Self {
        Self {
            search: None,
            requests: Vec::new(),
            answers: Vec::new(),
            look_now: false,
            status: NotifierStatus::Working,
            quiet: None,
            last_look: None,
            login_offered: None,
            closing: false,
        }
    }

    fn has_no_news(&self) -> bool {
        let nothing_asked = self.requests.is_empty() && self.answers.is_empty();
        self.search.is_none() && nothing_asked && !self.look_now && !self.closing
    }
}

/// What is written into the ledger for the user.
enum Request {
    /// An action is to be kept quiet, or no more.
    Quiet(Key, Option<Quiet>),
    /// The user was asked about reminders from login on.
    LoginOffered,
}

impl Notifier {
    /// Starts to notify of `search`.
    pub fn start(places: &Places, search: JobSearch, around: Surroundings) -> Self {
        let shared = Arc::new(Shared {
            desk: Mutex::new(Desk::new()),
            rung: Condvar::new(),
        });
        let watch = Watch::new(places, search, &around, shared.bell());
        let for_thread = Arc::clone(&shared);
        let wake = around.wake;
        let thread = thread::Builder::new()
            .name("notifier".to_owned())
            .spawn(move || for_thread.run(watch, &*wake, Box::new(|| None)));
        if let Err(error) = &thread {
            let why = format!("no thread to notify with: {error}");
            shared.desk().status = NotifierStatus::Failing(why);
        }
        Self {
            shared,
            thread: thread.ok(),
        }
    }

    /// Notifies on this thread for as long as the process lives. `refresh` is asked before every
    /// look.
    pub fn stay(places: &Places, search: JobSearch, around: &Surroundings, refresh: Refresh<'_>) {
        let shared = Arc::new(Shared {
            desk: Mutex::new(Desk::new()),
            rung: Condvar::new(),
        });
        let watch = Watch::new(places, search, around, shared.bell());
        shared.run(watch, &*around.wake, refresh);
    }

    /// Notifies of what is due in `search` now, and says how that went.
    pub fn once(places: &Places, search: JobSearch, around: &Surroundings) -> NotifierStatus {
        let mut watch = Watch::new(places, search, around, Arc::new(|_| {}));
        watch.tick();
        watch.status
    }

    /// The search has changed.
    pub fn update(&self, search: JobSearch) {
        self.shared.desk().search = Some(search);
        self.shared.rung.notify_all();
    }

    /// Looks at once: after a failure, when the user asks.
    pub fn look_now(&self) {
        self.shared.desk().look_now = true;
        self.shared.rung.notify_all();
    }

    /// How it goes.
    pub fn status(&self) -> NotifierStatus {
        self.shared.desk().status.clone()
    }

    /// When the ledger says that somebody looked last, here or elsewhere.
    pub fn last_look(&self) -> Option<Moment> {
        self.shared.desk().last_look
    }

    /// Has the action be quiet, or no more.
    pub fn keep_quiet(&self, key: Key, quiet: Option<Quiet>) {
        self.request(Request::Quiet(key, quiet));
    }

    /// Whether the user was asked about reminders from login on; nothing as long as nobody has
    /// looked.
    pub fn was_login_offered(&self) -> Option<bool> {
        let desk = self.shared.desk();
        desk.requests.is_empty().then_some(desk.login_offered)?
    }

    /// Notes that the user was asked about reminders from login on.
    pub fn login_was_offered(&self) {
        self.request(Request::LoginOffered);
    }

    fn request(&self, request: Request) {
        self.shared.desk().requests.push(request);
        self.shared.rung.notify_all();
    }

    /// What is kept quiet; nothing while a request of it is under way, or nobody has looked yet.
    pub fn quiet(&self) -> Option<BTreeMap<Key, Quiet>> {
        let desk = self.shared.desk();
        desk.requests.is_empty().then(|| desk.quiet.clone())?
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        self.shared.desk().closing = true;
        self.shared.rung.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes the notifier, with what a user answered if that is why.
    fn bell(self: &Arc<Self>) -> Bell {
        let shared = Arc::downgrade(self);
        Arc::new(move |answer| {
            let Some(shared) = shared.upgrade() else {
                return;
            };
            let mut desk = shared.desk();
            match answer {
                Some(answer) => desk.answers.push(answer),
                None => desk.look_now = true,
            }
            drop(desk);
            shared.rung.notify_all();
        })
    }

    fn run(&self, mut watch: Watch, wake: &(dyn Fn() + Send + Sync), mut refresh: Refresh<'_>) {
        loop {
            let mut desk = self.desk();
            let search = desk.search.take();
            let requests = std::mem::take(&mut desk.requests);
            let answers = std::mem::take(&mut desk.answers);
            let closing = desk.closing;
            desk.look_now = false;
            drop(desk);

            if let Some(search) = search.or_else(&mut refresh) {
                watch.follow(search);
            }
            watch.note(requests);
            watch.hear(answers);
            if closing {
                return;
            }
            let wait = watch.tick();
            self.publish(&mut watch, wake);

            let desk = self.desk();
            if desk.has_no_news() {
                drop(self.rung.wait_timeout(desk, wait));
            }
        }
    }

    fn publish(&self, watch: &mut Watch, wake: &(dyn Fn() + Send + Sync)) {
        let ledger = watch.ledger.read();
        let (quiet, last_look) = (Some(ledger.quiet()), ledger.last_look);
        let offered = Some(ledger.login_offered);
        let mut desk = self.desk();
        desk.last_look = last_look;
        let is_same = desk.status == watch.status && desk.quiet == quiet;
        if !is_same || desk.login_offered != offered {
            desk.status = watch.status.clone();
            desk.quiet = quiet;
            desk.login_offered = offered;
            drop(desk);
            wake();
        }
    }
}

/// Wakes a notifier.
type Bell = Arc<dyn Fn(Option<Answer>) + Send + Sync>;

/// The time of the last look is written down so often.
const NOTE_LOOK: TimeDelta = TimeDelta::minutes(10);

#[cfg(test)]
mod tests;
