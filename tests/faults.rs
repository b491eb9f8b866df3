//! Every fault, and what the file is after it: the old state or the new one, never a third; and
//! what was said to be saved is there.
//!
//! `cargo test --test faults -- --nocapture` prints the table of faults and outcomes. With
//! `AFTERWORD_THOROUGH=1` it tries as often as before a release. What needs `strace` or a mount is
//! left out, and said so, where the system does not allow it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex};

use afterword::model::{Application, Entry, Event, JobSearch};
use afterword::store::{Disk, Opened, RealDisk, Store};
use afterword::time::When;

/// Set for a program that works on a file for one of these tests: what it does.
const TASK: &str = "AFTERWORD_TEST_TASK";

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
    if std::env::var_os(TASK).is_some() {
        return;
    }
    let mut rows = failing_operations();
    rows.extend(killed_at_every_call());
    rows.extend(failing_calls());
    rows.extend(mounts());
    rows.push(truncations());
    rows.push(bit_flips());
    rows.extend([2, 4].map(processes));
    println!(
        "\n{:<52}{:>7}{:>7}{:>7}{:>7}{:>7}",
        "fault", "tried", "saved", "old", "new", "told"
    );
    for row in rows {
        println!("{row}");
    }
}

// ---- Operations that fail within the program ----

/// A disk whose operations fail from one on, once or for ever.
#[derive(Default)]
struct Failing {
    /// Operations until the fault, whether it stays, and how many have failed.
    plan: Mutex<(usize, bool, usize)>,
    kind: Option<io::ErrorKind>,
}

impl Failing {
    fn step(&self) -> io::Result<()> {
        let mut plan = self.plan.lock().unwrap();
        let (left, stays, failed) = *plan;
        let fails = left == 0 && (stays || failed == 0);
        *plan = (left.saturating_sub(1), stays, failed + usize::from(fails));
        match self.kind {
            Some(kind) if fails => Err(kind.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for Failing {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.step().and_then(|()| RealDisk.read(path, limit))
    }
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        self.step().and_then(|()| RealDisk.holds(path, bytes))
    }
    fn create_new(&self, path: &Path) -> io::Result<fs::File> {
        self.step().and_then(|()| RealDisk.create_new(path))
    }
    fn write(&self, file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            // As a full disk does: a part is written.
            RealDisk.write(file, &bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        RealDisk.write(file, bytes)
    }
    fn sync(&self, file: &fs::File) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.sync(file))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.rename(from, to))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.sync_folder(folder))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove(path))
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.create_folder(folder))
    }
}

fn failing_operations() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, kind) in [
        ("no room", io::ErrorKind::StorageFull),
        ("not allowed", io::ErrorKind::PermissionDenied),
        ("not found", io::ErrorKind::NotFound),
        ("interrupted", io::ErrorKind::Interrupted),
        ("an error of the disk", io::ErrorKind::Other),
    ] {
        for stays in [false, true] {
            let often = if stays { "for ever" } else { "once" };
            rows.push(failing_operation(
                format!("{name}, {often}, at each operation"),
                kind,
                stays,
            ));
        }
    }
    rows
}

fn failing_operation(fault: String, kind: io::ErrorKind, stays: bool) -> Row {
    let mut row = Row::of(fault);
    for n in 0.. {
        let place = Place::new();
        let mut ours = open(&place.file).known().clone();
        ours.put(application("New"));
        let disk = Arc::new(Failing {
            // One operation opens the file.
            plan: Mutex::new((n + 1, stays, 0)),
            kind: Some(kind),
        });
        let shared: Arc<dyn Disk> = Arc::<Failing>::clone(&disk);
        let Ok(Opened::Loaded { mut store, .. }) = Store::open_on(shared, &place.file) else {
            panic!("it opens");
        };
        let saved = store.save(&ours).is_ok();
        row.look(&place, saved);
        let (_, _, failed) = *disk.plan.lock().unwrap();
        // The disk is well again.
        *disk.plan.lock().unwrap() = (usize::MAX, false, 0);
        store.save(&ours).unwrap();
        assert_eq!(companies(open(&place.file).known()), ["Old", "New"]);
        if failed == 0 {
            assert!(n > 12, "a save has more operations than {n}");
            return row;
        }
    }
    row
}

// ---- Programs that are killed, or whose calls fail ----

