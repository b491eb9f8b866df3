//! Where the window stood, kept beside the list of files that were opened.

use std::path::{Path, PathBuf};

use crate::store::{Disk as _, Places, RealDisk, replace};
use crate::ui::shell::Placement;

/// A few numbers are not larger.
const LARGEST: u64 = 10_000;

/// Where it is kept; nothing if the user has no home.
pub(super) fn place() -> Option<PathBuf> {
    Places::default_file().map(|file| file.with_file_name("window.ron"))
}

/// What was kept; where that cannot be read, the usual place.
pub(super) fn read(path: &Path) -> Placement {
    let bytes = RealDisk.read(path, LARGEST).unwrap_or_default();
    ron::de::from_bytes(&bytes).unwrap_or_default()
}

/// Keeps it; where that fails the next window stands where it stood before.
pub(super) fn keep(path: &Path, placement: Placement) {
    let kept = ron::to_string(&placement)
        .map_err(|error| error.to_string())
        .and_then(|text| {
            replace(&RealDisk, path, text.as_bytes()).map_err(|error| error.to_string())
        });
    if let Err(error) = kept {
        tracing::warn!("the place of the window is not kept: {error}");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_kept_is_read_and_what_is_wrong_is_the_usual() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/window.ron");
        assert_eq!(read(&path), Placement::default());
        let placement: Placement =
            ron::from_str("(position:Some((10.0,20.0)),size:(900.0,700.0),maximized:true)")
                .unwrap();
        keep(&path, placement);
        assert_eq!(read(&path), placement);
        fs::write(&path, "(size:\"wide\")").unwrap();
        assert_eq!(read(&path), Placement::default());
    }
}
