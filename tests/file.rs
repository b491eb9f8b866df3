//! The examples of `docs/FILE.md`, and files that earlier versions wrote.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use afterword::model::{Event, JobSearch};
use afterword::store::{Opened, Store};

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
    assert_eq!(searches.len(), 2);
    for search in &searches {
        assert_eq!(search.profile.name, "Kim Doe");
        assert!(search.find("acme-backend").is_some());
    }
    let acme = searches[1].find("acme-backend").unwrap();
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

/// A file as version 0.1 writes it. It must be readable for ever: never change it, add others.
#[test]
fn files_of_earlier_versions_can_be_opened() {
    let search = read(include_str!("files/schema-1.ron"));
    assert_eq!(search, read(&examples()[1]));
}
