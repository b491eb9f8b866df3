//! `move-on`: after the final check-in, or the one of `applied`, without a word.

use super::ladder::Standing;
use super::story::{Story, latest};
use super::{Action, Rule, Task, Why};
use crate::model::Scenario;
use crate::time::{Moment, plus_days};

impl Story<'_> {
    /// When it is time to assume that it went to somebody else: the morning 7 days after the later
    /// of the two final messages. A LinkedIn message alone starts nothing. Not moved to a working
    /// day. For an application nobody has said a word to: 14 days after its one check-in.
    pub fn move_on(&self, standing: &Standing) -> Option<Moment> {
        let (last, days) = if self.has_word() {
            let email = standing.final_email?;
            let last = latest([email].into_iter().chain(standing.final_linkedin))?;
            (last, self.policy().interval_days)
        } else {
            let [first, second, _] = standing.sent;
            let last = latest([first, second, standing.final_email].into_iter().flatten())?;
            (last, self.policy().applied_days)
        };
        Some(self.morning(plus_days(last.date, i64::from(days))))
    }

    /// Whether a last word went out since the employer's last word.
    pub fn last_word_sent(&self) -> bool {
        self.unanswered()
            .any(|sent| sent.message.scenario == Scenario::LastWord)
    }

    pub fn move_on_actions(&self, actions: &mut Vec<Action>) {
        let stays_open =
            self.over.is_some() || self.ahead().next().is_some() || self.open_offer().is_some();
        if stays_open {
            return;
        }
        let standing = self.standing();
        let Some(due) = self.move_on(&standing) else {
            return;
        };
        let why = Why::MoveOn {
            last: latest(standing.sent.into_iter().flatten())
                .map_or(self.zone().date(due), |p| p.date),
        };
        actions.push(self.action(Task::Close, Rule::MoveOn, due, why.clone()));
        if !self.last_word_sent() {
            actions.push(Action {
                optional: true,
                ..self.action(Task::Write(Scenario::LastWord), Rule::MoveOn, due, why)
            });
        }
    }
}
