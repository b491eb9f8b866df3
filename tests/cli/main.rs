//! The command line, through the real program: what scripts see.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod agent;
mod arrivals;
mod check;
mod compose;
mod doctor;
mod due;
mod export;
mod import;
mod may;
mod plan;
mod read;
mod spelling;
mod usage;
mod window;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The clock of most tests: a Monday noon in Berlin.
const NOON: &str = "2026-11-23T12:00:00+01:00";

/// A search with a promise that has passed, an interview of today, and one that waits.
const EVENTS: &str = r#"
{"application":"acme","event":"applied","at":"2026-11-02","company":"Acme","position":"Backend engineer"}
{"application":"acme","event":"contact","at":"2026-11-02","name":"Dana Wu","email":"dana@acme.example","manager":true}
{"application":"acme","event":"interview","at":"2026-11-17T13:00","minutes":60,"format":"video","with":["Dana Wu"]}
{"application":"acme","event":"fact","at":"2026-11-17T14:05","key":"topic","value":"how releases reach customers","with":"Dana Wu"}
{"application":"acme","event":"sent","at":"2026-11-17T18:10","scenario":"thank-you","to":["Dana Wu"]}
{"application":"acme","event":"promise","at":"2026-11-17T14:00","day":"2026-11-27"}
{"application":"globex","event":"applied","at":"2026-11-09","company":"Globex","position":"Data engineer"}
{"application":"globex","event":"interview","at":"2026-11-19T15:00","minutes":45,"format":"phone","with":["Łukasz Żak"]}
"#;

/// A home of its own, with a search in it.
struct Home {
    folder: TempDir,
}

impl Home {
    /// Nothing there yet.
    fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// With the search of [`EVENTS`].
    fn with_events() -> Self {
        let home = Self::empty();
        home.import(EVENTS);
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    fn import(&self, events: &str) {
        let file = self.write("events.jsonl", events);
        let answer = self.run(&["import", file.to_str().unwrap()]);
        assert_eq!(answer.code, 0, "{}", answer.err);
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_afterword"));
        command
            .args(["--now", NOON])
            .args(arguments)
            .env("TZ", "Europe/Berlin")
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.folder.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        self.command(arguments).output().unwrap().into()
    }

    fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Answer {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that reads nothing closes its input; that is its affair.
        let _ = child.stdin.take().unwrap().write_all(input);
        child.wait_with_output().unwrap().into()
    }

    /// What a command that succeeds prints with `--json`.
    fn json(&self, arguments: &[&str]) -> Value {
        let arguments: Vec<_> = arguments.iter().copied().chain(["--json"]).collect();
        let answer = self.run(&arguments);
        assert_eq!(answer.code, 0, "{}", answer.err);
        serde_json::from_str(&answer.out).unwrap()
    }
}

/// What a command said.
struct Answer {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        let answer = Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!answer.err.contains("panicked"), "{}", answer.err);
        answer
    }
}

impl Answer {
    /// That it failed with one sentence that holds `parts`, and printed nothing.
    fn assert_fails(&self, parts: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (1, ""), "{}", self.err);
        assert_eq!(self.err.trim_end().lines().count(), 1, "{}", self.err);
        for part in parts {
            assert!(self.err.contains(part), "{part:?} is not in {}", self.err);
        }
    }
}
