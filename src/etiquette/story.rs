//! What has happened in one application up to the clock, and in which order.

use std::cell::OnceCell;

use chrono::{NaiveDate, NaiveTime};

use super::ladder::Standing;
use super::silence::FirstCheckIn;
use super::{Context, OpenOffer};
use crate::model::{
    Application, Entry, Event, Interview, Message, Outcome, Policy, Reply, ReplyKind, Scenario,
    StageId, StageMeaning, same_name,
};
use crate::time::{Clock, Moment, When, Zone, plus_days};

/// A place in time and in the order of recording.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// Position in the history; the application itself comes before all.
    pub order: usize,
    pub moment: Moment,
    pub date: NaiveDate,
    has_hour: bool,
}

impl Point {
    /// Whether this came after `other`. Between two things of one day, one of which has no hour,
    /// their order decides. (Not a total order: compare pairs, never sort.)
    pub fn is_after(&self, other: &Self) -> bool {
        if self.has_hour && other.has_hour {
            (self.moment, self.order) > (other.moment, other.order)
        } else if self.date == other.date {
            self.order > other.order
        } else {
            self.date > other.date
        }
    }
}

/// The latest of some points.
pub(super) fn latest(points: impl Iterator<Item = Point>) -> Option<Point> {
    points.fold(None, |best, point| match best {
        Some(best) if !point.is_after(&best) => Some(best),
        _ => Some(point),
    })
}

/// Something that has happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Happened<'a> {
    pub entry: &'a Entry,
    pub point: Point,
}

/// An interview that was neither cancelled nor called off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meeting<'a> {
    pub entry: &'a Entry,
    pub interview: &'a Interview,
    pub start: Point,
    pub end: Point,
}

impl Meeting<'_> {
    pub fn is_with(&self, person: &str) -> bool {
        self.interview
            .with
            .iter()
            .any(|name| same_name(name, person))
    }
}

/// A message that was sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sent<'a> {
    pub message: &'a Message,
    pub point: Point,
}

/// How an application ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// They said no, or never answered: a word of theirs takes it up again.
    ByThem,
    /// The user accepted, declined, withdrew, or put the card away.
    ByUser,
}

/// One application as it stands at the clock.
pub(super) struct Story<'a> {
    pub application: &'a Application,
    pub context: &'a Context<'a>,
    /// The moment this story is told at; `context.clock` unless told of an earlier one.
    pub clock: Clock,
    /// What has happened, in the order of recording, without interviews.
    pub happened: Vec<Happened<'a>>,
    /// Interviews, held and ahead, by their start.
    pub meetings: Vec<Meeting<'a>>,
    /// Since when it is over.
    pub over: Option<(Ending, Point)>,
    /// The position in the history at which it was last taken up again.
    pub taken_up: Option<usize>,
    /// What several rules ask for, found out once.
    pub(super) known: Known,
}

/// Answers that several rules ask for.
#[derive(Default)]
pub(super) struct Known {
    last_word: OnceCell<Option<Point>>,
    pub open_offer: OnceCell<Option<OpenOffer>>,
    pub first_check_in: OnceCell<Option<FirstCheckIn>>,
    pub standing: OnceCell<Standing>,
    pub last_fall: OnceCell<Option<Moment>>,
}

impl<'a> Story<'a> {
    /// The story at the context's clock.
    pub fn new(application: &'a Application, context: &'a Context<'a>) -> Self {
        Self::told_at(application, context, *context.clock)
    }

    /// The story as it stood at `clock`.
    pub fn told_at(application: &'a Application, context: &'a Context<'a>, clock: Clock) -> Self {
        let mut story = Self {
            application,
            context,
            clock,
            happened: Vec::with_capacity(application.history.len()),
            meetings: Vec::new(),
            over: None,
            taken_up: None,
            known: Known::default(),
        };
        story.read_history();
        story.read_endings();
        story
    }

