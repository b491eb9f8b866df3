//! The command line: a file a sub-command, and what they share.
//!
//! - `session`: the clock and the search a command works on
//! - `output`: everything that is printed
//! - `words`: dates, names and actions as text for people
//!
//! Names, JSON shapes and exit codes are public; `docs/COMMAND-LINE.md` describes them.

mod agenda;
mod agent;
mod check;
mod compose;
mod doctor;
mod due;
mod export;
mod import;
mod input;
mod manual;
mod may;
mod output;
mod plan;
mod read;
mod session;
mod words;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory as _, Parser, Subcommand};

use crate::crash;
use crate::log;
use crate::proofread;
use crate::reminders::Target;
use crate::time::{Moment, When, Zone};
use session::Session;

pub use output::note;

/// The exit code of a command that could not do its work.
const FAILED: u8 = 1;
/// The exit code of a command that was called in a wrong way.
const MISUSED: u8 = 2;

/// What to say after the interview, and when.
///
/// Without a command the window opens.
#[derive(Debug, Parser)]
#[command(name = "afterword", version, max_term_width = 100)]
struct CommandLine {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command takes.
#[derive(Clone, Debug, Args)]
struct Global {
    /// The file of the job search [default: afterword.ron in the platform's data folder]
    // Its own id, because commands have a file of their own.
    #[arg(id = "search", long = "file", global = true, value_name = "PATH")]
    file: Option<PathBuf>,
    /// The moment to take for now, such as 2026-11-23T09:00:00+01:00
    #[arg(long, global = true, value_name = "MOMENT", value_parser = moment)]
    now: Option<Moment>,
    /// Print JSON on standard output and nothing else
    #[arg(long, global = true)]
    json: bool,
    /// Work on a throw-away sample search whose dates lie around now
    #[arg(long, global = true, conflicts_with = "search")]
    demo: bool,
    /// Begin with what a notification is about that was clicked
    #[arg(long, hide = true, value_name = "TARGET")]
    follow: Option<Target>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Due(due::Due),
    Plan(plan::Plan),
    May(may::May),
    Compose(compose::Compose),
    Check(check::Check),
    Read(read::Read),
    Import(import::Import),
    Export(export::Export),
    Agent(agent::Agent),
    Doctor(doctor::Doctor),
    /// Reads letters for the window; no use to anybody else
    #[command(hide = true)]
    Proofread,
    #[command(hide = true)]
    Manual(manual::Manual),
}

/// What the window is to show.
#[derive(Clone, Debug)]
pub struct Window {
    /// The file of the job search.
    pub file: PathBuf,
    /// The moment to take for now; nothing means the system's clock.
    pub now: Option<Moment>,
    /// Whether the search is a sample that is thrown away afterwards.
    pub demo: bool,
    /// What a notification was about that was clicked, to begin with.
    pub follow: Option<Target>,
}

/// Runs the command that `arguments` (the program's name first) ask for. `window` opens the window
/// and returns when it is closed.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    window: impl FnOnce(Window) -> anyhow::Result<()>,
) -> ExitCode {
    let line = match CommandLine::try_parse_from(with_file_named(arguments)) {
        Ok(line) => line,
        Err(error) => {
            // Nobody is left to tell if even this cannot be printed.
            let _ = error.print();
            let shown = error.render().to_string();
            if error.use_stderr() && !shown.contains("Usage:") {
                output::usage(&CommandLine::command().render_usage());
            }
            return ExitCode::from(if error.use_stderr() { MISUSED } else { 0 });
        }
    };
    crash::keep_quiet();
    if matches!(line.command, Some(Command::Proofread)) {
        // It ends when its pipes do; then there is nobody to tell of it.
        let _ = proofread::serve(io::stdin().lock(), io::stdout());
        return ExitCode::SUCCESS;
    }
    let done = Session::new(line.global).and_then(|session| {
        if !session.is_demo() {
            crash::report_to(&session.file);
            log::write_beside(&session.file);
        }
        match line.command {
            None => agenda::open(&session, window),
            Some(command) => command.run(&session),
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(FAILED)
        }
    }
}

/// A search alone, as a desktop hands it over when the file is opened there, is `--file SEARCH`.
fn with_file_named(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if let [_, search] = arguments.as_slice()
        && Path::new(search)
            .extension()
            .is_some_and(|ending| ending == "ron")
    {
        arguments.insert(1, "--file".into());
    }
    arguments
}

impl Command {
    fn run(&self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Due(due) => due.run(session),
            Self::Plan(plan) => plan.run(session),
            Self::May(may) => may.run(session),
            Self::Compose(compose) => compose.run(session),
            Self::Check(check) => check.run(session),
            Self::Read(read) => read.run(session),
            Self::Import(import) => import.run(session),
            Self::Export(export) => export.run(session),
            Self::Agent(agent) => agent.run(session),
            Self::Doctor(doctor) => doctor.run(session),
            Self::Manual(manual) => manual.run(CommandLine::command()),
            // It needs no session.
            Self::Proofread => Ok(()),
        }
    }
}

/// Reads `--now`; a local time is one of this machine's zone.
fn moment(text: &str) -> Result<Moment, String> {
    match When::parse(text, Zone::of_this_machine()) {
        Ok(When::Moment(moment)) => Ok(moment),
        _ => Err("expected a moment, such as 2026-11-23T09:00:00+01:00".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<CommandLine, clap::Error> {
        CommandLine::try_parse_from(with_file_named(arguments.iter().map(OsString::from)))
    }

    #[test]
    fn a_search_alone_is_opened_as_a_double_click_has_it() {
        let line = read(&["afterword", "/home/kim/afterword.ron"]).unwrap();
        assert_eq!(line.global.file, Some("/home/kim/afterword.ron".into()));
        assert!(line.command.is_none());
        assert!(
            read(&["afterword", "elsewhere"]).is_err(),
            "neither a command nor a search"
        );
        let line = read(&["afterword", "check", "letter.ron"]).unwrap();
        assert_eq!(line.global.file, None, "a command's own file");
    }
}
