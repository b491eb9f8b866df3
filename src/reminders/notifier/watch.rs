//! A notifier without its thread.

mod planning;
mod showing;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::lock::Right;
use super::{Bell, NOTE_LOOK, NotifierStatus, Request, Surroundings, Wish};
use crate::etiquette::{Context, Plan};
use crate::model::JobSearch;
use crate::reminders::desktop::Answer;
use crate::reminders::engine::look;
use crate::reminders::ledger::{Key, LedgerFile};
use crate::reminders::manners::Manners;
use crate::reminders::notification::notifications;
use crate::reminders::snooze::{Quiet, until_evening};
use crate::reminders::target::Target;
use crate::store::Places;
use crate::time::{Clock, Moment};
use planning::{Calendared, is_later};
use showing::Showing;

/// The longest wait: clocks are set, machines sleep, and timers do not know.
const WAIT: Duration = Duration::from_secs(30);

/// How long the notification service may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// A notifier without its thread.
pub(super) struct Watch {
    search: JobSearch,
    /// The plan, the state it is of, and when and where it was made.
    planned: Option<(Plan, JobSearch, Clock)>,
    pub(super) ledger: LedgerFile,
    last_look: Option<Moment>,
    right: Right,
    /// Whether answers are listened to.
    listens: bool,
    around: Surroundings,
    bell: Bell,
    pub(super) patience: Duration,
    /// A notification that the service has neither shown nor refused.
    hanging: Option<Showing>,
    pub(super) status: NotifierStatus,
    /// What the calendar file was made of.
    calendar: Option<Calendared>,
    /// What the desktop was told is to be done.
    counted: Option<usize>,
    rest: Option<Rest>,
}

/// What the last look found: nothing to do until then.
struct Rest {
    since: Clock,
    until: Option<Moment>,
    /// Of the ledger.
    revision: u64,
}

impl Watch {
    pub(super) fn new(
        places: &Places,
        search: JobSearch,
        around: &Surroundings,
        bell: Bell,
    ) -> Self {
        Self {
            search,
            planned: None,
            ledger: LedgerFile::new(places),
            last_look: None,
            right: Right::new(places.notifier_lock(), &bell),
            listens: false,
            around: around.clone(),
            bell,
            patience: PATIENCE,
            hanging: None,
            status: NotifierStatus::Working,
            calendar: None,
            counted: None,
            rest: None,
        }
    }

    /// Whether the service owes an answer.
    #[cfg(test)]
    pub(super) fn hangs(&self) -> bool {
        self.hanging.is_some()
    }

    /// From now on it is about that search.
    pub(super) fn follow(&mut self, search: JobSearch) {
        self.search = search;
        self.rest = None;
    }

    pub(super) fn note(&mut self, requests: Vec<Request>) {
        if requests.is_empty() {
            return;
        }
        let written = self.ledger.change(|ledger| {
            for request in requests {
                match request {
                    Request::Quiet(key, quiet) => ledger.keep_quiet(&key, quiet),
                    Request::LoginOffered => ledger.login_offered = true,
                }
            }
        });
        self.report(written);
    }

    /// Does what users answered to notifications.
    pub(super) fn hear(&mut self, answers: Vec<Answer>) {
        // Every notifier on the bus hears all of it.
        if answers.is_empty() || !self.right.is_ours() {
            return;
        }
        let clock = (self.around.clock)();
        for answer in answers {
            let shown = answer.shown();
            let about = self.ledger.read().shown_by(shown);
            if !about.is_empty() {
                let written = self.answered(answer, &about, &clock);
                self.report(written);
            }
        }
    }

    fn answered(&mut self, answer: Answer, about: &[Key], clock: &Clock) -> Result<(), String> {
        let target = self.target(about, clock);
        let shown = answer.shown();
        let quiet = match answer {
            Answer::Open(_, token) => {
                (self.around.grant)(Wish::Open(target, token));
                None
            }
            Answer::Done(_) => {
                (self.around.grant)(Wish::Done(target));
                None
            }
            Answer::Snooze(_) => Some(self.evening(clock)),
            Answer::Closed(_) => None,
        };
        self.ledger.change(|ledger| {
            for key in about.iter().filter(|_| quiet.is_some()) {
                ledger.keep_quiet(key, quiet);
            }
            ledger.withdrawn(shown);
        })
    }

