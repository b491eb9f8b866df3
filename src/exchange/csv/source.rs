use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::CsvError;

/// Where a table comes from. It is read more than once, a piece at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Text that was pasted.
    Text(Arc<str>),
}

impl Source {
    /// What it is called in a sentence.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => file_name(path),
            Self::Text(_) => PASTED.to_owned(),
        }
    }

    /// What it is called where a line begins.
    pub fn title(&self) -> String {
        title_of(&self.name()).to_owned()
    }

    fn bytes(&self) -> Result<Box<dyn Read + '_>, CsvError> {
        match self {
            Self::Text(text) => Ok(Box::new(text.as_bytes())),
            Self::File(path) => {
                // Opening a pipe would wait for somebody to write into it.
                if !fs::metadata(path)?.is_file() {
                    return Err(CsvError::Unreadable("it is not a file".to_owned()));
                }
                Ok(Box::new(File::open(path)?))
            }
        }
    }

    /// Its text, whatever its encoding.
    pub(super) fn text(&self, encoding: &'static Encoding) -> Result<Box<dyn Read + '_>, CsvError> {
        let bytes = self.bytes()?;
        Ok(Box::new(
            DecodeReaderBytesBuilder::new()
                .encoding(Some(encoding))
                .bom_override(true)
                .strip_bom(true)
                .build(bytes),
        ))
    }

    /// All of its text, of at most so many bytes.
    pub(in crate::exchange) fn whole(&self, limit: u64) -> Result<String, CsvError> {
        let encoding = self.encoding()?;
        let mut text = String::new();
        // Whatever it holds becomes UTF-8 on its way, or a mark in its place.
        self.text(encoding)?
            .take(limit + 1)
            .read_to_string(&mut text)?;
        if text.len() as u64 > limit {
            let limit = limit / 1_000_000;
            return Err(CsvError::TooLarge { limit });
        }
        Ok(text)
    }

    /// The encoding of its bytes, of which all are looked at.
    pub(super) fn encoding(&self) -> Result<&'static Encoding, CsvError> {
        let mut head = Vec::new();
        self.bytes()?.take(HEAD).read_to_end(&mut head)?;
        if head.iter().all(u8::is_ascii_whitespace) {
            return Err(CsvError::Empty);
        }
        if let Some(what) = other_type(&head) {
            return Err(what);
        }
        if let Some((encoding, _)) = Encoding::for_bom(&head) {
            return Ok(encoding);
        }
        if let Some(encoding) = sixteen_bits(&head) {
            return Ok(encoding);
        }
        if head.contains(&0) {
            return Err(CsvError::OtherType {
                what: "no text at all",
                way_out: SAVE_AS,
            });
        }
        if is_utf8(self.bytes()?)? {
            return Ok(UTF_8);
        }
        self.older_encoding()
    }

    /// One of the encodings of before Unicode, by the letters that it would make.
    fn older_encoding(&self) -> Result<&'static Encoding, CsvError> {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        let mut bytes = self.bytes()?;
        let mut buffer = vec![0; CHUNK];
        let mut strange = 0;
        while strange < ENOUGH_STRANGE {
            let count = bytes.read(&mut buffer)?;
            let chunk = buffer.get(..count).unwrap_or_default();
            strange += chunk.iter().filter(|byte| !byte.is_ascii()).count();
            detector.feed(chunk, count == 0);
            if count == 0 {
                break;
            }
        }
        Ok(detector.guess(None, Utf8Detection::Deny))
    }
}

/// What a text without a file is called within a sentence.
const PASTED: &str = "the pasted text";

/// The name of a source as it stands where a line begins.
pub fn title_of(name: &str) -> &str {
    if name == PASTED { "Pasted text" } else { name }
}

/// How much is looked at to tell a text from other things.
const HEAD: u64 = 4_096;
const CHUNK: usize = 1 << 16;
/// So many letters beyond ASCII tell one older encoding from another.
const ENOUGH_STRANGE: usize = 50_000;
const SAVE_AS: &str = "open it in a spreadsheet and save it as CSV";

impl From<io::Error> for CsvError {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(match error.kind() {
            io::ErrorKind::NotFound => "it is not there".to_owned(),
            io::ErrorKind::PermissionDenied => "you may not read it".to_owned(),
            _ => error.to_string(),
        })
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// What begins like a file of another program.
fn other_type(head: &[u8]) -> Option<CsvError> {
    let other = |what, way_out| Some(CsvError::OtherType { what, way_out });
    if head.starts_with(b"PK\x03\x04") {
        let has_password = head.get(6).is_some_and(|flags| flags & 1 == 1);
        return if has_password {
            other(
                "a zip file with a password",
                "unpack it with the password, and import the table inside",
            )
        } else {
            other(
                "a zip file or a workbook (.xlsx, .ods)",
                "unpack it, or save the sheet as CSV",
            )
        };
    }
    if head.starts_with(b"%PDF") {
        return other("a PDF", "export it as CSV from where it was made");
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0") {
        return other("an old workbook (.xls)", SAVE_AS);
    }
    if head.starts_with(b"SQLite format 3") {
        return other("a database", "export it as CSV from where it was made");
    }
    match head.trim_ascii_start() {
        [b'<', rest @ ..]
            if rest
                .first()
                .is_some_and(|b| b.is_ascii_alphabetic() || *b == b'!' || *b == b'?') =>
        {
            other("a web page", SAVE_AS)
        }
        [b'{', ..] => other(
            "JSON",
            "events are imported from a file whose name ends in .jsonl",
        ),
        _ => None,
    }
}

/// UTF-16 without a mark at its beginning: every other byte of Western text is zero.
fn sixteen_bits(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |offset: usize| {
        let count = head
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0);
        count.count() * 2 > head.len() / 2
    };
    match (zeros(0), zeros(1)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether it is UTF-8 to its end; the end itself may be cut.
fn is_utf8(mut bytes: impl Read) -> io::Result<bool> {
    let mut buffer = vec![0; CHUNK];
    let mut kept = 0;
    loop {
        let free = buffer.get_mut(kept..).unwrap_or_default();
        let count = bytes.read(free)?;
        if count == 0 {
            return Ok(true);
        }
        let filled = kept + count;
        let checked = match std::str::from_utf8(buffer.get(..filled).unwrap_or_default()) {
            Ok(_) => filled,
            Err(error) if error.error_len().is_some() => return Ok(false),
            Err(error) => error.valid_up_to(),
        };
        buffer.copy_within(checked..filled, 0);
        kept = filled - checked;
    }
}
