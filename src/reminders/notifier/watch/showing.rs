//! Claiming, showing, recording, and taking back.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError};
use std::thread;

use chrono::TimeDelta;

use super::Watch;
use crate::etiquette::{Action, Plan};
use crate::reminders::desktop::Notification;
use crate::reminders::engine::still_stands;
use crate::reminders::ledger::{Key, Ledger, Record, Shown, State, Told};
use crate::reminders::notification::Raised;
use crate::reminders::notifier::NotifierStatus;
use crate::time::{Clock, Moment};

/// Where several may notify at once, one that has claimed a reminder is given this long to show it.
const CLAIM_HOLDS: TimeDelta = TimeDelta::minutes(2);

/// A notification that the service has neither shown nor refused.
pub(super) struct Showing {
    what: Vec<(Key, Told)>,
    answer: Receiver<Result<Shown, String>>,
}

impl Watch {
    /// Whether the service still owes an answer.
    pub(super) fn is_hanging(&mut self) -> bool {
        let Some(showing) = &self.hanging else {
            return false;
        };
        match showing.answer.try_recv() {
            Err(TryRecvError::Empty) => return true,
            Ok(Ok(shown)) => {
                let what = showing.what.clone();
                let written = self.record_shown(&what, shown);
                self.status = NotifierStatus::Working;
                self.report(written);
            }
            // Claimed and not shown: the next look raises it again.
            Ok(Err(_)) | Err(TryRecvError::Disconnected) => {}
        }
        self.hanging = None;
        false
    }

    /// Takes notifications from the screen whose matter is settled.
    pub(super) fn withdraw(&mut self, plan: &Plan, ledger: &Ledger, clock: &Clock) {
        let mut shown: BTreeSet<Shown> = ledger.records.values().filter_map(|r| r.shown).collect();
        if shown.is_empty() {
            return;
        }
        for action in plan.actions() {
            let record = ledger.records.get(&Key::of(action));
            let stands = record.filter(|record| still_stands(action, record, clock.now));
            if let Some(still) = stands.and_then(|record| record.shown) {
                shown.remove(&still);
            }
        }
        if shown.is_empty() {
            return;
        }
        let desktop = Arc::clone(&self.around.desktop);
        let gone = shown.clone();
        // On a thread of its own: a service that hangs must not take us along.
        let _ = thread::Builder::new()
            .name("withdrawing".to_owned())
            .spawn(move || gone.iter().for_each(|shown| desktop.withdraw(*shown)));
        let written = self.ledger.change(|ledger| {
            for shown in shown {
                ledger.withdrawn(shown);
            }
        });
        self.report(written);
    }

    /// Has the desktop show how much is to be done now, as the window does.
    pub(super) fn count(&mut self, plan: &Plan, ledger: &Ledger, clock: &Clock) {
        let untouched = Record::default();
        let is_pressing = |action: &&Action| {
            let record = ledger.records.get(&Key::of(action)).unwrap_or(&untouched);
            !action.optional && still_stands(action, record, clock.now)
        };
        let wanted = !self.search.reminders.off;
        let pressing = plan
            .actions()
            .filter(is_pressing)
            .filter(|_| wanted)
            .count();
        if self.counted.replace(pressing) == Some(pressing) {
            return;
        }
        let desktop = Arc::clone(&self.around.desktop);
        // On a thread of its own: a bus that hangs must not take us along.
        let _ = thread::Builder::new()
            .name("counting".to_owned())
            .spawn(move || desktop.count(pressing));
    }

    /// Claims, shows and records; false if the service does not answer.
    pub(super) fn show(&mut self, (notification, what): Raised, clock: &Clock) -> bool {
        let shared = self.right.is_shared();
        let mut ours = true;
        let claimed = self.ledger.change(|ledger| {
            // Somebody else may have been faster, where locks do not keep them away.
            ours = !shared || !what.iter().any(|it| is_taken(ledger, it, clock.now));
            for (key, told) in what.iter().filter(|_| ours) {
                ledger.claim(key, *told, clock.now);
            }
        });
        if !ours {
            return true;
        }
        let answer = self.ask_desktop(notification);
        match answer.recv_timeout(self.patience) {
            Ok(Ok(shown)) => {
                let recorded = self.record_shown(&what, shown);
                self.status = NotifierStatus::Working;
                self.report(claimed.and(recorded));
                true
            }
            Ok(Err(why)) => {
                self.status = NotifierStatus::Failing(why);
                true
            }
            Err(RecvTimeoutError::Disconnected) => {
                let why = "the notification service ended without an answer".to_owned();
                self.status = NotifierStatus::Failing(why);
                true
            }
            Err(RecvTimeoutError::Timeout) => {
                let why = "the notification service does not answer".to_owned();
                self.status = NotifierStatus::Failing(why);
                self.hanging = Some(Showing { what, answer });
                false
            }
        }
    }

    /// On a thread of its own: a service that hangs must not take us along.
    pub(super) fn ask_desktop(
        &self,
        notification: Notification,
    ) -> Receiver<Result<Shown, String>> {
        let (sender, answer) = mpsc::channel();
        let desktop = Arc::clone(&self.around.desktop);
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

    pub(super) fn record_shown(
        &mut self,
        what: &[(Key, Told)],
        shown: Shown,
    ) -> Result<(), String> {
        self.ledger.change(|ledger| {
            for (key, told) in what {
                ledger.done(key, *told, Some(shown));
            }
        })
    }
}

/// Whether another notifier has raised it, or is about to.
fn is_taken(ledger: &Ledger, (key, told): &(Key, Told), now: Moment) -> bool {
    let record = ledger.records.get(key);
    match record.and_then(|record| record.told) {
        Some((other, State::Done)) => other == *told,
        Some((other, State::Claimed(at))) => other == *told && (now - at).abs() < CLAIM_HOLDS,
        None => false,
    }
}
