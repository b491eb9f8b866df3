//! Starting the agent when the user logs in.
//!
//! Each system has its own way, and each its own way to quote; `entry` has the texts, which are
//! pure, and this file puts them where they belong. Nothing is kept anywhere else: what the system
//! has is what is said.

mod entry;
mod system;

use std::io;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::store::{Lock, Places, try_lock};

/// What Windows calls the program where it names who sends a notification.
pub const APP_ID: &str = "Afterword.Afterword";

/// How reminding from login on stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Login {
    /// Whether the agent is started at login.
    pub on: bool,
    /// Whether an agent runs for this search now.
    pub running: bool,
}

/// How it stands for the search at `places`.
pub fn look(places: &Places) -> Login {
    Login {
        on: is_on(),
        running: agent_runs(places),
    }
}

/// Whether the agent is started at login.
pub fn is_on() -> bool {
    system::read().is_some()
}

/// Has the agent started at login for the search in `file`, from the next login on.
///
/// # Errors
/// The system does not take it.
pub fn switch_on(file: &Path) -> io::Result<()> {
    let program = program()?;
    system::write(&entry::Entry {
        program,
        file: own_file(file)?,
    })
}

/// Has it started no more; what runs ends by itself at its next look.
///
/// # Errors
/// The system does not let go of it.
pub fn switch_off() -> io::Result<()> {
    system::remove()
}

/// Where the entry names a program that is not there any more, because it was moved or replaced,
/// has it name this one. True if something was mended.
///
/// # Errors
/// The system does not take it.
pub fn repair() -> io::Result<bool> {
    let Some(known) = system::read() else {
        return Ok(false);
    };
    if known.program.exists() {
        return Ok(false);
    }
    let program = program()?;
    system::write(&entry::Entry { program, ..known })?;
    Ok(true)
}

/// The program as the user started it: an AppImage is mounted at another place every time, so its
/// own file counts.
///
/// # Errors
/// The system does not tell where the program is.
pub fn program() -> io::Result<PathBuf> {
    let image = env::var_os("APPIMAGE").map(PathBuf::from);
    match image.filter(|image| image.is_absolute() && image.is_file()) {
        Some(image) => Ok(image),
        None => env::current_exe(),
    }
}

/// The file to name to the agent; none where it finds it by itself.
fn own_file(file: &Path) -> io::Result<Option<PathBuf>> {
    let file = std::path::absolute(file)?;
    let is_default = Places::default_file().is_some_and(|default| default == file);
    Ok((!is_default).then_some(file))
}

/// Says that an agent runs for the search, for as long as what is returned lives.
pub fn announce(places: &Places) -> impl Sized + use<> {
    try_lock(&places.agent_lock())
}

fn agent_runs(places: &Places) -> bool {
    let lock = places.agent_lock();
    fs::metadata(&lock).is_ok() && matches!(try_lock(&lock), Lock::Busy)
}
