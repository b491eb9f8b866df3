//! The cadence strip: one glance says where the waiting stands.

use super::story::Story;
use super::{Action, Status, Task};
use crate::time::{Moment, long_day};

/// How it stands with the thank-you to one interviewer of the last round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThankState {
    /// It was sent.
    Sent,
    /// It is owed.
    Owed,
    /// It is owed, and late.
    Late,
    /// Its interview lies ahead.
    ToCome,
}

/// How it stands with one check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungState {
    /// It was sent.
    Sent,
    /// It is due.
    Due,
    /// It is due, and late.
    Late,
    /// It comes later, if they stay silent.
    ToCome,
    /// It will not be sent.
    Struck,
}

/// Where the waiting stands: thank-yous of the last round, then first, second and final check-in.
#[derive(Clone, Debug, PartialEq)]
pub struct Cadence {
    /// Interviewers by name, with the state of their thank-you.
    pub thank_yous: Vec<(String, ThankState)>,
    /// The three check-ins.
    pub check_ins: [RungState; 3],
    /// The next check-in: its place on the ladder, when, and whether it is due.
    next: Option<(usize, Moment, Status)>,
}

const NAMES: [&str; 3] = ["first", "second", "final"];

pub(super) fn cadence(story: &Story<'_>, actions: &[Action]) -> Cadence {
    let round = story.ahead().next().or_else(|| story.last_held());
    let thank_yous = round.map_or_else(Vec::new, |meeting| {
        let ahead = meeting.end.moment > story.now();
        let unthanked = story.unthanked(meeting);
        let states = meeting.interview.with.iter().map(|name| {
            let state = if ahead {
                ThankState::ToCome
            } else if !unthanked.contains(&name.as_str()) {
                ThankState::Sent
            } else if super::thank_you::deadline(meeting.end.moment) <= story.now() {
                ThankState::Late
            } else {
                ThankState::Owed
            };
            (name.clone(), state)
        });
        states.collect()
    });
    let next = actions.iter().find_map(|action| match action.task {
        Task::Write(scenario) => Some((scenario.rung()?, action.due, action.status)),
        _ => None,
    });
    let sent = story.standing().sent;
    let mut check_ins = [RungState::Struck; 3];
    for (rung, (state, sent)) in check_ins.iter_mut().zip(sent).enumerate() {
        *state = match next {
            _ if sent.is_some() && next.is_none_or(|(next, ..)| next > rung) => RungState::Sent,
            Some((next, _, status)) if next == rung => match status {
                Status::Waiting => RungState::ToCome,
                Status::Due => RungState::Due,
                Status::Late => RungState::Late,
            },
            Some((next, ..)) if next < rung && !is_single(story) => RungState::ToCome,
            _ => RungState::Struck,
        };
    }
    Cadence {
        thank_yous,
        check_ins,
        next,
    }
}

/// By `applied` there is but one check-in.
fn is_single(story: &Story<'_>) -> bool {
    !story.has_word()
}

impl Cadence {
    /// In words: “2 of 3 thanked; first check-in due Monday 30 November”.
    pub fn sentence(&self, zone: crate::time::Zone) -> String {
        let mut parts = Vec::new();
        if !self.thank_yous.is_empty() {
            let thanked = self
                .thank_yous
                .iter()
                .filter(|(_, state)| *state == ThankState::Sent)
                .count();
            parts.push(format!("{thanked} of {} thanked", self.thank_yous.len()));
        }
        let sent = self
            .check_ins
            .iter()
            .filter(|state| **state == RungState::Sent)
            .count();
        if sent > 0 {
            parts.push(format!(
                "{sent} check-in{} sent",
                if sent == 1 { "" } else { "s" }
            ));
        }
        if let Some((rung, due, status)) = self.next {
            let name = NAMES.get(rung).copied().unwrap_or("next");
            let day = long_day(zone.date(due));
            parts.push(match status {
                Status::Waiting => format!("{name} check-in due {day}"),
                Status::Due => format!("{name} check-in due since {day}"),
                Status::Late => format!("{name} check-in late, due since {day}"),
            });
        } else if parts.is_empty() {
            return "No check-in to come".to_owned();
        }
        parts.join("; ")
    }
}
