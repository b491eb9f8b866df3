//! A save that is killed at a system call, or whose system calls fail.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Output};

use crate::programs::{at_work, has_said};
use crate::{Place, Row, application, is_thorough, open};

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

/// The names of all calls that a save makes, as `strace` tells them.
fn calls_of_a_save() -> BTreeSet<String> {
    let place = Place::new();
    let told = place.file.with_file_name("calls");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o"]).arg(&told);
    strace.arg(std::env::current_exe().unwrap());
    at_work(&mut strace, &format!("save|{}", place.file.display()));
    assert!(strace.output().unwrap().status.success());
    let told = fs::read_to_string(told).unwrap();
    // `1234  fsync(3) = 0`, or `1234  <... fsync resumed>) = 0` where threads take turns.
    let names = told.lines().filter_map(|line| {
        let (_, call) = line.trim_start().split_once(char::is_whitespace)?;
        let (name, _) = call.trim_start().split_once('(')?;
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        is_name.then(|| name.to_owned())
    });
    // Where it begins nothing can be killed yet, and where it ends nothing any more.
    names
        .filter(|name| !matches!(name.as_str(), "execve" | "exit" | "exit_group"))
        .collect()
}

/// Killed at the first, the second, … of each call, to the last one that a save makes.
pub(crate) fn killed() -> Vec<Row> {
    if !can_trace() {
        return vec![Row::left_out("killed at each system call", "no strace")];
    }
    let mut rows: Vec<Row> = CALLS.map(killed_at_every).into();
    if is_thorough() {
        let mut others = calls_of_a_save();
        others.retain(|call| !CALLS.contains(&call.as_str()));
        let mut all = Row::of(format!(
            "killed at each of the {} other calls",
            others.len()
        ));
        for call in others {
            all.add(&killed_at_every(&call));
        }
        rows.push(all);
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

pub(crate) fn failing() -> Vec<Row> {
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
