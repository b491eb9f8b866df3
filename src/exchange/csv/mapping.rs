use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::dates::{self, DateOrder};
use super::field::Field;
use super::{Column, CsvError, Standing, Table};
use crate::model::Stage;

/// What each column of a table means.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// A meaning for each column, from left to right.
    pub fields: Vec<Field>,
    /// How days are meant that can be read in two ways, where the column does not tell.
    pub order: Option<DateOrder>,
    /// What the words for stages mean, where the user says so.
    pub stages: BTreeMap<String, Standing>,
}

/// How the days of a column are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateReading {
    /// The column's name.
    pub column: String,
    /// A cell of it that can be read in two ways.
    pub example: String,
    /// The row where it stands.
    pub row: u64,
    /// How it is read; nothing while nobody has said.
    pub order: Option<DateOrder>,
    /// Whether the column tells by itself.
    pub is_told: bool,
}

impl Mapping {
    /// What the columns' names say. Each meaning is given once, to the column that names it most
    /// clearly; what is not known is kept.
    pub fn guessed(table: &Table) -> Self {
        let mut best: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
        let guesses: Vec<(Field, usize)> = table
            .columns
            .iter()
            .map(|column| match table.origin.own_meaning(&column.name) {
                Some(field) => (field, 0),
                None => named(column),
            })
            .collect();
        for (place, (field, clarity)) in guesses.iter().enumerate() {
            let known = best.entry(field.name()).or_insert((*clarity, place));
            if *clarity < known.0 {
                *known = (*clarity, place);
            }
        }
        let fields = guesses.iter().enumerate().map(|(place, (field, _))| {
            let is_best = best
                .get(field.name())
                .is_some_and(|(_, best)| *best == place);
            if is_best || field.is_shared() {
                *field
            } else {
                Field::Keep
            }
        });
        Self {
            fields: fields.collect(),
            order: table.origin.is_linkedin().then_some(DateOrder::MonthFirst),
            stages: BTreeMap::new(),
        }
    }

    /// Has a column mean `field`; another column that did is kept in the notes from now on.
    pub fn set(&mut self, column: usize, field: Field) {
        if !field.is_shared() {
            for other in &mut self.fields {
                if *other == field {
                    *other = Field::Keep;
                }
            }
        }
        if let Some(place) = self.fields.get_mut(column) {
            *place = field;
        }
    }

    /// The place of the column that means `field`.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|mapped| *mapped == field)
    }

    /// The words for stages in the table, how often each stands there, and what it means.
    pub fn stage_words(
        &self,
        table: &Table,
        stages: &[Stage],
    ) -> Vec<(String, usize, Option<Standing>)> {
        let words = self
            .column(Field::Stage)
            .and_then(|column| table.columns.get(column)?.words.as_ref());
        words
            .into_iter()
            .flatten()
            .map(|(word, count)| (word.clone(), *count, self.standing(word, stages)))
            .collect()
    }

    pub(super) fn standing(&self, word: &str, stages: &[Stage]) -> Option<Standing> {
        self.stages
            .get(word)
            .cloned()
            .or_else(|| Standing::of(word, stages))
    }

    /// How days that can be read in two ways are read, for each column that has such.
    pub fn date_readings(&self, table: &Table) -> Vec<DateReading> {
        let columns = table.columns.iter().zip(&self.fields);
        columns
            .filter(|(_, field)| field.is_day())
            .filter_map(|(column, _)| {
                let (row, example) = column.dates.either.clone()?;
                let told = column.dates.order();
                Some(DateReading {
                    column: column.name.clone(),
                    example,
                    row,
                    order: told.or(self.order),
                    is_told: told.is_some(),
                })
            })
            .collect()
    }

    /// Whether something must be said before the table can be taken in.
    ///
    /// # Errors
    /// What is to be said.
    pub fn check(&self, table: &Table) -> Result<(), CsvError> {
        if self.column(Field::Company).is_none() {
            return Err(CsvError::NoCompany {
                columns: table.names(),
            });
        }
        let columns = table.columns.iter().zip(&self.fields);
        for (column, field) in columns {
            if self.order.is_some() || !field.is_day() || !column.dates.is_open() {
                continue;
            }
            let dates = column.dates.clone();
            if let (Some((day_row, day_first)), Some((month_row, month_first))) =
                (dates.day_first, dates.month_first)
            {
                return Err(CsvError::MixedOrder {
                    column: column.name.clone(),
                    day_first,
                    day_row,
                    month_first,
                    month_row,
                });
            }
            if let Some((row, example)) = dates.either {
                return Err(CsvError::AskOrder {
                    column: column.name.clone(),
                    example,
                    row,
                });
            }
        }
        Ok(())
    }

    /// The order of the numbers in the days of that column.
    pub(super) fn order_of(&self, table: &Table, column: usize) -> Option<DateOrder> {
        let told = table
            .columns
            .get(column)
            .and_then(|column| column.dates.order());
        told.or(self.order)
    }
}

/// What a column's name says, and how clearly.
fn named(column: &Column) -> (Field, usize) {
    let says_yes_or_no = || {
        let words = column.words.as_ref().filter(|words| !words.is_empty());
        words.is_some_and(|words| words.keys().all(|word| was_sent(word).is_some()))
    };
    match Field::named(&column.name) {
        Some((Field::Applied, _)) if says_yes_or_no() => (Field::WasSent, 0),
        Some(named) => named,
        None => (Field::Keep, 0),
    }
}

/// Whether a cell says that the application was sent.
pub(super) fn was_sent(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "✓" | "✔" => Some(true),
        "no" | "n" | "false" | "0" | "not yet" => Some(false),
        _ => None,
    }
}

impl DateReading {
    /// The day that the example names when it is read so.
    pub fn day(&self, order: DateOrder, today: NaiveDate) -> Option<NaiveDate> {
        dates::read(&self.example, Some(order), today)
            .ok()
            .map(|found| found.day)
    }
}
