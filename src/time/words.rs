//! What days are called in English.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};

/// The weekdays' names, from Monday on.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The months' names, from January on.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// “Monday 30 November”.
pub fn long_day(day: NaiveDate) -> String {
    format!("{} {} {}", weekday(day), day.day(), month(day))
}

/// “Mon 30 Nov”.
pub fn short_day(day: NaiveDate) -> String {
    let (weekday, month) = (weekday(day), month(day));
    format!(
        "{} {} {}",
        weekday.get(..3).unwrap_or(weekday),
        day.day(),
        month.get(..3).unwrap_or(month)
    )
}

/// “14:05”.
pub fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// The weekday's English name.
pub fn weekday(day: NaiveDate) -> &'static str {
    let index = day.weekday().num_days_from_monday() as usize;
    WEEKDAYS.get(index).copied().unwrap_or_default()
}

/// The month's English name.
pub fn month(day: NaiveDate) -> &'static str {
    let index = day.month0() as usize;
    MONTHS.get(index).copied().unwrap_or_default()
}

/// The weekday of that name, whatever its capitals.
pub fn weekday_called(name: &str) -> Option<Weekday> {
    let index = index_of(&WEEKDAYS, name)?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// The number of the month of that name, from 1 on, whatever its capitals.
pub fn month_called(name: &str) -> Option<u32> {
    u32::try_from(index_of(&MONTHS, name)? + 1).ok()
}

/// Whether `word` is the name of a weekday or a month, whatever its capitals.
pub fn is_day_or_month(word: &str) -> bool {
    index_of(&WEEKDAYS, word).is_some() || index_of(&MONTHS, word).is_some()
}

fn index_of(names: &[&str], word: &str) -> Option<usize> {
    names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_days_fit_each_other() {
        let tuesday = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        assert_eq!(long_day(tuesday), "Tuesday 1 December");
        assert_eq!(short_day(tuesday), "Tue 1 Dec");
        assert_eq!(weekday_called("tuesday"), Some(Weekday::Tue));
        assert_eq!(month_called("DECEMBER"), Some(12));
        assert!(is_day_or_month("may") && !is_day_or_month("mayor"));
    }
}
