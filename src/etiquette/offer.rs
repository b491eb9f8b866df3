//! `offer`: the offer that waits for a decision, and its deadline.

use chrono::NaiveDate;

use super::story::{Happened, Point, Story};
use super::{Action, Rule, Task, Why};
use crate::model::{EntryId, Event, Message, Outcome, Reply, ReplyKind, Scenario};
use crate::time::Moment;

/// How many working days before its deadline an offer is to be decided on.
const DECIDE_WORKING_DAYS: i64 = 2;

/// An offer that was neither accepted nor declined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenOffer {
    /// The reply that made it.
    pub entry: EntryId,
    /// When it came.
    pub since: Moment,
    /// The day by which it is to be answered, as asked for if more time was asked for.
    pub deadline: Option<NaiveDate>,
}

impl Story<'_> {
    pub fn open_offer(&self) -> Option<OpenOffer> {
        *self.known.open_offer.get_or_init(|| self.find_open_offer())
    }

    fn find_open_offer(&self) -> Option<OpenOffer> {
        if self.over.is_some() {
            return None;
        }
        let offers = self.happened.iter().filter_map(|h| match &h.entry.event {
            Event::Reply(reply) if reply.kind == ReplyKind::Offer => Some((h, reply)),
            _ => None,
        });
        let (offer, reply) = offers.fold(
            None,
            |newest: Option<(&Happened<'_>, &Reply)>, offer| match newest {
                Some((newest, reply)) if !offer.0.point.is_after(&newest.point) => {
                    Some((newest, reply))
                }
                _ => Some(offer),
            },
        )?;
        if self.is_settled_after(&offer.point) {
            return None;
        }
        let asked = self
            .sent()
            .filter(|sent| {
                sent.message.scenario == Scenario::AskForTime && sent.point.is_after(&offer.point)
            })
            .filter_map(|sent| sent.message.day)
            .next_back();
        Some(OpenOffer {
            entry: offer.entry.id,
            since: offer.point.moment,
            deadline: asked.or(reply.day),
        })
    }

    /// Whether something after it took the offer away for good.
    fn is_settled_after(&self, offer: &Point) -> bool {
        self.rejected_after(offer)
            || self.happened.iter().any(|h| {
                h.point.is_after(offer)
                    && match &h.entry.event {
                        Event::Sent(Message { scenario, .. }) => {
                            matches!(scenario, Scenario::Accept | Scenario::Withdraw)
                        }
                        Event::Closed { outcome } => {
                            matches!(
                                outcome,
                                Outcome::Accepted | Outcome::Declined | Outcome::Withdrawn
                            )
                        }
                        _ => false,
                    }
            })
    }

    /// `decide`: due on the morning 2 working days before the deadline, not before the offer came;
    /// late when its day is over; reminded of then, and that morning.
    pub fn decide_actions(&self, actions: &mut Vec<Action>) {
        let Some(offer) = self.open_offer() else {
            return;
        };
        let Some(deadline) = offer.deadline else {
            return;
        };
        let early = self
            .policy()
            .plus_working_days(deadline, -DECIDE_WORKING_DAYS);
        let due = self.morning(early).max(offer.since);
        let that_morning = self.morning(deadline);
        let mut reminders = vec![due];
        reminders.extend((that_morning > due).then_some(that_morning));
        actions.push(Action {
            late: Some(self.end_of(deadline)),
            reminders,
            ..self.action(Task::Decide, Rule::Offer, due, Why::Decide { deadline })
        });
    }
}
