//! Dates, names and actions as text for people.

use serde::Serialize;

use super::output::clean;
use crate::etiquette::{Action, Status, Task};
use crate::model::{Application, Channel, JobSearch};
use crate::time::{Clock, Moment, hour, rfc3339, short_day};

/// An action as `plan --json` prints it.
#[derive(Debug, Serialize)]
pub(super) struct ActionJson<'a> {
    application: &'a str,
    company: &'a str,
    position: &'a str,
    scenario: &'static str,
    to: &'a [String],
    channel: Option<&'static str>,
    rule: &'static str,
    status: &'static str,
    due: String,
    late: Option<String>,
    reminders: Vec<String>,
    optional: bool,
    why: String,
}

impl<'a> ActionJson<'a> {
    /// That action of that application.
    fn new(action: &'a Action, application: &'a Application, clock: &Clock) -> Self {
        Self {
            application: &application.key,
            company: &application.company,
            position: &application.position,
            scenario: action.task.name(),
            to: &action.to,
            channel: action.task.channel().map(Channel::name),
            rule: action.rule.name(),
            status: action.status.name(),
            due: rfc3339(action.due),
            late: action.late.map(rfc3339),
            reminders: action.reminders.iter().copied().map(rfc3339).collect(),
            optional: action.optional,
            why: action.why(application, clock),
        }
    }
}

/// The actions as JSON, in their order.
pub(super) fn actions_json<'a>(
    actions: &[&'a Action],
    search: &'a JobSearch,
    clock: &Clock,
) -> Vec<ActionJson<'a>> {
    with_applications(actions, search)
        .map(|(action, application)| ActionJson::new(action, application, clock))
        .collect()
}

/// The actions as text, in their order; `nothing` where there is none.
pub(super) fn actions_text(
    actions: &[&Action],
    search: &JobSearch,
    clock: &Clock,
    nothing: &str,
) -> String {
    if actions.is_empty() {
        return format!("{nothing}\n");
    }
    let blocks: Vec<_> = with_applications(actions, search)
        .map(|(action, application)| action_text(action, application, clock))
        .collect();
    blocks.join("\n")
}

fn with_applications<'a>(
    actions: &[&'a Action],
    search: &'a JobSearch,
) -> impl Iterator<Item = (&'a Action, &'a Application)> {
    actions.iter().filter_map(|action| {
        let application = search.application(action.application)?;
        Some((*action, application.as_ref()))
    })
}

fn action_text(action: &Action, application: &Application, clock: &Clock) -> String {
    let margin = " ".repeat(STATUS_WIDTH + MOMENT_WIDTH);
    format!(
        "{status:STATUS_WIDTH$}{due:MOMENT_WIDTH$}{what}\n{margin}{whom}\n{margin}{why}\n",
        status = status(action.status),
        due = moment(action.due, clock),
        what = what(action),
        whom = clean(&format!(
            "{}, {} ({})",
            application.company, application.position, application.key
        )),
        why = clean(&action.why(application, clock)),
    )
}

const STATUS_WIDTH: usize = 10;
const MOMENT_WIDTH: usize = 20;

fn status(status: Status) -> &'static str {
    match status {
        Status::Waiting => "waiting",
        Status::Due => "due",
        Status::Late => "late",
    }
}

fn what(action: &Action) -> String {
    let mut what = match action.task {
        Task::Write(scenario) => scenario.label(),
        Task::Debrief => "Note what was said",
        Task::Close => "Close as “no response”",
        Task::AnswerOffer => "Answer the offer",
        Task::Decide => "Decide on the offer",
    }
    .to_owned();
    if action.task.channel().is_some()
        && let Some(names) = names(action.person.as_slice(), &action.to)
    {
        what = format!("{what} for {names}");
    }
    if action.optional {
        what.push_str(" (if you like)");
    }
    what
}

/// Who is written to, and through whom.
fn names(person: &[String], to: &[String]) -> Option<String> {
    let list = |names: &[String]| clean(&names.join(", "));
    match (person, to) {
        ([], []) => None,
        ([], to) | (to, []) => Some(list(to)),
        (person, to) if person == to => Some(list(to)),
        (person, to) => Some(format!("{} (through {})", list(person), list(to))),
    }
}

/// “Mon 30 Nov, 09:00” in the user's zone.
pub(super) fn moment(moment: Moment, clock: &Clock) -> String {
    let local = clock.zone.local(moment);
    format!("{}, {}", short_day(local.date()), hour(local.time()))
}
