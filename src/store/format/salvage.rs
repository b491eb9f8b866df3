//! What can still be read of a damaged file.

use super::{read_ron, scan};
use crate::model::{Application, JobSearch};

/// What a damaged file still holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Salvage {
    /// All that could be read.
    pub search: JobSearch,
    /// How many applications could not, as far as they can be told.
    pub lost: usize,
}

impl Salvage {
    /// Whether any application could be read.
    pub fn is_worth_it(&self) -> bool {
        !self.search.applications.is_empty()
    }
}

/// Files of brackets that never close would take for ever: so often is the whole file walked
/// through at most.
const PATIENCE: usize = 20;

/// Reads every application that can still be read, wherever it stands, and the settings.
pub(crate) fn salvage(bytes: &[u8]) -> Salvage {
    let mut found = Salvage {
        search: settings(bytes),
        lost: 0,
    };
    let mut left = bytes.len().saturating_mul(PATIENCE);
    let mut at = 0;
    while let Some(start) = next_with_id(bytes, at) {
        at = start + 1;
        let end = if left == 0 {
            None
        } else {
            scan::end_of(bytes, start)
        };
        left = left.saturating_sub(end.unwrap_or(bytes.len()) - start);
        let text = end.and_then(|end| bytes.get(start..end));
        let one = text.and_then(|text| read_ron::<Application>(text, &mut Vec::new()).ok());
        match (one, end) {
            (Some(one), Some(end)) => {
                at = end;
                // A second one of the same id stands later in the file; nothing says which is
                // right, so both stay.
                if found.search.application(one.id).is_some() {
                    found.put_twin(one);
                } else {
                    found.search.put(one);
                }
            }
            _ if begins_an_application(bytes, start) => found.lost += 1,
            _ => {}
        }
    }
    found
}

impl Salvage {
    fn put_twin(&mut self, mut twin: Application) {
        let same = self
            .search
            .application(twin.id)
            .is_some_and(|one| **one == twin);
        if !same {
            twin.id = crate::model::ApplicationId::fresh();
            twin.key = self.search.free_key(&twin.company, &twin.position);
            self.search.put(twin);
        }
    }
}

/// The parts of the search that are whole, but for the applications.
fn settings(bytes: &[u8]) -> JobSearch {
    let mut text = b"(".to_vec();
    for part in scan::parts(bytes) {
        if part.name == b"applications" {
            continue;
        }
        let mut one = part.name.to_vec();
        one.extend_from_slice(b":");
        one.extend_from_slice(bytes.get(part.value).unwrap_or_default());
        one.extend_from_slice(b",");
        let alone = [b"(", one.as_slice(), b")"].concat();
        if read_ron::<JobSearch>(&alone, &mut Vec::new()).is_ok() {
            text.extend_from_slice(&one);
        }
    }
    text.extend_from_slice(b")");
    read_ron(&text, &mut Vec::new()).unwrap_or_default()
}

/// The next bracket after which an `id` stands: an application or an entry of a history.
fn next_with_id(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let bracket = at + rest.iter().position(|byte| *byte == b'(')?;
        let inside = bytes.get(bracket + 1..)?.trim_ascii_start();
        let after = inside.strip_prefix(b"id").map(<[u8]>::trim_ascii_start);
        if after.is_some_and(|after| after.starts_with(b":")) {
            return Some(bracket);
        }
        at = bracket + 1;
    }
}

/// Whether what begins there has a key next to its id, as an application has.
fn begins_an_application(bytes: &[u8], start: usize) -> bool {
    const HEAD: usize = 200;
    let rest = bytes.get(start..).unwrap_or_default();
    let head = rest.get(..HEAD).unwrap_or(rest);
    let mut fields = head.split(|byte| *byte == b',');
    fields
        .nth(1)
        .is_some_and(|second| second.trim_ascii_start().starts_with(b"key"))
}
