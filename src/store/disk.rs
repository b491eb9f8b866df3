//! The only way in which the store touches the disk.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::sleep;
use std::time::Duration;

use super::fingerprint::Fingerprint;

/// File operations, one method each, so that a test can fail at the n-th of them. The bodies are
/// the real ones.
pub trait Disk: Send + Sync {
    /// The whole of a file of at most `limit` bytes. A folder, a pipe or a device is refused
    /// before it is opened: reading one might never end.
    ///
    /// # Errors
    /// What the system says, or that it is no file, or that it is too large.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let about = fs::metadata(path)?;
        if !about.is_file() {
            return Err(not_a_file());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len().min(limit)).unwrap_or(0));
        File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                format!("it is larger than {} MB", limit / 1_000_000),
            ));
        }
        Ok(bytes)
    }

    /// Whether a file holds exactly `bytes`; it is never in memory as a whole.
    ///
    /// # Errors
    /// What the system says.
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        let mut file = File::open(path)?;
        let mut part = vec![0; bytes.len().clamp(1, 1 << 18)];
        let mut rest = bytes;
        loop {
            let count = file.read(&mut part)?;
            if count == 0 {
                return Ok(rest.is_empty());
            }
            match (rest.split_at_checked(count), part.get(..count)) {
                (Some((expected, after)), Some(part)) if expected == part => rest = after,
                _ => return Ok(false),
            }
        }
    }

    /// What tells the file's content from another; it is never in memory as a whole.
    ///
    /// # Errors
    /// What the system says, or that it is no file.
    fn fingerprint(&self, path: &Path) -> io::Result<Fingerprint> {
        if !fs::metadata(path)?.is_file() {
            return Err(not_a_file());
        }
        Fingerprint::of_all(File::open(path)?)
    }

    /// A new file that only the user may read; an error if there is one of that name.
    ///
    /// # Errors
    /// What the system says.
    fn create_new(&self, path: &Path) -> io::Result<File> {
        private_file().create_new(true).open(path)
    }

    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// What the system says; some of the bytes may have been written.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)?;
        file.flush()
    }

    /// Returns when the file's content is on the disk.
    ///
    /// # Errors
    /// What the system says; then the file is not to be trusted, nor to be synced again.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Gives a file another name, in place of whatever has that name.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Returns when the names in a folder are on the disk. Nothing where the system knows no such
    /// thing.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if !cfg!(unix) {
            return Ok(());
        }
        match File::open(folder)?.sync_all() {
            // Some network file systems cannot sync a folder.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            result => result,
        }
    }

    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    /// Creates a folder and those above it, private to the user, where they are missing.
    ///
    /// # Errors
    /// What the system says.
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }
}

fn not_a_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "it is not a file")
}

/// The machine's own disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {}

/// Options to write a file that nobody else may read.
pub(crate) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Why a file could not be replaced.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.why())]
pub struct ReplaceError {
    doing: &'static str,
    /// Whether the new content is in place already, though perhaps not for ever.
    pub(crate) in_place: bool,
    source: io::Error,
}

impl ReplaceError {
    /// What was being done does not matter where the whole disk is the matter.
    fn why(&self) -> String {
        match of_the_disk(&self.source) {
            Some(words) => words.to_owned(),
            None => format!("{}: {}", self.doing, plainly(&self.source)),
        }
    }

    /// Whether the whole disk is the matter, not one file on it.
    pub(crate) fn is_of_the_disk(&self) -> bool {
        of_the_disk(&self.source).is_some()
    }
}

fn of_the_disk(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        io::ErrorKind::StorageFull => Some("the disk is full"),
        io::ErrorKind::QuotaExceeded => Some("your share of the disk is used up"),
        io::ErrorKind::ReadOnlyFilesystem => Some("this disk is for reading only"),
        _ => None,
    }
}

/// What the system says, in plain words where people can do something about it.
pub(crate) fn plainly(error: &io::Error) -> String {
    let words = of_the_disk(error).or(match error.kind() {
        io::ErrorKind::PermissionDenied => Some("you are not allowed to"),
        io::ErrorKind::NotFound => Some("it is not there any more"),
        _ => None,
    });
    words.map_or_else(|| error.to_string(), str::to_owned)
}

