use chrono::TimeDelta;

use super::ledger::{Key, Ledger, Record, State};
use crate::etiquette::Action;
use crate::time::{Clock, Moment};

/// Clocks are corrected by seconds all the time; further back than this they were set back.
const CORRECTION: TimeDelta = TimeDelta::minutes(2);

/// After so long without a look, what has gathered is told at once.
const ABSENCE: TimeDelta = TimeDelta::hours(24);

/// More than so many at once are told as one.
const AT_ONCE: usize = 3;

/// A reminder that is to be raised.
#[derive(Clone, Debug, PartialEq)]
pub struct Due<'a> {
    /// What of.
    pub action: &'a Action,
    /// The action's name in the ledger.
    pub key: Key,
    /// The moment it is for.
    pub moment: Moment,
}

/// What is to be done at a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look<'a> {
    /// What to raise, most urgent first.
    pub raise: Vec<Due<'a>>,
    /// Whether to raise it as one summary.
    pub as_one: bool,
    /// What to let pass without a word: reminders that a clock set back has brought up again.
    pub let_pass: Vec<(Key, Moment)>,
    /// When something else may have to be raised; sooner if anything changes.
    pub next: Option<Moment>,
}

/// What is to be raised now, of all `actions` of the plan.
pub fn look<'a>(
    actions: impl IntoIterator<Item = &'a Action>,
    ledger: &Ledger,
    clock: &Clock,
) -> Look<'a> {
    let now = clock.now;
    let set_back = ledger.last_look.is_some_and(|last| now + CORRECTION < last);
    let absent = ledger
        .last_look
        .is_some_and(|last| now.signed_duration_since(last) > ABSENCE);
    let untouched = Record::default();
    let mut look = Look::default();
    for action in actions {
        let key = Key::of(action);
        let record = ledger.records.get(&key).unwrap_or(&untouched);
        look.next = [look.next, next_of(action, record, now)]
            .into_iter()
            .flatten()
            .min();
        match due(action, record, now) {
            Some(moment) if set_back && record.raised.is_none() && record.snoozed.is_none() => {
                look.let_pass.push((key, moment));
            }
            Some(moment) => look.raise.push(Due {
                action,
                key,
                moment,
            }),
            None => {}
        }
    }
    look.as_one = look.raise.len() > AT_ONCE || (absent && look.raise.len() > 1);
    look
}

/// The reminder of `action` that is to be raised now: its newest, unless it was raised already.
fn due(action: &Action, record: &Record, now: Moment) -> Option<Moment> {
    if action.due > now || is_dismissed(action, record) {
        return None;
    }
    if let Some(until) = record.snoozed {
        return (until <= now).then_some(until);
    }
    let newest = action
        .reminders
        .iter()
        .copied()
        .filter(|moment| *moment <= now)
        .max();
    match record.raised {
        // It may not have been seen; it is shown again in the place of the first.
        Some((raised, State::Claimed)) => newest.max(Some(raised)),
        Some((raised, State::Done)) => {
            newest.filter(|moment| *moment > raised && !is_same(*moment, raised))
        }
        None => newest,
    }
}

fn is_dismissed(action: &Action, record: &Record) -> bool {
    record.dismissed.is_some_and(|due| is_same(due, action.due))
}

/// A moment is the same also where a journey to another time zone has moved it: “09:00 on Monday”
/// is raised once, wherever that is.
fn is_same(a: Moment, b: Moment) -> bool {
    a == b || a.naive_local() == b.naive_local()
}

fn next_of(action: &Action, record: &Record, now: Moment) -> Option<Moment> {
    action
        .reminders
        .iter()
        .copied()
        .chain([action.due])
        .chain(record.snoozed)
        .filter(|moment| *moment > now)
        .min()
}