    fn target(&mut self, about: &[Key], clock: &Clock) -> Target {
        let plan = self.plan(clock);
        let target = match about {
            [only] => plan
                .actions()
                .find(|action| Key::of(action) == *only)
                .map_or(Target::Today, Target::of),
            _ => Target::Today,
        };
        self.planned = Some((plan, self.search.clone(), *clock));
        target
    }

    fn evening(&mut self, clock: &Clock) -> Quiet {
        let plan = self.plan(clock);
        let until = until_evening(&Context {
            search: &self.search,
            clock,
            elsewhere: plan.elsewhere(),
        });
        self.planned = Some((plan, self.search.clone(), *clock));
        Quiet::Until(until)
    }

    /// Does what is to be done now; returns how long nothing will be.
    pub(super) fn tick(&mut self) -> Duration {
        if !self.right.is_ours() {
            self.status = NotifierStatus::Elsewhere;
            return WAIT;
        }
        if !self.listens {
            self.listens = true;
            let bell = Arc::clone(&self.bell);
            let take = Arc::new(move |answer| bell(Some(answer)));
            self.around.desktop.listen(take);
        }
        if self.is_hanging() {
            return PATIENCE;
        }
        let clock = (self.around.clock)();
        if let Some(until) = self.rests(&clock) {
            self.last_look = Some(clock.now);
            return wait(until, &clock);
        }
        let plan = self.plan(&clock);
        let next = self.raise(&plan, &clock);
        let until = next.into_iter().chain(plan.next_boundary(clock.now)).min();
        self.rest = (self.status == NotifierStatus::Working).then(|| Rest {
            since: clock,
            until,
            revision: self.ledger.revision(),
        });
        self.planned = Some((plan, self.search.clone(), clock));
        wait(until, &clock)
    }

    /// Until when nothing is to be done, if nothing has changed since that was found out.
    fn rests(&mut self, clock: &Clock) -> Option<Option<Moment>> {
        self.ledger.read();
        let revision = self.ledger.revision();
        let rest = self.rest.as_ref()?;
        let goes_on = is_later(&rest.since, clock) && clock.now - rest.since.now < NOTE_LOOK;
        let is_over = rest.until.is_some_and(|until| until <= clock.now);
        (goes_on && !is_over && rest.revision == revision).then_some(rest.until)
    }

    fn raise(&mut self, plan: &Plan, clock: &Clock) -> Option<Moment> {
        let mut ledger = self.ledger.read().clone();
        let noted = ledger.last_look;
        ledger.last_look = self.last_look.or(noted);
        let search = self.search.clone();
        let manners = Manners::of(&search, clock.zone);
        let look = look(plan.actions(), &ledger, manners, clock);
        self.last_look = Some(clock.now);

        let stale = noted.is_none_or(|noted| clock.now < noted || clock.now - noted > NOTE_LOOK);
        if stale || !look.let_pass.is_empty() {
            let present: BTreeSet<Key> = plan.actions().map(Key::of).collect();
            let written = self.ledger.change(|ledger| {
                ledger.last_look = Some(clock.now);
                for (key, told) in &look.let_pass {
                    ledger.done(key, *told, None);
                }
                ledger.prune(&present, clock.now);
            });
            self.report(written);
        }
        self.withdraw(plan, &ledger, clock);
        self.count(plan, &ledger, clock);
        self.keep_calendar(plan, clock);
        if look.raise.is_empty() {
            // What could not be shown was done in the meantime.
            self.status = NotifierStatus::Working;
        }
        for raised in notifications(&look.raise, look.as_one, &ledger, &search, clock) {
            if !self.show(raised, clock) {
                break;
            }
        }
        look.next
    }

    fn report(&mut self, written: Result<(), String>) {
        if let Err(why) = written {
            self.status = NotifierStatus::Failing(why);
        }
    }
}

fn wait(until: Option<Moment>, clock: &Clock) -> Duration {
    until
        .and_then(|until| until.signed_duration_since(clock.now).to_std().ok())
        .map_or(WAIT, |wait| wait.clamp(Duration::from_millis(100), WAIT))
}
