//! Second versions of the file that a synchronising program has left beside it, because two
//! machines changed it at once.

use std::io;
use std::path::{Path, PathBuf};

use super::backup;
use super::disk::{Disk as _, RealDisk, names_beside};
use super::format::{self, LARGEST, Unreadable};
use super::merge::{Merged, merge};
use super::places::Places;
use crate::model::JobSearch;

/// Every second version beside the file.
pub(crate) fn beside(places: &Places) -> Vec<PathBuf> {
    let stem = places.stem();
    names_beside(places.file())
        .into_iter()
        .filter(|name| is_copy(&stem, name))
        .map(|name| places.file().with_file_name(name))
        .collect()
}

/// Whether a file of that name is a second version, as Syncthing, Dropbox or Nextcloud name it.
fn is_copy(stem: &str, name: &str) -> bool {
    let Some(mark) = name
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_suffix(".ron"))
        .map(str::to_lowercase)
    else {
        return false;
    };
    mark.starts_with(".sync-conflict-")
        || mark.starts_with("_conflict-")
        || (mark.starts_with(" (") && mark.contains("conflicted copy") && mark.ends_with(')'))
}

/// Reads such a version.
///
/// # Errors
/// It is no search.
pub fn read_copy(path: &Path) -> Result<JobSearch, Unreadable> {
    let bytes = RealDisk
        .read(path, LARGEST)
        .map_err(|error| Unreadable::nowhere(format!("It cannot be read: {error}.")))?;
    format::read_bytes(&bytes)
}

/// Merges a second version into `ours`. What both began with is not known: nothing that either of
/// them has goes, and what both say in different ways is kept twice.
pub fn merge_copy(ours: &JobSearch, copy: &JobSearch) -> Merged {
    merge(&JobSearch::default(), ours, copy)
}

/// Moves a second version of the file at `file` to the backups, now that it is merged.
///
/// # Errors
/// What the system says.
pub fn put_copy_away(file: &Path, copy: &Path) -> io::Result<()> {
    let places = Places::of(file)?;
    let name = format!("{}.merged-{}.ron", places.stem(), backup::stamp());
    RealDisk.create_folder(&places.backups())?;
    let target = places.backups().join(name);
    if target.try_exists()? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    RealDisk.rename(copy, &target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_the_names_that_sync_programs_give() {
        for name in [
            "jobs.sync-conflict-20261123-101112-ABCDEFG.ron",
            "jobs (Kim's conflicted copy 2026-11-23).ron",
            "jobs (conflicted copy 2026-11-23 101112).ron",
            "jobs (Kim Doe's Conflicted Copy).ron",
            "jobs_conflict-20261123-101112.ron",
        ] {
            assert!(is_copy("jobs", name), "{name}");
        }
        for name in [
            "jobs.ron",
            "jobs (1).ron",
            "jobs (conflicted copy 2026-11-23 101112).reminders.ron",
            "jobs 2.ron",
            "jobs.damaged-20261123T080000Z.ron",
            "other.sync-conflict-20261123-101112-ABCDEFG.ron",
            "jobs.sync-conflict-20261123-101112-ABCDEFG.txt",
        ] {
            assert!(!is_copy("jobs", name), "{name}");
        }
    }
}
