//! What is kept of a crash: where in the program it happened, and nothing of what was in it.
//!
//! The words of a panic may quote a letter, so they go nowhere: neither into the report nor to the
//! terminal. That holds for the window, the agent and the command line.

use std::backtrace::Backtrace;
use std::fs;
use std::io::{self, Write as _};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::thread;

use crate::store::{Places, RealDisk, replace};

/// From now on a crash says no more than where it happened.
pub(crate) fn keep_quiet() {
    panic::set_hook(Box::new(|info| complain(&place(info))));
}

/// From now on a crash leaves a report beside the search in the file at `file`.
pub(crate) fn report_to(file: &Path) {
    let Ok(places) = Places::of(file) else {
        return keep_quiet();
    };
    panic::set_hook(Box::new(move |info| {
        let report = report(&place(info), &Backtrace::force_capture());
        let path = places.crash_report();
        complain(&match replace(&RealDisk, &path, report.as_bytes()) {
            Ok(()) => format!("a report without your data is in {}", path.display()),
            Err(error) => format!("no report could be written: {error}"),
        });
    }));
}

fn place(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(ToString::to_string);
    place.unwrap_or_default()
}

fn complain(what: &str) {
    // Nobody is left to tell if this cannot be written.
    let _ = writeln!(io::stderr().lock(), "Afterword has made a mistake; {what}");
}

fn report(place: &str, trace: &Backtrace) -> String {
    let thread = thread::current();
    format!(
        "Afterword {}\n{} {}\nThread: {}\nPlace: {place}\n\n{trace}\n",
        env!("AFTERWORD_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("none"),
    )
}

/// The report that an earlier run left, under a name by which it is not told again; nothing if
/// there is none.
pub(crate) fn left_before(file: &Path) -> Option<PathBuf> {
    let report = Places::of(file).ok()?.crash_report();
    let told = report.with_extension("told.txt");
    fs::rename(&report, &told).ok()?;
    Some(told)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// Set for the program that is to crash: the file that it has open.
    const FILE: &str = "AFTERWORD_TEST_CRASHES_ON";

    /// Not a test of its own.
    #[test]
    fn crashes_with_a_letter_in_its_words() {
        if let Some(file) = std::env::var_os(FILE) {
            report_to(Path::new(&file));
            let letter = "Dear Dana";
            panic!("cannot cut {letter}");
        }
    }

    #[test]
    fn a_crash_says_where_it_happened_and_nothing_of_what_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("afterword.ron");
        assert_eq!(left_before(&file), None);
        let crashed = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--nocapture"])
            .arg("crash::tests::crashes_with_a_letter_in_its_words")
            .env(FILE, &file)
            .output()
            .unwrap();
        assert!(!crashed.status.success());
        let said = String::from_utf8_lossy(&crashed.stderr);
        assert!(said.contains("a report without your data"), "{said}");
        assert!(!said.contains("Dana"), "{said}");

        let report = left_before(&file).unwrap();
        let text = fs::read_to_string(&report).unwrap();
        assert!(text.contains("crash.rs:"), "{text}");
        assert!(!text.contains("Dana"), "{text}");
        assert_eq!(left_before(&file), None, "it is told once");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = report.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
