//! What went wrong where nobody looked: a short log beside the search, of what Afterword itself
//! could not do. Nothing of the search is in it, because nothing of it is in our warnings; what
//! libraries log may quote anything, and is left out.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tracing::{Level, Subscriber};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::registry;

use crate::store::{Places, private_file};

/// In bytes: a log that has grown beyond this begins anew.
const LONGEST: u64 = 64 << 10;

/// From now on what goes wrong is noted beside the search in the file at `file`.
pub(crate) fn write_beside(file: &Path) {
    let Ok(places) = Places::of(file) else {
        return;
    };
    // Only a second call could fail; the first one's log goes on.
    let _ = tracing::subscriber::set_global_default(noting_in(places.log()));
}

fn noting_in(path: PathBuf) -> impl Subscriber {
    let ours = Targets::new().with_target(env!("CARGO_CRATE_NAME"), Level::WARN);
    let lines = fmt::layer()
        .with_ansi(false)
        .with_target(false)
        .with_writer(move || Log(path.clone()));
    registry().with(lines.with_filter(ours))
}

/// The file of the log, opened anew for each of its few lines: so it may be deleted at any time.
struct Log(PathBuf);

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let is_long = fs::metadata(&self.0).is_ok_and(|about| about.len() > LONGEST);
        let mut options = private_file();
        options.create(true).append(!is_long).truncate(is_long);
        options.open(&self.0)?.write(line)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logged(path: &Path, work: impl FnOnce()) -> String {
        tracing::subscriber::with_default(noting_in(path.to_owned()), work);
        fs::read_to_string(path).unwrap_or_default()
    }

    #[test]
    fn warnings_of_ours_are_noted_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.log");
        let nothing = logged(&path, || {
            tracing::info!("all is well");
            tracing::warn!(target: "zbus", "a letter to Dana");
        });
        assert_eq!(nothing, "");
        assert!(!path.exists(), "without a warning there is no log");

        logged(&path, || tracing::warn!("the dock does not answer"));
        let text = logged(&path, || tracing::error!("the disk is full"));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(
            lines[0].ends_with("WARN the dock does not answer"),
            "{text}"
        );
        assert!(lines[1].ends_with("ERROR the disk is full"), "{text}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = path.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_long_log_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.log");
        let length = usize::try_from(LONGEST).unwrap() + 1;
        fs::write(&path, "x".repeat(length)).unwrap();
        let text = logged(&path, || tracing::warn!("the dock does not answer"));
        assert_eq!(text.lines().count(), 1, "{text}");
    }
}
