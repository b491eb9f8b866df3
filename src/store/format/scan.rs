//! Finds the parts of a file by its brackets, without understanding them: for taking over the text
//! of what did not change, and for what a damaged file still holds.

use std::ops::Range;

/// A named part of the search, such as `applications`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub(super) name: &'a [u8],
    /// Where its value stands.
    pub(super) value: Range<usize>,
}

/// The parts of the search in a file, as far as their ends can be found.
pub(super) fn parts(bytes: &[u8]) -> Vec<Part<'_>> {
    let mut walk = Walk { bytes, at: 0 };
    let mut parts = Vec::new();
    if walk.enter_search().is_some() {
        while let Some(name) = walk.name() {
            let start = walk.at;
            if walk.value().is_none() {
                break;
            }
            parts.push(Part {
                name,
                value: start..walk.at,
            });
        }
    }
    parts
}

/// The items of the list that stands there; nothing if it is none, or has no end.
pub(super) fn items(bytes: &[u8], list: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut walk = Walk {
        bytes: bytes.get(..list.end)?,
        at: list.start,
    };
    walk.take(b'[')?;
    let mut items = Vec::new();
    loop {
        walk.space();
        if walk.take(b']').is_some() {
            return Some(items);
        }
        let start = walk.at;
        walk.value()?;
        items.push(start..walk.at);
        walk.space();
        if walk.peek() == Some(b',') {
            walk.at += 1;
        }
    }
}

/// The end of the value that begins at `start` with a bracket.
pub(super) fn end_of(bytes: &[u8], start: usize) -> Option<usize> {
    let mut walk = Walk { bytes, at: start };
    walk.bracketed()?;
    Some(walk.at)
}

