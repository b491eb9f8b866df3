//! Several programs that work on one file at once.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use afterword::model::{Entry, Event};

use crate::programs::program;
use crate::{Place, Row, application, day, is_thorough, open};

/// Programs that each note on cards at random: every note is there in the end.
pub(crate) fn several(number: usize) -> Row {
    let edits = if is_thorough() { 500 } else { 40 };
    let place = Place::new();
    let mut store = open(&place.file);
    let mut search = store.known().clone();
    for n in 0..20 {
        search.put(application(&format!("Company {n}")));
    }
    store.save(&search).unwrap();
    let programs: Vec<_> = (0..number)
        .map(|seed| {
            let task = format!("edit|{}|{seed}|{edits}", place.file.display());
            program(&task).stdout(Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut one in programs {
        assert!(one.wait().unwrap().success());
    }
    let found = open(&place.file);
    let notes: usize = found
        .known()
        .applications
        .values()
        .map(|one| one.history.len())
        .sum();
    assert_eq!(notes, number * edits, "every note of every program");
    assert_eq!(found.known().applications.len(), 21, "no card twice");
    Row {
        tried: number * edits,
        saved: notes,
        ..Row::of(format!("{number} programs that edit at random at once"))
    }
}

/// Not a test of its own: notes on cards at random.
pub(crate) fn edit(file: &Path, seed: &str, edits: &str) {
    let mut store = open(file);
    let mut state: u64 = seed.parse::<u64>().unwrap() + 1;
    for n in 0..edits.parse().unwrap() {
        let mut search = store.known().clone();
        let count = u64::try_from(search.applications.len()).unwrap();
        let place = usize::try_from(random(&mut state) % count).unwrap();
        let one = search.applications.values_mut().nth(place).unwrap();
        let text = format!("note {n} of {seed}");
        Arc::make_mut(one)
            .history
            .push(Entry::new(day(), Event::Note { text }));
        store.save(&search).unwrap();
    }
}

pub(crate) fn random(seed: &mut u64) -> u64 {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}
