//! Days and times of day, read as people write them.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveTime, Weekday};

use super::figures::Figures;
use crate::region::Region;
use crate::time::Clock;

/// Reads a day as [`read_day`] does, at that clock and where it is.
pub fn parse_date(text: &str, clock: &Clock) -> Option<NaiveDate> {
    read_day(text, clock.today(), clock.region)
}

/// Reads a day: `2026-11-30`, `30.11.2026`, `30/11`, `30 Nov 2026`, `Nov 30`, `today`, `tomorrow`, `Friday`.
///
/// A weekday is the next one to come; a day without a year is the nearest one to `today`. Which figure is the day and
/// which the month, the region says; only where that makes no day is it the other way around.
pub(super) fn read_day(text: &str, today: NaiveDate, region: Region) -> Option<NaiveDate> {
    let text = text.trim();
    by_name(&text.to_lowercase(), today)
        .or_else(|| Figures::of(text)?.day(region, today))
        .or_else(|| with_year(text))
        .or_else(|| without_year(text, today))
}

fn by_name(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text {
        "today" => return Some(today),
        "tomorrow" => return today.checked_add_days(Days::new(1)),
        "yesterday" => return today.checked_sub_days(Days::new(1)),
        _ => {}
    }
    // “s” and “su” may become Saturday, Sunday or September.
    let weekday: Weekday = (text.len() >= 3).then(|| text.parse().ok())??;
    (1..=7)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .find(|day| day.weekday() == weekday)
}

fn with_year(text: &str) -> Option<NaiveDate> {
    let formats = [
        "%d %b %Y",
        "%d %B %Y",
        "%B %d, %Y",
        "%b %d, %Y",
        "%a %d %b %Y",
        "%A %d %B %Y",
    ];
    let day = formats
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())?;
    // A year of two digits is a year still being typed.
    YEARS.contains(&day.year()).then_some(day)
}

/// Years that somebody means.
pub(super) const YEARS: RangeInclusive<i32> = 1900..=9999;

fn without_year(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let of_year = |year: i32| {
        let text = format!("{text} {year}");
        ["%d %b %Y", "%b %d %Y", "%a %d %b %Y", "%A %d %B %Y"]
            .iter()
            .find_map(|format| NaiveDate::parse_from_str(&text, format).ok())
    };
    nearest(today, of_year)
}

/// Of that day in the years around, the one nearest to `today`.
pub(super) fn nearest(
    today: NaiveDate,
    of_year: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let around = today.year() - 1..=today.year() + 1;
    around
        .filter_map(of_year)
        .min_by_key(|day| (*day - today).num_days().abs())
}

/// What is wrong with a day that is written well and that no calendar has: “November has 30 days”.
pub(super) fn impossible_date(text: &str, region: Region) -> Option<String> {
    let text = text.trim();
    let (day, first) = match Figures::of(text) {
        Some(figures) => {
            let (day, month, year) = figures.most_likely(region)?;
            if month > 12 {
                return Some("A year has 12 months".to_owned());
            }
            (day, NaiveDate::from_ymd_opt(year, month, 1)?)
        }
        None => in_words(text)?,
    };
    let last = first
        .checked_add_months(Months::new(1))?
        .checked_sub_days(Days::new(1))?;
    let month = crate::time::month(first);
    (day > last.day()).then(|| match last.month() {
        2 => format!("{month} {} has {} days", last.year(), last.day()),
        _ => format!("{month} has {} days", last.day()),
    })
}

/// The day that is meant, be there one or not, and the first of its month.
fn in_words(text: &str) -> Option<(u32, NaiveDate)> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let (day, month, year) = match *parts.as_slice() {
        [month, day, year] if day.ends_with(',') => (day.trim_end_matches(','), month, year),
        [day, month, year] => (day, month, year),
        _ => return None,
    };
    let (day, year): (u32, i32) = (day.parse().ok()?, year.parse().ok()?);
    let first = format!("1 {month} {year}");
    let first = ["%d %b %Y", "%d %B %Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(&first, format).ok())?;
    YEARS.contains(&year).then_some((day, first))
}

/// What is wrong with a time that is written well and that no day has.
pub(super) fn impossible_time(text: &str) -> Option<&'static str> {
    let text = text.trim().replace('.', ":");
    let (hour, minute) = text.split_once(':').unwrap_or((&text, "00"));
    let number = |figures: &str| {
        let is_number = figures.len() <= 2 && figures.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| figures.parse::<u32>().ok())?
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    if hour > 23 {
        Some("A day has 24 hours, as in 14:30")
    } else if minute > 59 {
        Some("An hour has 60 minutes, as in 14:30")
    } else {
        None
    }
}

