use chrono::TimeDelta;

use super::ledger::{Key, Ledger, Record, State, Told};
use super::manners::{Manners, counts_hours};
use super::snooze::{Quiet, is_same};
use crate::etiquette::{Action, Status};
use crate::time::{Clock, Moment};

/// Clocks are corrected by seconds all the time; further back than this they were set back.
const CORRECTION: TimeDelta = TimeDelta::minutes(2);

/// After so long without a look, what has gathered is told at once.
const ABSENCE: TimeDelta = TimeDelta::hours(24);

/// More than so many at once are told as one.
const AT_ONCE: usize = 3;

/// A journey moves a time of day by no more than this.
const LONGEST_JOURNEY: TimeDelta = TimeDelta::hours(27);

/// A reminder that is to be raised.
#[derive(Clone, Debug, PartialEq)]
pub struct Due<'a> {
    /// What of.
    pub action: &'a Action,
    /// The action's name in the ledger.
    pub key: Key,
    /// Which of its reminders it is.
    pub(crate) told: Told,
}

/// What is to be done at a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look<'a> {
    /// What to raise, most urgent first.
    pub raise: Vec<Due<'a>>,
    /// Whether to raise it as one summary.
    pub as_one: bool,
    /// What to let pass without a word: reminders that a clock set back has brought up again.
    pub(crate) let_pass: Vec<(Key, Told)>,
    /// When something else may have to be raised; sooner if anything changes.
    pub next: Option<Moment>,
}

/// What is to be raised now, of all `actions` of the plan.
pub(super) fn look<'a>(
    actions: impl IntoIterator<Item = &'a Action>,
    ledger: &Ledger,
    manners: Manners<'_>,
    clock: &Clock,
) -> Look<'a> {
    let now = clock.now;
    let set_back = ledger.last_look.is_some_and(|last| now + CORRECTION < last);
    let absent = ledger
        .last_look
        .is_some_and(|last| now.signed_duration_since(last) > ABSENCE);
    let untouched = Record::default();
    let mut look = Look::default();
    for action in actions.into_iter().filter(|action| manners.wants(action)) {
        let key = Key::of(action);
        let record = ledger.records.get(&key).unwrap_or(&untouched);
        let reminding = Reminding {
            action,
            record,
            manners,
            now,
        };
        look.next = earlier(look.next, reminding.next());
        match reminding.due() {
            Some(told) if set_back && record.is_untouched() => look.let_pass.push((key, told)),
            Some(told) => look.raise.push(Due { action, key, told }),
            None => {}
        }
    }
    look.as_one = look.raise.len() > AT_ONCE || (absent && look.raise.len() > 1);
    look
}

/// Whether a notification of that action, as it was shown, is still true and of use.
pub(super) fn still_stands(action: &Action, record: &Record, now: Moment) -> bool {
    let quiet = record.quiet().is_some_and(|quiet| quiet.holds(action, now));
    action.status != Status::Waiting && !quiet
}

fn earlier(a: Option<Moment>, b: Option<Moment>) -> Option<Moment> {
    a.into_iter().chain(b).min()
}

/// One action, and what is remembered of it.
struct Reminding<'a> {
    action: &'a Action,
    record: &'a Record,
    manners: Manners<'a>,
    now: Moment,
}

impl Reminding<'_> {
    /// The reminder that is to be raised now, unless it was raised already: the newest.
    fn due(&self) -> Option<Told> {
        if self.action.due > self.now {
            return None;
        }
        match self.record.quiet() {
            Some(Quiet::NotNeeded(due)) if is_same(due, self.action.due) => return None,
            // The user chose that moment; neither the hour nor the day speaks against it.
            Some(Quiet::Until(until)) => {
                return (until <= self.now).then(|| self.told(until, self.passed()));
            }
            Some(Quiet::NotNeeded(_)) | None => {}
        }
        let pending = self.pending()?;
        self.manners.allow(self.action, self.now).then_some(pending)
    }

    fn pending(&self) -> Option<Told> {
        let newest = self.newest();
        match &self.record.told {
            None => newest,
            // It may not have been seen; it is shown again in the place of the first.
            Some((told, State::Claimed(_))) => newest
                .filter(|newest| self.is_further(newest, told))
                .or(Some(*told)),
            Some((told, State::Done)) => newest.filter(|newest| self.is_further(newest, told)),
        }
    }

    /// The newest reminder whose moment has come.
    fn newest(&self) -> Option<Told> {
        let passed = self.passed();
        let moment = *self.action.reminders.get(passed.checked_sub(1)?)?;
        Some(self.told(moment, passed))
    }

    fn told(&self, moment: Moment, nth: usize) -> Told {
        Told {
            moment,
            nth,
            due: self.action.due,
        }
    }

    /// How many of its reminders have come.
    fn passed(&self) -> usize {
        let has_come = |moment: &&Moment| self.manners.told_at(self.action, **moment) <= self.now;
        self.action.reminders.iter().filter(has_come).count()
    }

    /// Whether one reminder comes after another. Where the action has fallen due anew, its
    /// reminders are counted from the first again.
    fn is_further(&self, newest: &Told, told: &Told) -> bool {
        if self.is_same_round(told.due) {
            newest.nth > told.nth
        } else {
            newest.moment > told.moment && !is_same(newest.moment, told.moment)
        }
    }

    /// Whether the action was due at that moment in the same round as it is now, though a journey
    /// may have moved it.
    fn is_same_round(&self, due: Moment) -> bool {
        let apart = (due - self.action.due).abs();
        let by_journey = due.offset() != self.action.due.offset() && apart < LONGEST_JOURNEY;
        is_same(due, self.action.due) || (by_journey && !counts_hours(self.action))
    }

    /// When this action may next have to be raised.
    fn next(&self) -> Option<Moment> {
        let shifted = self
            .action
            .reminders
            .iter()
            .map(|moment| self.manners.told_at(self.action, *moment));
        let held = self.manners.told_at(self.action, self.now);
        let snoozed = match self.record.quiet() {
            Some(Quiet::Until(until)) => Some(until),
            Some(Quiet::NotNeeded(_)) | None => None,
        };
        shifted
            .chain([self.action.due, held])
            .chain(snoozed)
            .filter(|moment| *moment > self.now)
            .min()
    }
}
