//! Where a search's files are.

use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The file that holds a search, and everything that stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    file: PathBuf,
}

impl Places {
    /// The search's file where the user names none: `afterword.ron` in the platform's data folder.
    /// Nothing if the user has no home.
    pub fn default_file() -> Option<PathBuf> {
        ProjectDirs::from("", "", "Afterword").map(|dirs| dirs.data_dir().join("afterword.ron"))
    }

    /// The places that belong to the file at `path`. A link is followed first, so that the file it
    /// leads to is replaced, not the link.
    ///
    /// # Errors
    /// The path names no file, or is a link that leads nowhere.
    pub fn of(path: &Path) -> io::Result<Self> {
        let is_link = path
            .symlink_metadata()
            .is_ok_and(|about| about.file_type().is_symlink());
        let file = if is_link {
            path.canonicalize()?
        } else {
            std::path::absolute(path)?
        };
        if file.file_name().is_none() {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "it is not a file",
            ));
        }
        Ok(Self { file })
    }

    /// The search itself.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Copies of earlier states.
    pub fn backups(&self) -> PathBuf {
        self.file.with_file_name("backups")
    }

    /// What is typed and no part of the search yet.
    pub(crate) fn unsaved(&self) -> PathBuf {
        self.hidden("unsaved")
    }

    /// A new name beside the file for such words that cannot be put back.
    pub(crate) fn unsaved_aside(&self) -> PathBuf {
        free(|suffix| {
            let name = format!("{}.unsaved{suffix}.txt", self.stem());
            self.file.with_file_name(name)
        })
    }

    /// Locked while somebody saves.
    pub fn lock(&self) -> PathBuf {
        self.hidden("lock")
    }

    /// What was notified, snoozed and dismissed.
    pub fn ledger(&self) -> PathBuf {
        self.file
            .with_file_name(format!("{}.reminders.ron", self.stem()))
    }

    /// What a crash has left; it says where in the program it happened, and nothing of the search.
    pub fn crash_report(&self) -> PathBuf {
        self.file
            .with_file_name(format!("{}.crash.txt", self.stem()))
    }

    /// What could not be done while nobody looked; nothing of the search is in it.
    pub(crate) fn log(&self) -> PathBuf {
        self.file.with_file_name(format!("{}.log", self.stem()))
    }

    /// Locked while somebody changes the ledger.
    pub fn ledger_lock(&self) -> PathBuf {
        self.hidden("reminders.lock")
    }

    /// Locked for as long as an agent runs.
    pub fn agent_lock(&self) -> PathBuf {
        self.hidden("agent.lock")
    }

    /// Locked for as long as somebody notifies.
    pub fn notifier_lock(&self) -> PathBuf {
        self.hidden("notifier.lock")
    }

    /// A new name beside the file for one that cannot be read.
    pub(crate) fn aside(&self, stamp: &str) -> PathBuf {
        free(|suffix| {
            let name = format!("{}.damaged-{stamp}{suffix}.ron", self.stem());
            self.file.with_file_name(name)
        })
    }

    /// A new name among the backups for a second version that was merged.
    pub(crate) fn merged(&self, stamp: &str) -> PathBuf {
        let name = |suffix: &str| format!("{}.merged-{stamp}{suffix}.ron", self.stem());
        free(|suffix| self.backups().join(name(suffix)))
    }

    /// The file's name without its ending.
    pub(crate) fn stem(&self) -> String {
        let stem = self.file.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    fn hidden(&self, ending: &str) -> PathBuf {
        let name = self.file.file_name().unwrap_or_default();
        self.file
            .with_file_name(format!(".{}.{ending}", name.to_string_lossy()))
    }
}

/// The first of such paths that nothing has: without a suffix, else with `-1`, `-2`, …
fn free(path: impl Fn(&str) -> PathBuf) -> PathBuf {
    let numbered = (1_u32..).map(|count| path(&format!("-{count}")));
    std::iter::once(path(""))
        .chain(numbered)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or_else(|| path(""))
}