/// Not a test of its own: works on a file as one of the tests here asks for.
#[test]
fn a_program_at_work() {
    let Some(task) = std::env::var_os(TASK) else {
        return;
    };
    let task = task.into_string().unwrap();
    let mut words = task.split('|');
    match (words.next(), words.next().map(Path::new)) {
        (Some("save"), Some(file)) => {
            let mut store = open(file);
            let mut search = store.known().clone();
            search.put(application("New"));
            let saved = store.save(&search);
            println!("\n{}", if saved.is_ok() { "saved" } else { "refused" });
        }
        (Some("edit"), Some(file)) => edit(file, words.next().unwrap(), words.next().unwrap()),
        (Some("fill"), Some(file)) => fill(file),
        _ => panic!("no such task: {task}"),
    }
}

fn program(task: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    at_work(&mut command, task);
    command
}

/// The arguments that come after the program's own name.
fn at_work(command: &mut Command, task: &str) {
    command
        .args([
            "--exact",
            "a_program_at_work",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(TASK, task)
        .env("RUST_BACKTRACE", "0");
}

fn has_said(output: &Output, word: &str) -> bool {
    let said = String::from_utf8_lossy(&output.stdout);
    said.lines().any(|line| line == word)
}

/// `strace` with these arguments around a program that saves.
fn traced(inject: &str, place: &Place) -> Output {
    let mut strace = Command::new("strace");
    strace.args([
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        "trace=all",
        "-e",
        inject,
    ]);
    strace.arg(std::env::current_exe().unwrap());
    at_work(&mut strace, &format!("save|{}", place.file.display()));
    strace.output().unwrap()
}

fn can_trace() -> bool {
    let tried = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "inject=fsync:delay_enter=1",
            "true",
        ])
        .status();
    tried.is_ok_and(|status| status.success())
}

/// The calls by which a save changes the disk.
const CALLS: [&str; 5] = ["write", "fsync", "rename", "unlink", "mkdir"];

/// The others that a save makes; there are many of them.
const OTHER_CALLS: [&str; 4] = ["openat", "close", "read", "flock"];

fn killed_at_every_call() -> Vec<Row> {
    if !can_trace() {
        return vec![Row::left_out("killed at each system call", "no strace")];
    }
    let mut rows: Vec<Row> = CALLS.map(killed_at_every).into();
    if is_thorough() {
        rows.extend(OTHER_CALLS.map(killed_at_every));
    }
    rows
}

fn killed_at_every(call: &str) -> Row {
    let mut row = Row::of(format!("killed at each {call}"));
    for n in 1.. {
        let place = Place::new();
        let output = traced(&format!("inject={call}:signal=KILL:when={n}"), &place);
        let saved = has_said(&output, "saved");
        row.look(&place, saved);
        // Whoever comes next can save.
        let mut store = open(&place.file);
        let mut search = store.known().clone();
        search.put(application("Next"));
        store.save(&search).unwrap();
        if output.status.success() {
            return row;
        }
        assert!(n < 1000, "it is killed by {call} for ever");
    }
    row
}

fn failing_calls() -> Vec<Row> {
    if !can_trace() {
        return vec![Row::left_out("system calls that fail", "no strace")];
    }
    let mut rows = Vec::new();
    for (call, error) in [
        ("fsync", "EIO"),
        ("rename", "EACCES"),
        ("write", "ENOSPC"),
        ("flock", "ENOLCK"),
        ("unlink", "EIO"),
    ] {
        let mut row = Row::of(format!(
            "{call} returns {error}, each time in turn, and always"
        ));
        for when in ["1", "2", "3", "4", "1+"] {
            // The words of the program are written, too; they come later.
            let place = Place::new();
            let output = traced(&format!("inject={call}:error={error}:when={when}"), &place);
            row.look(&place, has_said(&output, "saved"));
        }
        rows.push(row);
    }
    rows
}

// ---- Disks that are full, or only for reading ----

fn mounts() -> [Row; 2] {
    [
        "on a disk of 64 KiB until it is full",
        "on a disk for reading only",
    ]
    .map(|fault| {
        let script = if fault.contains("full") {
            "mount -t tmpfs -o size=64k none \"$0\" && exec \"$@\""
        } else {
            "mount -t tmpfs none \"$0\" && cp \"$0.old\" \"$0/afterword.ron\" && \
             mount -o remount,ro \"$0\" && exec \"$@\""
        };
        mounted(fault, script)
    })
}

