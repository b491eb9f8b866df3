//! What a search can be written as, by the ending of the file's name.

use super::told::Days;
use super::{bundle, calendar, csv, events, markdown};
use crate::etiquette::Plan;
use crate::model::{ApplicationId, JobSearch};
use crate::time::Clock;

/// A format that goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Events, which come back in full.
    Events,
    /// A table for spreadsheets.
    Table,
    /// Interviews and due moments for calendars.
    Calendar,
    /// A report to read and hand in.
    Report,
    /// All of these in one packed folder.
    Bundle,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Events,
        Self::Table,
        Self::Calendar,
        Self::Report,
        Self::Bundle,
    ];

    /// How the name of its files ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Events => "jsonl",
            Self::Table => "csv",
            Self::Calendar => "ics",
            Self::Report => "md",
            Self::Bundle => "zip",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Events => "Events",
            Self::Table => "Table",
            Self::Calendar => "Calendar",
            Self::Report => "Report",
            Self::Bundle => "Everything, packed",
        }
    }

    /// What it is good for, in a sentence.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Events => {
                "Every application with its history; Afterword takes it in again in full."
            }
            Self::Table => "A row for each application, for spreadsheets.",
            Self::Calendar => "Interviews and what falls due, for your calendar.",
            Self::Report => "What you did, a line each, to read and to hand in.",
            Self::Bundle => "All of these, a page for each application, and the letters you began.",
        }
    }

    /// What a file of it is called unless the user says otherwise.
    pub fn file_name(self, application: Option<&str>) -> String {
        let stem = match (application, self) {
            (Some(key), _) => bundle::safe(key),
            (None, Self::Table) => "applications".to_owned(),
            (None, Self::Report) => "report".to_owned(),
            (None, _) => "afterword".to_owned(),
        };
        format!("{stem}.{}", self.ending())
    }

    /// The format of files whose name ends so, in small letters.
    pub fn of(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.ending() == ending)
    }
}

/// What of a search goes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// One application only.
    pub application: Option<ApplicationId>,
    /// The days that a report is about.
    pub days: Days,
}

/// The search, or a part of it, as the bytes of a file. `go_on` is asked now and then with how many
/// applications are done; nothing comes of it when it says no.
pub fn export(
    format: Format,
    search: &JobSearch,
    part: Part,
    clock: &Clock,
    mut go_on: impl FnMut(usize) -> bool,
) -> Option<Vec<u8>> {
    let narrowed;
    let (search, whole) = match part.application {
        None => (search, search),
        Some(only) => {
            let mut one = search.clone();
            one.applications.retain(|id, _| *id == only);
            narrowed = one;
            (&narrowed, search)
        }
    };
    if format == Format::Events {
        return Some(events::export(search).into_bytes());
    }
    // What is due on one application depends on the others.
    let plan = Plan::new(whole, clock);
    if !go_on(0) {
        return None;
    }
    let text = match (format, part.application) {
        (Format::Bundle, _) => return bundle::export(search, &plan, clock, part.days, &mut go_on),
        (Format::Report, Some(only)) => {
            markdown::dossier(search.application(only)?, search, &plan, clock)
        }
        (Format::Report, None) => markdown::report(search, &plan, clock, part.days),
        (Format::Table, _) => csv::export(search, &plan, clock),
        (Format::Calendar, _) => calendar::export(search, &plan, clock),
        (Format::Events, _) => events::export(search),
    };
    Some(text.into_bytes())
}
