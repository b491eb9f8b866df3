use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::prelude::*;

use super::{EventError, Imported, export, import};
use crate::model::{
    Application, Channel, Contact, Entry, Event, Format, Interview, JobSearch, Message, Outcome,
    Prefers, Reply, ReplyKind, Scenario, Stage, StageId, StageMeaning, Unknown,
};
use crate::time::{When, Zone, plus_days};

const ACME: &str = r#"{"application":"acme","event":"applied","at":"2026-11-02","company":"Acme","position":"Backend engineer"}"#;

fn berlin() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

fn try_lines(search: &JobSearch, lines: &[&str]) -> Result<Imported, EventError> {
    import(search, &lines.join("\n"), berlin())
}

fn lines(lines: &[&str]) -> Imported {
    try_lines(&JobSearch::default(), lines).unwrap()
}

fn acme(imported: &Imported) -> &Application {
    imported.search.find("acme").unwrap()
}

fn complaint(line: &str) -> String {
    try_lines(&JobSearch::default(), &[ACME, "", line])
        .unwrap_err()
        .to_string()
}

fn event(name: &str, rest: &str) -> String {
    format!(r#"{{"application":"acme","event":"{name}","at":"2026-11-20T14:00",{rest}}}"#)
}

#[test]
fn a_local_time_gets_its_offset_and_a_skipped_one_moves() {
    let imported = lines(&[
        ACME,
        r#"{"application":"acme","event":"interview","at":"2026-11-20T14:00","minutes":45,"format":"video","with":["Dana Wu"],"round":2}"#,
        r#"{"application":"acme","event":"interview","at":"2027-03-28T02:30","minutes":45,"format":"on-site","with":[]}"#,
    ]);
    let starts: Vec<_> = acme(&imported)
        .history
        .iter()
        .map(|entry| entry.at.to_string())
        .collect();
    assert_eq!(
        starts,
        ["2026-11-20T14:00:00+01:00", "2027-03-28T03:00:00+02:00"]
    );
    let Event::Interview(interview) = &acme(&imported).history[0].event else {
        panic!("an interview");
    };
    assert_eq!(interview.round.as_deref(), Some("2"));
}

#[test]
fn what_is_said_again_in_other_words_adds_nothing() {
    let first = lines(&[
        ACME,
        &event(
            "interview",
            r#""minutes":45,"format":"video","with":["Dana Wu"],"x":{"a":1,"b":2}"#,
        ),
        &event("sent", r#""scenario":"thank-you","to":["Dana Wu"]"#),
        &event("contact", r#""name":"Dana Wu","role":"Lead""#),
    ]);
    assert_eq!((first.added, first.already_there), (4, 0));
    let again = try_lines(
        &first.search,
        &[
            "\u{feff}",
            ACME,
            r#"{"event":"interview","application":"acme","at":"2026-11-20T13:00:00Z","with":["dana  WU"],"format":"video","minutes":45,"round":null,"x":{ "b":2, "a":1 }}"#,
            r#"{"event":"sent","application":"acme","at":"2026-11-20 14:00","to":["DANA WU"],"scenario":"thank-you","channel":"email","subject":"","body":""}"#,
            &event("contact", r#""name":"dana wu","manager":false"#),
        ],
    )
    .unwrap();
    assert_eq!((again.added, again.already_there), (0, 4));
    assert_eq!(again.search, first.search);
    assert!(again.applications.is_empty());
}

#[test]
fn other_unknown_fields_make_another_line() {
    let imported = lines(&[
        ACME,
        &event("note", r#""text":"a","mood":1"#),
        &event("note", r#""text":"a","mood":2"#),
        &event("note", r#""text":"a","mood":2"#),
    ]);
    assert_eq!(acme(&imported).history.len(), 2);
    assert!(export(&imported.search).contains(r#""text":"a","mood":2"#));
}

#[test]
fn unknown_fields_are_kept_to_the_letter() {
    let odd = r#""n":123456789012345678901234567890,"f":1.0,"o":{"z":1,"a":[null,"é"]}"#;
    let imported = lines(&[ACME, &event("note", &format!(r#""text":"a",{odd}"#))]);
    let text = export(&imported.search);
    assert!(text.contains("123456789012345678901234567890"), "{text}");
    assert!(text.contains(r#""o":{"z":1,"a":[null,"é"]}"#), "{text}");
}

#[test]
fn a_later_applied_updates_details_and_only_those_it_gives() {
    let imported = lines(&[
        &ACME.replace('}', r#","url":"https://acme.example","salary":"60k"}"#),
        &ACME.replace('}', r#","salary":"70k","location":"Łódź"}"#),
    ]);
    let application = acme(&imported);
    assert_eq!(application.url, "https://acme.example");
    assert_eq!(application.salary, "70k");
    assert_eq!(application.location, "Łódź");
    assert_eq!(imported.search.applications.len(), 1);
}

#[test]
fn the_same_import_twice_adds_nothing_even_where_details_changed_on_the_way() {
    let text = [
        &ACME.replace('}', r#","salary":"60k","stage":"wishlist"}"#),
        &ACME
            .replace("11-02", "11-05")
            .replace('}', r#","salary":"70k"}"#),
        &event("contact", r#""name":"Dana Wu","role":"Lead""#),
        &event("contact", r#""name":"Dana Wu","role":"Head""#),
    ];
    let text: Vec<&str> = text.iter().map(|line| line.as_str()).collect();
    let first = lines(&text);
    assert_eq!(acme(&first).stage, None, "applied for by now");
    let again = try_lines(&first.search, &text).unwrap();
    assert_eq!((again.added, again.already_there), (0, 4));
    assert_eq!(again.search, first.search);
}

#[test]
fn stages_are_found_by_any_of_their_names_or_made() {
    let mut search = JobSearch::default();
    search.stages[3].name = "Ball with them".to_owned();
    let imported = try_lines(
        &search,
        &[
            ACME,
            &event("stage", r#""to":"WAITING""#),
            &event("stage", r#""to":"ball with them""#),
            &event("stage", r#""to":"Take-home""#),
            &event("stage", r#""to":"take-home""#),
        ],
    )
    .unwrap();
    let own = &imported.search.stages[5];
    assert_eq!(
        (own.name.as_str(), own.meaning),
        ("Take-home", StageMeaning::Own)
    );
    assert_eq!(imported.search.stages[6].meaning, StageMeaning::Closed);
    assert_eq!(acme(&imported).history.len(), 2);
    assert!(export(&imported.search).contains(r#""to":"Waiting""#));
}

#[test]
fn a_complaint_names_line_field_and_what_was_expected() {
    for (line, parts) in [
        ("{", vec!["line 3", "no JSON object"]),
        ("[1]", vec!["line 3", "no JSON object"]),
        (
            r#"{"event":"note"}"#,
            vec!["line 3", "application", "not empty"],
        ),
        (
            r#"{"application":"acme"}"#,
            vec!["line 3", "event", "call-invited"],
        ),
        (
            r#"{"application":"acme","event":"party","at":"2026-11-20"}"#,
            vec!["line 3", "event", "call-invited", "party"],
        ),
        (
            r#"{"application":"nobody","event":"note","at":"2026-11-20","text":""}"#,
            vec!["line 3", "application", "applied", "nobody"],
        ),
        (
            r#"{"application":"acme","event":"note","text":""}"#,
            vec!["“at”", "calendar"],
        ),
        (
            r#"{"application":"acme","event":"note","at":"2026-11-31","text":""}"#,
            vec!["“at”", "calendar", "2026-11-31"],
        ),
        (
            r#"{"application":"acme","event":"interview","at":"2026-11-20","minutes":1,"format":"video","with":[]}"#,
            vec!["“at”", "hour"],
        ),
        (
            &event("interview", r#""minutes":0,"format":"video","with":[]"#),
            vec!["minutes", "from 1"],
        ),
        (
            &event("interview", r#""minutes":"45","format":"video","with":[]"#),
            vec!["minutes", "45"],
        ),
        (
            &event("interview", r#""minutes":4,"format":"pub","with":[]"#),
            vec!["format", "on-site"],
        ),
        (
            &event("interview", r#""minutes":4,"format":"video","with":"Dana""#),
            vec!["with", "list"],
        ),
        (
            &event("interview", r#""minutes":4,"format":"video","with":[""]"#),
            vec!["with", "list"],
        ),
        (
            &event("sent", r#""scenario":"hug","to":[]"#),
            vec!["scenario", "thank-you"],
        ),
        (
            &event("sent", r#""scenario":"value""#),
            vec!["“to”", "list"],
        ),
        (
            &event("reply", r#""kind":"maybe""#),
            vec!["kind", "rejection"],
        ),
        (
            &event("reply", r#""kind":"offer","day":"2026-02-30""#),
            vec!["day", "2026-02-30"],
        ),
        (
            &event("closed", r#""outcome":"won""#),
            vec!["outcome", "no-response"],
        ),
        (&event("pinned", r#""x":1"#), vec!["until", "null"]),
        (&event("stage", r#""to":"""#), vec!["“to”", "stage"]),
        (
            &event("contact", r#""name":"  ""#),
            vec!["name", "not empty"],
        ),
        (
            &event("contact", r#""name":"D","manager":"yes""#),
            vec!["manager", "true or false"],
        ),
        (
            &ACME.replace(r#""Acme""#, r#""""#),
            vec!["company", "not empty"],
        ),
        (
            &ACME.replace("Acme", "Globex"),
            vec!["company", "Acme", "Globex"],
        ),
    ] {
        let complaint = complaint(line);
        for part in parts.iter().chain(["line 3"].iter()) {
            assert!(complaint.contains(part), "{line}\n{complaint}");
        }
    }
}

#[test]
fn a_very_long_name_is_kept() {
    let name = "é".repeat(10_000);
    let imported = lines(&[&ACME.replace("Acme", &name)]);
    assert_eq!(acme(&imported).company, name);
}

#[test]
fn new_applications_stand_at_the_end() {
    let imported = lines(&[ACME, &ACME.replace("acme", "b").replace("Acme", "B")]);
    let ranks: Vec<_> = imported
        .search
        .applications
        .values()
        .map(|a| a.rank)
        .collect();
    assert_eq!(ranks, [1.0, 2.0]);
}

#[test]
fn two_equal_entries_stay_two() {
    let mut search = lines(&[ACME, &event("note", r#""text":"a""#)]).search;
    let mut application = search.find("acme").unwrap().as_ref().clone();
    let mut twin = application.history[0].clone();
    twin.id = crate::model::EntryId::fresh();
    application.history.push(twin);
    search.put(application);
    let text = export(&search);
    let copy = import(&JobSearch::default(), &text, berlin()).unwrap();
    assert_eq!(acme(&copy).history.len(), 2);
    assert_eq!(import(&copy.search, &text, berlin()).unwrap().added, 0);
}

// Any search at all.

fn day() -> impl Strategy<Value = NaiveDate> {
    (-20_000_i64..50_000).prop_map(|n| plus_days(NaiveDate::default(), n))
}

fn moment() -> impl Strategy<Value = When> {
    (-1_000_000_000_i64..4_000_000_000, -47_i32..48).prop_map(|(seconds, quarters)| {
        let offset = FixedOffset::east_opt(quarters * 900).unwrap();
        When::Moment(
            DateTime::from_timestamp(seconds, 0)
                .unwrap()
                .with_timezone(&offset),
        )
    })
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![day().prop_map(When::Day), moment()]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        any::<String>(),
        "[a-z\"\\\\\n\r\t ]{0,9}"
    ]
}

/// Few names, so that some are equal but for their capitals.
fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[abA] ?[bB]", "\\PC*x"]
}

fn unknown() -> impl Strategy<Value = Unknown> {
    let value = prop_oneof![
        Just("null".to_owned()),
        Just("[1, {\"b\":2}]".to_owned()),
        any::<i64>().prop_map(|n| n.to_string()),
        text().prop_map(|text| serde_json::Value::from(text).to_string()),
    ];
    prop::collection::btree_map("x-[a-c\"]", value, 0..3)
}

fn choice<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn stage() -> impl Strategy<Value = StageId> {
    prop_oneof![
        choice(&StageMeaning::STANDARD).prop_map(StageMeaning::standard_id),
        Just(StageId("Take-home".to_owned())),
    ]
}

fn a_message() -> impl Strategy<Value = Message> {
    (
        choice(Scenario::ALL),
        prop::collection::vec(name(), 0..3),
        prop::option::of(choice(&Channel::ALL)),
        text(),
        text(),
        prop::option::of(day()),
    )
        .prop_map(|(scenario, to, channel, subject, body, day)| Message {
            scenario,
            to,
            channel,
            subject,
            body,
            day,
        })
}

fn a_reply() -> impl Strategy<Value = Reply> {
    (
        choice(&ReplyKind::ALL),
        prop::option::of(day()),
        prop::option::of(name()),
        text(),
    )
        .prop_map(|(kind, day, from, text)| Reply {
            kind,
            day,
            from,
            text,
        })
}

fn an_interview() -> impl Strategy<Value = Event> {
    (
        1_u32..,
        choice(&Format::ALL),
        prop::collection::vec(name(), 0..3),
        prop::option::of(name()),
    )
        .prop_map(|(minutes, format, with, round)| {
            Event::Interview(Interview {
                minutes,
                format,
                with,
                round,
            })
        })
}

fn entry() -> impl Strategy<Value = Entry> {
    let with_day = prop_oneof![
        day().prop_map(|day| Event::Promise { day }),
        day().prop_map(|day| Event::CallInvited { day }),
    ];
    let anything_else = prop_oneof![
        moment().prop_map(|interview| Event::Cancelled { interview }),
        (name(), text(), prop::option::of(name())).prop_map(|(key, value, with)| Event::Fact {
            key,
            value,
            with
        }),
        with_day,
        a_message().prop_map(Event::Sent),
        prop::option::of(when()).prop_map(|until| Event::Pinned { until }),
        a_reply().prop_map(Event::Reply),
        stage().prop_map(|to| Event::Stage { to }),
        choice(&Outcome::ALL).prop_map(|outcome| Event::Closed { outcome }),
        text().prop_map(|text| Event::Note { text }),
    ];
    let placed = prop_oneof![
        1 => (moment(), an_interview()),
        5 => (when(), anything_else),
    ];
    (placed, unknown()).prop_map(|((at, event), unknown)| {
        let mut entry = Entry::new(at, event);
        entry.unknown = unknown;
        entry
    })
}

fn contact() -> impl Strategy<Value = Contact> {
    let words = (text(), text(), text(), text(), text());
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let prefers = prop::option::of(choice(&Prefers::ALL));
    (name(), words, flags, prefers, when(), unknown()).prop_map(
        |(name, words, flags, prefers, since, unknown)| Contact {
            name,
            role: words.0,
            email: words.1,
            phone: words.2,
            linkedin: words.3,
            called: words.4,
            prefers,
            manager: flags.0,
            agency: flags.1,
            arranged: flags.2,
            withheld: flags.3,
            since: Some(since),
            unknown,
        },
    )
}

fn application() -> impl Strategy<Value = Application> {
    let names = (name(), name(), name());
    let tags = prop::collection::vec(name(), 0..3);
    let words = (text(), text(), text(), text(), tags);
    (
        names,
        words,
        when(),
        prop::option::of(stage()),
        prop::collection::vec(contact(), 0..4),
        prop::collection::vec(entry(), 0..8),
        unknown(),
    )
        .prop_map(
            |(names, words, applied, stage, contacts, history, unknown)| {
                let mut application = Application::new(names.0, names.1, names.2, applied);
                application.url = words.0;
                application.location = words.1;
                application.source = words.2;
                application.salary = words.3;
                application.tags = words.4;
                application.stage = stage;
                for contact in contacts {
                    if application.contact(&contact.name).is_none() {
                        application.contacts.push(contact);
                    }
                }
                application.history = history;
                // Equal entries must survive too.
                if let Some(first) = application.history.first().cloned() {
                    application.history.push(first);
                }
                application.unknown = unknown;
                application
            },
        )
}

fn search() -> impl Strategy<Value = JobSearch> {
    prop::collection::vec(application(), 0..4).prop_map(|applications| {
        let mut search = JobSearch::default();
        let take_home = StageId("Take-home".to_owned());
        search
            .stages
            .push(Stage::new(take_home, "Take-home", StageMeaning::Own));
        for application in applications {
            if search.find(&application.key).is_none() {
                search.put(application);
            }
        }
        search
    })
}

/// What an export is to keep: everything but ids and the place by hand.
fn kept(search: &JobSearch) -> BTreeMap<String, Application> {
    let bare = uuid::Uuid::nil();
    search
        .applications
        .values()
        .map(|application| {
            let mut application = application.as_ref().clone();
            application.id = crate::model::ApplicationId(bare);
            application.rank = 0.0;
            for entry in &mut application.history {
                entry.id = crate::model::EntryId(bare);
            }
            (application.key.clone(), application)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn an_export_imported_gives_the_same_applications(search in search()) {
        let text = export(&search);
        let copy = import(&JobSearch::default(), &text, berlin()).unwrap();
        prop_assert_eq!(kept(&copy.search), kept(&search));
        prop_assert_eq!(export(&copy.search), text.clone());
        let again = import(&copy.search, &text, berlin()).unwrap();
        prop_assert_eq!(again.added, 0);
        prop_assert_eq!(again.search, copy.search);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), rest in any::<String>()) {
        let _ = import(&JobSearch::default(), &text, berlin());
        let _ = try_lines(&JobSearch::default(), &[ACME, &format!(r#"{{"application":"acme",{rest}"#)]);
    }
}
