//! What may be handed to the desktop to be opened.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// How files end that a program reads and none runs.
const DOCUMENTS: [&str; 32] = [
    "avif", "bmp", "csv", "doc", "docx", "eml", "epub", "gif", "heic", "ics", "jpeg", "jpg", "key",
    "log", "markdown", "md", "numbers", "odp", "ods", "odt", "pages", "pdf", "png", "ppt", "pptx",
    "rtf", "tif", "tiff", "txt", "webp", "xls", "xlsx",
];

/// Whether the desktop may be asked to open it: a web or mail address, a folder that exists, or a
/// document. Other files and all other schemes come from imports and letters, and could start
/// anything.
pub(super) fn may_open(what: &OsStr) -> bool {
    let path = Path::new(what);
    if path.is_absolute() {
        return path.is_dir() || is_document(path);
    }
    what.to_str().is_some_and(|address| {
        let lower = address.to_ascii_lowercase();
        SCHEMES.iter().any(|scheme| lower.starts_with(scheme))
            && !address.chars().any(|c| c.is_control() || c.is_whitespace())
    })
}

/// Whether it is a plain file of a kind that is read, by its ending, and does not begin as programs
/// do. A link is judged by what it leads to.
fn is_document(path: &Path) -> bool {
    let Ok(path) = path.canonicalize() else {
        return false;
    };
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    let is_read = ending.is_some_and(|ending| DOCUMENTS.contains(&ending.as_str()));
    // Opening a pipe would wait for somebody to write into it.
    is_read && fs::metadata(&path).is_ok_and(|about| about.is_file()) && !begins_as_program(&path)
}

fn begins_as_program(path: &Path) -> bool {
    const MARKS: [&[u8]; 5] = [b"#!", b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"[Desktop"];
    let mut begin = Vec::new();
    let read = File::open(path).and_then(|file| file.take(64).read_to_end(&mut begin));
    // What cannot be looked at is not opened either.
    read.is_err() || MARKS.iter().any(|mark| begin.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_folders_are_opened_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        for fine in [
            "https://example.com/a?b=c",
            "HTTP://example.com",
            "mailto:dana@example.com?subject=Hello%20Dana",
        ] {
            assert!(may_open(OsStr::new(fine)), "{fine}");
        }
        assert!(may_open(folder.path().as_os_str()));
        for refused in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "-a",
            "--help",
            "",
            "smb://host/x",
            "https://a\nb",
            "mailto:a b",
            "cv.pdf",
        ] {
            assert!(!may_open(OsStr::new(refused)), "{refused}");
        }
    }

    #[test]
    fn documents_are_opened_and_programs_are_not() {
        let folder = tempfile::tempdir().unwrap();
        for (name, content, fine) in [
            ("cv.pdf", "%PDF-1.7", true),
            ("CV.DOCX", "PK", true),
            ("notes.txt", "Dear Dana", true),
            ("letter.sh", "#!/bin/sh", false),
            ("start.desktop", "[Desktop Entry]", false),
            ("cv.pdf.exe", "MZ", false),
            ("page.html", "<script>", false),
            ("nothing", "", false),
            ("disguised.pdf", "#!/bin/sh", false),
            ("elf.txt", "\u{7f}ELF", false),
            ("entry.txt", "[Desktop Entry]", false),
        ] {
            let path = folder.path().join(name);
            fs::write(&path, content).unwrap();
            assert_eq!(may_open(path.as_os_str()), fine, "{name}");
        }
        assert!(!may_open(folder.path().join("gone.pdf").as_os_str()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_what_it_leads_to() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("run.sh");
        fs::write(&script, "rm").unwrap();
        let link = folder.path().join("cv.pdf");
        std::os::unix::fs::symlink(&script, &link).unwrap();
        assert!(!may_open(link.as_os_str()));
    }
}
