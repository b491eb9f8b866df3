//! Everything a command prints. Standard output may be closed at any time (`| head`): then nobody
//! wants to read on, which is no failure.

use std::io::{self, Write as _};

use anyhow::Context as _;
use serde::Serialize;

/// Prints `text` on standard output.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done.context("the answer cannot be written to standard output"),
    }
}

/// Prints `value` as JSON on one line of standard output.
pub(super) fn print_json(value: &impl Serialize) -> anyhow::Result<()> {
    let mut text = serde_json::to_string(value)?;
    text.push('\n');
    print(&text)
}

/// Says something beside the answer, on standard error.
pub fn note(text: &str) {
    // Nobody is left to tell if this cannot be written.
    let _ = writeln!(io::stderr().lock(), "{}", clean(text));
}

/// Says on standard error how the program is called.
pub(super) fn usage(usage: &impl std::fmt::Display) {
    // Nobody is left to tell if this cannot be written.
    let _ = writeln!(io::stderr().lock(), "\n{usage}");
}

/// Says on standard error, in one line, what could not be done.
pub(super) fn complain(error: &anyhow::Error) {
    note(&format!("afterword: {error:#}"));
}

/// `text` as one line that can neither move the cursor nor turn the writing direction around.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if is_unruly(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

/// The same for a text of several lines.
pub(super) fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// Control characters, and the marks that override the direction of what follows.
fn is_unruly(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_take_over_the_terminal() {
        assert_eq!(
            clean("A\u{1b}[2Jc\u{202e}me\nLtd"),
            "A\u{fffd}[2Jc\u{fffd}me Ltd"
        );
        assert_eq!(clean("שלום, Łódź, 東京"), "שלום, Łódź, 東京");
        assert_eq!(clean_lines("a\u{7}\r\nb\n"), "a\u{fffd}\nb");
    }
}
