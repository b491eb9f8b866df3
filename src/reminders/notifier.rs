//! The thread that looks, claims, shows and records.

use std::collections::BTreeSet;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use chrono::TimeDelta;

use super::desktop::{Desktop, Notification};
use super::engine::{Due, look};
use super::ledger::{Key, LedgerFile, number};
use super::words::{headline, plain, title};
use crate::etiquette::{Action, Plan};
use crate::model::JobSearch;
use crate::store::{Lock, Places, try_lock};
use crate::time::{Clock, Moment, Zone};

/// The longest wait: clocks are set, machines sleep, and timers do not know.
const WAIT: Duration = Duration::from_secs(30);

/// How often somebody who does not notify asks whether they may.
const ASK: Duration = Duration::from_secs(5);

/// How long the notification service may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The time of the last look is written down so often.
const NOTE_LOOK: TimeDelta = TimeDelta::minutes(10);

const TITLE: usize = 160;
const BODY: usize = 400;

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
    /// Whether somebody waits for a look.
    look_now: bool,
    status: NotifierStatus,
    closing: bool,
}

impl Desk {
    fn has_no_news(&self) -> bool {
        self.search.is_none() && self.requests.is_empty() && !self.look_now && !self.closing
    }
}

enum Request {
    Snooze(Key, Moment),
    Dismiss(Key, Moment),
}

impl Notifier {
    /// Starts to notify of `search`. `wake` is called whenever the status has changed.
    pub fn start(
        places: &Places,
        search: JobSearch,
        desktop: Arc<dyn Desktop>,
        clock: ReadClock,
        wake: Arc<dyn Fn() + Send + Sync>,
    ) -> Self {
        let shared = Arc::new(Shared {
            desk: Mutex::new(Desk {
                search: None,
                requests: Vec::new(),
                look_now: false,
                status: NotifierStatus::Working,
                closing: false,
            }),
            rung: Condvar::new(),
        });
        let watch = Watch::new(places, search, desktop, clock, PATIENCE);
        let for_thread = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("notifier".to_owned())
            .spawn(move || for_thread.run(watch, &*wake));
        if let Err(error) = &thread {
            let why = format!("no thread to notify with: {error}");
            shared.desk().status = NotifierStatus::Failing(why);
        }
        Self {
            shared,
            thread: thread.ok(),
        }
    }

