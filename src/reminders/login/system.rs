//! Where each system keeps what is started at login.

use std::io;

use super::entry::Entry;

fn no_text() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidInput,
        "the program or the file is in a folder whose name is no text",
    )
}

#[cfg(not(windows))]
mod file {
    use std::fs;
    use std::path::PathBuf;

    use super::{Entry, io, no_text};
    use crate::store::{RealDisk, replace};

    #[cfg(not(target_os = "macos"))]
    fn place() -> Option<PathBuf> {
        let dirs = directories::BaseDirs::new()?;
        let folder = dirs.config_dir().join("autostart");
        Some(folder.join("afterword-agent.desktop"))
    }

    #[cfg(target_os = "macos")]
    fn place() -> Option<PathBuf> {
        let dirs = directories::BaseDirs::new()?;
        let folder = dirs.home_dir().join("Library/LaunchAgents");
        Some(folder.join("org.afterword.agent.plist"))
    }

    fn text(entry: &Entry) -> Option<String> {
        if cfg!(target_os = "macos") {
            entry.to_property_list()
        } else {
            entry.to_desktop_file()
        }
    }

    pub(in super::super) fn read() -> Option<Entry> {
        let text = fs::read_to_string(place()?).ok()?;
        if cfg!(target_os = "macos") {
            Entry::of_property_list(&text)
        } else {
            Entry::of_desktop_file(&text)
        }
    }

    pub(in super::super) fn write(entry: &Entry) -> io::Result<()> {
        let place = place().ok_or(io::ErrorKind::NotFound)?;
        let text = text(entry).ok_or_else(no_text)?;
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        replace(&RealDisk, &place, text.as_bytes()).map_err(io::Error::other)
    }

    pub(in super::super) fn remove() -> io::Result<()> {
        let place = place().ok_or(io::ErrorKind::NotFound)?;
        match fs::remove_file(place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }
}

#[cfg(windows)]
mod registry {
    use std::os::windows::process::CommandExt as _;
    use std::process::{Command, Output};

    use super::{Entry, io, no_text};

    const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    const VALUE: &str = "Afterword";

    /// The system's own program for the registry, without a console of its own.
    fn reg(arguments: &[&str]) -> io::Result<Output> {
        const NO_WINDOW: u32 = 0x0800_0000;
        let output = Command::new("reg")
            .args(arguments)
            .creation_flags(NO_WINDOW)
            .output()?;
        if output.status.success() {
            Ok(output)
        } else {
            Err(io::Error::other("the registry does not take it"))
        }
    }

    pub(in super::super) fn read() -> Option<Entry> {
        let output = reg(&["query", KEY, "/v", VALUE]).ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let (_, line) = text.split_once("REG_SZ")?;
        Entry::of_command_line(line.trim())
    }

    pub(in super::super) fn write(entry: &Entry) -> io::Result<()> {
        let line = entry.to_command_line().ok_or_else(no_text)?;
        reg(&["add", KEY, "/v", VALUE, "/t", "REG_SZ", "/d", &line, "/f"]).map(drop)
    }

    pub(in super::super) fn remove() -> io::Result<()> {
        if read().is_none() {
            return Ok(());
        }
        reg(&["delete", KEY, "/v", VALUE, "/f"]).map(drop)
    }
}

#[cfg(not(windows))]
pub(super) use file::{read, remove, write};
#[cfg(windows)]
pub(super) use registry::{read, remove, write};
