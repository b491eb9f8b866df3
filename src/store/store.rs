mod found;

use std::fmt;
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::backup::{self, Backup};
use super::copies;
use super::disk::{Disk, replace_if};
use super::error::SaveError;
use super::fingerprint::Fingerprint;
use super::format::{self, Pieces, SCHEMA, Text, Unwritable};
use super::lock::{Lock, lock_within};
use super::look::Look;
use super::merge::same_search;
use super::past::Past;
use super::places::Places;
use crate::model::JobSearch;
use found::Found;

/// How long a save waits for another one to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// So often is a save begun anew because something else has changed the file meanwhile.
const TRIES: usize = 5;

/// A search, and the file that holds it.
pub struct Store {
    pub(super) disk: Arc<dyn Disk>,
    places: Places,
    /// What the file held when it was last read or written; nothing while there is no file.
    on_disk: Option<Fingerprint>,
    /// The same as data: what changes from outside are measured against.
    known: JobSearch,
    /// What it held before.
    past: Past,
    /// Where each application of `known` stands in the file; nothing if nobody has looked yet.
    pieces: Option<Pieces>,
    /// How often the file was saved.
    generation: u64,
    /// Whether `on_disk` is known to have reached the disk for good.
    durable: bool,
    /// Whether this run has already put a copy among the backups.
    backed_up: bool,
    /// Why nothing may be written, if so.
    read_only: Option<String>,
    /// What the file looked like when it was last looked at.
    looked_at: Option<Look>,
    /// Whether it was gone then: a program that writes it anew may be about to put it back.
    was_gone: bool,
}

/// What a successful save did besides saving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// Whether the file had changes from outside, which are now part of [`Store::known`].
    pub merged: bool,
    /// What the user should know, as sentences.
    pub notes: Vec<String>,
}

impl Store {
    /// A store for a file that holds `search` in the bytes of that fingerprint, or does not exist.
    pub(super) fn new(
        disk: Arc<dyn Disk>,
        places: Places,
        on_disk: Option<Fingerprint>,
        search: JobSearch,
        read_only: Option<String>,
    ) -> Self {
        Self {
            disk,
            places,
            on_disk,
            known: search,
            past: Past::default(),
            pieces: None,
            generation: 0,
            durable: true,
            backed_up: false,
            read_only,
            looked_at: None,
            was_gone: false,
        }
    }

    /// The same store, of a file that was saved so often.
    pub(super) fn at_generation(mut self, generation: u64) -> Self {
        self.generation = generation;
        self.past.push(generation, self.known.clone());
        self
    }

    /// The search as it is in the file.
    pub fn known(&self) -> &JobSearch {
        &self.known
    }

    /// Where its files are.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Why nothing can be saved, if so.
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Copies of earlier states, the newest first.
    pub fn backups(&self) -> Vec<Backup> {
        backup::list(&self.places)
    }

    /// Has the next save copy the file before it changes it: for what changes much at once, such
    /// as an import.
    pub fn back_up_next(&mut self) {
        self.backed_up = false;
    }

    /// Saves `ours`, which began as [`Store::known`]. When this returns, it is on the disk, and
    /// [`Store::known`] says what is there: `ours`, with whatever came from outside.
    ///
    /// # Errors
    /// It is not saved; the file is as it was.
    pub fn save(&mut self, ours: &JobSearch) -> Result<Saved, SaveError> {
        if let Some(why) = &self.read_only {
            return Err(SaveError::ReadOnly(why.clone()));
        }
        // The lock needs the folder.
        if let Some(folder) = self.places.file().parent() {
            self.disk.create_folder(folder).map_err(SaveError::Folder)?;
        }
        let _lock = self.lock()?;
        for _ in 0..TRIES {
            if let Some(saved) = self.try_save(ours)? {
                return Ok(saved);
            }
        }
        Err(SaveError::Write(
            "something else changes the file again and again".to_owned(),
        ))
    }

