//! Faults, and what must hold after each: the file is the old state or the new one.

mod any_search;
mod damage;
mod faults;
mod outside;
mod saving;

use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::model::{
    Application, Contact, Entry, Event, Format, Interview, JobSearch, Message, Scenario,
};
use crate::time::{When, Zone};

fn when(text: &str) -> When {
    When::parse(text, "Europe/Berlin".parse::<Zone>().unwrap()).unwrap()
}

/// An application with something of everything.
fn application(company: &str) -> Application {
    let mut one = Application::new(
        company.to_lowercase(),
        company.to_owned(),
        "Backend engineer".to_owned(),
        when("2026-11-02"),
    );
    one.contacts.push(Contact::named("Dana Wu"));
    one.history.push(Entry::new(
        when("2026-11-16T14:00:00+01:00"),
        Event::Interview(Interview {
            minutes: 45,
            format: Format::Video,
            with: vec!["Dana Wu".to_owned()],
            round: None,
        }),
    ));
    one.history.push(Entry::new(
        when("2026-11-17"),
        Event::Sent(Message {
            scenario: Scenario::ThankYou,
            to: vec!["Dana Wu".to_owned()],
            channel: None,
            subject: "Thank you".to_owned(),
            body: "Dear Dana,\n\nthe part about \"queues\" stayed with me.\n".to_owned(),
            day: None,
        }),
    ));
    one
}

pub(super) fn search(companies: &[&str]) -> JobSearch {
    let mut search = JobSearch::default();
    for company in companies {
        search.put(application(company));
    }
    search
}

/// The text of a file with that search.
fn written(search: &JobSearch) -> String {
    String::from_utf8(format::write(search, 1).unwrap().bytes).unwrap()
}

fn loaded(path: &Path) -> Store {
    match Store::open(path).unwrap() {
        Opened::Loaded { store, .. } => store,
        other => panic!("not loaded: {other:?}"),
    }
}

fn new(path: &Path) -> Store {
    match Store::open(path).unwrap() {
        Opened::New(store) => store,
        other => panic!("not new: {other:?}"),
    }
}

fn damaged(path: &Path) -> Damage {
    match Store::open(path).unwrap() {
        Opened::Damaged(damage) => damage,
        other => panic!("not damaged: {other:?}"),
    }
}

/// A file with that search, as an earlier run left it.
fn file_with(path: &Path, search: &JobSearch) {
    new(path).save(search).unwrap();
}

fn companies(search: &JobSearch) -> Vec<&str> {
    search
        .applications
        .values()
        .map(|application| application.company.as_str())
        .collect()
}

fn quiet() -> Wake {
    Arc::new(|| {})
}
