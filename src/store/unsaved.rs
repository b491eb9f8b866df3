//! Words that are typed into forms and are no part of the search yet, beside its file.

use std::io;
use std::path::{Path, PathBuf};

use super::backup::sweep;
use super::disk::{Disk as _, RealDisk, ReplaceError, replace};
use super::places::Places;

/// What is larger was not written by a window.
const LARGEST: u64 = 10_000_000;

/// Where such words are kept while somebody types, so that a crash does not take them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsavedWords {
    places: Places,
}

impl UnsavedWords {
    /// Those of the search in the file at `file`.
    ///
    /// # Errors
    /// The path names no file.
    pub fn of(file: &Path) -> io::Result<Self> {
        Places::of(file).map(|places| Self { places })
    }

    /// What was kept last; nothing if all of it was done with.
    pub fn read(&self) -> Option<String> {
        let bytes = RealDisk.read(&self.path(), LARGEST).ok()?;
        String::from_utf8(bytes).ok()
    }

    /// Keeps `words` in the place of those before; empty ones leave no file.
    ///
    /// # Errors
    /// They are not kept; those before still are.
    pub fn keep(&self, words: &str) -> Result<(), ReplaceError> {
        let path = self.path();
        sweep(&RealDisk, &path);
        if words.is_empty() {
            // What is not there need not be removed.
            let _ = RealDisk.remove(&path);
            return Ok(());
        }
        replace(&RealDisk, &path, words.as_bytes())
    }

    /// Puts what was kept aside, under a name that nothing else has; returns that.
    ///
    /// # Errors
    /// What the system says.
    pub fn put_aside(&self) -> io::Result<PathBuf> {
        let aside = self.places.unsaved_aside();
        RealDisk.rename(&self.path(), &aside)?;
        Ok(aside)
    }

    fn path(&self) -> PathBuf {
        self.places.unsaved()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_until_they_are_done_with_and_nobody_else_reads_them() {
        let folder = tempfile::tempdir().unwrap();
        let words = UnsavedWords::of(&folder.path().join("jobs.ron")).unwrap();
        assert_eq!(words.read(), None);
        words.keep("Bring the num").unwrap();
        words.keep("Bring the numbers").unwrap();
        assert_eq!(words.read().unwrap(), "Bring the numbers");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = words.path().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        words.keep("").unwrap();
        words.keep("").unwrap();
        assert_eq!(words.read(), None);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_cannot_be_put_back_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let words = UnsavedWords::of(&folder.path().join("jobs.ron")).unwrap();
        for text in ["one", "two"] {
            words.keep(text).unwrap();
            let aside = words.put_aside().unwrap();
            assert_eq!(std::fs::read_to_string(aside).unwrap(), text);
            assert_eq!(words.read(), None);
        }
    }
}
