//! Afterword: what to say after the interview, and when.

use std::process::ExitCode;

use afterword::cli;
use afterword::ui::desktop;

fn main() -> ExitCode {
    cli::run(std::env::args_os(), |window| {
        let ran = desktop::run(&desktop::Options {
            file: window.file,
            now: window.now,
            demo: window.demo,
            follow: window.follow,
        })?;
        if ran == desktop::Ran::ShownElsewhere {
            cli::note("Afterword is open already; its window comes to the front.");
        }
        Ok(())
    })
}
