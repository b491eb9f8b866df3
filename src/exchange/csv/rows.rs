use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::rc::Rc;

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::CsvError;

/// More than anybody writes about one application; a quotation mark that is never closed would
/// otherwise read the whole file into one cell.
const LONGEST_ROW: usize = 1 << 20;
/// More columns than anybody uses.
const MOST_CELLS: usize = 1_000;
/// Follows the text. It becomes a row of its own unless a quotation mark stands open before it.
const END: &str = "\u{1}end";

/// The rows of a text, one after the other.
pub(super) struct Rows<'a> {
    reader: Reader<Box<dyn Read + 'a>>,
    left: Rc<Cell<usize>>,
    record: StringRecord,
    /// How many lines so far were breaks within a cell.
    broken: u64,
}

impl<'a> Rows<'a> {
    /// The rows of `text`, whose cells are parted by `delimiter`.
    pub(super) fn of(text: impl Read + 'a, delimiter: u8) -> Self {
        let left = Rc::new(Cell::new(LONGEST_ROW));
        let end = Cursor::new(format!("\n\"{END}\"\n"));
        let text = Limited {
            text: text.chain(end),
            left: Rc::clone(&left),
            after_return: false,
        };
        let text: Box<dyn Read + 'a> = Box::new(text);
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(text);
        Self {
            reader,
            left,
            record: StringRecord::new(),
            broken: 0,
        }
    }

    /// The next row that is not empty, with its number as a spreadsheet counts.
    pub(super) fn next(&mut self) -> Result<Option<(u64, &StringRecord)>, CsvError> {
        self.left.set(LONGEST_ROW);
        let begun = self.reader.position().line().saturating_sub(self.broken);
        let is_there = self
            .reader
            .read_record(&mut self.record)
            .map_err(|error| why(error, begun))?;
        let is_end = self.record.len() == 1 && self.record.get(0) == Some(END);
        if is_end || !is_there {
            return Ok(None);
        }
        // Counted from its end, because empty lines before it are passed over.
        let end = self.reader.position().line();
        let bytes = self.record.iter().flat_map(str::bytes);
        let breaks = bytes.filter(|byte| *byte == b'\n').count() as u64;
        let row = end.saturating_sub(1 + breaks + self.broken);
        self.broken += breaks;
        if self.record.iter().any(|cell| cell.contains(END)) {
            return Err(CsvError::OpenQuote { row: begun });
        }
        if self.record.len() > MOST_CELLS {
            return Err(CsvError::WideRow {
                row,
                limit: MOST_CELLS,
            });
        }
        Ok(Some((row, &self.record)))
    }
}

fn why(error: ::csv::Error, row: u64) -> CsvError {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            CsvError::LongRow {
                row,
                limit: LONGEST_ROW,
            }
        }
        ::csv::ErrorKind::Io(error) => error.into(),
        other => CsvError::Unreadable(format!("{other:?}")),
    }
}

/// A text whose lines all end in the same way, and which ends in an error where one row takes more
/// than it may.
struct Limited<R> {
    text: R,
    left: Rc<Cell<usize>>,
    after_return: bool,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let left = self.left.get();
            if left == 0 {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            let count = self.text.read(buffer)?;
            self.left.set(left.saturating_sub(count));
            let kept = self.end_lines_alike(buffer.get_mut(..count).unwrap_or_default());
            if kept > 0 || count == 0 {
                return Ok(kept);
            }
        }
    }
}

impl<R> Limited<R> {
    /// Puts a line feed in the place of each other end of a line; returns how many bytes are left.
    fn end_lines_alike(&mut self, bytes: &mut [u8]) -> usize {
        let mut kept = 0;
        for place in 0..bytes.len() {
            let Some(byte) = bytes.get(place).copied() else {
                break;
            };
            let is_second_half = byte == b'\n' && self.after_return;
            self.after_return = byte == b'\r';
            if is_second_half {
                continue;
            }
            if let Some(slot) = bytes.get_mut(kept) {
                *slot = if byte == b'\r' { b'\n' } else { byte };
            }
            kept += 1;
        }
        kept
    }
}
