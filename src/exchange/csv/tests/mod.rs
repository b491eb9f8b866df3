mod again;
mod bad;
mod encodings;
mod origins;
mod out;
mod size;

use std::sync::Arc;

use super::*;
use crate::model::{Application, Event, JobSearch, Stage};
use crate::time::{Clock, Zone, parse_day};

/// A Monday noon in Berlin.
fn clock() -> Clock {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
    let berlin: Zone = "Europe/Berlin".parse().unwrap();
    Clock::at(now, berlin)
}

fn pasted(text: &str) -> Source {
    Source::Text(Arc::from(text))
}

fn table(text: &str) -> Table {
    look_at(pasted(text)).unwrap()
}

/// Taken in as it is guessed.
fn try_into(search: &JobSearch, text: &str) -> Result<Imported, CsvError> {
    let table = look_at(pasted(text))?;
    import(&table, &Mapping::guessed(&table), search, &clock(), |_| {
        true
    })
}

fn into(search: &JobSearch, text: &str) -> Imported {
    try_into(search, text).unwrap()
}

fn imported(text: &str) -> Imported {
    into(&JobSearch::default(), text)
}

fn all(imported: &Imported) -> Vec<&Application> {
    imported
        .search
        .applications
        .values()
        .map(AsRef::as_ref)
        .collect()
}

fn only(imported: &Imported) -> &Application {
    let [application] = all(imported)[..] else {
        panic!("one application: {:#?}", imported.report);
    };
    application
}

fn applied(application: &Application) -> String {
    application.applied.date(clock().zone).to_string()
}

fn notes(application: &Application) -> Vec<&str> {
    let texts = application
        .history
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Note { text } => Some(text.as_str()),
            _ => None,
        });
    texts.collect()
}

fn stage(imported: &Imported, application: &Application) -> String {
    let line = imported.report.lines.iter();
    line.filter(|line| line.company == application.company && line.position == application.position)
        .map(|line| line.stage.clone())
        .next()
        .unwrap_or_default()
}

fn remarks(report: &Report) -> Vec<String> {
    report.remarks.iter().map(Remark::sentence).collect()
}
