//! When something may be told: quiet hours, days off, and what the user wants to hear of at all.

use chrono::TimeDelta;

use crate::etiquette::{Action, Rule, Task, Why};
use crate::model::{JobSearch, OnDaysOff, Policy, ReminderKind, Reminders, Scenario};
use crate::time::{Moment, Zone};

/// What is held back steps over so many nights and days off before it is given up on.
const STEPS: usize = 400;

/// The user's wishes, where they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manners<'a> {
    reminders: &'a Reminders,
    policy: &'a Policy,
    zone: Zone,
}

impl<'a> Manners<'a> {
    pub(super) fn of(search: &'a JobSearch, zone: Zone) -> Self {
        Self {
            reminders: &search.reminders,
            policy: &search.policy,
            zone,
        }
    }

    /// Whether the user wants to hear of it at all.
    pub(super) fn wants(self, action: &Action) -> bool {
        !self.reminders.off && !self.reminders.silent.contains(&kind_of(action.task))
    }

    /// Whether it may be told at that moment.
    pub(super) fn allow(self, action: &Action, at: Moment) -> bool {
        self.held_until(action, at).is_none()
    }

    /// The moment from which a reminder for `moment` is told: that moment, else the first at which
    /// it may be. A last call that would come too late by that comes before the quiet hours.
    pub(super) fn told_at(self, action: &Action, moment: Moment) -> Moment {
        let mut at = moment;
        for _ in 0..STEPS {
            match self.held_until(action, at) {
                Some(until) => at = until,
                None => break,
            }
        }
        let too_late = |late| moment < late && late <= at;
        if action.late.is_some_and(too_late)
            && let Some(before) = self.before_quiet(moment)
            && action.due < before
            && self.allow(action, before)
        {
            return before;
        }
        at
    }

    /// Until when it is held back at that moment, if it is.
    fn held_until(self, action: &Action, at: Moment) -> Option<Moment> {
        let until = self
            .quiet_until(at)
            .or_else(|| self.off_until(action, at))?;
        // Where two clock changes lie close together, time could seem to stand still.
        (until > at).then_some(until)
    }

    fn quiet_until(self, at: Moment) -> Option<Moment> {
        let quiet = self.reminders.quiet_hours?;
        let local = self.zone.local(at);
        if !quiet.contain(local.time()) {
            return None;
        }
        let ends_today = local.time() < quiet.to;
        let day = if ends_today {
            local.date()
        } else {
            local.date().succ_opt()?
        };
        Some(self.zone.at(day.and_time(quiet.to)))
    }

    /// The last minute before the quiet hours in which `at` lies.
    fn before_quiet(self, at: Moment) -> Option<Moment> {
        let quiet = self.reminders.quiet_hours?;
        let local = self.zone.local(at);
        if !quiet.contain(local.time()) {
            return None;
        }
        let day = if quiet.from <= local.time() {
            local.date()
        } else {
            local.date().pred_opt()?
        };
        let begin = self.zone.at(day.and_time(quiet.from));
        Some(begin - TimeDelta::minutes(1))
    }

    fn off_until(self, action: &Action, at: Moment) -> Option<Moment> {
        let day = self.zone.local(at).date();
        let what = self.reminders.on_days_off;
        if what == OnDaysOff::Everything || self.policy.is_working_day(day) {
            return None;
        }
        let next = self.policy.working_day_from(day);
        let morning = self.zone.at(next.and_time(self.policy.morning));
        let can_wait = !passes_soon(action.task) && action.late.is_none_or(|late| late > morning);
        (what == OnDaysOff::Nothing || (can_wait && !is_pinned(action))).then_some(morning)
    }
}

/// What is gone within a day, although it is never late.
fn passes_soon(task: Task) -> bool {
    matches!(
        task,
        Task::Debrief
            | Task::Decide
            | Task::Write(
                Scenario::Phone
                    | Scenario::ConfirmInterview
                    | Scenario::RescheduleInterview
                    | Scenario::MissedCall
            )
    )
}

/// A moment that the user chose is the user's, whatever day it is.
fn is_pinned(action: &Action) -> bool {
    matches!(action.why, Why::Pinned { .. })
}

/// What a task is about, for the switches.
pub(super) fn kind_of(task: Task) -> ReminderKind {
    match task {
        Task::Debrief => ReminderKind::Interview,
        Task::Close => ReminderKind::Ending,
        Task::AnswerOffer | Task::Decide => ReminderKind::Offer,
        Task::Write(scenario) => match scenario {
            Scenario::ThankYou | Scenario::LinkedInConnect | Scenario::ThankReferrer => {
                ReminderKind::ThankYou
            }
            Scenario::CheckInFirst
            | Scenario::CheckInSecond
            | Scenario::CheckInFinal
            | Scenario::LinkedInFinal
            | Scenario::Value
            | Scenario::News
            | Scenario::Phone
            | Scenario::Question
            | Scenario::MissedCall
            | Scenario::SendPromised
            | Scenario::Own(_) => ReminderKind::CheckIn,
            Scenario::AnswerUpdate | Scenario::AnswerRejection => ReminderKind::Answer,
            Scenario::ConfirmInterview | Scenario::RescheduleInterview => ReminderKind::Interview,
            Scenario::OtherOfferMention
            | Scenario::OtherOfferExpedite
            | Scenario::Accept
            | Scenario::AskForTime => ReminderKind::Offer,
            Scenario::LastWord | Scenario::Withdraw => ReminderKind::Ending,
        },
    }
}

/// Whether the due moment counts hours from something that happened, wherever the user is; others
/// are a time of day, which a journey moves.
pub(super) fn counts_hours(action: &Action) -> bool {
    matches!(action.rule, Rule::ReplyPromptly | Rule::Debrief) || is_pinned(action)
}
