//! `phone`: a call is proper only if they invited it, from week 3 on when emails stay unanswered,
//! or for a real question with a deadline.

use chrono::NaiveDate;

use super::story::{Point, Story};
use super::{Action, Rule, Task, Why};
use crate::model::{Channel, Event, Scenario};
use crate::time::{Moment, parse_day, plus_days};

/// Week 3 begins this many days after the last interview or the promised day.
const WEEK_THREE_DAYS: i64 = 14;

impl Story<'_> {
    /// The newest invitation to call: when it was said, and for which day.
    fn newest_invitation(&self) -> Option<(Point, NaiveDate)> {
        let invitations = self.happened.iter().filter_map(|h| match h.entry.event {
            Event::CallInvited { day } => Some((h.point, day)),
            _ => None,
        });
        invitations.fold(
            None,
            |newest: Option<(Point, _)>, invitation| match newest {
                Some(newest) if !invitation.0.is_after(&newest.0) => Some(newest),
                _ => Some(invitation),
            },
        )
    }

    /// The day they invited a call on, today or ahead, until the call was made.
    pub fn invited_call(&self) -> Option<NaiveDate> {
        let (said, day) = self.newest_invitation()?;
        let called = self
            .sent()
            .any(|sent| sent.message.scenario == Scenario::Phone && sent.point.is_after(&said));
        (day >= self.zone().date(self.now()) && !called).then_some(day)
    }

    /// (b): from when a call is proper because emails stay unanswered; nothing while none does.
    pub fn call_in_week_three(&self) -> Option<Moment> {
        let unanswered_email = self.unanswered().any(|sent| {
            sent.message.channel() == Channel::Email && sent.message.scenario.is_initiated()
        });
        let from = self
            .promise()
            .map(|promise| promise.day)
            .or_else(|| self.last_held().map(|meeting| meeting.start.date))?;
        unanswered_email.then(|| self.working_morning(plus_days(from, WEEK_THREE_DAYS)))
    }

    /// (c): whether there is a real question whose deadline lies ahead.
    pub fn question_with_deadline(&self) -> bool {
        self.fact("deadline")
            .and_then(|text| parse_day(text.get(..10).unwrap_or(text)).ok())
            .is_some_and(|day| day >= self.zone().date(self.now()))
    }

    /// An invited call is an action of that morning, gone after the day.
    pub fn phone_actions(&self, actions: &mut Vec<Action>) {
        if self.over.is_some() {
            return;
        }
        if let Some(day) = self.invited_call() {
            let due = self.morning(day);
            actions.push(self.action(
                Task::Write(Scenario::Phone),
                Rule::Phone,
                due,
                Why::Call { day },
            ));
        }
    }
}
