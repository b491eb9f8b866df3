//! Locks between processes. The system frees them when their holder ends, however it ends.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::disk::private_file;

/// What came of asking for a lock.
#[derive(Debug)]
pub(crate) enum Lock {
    /// It is ours until this is dropped.
    Held(#[expect(dead_code, reason = "holding it is its use")] File),
    /// Somebody else has it.
    Busy,
    /// There are no locks here, as on some network shares. What follows must be safe without one.
    Unknown,
}

/// Asks once for the lock at `path`.
pub(crate) fn try_lock(path: &Path) -> Lock {
    // What is not a file (a pipe, a link to somewhere) is not ours to open.
    if path
        .symlink_metadata()
        .is_ok_and(|about| !about.file_type().is_file())
    {
        return Lock::Unknown;
    }
    let Ok(file) = private_file().create(true).truncate(false).open(path) else {
        return Lock::Unknown;
    };
    match file.try_lock() {
        Ok(()) => Lock::Held(file),
        Err(TryLockError::WouldBlock) => Lock::Busy,
        Err(TryLockError::Error(_)) => Lock::Unknown,
    }
}

/// Asks for the lock at `path` again and again for a short while.
pub(crate) fn lock_within(path: &Path, patience: Duration) -> Lock {
    let end = Instant::now() + patience;
    loop {
        match try_lock(path) {
            Lock::Busy if Instant::now() < end => sleep(Duration::from_millis(10)),
            result => return result,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_and_the_next_gets_it_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = try_lock(&path);
        assert!(matches!(first, Lock::Held(_)));
        assert!(matches!(
            lock_within(&path, Duration::from_millis(30)),
            Lock::Busy
        ));
        drop(first);
        assert!(matches!(try_lock(&path), Lock::Held(_)));
    }

    #[test]
    fn a_folder_or_a_link_in_its_place_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(try_lock(folder.path()), Lock::Unknown));
        #[cfg(unix)]
        {
            let victim = folder.path().join("victim");
            std::fs::write(&victim, "precious").unwrap();
            let link = folder.path().join("lock");
            std::os::unix::fs::symlink(&victim, &link).unwrap();
            assert!(matches!(try_lock(&link), Lock::Unknown));
            assert_eq!(std::fs::read_to_string(&victim).unwrap(), "precious");
        }
    }
}