fn mounted(fault: &str, script: &str) -> Row {
    let place = Place::new();
    let mount = place.file.with_file_name("mount");
    fs::create_dir(&mount).unwrap();
    fs::copy(&place.file, mount.with_extension("old")).unwrap();
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", script]).arg(&mount);
    command.arg(std::env::current_exe().unwrap());
    let file = mount.join("afterword.ron");
    at_work(&mut command, &format!("fill|{}", file.display()));
    let Ok(output) = command.output() else {
        return Row::left_out(fault, "no unshare");
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let count = |word: &str| said.lines().filter(|line| *line == word).count();
    if !said.contains("running") {
        return Row::left_out(fault, "no mounts allowed");
    }
    assert!(output.status.success(), "{said}");
    Row {
        tried: count("saved") + count("refused"),
        saved: count("saved"),
        old: count("refused"),
        ..Row::of(fault)
    }
}

/// Not a test of its own: saves more and more until that is refused some times, then makes room.
fn fill(file: &Path) {
    let ballast = file.with_file_name("ballast");
    let is_writable = fs::write(&ballast, [b'x'; 30_000]).is_ok();
    let mut store = open(file);
    let mut search = store.known().clone();
    let mut refused = 0;
    while refused < 5 {
        let before = store.known().clone();
        let mut more = application("More");
        more.url = "x".repeat(1500);
        search.put(more);
        if store.save(&search).is_ok() {
            println!("\nsaved");
            assert_eq!(*open(file).known(), search);
            continue;
        }
        println!("\nrefused");
        refused += 1;
        // The first save of all may have found no room.
        if file.exists() {
            assert_eq!(*open(file).known(), before);
        }
    }
    if is_writable {
        // What was refused is still in memory, and saved once there is room.
        fs::remove_file(&ballast).unwrap();
        store.save(&search).unwrap();
        assert_eq!(*open(file).known(), search);
    }
}

// ---- Files that are damaged ----

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

fn truncations() -> Row {
    let (place, whole, bytes) = well_kept();
    let step = if is_thorough() { 1 } else { 7 };
    let mut row = Row::of(format!("cut off after byte 0, {step}, {}, …", 2 * step));
    for end in (0..bytes.len()).step_by(step) {
        fs::write(&place.file, &bytes[..end]).unwrap();
        look_at_damaged(&mut row, &place, &whole);
    }
    row
}

fn bit_flips() -> Row {
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

fn random(seed: &mut u64) -> u64 {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

// ---- Several programs at once ----

/// Programs that each note on cards at random: every note is there in the end.
fn processes(number: usize) -> Row {
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
fn edit(file: &Path, seed: &str, edits: &str) {
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

// ---- Things that stand where a file should ----

#[cfg(unix)]
#[test]
fn what_is_planted_is_neither_followed_nor_waited_for() {
    use std::os::unix::fs::symlink;

    if std::env::var_os(TASK).is_some() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let victim = folder.path().join("victim");
    fs::write(&victim, "precious").unwrap();
    let pipe = |path: &Path| Command::new("mkfifo").arg(path).status().unwrap();
    type Plant<'a> = (&'a str, Box<dyn Fn(&Path) + 'a>);
    let plants: [Plant<'_>; 3] = [
        ("link", Box::new(|path| symlink(&victim, path).unwrap())),
        ("pipe", Box::new(|path| assert!(pipe(path).success()))),
        ("folder", Box::new(|path| fs::create_dir(path).unwrap())),
    ];
    for (what, plant) in plants {
        for name in [
            ".afterword.ron.lock",
            "afterword.sync-conflict-20261123-101112-ABCDEFG.ron",
            "backups/afterword-20261101T080000Z-0009.ron",
            &format!(".afterword.ron.{}-0.tmp", std::process::id()),
        ] {
            let place = Place::new();
            let planted = place.file.with_file_name(name);
            fs::create_dir_all(planted.parent().unwrap()).unwrap();
            let _ = fs::remove_file(&planted);
            plant(&planted);
            let mut store = open(&place.file);
            let mut search = store.known().clone();
            search.put(application("New"));
            store.save(&search).unwrap();
            assert_eq!(
                companies(open(&place.file).known()),
                ["Old", "New"],
                "{what} {name}"
            );
            assert_eq!(
                fs::read_to_string(&victim).unwrap(),
                "precious",
                "{what} {name}"
            );
        }
    }
}
