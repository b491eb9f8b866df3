//! A day in figures alone. The same figures mean two days to two people: the region decides.

use chrono::NaiveDate;

use super::typed::{YEARS, nearest};
use crate::region::Region;

/// `30.11.2026`, `1/2`, `2026-11-30`: figures, parted by one sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// The first of day and month.
    first: u32,
    /// The second.
    second: u32,
    year: Option<i32>,
    /// Whether the year stands before both: then the month follows, everywhere.
    year_first: bool,
}

impl Figures {
    /// Reads figures; nothing where there is anything else.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = text.trim_end_matches('.');
        let sign = text.chars().find(|c| matches!(c, '.' | '/' | '-'))?;
        let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
        let (first, second, year, year_first) = match *parts.as_slice() {
            [year, first, second] if year.len() == 4 => (first, second, Some(year), true),
            [first, second, year] => (first, second, Some(year), false),
            [first, second] => (first, second, None, false),
            _ => return None,
        };
        Some(Self {
            first: number(first, 1..=2)?,
            second: number(second, 1..=2)?,
            year: match year {
                Some(year) => Some(number(year, 4..=4).and_then(|year| i32::try_from(year).ok())?),
                None => None,
            },
            year_first,
        })
        .filter(|figures| figures.year.is_none_or(|year| YEARS.contains(&year)))
    }

    /// The day, in the order of the region; in the other one where only that makes a day.
    pub(super) fn day(self, region: Region, today: NaiveDate) -> Option<NaiveDate> {
        let of_year = |year: i32| {
            self.orders(region)
                .into_iter()
                .flatten()
                .find_map(|(day, month)| NaiveDate::from_ymd_opt(year, month, day))
        };
        match self.year {
            Some(year) => of_year(year),
            None => nearest(today, of_year),
        }
    }

    /// Day, month and year that are meant where the calendar has no such day.
    pub(super) fn most_likely(self, region: Region) -> Option<(u32, u32, i32)> {
        let orders = self.orders(region);
        let mut possible = orders.into_iter().flatten();
        let (day, month) = possible
            .find(|(_, month)| (1..=12).contains(month))
            .or_else(|| orders.into_iter().flatten().next())?;
        Some((day, month, self.year?))
    }

    /// Day and month: as the region has them, then the other way around.
    fn orders(self, region: Region) -> [Option<(u32, u32)>; 2] {
        let day_first = (self.first, self.second);
        let month_first = (self.second, self.first);
        if self.year_first {
            [Some(month_first), None]
        } else if region.month_first_in_figures {
            [Some(month_first), Some(day_first)]
        } else {
            [Some(day_first), Some(month_first)]
        }
    }
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let is_number = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}
