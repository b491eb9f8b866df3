//! `reply-promptly`: the employer is answered within 24 hours; and so is an `offer`.

use chrono::TimeDelta;

use super::addressee::reached_by;
use super::story::{Point, Story};
use super::{Action, Rule, Task, Why};
use crate::model::{Reply, ReplyKind, Scenario, same_name};

/// An unanswered reply, the oldest of its kind from one sender.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unanswered<'a> {
    pub reply: &'a Reply,
    pub point: Point,
}

/// The messages that answer a reply of that kind; none for one that needs no answer by rule.
fn answers(kind: ReplyKind) -> &'static [Scenario] {
    match kind {
        ReplyKind::Update => &[Scenario::AnswerUpdate],
        ReplyKind::Rejection => &[Scenario::AnswerRejection],
        ReplyKind::Offer => &[Scenario::Accept, Scenario::AskForTime, Scenario::Withdraw],
        ReplyKind::Interview | ReplyKind::Other => &[],
    }
}

fn same_sender(a: &Reply, b: &Reply) -> bool {
    match (&a.from, &b.from) {
        (Some(a), Some(b)) => same_name(a, b),
        (None, None) => true,
        _ => false,
    }
}

impl<'a> Story<'a> {
    /// The replies that wait for an answer of the user's.
    pub fn unanswered_replies(&self) -> Vec<Unanswered<'a>> {
        let mut waiting: Vec<Unanswered<'a>> = Vec::new();
        for (reply, point) in self.replies() {
            if answers(reply.kind).is_empty() || self.is_answered(reply, &point) {
                continue;
            }
            let twin = waiting
                .iter_mut()
                .find(|other| other.reply.kind == reply.kind && same_sender(other.reply, reply));
            match twin {
                Some(twin) if twin.point.is_after(&point) => *twin = Unanswered { reply, point },
                Some(_) => {}
                None => waiting.push(Unanswered { reply, point }),
            }
        }
        if self.over.is_some() {
            // What remains is the answer to one unanswered rejection or offer: the newest.
            waiting.retain(|w| matches!(w.reply.kind, ReplyKind::Rejection | ReplyKind::Offer));
            if let Some(newest) = waiting
                .iter()
                .map(|w| w.point)
                .reduce(|a, b| if b.is_after(&a) { b } else { a })
            {
                waiting.retain(|w| w.point.order == newest.order);
            }
        }
        waiting
    }

    /// Whether it was answered (to whomever) or has lapsed.
    fn is_answered(&self, reply: &Reply, point: &Point) -> bool {
        let answered = self.sent().any(|sent| {
            answers(reply.kind).contains(&sent.message.scenario) && sent.point.is_after(point)
        });
        answered
            || match reply.kind {
                ReplyKind::Update => self.further_interview_after(point),
                // What takes an ended application up again lets a rejection lapse.
                ReplyKind::Rejection => self.taken_up.is_some_and(|order| order > point.order),
                // A no takes an earlier offer away.
                ReplyKind::Offer => self.rejected_after(point),
                ReplyKind::Interview | ReplyKind::Other => true,
            }
    }

    /// Whether an interview was held after it, or one after it was recorded later.
    fn further_interview_after(&self, point: &Point) -> bool {
        self.meetings.iter().any(|meeting| {
            let held = meeting.end.moment <= self.now() && meeting.end.is_after(point);
            let arranged = meeting.start.order > point.order && meeting.start.is_after(point);
            held || arranged
        })
    }

    pub fn rejected_after(&self, point: &Point) -> bool {
        self.replies()
            .any(|(reply, other)| reply.kind == ReplyKind::Rejection && other.is_after(point))
    }

    pub fn answer_actions(&self, actions: &mut Vec<Action>) {
        for Unanswered { reply, point } in self.unanswered_replies() {
            let (task, rule) = match reply.kind {
                ReplyKind::Update => (Task::Write(Scenario::AnswerUpdate), Rule::ReplyPromptly),
                ReplyKind::Rejection => {
                    (Task::Write(Scenario::AnswerRejection), Rule::ReplyPromptly)
                }
                _ => (Task::AnswerOffer, Rule::Offer),
            };
            let due = point.moment;
            let mut action = Action {
                late: Some(self.zone().show(due + TimeDelta::hours(24))),
                ..self.action(
                    task,
                    rule,
                    due,
                    Why::Reply {
                        kind: reply.kind,
                        on: point.date,
                        day: reply.day,
                    },
                )
            };
            if let Some(from) = &reply.from {
                action.to = vec![reached_by(self.application, from).to_owned()];
            }
            actions.push(action);
        }
    }
}
