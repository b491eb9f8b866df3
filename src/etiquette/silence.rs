//! `promise`, `one-week`, `update`, `applied`, `new-round`: from when silence counts, and so when
//! the first check-in is due.

use chrono::NaiveDate;

use super::story::{Point, Story, latest};
use super::{Rule, Why};
use crate::model::{Event, ReplyKind, StageMeaning};
use crate::time::{Moment, plus_days};

/// A day by which they said they would decide or get back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Promise {
    pub day: NaiveDate,
    named: Point,
    /// Whether a later word makes `one-week` count as well, so that the later of both holds.
    pub with_one_week: bool,
}

/// When the first check-in is due by its own rule.
#[derive(Clone, Debug)]
pub(super) struct FirstCheckIn {
    pub due: Moment,
    pub late: Moment,
    pub rule: Rule,
    pub why: Why,
}

impl Story<'_> {
    /// The promise in force: the newest one, unless something after it ended it.
    pub fn promise(&self) -> Option<Promise> {
        let mut promise = self.newest_promise()?;
        for (index, meeting) in self.held().enumerate() {
            if !meeting.start.is_after(&promise.named) {
                continue;
            }
            if promise.day < meeting.start.date {
                return None;
            }
            // One made before the first interview just stays; before a further one, silence
            // counts from that interview as well.
            promise.with_one_week |= index > 0;
        }
        for h in self
            .happened
            .iter()
            .filter(|h| h.point.is_after(&promise.named))
        {
            let lies_ahead = promise.day >= h.point.date;
            match &h.entry.event {
                Event::Reply(reply) => match reply.kind {
                    ReplyKind::Update if lies_ahead => promise.with_one_week = true,
                    ReplyKind::Other if lies_ahead => {}
                    // A no, an offer and an invitation end it, and so does any word after its day.
                    _ => return None,
                },
                Event::CallInvited { .. } if !lies_ahead => return None,
                _ => {}
            }
        }
        Some(promise)
    }

    fn newest_promise(&self) -> Option<Promise> {
        let named = self.happened.iter().filter_map(|h| {
            let day = match &h.entry.event {
                Event::Promise { day } => *day,
                Event::Reply(reply) if reply.kind == ReplyKind::Update => reply.day?,
                _ => return None,
            };
            let promise = Promise {
                day,
                named: h.point,
                with_one_week: false,
            };
            (day >= h.point.date).then_some(promise)
        });
        named.fold(None, |newest, promise| match newest {
            Some(newest) if !promise.named.is_after(&newest.named) => Some(newest),
            _ => Some(promise),
        })
    }

    /// From when silence counts by `one-week`: the last interview, reply or invitation to call.
    fn silence_since(&self) -> Option<Point> {
        let said = self
            .happened
            .iter()
            .filter(|h| matches!(h.entry.event, Event::Reply(_) | Event::CallInvited { .. }));
        latest(
            said.map(|h| h.point)
                .chain(self.held().map(|meeting| meeting.end)),
        )
    }

    /// The day since which they have said nothing, while it goes on.
    pub fn silent_since(&self) -> Option<NaiveDate> {
        if self.over.is_some() {
            return None;
        }
        let since = self.silence_since().or_else(|| self.applied());
        since.map(|point| point.date)
    }

    /// When the first check-in is due, before `weekly` and the user's own moment are heard.
    pub fn first_check_in(&self) -> Option<FirstCheckIn> {
        self.known
            .first_check_in
            .get_or_init(|| self.find_first_check_in())
            .clone()
    }

    fn find_first_check_in(&self) -> Option<FirstCheckIn> {
        let by_promise = self
            .promise()
            .map(|promise| (self.by_promise(&promise), promise));
        match by_promise {
            Some((first, promise)) if !promise.with_one_week => Some(first),
            Some((first, _)) => match self.by_one_week() {
                Some(week) if week.due > first.due => Some(week),
                _ => Some(first),
            },
            None => self.by_one_week().or_else(|| self.by_applied()),
        }
    }

    /// `promise`: the morning of the first working day after the promised day.
    fn by_promise(&self, promise: &Promise) -> FirstCheckIn {
        let due = self.working_morning(plus_days(promise.day, 1));
        FirstCheckIn {
            due,
            late: self.days_after(due, self.policy().interval_days),
            rule: Rule::Promise,
            why: Why::Promise { day: promise.day },
        }
    }

    /// `one-week`: the morning of the 7th day, moved to a working day; late at 14 days of silence.
    fn by_one_week(&self) -> Option<FirstCheckIn> {
        let since = self.silence_since()?;
        let policy = self.policy();
        Some(FirstCheckIn {
            due: self.working_morning(plus_days(since.date, i64::from(policy.first_check_in_days))),
            late: self.morning(plus_days(since.date, i64::from(policy.overdue_days))),
            rule: Rule::OneWeek,
            why: Why::Silence { since: since.date },
        })
    }

    /// `applied`: one check-in 14 days after applying, where nobody has said a word yet.
    fn by_applied(&self) -> Option<FirstCheckIn> {
        let applied = self.applied()?;
        let policy = self.policy();
        if !policy.check_applied || self.last_word().is_some() {
            return None;
        }
        let due = self.working_morning(plus_days(applied.date, i64::from(policy.applied_days)));
        Some(FirstCheckIn {
            due,
            late: self.days_after(due, policy.interval_days),
            rule: Rule::Applied,
            why: Why::Applied { on: applied.date },
        })
    }

    /// When the application was sent: as recorded, or when its card left the wishlist.
    pub fn applied(&self) -> Option<Point> {
        let recorded = self.point(0, self.application.applied);
        let is_wish = |stage| self.meaning(stage) == StageMeaning::Wishlist;
        let mut applied = match &self.application.stage {
            Some(stage) if is_wish(stage) => None,
            _ => self
                .application
                .applied
                .has_come(&self.clock)
                .then_some(recorded),
        };
        for h in &self.happened {
            if let Event::Stage { to } = &h.entry.event {
                if is_wish(to) {
                    applied = None;
                } else {
                    applied = applied.or(Some(h.point));
                }
            }
        }
        applied
    }

    /// Whether nothing is waited for by `applied` alone: somebody has said a word.
    pub fn has_word(&self) -> bool {
        self.last_word().is_some()
    }
}
