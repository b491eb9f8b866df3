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

/// Every file beside the search whose name could be that of a second version.
pub(crate) fn beside(places: &Places) -> Vec<PathBuf> {
    let stem = places.stem();
    names_beside(places.file())
        .into_iter()
        .filter(|name| named_as_copy(&stem, name).is_some())
        .map(|name| places.file().with_file_name(name))
        .collect()
}

/// Every second version of `search` beside its file.
pub(crate) fn second_versions(places: &Places, search: &JobSearch) -> Vec<PathBuf> {
    let mut found = beside(places);
    found.retain(|path| is_version(places, path, search));
    found
}

/// Whether such a file is one: by its name, or because it has an application of `search`.
pub(crate) fn is_version(places: &Places, path: &Path, search: &JobSearch) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match named_as_copy(&places.stem(), &name) {
        Some(Sure::Yes) => true,
        Some(Sure::No) => read_copy(path).is_ok_and(|other| {
            let mut ids = other.applications.keys();
            ids.any(|id| search.application(*id).is_some())
        }),
        None => false,
    }
}

/// Whether only second versions are named so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    Yes,
    No,
}

/// Whether a file of that name may be a second version, as Syncthing, Dropbox, Nextcloud and
/// OneDrive name them.
fn named_as_copy(stem: &str, name: &str) -> Option<Sure> {
    let mark = name.strip_prefix(stem)?.strip_suffix(".ron")?;
    let lower = mark.to_lowercase();
    let is_sure = lower.starts_with(".sync-conflict-")
        || lower.starts_with("_conflict-")
        || (lower.starts_with(" (") && lower.contains("conflicted copy") && lower.ends_with(')'));
    // OneDrive adds the computer's name, which Windows writes in capitals.
    let computer = mark.strip_prefix('-').unwrap_or_default();
    let is_computer = computer.chars().any(|c| c.is_ascii_uppercase())
        && computer
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    match (is_sure, is_computer) {
        (true, _) => Some(Sure::Yes),
        (false, true) => Some(Sure::No),
        (false, false) => None,
    }
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
    RealDisk.create_folder(&places.backups())?;
    let target = places.merged(&backup::stamp());
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
            assert_eq!(named_as_copy("jobs", name), Some(Sure::Yes), "{name}");
        }
        for name in ["jobs-KIMS-LAPTOP.ron", "jobs-DESKTOP-7AB12C.ron"] {
            assert_eq!(named_as_copy("jobs", name), Some(Sure::No), "{name}");
        }
        for name in [
            "jobs.ron",
            "jobs (1).ron",
            "jobs (conflicted copy 2026-11-23 101112).reminders.ron",
            "jobs 2.ron",
            "jobs-old.ron",
            "jobs-2026.ron",
            "jobs-.ron",
            "jobs.damaged-20261123T080000Z.ron",
            "other.sync-conflict-20261123-101112-ABCDEFG.ron",
            "jobs.sync-conflict-20261123-101112-ABCDEFG.txt",
        ] {
            assert_eq!(named_as_copy("jobs", name), None, "{name}");
        }
    }

    #[test]
    fn a_name_that_may_be_another_files_is_looked_into() {
        use crate::store::tests::search;

        let folder = tempfile::tempdir().unwrap();
        let places = Places::of(&folder.path().join("jobs.ron")).unwrap();
        let ours = search(&["Acme", "Globex"]);
        let copy = folder.path().join("jobs-KIMS-LAPTOP.ron");
        let write = |other: &JobSearch| {
            std::fs::write(&copy, format::write(other, 1).unwrap().bytes).unwrap();
        };
        write(&search(&["Acme"]));
        assert!(!is_version(&places, &copy, &ours), "another search");
        let mut theirs = ours.clone();
        theirs.applications.pop_first();
        write(&theirs);
        assert!(is_version(&places, &copy, &ours));
        assert_eq!(beside(&places), [copy]);
    }

    #[test]
    fn two_copies_are_put_away_in_one_second() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("jobs.ron");
        for content in ["one", "two"] {
            let copy = folder.path().join("copy");
            std::fs::write(&copy, content).unwrap();
            put_copy_away(&file, &copy).unwrap();
        }
        let backups = std::fs::read_dir(folder.path().join("backups")).unwrap();
        assert_eq!(backups.count(), 2);
    }
}
