//! How days and hours are written where the user lives. The words stay English, as the window does;
//! their order, the hours and the first day of the week are the region's.
//!
//! Letters do not ask this module: they are written for their reader, in one way everywhere
//! ([`long_day`](crate::time::long_day)).

use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _, Weekday};
use pure_rust_locales::{Locale, locale_match};

use crate::time::{self, month, weekday};

/// The customs of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// “November 30” instead of “30 November”.
    pub month_first: bool,
    /// “11/30” for 30 November, also where the year stands before both.
    pub month_first_in_figures: bool,
    /// “2:30 PM” instead of “14:30”.
    pub twelve_hours: bool,
    /// What a week begins with.
    pub first_weekday: Weekday,
}

/// What is understood everywhere, and what the command line writes.
impl Default for Region {
    fn default() -> Self {
        Self {
            month_first: false,
            month_first_in_figures: false,
            twelve_hours: false,
            first_weekday: Weekday::Mon,
        }
    }
}

impl Region {
    /// The one that this machine is set to.
    pub fn of_this_machine() -> Self {
        // Days may be set apart from the language.
        let set = ["LC_ALL", "LC_TIME"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        let name = set.or_else(sys_locale::get_locale);
        name.and_then(|name| Self::named(&name)).unwrap_or_default()
    }

    /// The one of a locale such as `de_DE.UTF-8` or `en-US`; nothing where it is not known.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.split(['.', '@']).next()?;
        let mut parts = name.split(['_', '-']);
        let language = parts.next()?.to_lowercase();
        let is_country = |part: &&str| part.len() == 2;
        let country = parts.find(is_country)?.to_uppercase();
        // Who reads English in Germany still has German customs.
        [language.as_str(), &country.to_lowercase(), "en"]
            .into_iter()
            .find_map(|language| format!("{language}_{country}").parse().ok())
            .map(Self::of)
    }

    fn of(locale: Locale) -> Self {
        let day = locale_match!(locale => LC_TIME::D_FMT);
        let hour = locale_match!(locale => LC_TIME::T_FMT);
        let week = locale_match!(locale => LC_TIME::WEEK);
        let first = locale_match!(locale => LC_TIME::FIRST_WEEKDAY);
        Self {
            month_first: month_comes_first(day) && !year_comes_first(day),
            month_first_in_figures: month_comes_first(day),
            twelve_hours: ["%I", "%l", "%r"].iter().any(|code| hour.contains(code)),
            first_weekday: first_weekday(week, first),
        }
    }

    /// “Monday 30 November” or “Monday, November 30”.
    pub fn long_day(self, day: NaiveDate) -> String {
        if self.month_first {
            format!("{}, {} {}", weekday(day), month(day), day.day())
        } else {
            time::long_day(day)
        }
    }

    /// “Mon 30 Nov” or “Mon, Nov 30”.
    pub fn short_day(self, day: NaiveDate) -> String {
        if !self.month_first {
            return time::short_day(day);
        }
        let short = |name: &'static str| name.get(..3).unwrap_or(name);
        format!(
            "{}, {} {}",
            short(weekday(day)),
            short(month(day)),
            day.day()
        )
    }

    /// “14:05” or “2:05 PM”.
    pub fn hour(self, time: NaiveTime) -> String {
        if !self.twelve_hours {
            return time::hour(time);
        }
        let (afternoon, hour) = time.hour12();
        let half = if afternoon { "PM" } else { "AM" };
        format!("{hour}:{:02} {half}", time.minute())
    }
}

/// Whether a day is written with its month before it.
fn month_comes_first(format: &str) -> bool {
    let (month, day) = (place(format, ["%m", "%b"]), place(format, ["%d", "%e"]));
    // Some locales name the American order as a whole.
    format.contains("%D") || month.zip(day).is_some_and(|(month, day)| month < day)
}

/// Whether a day is written with its year before its month.
fn year_comes_first(format: &str) -> bool {
    let (year, month) = (place(format, ["%Y", "%y"]), place(format, ["%m", "%b"]));
    year.zip(month).is_some_and(|(year, month)| year < month)
}

fn place(format: &str, codes: [&str; 2]) -> Option<usize> {
    codes.iter().filter_map(|code| format.find(code)).min()
}

/// The C library counts from a day that every locale names, from 1.
fn first_weekday(week: Option<&[i64]>, first: Option<i64>) -> Weekday {
    /// A Monday, where all others are counted from a Sunday.
    const MONDAY: i64 = 19_971_201;
    let from_monday = week.and_then(|week| week.get(1)) == Some(&MONDAY);
    let base = if from_monday { 0 } else { 6 };
    let days = (base + first.unwrap_or(1) - 1).rem_euclid(7);
    u8::try_from(days)
        .ok()
        .and_then(|days| Weekday::try_from(days).ok())
        .unwrap_or(Weekday::Mon)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str) -> (String, String, Weekday) {
        let region = Region::named(name).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        let time = NaiveTime::from_hms_opt(14, 5, 0).unwrap();
        (
            region.long_day(day),
            region.hour(time),
            region.first_weekday,
        )
    }

    #[test]
    fn days_hours_and_weeks_are_those_of_the_region() {
        use Weekday::{Mon, Sat, Sun};
        for (name, day, hour, first) in [
            ("en_US.UTF-8", "Monday, November 30", "2:05 PM", Sun),
            ("en-US", "Monday, November 30", "2:05 PM", Sun),
            ("en_GB", "Monday 30 November", "14:05", Mon),
            ("de_DE@euro", "Monday 30 November", "14:05", Mon),
            ("pt_BR", "Monday 30 November", "14:05", Sun),
            ("ja_JP", "Monday 30 November", "14:05", Sun),
            ("zh-Hans-CN", "Monday 30 November", "14:05", Mon),
            ("ar_EG", "Monday 30 November", "2:05 PM", Sat),
            // English in Germany.
            ("en_DE", "Monday 30 November", "14:05", Mon),
        ] {
            assert_eq!(
                told(name),
                (day.to_owned(), hour.to_owned(), first),
                "{name}"
            );
        }
    }

    #[test]
    fn midnight_and_noon_have_twelve_hours() {
        let region = Region::named("en_US").unwrap();
        for (hour, told) in [(0, "12:00 AM"), (12, "12:00 PM"), (23, "11:00 PM")] {
            let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            assert_eq!(region.hour(time), told);
        }
    }

    #[test]
    fn a_machine_without_a_region_is_none() {
        for name in ["C", "C.UTF-8", "POSIX", "", "xx_QQ", "en"] {
            assert_eq!(Region::named(name), None, "{name}");
        }
    }
}
