//! What there may be at a path.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::backup;
use super::damage::Damage;
use super::disk::{Disk, RealDisk};
use super::fingerprint::Fingerprint;
use super::format::{self, Content, LARGEST, SCHEMA, Seal, Unreadable};
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