    /// Nothing if the file was changed while the new one was being written, as may happen where
    /// locks do not hold.
    fn try_save(&mut self, ours: &JobSearch) -> Result<Option<Saved>, SaveError> {
        let found = self.find()?;
        let seen = found.fingerprint(self.on_disk);
        let (merged, notes) = self.merge_with(&found, ours);
        let unchanged = matches!(found, Found::AsLeft(_)) && same_search(&merged, &self.known);
        if unchanged && self.durable {
            return Ok(Some(Saved::default()));
        }
        let generation = self.next_generation(&found);
        let is_merged = matches!(found, Found::Changed { .. });
        let has_backup = self.back_up(&found, &merged)?;
        let theirs = found.theirs();
        let text = self.text(&merged, generation, found)?;
        let may_go = || self.is_still(seen);
        let replaced = replace_if(&*self.disk, self.places.file(), &text.bytes, may_go);
        match &replaced {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) if error.in_place => {}
            Err(error) => return Err(SaveError::Write(error.to_string())),
        }
        self.on_disk = Some(Fingerprint::of(&text.bytes));
        self.known = merged;
        self.pieces = Some(text.pieces);
        self.generation = generation;
        if let Some((generation, theirs)) = theirs {
            self.past.push(generation, theirs);
        }
        self.past.push(generation, self.known.clone());
        self.durable = replaced.is_ok();
        self.was_gone = false;
        replaced?;
        backup::sweep(&*self.disk, self.places.file());
        if has_backup {
            backup::prune(&*self.disk, &self.places, text.bytes.len() as u64);
        }
        Ok(Some(Saved {
            merged: is_merged,
            notes,
        }))
    }

    /// Whether the file still has that content; nothing stands for no file.
    fn is_still(&self, seen: Option<Fingerprint>) -> io::Result<bool> {
        match self.disk.fingerprint(self.places.file()) {
            Ok(now) => Ok(Some(now) == seen),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(seen.is_none()),
            Err(error) => Err(error),
        }
    }

    /// The text of `search`, with what did not change taken over from the file.
    fn text(
        &mut self,
        search: &JobSearch,
        generation: u64,
        found: Found,
    ) -> Result<Text, Unwritable> {
        let Found::AsLeft(bytes) = found else {
            return format::write(search, generation);
        };
        let pieces = self
            .pieces
            .get_or_insert_with(|| Pieces::of_file(&bytes, &self.known));
        format::write_after(search, generation, bytes, pieces)
    }

    /// Looks whether the file was changed from outside, and takes such changes over.
    ///
    /// # Errors
    /// What is there cannot be read; saving is refused until it can.
    pub fn refresh(&mut self) -> Result<Saved, SaveError> {
        let now = Look::at(self.places.file());
        if now.is_some() && now == self.looked_at {
            return Ok(Saved::default());
        }
        let found = self.find()?;
        if let Some(how) = self.is_gone(&found) {
            return if mem::replace(&mut self.was_gone, true) {
                Err(SaveError::Gone(how))
            } else {
                Ok(Saved::default())
            };
        }
        self.was_gone = false;
        self.looked_at = now;
        let (search, notes) = self.merge_with(&found, &self.known);
        match &found {
            Found::Changed {
                bytes,
                theirs,
                generation,
                ..
            } if same_search(&search, theirs) => {
                self.on_disk = Some(Fingerprint::of(bytes));
                self.known = search;
                self.pieces = None;
                self.generation = *generation;
                self.past.push(*generation, self.known.clone());
                self.backed_up = false;
                Ok(Saved {
                    merged: true,
                    notes,
                })
            }
            // It began with an earlier state, and lacks what was saved since.
            Found::Changed { .. } if self.read_only.is_none() => {
                let saved = self.save(&self.known.clone());
                if saved.is_err() {
                    // It is to be looked at again.
                    self.looked_at = None;
                }
                saved
            }
            _ => Ok(Saved::default()),
        }
    }

    fn lock(&self) -> Result<Lock, SaveError> {
        lock_of(&self.places)
    }

    /// Copies the old file: before the first change of a run, before changes from outside are
    /// written over, and before many applications go. True if it did.
    fn back_up(&mut self, found: &Found, next: &JobSearch) -> Result<bool, SaveError> {
        let bytes = match found {
            Found::AsLeft(bytes) if bytes.is_empty() => return Ok(false),
            Found::AsLeft(bytes) => {
                let [next, before] =
                    [next, &self.known].map(|search| search.applications.len() as u64);
                let shrinks = backup::is_much_less(next, before);
                if self.backed_up && !shrinks {
                    return Ok(false);
                }
                bytes
            }
            Found::Changed { bytes, .. } => bytes,
            Found::Missing | Found::Empty => return Ok(false),
        };
        backup::take(&*self.disk, &self.places, bytes).map_err(SaveError::Backup)?;
        self.backed_up = true;
        Ok(true)
    }

    /// Files beside this one whose names could be those of second versions.
    pub(super) fn copies(&self) -> Vec<PathBuf> {
        copies::beside(&self.places)
    }

    /// Whether such a file is a second version of this search.
    pub(super) fn is_version(&self, copy: &Path) -> bool {
        copies::is_version(&self.places, copy, &self.known)
    }
}

/// Said when a file has fields that saving would leave out.
pub(super) const UNKNOWN_FIELDS: &str = "The file has fields that Afterword does not know; saving leaves them out. A copy with them \
     is kept among the backups.";

/// Said when a file can be read, but is not as it was written.
pub(super) const EDITED: &str = "The file was changed since Afterword saved it last, by hand or by \
     damage. If that was not you, compare it with the backups in the settings.";

/// Said of files of a newer version.
pub(super) fn newer(schema: u32) -> String {
    format!(
        "A newer version of Afterword wrote this file (schema {schema}, this version knows \
         {SCHEMA}), so it is only read, never written."
    )
}

/// The lock of whoever saves.
pub(super) fn lock_of(places: &Places) -> Result<Lock, SaveError> {
    match lock_within(&places.lock(), PATIENCE) {
        Lock::Busy => Err(SaveError::Busy),
        // Without locks, comparing the content still keeps us from writing over news.
        lock @ (Lock::Held(_) | Lock::Unknown) => Ok(lock),
    }
}

/// Without the search: it must not get into a log.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("places", &self.places)
            .finish_non_exhaustive()
    }
}
