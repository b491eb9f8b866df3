use std::path::Path;
use std::time::SystemTime;

/// What tells, without reading it, whether a file may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    size: u64,
    modified: SystemTime,
    /// The file's own number and its time of change, where the system has them.
    identity: (u64, i64, i64),
}

impl Look {
    /// What the file at that path looks like now; nothing if there is none.
    pub(super) fn at(path: &Path) -> Option<Self> {
        let about = path.metadata().ok()?;
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt as _;
            (about.ino(), about.ctime(), about.ctime_nsec())
        };
        #[cfg(not(unix))]
        let identity = (0, 0, 0);
        Some(Self {
            size: about.len(),
            modified: about.modified().ok()?,
            identity,
        })
    }
}
