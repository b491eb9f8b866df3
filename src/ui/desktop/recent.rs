//! Files that were opened before, the last one first: a list beside the default file.

use std::path::{Path, PathBuf};

use crate::store::{Disk as _, Places, RealDisk, replace};

/// So many are remembered.
const KEPT: usize = 8;

/// A list of so many paths is not larger.
const LARGEST: u64 = 100_000;

/// Where the list is; nothing if the user has no home.
pub(super) fn list() -> Option<PathBuf> {
    Places::default_file().map(|file| file.with_file_name("recent.ron"))
}

/// Puts `file` first in the list at `list`; returns the others that are still there.
pub(super) fn remember(list: &Path, file: &Path) -> Vec<PathBuf> {
    // The same file by another way is the same.
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let mut others = read(list);
    others.retain(|other| *other != file);
    let all: Vec<&str> = std::iter::once(&file)
        .chain(&others)
        .take(KEPT)
        .filter_map(|path| path.to_str())
        .collect();
    let kept = ron::to_string(&all)
        .map_err(|error| error.to_string())
        .and_then(|text| {
            replace(&RealDisk, list, text.as_bytes()).map_err(|error| error.to_string())
        });
    if let Err(error) = kept {
        tracing::warn!("the list of files is not kept: {error}");
    }
    others.truncate(KEPT - 1);
    others.retain(|other| other.is_file());
    others
}

fn read(list: &Path) -> Vec<PathBuf> {
    let bytes = RealDisk.read(list, LARGEST).unwrap_or_default();
    ron::de::from_bytes(&bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_last_ones_that_are_still_there_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let list = folder.join("state/recent.ron");
        let files: Vec<PathBuf> = (0..10).map(|n| folder.join(format!("{n}.ron"))).collect();
        assert!(remember(&list, &files[0]).is_empty());
        for file in &files {
            fs::write(file, "").unwrap();
            remember(&list, file);
        }
        fs::remove_file(&files[8]).unwrap();
        let told = remember(&list, &files[9]);
        assert_eq!(told, [7, 6, 5, 4, 3, 2].map(|n| files[n].clone()));
        assert_eq!(remember(&list, &files[7])[0], files[9]);
    }

    #[test]
    fn a_list_that_cannot_be_read_is_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("recent.ron");
        fs::write(&list, "(((").unwrap();
        assert!(remember(&list, &folder.path().join("a.ron")).is_empty());
        assert_eq!(read(&list).len(), 1);
    }
}
