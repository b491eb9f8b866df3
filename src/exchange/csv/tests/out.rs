//! Tables out, and in again.

use super::*;
use crate::etiquette::Plan;
use crate::exchange::demo;
use crate::model::{Contact, Entry, Outcome, StageMeaning};
use crate::time::When;
use proptest::prelude::*;

fn exported(search: &JobSearch) -> String {
    export(search, &Plan::new(search, &clock()), &clock())
}

/// The columns that an import reads: all but what happened and what is next.
fn read_columns(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        row.iter().take(13).map(str::to_owned).collect()
    });
    let mut rows: Vec<Vec<String>> = rows.collect();
    rows.sort();
    rows
}

#[test]
fn no_cell_begins_like_a_formula() {
    let mut search = JobSearch::default();
    let day = When::Day(parse_day("2026-11-02").unwrap());
    let mut evil = Application::new(
        "a".to_owned(),
        "=cmd|' /C calc'!A0".to_owned(),
        "@SUM(1)".to_owned(),
        day,
    );
    evil.source = "\t=1".to_owned();
    evil.contacts.push(Contact {
        phone: "+49 30".to_owned(),
        ..Contact::named("-Dana")
    });
    search.put(evil);
    let text = exported(&search);
    let row = &read_columns(&text)[0];
    for cell in row {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{row:?}");
    }
    let back = imported(&text);
    let back = only(&back);
    assert_eq!(
        (back.company.as_str(), back.position.as_str()),
        ("=cmd|' /C calc'!A0", "@SUM(1)")
    );
    assert_eq!(back.contacts[0].phone, "+49 30");
}

#[test]
fn the_sample_comes_back_and_changes_nothing_where_it_came_from() {
    let search = demo(&clock());
    let text = exported(&search);
    assert_eq!(table(&text).origin, Origin::Afterword);
    let back = imported(&text);
    assert_eq!(read_columns(&exported(&back.search)), read_columns(&text));
    let again = into(&search, &text);
    assert_eq!(again.search, search, "{:#?}", again.report);
}

#[test]
fn the_history_goes_along_with_its_days() {
    let text = "Company,Position,Status,Date Applied\nAcme,Engineer,Applied,2026-11-02\n";
    let mut search = imported(text).search;
    let mut acme = search
        .applications
        .values()
        .next()
        .unwrap()
        .as_ref()
        .clone();
    let day = When::Day(parse_day("2026-11-20").unwrap());
    acme.history.push(Entry::new(
        day,
        Event::Closed {
            outcome: Outcome::NoResponse,
        },
    ));
    search.put(acme);
    assert!(exported(&search).contains("\"2026-11-02 Applied\n2026-11-20 Ended: no response\""));
}

fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z=+@',;\"|#]{0,3}[ßé東]{2}( [a-z\"=]{1,3})?"
}

fn application() -> impl Strategy<Value = Application> {
    let standing = prop_oneof![
        prop::sample::select(&StageMeaning::STANDARD[..]).prop_map(|meaning| (Some(meaning), None)),
        prop::sample::select(&Outcome::ALL[..]).prop_map(|outcome| (None, Some(outcome))),
    ];
    let details = prop::collection::vec(prop_oneof![Just(String::new()), words()], 5);
    let notes = prop::collection::vec("[b-m]{1,9}(\n[b-m=]{1,9})?", 0..3);
    (words(), words(), 0_i64..300, standing, details, notes).prop_map(
        |(company, position, days, (stage, outcome), details, notes)| {
            let day = crate::time::plus_days(clock().today(), -days);
            let mut application =
                Application::new(String::new(), company, position, When::Day(day));
            application.key = application.id.0.to_string();
            application.stage = stage
                .filter(|stage| *stage != StageMeaning::Applied)
                .map(StageMeaning::standard_id);
            application.url.clone_from(&details[0]);
            application.location.clone_from(&details[1]);
            application.source.clone_from(&details[2]);
            application.salary.clone_from(&details[3]);
            if !details[4].is_empty() {
                application
                    .contacts
                    .push(Contact::named(details[4].clone()));
            }
            for text in notes {
                application
                    .history
                    .push(Entry::new(When::Day(day), Event::Note { text }));
            }
            if let Some(outcome) = outcome {
                application
                    .history
                    .push(Entry::new(When::Day(day), Event::Closed { outcome }));
            }
            application
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn out_and_in_again_is_equal(applications in prop::collection::vec(application(), 1..6)) {
        let mut search = JobSearch::default();
        for (number, mut application) in applications.into_iter().enumerate() {
            application.company.push_str(&format!(" {number}"));
            search.put(application);
        }
        let text = exported(&search);
        let back = imported(&text);
        prop_assert_eq!(read_columns(&exported(&back.search)), read_columns(&text));
        prop_assert_eq!(into(&search, &text).search, search);
    }
}
