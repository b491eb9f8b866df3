use std::io;

use super::disk::{ReplaceError, plainly};
use super::format::{Unreadable, Unwritable};

/// Why a search is not saved. The file is as it was, and the search still in memory.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Saving is not allowed.
    #[error("{0}")]
    ReadOnly(String),
    /// Somebody else is saving, and does not end.
    #[error("another Afterword is saving to the same file, and does not end")]
    Busy,
    /// Something is there that cannot be read, and would be lost.
    #[error(
        "the file was changed by something else and cannot be read, so it is left as it is: {0}"
    )]
    Unreadable(Unreadable),
    /// A newer version has written to it meanwhile.
    #[error(
        "a newer version of Afterword has written to the file (schema {0}), so it is left as it is"
    )]
    Newer(u32),
    /// What was there is gone, by somebody else’s doing. The search is still in memory.
    #[error("{0}; “Try again” writes it back")]
    Gone(&'static str),
    /// What is there cannot be looked at.
    #[error("the file cannot be looked at: {}", plainly(.0))]
    Look(io::Error),
    /// The folder that it belongs into cannot be made.
    #[error("the folder of the file cannot be made: {}", plainly(.0))]
    Folder(io::Error),
    /// The search has no text.
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    /// The copy of the old file failed.
    #[error("{}", no_backup(.0))]
    Backup(ReplaceError),
    /// The new file failed.
    #[error("{0}")]
    Write(String),
}

fn no_backup(error: &ReplaceError) -> String {
    if error.is_of_the_disk() {
        return error.to_string();
    }
    format!("the old file could not be copied to the backups: {error}")
}

impl From<ReplaceError> for SaveError {
    fn from(error: ReplaceError) -> Self {
        Self::Write(error.to_string())
    }
}