    /// Notifies of what is due in `search` now, and says how that went.
    pub fn once(
        places: &Places,
        search: JobSearch,
        desktop: Arc<dyn Desktop>,
        clock: ReadClock,
    ) -> NotifierStatus {
        let mut watch = Watch::new(places, search, desktop, clock, PATIENCE);
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

    /// Has the action be quiet until then, and then raised again.
    pub fn snooze(&self, action: &Action, until: Moment) {
        self.request(Request::Snooze(Key::of(action), until));
    }

    /// Has the action, as it is due now, raised no more.
    pub fn dismiss(&self, action: &Action) {
        self.request(Request::Dismiss(Key::of(action), action.due));
    }

    fn request(&self, request: Request) {
        self.shared.desk().requests.push(request);
        self.shared.rung.notify_all();
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

    fn run(&self, mut watch: Watch, wake: &(dyn Fn() + Send + Sync)) {
        loop {
            let mut desk = self.desk();
            if let Some(search) = desk.search.take() {
                watch.search = search;
            }
            let requests = std::mem::take(&mut desk.requests);
            let closing = desk.closing;
            desk.look_now = false;
            drop(desk);

            watch.note(requests);
            if closing {
                return;
            }
            let wait = watch.tick();

            let mut desk = self.desk();
            if desk.status != watch.status {
                desk.status = watch.status.clone();
                wake();
            }
            if desk.has_no_news() {
                drop(self.rung.wait_timeout(desk, wait));
            }
        }
    }
}

/// The notifier without its thread.
struct Watch {
    search: JobSearch,
    /// The plan, the state it is of, and when and where it was made.
    planned: Option<(Plan, JobSearch, Clock)>,
    ledger: LedgerFile,
    last_look: Option<Moment>,
    places: Places,
    lock: Option<Lock>,
    desktop: Arc<dyn Desktop>,
    clock: ReadClock,
    patience: Duration,
    /// A notification that the service has neither shown nor refused.
    hanging: Option<Showing>,
    status: NotifierStatus,
}

struct Showing {
    what: Vec<(Key, Moment)>,
    answer: Receiver<Result<(), String>>,
}

enum Answer {
    Shown,
    Refused(String),
    None,
}

impl Watch {
    fn new(
        places: &Places,
        search: JobSearch,
        desktop: Arc<dyn Desktop>,
        clock: ReadClock,
        patience: Duration,
    ) -> Self {
        Self {
            search,
            planned: None,
            ledger: LedgerFile::new(places),
            last_look: None,
            places: places.clone(),
            lock: None,
            desktop,
            clock,
            patience,
            hanging: None,
            status: NotifierStatus::Working,
        }
    }

    fn note(&mut self, requests: Vec<Request>) {
        if requests.is_empty() {
            return;
        }
        let written = self.ledger.change(|ledger| {
            for request in requests {
                match request {
                    Request::Snooze(key, until) => ledger.snooze(&key, until),
                    Request::Dismiss(key, due) => ledger.dismiss(&key, due),
                }
            }
        });
        self.report(written);
    }

    /// Does what is to be done now; returns how long nothing will be.
    fn tick(&mut self) -> Duration {
        if !self.may_notify() {
            self.status = NotifierStatus::Elsewhere;
            return ASK;
        }
        if self.is_hanging() {
            return ASK;
        }
        let clock = (self.clock)();
        let plan = self.plan(&clock);
        let next = self.raise(&plan, &clock);
        self.planned = Some((plan, self.search.clone(), clock));
        next.and_then(|next| next.signed_duration_since(clock.now).to_std().ok())
            .map_or(WAIT, |wait| wait.clamp(Duration::from_millis(100), WAIT))
    }

    fn may_notify(&mut self) -> bool {
        if self.lock.is_none() {
            match try_lock(&self.places.notifier_lock()) {
                Lock::Busy => {}
                lock @ (Lock::Held(_) | Lock::Unknown) => self.lock = Some(lock),
            }
        }
        self.lock.is_some()
    }

    /// Whether the service still owes an answer.
    fn is_hanging(&mut self) -> bool {
        let Some(showing) = &self.hanging else {
            return false;
        };
        match showing.answer.try_recv() {
            Err(TryRecvError::Empty) => return true,
            Ok(Ok(())) => {
                let what = showing.what.clone();
                let written = self.record_shown(&what);
                self.status = NotifierStatus::Working;
                self.report(written);
            }
            // Claimed and not shown: the next look raises it again.
            Ok(Err(_)) | Err(TryRecvError::Disconnected) => {}
        }
        self.hanging = None;
        false
    }

    /// The plan as of now, made of the one before with as little work as can be.
    fn plan(&mut self, clock: &Clock) -> Plan {
        match self.planned.take() {
            Some((mut plan, of, made))
                if is_later(&made, clock) && same_settings(&of, &self.search) =>
            {
                for id in changed(&of, &self.search) {
                    plan.update(&self.search, id, clock);
                }
                plan.advance(&self.search, clock);
                plan
            }
            _ => Plan::new(&self.search, clock),
        }
    }

    fn raise(&mut self, plan: &Plan, clock: &Clock) -> Option<Moment> {
        let mut ledger = self.ledger.read().clone();
        let noted = ledger.last_look;
        ledger.last_look = self.last_look.or(noted);
        let look = look(plan.actions(), &ledger, clock);
        self.last_look = Some(clock.now);

        let present: BTreeSet<Key> = plan.actions().map(Key::of).collect();
        let stale = noted.is_none_or(|noted| clock.now < noted || clock.now - noted > NOTE_LOOK);
        if stale || !look.let_pass.is_empty() {
            let written = self.ledger.change(|ledger| {
                ledger.last_look = Some(clock.now);
                for (key, moment) in &look.let_pass {
                    ledger.done(key, *moment);
                }
                ledger.prune(&present, clock.now);
            });
            self.report(written);
        }
        if look.raise.is_empty() {
            // What could not be shown was done in the meantime.
            self.status = NotifierStatus::Working;
        }
        for (notification, what) in notifications(&look.raise, look.as_one, &self.search, clock) {
            if !self.show(notification, what) {
                break;
            }
        }
        look.next
    }

    /// Claims, shows and records; false if the service does not answer.
    fn show(&mut self, notification: Notification, what: Vec<(Key, Moment)>) -> bool {
        let claimed = self.ledger.change(|ledger| {
            for (key, moment) in &what {
                ledger.claim(key, *moment);
            }
        });
        let answer = self.ask_desktop(notification);
        match wait_for(&answer, self.patience) {
            Answer::Shown => {
                let recorded = self.record_shown(&what);
                self.status = NotifierStatus::Working;
                self.report(claimed.and(recorded));
                true
            }
            Answer::Refused(why) => {
                self.status = NotifierStatus::Failing(why);
                true
            }
            Answer::None => {
                let why = "the notification service does not answer".to_owned();
                self.status = NotifierStatus::Failing(why);
                self.hanging = Some(Showing { what, answer });
                false
            }
        }
    }

    /// On a thread of its own: a service that hangs must not take us along.
    fn ask_desktop(&self, notification: Notification) -> Receiver<Result<(), String>> {
        let (sender, answer) = mpsc::channel();
        let desktop = Arc::clone(&self.desktop);
        let for_failure = sender.clone();
        let asked = thread::Builder::new()
            .name("notification".to_owned())
            .spawn(move || {
                let _ = sender.send(desktop.show(&notification));
            });
        if let Err(error) = asked {
            let _ = for_failure.send(Err(error.to_string()));
        }
        answer
    }

    fn record_shown(&mut self, what: &[(Key, Moment)]) -> Result<(), String> {
        self.ledger.change(|ledger| {
            for (key, moment) in what {
                ledger.done(key, *moment);
            }
        })
    }

    fn report(&mut self, written: Result<(), String>) {
        if let Err(why) = written {
            self.status = NotifierStatus::Failing(why);
        }
    }
}

fn wait_for(answer: &Receiver<Result<(), String>>, patience: Duration) -> Answer {
    match answer.recv_timeout(patience) {
        Ok(Ok(())) => Answer::Shown,
        Ok(Err(why)) => Answer::Refused(why),
        Err(RecvTimeoutError::Timeout) => Answer::None,
        Err(RecvTimeoutError::Disconnected) => {
            Answer::Refused("the notification service ended without an answer".to_owned())
        }
    }
}

/// Whether time went on in the same zone, so that a plan can be carried on.
fn is_later(then: &Clock, now: &Clock) -> bool {
    let same_zone = then.zone == now.zone
        && (now.zone != Zone::System || then.now.offset() == now.now.offset());
    same_zone && then.now <= now.now
}

fn same_settings(a: &JobSearch, b: &JobSearch) -> bool {
    a.policy == b.policy && a.stages == b.stages && a.profile == b.profile
}

fn changed(before: &JobSearch, now: &JobSearch) -> Vec<crate::model::ApplicationId> {
    let ids: BTreeSet<_> = before
        .applications
        .keys()
        .chain(now.applications.keys())
        .copied()
        .collect();
    ids.into_iter()
        .filter(|id| match (before.application(*id), now.application(*id)) {
            (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
            _ => true,
        })
        .collect()
}

/// What to show, each with the reminders it stands for.
fn notifications(
    due: &[Due<'_>],
    as_one: bool,
    search: &JobSearch,
    clock: &Clock,
) -> Vec<(Notification, Vec<(Key, Moment)>)> {
    let what = |due: &Due<'_>| (due.key.clone(), due.moment);
    if as_one {
        return vec![(summary(due, search), due.iter().map(what).collect())];
    }
    due.iter()
        .filter_map(|due| {
            let application = search.application(due.action.application)?;
            let notification = Notification {
                number: due.key.number(),
                title: plain(&title(due.action, application, clock), TITLE),
                body: plain(&due.action.why(application, clock), BODY),
            };
            Some((notification, vec![what(due)]))
        })
        .collect()
}

fn summary(due: &[Due<'_>], search: &JobSearch) -> Notification {
    const NAMED: usize = 3;
    let mut lines: Vec<String> = due
        .iter()
        .filter_map(|due| {
            let application = search.application(due.action.application)?;
            Some(headline(due.action, application))
        })
        .take(NAMED)
        .collect();
    let more = due.len().saturating_sub(lines.len());
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    Notification {
        number: number("summary"),
        title: format!("{} follow-ups are due", due.len()),
        body: lines.join("\n"),
    }
}

#[cfg(test)]
mod tests;
