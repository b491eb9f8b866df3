//! Ways on from a file that should be a search and cannot be read.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::backup::{self, Backup};
use super::disk::{Disk, plainly, replace};
use super::error::SaveError;
use super::fingerprint::Fingerprint;
use super::format::{self, LARGEST, Salvage, Unreadable};
use super::places::Places;
use super::store::{Store, lock_of};
use crate::model::JobSearch;

/// A file that should be a search and cannot be read. Nothing ever writes over it.
pub struct Damage {
    /// The file.
    pub path: PathBuf,
    /// What is wrong, and where.
    pub what: Unreadable,
    /// Earlier states, the newest first; then what interrupted saves left behind.
    pub backups: Vec<Backup>,
    disk: Arc<dyn Disk>,
    places: Places,
    /// What was found; nothing if the file is missing.
    found: Option<Fingerprint>,
}

impl fmt::Debug for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Damage")
            .field("path", &self.path)
            .field("what", &self.what)
            .finish_non_exhaustive()
    }
}

impl Damage {
    pub(super) fn of(
        disk: Arc<dyn Disk>,
        places: Places,
        found: Option<Fingerprint>,
        what: Unreadable,
    ) -> Self {
        let mut backups = backup::list(&places);
        backups.extend(backup::orphans(&places));
        Self {
            path: places.file().to_owned(),
            what,
            backups,
            disk,
            places,
            found,
        }
    }

    /// The newest earlier state that can be read: the one to offer first.
    pub fn newest_readable(&self) -> Option<&Backup> {
        self.backups.iter().find(|backup| backup.read().is_ok())
    }

    /// What can still be read of the file itself.
    pub fn salvage(&self) -> Salvage {
        self.disk
            .read(self.places.file(), LARGEST)
            .map(|bytes| format::salvage(&bytes))
            .unwrap_or_default()
    }

    /// Goes on with what can still be read. What is at the path now gets another name.
    ///
    /// # Errors
    /// The disk fails; nothing is lost.
    pub fn go_on_with(&self, salvage: Salvage) -> Result<Store, SaveError> {
        let text = format::write(&salvage.search, 1)?;
        self.begin_with(&text.bytes, salvage.search)
    }

    /// Goes on with an earlier state. What is at the path now gets another name.
    ///
    /// # Errors
    /// The earlier state cannot be read, or the disk fails; nothing is lost.
    pub fn restore(&self, backup: &Backup) -> Result<Store, SaveError> {
        let (bytes, search) = backup.bytes(&*self.disk).map_err(SaveError::Unreadable)?;
        self.begin_with(&bytes, search)
    }

    /// Goes on with an empty search. What is at the path now gets another name.
    ///
    /// # Errors
    /// The disk fails; nothing is lost.
    pub fn start_anew(&self) -> Result<Store, SaveError> {
        self.go_on_with(Salvage::default())
    }

    fn begin_with(&self, bytes: &[u8], search: JobSearch) -> Result<Store, SaveError> {
        let _lock = lock_of(&self.places)?;
        self.put_aside()?;
        replace(&*self.disk, self.places.file(), bytes)?;
        let (disk, places) = (Arc::clone(&self.disk), self.places.clone());
        let written = Some(Fingerprint::of(bytes));
        let generation = format::read(bytes).map_or(0, |content| content.generation);
        Ok(Store::new(disk, places, written, search, None).at_generation(generation))
    }

    /// Gives the damaged file another name, so that nothing writes over it.
    fn put_aside(&self) -> Result<(), SaveError> {
        let file = self.places.file();
        match self.disk.read(file, LARGEST) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Ok(bytes) if self.found != Some(Fingerprint::of(&bytes)) => {
                return Err(SaveError::Write(
                    "the file has changed since it was looked at; open it again".to_owned(),
                ));
            }
            Ok(_) | Err(_) => {}
        }
        let aside = self.places.aside(&backup::stamp());
        self.disk.rename(file, &aside).map_err(|error| {
            SaveError::Write(format!("the file cannot be renamed: {}", plainly(&error)))
        })
    }
}
