//! Tables in: CSV files of other trackers and of any spreadsheet.
//!
//! A file is looked at first ([`look_at`]): its encoding, its separator, where its header is, and of
//! every column what it holds. From that comes a [`Mapping`], which says what each column means
//! and which the user can change. Then [`import`] makes a new search of it; the [`Report`] that
//! comes with it is the preview, for nothing is changed until somebody takes the new search.
//!
//! - `source`: bytes and their encoding; `rows`: cells, with the limits that keep memory bounded
//! - `table`: what a file holds; `field`: what a column can mean, and the names of each meaning
//! - `dates`: days, understood by the whole column; `standing`: words for stages
//! - `incoming`: one row as an application; `matching`: which application it is already;
//!   `merge`: what it changes there; `import`: all rows; `keys`: free names among many
//! - `cell`: text that no spreadsheet takes for a formula; `write`: tables out

mod cell;
mod dates;
mod error;
mod field;
mod import;
mod incoming;
mod keys;
mod mapping;
mod matching;
mod merge;
mod report;
mod rows;
mod source;
mod standing;
mod table;
mod write;

#[cfg(test)]
mod tests;

pub use dates::DateOrder;
pub use error::CsvError;
pub use field::{Field, Origin};
pub use import::{Imported, import};
pub use mapping::{DateReading, Mapping};
pub use report::{Fate, Line, Remark, Report};
pub use source::{Source, title_of};
pub use standing::Standing;
pub use table::{Column, Table, look_at};
pub use write::export;
