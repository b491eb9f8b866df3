//! Copies of earlier states, in `backups/` beside the file.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::disk::{Disk, ReplaceError, left_behind, names_beside, replace};
use super::format::{self, LARGEST, Unreadable};
use super::places::Places;
use crate::model::JobSearch;

/// How many copies are kept.
const KEPT: usize = 20;

/// So many of the newest must be readable before older ones are removed.
const PROVEN: usize = 3;

/// In names, where a colon is not allowed everywhere.
const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// A copy of an earlier state of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// When it was taken; nothing for what an interrupted save left behind.
    pub taken: Option<DateTime<Utc>>,
    /// Its size in bytes.
    pub size: u64,
    /// Copies are counted, so that their order is right whatever the clock said.
    number: u64,
}

impl Backup {
    /// What it holds.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(&self) -> Result<JobSearch, Unreadable> {
        self.bytes(&super::RealDisk).map(|(_, search)| search)
    }

    /// Its bytes, which are a search.
    pub(crate) fn bytes(&self, disk: &dyn Disk) -> Result<(Vec<u8>, JobSearch), Unreadable> {
        let bytes = disk
            .read(&self.path, LARGEST)
            .map_err(|error| Unreadable::nowhere(format!("It cannot be read: {error}.")))?;
        let search = format::read(&bytes)?.search;
        Ok((bytes, search))
    }
}

/// Every copy of the search at `places`, the newest first.
pub(crate) fn list(places: &Places) -> Vec<Backup> {
    let folder = places.backups();
    let stem = places.stem();
    let mut backups: Vec<Backup> = names_beside(&folder.join("any"))
        .into_iter()
        .filter_map(|name| {
            let (taken, number) = parse_name(&stem, &name)?;
            let path = folder.join(name);
            let size = fs::metadata(&path)
                .ok()
                .filter(fs::Metadata::is_file)?
                .len();
            Some(Backup {
                path,
                taken: Some(taken.and_utc()),
                size,
                number,
            })
        })
        .collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.number));
    backups
}

/// What interrupted saves of the file left behind, the last written first.
pub(crate) fn orphans(places: &Places) -> Vec<Backup> {
    let mut orphans: Vec<_> = left_behind(places.file())
        .into_iter()
        .filter_map(|path| {
            let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
            let backup = Backup {
                path,
                taken: None,
                size: about.len(),
                number: 0,
            };
            Some((about.modified().ok(), backup))
        })
        .collect();
    orphans.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    orphans.into_iter().map(|(_, backup)| backup).collect()
}

/// Puts a copy of the file's `bytes`, which are a search, among the backups.
pub(crate) fn take(disk: &dyn Disk, places: &Places, bytes: &[u8]) -> Result<(), ReplaceError> {
    let folder = places.backups();
    let number = list(places).first().map_or(1, |newest| newest.number + 1);
    let path = folder.join(name(&places.stem(), number));
    // By way of another name, so that half a copy never counts as one.
    replace(disk, &path, bytes)
}

/// Removes the oldest copies, once the newest are known to be good. What cannot be removed stays.
pub(crate) fn prune(disk: &dyn Disk, places: &Places) {
    let backups = list(places);
    let Some(old) = backups.get(KEPT..).filter(|old| !old.is_empty()) else {
        return;
    };
    let proven = backups
        .iter()
        .take(PROVEN)
        .all(|backup| backup.bytes(disk).is_ok());
    if proven {
        for backup in old {
            let _ = disk.remove(&backup.path);
        }
    }
}

/// The present in UTC, for the names of files: it is about the machine, not about the search.
pub(crate) fn stamp() -> String {
    Utc::now().format(STAMP).to_string()
}

fn name(stem: &str, number: u64) -> String {
    format!("{stem}-{}-{number:04}.ron", stamp())
}

fn parse_name(stem: &str, name: &str) -> Option<(NaiveDateTime, u64)> {
    let rest = name.strip_prefix(stem)?.strip_prefix('-')?;
    let (taken, number) = rest.strip_suffix(".ron")?.split_once('-')?;
    let taken = NaiveDateTime::parse_from_str(taken, STAMP).ok()?;
    Some((taken, number.parse().ok()?))
}

/// Whether anything says that there was a search here before.
pub(crate) fn any_trace(places: &Places) -> bool {
    !list(places).is_empty() || !left_behind(places.file()).is_empty()
}

/// Removes what interrupted saves left behind. Only for whoever holds the lock.
pub(crate) fn sweep(disk: &dyn Disk, file: &Path) {
    for path in left_behind(file) {
        let _ = disk.remove(&path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::RealDisk;

    #[test]
    fn names_of_another_file_are_not_taken_for_ours() {
        let (taken, number) = parse_name("jobs", "jobs-20261123T080000Z-0012.ron").unwrap();
        assert_eq!(taken.to_string(), "2026-11-23 08:00:00");
        assert_eq!(number, 12);
        for name in [
            "jobs-2026-20261123T080000Z-0012.ron",
            "jobs-20261123T080000Z-0012.ron.tmp",
            "jobs.ron",
            "jobs-x.ron",
        ] {
            assert!(parse_name("jobs", name).is_none(), "{name}");
        }
    }

    #[test]
    fn old_copies_go_once_the_newest_are_known_to_be_good() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::of(&folder.path().join("jobs.ron")).unwrap();
        let good = format::write(&JobSearch::default(), 1).unwrap().bytes;
        for _ in 0..KEPT + 5 {
            take(&RealDisk, &places, &good).unwrap();
        }
        prune(&RealDisk, &places);
        let kept = list(&places);
        assert_eq!(kept.len(), KEPT);
        assert_eq!(kept[0].number, 25);

        take(&RealDisk, &places, b"damaged").unwrap();
        prune(&RealDisk, &places);
        assert_eq!(list(&places).len(), KEPT + 1);
    }
}
