//! What a notification says, and which buttons it has.

use super::desktop::{Button, Notification, Urgency};
use super::engine::Due;
use super::ledger::{Key, Ledger, Shown, Told, number};
use super::words::{self, headline, plain};
use crate::etiquette::{Action, Task};
use crate::model::{Application, JobSearch, Scenario};
use crate::time::Clock;

pub(super) const TITLE: usize = 160;
pub(super) const BODY: usize = 400;

/// Stands for what is kept to oneself.
const HIDDEN: &str = "Open Afterword to see who and why.";

/// A notification, and the reminders it stands for.
pub(super) type Raised = (Notification, Vec<(Key, Told)>);

/// What to show of `due`: one each, or one for all.
pub(super) fn notifications(
    due: &[Due<'_>],
    as_one: bool,
    ledger: &Ledger,
    search: &JobSearch,
    clock: &Clock,
) -> Vec<Raised> {
    let what = |due: &Due<'_>| (due.key.clone(), due.told);
    let replaces = |due: &Due<'_>| ledger.records.get(&due.key)?.shown;
    if as_one {
        let notification = summary(due, due.iter().find_map(replaces), search);
        return vec![(notification, due.iter().map(what).collect())];
    }
    due.iter()
        .filter_map(|due| {
            let application = search.application(due.action.application)?;
            // A summary of several stays what it is.
            let alone = replaces(due).filter(|shown| ledger.shown_by(*shown).len() == 1);
            let notification = of_one(due, alone, application, search, clock);
            Some((notification, vec![what(due)]))
        })
        .collect()
}

fn of_one(
    due: &Due<'_>,
    replaces: Option<Shown>,
    application: &Application,
    search: &JobSearch,
    clock: &Clock,
) -> Notification {
    let (title, body) = if search.reminders.hide_names {
        let title = words::title_without_names(due.action, clock);
        (title, HIDDEN.to_owned())
    } else {
        let title = words::title(due.action, application, clock);
        (title, due.action.why(application, clock))
    };
    Notification {
        number: due.key.number(),
        replaces,
        title: plain(&title, TITLE),
        body: plain(&body, BODY),
        buttons: buttons(due.action),
        urgency: if due.action.optional {
            Urgency::Low
        } else {
            Urgency::Normal
        },
        sound: search.reminders.sound,
    }
}

fn buttons(action: &Action) -> Vec<Button> {
    let open = match action.task {
        Task::Write(Scenario::Phone) => "Prepare",
        Task::Write(_) => "Write",
        Task::Debrief => "Note it",
        Task::Close => "Close it…",
        Task::AnswerOffer | Task::Decide => "Answer",
    };
    let mut buttons = vec![Button::Open(open), Button::Snooze];
    // An offer is answered in one way or another; which one only the window can ask.
    if !matches!(action.task, Task::AnswerOffer) {
        buttons.push(Button::Done);
    }
    buttons
}

fn summary(due: &[Due<'_>], replaces: Option<Shown>, search: &JobSearch) -> Notification {
    const NAMED: usize = 3;
    let mut lines: Vec<String> = due
        .iter()
        .filter_map(|due| {
            let application = search.application(due.action.application)?;
            Some(plain(&headline(due.action, application), TITLE))
        })
        .take(NAMED)
        .collect();
    let more = due.len().saturating_sub(lines.len());
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    Notification {
        number: number("summary"),
        replaces,
        title: format!("{} follow-ups are due", due.len()),
        body: if search.reminders.hide_names {
            HIDDEN.to_owned()
        } else {
            lines.join("\n")
        },
        buttons: vec![Button::Open("Show them")],
        urgency: Urgency::Normal,
        sound: search.reminders.sound,
    }
}
