//! Programs that work on a file for one of these tests: this one, started again with a task.

use std::path::Path;
use std::process::{Command, Output};

use crate::{application, hostile, mounts, open, processes};

/// Set for such a program: what it does.
const TASK: &str = "AFTERWORD_TEST_TASK";

/// Whether this is such a program.
pub(crate) fn is_one() -> bool {
    std::env::var_os(TASK).is_some()
}

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
        (Some("edit"), Some(file)) => {
            processes::edit(file, words.next().unwrap(), words.next().unwrap());
        }
        (Some("fill"), Some(file)) => mounts::fill(file),
        (Some("read"), Some(file)) => hostile::read(file),
        _ => panic!("no such task: {task}"),
    }
}

pub(crate) fn program(task: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    at_work(&mut command, task);
    command
}

/// The arguments that come after the program's own name.
pub(crate) fn at_work(command: &mut Command, task: &str) {
    command
        .args([
            "--exact",
            "programs::a_program_at_work",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(TASK, task)
        .env("RUST_BACKTRACE", "0");
}

pub(crate) fn has_said(output: &Output, word: &str) -> bool {
    let said = String::from_utf8_lossy(&output.stdout);
    said.lines().any(|line| line == word)
}
