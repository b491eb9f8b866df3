//! Puts a search into text.
//!
//! The text is made of the text of each application, and of a frame around them. What did not
//! change since the last save is taken over from the text of that save; what did is read again and
//! compared, as is the frame.

use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;
use std::sync::Arc;
use std::thread;

use ron::ser::PrettyConfig;
use serde::Serialize;

use super::{EXTENSIONS, File, LARGEST, SCHEMA, Seal, Unreadable, checksum, read, read_ron, scan};
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
pub(crate) struct Pieces {
    all: BTreeMap<ApplicationId, Piece>,
    /// How long that text is: in another one they mean nothing.
    length: usize,
}

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
    /// It is larger than what is read again.
    #[error("it is too large for one file, which may have {} MB", LARGEST / 1_000_000)]
    TooLarge,
    /// Its text says something else.
    #[error("its text, read again, would say something else")]
    Different,
}

/// The search as text; what it says when it is read again is what was given.
pub(crate) fn write(search: &JobSearch, generation: u64) -> Result<Text, Unwritable> {
    write_after(search, generation, Vec::new(), &Pieces::default())
}

/// The same, taking over what did not change from `old`, a text with its pieces.
pub(crate) fn write_after(
    search: &JobSearch,
    generation: u64,
    old: Vec<u8>,
    pieces: &Pieces,
) -> Result<Text, Unwritable> {
    let nothing = Pieces::default();
    let pieces = if pieces.length == old.len() {
        pieces
    } else {
        &nothing
    };
    let (before, after) = frame(search, generation)?;
    let fresh = fresh_pieces(search, pieces)?;
    let mut edits = Edits::beginning_with(before);
    let mut standing = Pieces::default();
    for (id, application) in &search.applications {
        let start = edits.length;
        match fresh.get(id) {
            Some(fresh) => edits.insert(fresh),
            None => edits.keep(pieces.range_of(application).ok_or(Unwritable::Different)?),
        }
        let piece = Piece {
            of: Arc::clone(application),
            range: start..edits.length,
        };
        standing.all.insert(*id, piece);
    }
    edits.insert(&after);
    let mut bytes = edits.applied_to(old);
    checksum::seal(&mut bytes);
    if bytes.len() as u64 > LARGEST {
        return Err(Unwritable::TooLarge);
    }
    standing.length = bytes.len();
    Ok(Text {
        bytes,
        pieces: standing,
    })
}

/// What is to be put into the place of what in an old text, from its beginning to its end.
struct Edits {
    done: Vec<(Range<usize>, String)>,
    /// Where in the old text what is kept ends so far.
    kept_to: usize,
    /// What comes after that.
    pending: String,
    /// How long the new text is so far.
    length: usize,
}

/// So many edits are made in place, which moves what stands behind each of them; more are made by
/// copying everything once.
const IN_PLACE: usize = 8;

impl Edits {
    fn beginning_with(text: String) -> Self {
        Self {
            done: Vec::new(),
            kept_to: 0,
            length: text.len(),
            pending: text,
        }
    }

    fn insert(&mut self, text: &str) {
        self.pending.push_str(text);
        self.length += text.len();
    }

    fn keep(&mut self, range: Range<usize>) {
        self.length += range.len();
        let gap = self.kept_to..range.start;
        self.kept_to = range.end;
        if !gap.is_empty() || !self.pending.is_empty() {
            self.done.push((gap, mem::take(&mut self.pending)));
        }
    }

    fn applied_to(mut self, mut old: Vec<u8>) -> Vec<u8> {
        self.done.push((self.kept_to..old.len(), self.pending));
        if self.done.len() <= IN_PLACE {
            for (gap, text) in self.done.into_iter().rev() {
                old.splice(gap, text.into_bytes());
            }
            return old;
        }
        let mut new = Vec::with_capacity(self.length + 64);
        let mut from = 0;
        for (gap, text) in self.done {
            new.extend_from_slice(old.get(from..gap.start).unwrap_or_default());
            new.extend_from_slice(text.as_bytes());
            from = gap.end;
        }
        new
    }
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
        let all = pieces.collect::<Option<_>>().unwrap_or_default();
        Self {
            all,
            length: bytes.len(),
        }
    }

    /// How many there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Where exactly that application stands.
    fn range_of(&self, application: &Arc<Application>) -> Option<Range<usize>> {
        let piece = self.all.get(&application.id)?;
        Arc::ptr_eq(&piece.of, application).then(|| piece.range.clone())
    }

    fn has(&self, application: &Arc<Application>) -> bool {
        self.range_of(application).is_some()
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
