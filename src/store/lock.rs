//! Locks between processes. The system frees them when their holder ends, however it ends.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

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
    let Some(file) = lock_file(path) else {
        return Lock::Unknown;
    };
    match file.try_lock() {
        Ok(()) => Lock::Held(file),
        Err(TryLockError::WouldBlock) => Lock::Busy,
        Err(TryLockError::Error(_)) => Lock::Unknown,
    }
}

/// Waits for the lock at `path` for a while.
pub(crate) fn lock_within(path: &Path, patience: Duration) -> Lock {
    match try_lock(path) {
        Lock::Busy => wait(path, patience),
        result @ (Lock::Held(_) | Lock::Unknown) => result,
    }
}

/// Waits for the lock at `path`, for as long as it takes.
pub(crate) fn lock_when_free(path: &Path) -> Lock {
    match lock_file(path) {
        Some(file) if file.lock().is_ok() => Lock::Held(file),
        Some(_) | None => Lock::Unknown,
    }
}

/// Waits in the system's queue, on a thread of its own, because that has no end. Asking again and
/// again would come too late each time where several programs save all the time.
fn wait(path: &Path, patience: Duration) -> Lock {
    let (sender, lock) = mpsc::channel();
    let path = path.to_owned();
    let waiting = thread::Builder::new()
        .name("lock".to_owned())
        .spawn(move || {
            // Where nobody waits any more, the lock is dropped, and so let go.
            let _ = sender.send(lock_when_free(&path));
        });
    match waiting {
        Ok(_) => lock.recv_timeout(patience).unwrap_or(Lock::Busy),
        Err(_) => Lock::Busy,
    }
}

/// The file that stands for a lock; nothing where there can be none.
fn lock_file(path: &Path) -> Option<File> {
    // What is not a file (a pipe, a link to somewhere) is not ours to open.
    let is_other = path
        .symlink_metadata()
        .is_ok_and(|about| !about.file_type().is_file());
    if is_other {
        return None;
    }
    let mut options = private_file();
    options.create(true).truncate(false).open(path).ok()
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
