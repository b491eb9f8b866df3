//! Afterword: what to say after the interview, and when.

use std::process::ExitCode;

use afterword::cli;

fn main() -> ExitCode {
    cli::run(std::env::args_os(), |_window| {
        anyhow::bail!("the window is not there yet")
    })
}
