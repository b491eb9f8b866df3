//! Every fault, and what the file is after it: the old state or the new one, never a third; and
//! what was said to be saved is there.
//!
//! `cargo test --test faults -- --nocapture` prints the table of faults and outcomes. With
//! `AFTERWORD_THOROUGH=1` it tries as often as before a release. What needs `strace` or a mount is
//! left out, and said so, where the system does not allow it.
//!
//! - `operations`: of the disk, that fail; `calls`: of the system, that fail or kill
//! - `mounts`: disks that are full, or only for reading; `damage`: files that are cut off or flipped
//! - `hostile`: files made to do harm; `planted`: what stands where a file should
//! - `processes`: several programs at once; `programs`: how they are started
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod calls;
mod damage;
mod hostile;
mod mounts;
mod operations;
mod planted;
mod processes;
mod programs;

use std::fmt;
use std::path::{Path, PathBuf};

use afterword::model::{Application, JobSearch};
use afterword::store::{Opened, Store};
use afterword::time::When;

fn is_thorough() -> bool {
    std::env::var_os("AFTERWORD_THOROUGH").is_some()
}

/// How often what came of a fault.
#[derive(Default)]
struct Row {
    fault: String,
    tried: usize,
    /// Said to be saved, and the new state is there.
    saved: usize,
    /// Said not to be saved, or said nothing: the old state is there.
    old: usize,
    /// Said not to be saved, or said nothing, though the new state is there.
    new: usize,
    /// Said when the file is opened; what it held is found beside it.
    told: usize,
    /// Why it was not tried.
    left_out: Option<&'static str>,
}

impl Row {
    fn of(fault: impl Into<String>) -> Self {
        Self {
            fault: fault.into(),
            ..Self::default()
        }
    }

    fn left_out(fault: impl Into<String>, why: &'static str) -> Self {
        Self {
            left_out: Some(why),
            ..Self::of(fault)
        }
    }

    /// Counts what came of another one to this.
    fn add(&mut self, other: &Self) {
        self.tried += other.tried;
        self.saved += other.saved;
        self.old += other.old;
        self.new += other.new;
        self.told += other.told;
    }

    /// Looks what is there after a fault.
    #[track_caller]
    fn look(&mut self, place: &Place, said_saved: bool) {
        self.tried += 1;
        let found = open(&place.file);
        match (said_saved, companies(found.known()).as_slice()) {
            (true, ["Old", "New"]) => self.saved += 1,
            (false, ["Old"]) => self.old += 1,
            (false, ["Old", "New"]) => self.new += 1,
            (said, found) => panic!("{}: {found:?}, said to be saved: {said}", self.fault),
        }
        assert!(found.backups().iter().all(|backup| backup.read().is_ok()));
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<52}", self.fault)?;
        if let Some(why) = self.left_out {
            return write!(f, " left out: {why}");
        }
        write!(
            f,
            "{:>7}{:>7}{:>7}{:>7}{:>7}",
            self.tried, self.saved, self.old, self.new, self.told
        )
    }
}

/// A file with the old state, in a folder of its own.
struct Place {
    _folder: tempfile::TempDir,
    file: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("afterword.ron");
        open(&file).save(&old()).unwrap();
        Self {
            _folder: folder,
            file,
        }
    }
}

fn open(file: &Path) -> Store {
    match Store::open(file).unwrap() {
        Opened::Loaded { store, .. } | Opened::New(store) => store,
        other => panic!("{other:?}"),
    }
}

fn companies(search: &JobSearch) -> Vec<&str> {
    let all = search.applications.values();
    all.map(|one| one.company.as_str()).collect()
}

fn day() -> When {
    When::Day("2026-11-20".parse().unwrap())
}

fn application(company: &str) -> Application {
    Application::new(
        company.to_lowercase(),
        company.to_owned(),
        "Engineer".to_owned(),
        day(),
    )
}

fn old() -> JobSearch {
    let mut search = JobSearch::default();
    search.put(application("Old"));
    search
}

#[test]
fn every_fault_leaves_the_old_state_or_the_new_one() {
    if programs::is_one() {
        return;
    }
    let mut rows = operations::failing();
    rows.push(operations::without_locks());
    rows.extend(calls::killed());
    rows.extend(calls::failing());
    rows.extend(mounts::all());
    rows.push(damage::truncations());
    rows.push(damage::bit_flips());
    rows.extend(hostile::all());
    rows.extend([2, 4].map(processes::several));
    println!(
        "\n{:<52}{:>7}{:>7}{:>7}{:>7}{:>7}",
        "fault", "tried", "saved", "old", "new", "told"
    );
    for row in rows {
        println!("{row}");
    }
}
