//! Saving and loading a large search: 10,000 applications with 3 interviews and 5 messages each,
//! each next to what it is measured against, in turns: `serde_json` on the same data, or plainly
//! writing and syncing the same bytes. What matters is the ratio of the two.
//!
//! `cargo bench --bench saving` prints them with their limits, and fails where one is passed.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::fmt;
use std::fs::File;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use afterword::model::{
    Application, Entry, Event, Format, Interview, JobSearch, Message, Scenario,
};
use afterword::store::{Opened, Store};
use afterword::time::{When, Zone, plus_days};
use chrono::{NaiveDate, NaiveTime};

const MANY: usize = 10_000;
const FEW: usize = 500;

/// How often each of two is measured, in turns.
const ROUNDS: usize = 9;

/// Set for the program whose memory is measured: the file it loads.
const FILE: &str = "AFTERWORD_BENCH_LOADS";

fn main() -> ExitCode {
    if let Some(file) = std::env::var_os(FILE) {
        tell_memory(Path::new(&file));
        return ExitCode::SUCCESS;
    }
    println!(
        "{:<42} {:^23}  / the same of the other",
        "", "ms: min, median, max"
    );
    let fits = [
        loading(),
        saving_all(),
        saving_one(),
        saving_a_few(),
        memory(),
    ];
    ExitCode::from(u8::from(fits.contains(&false)))
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// The shortest, the one in the middle, and the longest.
struct Times {
    min: Duration,
    median: Duration,
    max: Duration,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let at = |place: usize| times.get(place).copied().unwrap_or_default();
        Self {
            min: at(0),
            median: at(times.len() / 2),
            max: at(times.len() - 1),
        }
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [min, median, max] =
            [self.min, self.median, self.max].map(|time| time.as_secs_f64() * 1000.0);
        write!(f, "{min:>7.1} {median:>7.1} {max:>7.1}")
    }
}

/// Measures both in turns; prints the ratio, and says whether it is within its limit.
fn ratio<A, B>(
    what: &str,
    limit: f64,
    mut ours: impl FnMut() -> A,
    mut floor: impl FnMut() -> B,
) -> bool {
    let (mut our_times, mut floor_times) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        our_times.push(time(&mut ours));
        floor_times.push(time(&mut floor));
    }
    let (ours, floor) = (Times::of(our_times), Times::of(floor_times));
    let ratio = ours.median.as_secs_f64() / floor.median.as_secs_f64();
    println!("{what:<42} {ours}  / {floor}  = {ratio:>5.2}  (at most {limit})");
    ratio <= limit
}

fn loading() -> bool {
    let folder = tempfile::tempdir().unwrap();
    let search = &mut search(MANY);
    let path = store_of(&folder, search).places().file().to_owned();
    let json = serde_json::to_string_pretty(search).unwrap();
    ratio(
        "load 10,000, to reading JSON",
        4.0,
        || open(&path),
        || serde_json::from_str::<JobSearch>(&json).unwrap(),
    )
}

fn saving_all() -> bool {
    let folder = tempfile::tempdir().unwrap();
    let search = search(MANY);
    let mut files = 0;
    ratio(
        "save all of 10,000, to writing JSON",
        8.0,
        || {
            files += 1;
            let path = folder.path().join(format!("{files}.ron"));
            Store::save_copy(&path, &search).unwrap();
        },
        || serde_json::to_string_pretty(&search).unwrap(),
    )
}

fn saving_one() -> bool {
    let folder = tempfile::tempdir().unwrap();
    let mut search = search(MANY);
    let mut store = store_of(&folder, &mut search);
    let bytes = std::fs::read(store.places().file()).unwrap();
    let plain = folder.path().join("plain");
    ratio(
        "save one of 10,000, to write and sync",
        2.5,
        || {
            change_one(&mut search);
            store.save(&search).unwrap()
        },
        || write_and_sync(&plain, &bytes),
    )
}

fn write_and_sync(path: &Path, bytes: &[u8]) {
    let mut file = File::create(path).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
}

fn saving_a_few() -> bool {
    const LIMIT: Duration = Duration::from_millis(50);
    let folder = tempfile::tempdir().unwrap();
    let mut search = search(FEW);
    let mut store = store_of(&folder, &mut search);
    let times = (0..ROUNDS).map(|_| {
        change_one(&mut search);
        time(|| store.save(&search).unwrap())
    });
    let times = Times::of(times.collect());
    println!("{:<42} {times}  (at most {LIMIT:?})", "save one of 500");
    times.median <= LIMIT
}

/// Loads and saves in a program of its own, which says how much memory it took.
fn memory() -> bool {
    const LIMIT: f64 = 2.5;
    if !cfg!(target_os = "linux") {
        return true;
    }
    let folder = tempfile::tempdir().unwrap();
    let store = store_of(&folder, &mut search(MANY));
    let told = Command::new(std::env::current_exe().unwrap())
        .env(FILE, store.places().file())
        .output()
        .unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let numbers: Vec<f64> = told
        .split_whitespace()
        .map(|n| n.parse().unwrap())
        .collect();
    let [loaded, peak] = numbers.try_into().unwrap();
    let ratio = peak / loaded;
    println!(
        "{:<42} {:>7.0} MB / {:>7.0} MB = {ratio:>5.2}  (at most {LIMIT})",
        "peak of load and save, to what is loaded",
        peak / 1000.0,
        loaded / 1000.0,
    );
    ratio <= LIMIT
}

fn tell_memory(path: &Path) {
    let before = kilobytes("VmRSS:");
    let mut store = open(path);
    let loaded = kilobytes("VmRSS:") - before;
    let mut search = store.known().clone();
    change_one(&mut search);
    store.save(&search).unwrap();
    println!("{loaded} {}", kilobytes("VmHWM:") - before);
}

fn kilobytes(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap()
}

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
