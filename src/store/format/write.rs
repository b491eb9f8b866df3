//! Puts a search into text.
//!
//! The text is made of the text of each application, and of a frame around them. What did not
//! change since the last save is taken over from the text of that save; what did is read again and
//! compared, as is the frame.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::thread;

use ron::ser::PrettyConfig;
use serde::Serialize;

use super::{EXTENSIONS, File, SCHEMA, Seal, Unreadable, checksum, read, read_ron, scan};
use crate::model::{Application, ApplicationId, JobSearch};

/// Around the text of an application, written where it is indented as in a file.
const BEFORE_ONE: &str = "\n[\n  [\n    [\n";
const AFTER_ONE: &str = "    ],\n  ],\n]";

/// From so many changed applications on, they are put into text on more than one thread.
const MANY: usize = 200;

/// A search as text.
pub(crate) struct Text {
    pub(crate) bytes: Vec<u8>,
    pub(crate) pieces: Pieces,
}

/// Where each application stands in a text.
#[derive(Default)]
pub(crate) struct Pieces(BTreeMap<ApplicationId, Piece>);

struct Piece {
    of: Arc<Application>,
    range: Range<usize>,
}

/// Why a search cannot be written. Each of these is a mistake of the program, found before it does
/// harm.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// It has no text.
    #[error("it cannot be put into text: {0}")]
    NoText(#[from] ron::Error),
    /// Its text could not be read again.
    #[error("its text could not be read again: {0}")]
    NotRead(Unreadable),
    /// Its text says something else.
    #[error("its text, read again, would say something else")]
    Different,
}

/// The search as text; what it says when it is read again is what was given.
pub(crate) fn write(search: &JobSearch, generation: u64) -> Result<Text, Unwritable> {
    write_after(search, generation, (&[], &Pieces::default()))
}

/// The same, taking over what did not change from `old`: a text with its pieces.
pub(crate) fn write_after(
    search: &JobSearch,
    generation: u64,
    old: (&[u8], &Pieces),
) -> Result<Text, Unwritable> {
    let (before, after) = frame(search, generation)?;
    let fresh = fresh_pieces(search, old.1)?;
    let mut bytes = Vec::with_capacity(old.0.len() + before.len() + after.len() + 64);
    let mut pieces = Pieces::default();
    bytes.extend_from_slice(before.as_bytes());
    for (id, application) in &search.applications {
        let start = bytes.len();
        let piece = match fresh.get(id) {
            Some(fresh) => fresh.as_bytes(),
            None => old
                .1
                .text_of(application, old.0)
                .ok_or(Unwritable::Different)?,
        };
        bytes.extend_from_slice(piece);
        let piece = Piece {
            of: Arc::clone(application),
            range: start..bytes.len(),
        };
        pieces.0.insert(*id, piece);
    }
    bytes.extend_from_slice(after.as_bytes());
    checksum::seal(&mut bytes);
    Ok(Text { bytes, pieces })
}

impl Pieces {
    /// Those of a file that this version wrote and that holds `search`; else none.
    pub(crate) fn of_file(bytes: &[u8], search: &JobSearch) -> Self {
        if checksum::check(bytes) != Seal::Whole {
            return Self::default();
        }
        let list = scan::parts(bytes)
            .into_iter()
            .find(|part| part.name == b"applications");
        let items = list.and_then(|list| scan::items(bytes, list.value));
        let items = items.unwrap_or_default();
        if items.len() != search.applications.len() {
            return Self::default();
        }
        let pieces = items.into_iter().zip(search.applications.values());
        let pieces = pieces.map(|(item, of)| {
            let range = whole_lines(bytes, item)?;
            let begins = format!("      (\n        id: \"{}\",\n", of.id.0);
            bytes
                .get(range.clone())?
                .starts_with(begins.as_bytes())
                .then(|| {
                    let of = Arc::clone(of);
                    (of.id, Piece { of, range })
                })
        });
        pieces.collect::<Option<_>>().map(Self).unwrap_or_default()
    }