    pub fn policy(&self) -> &'a Policy {
        &self.context.search.policy
    }

    pub fn zone(&self) -> Zone {
        self.clock.zone
    }

    pub fn now(&self) -> Moment {
        self.clock.now
    }

    /// That day at `time`.
    pub fn at(&self, day: NaiveDate, time: NaiveTime) -> Moment {
        self.zone().at(day.and_time(time))
    }

    /// The morning of that day.
    pub fn morning(&self, day: NaiveDate) -> Moment {
        self.at(day, self.policy().morning)
    }

    /// The morning of that day or of the next working day.
    pub fn working_morning(&self, day: NaiveDate) -> Moment {
        self.morning(self.policy().working_day_from(day))
    }

    /// The same time of day, whole days later.
    pub fn days_after(&self, moment: Moment, days: u32) -> Moment {
        let local = self.zone().local(moment);
        self.at(plus_days(local.date(), i64::from(days)), local.time())
    }

    /// The moment that day is over.
    pub fn end_of(&self, day: NaiveDate) -> Moment {
        self.at(plus_days(day, 1), NaiveTime::MIN)
    }

    pub fn point(&self, order: usize, when: When) -> Point {
        Point {
            order,
            moment: when.moment(self.zone(), self.policy().morning),
            date: when.date(self.zone()),
            has_hour: matches!(when, When::Moment(_)),
        }
    }

    pub fn meaning(&self, stage: &StageId) -> StageMeaning {
        self.context
            .search
            .stage(stage)
            .map_or(StageMeaning::Own, |stage| stage.meaning)
    }

    fn read_history(&mut self) {
        for (index, entry) in self.application.history.iter().enumerate() {
            let order = index + 1;
            if let Some((start, end, interview)) = entry.interview() {
                if !self.is_cancelled(index, start) {
                    self.meetings.push(Meeting {
                        entry,
                        interview,
                        start: self.point(order, When::Moment(start)),
                        end: self.point(order, When::Moment(end)),
                    });
                }
            } else if entry.at.has_come(&self.clock) {
                let point = self.point(order, entry.at);
                self.happened.push(Happened { entry, point });
            }
        }
        self.meetings
            .sort_by_key(|meeting| (meeting.start.moment, meeting.start.order));
    }

    /// Whether a later entry calls off the interview recorded at `index` that starts at `start`.
    fn is_cancelled(&self, index: usize, start: Moment) -> bool {
        self.application
            .history
            .iter()
            .skip(index + 1)
            .any(|entry| match &entry.event {
                Event::Cancelled { interview } => {
                    let matches = match interview {
                        When::Moment(moment) => *moment == start,
                        When::Day(day) => *day == self.zone().date(start),
                    };
                    matches && entry.at.has_come(&self.clock)
                }
                _ => false,
            })
    }

    /// `ended`: what ends an application, and what takes it up again (recorded later).
    fn read_endings(&mut self) {
        let born_closed = self
            .application
            .stage
            .as_ref()
            .is_some_and(|stage| self.meaning(stage) == StageMeaning::Closed);
        if born_closed {
            self.over = Some((Ending::ByUser, self.point(0, self.application.applied)));
        }
        if !born_closed
            && !self
                .happened
                .iter()
                .any(|h| self.ending(&h.entry.event).is_some())
        {
            return;
        }
        let mut called_off: Vec<Point> = Vec::new();
        let mut order_of_events: Vec<(usize, Option<&'a Event>, Option<Point>)> = self
            .happened
            .iter()
            .map(|h| (h.point.order, Some(&h.entry.event), Some(h.point)))
            .chain(self.meetings.iter().map(|m| (m.start.order, None, None)))
            .collect();
        order_of_events.sort_by_key(|(order, ..)| *order);
        for (order, event, point) in order_of_events {
            let (Some(event), Some(point)) = (event, point) else {
                // A newer interview.
                self.take_up(order, &mut called_off, false);
                continue;
            };
            if let Some(ending) = self.ending(event) {
                self.over = Some((ending, point));
            } else if matches!(event, Event::Stage { .. }) {
                self.take_up(order, &mut called_off, true);
            } else if matches!(event, Event::Reply(_))
                && matches!(self.over, Some((Ending::ByThem, _)))
            {
                self.take_up(order, &mut called_off, false);
            }
        }
        called_off.extend(self.over.map(|(_, point)| point));
        if !called_off.is_empty() {
            self.meetings.retain(|meeting| {
                !called_off.iter().any(|ending| {
                    meeting.start.order < ending.order && meeting.end.is_after(ending)
                })
            });
        }
    }

    /// Takes an ended application up again. Interviews that were ahead when it ended stay called
    /// off, unless the user just put the card back.
    fn take_up(&mut self, order: usize, called_off: &mut Vec<Point>, by_moving_the_card: bool) {
        if let Some((_, ended)) = self.over.take() {
            self.taken_up = Some(order);
            if !by_moving_the_card {
                called_off.push(ended);
            }
        }
    }

    fn ending(&self, event: &Event) -> Option<Ending> {
        match event {
            Event::Closed {
                outcome: Outcome::Rejected | Outcome::NoResponse,
            }
            | Event::Reply(Reply {
                kind: ReplyKind::Rejection,
                ..
            }) => Some(Ending::ByThem),
            Event::Closed { .. }
            | Event::Sent(Message {
                scenario: Scenario::Withdraw | Scenario::Accept,
                ..
            }) => Some(Ending::ByUser),
            Event::Stage { to } if self.meaning(to) == StageMeaning::Closed => Some(Ending::ByUser),
            _ => None,
        }
    }

    /// Interviews that are over, by their start.
    pub fn held(&self) -> impl DoubleEndedIterator<Item = &Meeting<'a>> {
        let now = self.now();
        self.meetings
            .iter()
            .filter(move |meeting| meeting.end.moment <= now)
    }

    /// Interviews that are not over yet, by their start.
    pub fn ahead(&self) -> impl DoubleEndedIterator<Item = &Meeting<'a>> {
        let now = self.now();
        self.meetings
            .iter()
            .filter(move |meeting| meeting.end.moment > now)
    }

    pub fn last_held(&self) -> Option<&Meeting<'a>> {
        self.held().next_back()
    }

    /// Messages sent, in the order of recording.
    pub fn sent(&self) -> impl DoubleEndedIterator<Item = Sent<'a>> + '_ {
        self.happened.iter().filter_map(|h| match &h.entry.event {
            Event::Sent(message) => Some(Sent {
                message,
                point: h.point,
            }),
            _ => None,
        })
    }

    /// Replies, in the order of recording.
    pub fn replies(&self) -> impl DoubleEndedIterator<Item = (&'a Reply, Point)> + '_ {
        self.happened.iter().filter_map(|h| match &h.entry.event {
            Event::Reply(reply) => Some((reply, h.point)),
            _ => None,
        })
    }

    /// The employer's words: replies, promises, invited calls, and interviews held.
    pub fn words(&self) -> impl Iterator<Item = Point> + '_ {
        let said = self.happened.iter().filter(|h| match &h.entry.event {
            Event::Reply(_) | Event::CallInvited { .. } => true,
            // A day already past when it is named is no promise.
            Event::Promise { day } => *day >= h.point.date,
            _ => false,
        });
        said.map(|h| h.point)
            .chain(self.held().map(|meeting| meeting.end))
    }

    pub fn last_word(&self) -> Option<Point> {
        *self.known.last_word.get_or_init(|| latest(self.words()))
    }

    /// Messages they have not answered: those after the employer's last word.
    pub fn unanswered(&self) -> impl Iterator<Item = Sent<'a>> + '_ {
        let word = self.last_word();
        self.sent()
            .filter(move |sent| word.is_none_or(|word| sent.point.is_after(&word)))
    }

    /// The value of the newest fact under `key` that has been noted.
    pub fn fact(&self, key: &str) -> Option<&'a str> {
        self.happened
            .iter()
            .rev()
            .find_map(|h| match &h.entry.event {
                Event::Fact { key: k, value, .. } if k == key => Some(value.as_str()),
                _ => None,
            })
    }
}
