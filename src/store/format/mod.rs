//! The search as text: RON with a head. `docs/FILE.md` describes it for people.
//!
//! - here: reading
//! - `write`: writing, with the text of what did not change taken over
//! - `checksum`: the last line; `scan`: where things stand; `salvage`: what damage has left

mod checksum;
mod salvage;
mod scan;
mod write;

use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

use crate::model::JobSearch;

pub use salvage::Salvage;
pub use write::Unwritable;

pub(crate) use checksum::Seal;
pub(crate) use salvage::salvage;
pub(crate) use write::{Pieces, Text, write, write_after};

/// The version of the format that this program writes.
pub const SCHEMA: u32 = 1;

/// Files beyond this size are not read: a search of 10,000 applications has a fifth of it.
pub(crate) const LARGEST: u64 = 256_000_000;

/// So that what a person sees as a value is one: `"x"` for `Some("x")`, `Interview(minutes: 45)`
/// for `Interview((minutes: 45))`.
const EXTENSIONS: Extensions = Extensions::IMPLICIT_SOME.union(Extensions::UNWRAP_VARIANT_NEWTYPES);

#[derive(Serialize, Deserialize)]
#[serde(rename = "Afterword")]
struct File<Search> {
    schema: u32,
    /// How often it was saved.
    #[serde(default)]
    generation: u64,
    #[serde(default)]
    program: String,
    search: Search,
}

/// The head alone, for files whose rest this version may not understand.
#[derive(Deserialize)]
#[serde(rename = "Afterword")]
struct Head {
    schema: u32,
}

/// What a file holds.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) schema: u32,
    pub(crate) generation: u64,
    pub(crate) seal: Seal,
    pub(crate) search: JobSearch,
    /// Where it holds fields that this version does not know, such as `search.applications.3.pay`.
    pub(crate) unknown: Vec<String>,
}

/// Why a text is not a search.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{why}", match line { 0 => String::new(), line => format!("line {line}, column {column}: ") })]
pub struct Unreadable {
    /// What is wrong, as a sentence.
    pub why: String,
    /// The line where it was noticed, from 1; 0 if it has no place.
    pub line: usize,
    /// The column, in characters, from 1; 0 if it has no place.
    pub column: usize,
}

impl Unreadable {
    pub(crate) fn nowhere(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            line: 0,
            column: 0,
        }
    }
}

/// Reads a file's bytes. A byte order mark, as some editors write it, is accepted.
pub(crate) fn read(bytes: &[u8]) -> Result<Content, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::nowhere("The file is empty."));
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(Unreadable::nowhere(
            "The file holds nothing but zeros, as after a power cut.",
        ));
    }
    let mut unknown = Vec::new();
    let file: File<JobSearch> =
        read_ron(bytes, &mut unknown).map_err(|error| explain(&error, bytes))?;
    if file.schema == 0 {
        return Err(Unreadable::nowhere(
            "Its schema is 0, which no version of Afterword has written; the first is 1.",
        ));
    }
    // A misspelt “applications” must not look like a search without any.
    let is_a_part = |path: &&String| path.split('.').count() <= 2;
    if let Some(part) = unknown.iter().find(is_a_part)
        && file.schema <= SCHEMA
    {
        let name = part.rsplit('.').next().unwrap_or(part);
        return Err(misplaced(name, bytes));
    }
    Ok(Content {
        schema: file.schema,
        generation: file.generation,
        seal: match checksum::check(bytes) {
            // What was saved once had a last line; without a generation it was written by hand.
            Seal::None if file.generation > 0 => Seal::Broken,
            seal => seal,
        },
        search: file.search,
        unknown,
    })
}

/// Reads a search from the bytes of a file.
///
/// # Errors
/// They are no search.
pub fn read_bytes(bytes: &[u8]) -> Result<JobSearch, Unreadable> {
    Ok(read(bytes)?.search)
}

/// What can still be read of the bytes of a damaged file.
pub fn salvage_bytes(bytes: &[u8]) -> Salvage {
    salvage(bytes)
}

fn read_ron<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    unknown: &mut Vec<String>,
) -> Result<T, SpannedError> {
    let options = Options::default().with_default_extension(EXTENSIONS);
    let mut reader = ron::Deserializer::from_bytes_with_options(bytes, &options)?;
    let value = serde_ignored::deserialize(&mut reader, |path| {
        unknown.push(path.to_string().replace("?.", ""));
    })
    .map_err(|error| reader.span_error(error))?;
    reader.end().map_err(|error| reader.span_error(error))?;
    Ok(value)
}

/// An error about a field of that name, at its first mention.
fn misplaced(name: &str, bytes: &[u8]) -> Unreadable {
    let text = String::from_utf8_lossy(bytes);
    let before = text.split(name).next().unwrap_or_default();
    let line_before = before.rsplit('\n').next().unwrap_or_default();
    Unreadable {
        why: format!("“{name}” is no part of a search."),
        line: before.matches('\n').count() + 1,
        column: line_before.chars().count() + 1,
    }
}

fn explain(error: &SpannedError, bytes: &[u8]) -> Unreadable {
    if let Some(line) = unsettled_merge(bytes) {
        return Unreadable {
            why: "A merge has stopped here and left both versions; settle it in an editor."
                .to_owned(),
            line,
            column: 1,
        };
    }
    let newer = read_ron::<Head>(bytes, &mut Vec::new())
        .ok()
        .map(|head| head.schema)
        .filter(|schema| *schema > SCHEMA);
    let why = newer.map_or_else(
        || sentence(&error.code),
        |schema| {
            format!(
                "A newer version of Afterword wrote this file (schema {schema}), in a way that \
                 this version cannot read."
            )
        },
    );
    Unreadable {
        why,
        line: error.span.start.line,
        column: error.span.start.col,
    }
}

/// The line, from 1, where git has left two versions for somebody to choose.
fn unsettled_merge(bytes: &[u8]) -> Option<usize> {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines
        .position(|line| line.starts_with(b"<<<<<<< "))
        .map(|place| place + 1)
}

fn sentence(code: &ron::Error) -> String {
    use ron::Error;
    let in_outer = |outer: &Option<String>| {
        outer
            .as_ref()
            .map_or_else(String::new, |outer| format!(" of {outer}"))
    };
    match code {
        Error::Eof | Error::ExpectedStringEnd => {
            "The file ends too early; its end is missing.".to_owned()
        }
        Error::MissingStructField { field, outer } => {
            format!("The field “{field}”{} is missing.", in_outer(outer))
        }
        Error::DuplicateStructField { field, outer } => {
            format!("The field “{field}”{} is there twice.", in_outer(outer))
        }
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => format!(
            "“{found}” is not known here; expected one of {}.",
            expected.join(", ")
        ),
        Error::ExpectedMapColon => "A colon is missing here.".to_owned(),
        Error::ExpectedComma => "A comma is missing here.".to_owned(),
        Error::ExpectedIdentifier => "The name of a field is expected here.".to_owned(),
        Error::ExceededRecursionLimit => "It is nested too deeply.".to_owned(),
        Error::Utf8Error(_) => "It is not text in UTF-8.".to_owned(),
        Error::TrailingCharacters => "There is something after its end.".to_owned(),
        Error::UnexpectedChar(found) => format!("“{}” is not expected here.", found.escape_debug()),
        other => {
            let text = other.to_string();
            let end = if text.ends_with('.') { "" } else { "." };
            format!("{text}{end}")
        }
    }
}
