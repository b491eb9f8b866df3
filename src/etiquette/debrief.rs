//! `debrief`: when an interview ends, ask for what fades fastest.

use super::story::{Meeting, Story};
use super::thank_you::deadline;
use super::{Action, Rule, Task, Why};
use crate::model::Event;

impl Story<'_> {
    pub fn debrief_actions(&self, actions: &mut Vec<Action>) {
        if self.over.is_some() {
            return;
        }
        for meeting in &self.meetings {
            if meeting.end.moment > self.now() || self.asks_for_debrief(meeting) {
                actions.push(Action {
                    interview: Some(meeting.entry.id),
                    ..self.action(
                        Task::Debrief,
                        Rule::Debrief,
                        meeting.end.moment,
                        Why::Debrief {
                            start: meeting.start.moment,
                        },
                    )
                });
            }
        }
    }

    /// Until a fact is noted for it, all its thank-yous are sent, or the 24 hours are over.
    fn asks_for_debrief(&self, meeting: &Meeting<'_>) -> bool {
        let all_thanked = !meeting.interview.with.is_empty() && self.unthanked(meeting).is_empty();
        deadline(meeting.end.moment) > self.now() && !all_thanked && !self.has_fact_of(meeting)
    }

    /// Whether a fact was noted after it began, for the interview or one of its interviewers.
    fn has_fact_of(&self, meeting: &Meeting<'_>) -> bool {
        let next = self
            .meetings
            .iter()
            .find(|other| other.start.moment > meeting.start.moment)
            .map(|other| other.start);
        self.happened.iter().any(|h| {
            let Event::Fact { with, .. } = &h.entry.event else {
                return false;
            };
            h.point.is_after(&meeting.start)
                && next.is_none_or(|next| !h.point.is_after(&next))
                && with.as_ref().is_none_or(|person| meeting.is_with(person))
        })
    }
}
