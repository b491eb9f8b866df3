//! Files that somebody made to do harm: an answer within two seconds and 500 MB, on a small stack.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use afterword::store::{Opened, Store};

use crate::programs::program;
use crate::{Place, Row, is_thorough};

const PATIENCE: Duration = Duration::from_secs(2);
const MEGABYTES: u64 = 500;

/// The least stack that a thread has on any system.
const STACK: usize = 1 << 20;

pub(crate) fn all() -> Vec<Row> {
    let head = "(schema: 1, search: (applications: [";
    let one = "(id: \"00000000-0000-0000-0000-000000000001\", key: \"a\", company: \"A\", \
               position: \"B\", applied: \"2026-11-02\"),";
    let files: [(&str, String); 7] = [
        ("1 MB of [", "[".repeat(1_000_000)),
        (
            "1 MB of ( in a search",
            format!("{head}{}", "(".repeat(1_000_000)),
        ),
        (
            "1 MB of Some( in a search",
            format!("{head}{}", "Some(".repeat(200_000)),
        ),
        ("two applications of one id", format!("{head}{one}{one}]))")),
        (
            "the year 999999",
            format!("{head}{}]))", one.replace("2026", "999999")),
        ),
        (
            "a number of 1 MB",
            format!("(schema: {})", "9".repeat(1_000_000)),
        ),
        ("1 MB of comments in comments", "/*".repeat(500_000)),
    ];
    let mut rows: Vec<Row> = files
        .into_iter()
        .map(|(what, text)| hostile(what, text.len(), text.as_bytes()))
        .collect();
    rows.push(hostile("flat, 300 MB", 300_000_000, b"0, "));
    rows
}

/// A file of `length` bytes that repeats `text` is refused, and soon.
fn hostile(what: &str, length: usize, text: &[u8]) -> Row {
    let mut row = Row::of(format!("hostile: {what}"));
    if length > 100_000_000 && !is_thorough() {
        row.left_out = Some("only when thorough");
        return row;
    }
    let place = Place::new();
    let mut file = fs::File::create(&place.file).unwrap();
    let part = text.repeat((1 << 16) / text.len() + 1);
    let mut left = length;
    while left > 0 {
        let now = left.min(part.len());
        file.write_all(&part[..now]).unwrap();
        left -= now;
    }
    drop(file);
    let task = format!("read|{}", place.file.display());
    let output = program(&task).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{what}: {said}");
    let told = said.lines().find_map(|line| line.strip_prefix("read "));
    let numbers: Vec<u64> = told
        .unwrap()
        .split(' ')
        .map(|number| number.parse().unwrap())
        .collect();
    assert!(
        u128::from(numbers[0]) < PATIENCE.as_millis(),
        "{what}: {said}"
    );
    assert!(numbers[1] / 1000 < MEGABYTES, "{what}: {said}");
    row.tried = 1;
    row.told = 1;
    row
}

/// Not a test of its own: opens the file, and what can still be read of it, on a small stack.
pub(crate) fn read(file: &Path) {
    let file = file.to_owned();
    let reading = move || {
        let start = Instant::now();
        match Store::open(&file).unwrap() {
            Opened::Damaged(damage) => drop(damage.salvage()),
            other => panic!("{other:?}"),
        }
        start.elapsed()
    };
    let thread = std::thread::Builder::new().stack_size(STACK);
    let took = thread.spawn(reading).unwrap().join().unwrap();
    println!("\nread {} {}", took.as_millis(), peak());
}

/// The most memory that this program ever had, in kilobytes; none where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}
