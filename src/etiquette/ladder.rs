//! `ladder`, `weekly`, `final`: which check-in is next and when, and the user's own moment for it.

use super::story::{Point, Sent, Story, latest};
use super::{Action, Rule, Task, Why};
use crate::model::{Event, Scenario};
use crate::time::{Moment, plus_days};

/// The rungs of the ladder, by their index.
const FINAL: usize = 2;

/// The next check-in: one message, or of the final one up to two.
#[derive(Clone, Debug)]
pub(super) struct CheckIn {
    pub scenario: Scenario,
    pub due: Moment,
    pub late: Moment,
    pub rule: Rule,
    pub why: Why,
}

/// Where the ladder stands: check-ins sent since the employer's last word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// The latest message of each rung.
    pub sent: [Option<Point>; 3],
    pub final_email: Option<Point>,
    pub final_linkedin: Option<Point>,
}

impl Standing {
    /// The highest rung a message was sent for.
    pub fn highest(&self) -> Option<usize> {
        self.sent.iter().rposition(Option::is_some)
    }
}

impl Story<'_> {
    pub fn standing(&self) -> Standing {
        *self.known.standing.get_or_init(|| self.find_standing())
    }

    fn find_standing(&self) -> Standing {
        let mut standing = Standing::default();
        for Sent { message, point } in self.unanswered() {
            let Some(rung) = message.scenario.rung() else {
                continue;
            };
            // A lower one sent once more does not lower the ladder.
            if standing.highest().is_some_and(|highest| rung < highest) {
                continue;
            }
            let newest = |slot: &Option<Point>| latest(slot.iter().copied().chain([point]));
            if let Some(slot) = standing.sent.get_mut(rung) {
                *slot = newest(slot);
            }
            match message.scenario {
                Scenario::CheckInFinal => standing.final_email = newest(&standing.final_email),
                Scenario::LinkedInFinal => {
                    standing.final_linkedin = newest(&standing.final_linkedin);
                }
                _ => {}
            }
        }
        standing
    }

    /// Whether check-ins make sense at all: the application lives, no interview lies ahead, no
    /// offer waits here, and none was accepted elsewhere.
    pub fn checks_in(&self) -> bool {
        self.over.is_none()
            && self.ahead().next().is_none()
            && self.open_offer().is_none()
            && self.accepted_elsewhere().is_none()
    }

    /// The check-ins that come next: none, one, or both messages of the final one.
    pub fn check_ins(&self) -> Vec<CheckIn> {
        if !self.checks_in() {
            return Vec::new();
        }
        let Some(first) = self.first_check_in() else {
            return Vec::new();
        };
        let standing = self.standing();
        if first.rule == Rule::Applied {
            let was_sent = standing.sent.iter().take(FINAL).any(Option::is_some)
                || standing.final_email.is_some();
            return if was_sent {
                Vec::new()
            } else {
                vec![self.rung(0, &standing)]
                    .into_iter()
                    .flatten()
                    .collect()
            };
        }
        match standing.highest() {
            None => self.rung(0, &standing).into_iter().collect(),
            Some(0) => self.rung(1, &standing).into_iter().collect(),
            _ => self.finals(&standing),
        }
    }

    /// `final`: both messages, or the one that is still missing until it is time to move on.
    fn finals(&self, standing: &Standing) -> Vec<CheckIn> {
        let Some(email) = self.rung(FINAL, standing) else {
            return Vec::new();
        };
        if self.move_on(standing).is_some_and(|due| due <= self.now()) {
            return Vec::new();
        }
        let mut finals = Vec::with_capacity(2);
        if standing.final_email.is_none() {
            finals.push(email.clone());
        }
        if standing.final_linkedin.is_none() {
            finals.push(CheckIn {
                scenario: Scenario::LinkedInFinal,
                ..email
            });
        }
        finals
    }

    /// One rung: when its rule, `weekly` and the user say it is due.
    pub fn rung(&self, rung: usize, standing: &Standing) -> Option<CheckIn> {
        let by_rule = self.rung_by_rule(rung, standing)?;
        let weekly =
            self.weekly(|sent| rung == FINAL && sent.message.scenario.rung() == Some(FINAL));
        let mut check_in = match weekly {
            Some((free, last)) if free > by_rule.due => CheckIn {
                due: free,
                late: self.days_after(free, self.policy().interval_days),
                rule: Rule::Weekly,
                why: Why::Weekly { last: last.date },
                ..by_rule
            },
            _ => by_rule,
        };
        if let Some(pinned) = self.pinned() {
            check_in.why = Why::Pinned {
                by_rule: check_in.due,
                rule: check_in.rule,
            };
            check_in.due = pinned;
            check_in.late = self.days_after(pinned, self.policy().interval_days);
        }
        Some(check_in)
    }

    /// `ladder`: each is due 7 days after the one before was due or, if later, was sent.
    fn rung_by_rule(&self, rung: usize, standing: &Standing) -> Option<CheckIn> {
        let first = self.first_check_in()?;
        let interval = self.policy().interval_days;
        let mut check_in = CheckIn {
            scenario: Scenario::CheckInFirst,
            due: first.due,
            late: first.late,
            rule: first.rule,
            why: first.why,
        };
        for (index, sent) in standing.sent.iter().enumerate().take(rung) {
            let was_due = sent
                .and_then(|sent| self.pin_at(&sent))
                .unwrap_or(check_in.due);
            let from = sent.map_or(was_due, |sent| sent.moment.max(was_due));
            let day = plus_days(self.zone().date(from), i64::from(interval));
            let due = self.working_morning(day);
            let previous = sent.map_or_else(|| self.zone().date(was_due), |sent| sent.date);
            let (scenario, rule) = if index == 0 {
                (Scenario::CheckInSecond, Rule::Ladder)
            } else {
                (Scenario::CheckInFinal, Rule::Final)
            };
            check_in = CheckIn {
                scenario,
                due,
                late: self.days_after(due, interval),
                rule,
                why: Why::Ladder { previous },
            };
        }
        Some(check_in)
    }

    /// `weekly`: when the next initiated message is free to go, and the last unanswered one that
    /// it waits for. Messages that `counts_as_one` accepts are passed over.
    pub fn weekly(&self, counts_as_one: impl Fn(&Sent<'_>) -> bool) -> Option<(Moment, Point)> {
        let initiated = self
            .unanswered()
            .filter(|sent| self.is_initiated(sent) && !counts_as_one(sent))
            .map(|sent| sent.point);
        let last = latest(initiated)?;
        let day = plus_days(last.date, i64::from(self.policy().interval_days));
        Some((self.working_morning(day), last))
    }

    /// A call on the day they named was asked for; everything else depends on the scenario.
    fn is_initiated(&self, sent: &Sent<'_>) -> bool {
        let invited = sent.message.scenario == Scenario::Phone
            && self.happened.iter().any(|h| {
                matches!(h.entry.event, Event::CallInvited { day } if day == sent.point.date)
                    && sent.point.is_after(&h.point)
            });
        sent.message.scenario.is_initiated() && !invited
    }

    /// The user's own moment for the next check-in, until one is sent, the employer says
    /// something, or it is taken back.
    pub fn pinned(&self) -> Option<Moment> {
        self.pin_before(None)
    }

    /// The user's own moment that was in force when a check-in was sent.
    fn pin_at(&self, sent: &Point) -> Option<Moment> {
        self.pin_before(Some(sent))
    }

    fn pin_before(&self, limit: Option<&Point>) -> Option<Moment> {
        let within = |point: &Point| limit.is_none_or(|limit| limit.is_after(point));
        let pins = self.happened.iter().filter_map(|h| match h.entry.event {
            Event::Pinned { until } if within(&h.point) => Some((h.point, until)),
            _ => None,
        });
        let (pin, until) = pins.fold(None, |newest: Option<(Point, _)>, pin| match newest {
            Some(newest) if !pin.0.is_after(&newest.0) => Some(newest),
            _ => Some(pin),
        })?;
        let check_ins = self
            .sent()
            .filter(|sent| sent.message.scenario.is_check_in());
        let ended = check_ins
            .map(|sent| sent.point)
            .chain(self.words())
            .any(|point| point.is_after(&pin) && within(&point));
        let until = until?.moment(self.zone(), self.policy().morning);
        (!ended).then_some(until)
    }

    pub fn check_in_actions(&self, actions: &mut Vec<Action>) {
        for check_in in self.check_ins() {
            actions.push(Action {
                late: Some(check_in.late),
                ..self.action(
                    Task::Write(check_in.scenario),
                    check_in.rule,
                    check_in.due,
                    check_in.why,
                )
            });
        }
    }
}
