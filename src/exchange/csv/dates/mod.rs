//! Days as people and programs write them. `03/04/2026` is two days; which one is meant is decided
//! by the whole column, and asked where the column does not tell.

mod parts;
#[cfg(test)]
mod tests;

use chrono::{Datelike as _, NaiveDate};

use crate::time::{in_calendar, plus_days};
use parts::Parts;

/// Which of two numbers comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 23/11/2026.
    DayFirst,
    /// 11/23/2026.
    MonthFirst,
}

/// Why a cell is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDay {
    /// It is written like a day that no calendar has.
    Impossible,
    /// It is something else.
    Other,
    /// It is one of two days.
    TwoWays,
}

/// A day as it was found in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) day: NaiveDate,
    /// Whether the year was not written: it is the newest that has no day ahead.
    pub(super) year_is_guessed: bool,
}

/// The day that a cell names; `order` decides where two numbers can be read both ways.
pub(super) fn read(cell: &str, order: Option<DateOrder>, today: NaiveDate) -> Result<Found, NoDay> {
    let parts = Parts::of(cell).ok_or(NoDay::Other)?;
    let certain = |day: Option<NaiveDate>| {
        let day = day.filter(|day| in_calendar(*day));
        day.ok_or(NoDay::Impossible).map(|day| Found {
            day,
            year_is_guessed: false,
        })
    };
    match parts {
        Parts::Full { year, month, day } => certain(NaiveDate::from_ymd_opt(year, month, day)),
        Parts::Serial(days) => {
            certain(NaiveDate::from_ymd_opt(1899, 12, 30).map(|start| plus_days(start, days)))
        }
        Parts::NoYear { month, day } => newest(month, day, today).ok_or(NoDay::Impossible),
        Parts::Either { a, b, year, .. } => {
            let make = |month, day| match year {
                Some(year) => certain(NaiveDate::from_ymd_opt(year, month, day)),
                None => newest(month, day, today).ok_or(NoDay::Impossible),
            };
            match (make(b, a), make(a, b), order) {
                (Ok(day_first), Ok(month_first), _) if day_first == month_first => Ok(day_first),
                (Ok(day_first), Ok(_), Some(DateOrder::DayFirst)) => Ok(day_first),
                (Ok(_), Ok(month_first), Some(DateOrder::MonthFirst)) => Ok(month_first),
                (Ok(_), Ok(_), None) => Err(NoDay::TwoWays),
                (Ok(found), Err(_), _) | (Err(_), Ok(found), _) => Ok(found),
                (Err(why), Err(_), _) => Err(why),
            }
        }
    }
}

/// The newest day of that name that is not ahead.
fn newest(month: u32, day: u32, today: NaiveDate) -> Option<Found> {
    let year = today.year();
    // The 29 of February is there every four years, and once only after eight.
    (0..=8)
        .filter_map(|back| NaiveDate::from_ymd_opt(year - back, month, day))
        .find(|day| *day <= today)
        .map(|day| Found {
            day,
            year_is_guessed: true,
        })
}

/// What the cells of a column tell about the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// A cell that can only be read day first, and its row.
    pub(super) day_first: Option<(u64, String)>,
    /// A cell that can only be read month first, and its row.
    pub(super) month_first: Option<(u64, String)>,
    /// A cell that can be read both ways, and its row.
    pub(super) either: Option<(u64, String)>,
    /// Whether all that can be read both ways is parted by full stops, as only those write who put
    /// the day first.
    pub(super) only_dots: bool,
    /// How many cells name a day.
    pub(super) days: usize,
    /// How many say something else.
    pub(super) others: usize,
}

impl Evidence {
    /// Takes a cell into account.
    pub(super) fn see(&mut self, row: u64, cell: &str) {
        let Some(parts) = Parts::of(cell) else {
            self.others += 1;
            return;
        };
        self.days += 1;
        let Parts::Either { a, b, year, dots } = parts else {
            return;
        };
        let exists =
            |month, day| NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day).is_some();
        let place = match (exists(b, a), exists(a, b)) {
            (true, false) => &mut self.day_first,
            (false, true) => &mut self.month_first,
            (true, true) if a != b => {
                self.only_dots = dots && (self.only_dots || self.either.is_none());
                &mut self.either
            }
            _ => return,
        };
        if place.is_none() {
            *place = Some((row, cell.to_owned()));
        }
    }

    /// The order that the column tells; nothing where it does not.
    pub(super) fn order(&self) -> Option<DateOrder> {
        match (&self.day_first, &self.month_first) {
            (Some(_), None) => Some(DateOrder::DayFirst),
            (None, Some(_)) => Some(DateOrder::MonthFirst),
            (None, None) if self.only_dots => Some(DateOrder::DayFirst),
            _ => None,
        }
    }

    /// Whether somebody has to say which order is meant.
    pub(super) fn is_open(&self) -> bool {
        self.either.is_some() && self.order().is_none()
    }
}
