//! A program that is killed while it saves: what it said was saved is there afterwards.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use afterword::store::{Opened, Store};

/// Set for the program that is to be killed: the file it saves to.
const FILE: &str = "AFTERWORD_TEST_SAVES_TO";

/// How often it is killed: with `AFTERWORD_THOROUGH=1` as before a release.
fn kills() -> u64 {
    match std::env::var_os("AFTERWORD_THOROUGH") {
        Some(_) => 1000,
        None => 60,
    }
}

fn open(path: &Path) -> Store {
    match Store::open(path).unwrap() {
        Opened::Loaded { store, .. } | Opened::New(store) => store,
        other => panic!("{other:?}"),
    }
}

fn number(store: &Store) -> u64 {
    store.known().profile.phone.parse().unwrap_or(0)
}

/// Not a test of its own: counts up, and prints each number once it is saved.
#[test]
fn saves_and_says_so_until_it_is_killed() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let mut store = open(Path::new(&path));
    for number in number(&store) + 1.. {
        let mut search = store.known().clone();
        search.profile.phone = number.to_string();
        search.profile.signature = vec!["filling ".repeat(1000); 10];
        store.save(&search).unwrap();
        println!("\nsaved {number}");
    }
}

fn saved(line: &str) -> Option<u64> {
    line.strip_prefix("saved ")?.parse().ok()
}

#[test]
fn what_was_said_to_be_saved_survives_a_kill_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    drop(open(&path).save(&afterword::model::JobSearch::default()));
    let load = Load::begin(folder.path());
    let mut last = 0;
    for kill in 0..kills() {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "saves_and_says_so_until_it_is_killed",
                "--nocapture",
            ])
            .env(FILE, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // It is at work once it has said so; then any moment will do.
        let first = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| saved(&line));
        std::thread::sleep(Duration::from_micros(kill * 7919 % 9000));
        child.kill().unwrap();
        child.wait().unwrap();
        let said = lines
            .map_while(Result::ok)
            .filter_map(|line| saved(&line))
            .last()
            .or(first)
            .unwrap();
        let store = open(&path);
        assert!(said > last, "it went on where it was killed");
        assert!(number(&store) >= said, "{} after {said}", number(&store));
        assert!(store.backups().iter().all(|backup| backup.read().is_ok()));
        last = number(&store);
    }
    drop(load);
    println!(
        "\nkilled at random under load {} times, {last} saves, 0 acknowledged edits lost",
        kills()
    );
}

/// A busy machine: a processor that computes, and a disk that syncs. It ends when it is dropped.
struct Load {
    goes_on: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Load {
    fn begin(folder: &Path) -> Self {
        let goes_on = Arc::new(AtomicBool::new(true));
        let (computing, writing) = (Arc::clone(&goes_on), Arc::clone(&goes_on));
        let noise = folder.join("noise");
        let compute = move || {
            while computing.load(Ordering::Relaxed) {
                std::hint::spin_loop();
            }
        };
        let write = move || {
            while writing.load(Ordering::Relaxed) {
                let mut file = File::create(&noise).unwrap();
                file.write_all(&[7; 1 << 20]).unwrap();
                file.sync_all().unwrap();
            }
        };
        Self {
            goes_on,
            threads: vec![std::thread::spawn(compute), std::thread::spawn(write)],
        }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.goes_on.store(false, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            thread.join().unwrap();
        }
    }
}
