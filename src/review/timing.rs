//! `too-soon`: what the rules of time say about sending it now.

use super::{Check, Desk, Finding, Part};
use crate::etiquette;
use crate::time::{hour, long_day};

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let (Some(app), Some(scenario)) = (desk.app, desk.draft.scenario) else {
        return;
    };
    let to = desk
        .draft
        .person
        .or(desk.draft.to.first().map(String::as_str));
    let permission = etiquette::may(app, desk.ctx, scenario, to);
    // Where no later moment would do either, waiting mends nothing.
    let Some(from) = permission.from.filter(|_| !permission.allowed) else {
        return;
    };
    let local = desk.ctx.clock.zone.local(from);
    let day = long_day(local.date());
    let why = permission.why.trim_end_matches('.');
    let message = if why.contains(&day) {
        format!("{why}.")
    } else {
        format!("{why}; send it from {day} at {} on.", hour(local.time()))
    };
    let place = desk.body.lines().next().unwrap_or((0, 0));
    findings.push(desk.finding(Check::TooSoon, Part::Body, place, message));
}
