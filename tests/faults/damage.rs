//! Files that are cut off, or in which bits have flipped.

use std::fs;

use afterword::model::{Entry, Event, JobSearch};
use afterword::store::{Opened, Store};

use crate::processes::random;
use crate::{Place, Row, application, day, is_thorough, open};

/// A file of some size, with a backup of the same.
fn well_kept() -> (Place, JobSearch, Vec<u8>) {
    let place = Place::new();
    let mut store = open(&place.file);
    let mut search = store.known().clone();
    for n in 0..4 {
        let mut one = application(&format!("Company {n}"));
        let text = "Said \"soon\".\nThen nothing.".to_owned();
        one.history.push(Entry::new(day(), Event::Note { text }));
        search.put(one);
    }
    store.save(&search).unwrap();
    store.back_up_next();
    search.profile.name = "Kim".to_owned();
    store.save(&search).unwrap();
    let bytes = fs::read(&place.file).unwrap();
    (place, search, bytes)
}

/// Opens a file that may be damaged: never less without a word, and always a way back.
fn look_at_damaged(row: &mut Row, place: &Place, whole: &JobSearch) {
    row.tried += 1;
    match Store::open(&place.file).unwrap() {
        Opened::Loaded {
            store,
            notice: None,
        } => {
            assert_eq!(store.known(), whole, "{}", row.fault);
            row.saved += 1;
        }
        Opened::Loaded { .. } | Opened::Newer(_) => row.told += 1,
        Opened::Damaged(damage) => {
            let backup = damage.newest_readable().unwrap().read().unwrap();
            assert_eq!(backup.applications, whole.applications);
            row.told += 1;
        }
        Opened::New(_) => panic!("{}: taken for a new one", row.fault),
    }
}

pub(crate) fn truncations() -> Row {
    let (place, whole, bytes) = well_kept();
    let step = if is_thorough() { 1 } else { 7 };
    let mut row = Row::of(format!("cut off after byte 0, {step}, {}, …", 2 * step));
    for end in (0..bytes.len()).step_by(step) {
        fs::write(&place.file, &bytes[..end]).unwrap();
        look_at_damaged(&mut row, &place, &whole);
    }
    row
}

pub(crate) fn bit_flips() -> Row {
    let (place, whole, bytes) = well_kept();
    let mut row = Row::of("a bit flipped, at random");
    let mut seed = 7_u64;
    for _ in 0..if is_thorough() { 10_000 } else { 500 } {
        let bit = usize::try_from(random(&mut seed)).unwrap() % (bytes.len() * 8);
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        fs::write(&place.file, &flipped).unwrap();
        look_at_damaged(&mut row, &place, &whole);
    }
    row
}