/// A place in a text, on its way to the end.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// To the first field of the search.
    fn enter_search(&mut self) -> Option<()> {
        self.space();
        while self.rest().starts_with(b"#!") {
            self.past(b"]")?;
            self.space();
        }
        self.word();
        self.space();
        self.take(b'(')?;
        while let Some(name) = self.name() {
            if name == b"search" {
                self.word();
                self.space();
                return self.take(b'(');
            }
            self.value()?;
        }
        None
    }

    /// Past the name of a field and its colon; nothing where there is no further field.
    fn name(&mut self) -> Option<&'a [u8]> {
        self.space();
        if self.take(b',').is_some() {
            self.space();
        }
        if self.rest().starts_with(b"r#") {
            self.at += 2;
        }
        let name = self.word();
        self.space();
        self.take(b':')?;
        self.space();
        (!name.is_empty()).then_some(name)
    }

    fn word(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_')
            .unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Past white space and comments.
    fn space(&mut self) {
        loop {
            match self.rest() {
                [b'/', b'/', ..] => {
                    if self.past(b"\n").is_none() {
                        self.at = self.bytes.len();
                    }
                }
                [b'/', b'*', ..] => self.block_comment(),
                [byte, ..] if byte.is_ascii_whitespace() => self.at += 1,
                _ => return,
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.rest() {
                [b'/', b'*', ..] => (depth, self.at) = (depth + 1, self.at + 2),
                [b'*', b'/', ..] => (depth, self.at) = (depth - 1, self.at + 2),
                [_, ..] => self.at += 1,
                [] => return,
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Past a value: to the comma or the bracket that ends it.
    fn value(&mut self) -> Option<()> {
        loop {
            match self.peek()? {
                b',' | b')' | b']' | b'}' => return Some(()),
                b'(' | b'[' | b'{' => self.bracketed()?,
                _ => self.token()?,
            }
        }
    }

    /// Past a bracket and all up to the one that closes it.
    fn bracketed(&mut self) -> Option<()> {
        let mut open = Vec::new();
        loop {
            match self.peek()? {
                b'(' => open.push(b')'),
                b'[' => open.push(b']'),
                b'{' => open.push(b'}'),
                closing @ (b')' | b']' | b'}') if open.pop() != Some(closing) => return None,
                b')' | b']' | b'}' | b',' => {}
                _ => {
                    self.token()?;
                    continue;
                }
            }
            self.at += 1;
            if open.is_empty() {
                return Some(());
            }
        }
    }

    /// Past a text, a word, a comment, or any other character.
    fn token(&mut self) -> Option<()> {
        match self.rest() {
            [b'"', ..] => self.text(),
            [b'r', b'"' | b'#', ..] => self.raw_text(),
            [b'\'', ..] => self.character(),
            [b'/', b'/' | b'*', ..] => {
                self.space();
                Some(())
            }
            [byte, ..] if byte.is_ascii_alphanumeric() || *byte == b'_' => {
                // The mark before a text of bytes is no word of its own.
                let raw = self.rest().strip_prefix(b"b");
                let is_mark = raw.is_some_and(|rest| matches!(rest, [b'"' | b'\'' | b'r', ..]));
                if is_mark {
                    self.at += 1;
                } else {
                    self.word();
                }
                Some(())
            }
            [_, ..] => {
                self.at += 1;
                Some(())
            }
            [] => None,
        }
    }

    fn text(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            let rest = self.rest();
            let stop = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
            self.at += stop + 1;
            match rest.get(stop)? {
                b'"' => return Some(()),
                _ => self.at += 1,
            }
        }
    }

    fn raw_text(&mut self) -> Option<()> {
        self.at += 1;
        let hashes = self.rest().iter().take_while(|byte| **byte == b'#').count();
        self.at += hashes;
        if self.take(b'"').is_none() {
            // A raw name, such as `r#type`.
            return Some(());
        }
        loop {
            self.past(b"\"")?;
            let after = self.rest().get(..hashes)?;
            if after.iter().all(|byte| *byte == b'#') {
                self.at += hashes;
                return Some(());
            }
        }
    }

    fn character(&mut self) -> Option<()> {
        let first = if self.rest().get(1) == Some(&b'\\') {
            3
        } else {
            2
        };
        self.at += first;
        self.past(b"'")
    }

    /// Past the next place of one byte.
    fn past(&mut self, byte: &[u8; 1]) -> Option<()> {
        let place = self.rest().iter().position(|other| [*other] == *byte)?;
        self.at += place + 1;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn companies(text: &str) -> Vec<&str> {
        let parts = parts(text.as_bytes());
        let list = parts.iter().find(|part| part.name == b"applications");
        let list = list.unwrap().value.clone();
        let items = items(text.as_bytes(), list).unwrap();
        items.into_iter().map(|item| &text[item]).collect()
    }

    #[test]
    fn brackets_in_texts_and_comments_do_not_count() {
        let text = r####"#![enable(implicit_some)]
// applications: [
/* a /* nested */ ( */
Afterword(
  schema: 1, search: JobSearch(
    profile: (name: "a \" ) b", sign: r##"x "# ) y"##),
    kind: ')', other: '\'', bytes: b"]", raw: br#"]"#, r#type: 1,
    applications: [(a: "[", b: [1, 2]), /* , */ (c: r"("),],
    after: {"x": (1)},
  ),
)"####;
        assert_eq!(companies(text), ["(a: \"[\", b: [1, 2])", "(c: r\"(\")"]);
    }

    #[test]
    fn what_has_no_end_is_no_part() {
        let text = b"(schema: 1, search: (profile: (name: \"x\"), applications: [(), (";
        let found = parts(text);
        let names: Vec<&[u8]> = found.iter().map(|part| part.name).collect();
        assert_eq!(names, [b"profile"]);
        for text in [
            "",
            "(",
            "x",
            "(search",
            "(search:",
            "[]",
            "(search: 1)",
            "/*",
            "\"",
        ] {
            assert_eq!(parts(text.as_bytes()), []);
        }
    }

    #[test]
    fn an_end_is_the_bracket_that_fits() {
        assert_eq!(end_of(b"(a: [1, \")\"]), x", 0), Some(13));
        assert_eq!(end_of(b"(a: [1)]", 0), None);
        assert_eq!(end_of(b"((((", 0), None);
    }
}
