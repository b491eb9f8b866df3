//! What there is when a save, or a look, comes back to the file.

use std::io;

use super::{Store, UNKNOWN_FIELDS};
use crate::model::JobSearch;
use crate::store::error::SaveError;
use crate::store::fingerprint::Fingerprint;
use crate::store::format::{self, LARGEST, SCHEMA, Seal};
use crate::store::merge::{Merged, merge};

/// A version from outside without any application does not count as news if there were so many.
const TOO_MANY_TO_VANISH: usize = 3;

/// The file as it is found when it should be as it was left.
pub(super) enum Found {
    AsLeft(Vec<u8>),
    Missing,
    Empty,
    Changed {
        bytes: Vec<u8>,
        theirs: Box<JobSearch>,
        generation: u64,
        seal: Seal,
        unknown: bool,
    },
}

impl Found {
    /// What another program has written, with its generation.
    pub(super) fn theirs(&self) -> Option<(u64, JobSearch)> {
        match self {
            Self::Changed {
                theirs, generation, ..
            } => Some((*generation, (**theirs).clone())),
            Self::AsLeft(_) | Self::Missing | Self::Empty => None,
        }
    }

    /// What tells its content from another, where that of a file as it was left is `known`.
    pub(super) fn fingerprint(&self, known: Option<Fingerprint>) -> Option<Fingerprint> {
        match self {
            Self::AsLeft(_) => known,
            Self::Missing => None,
            Self::Empty => Some(Fingerprint::of(&[])),
            Self::Changed { bytes, .. } => Some(Fingerprint::of(bytes)),
        }
    }
}

impl Store {
    /// Looks what there is.
    pub(super) fn find(&self) -> Result<Found, SaveError> {
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
            seal: content.seal,
            unknown: !content.unknown.is_empty(),
        })
    }

    /// `ours` with what is new in the file, and what to say of it.
    pub(super) fn merge_with(&self, found: &Found, ours: &JobSearch) -> (JobSearch, Vec<String>) {
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
                theirs,
                generation,
                seal,
                unknown,
                ..
            } => {
                let base = self.past.base_of(*generation, *seal);
                let base = base.unwrap_or(&self.known);
                let Merged { search, mut notes } = merge(base, ours, theirs);
                if *unknown {
                    notes.push(UNKNOWN_FIELDS.to_owned());
                }
                (search, notes)
            }
        }
    }

    /// How the search has gone from the file, if it has.
    pub(super) fn is_gone(&self, found: &Found) -> Option<&'static str> {
        match found {
            Found::Missing if self.on_disk.is_some() => Some("the file is not there any more"),
            Found::Empty => Some("the file was emptied by something else"),
            Found::Changed { theirs, .. } if self.is_emptied(theirs) => {
                Some("something else has removed every application from the file")
            }
            Found::AsLeft(_) | Found::Missing | Found::Changed { .. } => None,
        }
    }

    fn is_emptied(&self, theirs: &JobSearch) -> bool {
        theirs.applications.is_empty() && self.known.applications.len() >= TOO_MANY_TO_VANISH
    }

    /// That of the next save.
    pub(super) fn next_generation(&self, found: &Found) -> u64 {
        let theirs = match found {
            Found::Changed { generation, .. } => *generation,
            Found::AsLeft(_) | Found::Missing | Found::Empty => 0,
        };
        self.generation.max(theirs).saturating_add(1)
    }
}
