use std::fmt;
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::backup::{self, Backup};
use super::copies;
use super::disk::{Disk, replace};
use super::error::SaveError;
use super::format::{self, Fingerprint, LARGEST, Pieces, SCHEMA, Text, Unwritable};
use super::lock::{Lock, lock_within};
use super::look::Look;
use super::merge::{Merged, merge, same_search};
use super::places::Places;
use crate::model::JobSearch;

/// How long a save waits for another one to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// A version from outside without any application does not count as news if there were so many.
const TOO_MANY_TO_VANISH: usize = 3;

/// A search, and the file that holds it.
pub struct Store {
    disk: Arc<dyn Disk>,
    places: Places,
    /// What the file held when it was last read or written; nothing while there is no file.
    on_disk: Option<Fingerprint>,
    /// The same as data: what changes from outside are measured against.
    known: JobSearch,
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

/// The file as it is found when it should be as it was left.
enum Found {
    AsLeft(Vec<u8>),
    Missing,
    Empty,
    Changed {
        bytes: Vec<u8>,
        theirs: Box<JobSearch>,
        generation: u64,
        unknown: bool,
    },
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
            self.disk
                .create_folder(folder)
                .map_err(|error| SaveError::Write(error.to_string()))?;
        }
        let _lock = self.lock()?;
        let found = self.find()?;
        let (merged, notes) = self.merge_with(&found, ours);
        let unchanged = matches!(found, Found::AsLeft(_)) && same_search(&merged, &self.known);
        if unchanged && self.durable {
            return Ok(Saved::default());
        }
        let generation = self.next_generation(&found);
        let is_merged = matches!(found, Found::Changed { .. });
        let has_backup = self.back_up(&found, &merged)?;
        let text = self.text(&merged, generation, found)?;
        let replaced = replace(&*self.disk, self.places.file(), &text.bytes);
        if let Err(error) = &replaced
            && !error.in_place
        {
            return Err(SaveError::Write(error.to_string()));
        }
        self.on_disk = Some(Fingerprint::of(&text.bytes));
        self.known = merged;
        self.pieces = Some(text.pieces);
        self.generation = generation;
        self.durable = replaced.is_ok();
        self.was_gone = false;
        replaced?;
        backup::sweep(&*self.disk, self.places.file());
        if has_backup {
            backup::prune(&*self.disk, &self.places, text.bytes.len() as u64);
        }
        Ok(Saved {
            merged: is_merged,
            notes,
        })
    }

    fn next_generation(&self, found: &Found) -> u64 {
        let theirs = match found {
            Found::Changed { generation, .. } => *generation,
            Found::AsLeft(_) | Found::Missing | Found::Empty => 0,
        };
        self.generation.max(theirs).saturating_add(1)
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
                self.backed_up = false;
                Ok(Saved {
                    merged: true,
                    notes,
                })
            }
            _ => Ok(Saved::default()),
        }
    }

    /// Saves `search` to another file, and goes on with that one. Whatever is there is replaced;
    /// a search that is there is copied to the backups first.
    ///
    /// # Errors
    /// It is not saved; this store and the other file are as they were.
    pub fn save_as(&mut self, path: &Path, search: &JobSearch) -> Result<(), SaveError> {
        let (places, written) = write_elsewhere(&*self.disk, path, search)?;
        let disk = Arc::clone(&self.disk);
        *self = Self::new(disk, places, Some(written), search.clone(), None);
        Ok(())
    }

    /// Saves a copy of `search` to another file, and goes on with this one.
    ///
    /// # Errors
    /// The copy is not saved.
    pub fn save_copy(path: &Path, search: &JobSearch) -> Result<(), SaveError> {
        write_elsewhere(&super::RealDisk, path, search).map(drop)
    }

    /// Writes the first version of a search that starts anew.
    pub(super) fn write_first(&mut self, bytes: &[u8]) -> Result<(), SaveError> {
        replace(&*self.disk, self.places.file(), bytes)?;
        self.on_disk = Some(Fingerprint::of(bytes));
        Ok(())
    }

    fn lock(&self) -> Result<Lock, SaveError> {
        match lock_within(&self.places.lock(), PATIENCE) {
            Lock::Busy => Err(SaveError::Busy),
            // Without locks, comparing the content still keeps us from writing over news.
            lock @ (Lock::Held(_) | Lock::Unknown) => Ok(lock),
        }
    }

    fn find(&self) -> Result<Found, SaveError> {
        let bytes = match self.disk.read(self.places.file(), LARGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Missing),
            Err(error) => return Err(SaveError::Look(error)),
        };
        if self.on_disk == Some(Fingerprint::of(&bytes)) {
            return Ok(Found::AsLeft(bytes));
        }
        if bytes.is_empty() {
            return Ok(Found::Empty);
        }
        let content = format::read(&bytes).map_err(SaveError::Unreadable)?;
        if content.schema > SCHEMA {
            return Err(SaveError::Newer(content.schema));
        }
        Ok(Found::Changed {
            bytes,
            theirs: Box::new(content.search),
            generation: content.generation,
            unknown: !content.unknown.is_empty(),
        })
    }

    fn merge_with(&self, found: &Found, ours: &JobSearch) -> (JobSearch, Vec<String>) {
        let note = |text: &str| (ours.clone(), vec![text.to_owned()]);
        match found {
            Found::AsLeft(_) => (ours.clone(), Vec::new()),
            Found::Missing if self.on_disk.is_none() => (ours.clone(), Vec::new()),
            Found::Missing => {
                note("The file had been removed by something else; it is there again.")
            }
            Found::Empty => note("The file had been emptied by something else; it is whole again."),
            Found::Changed { theirs, .. } if self.is_emptied(theirs) => note(
                "Something else had removed every application from the file; they are there \
                     again. What it had written is among the backups.",
            ),
            Found::Changed {
                theirs, unknown, ..
            } => {
                let Merged { search, mut notes } = merge(&self.known, ours, theirs);
                if *unknown {
                    notes.push(UNKNOWN_FIELDS.to_owned());
                }
                (search, notes)
            }
        }
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

    /// How the search has gone from the file, if it has.
    fn is_gone(&self, found: &Found) -> Option<&'static str> {
        match found {
            Found::Missing if self.on_disk.is_some() => Some("The file is not there any more."),
            Found::Empty => Some("The file was emptied by something else."),
            Found::Changed { theirs, .. } if self.is_emptied(theirs) => {
                Some("Something else has removed every application from the file.")
            }
            Found::AsLeft(_) | Found::Missing | Found::Changed { .. } => None,
        }
    }

    fn is_emptied(&self, theirs: &JobSearch) -> bool {
        theirs.applications.is_empty() && self.known.applications.len() >= TOO_MANY_TO_VANISH
    }

    /// Second versions that a synchronising program has left beside the file.
    pub(super) fn copies(&self) -> Vec<PathBuf> {
        copies::beside(&self.places)
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

fn write_elsewhere(
    disk: &dyn Disk,
    path: &Path,
    search: &JobSearch,
) -> Result<(Places, Fingerprint), SaveError> {
    let places = Places::of(path).map_err(SaveError::Look)?;
    let text = format::write(search, 1)?;
    if let Some(folder) = places.file().parent() {
        disk.create_folder(folder)
            .map_err(|error| SaveError::Write(error.to_string()))?;
    }
    let _lock = match lock_within(&places.lock(), PATIENCE) {
        Lock::Busy => return Err(SaveError::Busy),
        lock @ (Lock::Held(_) | Lock::Unknown) => lock,
    };
    match disk.read(places.file(), LARGEST) {
        Ok(bytes) if format::read(&bytes).is_ok() => {
            backup::take(disk, &places, &bytes).map_err(SaveError::Backup)?;
        }
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
            return Err(SaveError::Look(error));
        }
        // Nothing, or no search: the user has agreed to replace it.
        Ok(_) | Err(_) => {}
    }
    replace(disk, places.file(), &text.bytes)?;
    Ok((places, Fingerprint::of(&text.bytes)))
}

/// Without the search: it must not get into a log.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("places", &self.places)
            .finish_non_exhaustive()
    }
}
