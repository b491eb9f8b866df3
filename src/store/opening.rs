//! What there may be at a path.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::backup::{self, Backup};
use super::disk::{Disk, RealDisk};
use super::error::SaveError;
use super::format::{self, Content, Fingerprint, LARGEST, SCHEMA, Salvage, Seal, Unreadable};
use super::places::Places;
use super::store::{EDITED, Store, UNKNOWN_FIELDS, newer};
use crate::model::JobSearch;

/// What there was at a path.
#[derive(Debug)]
pub enum Opened {
    /// A search.
    Loaded {
        /// It, with its file.
        store: Store,
        /// What the user should know, as a sentence.
        notice: Option<String>,
    },
    /// Nothing yet: a search begins. Its file comes with the first save.
    New(Store),
    /// A search that a newer version wrote: to look at, never to save.
    /// [`Store::read_only`] says why.
    Newer(Store),
    /// Something that is no search, or less than there was.
    Damaged(Damage),
}

/// Why nothing can be done with a path.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be opened: {source}", path.display())]
pub struct OpenError {
    path: PathBuf,
    source: io::Error,
}

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

impl Store {
    /// Opens the search at `path`.
    ///
    /// # Errors
    /// There is something that cannot be looked at.
    pub fn open(path: &Path) -> Result<Opened, OpenError> {
        Self::open_on(Arc::new(RealDisk), path)
    }

    /// Opens the search at `path` on another disk.
    ///
    /// # Errors
    /// There is something that cannot be looked at.
    pub fn open_on(disk: Arc<dyn Disk>, path: &Path) -> Result<Opened, OpenError> {
        let failed = |source| OpenError {
            path: path.to_owned(),
            source,
        };
        let places = Places::of(path).map_err(failed)?;
        let bytes = match disk.read(places.file(), LARGEST) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                let what = Unreadable::nowhere(format!("The file cannot be a search: {error}."));
                return Ok(Opened::Damaged(Damage::of(disk, places, None, what)));
            }
            Err(error) => return Err(failed(error)),
        };
        Ok(opened(disk, places, bytes.as_deref()))
    }
}

fn opened(disk: Arc<dyn Disk>, places: Places, bytes: Option<&[u8]>) -> Opened {
    let bytes = match bytes {
        Some(bytes) if !bytes.is_empty() => bytes,
        nothing if backup::any_trace(&places) => {
            let what = Unreadable::nowhere(match nothing {
                None => "The file is missing, but there are copies of earlier states.",
                Some(_) => "The file is empty, but there are copies of earlier states.",
            });
            let found = nothing.map(Fingerprint::of);
            return Opened::Damaged(Damage::of(disk, places, found, what));
        }
        nothing => {
            let found = nothing.map(Fingerprint::of);
            return Opened::New(Store::new(disk, places, found, JobSearch::default(), None));
        }
    };
    let found = Some(Fingerprint::of(bytes));
    match format::read(bytes) {
        Err(what) => Opened::Damaged(Damage::of(disk, places, found, what)),
        Ok(Content { schema, search, .. }) if schema > SCHEMA => {
            Opened::Newer(Store::new(disk, places, found, search, Some(newer(schema))))
        }
        Ok(content) => Opened::Loaded {
            notice: notice(&content),
            store: Store::new(disk, places, found, content.search, None)
                .at_generation(content.generation),
        },
    }
}

/// What the user should know of a file that was read.
fn notice(content: &Content) -> Option<String> {
    let mut notices = Vec::new();
    if content.seal == Seal::Broken {
        notices.push(EDITED.to_owned());
    }
    if !content.unknown.is_empty() {
        let fields = some_of(&content.unknown);
        notices.push(format!("{UNKNOWN_FIELDS} They are: {fields}."));
    }
    (!notices.is_empty()).then(|| notices.join(" "))
}

fn some_of(unknown: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<&str> = unknown.iter().take(SHOWN).map(String::as_str).collect();
    let more = unknown.len().saturating_sub(SHOWN);
    let end = if more == 0 {
        String::new()
    } else {
        format!(" and {more} more")
    };
    format!("{}{end}", shown.join(", "))
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
    fn of(
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
        self.put_aside()?;
        let mut store = Store::new(
            Arc::clone(&self.disk),
            self.places.clone(),
            None,
            search,
            None,
        );
        store.write_first(bytes)?;
        Ok(store)
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
        self.disk
            .rename(file, &aside)
            .map_err(|error| SaveError::Write(format!("the file cannot be renamed: {error}")))
    }
}
