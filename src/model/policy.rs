use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::is_default;
use crate::time::plus_days;

/// A day on which nobody is written to, such as a public holiday.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayOff {
    /// The day.
    pub day: NaiveDate,
    /// What it is, for the user.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
}

/// The user's settings of the rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// When a day's messages fall due.
    pub morning: NaiveTime,
    /// When thank-yous of the day are first reminded of.
    pub evening: NaiveTime,
    /// The days of the week that are not working days.
    pub weekend: Vec<Weekday>,
    /// Further days that are not working days.
    pub days_off: Vec<DayOff>,
    /// Days of silence after which the first check-in falls due, without a promise.
    pub first_check_in_days: u32,
    /// Days of silence after which that check-in is late.
    pub overdue_days: u32,
    /// Days between initiated messages, and from one check-in to the next.
    pub interval_days: u32,
    /// Whether an application without an interview is checked on at all.
    pub check_applied: bool,
    /// Days after applying until that one check-in, and again until moving on.
    pub applied_days: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            morning: NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default(),
            evening: NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default(),
            weekend: vec![Weekday::Sat, Weekday::Sun],
            days_off: Vec::new(),
            first_check_in_days: 7,
            overdue_days: 14,
            interval_days: 7,
            check_applied: true,
            applied_days: 14,
        }
    }
}

impl Policy {
    /// Whether people are at work on `day`.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.days_off.iter().any(|off| off.day == day)
    }

    /// `day` if it is a working day, else the next one.
    pub fn working_day_from(&self, day: NaiveDate) -> NaiveDate {
        self.seek(day, 1)
    }

    /// `day` moved by `count` working days (backwards if negative).
    pub fn plus_working_days(&self, day: NaiveDate, count: i64) -> NaiveDate {
        let step = count.signum();
        (0..count.abs()).fold(day, |day, _| self.seek(plus_days(day, step), step))
    }

    /// The first working day at or beyond `day`. A year in which nobody works (every weekday
    /// switched off) has none; then it is `day` itself.
    fn seek(&self, day: NaiveDate, step: i64) -> NaiveDate {
        (0..366)
            .map(|n| plus_days(day, n * step))
            .find(|candidate| self.is_working_day(*candidate))
            .unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn working_days_step_over_weekends_and_days_off() {
        let policy = Policy {
            days_off: vec![DayOff {
                day: day("2026-12-25"),
                name: "Christmas".into(),
            }],
            ..Policy::default()
        };
        assert_eq!(
            policy.working_day_from(day("2026-12-25")),
            day("2026-12-28")
        );
        assert_eq!(
            policy.plus_working_days(day("2026-12-04"), -2),
            day("2026-12-02")
        );
        assert_eq!(
            policy.plus_working_days(day("2026-12-06"), -2),
            day("2026-12-03")
        );
        assert_eq!(
            policy.plus_working_days(day("2026-12-24"), 1),
            day("2026-12-28")
        );
    }

    #[test]
    fn a_week_without_working_days_ends_the_search_for_one() {
        let policy = Policy {
            weekend: vec![
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
                Weekday::Sat,
                Weekday::Sun,
            ],
            ..Policy::default()
        };
        assert_eq!(
            policy.working_day_from(day("2026-12-25")),
            day("2026-12-25")
        );
    }
}
