//! Keeping the plan, and the calendar file that is made of it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::Watch;
use crate::etiquette::Plan;
use crate::model::{ApplicationId, JobSearch};
use crate::reminders::calendar;
use crate::store::same_search;
use crate::time::{Clock, Moment, Zone};

/// What a calendar file was made of.
pub(super) struct Calendared {
    search: JobSearch,
    next: Option<Moment>,
}

impl Calendared {
    fn is_of(&self, search: &JobSearch, next: Option<Moment>) -> bool {
        self.next == next && same_search(&self.search, search)
    }
}

impl Watch {
    /// The plan as of now, made of the one before with as little work as can be.
    pub(super) fn plan(&mut self, clock: &Clock) -> Plan {
        match self.planned.take() {
            Some((mut plan, of, made))
                if is_later(&made, clock) && same_settings(&of, &self.search) =>
            {
                let changed = changed(&of, &self.search);
                let passed = plan
                    .next_boundary(made.now)
                    .is_some_and(|boundary| boundary <= clock.now);
                for id in &changed {
                    plan.update(&self.search, *id, clock);
                }
                if passed || !changed.is_empty() {
                    plan.advance(&self.search, clock);
                }
                plan
            }
            _ => Plan::new(&self.search, clock),
        }
    }

    /// Brings the calendar file up to date, where the user wants one. It is made anew when the plan
    /// may say something else.
    pub(super) fn keep_calendar(&mut self, plan: &Plan, clock: &Clock) {
        let Some(path) = self.search.reminders.calendar.clone() else {
            self.calendar = None;
            return;
        };
        let next = plan.next_boundary(clock.now);
        let known = self.calendar.as_ref();
        if known.is_some_and(|known| known.is_of(&self.search, next)) {
            return;
        }
        let text = calendar::calendar(plan, &self.search, clock);
        match calendar::keep(Path::new(&path), &text) {
            Ok(_) => {
                self.calendar = Some(Calendared {
                    search: self.search.clone(),
                    next,
                });
            }
            Err(why) => tracing::warn!("the calendar file is not kept: {why}"),
        }
    }
}

/// Whether time went on in the same zone, so that a plan can be carried on.
pub(super) fn is_later(then: &Clock, now: &Clock) -> bool {
    let same_zone = then.zone == now.zone
        && (now.zone != Zone::System || then.now.offset() == now.now.offset());
    same_zone && then.now <= now.now
}

fn same_settings(a: &JobSearch, b: &JobSearch) -> bool {
    a.policy == b.policy && a.stages == b.stages && a.profile == b.profile
}

fn changed(before: &JobSearch, now: &JobSearch) -> Vec<ApplicationId> {
    let ids: BTreeSet<_> = before
        .applications
        .keys()
        .chain(now.applications.keys())
        .copied()
        .collect();
    ids.into_iter()
        .filter(|id| match (before.application(*id), now.application(*id)) {
            (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
            _ => true,
        })
        .collect()
}
