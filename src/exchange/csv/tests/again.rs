//! The same file again updates and never doubles.

use super::*;
use crate::model::{Entry, StageMeaning};
use crate::time::When;
use proptest::prelude::*;

const FILE: &str = "Company,Position,Status,Date Applied,URL,Location,Notes,Contact,Follow-up,Priority\n\
    Acme,Engineer,Applied,2026-11-02,https://acme.example/1,Berlin,first,Dana Wu,2026-12-01,high\n\
    Acme,Engineer,Applied,2026-11-02,https://acme.example/2,Berlin,second,,,\n\
    Globex,Engineer,Rejected,2026-05-01,,,,,,\n\
    Globex,Engineer,Interview,2026-11-01,,,,,,\n\
    Initech,Analyst,Bookmarked,,,,,,,\n";

#[test]
fn the_same_file_twice_changes_nothing() {
    let first = imported(FILE);
    assert_eq!(first.report.new, 5, "{:#?}", first.report);
    let again = into(&first.search, FILE);
    assert_eq!(
        (again.report.same, again.report.new, again.report.changed),
        (5, 0, 0)
    );
    assert_eq!(again.search, first.search);
}

#[test]
fn a_cell_that_changed_updates_its_application() {
    let first = imported(FILE);
    let edited = FILE
        .replace("Engineer,Interview,2026-11-01", "Engineer,Offer,2026-11-03")
        .replace(
            "https://acme.example/2,Berlin,second",
            "https://acme.example/2,Remote,\"second\nthen third\"",
        );
    let again = into(&first.search, &edited);
    assert_eq!(
        (again.report.same, again.report.new, again.report.changed),
        (3, 0, 2)
    );
    let changes: Vec<_> = again
        .report
        .lines
        .iter()
        .filter_map(|line| match &line.fate {
            Fate::Changed(what) => Some((line.row, what.join(", "))),
            _ => None,
        })
        .collect();
    assert_eq!(
        changes,
        [
            (3, "place, notes".to_owned()),
            (5, "day of application, stage".to_owned()),
        ]
    );
    let acme = all(&again)[1];
    assert_eq!(
        notes(acme),
        ["second\nthen third"],
        "the note says all the earlier one did"
    );
}

#[test]
fn what_has_come_further_here_stays() {
    let first =
        imported("Company,Position,Status,Date Applied\nAcme,Engineer,Applied,2026-11-02\n");
    let mut search = first.search.clone();
    let mut acme = only(&first).clone();
    let offer = StageMeaning::Offer.standard_id();
    acme.history.push(Entry::new(
        When::Moment(clock().now),
        Event::Stage { to: offer },
    ));
    search.put(acme);
    let again = into(
        &search,
        "Company,Position,Status,Date Applied\nAcme,Engineer,Screening,2026-11-02\n",
    );
    assert_eq!(again.search, search);
    assert_eq!(
        remarks(&again.report),
        ["Row 2: it stays in Offer here, where the file says Interviewing"]
    );
}

#[test]
fn a_note_that_was_written_on_here_stays() {
    let first = imported(FILE);
    let mut search = first.search.clone();
    let mut acme = all(&first)[0].clone();
    for entry in &mut acme.history {
        if let Event::Note { text } = &mut entry.event {
            text.push_str(", and more");
        }
    }
    search.put(acme);
    assert_eq!(into(&search, FILE).search, search);
}

#[test]
fn a_row_that_repeats_another_is_left_out() {
    let imported = imported(
        "Company,Position,Date Applied\nAcme,Engineer,2026-11-02\nACME, engineer ,2026-11-02\n",
    );
    assert_eq!(imported.report.new, 1);
    assert_eq!(remarks(&imported.report), ["Row 3: it repeats row 2"]);
}

#[test]
fn applied_for_again_months_later_is_another_application() {
    let first = imported("Company,Position,Date Applied\nAcme,Engineer,2025-03-02\n");
    let second = into(
        &first.search,
        "Company,Position,Date Applied\nAcme,Engineer,2026-11-02\n",
    );
    assert_eq!(second.report.new, 1);
}

#[test]
fn an_application_typed_by_hand_is_found() {
    let mut search = JobSearch::default();
    let day = When::Day(parse_day("2026-11-01").unwrap());
    search.put(Application::new(
        "a".to_owned(),
        "Acme".to_owned(),
        "Engineer".to_owned(),
        day,
    ));
    let imported = into(
        &search,
        "Company,Position,Date Applied,URL\nacme,Engineer,2026-11-02,https://acme.example\n",
    );
    assert_eq!(imported.report.changed, 1);
    assert_eq!(only(&imported).url, "https://acme.example");
}

fn row() -> impl Strategy<Value = String> {
    let company = prop_oneof!["[AB]", Just(String::new()), "\\PC{0,6}"];
    let day = prop_oneof![
        Just(String::new()),
        Just("N/A".to_owned()),
        "2026-1[01]-0[1-3]",
        "[0-3][0-9]/1[3-9]/2026"
    ];
    let word = prop_oneof![
        "applied|offer|rejected|interview|saved|ghosted|other",
        Just(String::new())
    ];
    let link = prop_oneof![Just(String::new()), "https://x/[12]"];
    (company, "[xy]", word, day, link, "[a-c=+@' \"\n]{0,4}").prop_map(|(c, p, w, d, l, n)| {
        [c, p.clone(), w, d, l, n]
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
            .join(",")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whatever_the_rows_the_second_time_changes_nothing(rows in prop::collection::vec(row(), 1..12)) {
        let text = format!("Company,Position,Status,Date Applied,URL,Notes\n{}\n", rows.join("\n"));
        let Ok(first) = try_into(&JobSearch::default(), &text) else { return Ok(()) };
        let again = into(&first.search, &text);
        prop_assert_eq!(again.report.new, 0);
        prop_assert_eq!(again.search.applications.len(), first.search.applications.len());
        let third = into(&again.search, &text);
        prop_assert_eq!(third.search, again.search);
    }
}
