use thiserror::Error;

/// Why a table cannot be read. Nothing is taken from it then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CsvError {
    /// The system does not give it.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// It is something else than a text.
    #[error("it is {what}; {way_out}")]
    OtherType {
        /// What it is.
        what: &'static str,
        /// What to do about it.
        way_out: &'static str,
    },
    /// There is nothing in it.
    #[error("it is empty; expected a line with the names of the columns, then a row each")]
    Empty,
    /// There is a header, and nothing beneath it.
    #[error("it has a header and no rows beneath it")]
    NoRows,
    /// A row is longer than anybody writes.
    #[error("row {row} is longer than {limit} characters; is a quotation mark missing at its end?")]
    LongRow {
        /// The row as a spreadsheet counts, from 1.
        row: u64,
        /// How long it may be.
        limit: usize,
    },
    /// A row has more cells than anybody uses.
    #[error("row {row} has more than {limit} cells; is this a table of applications?")]
    WideRow {
        /// The row as a spreadsheet counts, from 1.
        row: u64,
        /// How many it may have.
        limit: usize,
    },
    /// A quotation mark is opened and never closed, so that the rest of the file is one cell.
    #[error("a quotation mark is opened in row {row} and not closed again")]
    OpenQuote {
        /// The row as a spreadsheet counts, from 1.
        row: u64,
    },
    /// There are more rows than fit into a search.
    #[error("it has more than {limit} rows; split it, and import the parts one after the other")]
    ManyRows {
        /// How many it may have.
        limit: usize,
    },
    /// No column says which company a row is about.
    #[error("no column names the company; its columns are {columns}")]
    NoCompany {
        /// The columns' names.
        columns: String,
    },
    /// The days of a column can be read in two ways.
    #[error(
        "the days in column “{column}” can be read day first or month first, such as “{example}” in row {row}; say which it is"
    )]
    AskOrder {
        /// The column's name.
        column: String,
        /// A day that can be read both ways.
        example: String,
        /// The row where it stands.
        row: u64,
    },
    /// Some days of a column are day first, some month first.
    #[error(
        "column “{column}” mixes two ways of writing days: “{day_first}” in row {day_row} has the day first, “{month_first}” in row {month_row} the month; say how the others are meant"
    )]
    MixedOrder {
        /// The column's name.
        column: String,
        /// A day that has the day first.
        day_first: String,
        /// Its row.
        day_row: u64,
        /// A day that has the month first.
        month_first: String,
        /// Its row.
        month_row: u64,
    },
    /// It is larger than anything of its kind.
    #[error("it is larger than {limit} MB; export less of it at once")]
    TooLarge {
        /// How many megabytes it may have.
        limit: u64,
    },
    /// Somebody does not want it any more.
    #[error("it was stopped")]
    Stopped,
}
