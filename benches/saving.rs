//! Saving and loading a large search: 10,000 applications with 3 interviews and 5 messages each,
//! next to plainly writing and syncing the same bytes.
#![allow(clippy::unwrap_used)]

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use afterword::model::{
    Application, Entry, Event, Format, Interview, JobSearch, Message, Scenario,
};
use afterword::store::{Opened, Store};
use afterword::time::{When, Zone, plus_days};
use chrono::{NaiveDate, NaiveTime};
use divan::Bencher;

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [500, 10_000];

/// A letter of 150 words.
fn letter(number: usize) -> String {
    let sentence = "what you said about \"queues\" stayed with me since our conversation. ";
    format!(
        "Dear Dana,\n\n{}\n\nKind regards\nKim {number}\n",
        sentence.repeat(14)
    )
}

fn application(number: usize) -> Application {
    let zone: Zone = "Europe/Berlin".parse().unwrap();
    let applied = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let applied = plus_days(applied, i64::try_from(number % 300).unwrap());
    let mut application = Application::new(
        format!("company-{number}"),
        format!("Company {number}"),
        "Backend engineer".to_owned(),
        When::Day(applied),
    );
    for round in 0..8 {
        let at = plus_days(applied, round).and_time(NaiveTime::from_hms_opt(14, 0, 0).unwrap());
        let event = if round % 3 == 0 {
            Event::Interview(Interview {
                minutes: 60,
                format: Format::Video,
                with: vec!["Dana Wu".to_owned(), "Ann Ito".to_owned()],
                round: None,
            })
        } else {
            Event::Sent(Message {
                scenario: Scenario::ThankYou,
                to: vec!["Dana Wu".to_owned()],
                channel: None,
                subject: "Our conversation".to_owned(),
                body: letter(number),
                day: None,
            })
        };
        application
            .history
            .push(Entry::new(When::Moment(zone.at(at)), event));
    }
    application
}

fn search(size: usize) -> JobSearch {
    let mut search = JobSearch::default();
    for number in 0..size {
        search.put(application(number));
    }
    search
}

fn open(path: &Path) -> Store {
    match Store::open(path).unwrap() {
        Opened::Loaded { store, .. } | Opened::New(store) => store,
        Opened::Newer(_) | Opened::Damaged(_) => unreachable!(),
    }
}

/// A store whose first change of this run, with its backup, has been made.
fn store_of(folder: &tempfile::TempDir, search: &mut JobSearch) -> Store {
    let mut store = open(&folder.path().join("afterword.ron"));
    for _ in 0..2 {
        change_one(search);
        store.save(search).unwrap();
    }
    store
}

fn change_one(search: &mut JobSearch) {
    let mut one = (**search
        .applications
        .values()
        .nth(search.applications.len() / 2)
        .unwrap())
    .clone();
    one.salary.push('x');
    search.put(one);
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn save_after_a_change_of_one(bencher: Bencher, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut search = search(size);
    let mut store = store_of(&folder, &mut search);
    bencher.bench_local(|| {
        change_one(&mut search);
        store.save(&search).unwrap()
    });
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn floor_write_and_sync_the_same_bytes(bencher: Bencher, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let store = store_of(&folder, &mut search(size));
    let bytes = std::fs::read(store.places().file()).unwrap();
    let path = folder.path().join("plain");
    bencher.bench_local(|| {
        let mut file = File::create(&path).unwrap();
        file.write_all(&bytes).unwrap();
        file.sync_all().unwrap();
    });
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn load(bencher: Bencher, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = store_of(&folder, &mut search(size))
        .places()
        .file()
        .to_owned();
    bencher.bench_local(|| open(&path));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn floor_json_to_text(bencher: Bencher, size: usize) {
    let search = search(size);
    bencher.bench_local(|| serde_json::to_string_pretty(&search).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn floor_json_from_text(bencher: Bencher, size: usize) {
    let text = serde_json::to_string_pretty(&search(size)).unwrap();
    bencher.bench_local(|| serde_json::from_str::<JobSearch>(&text).unwrap());
}
