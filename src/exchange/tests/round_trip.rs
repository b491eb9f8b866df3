//! Everything out and in again.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use crate::exchange::arrivals::Arrivals;
use crate::exchange::csv::{self, Mapping, Source};
use crate::exchange::{Format, Part, demo, events, export};
use crate::model::{Application, ApplicationId, Document, Entry, EntryId, JobSearch, Origin};
use crate::time::{Clock, When};
use uuid::Uuid;

fn clock() -> Clock {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
    Clock::at(now, "Europe/Berlin".parse().unwrap())
}

/// The sample, with everything that an application can have besides.
fn search() -> JobSearch {
    let mut search = demo(&clock());
    let first = search.applications.values().next().unwrap();
    let mut first = first.as_ref().clone();
    first.tags = vec!["remote".to_owned(), "first choice".to_owned()];
    first.advert = "We look for\n\nsomebody “kind”, =1+1".to_owned();
    first.documents = vec![
        Document {
            place: "/home/kim/CV, 2026.pdf".to_owned(),
            name: "My CV".to_owned(),
            since: Some(When::Day(clock().today())),
        },
        Document {
            place: "https://a.example/b?c=d".to_owned(),
            name: String::new(),
            since: Some(When::Moment(clock().now)),
        },
    ];
    if let Some(entry) = first.history.first_mut() {
        entry.origin = Some(Origin {
            id: "1@x".to_owned(),
            version: 3,
        });
    }
    search.put(first);
    search
}

/// Everything as its source makes it: the files of the packed folder, by their names.
fn unpacked(search: &JobSearch) -> impl FnMut(&str) -> String {
    let bytes = export(Format::Bundle, search, Part::default(), &clock(), |_| true).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    move |name| {
        let mut text = String::new();
        zip.by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    }
}

/// What an application says, its lasting names and its place on the board aside.
fn said(application: &Application) -> Application {
    let mut said = application.clone();
    said.id = ApplicationId(Uuid::nil());
    said.rank = 0.0;
    // What was begun and not sent is no part of events.
    said.drafts.clear();
    for entry in &mut said.history {
        *entry = Entry {
            id: EntryId(Uuid::nil()),
            ..entry.clone()
        };
    }
    said
}

#[test]
fn events_make_an_equal_search_of_nothing() {
    let search = search();
    let text = unpacked(&search)("afterword.jsonl");
    let copy = events::import(&JobSearch::default(), &text, clock().zone)
        .unwrap()
        .search;
    assert_eq!(copy.applications.len(), search.applications.len());
    for application in search.applications.values() {
        let copied = copy.find(&application.key).unwrap();
        assert_eq!(said(copied), said(application));
    }
    assert_eq!(unpacked(&copy)("afterword.jsonl"), text);
}

#[test]
fn what_went_out_comes_back_and_changes_nothing() {
    let search = search();
    let mut file = unpacked(&search);
    let lines = events::import(&search, &file("afterword.jsonl"), clock().zone).unwrap();
    assert_eq!(lines.added, 0);
    assert_eq!(lines.search, search);

    let table = csv::look_at(Source::Text(Arc::from(file("applications.csv")))).unwrap();
    let rows = csv::import(&table, &Mapping::guessed(&table), &search, &clock(), |_| {
        true
    })
    .unwrap();
    assert_eq!(
        (rows.report.new, rows.report.changed),
        (0, 0),
        "{:?}",
        rows.report.lines
    );
    assert_eq!(rows.search, search);

    let calendar = Source::Text(Arc::from(file("calendar.ics")));
    let mut meetings = Arrivals::of_calendar(&calendar, &clock()).unwrap();
    meetings.place(&search, &clock());
    let taken = meetings.take_in(&search, &clock());
    assert_eq!(
        (taken.counts.new, taken.counts.changed),
        (0, 0),
        "{:?}",
        taken.fates
    );
    assert!(taken.counts.same > 0);
    assert_eq!(taken.search, search);
}
