//! `thank-you`: after every interview, each interviewer, within 24 hours of its end.

use chrono::{NaiveTime, TimeDelta};

use super::addressee::passed_on_by;
use super::story::{Meeting, Sent, Story};
use super::{Action, Rule, Task, Why};
use crate::model::{Event, Scenario, same_name};
use crate::time::{Clock, Moment, plus_days};

/// An interview that ends after this hour reminds the next morning.
const LATE_EVENING: (u32, u32) = (20, 0);
/// When it does.
const NEXT_MORNING: (u32, u32) = (8, 0);

/// How long after the interview's end a thank-you is in time.
pub(super) fn deadline(end: Moment) -> Moment {
    end + TimeDelta::hours(24)
}

fn time((hour, minute): (u32, u32)) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

impl Story<'_> {
    /// First reminder: that day in the evening or one hour after the end, whichever is later; an
    /// end after 20:00 reminds next morning at 08:00.
    pub fn thank_you_due(&self, end: Moment) -> Moment {
        let local = self.zone().local(end);
        if local.time() > time(LATE_EVENING) {
            return self.at(plus_days(local.date(), 1), time(NEXT_MORNING));
        }
        let evening = self.at(local.date(), self.policy().evening);
        evening.max(self.zone().show(end + TimeDelta::hours(1)))
    }

    /// The interviewers of `meeting` whom nobody has thanked since its end.
    ///
    /// Where an address is withheld, the letter went to the contact who passes it on, and its
    /// record may name that contact alone: each such letter counts for one interviewer.
    pub fn unthanked<'m>(&self, meeting: &'m Meeting<'_>) -> Vec<&'m str> {
        let mut letters: Vec<Sent<'_>> = self
            .sent()
            .filter(|sent| {
                sent.message.scenario == Scenario::ThankYou && !meeting.end.is_after(&sent.point)
            })
            .collect();
        let mut unthanked: Vec<&str> = meeting.interview.with.iter().map(String::as_str).collect();
        unthanked.retain(|person| {
            let before = letters.len();
            letters.retain(|letter| !names(letter, person));
            letters.len() == before
        });
        unthanked.retain(|person| {
            let Some(passing_on) = passed_on_by(self.application, person) else {
                return true;
            };
            match letters.iter().position(|letter| names(letter, passing_on)) {
                Some(index) => {
                    letters.remove(index);
                    false
                }
                None => true,
            }
        });
        unthanked
    }

    /// Whether thank-yous after `meeting` have come to their end: the 24 hours are over and a
    /// first check-in after it has fallen due. They never come back.
    pub fn thanking_is_over(&self, meeting: &Meeting<'_>) -> bool {
        let end = meeting.end.moment;
        deadline(end) <= self.now() && self.last_fall().is_some_and(|fall| fall > end)
    }

    /// The last time a first check-in fell due, even if a later word of theirs took it back.
    fn last_fall(&self) -> Option<Moment> {
        *self.known.last_fall.get_or_init(|| {
            let mut words: Vec<Moment> = self.words().map(|word| word.moment).collect();
            words.sort();
            let mut until = None;
            words.into_iter().rev().find_map(|from| {
                let fall = self.fall_between(from, until);
                until = Some(from);
                fall
            })
        })
    }

    /// When a first check-in fell due between one word and the next (or now). The story is told
    /// again as it stood then; messages sent on the way may have moved the moment, and each move
    /// is followed.
    fn fall_between(&self, from: Moment, until: Option<Moment>) -> Option<Moment> {
        const MOVES_AT_MOST: usize = 32;
        let mut moment = from;
        for _ in 0..MOVES_AT_MOST {
            let clock = Clock {
                now: moment,
                zone: self.zone(),
                ..*self.context.clock
            };
            let then = Self::told_at(self.application, self.context, clock);
            let due = then.checks_in().then(|| then.first_due()).flatten()?;
            if due <= moment {
                return Some(moment);
            }
            if due > self.now() || until.is_some_and(|until| due >= until) {
                return None;
            }
            let moved = self.happened.iter().any(|h| {
                h.point.moment > moment
                    && h.point.moment <= due
                    && matches!(
                        h.entry.event,
                        Event::Sent(_)
                            | Event::Pinned { .. }
                            | Event::Stage { .. }
                            | Event::Closed { .. }
                    )
            });
            if !moved {
                return Some(due);
            }
            moment = due;
        }
        Some(moment)
    }

    pub fn thank_you_actions(&self, actions: &mut Vec<Action>) {
        if self.over.is_some() {
            return;
        }
        let mut seen: Vec<&str> = Vec::new();
        for meeting in self.held() {
            let unthanked = self.unthanked(meeting);
            if unthanked.is_empty() || self.thanking_is_over(meeting) {
                continue;
            }
            for person in unthanked {
                // One letter counts for every interview before it, so one action, from the oldest.
                if !seen.iter().any(|name| same_name(name, person)) {
                    seen.push(person);
                    actions.push(self.thank_you(meeting, person));
                }
            }
        }
        for meeting in self.ahead() {
            for person in &meeting.interview.with {
                actions.push(self.thank_you(meeting, person));
            }
        }
    }

    fn thank_you(&self, meeting: &Meeting<'_>, person: &str) -> Action {
        let end = meeting.end.moment;
        let due = self.thank_you_due(end);
        let late = self.zone().show(deadline(end));
        let last_call = self.zone().show(deadline(end) - TimeDelta::hours(2));
        let to = passed_on_by(self.application, person).unwrap_or(person);
        Action {
            to: vec![to.to_owned()],
            person: Some(person.to_owned()),
            interview: Some(meeting.entry.id),
            late: Some(late),
            reminders: vec![due, last_call],
            ..self.bare_action(
                Task::Write(Scenario::ThankYou),
                Rule::ThankYou,
                due,
                Why::ThankYou {
                    start: meeting.start.moment,
                    late,
                },
            )
        }
    }
}

fn names(letter: &Sent<'_>, person: &str) -> bool {
    letter.message.to.iter().any(|name| same_name(name, person))
}
