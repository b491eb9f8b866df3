//! Saving a search to another file than its own.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::backup;
use super::disk::{Disk, RealDisk, replace};
use super::error::SaveError;
use super::fingerprint::Fingerprint;
use super::format::{self, LARGEST};
use super::places::Places;
use super::store::{Store, lock_of};
use crate::model::JobSearch;

impl Store {
    /// Saves `search` to another file, and goes on with that one. Whatever is there is replaced,
    /// and kept: a search among the backups, anything else beside it under another name.
    ///
    /// # Errors
    /// It is not saved; this store and the other file are as they were.
    pub fn save_as(&mut self, path: &Path, search: &JobSearch) -> Result<(), SaveError> {
        let (places, written) = write(&*self.disk, path, search)?;
        let disk = Arc::clone(&self.disk);
        *self = Self::new(disk, places, Some(written), search.clone(), None).at_generation(1);
        Ok(())
    }

    /// Saves a copy of `search` to another file, and goes on with this one. Whatever is there is
    /// kept, as by [`Store::save_as`].
    ///
    /// # Errors
    /// The copy is not saved.
    pub fn save_copy(path: &Path, search: &JobSearch) -> Result<(), SaveError> {
        write(&RealDisk, path, search).map(drop)
    }
}

fn write(
    disk: &dyn Disk,
    path: &Path,
    search: &JobSearch,
) -> Result<(Places, Fingerprint), SaveError> {
    let places = Places::of(path).map_err(SaveError::Look)?;
    let text = format::write(search, 1)?;
    if let Some(folder) = places.file().parent() {
        disk.create_folder(folder).map_err(SaveError::Folder)?;
    }
    let _lock = lock_of(&places)?;
    keep_what_is_there(disk, &places)?;
    replace(disk, places.file(), &text.bytes)?;
    Ok((places, Fingerprint::of(&text.bytes)))
}

fn keep_what_is_there(disk: &dyn Disk, places: &Places) -> Result<(), SaveError> {
    let bytes = match disk.read(places.file(), LARGEST) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(SaveError::Look(error)),
    };
    if bytes.is_empty() {
        return Ok(());
    }
    let kept = match format::read(&bytes) {
        Ok(_) => backup::take(disk, places, &bytes),
        Err(_) => replace(disk, &places.aside(&backup::stamp()), &bytes),
    };
    kept.map_err(SaveError::Backup)
}
