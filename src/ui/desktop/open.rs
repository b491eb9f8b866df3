//! What may be handed to the desktop to be opened.

use std::ffi::OsStr;
use std::path::Path;

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Whether the desktop may be asked to open it: a web or mail address, or a folder that exists.
/// Files and all other schemes come from imports and letters, and could start anything.
pub(super) fn may_open(what: &OsStr) -> bool {
    let folder = Path::new(what);
    if folder.is_absolute() && folder.is_dir() {
        return true;
    }
    what.to_str().is_some_and(|address| {
        let lower = address.to_ascii_lowercase();
        SCHEMES.iter().any(|scheme| lower.starts_with(scheme))
            && !address.chars().any(|c| c.is_control() || c.is_whitespace())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_folders_are_opened_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("letter.sh");
        std::fs::write(&file, "#!/bin/sh").unwrap();
        for fine in [
            "https://example.com/a?b=c",
            "HTTP://example.com",
            "mailto:dana@example.com?subject=Hello%20Dana",
        ] {
            assert!(may_open(OsStr::new(fine)), "{fine}");
        }
        assert!(may_open(folder.path().as_os_str()));
        assert!(!may_open(file.as_os_str()), "a file");
        for refused in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "-a",
            "--help",
            "",
            "smb://host/x",
            "https://a\nb",
            "mailto:a b",
        ] {
            assert!(!may_open(OsStr::new(refused)), "{refused}");
        }
    }
}
