//! Dates, names and actions as text for people.

use serde::Serialize;

use super::output::clean;
use crate::etiquette::Action;
use crate::model::{Application, Channel, JobSearch, same_name};
use crate::reminders::{headline, plain};
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
        status = action.status.name(),
        due = moment(action.due, clock),
        what = what(action, application),
        whom = clean(&format!("{} ({})", application.position, application.key)),
        why = clean(&action.why(application, clock)),
    )
}

const STATUS_WIDTH: usize = 10;
const MOMENT_WIDTH: usize = 20;
const LONGEST_NAME: usize = 60;

/// “Thank Dana Wu, Acme”, and who passes the letter on.
fn what(action: &Action, application: &Application) -> String {
    let mut what = headline(action, application);
    if let Some(person) = &action.person
        && let Some(other) = action.to.iter().find(|to| !same_name(to, person))
    {
        what.push_str(&format!(", through {}", plain(other, LONGEST_NAME)));
    }
    if action.optional {
        what.push_str(" (if you like)");
    }
    what
}

/// “Mon 30 Nov, 09:00” in the user's zone.
pub(super) fn moment(moment: Moment, clock: &Clock) -> String {
    let local = clock.zone.local(moment);
    format!("{}, {}", short_day(local.date()), hour(local.time()))
}
