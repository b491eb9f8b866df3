//! The examples of `docs/FILE.md`, and files that earlier versions wrote.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use afterword::compose::TemplateFile;
use afterword::exchange::events::import;
use afterword::model::{Event, JobSearch, Policy};
use afterword::reading::{self, Written};
use afterword::reminders::Ledger;
use afterword::store::{Opened, Store, read_bytes, salvage_bytes};
use afterword::time::Zone;

fn examples() -> Vec<String> {
    let page = include_str!("../docs/FILE.md");
    page.split("```ron\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect()
}

fn open(path: &Path) -> Store {
    match Store::open(path).unwrap() {
        Opened::Loaded {
            store,
            notice: None,
        } => store,
        other => panic!("{other:?}"),
    }
}

fn read(text: &str) -> JobSearch {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    std::fs::write(&path, text).unwrap();
    open(&path).known().clone()
}

#[test]
fn the_examples_of_the_page_can_be_opened() {
    let searches: Vec<JobSearch> = examples().iter().map(|text| read(text)).collect();
    assert_eq!(searches.len(), 3);
    for search in &searches {
        assert_eq!(search.profile.name, "Kim Doe");
        assert!(search.find("acme-backend").is_some());
    }
    let acme = searches[2].find("acme-backend").unwrap();
    assert_eq!(acme.history.len(), 7);
    let letter = acme.history.iter().find_map(|entry| match &entry.event {
        Event::Sent(message) => Some(message.body.as_str()),
        _ => None,
    });
    assert_eq!(
        letter.unwrap(),
        "Dear Dana,\n\nthe part about \"draining\" stayed with me.\n"
    );
}

#[test]
fn a_letter_of_ones_own_is_read_with_its_template_and_what_was_sent_by_it() {
    let search = read(&examples()[1]);
    let [own] = search.scenarios.as_slice() else {
        panic!("{:?}", search.scenarios);
    };
    assert_eq!(own.scenario.name(), "own-portfolio");
    assert_eq!(search.label_of(own.scenario), "My portfolio");
    assert!(search.templates.contains_key("own-portfolio"));
    let acme = search.find("acme-backend").unwrap();
    let sent = acme.history.iter().any(|entry| match &entry.event {
        Event::Sent(message) => message.scenario == own.scenario,
        _ => false,
    });
    assert!(sent);
    // Events name it too; an import knows it without its template.
    let events = afterword::exchange::events::export(&search);
    let zone: Zone = "Europe/Berlin".parse().unwrap();
    let copy = import(&JobSearch::default(), &events, zone).unwrap().search;
    assert_eq!(afterword::exchange::events::export(&copy), events);
    assert!(events.contains("own-portfolio"), "{events}");
    assert_eq!(copy.label_of(own.scenario), "Portfolio");
}

#[test]
fn what_is_written_by_hand_is_the_same_after_a_save() {
    for example in examples() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.ron");
        std::fs::write(&path, &example).unwrap();
        let mut store = open(&path);
        let mut search = store.known().clone();
        search.profile.phone = "123".to_owned();
        store.save(&search).unwrap();
        assert_eq!(*open(&path).known(), search);
        let backup = &store.backups()[0].path;
        assert_eq!(std::fs::read_to_string(backup).unwrap(), example);
    }
}

/// Files as earlier versions wrote them. They must be readable for ever: never change one, add
/// others.
#[test]
fn files_of_earlier_versions_can_be_opened() {
    for golden in [
        include_str!("files/schema-1.ron"),
        include_str!("files/schema-1-with-checksum.ron"),
    ] {
        assert_eq!(read(golden), read(&examples()[2]));
    }
}

#[test]
fn one_change_is_a_small_difference() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    std::fs::write(&path, include_str!("files/schema-1-with-checksum.ron")).unwrap();
    let mut store = open(&path);
    let mut search = store.known().clone();
    let mut acme = (**search.find("acme-backend").unwrap()).clone();
    acme.location = "Berlin".to_owned();
    search.put(acme);
    store.save(&search).unwrap();

    let before: Vec<&str> = include_str!("files/schema-1-with-checksum.ron")
        .lines()
        .collect();
    let after = std::fs::read_to_string(&path).unwrap();
    let new: Vec<&str> = after
        .lines()
        .filter(|line| !before.contains(line))
        .collect();
    assert_eq!(new.len(), 3, "{new:?}");
    assert!(new[0].contains("generation: "));
    assert!(new[1].contains("location: \"Berlin\""));
    assert!(new[2].starts_with("// checksum: "));
}

/// What a fuzzer feeds.
type Reader = fn(&[u8]);

/// What the fuzzers begin with, and whatever they found.
#[test]
fn the_corpus_of_the_fuzzers_is_read_or_refused() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let readers: [(&str, Reader); 6] = [
        ("file", |bytes| drop(read_bytes(bytes))),
        ("salvage", |bytes| drop(salvage_bytes(bytes))),
        ("ledger", |bytes| drop(ron::de::from_bytes::<Ledger>(bytes))),
        ("events", |bytes| {
            let text = String::from_utf8_lossy(bytes);
            drop(import(&JobSearch::default(), &text, Zone::System));
        }),
        ("template", |bytes| {
            let text = String::from_utf8_lossy(bytes);
            if let Ok(file) = TemplateFile::parse(&text) {
                assert_eq!(TemplateFile::parse(&file.to_text()), Ok(file));
            }
        }),
        ("reply", |bytes| {
            let written = Written {
                on: None,
                today: "2026-11-23".parse().unwrap(),
            };
            let text = String::from_utf8_lossy(bytes);
            drop(reading::read(&text, written, &Policy::default()));
        }),
    ];
    for (reader, read) in readers {
        let mut count = 0;
        for entry in std::fs::read_dir(corpus.join(reader)).unwrap() {
            read(&std::fs::read(entry.unwrap().path()).unwrap());
            count += 1;
        }
        assert!(count > 0, "{reader}");
    }
}