/// Puts `bytes` in the place of `target`, for good when this returns.
///
/// Whatever happens in between, `target` is the old file or the new one: the bytes go to a new
/// file beside it, which is written, synced, read back and only then renamed.
pub(crate) fn replace(disk: &dyn Disk, target: &Path, bytes: &[u8]) -> Result<(), ReplaceError> {
    replace_if(disk, target, bytes, || Ok(true)).map(drop)
}

/// The same, if `may_go` says so right before the rename; whether it did.
pub(crate) fn replace_if(
    disk: &dyn Disk,
    target: &Path,
    bytes: &[u8],
    may_go: impl FnOnce() -> io::Result<bool>,
) -> Result<bool, ReplaceError> {
    let failed = |doing, source| ReplaceError {
        doing,
        in_place: false,
        source,
    };
    let folder = target.parent().unwrap_or(Path::new("."));
    disk.create_folder(folder)
        .map_err(|e| failed("its folder cannot be made", e))?;
    let (temporary, file) =
        create_beside(disk, target).map_err(|e| failed("no file can be made in its folder", e))?;
    let filled = fill(disk, &temporary, file, bytes)
        .map_err(|e| failed("it cannot be written", e))
        .and_then(|()| may_go().map_err(|e| failed("the old file cannot be looked at", e)));
    if !matches!(filled, Ok(true)) {
        // It holds nothing that memory does not, and its room may be what is missing.
        let _ = disk.remove(&temporary);
        return filled;
    }
    // After a failed rename the new file stays: it is complete, and may be all there is.
    rename_patiently(disk, &temporary, target)
        .map_err(|e| failed("the new file cannot take the old one’s place", e))?;
    disk.sync_folder(folder).map_err(|source| ReplaceError {
        doing: "it is written, but the disk does not confirm it",
        in_place: true,
        source,
    })?;
    Ok(true)
}

fn fill(disk: &dyn Disk, path: &Path, mut file: File, bytes: &[u8]) -> io::Result<()> {
    disk.write(&mut file, bytes)?;
    disk.sync(&file)?;
    drop(file);
    if disk.holds(path, bytes)? {
        Ok(())
    } else {
        Err(io::Error::other("what was written is not what is there"))
    }
}

fn create_beside(disk: &dyn Disk, target: &Path) -> io::Result<(PathBuf, File)> {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    let mut attempts = 0;
    loop {
        let count = COUNTER.fetch_add(1, Ordering::Relaxed);
        let path = target.with_file_name(format!(
            "{}{}-{count}{TEMPORARY}",
            temporary_prefix(target),
            std::process::id()
        ));
        match disk.create_new(&path) {
            // A process of the same number may have left one behind.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempts < 100 => {
                attempts += 1;
            }
            result => return result.map(|file| (path, file)),
        }
    }
}

const TEMPORARY: &str = ".tmp";

fn temporary_prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    format!(".{}.", name.to_string_lossy())
}

/// Files that saves of `target` left behind when they were cut short.
pub(crate) fn left_behind(target: &Path) -> Vec<PathBuf> {
    let prefix = temporary_prefix(target);
    let is_ours = |name: &str| {
        name.strip_prefix(&prefix)
            .and_then(|rest| rest.strip_suffix(TEMPORARY))
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == '-'))
    };
    names_beside(target)
        .into_iter()
        .filter(|name| is_ours(name))
        .map(|name| target.with_file_name(name))
        .collect()
}

/// The names of everything in the folder of `target`, sorted; none where it cannot be listed.
pub(crate) fn names_beside(target: &Path) -> Vec<String> {
    let Some(entries) = target.parent().and_then(|folder| fs::read_dir(folder).ok()) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

/// Virus scanners and sync programs on Windows hold a file open for some milliseconds.
fn rename_patiently(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    const ACCESS_DENIED: i32 = 5;
    const SHARING_VIOLATION: i32 = 32;
    for milliseconds in [10, 25, 50, 100] {
        match disk.rename(from, to) {
            Err(error)
                if cfg!(windows)
                    && matches!(
                        error.raw_os_error(),
                        Some(ACCESS_DENIED | SHARING_VIOLATION)
                    ) =>
            {
                sleep(Duration::from_millis(milliseconds));
            }
            result => return result,
        }
    }
    disk.rename(from, to)
}