/// Reads a time of day: `9:30`, `09.30`, `14`, `2 pm`, `2:30pm`.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase().replace('.', ":");
    let (digits, afternoon) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(rest), _) => (rest.trim(), Some(false)),
        (_, Some(rest)) => (rest.trim(), Some(true)),
        _ => (text.trim(), None),
    };
    let (hour, minute) = digits.split_once(':').unwrap_or((digits, "00"));
    let number = |s: &str| {
        (s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<u32>().ok())?
    };
    let (hour, minute) = (number(hour)?, number(minute).filter(|_| minute.len() == 2)?);
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(text: &str) -> Option<NaiveDate> {
        read_day(text, day("2026-11-23"), Region::default())
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-11-30",
            " 30.11.2026 ",
            "30 Nov 2026",
            "30 november 2026",
            "Nov 30, 2026",
            "Mon 30 Nov 2026",
            "30 Nov",
            "Nov 30",
            "30.11.",
            "30.11",
            "30/11/2026",
            "30/11",
            "30-11-2026",
            "2026/11/30",
            "2026. 11. 30.",
            "11/30/2026",
            "Mon 30 Nov",
            "Monday",
            "mon",
        ] {
            assert_eq!(read(text), Some(day("2026-11-30")), "{text}");
        }
        for (text, expected) in [
            ("Tomorrow", "2026-11-24"),
            ("yesterday", "2026-11-22"),
            ("friday", "2026-11-27"),
            ("8 Jan", "2027-01-08"),
            ("8 Aug", "2026-08-08"),
            ("1/2/2026", "2026-02-01"),
            ("8.1.", "2027-01-08"),
        ] {
            assert_eq!(read(text), Some(day(expected)), "{text}");
        }
        for text in [
            "",
            "30",
            "30.11.26",
            "30.11-2026",
            "2026-11",
            "11/2026",
            "2026-02-30",
            "Tue 30 Nov 2026",
            "29 Feb",
            "su",
            "31 Nov",
            "soon",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn figures_are_read_in_the_order_of_the_region() {
        for (region, text, expected) in [
            ("en-GB", "1/2/2026", "2026-02-01"),
            ("en-US", "1/2/2026", "2026-01-02"),
            ("en-US", "1.2.2026", "2026-01-02"),
            ("en-US", "12/1", "2026-12-01"),
            ("en-US", "30.11.2026", "2026-11-30"),
            ("de-DE", "1.2.2026", "2026-02-01"),
            ("ja-JP", "12/1", "2026-12-01"),
            ("ja-JP", "2026/2/1", "2026-02-01"),
            ("en-US", "2026-02-01", "2026-02-01"),
        ] {
            let region = Region::named(region).unwrap();
            let read = read_day(text, day("2026-11-23"), region);
            assert_eq!(read, Some(day(expected)), "{region:?}, {text}");
        }
        let american = Region::named("en-US").unwrap();
        let wrong = impossible_date("11/31/2026", american);
        assert_eq!(wrong.as_deref(), Some("November has 30 days"));
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let cases = [
            ("9", "09:00"),
            ("9:30", "09:30"),
            ("09.30", "09:30"),
            ("2 pm", "14:00"),
            ("2:30pm", "14:30"),
            ("12 am", "00:00"),
            ("12pm", "12:00"),
            ("23:59", "23:59"),
        ];
        for (text, time) in cases {
            let expected = NaiveTime::parse_from_str(time, "%H:%M").unwrap();
            assert_eq!(parse_time(text), Some(expected), "{text}");
        }
        for text in [
            "", "24:00", "9:3", "9:300", "13 pm", "0 am", "noon", "-1", "9:60", "é",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    #[test]
    fn what_no_calendar_and_no_clock_has_is_said() {
        for (text, words) in [
            ("2026-11-31", Some("November has 30 days")),
            ("31.11.2026", Some("November has 30 days")),
            ("31 Nov 2026", Some("November has 30 days")),
            ("November 31, 2026", Some("November has 30 days")),
            ("2027-02-29", Some("February 2027 has 28 days")),
            ("2026-13-01", Some("A year has 12 months")),
            ("2026-12-32", Some("December has 31 days")),
            ("2026-11-30", None),
            ("31/11/2026", Some("November has 30 days")),
            ("11/31/2026", Some("November has 30 days")),
            ("13/13/2026", Some("A year has 12 months")),
            ("31.11.26", None),
            ("31/11", None),
            ("soon", None),
            ("é-é-é", None),
        ] {
            assert_eq!(
                impossible_date(text, Region::default()).as_deref(),
                words,
                "{text}"
            );
        }
        for (text, words) in [
            ("25:00", Some("A day has 24 hours, as in 14:30")),
            ("24.00", Some("A day has 24 hours, as in 14:30")),
            ("9:60", Some("An hour has 60 minutes, as in 14:30")),
            ("14:30", None),
            ("9:300", None),
            ("noon", None),
            ("", None),
        ] {
            assert_eq!(impossible_time(text), words, "{text}");
        }
    }
}
