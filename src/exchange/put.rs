use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::store::{self, Places, RealDisk, ReplaceError};

/// Why a file cannot be written. Whatever was there is unchanged.
#[derive(Debug, Error)]
pub enum PutError {
    /// It would replace the search itself.
    #[error("{0} is the job search itself; choose another name")]
    OwnFile(PathBuf),
    /// Something else than a file is there.
    #[error("{0} cannot be written: it is not a file")]
    NoFile(PathBuf),
    /// The path leads nowhere.
    #[error("{0} cannot be written: {1}")]
    NoPlace(PathBuf, String),
    /// The system does not let it.
    #[error("{0} cannot be written: {1}")]
    Unwritable(PathBuf, ReplaceError),
}

/// Puts `bytes` into the file at `path`, all of them or none; never in the place of `search`, the
/// file of the search itself.
///
/// # Errors
/// Why not.
pub fn put(path: &Path, bytes: &[u8], search: Option<&Path>) -> Result<(), PutError> {
    let place = |path: &Path| {
        Places::of(path).map_err(|error| PutError::NoPlace(path.to_owned(), error.to_string()))
    };
    let places = place(path)?;
    let target = places.file();
    let own = search.map(place).transpose()?;
    if own.is_some_and(|own| own.file() == target) {
        return Err(PutError::OwnFile(path.to_owned()));
    }
    if target.exists() && !target.is_file() {
        return Err(PutError::NoFile(path.to_owned()));
    }
    store::replace(&RealDisk, target, bytes)
        .map_err(|error| PutError::Unwritable(path.to_owned(), error))
}