    /// How many there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The text in `bytes` of exactly that application.
    fn text_of<'a>(&self, application: &Arc<Application>, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let piece = self.0.get(&application.id)?;
        Arc::ptr_eq(&piece.of, application)
            .then(|| bytes.get(piece.range.clone()))
            .flatten()
    }

    fn has(&self, application: &Arc<Application>) -> bool {
        self.0
            .get(&application.id)
            .is_some_and(|piece| Arc::ptr_eq(&piece.of, application))
    }
}

/// The item with the spaces before it, and the comma and the line break after it.
fn whole_lines(bytes: &[u8], item: Range<usize>) -> Option<Range<usize>> {
    let start = item.start.checked_sub(6)?;
    let end = item.end + 2;
    (bytes.get(item.end..end)? == b",\n").then_some(start..end)
}

/// What stands before the applications and after them.
fn frame(search: &JobSearch, generation: u64) -> Result<(String, String), Unwritable> {
    let mut rest = search.clone();
    rest.applications.clear();
    let file = File {
        schema: SCHEMA,
        generation,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        search: &rest,
    };
    let mut text = to_text(&file)?;
    text.push('\n');
    let again = read(text.as_bytes()).map_err(Unwritable::NotRead)?.search;
    if again != rest && to_text(&again)? != to_text(&rest)? {
        return Err(Unwritable::Different);
    }
    let list = scan::parts(text.as_bytes())
        .into_iter()
        .find(|part| part.name == b"applications")
        .map(|part| part.value)
        .filter(|list| text.get(list.clone()) == Some("[]"))
        .ok_or(Unwritable::Different)?;
    let (before, after) = (text.get(..list.start + 1), text.get(list.start + 1..));
    let (before, after) = before.zip(after).ok_or(Unwritable::Different)?;
    Ok(if search.applications.is_empty() {
        (before.to_owned(), after.to_owned())
    } else {
        (format!("{before}\n"), format!("    {after}"))
    })
}

/// The text of every application that has none in `old`.
fn fresh_pieces(
    search: &JobSearch,
    old: &Pieces,
) -> Result<BTreeMap<ApplicationId, String>, Unwritable> {
    if search.applications.iter().any(|(id, one)| *id != one.id) {
        return Err(Unwritable::Different);
    }
    let applications = search.applications.values();
    let changed: Vec<&Arc<Application>> = applications.filter(|one| !old.has(one)).collect();
    let threads = if changed.len() < MANY {
        1
    } else {
        thread::available_parallelism().map_or(1, usize::from)
    };
    let share = changed.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let mut parts = changed.chunks(share);
        let mine = parts.next().unwrap_or_default();
        let others: Vec<_> = parts
            .map(|part| scope.spawn(|| part.iter().map(|one| fresh(one)).collect()))
            .collect();
        let mut fresh: BTreeMap<_, _> = mine
            .iter()
            .map(|one| fresh(one))
            .collect::<Result<_, _>>()?;
        for other in others {
            let part: Result<BTreeMap<_, _>, Unwritable> =
                other.join().map_err(|_| Unwritable::Different)?;
            fresh.extend(part?);
        }
        Ok(fresh)
    })
}

/// The text of one application, as it stands in a file.
fn fresh(application: &Application) -> Result<(ApplicationId, String), Unwritable> {
    let piece = piece(application)?;
    let item = piece.trim_end().trim_end_matches(',').as_bytes();
    let again: Application = read_ron(item, &mut Vec::new())
        .map_err(|error| Unwritable::NotRead(super::explain(&error, item)))?;
    // A number that is none (NaN) does not equal itself, and fractions of a second are not kept:
    // then the texts decide.
    if again == *application || self::piece(&again)? == piece {
        Ok((application.id, piece))
    } else {
        Err(Unwritable::Different)
    }
}

fn piece(application: &Application) -> Result<String, Unwritable> {
    let nested: &[&[&[&Application]]] = &[&[&[application]]];
    let text = to_text(&nested)?;
    text.split_once(BEFORE_ONE)
        .and_then(|(_, rest)| rest.strip_suffix(AFTER_ONE))
        .map(str::to_owned)
        .ok_or(Unwritable::Different)
}

fn to_text(value: &impl Serialize) -> Result<String, ron::Error> {
    let style = PrettyConfig::new()
        .indentor("  ")
        .new_line("\n")
        .escape_strings(false)
        .extensions(EXTENSIONS);
    ron::ser::to_string_pretty(value, style)
}
