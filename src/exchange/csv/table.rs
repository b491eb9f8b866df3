use std::collections::{BTreeMap, HashSet};
use std::io::Read as _;

use encoding_rs::Encoding;

use super::cell::{clean, cut, is_nothing};
use super::dates::Evidence;
use super::field::{Field, Origin, plain};
use super::rows::Rows;
use super::{CsvError, Source};

/// A file that was looked at.
#[derive(Clone, Debug)]
pub struct Table {
    /// Where it comes from.
    pub source: Source,
    /// Which program made it.
    pub origin: Origin,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// How many rows it has beneath its header, empty ones aside.
    pub rows: usize,
    encoding: &'static Encoding,
    delimiter: u8,
    /// The header's row, as a spreadsheet counts.
    header: u64,
}

/// What a column holds.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// What its header calls it; its number where the header says nothing.
    pub name: String,
    /// Its first cells that say something, cut if long.
    pub examples: Vec<String>,
    /// How many of its cells say something.
    pub filled: usize,
    /// Its words and how often each stands there, if they are few enough to be stages.
    pub words: Option<BTreeMap<String, usize>>,
    pub(super) dates: Evidence,
}

/// More rows than anybody applies for; what is made of them must fit into memory and into a file.
pub(super) const MOST_ROWS: usize = 100_000;
/// So much text tells how the cells are parted and where the header is.
const HEAD: u64 = 1 << 16;
/// A header has at most so many rows of words above it.
const ROWS_ABOVE: usize = 30;
const MOST_WORDS: usize = 60;
const EXAMPLES: usize = 3;

/// Looks at a table: all of it, a piece at a time.
///
/// # Errors
/// Why it is none.
pub fn look_at(source: Source) -> Result<Table, CsvError> {
    let encoding = source.encoding()?;
    let (delimiter, header) = shape(&source, encoding)?;
    let mut table = Table {
        source,
        origin: Origin::Spreadsheet,
        columns: Vec::new(),
        rows: 0,
        encoding,
        delimiter,
        header,
    };
    table.fill()?;
    if table.rows == 0 {
        return Err(CsvError::NoRows);
    }
    Ok(table)
}

impl Table {
    /// Whether its rows are people, and not applications.
    pub fn is_of_people(&self) -> bool {
        self.origin == Origin::LinkedInConnections
    }

    /// The encoding and the separator that it was read with, in words.
    pub fn written_as(&self) -> String {
        let parted = match self.delimiter {
            b'\t' => "tabs",
            b';' => "semicolons",
            b'|' => "bars",
            _ => "commas",
        };
        format!("{}, parted by {parted}", self.encoding.name())
    }

    /// The place of the column called `name`, capitals, spaces and marks aside.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.name == name)
            .or_else(|| {
                let name = plain(name);
                self.columns
                    .iter()
                    .position(|column| plain(&column.name) == name)
            })
    }

    /// The columns' names, for a sentence.
    pub(super) fn names(&self) -> String {
        let names: Vec<_> = self
            .columns
            .iter()
            .take(12)
            .map(|column| cut(&column.name))
            .collect();
        let more = if self.columns.len() > names.len() {
            ", …"
        } else {
            ""
        };
        format!("{}{more}", names.join(", "))
    }

    /// Hands every row beneath the header that says something to `take`, with its number as a
    /// spreadsheet counts. `take` says whether it wants more.
    pub(in crate::exchange) fn each_row(
        &self,
        mut take: impl FnMut(u64, &[String]) -> Result<(), CsvError>,
    ) -> Result<(), CsvError> {
        let mut rows = Rows::of(self.source.text(self.encoding)?, self.delimiter);
        let mut cells: Vec<String> = Vec::new();
        while let Some((number, record)) = rows.next()? {
            cells.clear();
            cells.extend(record.iter().map(clean));
            if number > self.header && cells.iter().any(|cell| !cell.is_empty()) {
                take(number, &cells)?;
            }
        }
        Ok(())
    }

    fn fill(&mut self) -> Result<(), CsvError> {
        let mut columns = self.header_columns()?;
        let mut count = 0;
        self.each_row(|row, cells| {
            count += 1;
            for (column, cell) in columns.iter_mut().zip(cells) {
                if !is_nothing(cell) {
                    column.see(row, cell);
                }
            }
            Ok(())
        })?;
        let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        self.origin = Origin::of(&names);
        self.columns = columns;
        self.rows = count;
        Ok(())
    }

    fn header_columns(&self) -> Result<Vec<Column>, CsvError> {
        let mut rows = Rows::of(self.source.text(self.encoding)?, self.delimiter);
        while let Some((number, record)) = rows.next()? {
            if number >= self.header {
                let columns = (1..)
                    .zip(record.iter())
                    .map(|(place, name)| Column::named(place, name));
                return Ok(columns.collect());
            }
        }
        Err(CsvError::Empty)
    }
}

impl Column {
    fn named(place: usize, name: &str) -> Self {
        let name = clean(name);
        Self {
            name: if name.is_empty() {
                format!("Column {place}")
            } else {
                name
            },
            words: Some(BTreeMap::new()),
            ..Self::default()
        }
    }

    fn see(&mut self, row: u64, cell: &str) {
        self.filled += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(cut(cell));
        }
        self.dates.see(row, cell);
        if let Some(words) = &mut self.words {
            *words.entry(cut(cell)).or_default() += 1;
            if words.len() > MOST_WORDS {
                self.words = None;
            }
        }
    }
}

/// How the cells are parted, and the row of the header.
fn shape(source: &Source, encoding: &'static Encoding) -> Result<(u8, u64), CsvError> {
    let mut head = Vec::new();
    source.text(encoding)?.take(HEAD).read_to_end(&mut head)?;
    let named = head
        .strip_prefix(b"sep=")
        .and_then(|rest| rest.first().copied());
    let delimiters = named.map_or_else(|| b",;\t|".to_vec(), |named| vec![named]);
    let shapes = delimiters.iter().filter_map(|delimiter| {
        let (rank, header) = header(&head, *delimiter)?;
        Some((rank, *delimiter, header))
    });
    // The first of equals: a table of one column has none of the separators.
    let best = shapes.reduce(|best, next| if next.0 > best.0 { next } else { best });
    // What is wrong with a first row is said when it is read for good.
    Ok(best.map_or((b',', 1), |(_, delimiter, header)| (delimiter, header)))
}

/// How much the head looks like a table when its cells are parted so, and the row of its header.
fn header(head: &[u8], delimiter: u8) -> Option<((usize, usize), u64)> {
    let mut rows = Rows::of(head, delimiter);
    let mut best: Option<((usize, usize), u64)> = None;
    for _ in 0..ROWS_ABOVE {
        // The head may end within a cell.
        let Ok(Some((number, record))) = rows.next() else {
            break;
        };
        if number == 1 && record.get(0).is_some_and(|cell| cell.starts_with("sep=")) {
            continue;
        }
        let fields: HashSet<Field> = record
            .iter()
            .filter_map(|cell| Field::named(cell).map(|(field, _)| field))
            .collect();
        let is_better = match best {
            None => true,
            // A cell of a row may be called like a column; two of them and a company are a header.
            Some(((known, _), _)) => {
                fields.len() > known.max(1) && fields.contains(&Field::Company)
            }
        };
        if is_better {
            best = Some(((fields.len(), record.len()), number));
        }
    }
    best
}
