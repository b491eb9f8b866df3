//! What a command reads: a file, or standard input where none is named.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context as _, bail};

/// More than anybody writes; a pipe that never ends must not take all memory.
const MOST_BYTES: u64 = 256_000_000;

/// The text of the file at `path`, or of standard input.
pub(super) fn text(path: Option<&Path>) -> anyhow::Result<String> {
    let (source, name) = match path {
        None => (bytes(io::stdin().lock()), "standard input".to_owned()),
        Some(path) => (File::open(path).and_then(bytes), path.display().to_string()),
    };
    let bytes = source.with_context(|| format!("{name} cannot be read"))?;
    if bytes.len() as u64 > MOST_BYTES {
        bail!("{name} is larger than {} MB", MOST_BYTES / 1_000_000);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to());
        let line = before.map_or(0, |before| before.split(|byte| *byte == b'\n').count());
        anyhow::anyhow!("{name} is not UTF-8 text (line {line} holds other bytes)")
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    })
}

fn bytes(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
