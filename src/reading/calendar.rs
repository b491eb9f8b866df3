//! The calendar as employers speak of it, seen from the day of the mail.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use crate::model::Policy;
use crate::time::plus_days;

/// The day a reply was written, and on which days people work.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar<'a> {
    pub(super) written: NaiveDate,
    pub(super) policy: &'a Policy,
    /// The day that was named last, for what is counted from it: “the day after”.
    pub(super) named_before: Option<NaiveDate>,
    /// The day from which a weekday is counted, if not from that of the mail.
    pub(super) goes_on_from: Option<NaiveDate>,
}

/// A day without a year lies at most so many days ahead; beyond, last year's is meant.
const FARTHEST: i64 = 300;

impl<'a> Calendar<'a> {
    /// The calendar on the day `written`, with no day named yet.
    pub(super) fn on(written: NaiveDate, policy: &'a Policy) -> Self {
        Self {
            written,
            policy,
            named_before: None,
            goes_on_from: None,
        }
    }
}

impl Calendar<'_> {
    /// The next such weekday after the day of writing.
    pub(super) fn next(&self, weekday: Weekday) -> NaiveDate {
        after(self.written, weekday)
    }

    /// That weekday of the week `weeks` after this one. Weeks begin on Monday.
    pub(super) fn in_week(&self, weeks: i64, weekday: Weekday) -> NaiveDate {
        let monday = plus_days(self.monday(), 7 * weeks);
        plus_days(monday, i64::from(weekday.num_days_from_monday()))
    }

    /// The Monday of this week. At the end of one, “this week” is the one to come.
    fn monday(&self) -> NaiveDate {
        monday_of(self.written)
    }

    /// The last working day of the week `weeks` after this one.
    pub(super) fn end_of_week(&self, weeks: i64) -> NaiveDate {
        self.last_working_day(
            self.in_week(weeks, Weekday::Sun),
            self.in_week(weeks, Weekday::Mon),
        )
    }

    /// The last working day of the week that `day` lies in.
    pub(super) fn end_of_week_of(&self, day: NaiveDate) -> NaiveDate {
        let monday = monday_of(day);
        self.last_working_day(plus_days(monday, 6), monday)
    }

    /// That day of the month `months` after this one.
    pub(super) fn in_month(&self, months: u32, day: u32) -> Option<NaiveDate> {
        first_of_month(self.written)
            .checked_add_months(Months::new(months))?
            .with_day(day)
    }

    /// The last working day of the first `days` days of the month that `first` begins.
    pub(super) fn within_month(&self, first: NaiveDate, days: u32) -> NaiveDate {
        let last = last_of_month(first);
        let end = first.with_day(days).unwrap_or(last).min(last);
        self.last_working_day(end, first)
    }

    /// The last working day of the first week of the month that `first` begins: the week of its
    /// first working day.
    pub(super) fn first_week(&self, first: NaiveDate) -> NaiveDate {
        self.end_of_week_of(self.policy.working_day_from(first))
    }

    /// The first day of the next month of that number, or of this one.
    pub(super) fn month(&self, month: u32) -> Option<NaiveDate> {
        let year = self.written.year() + i32::from(month < self.written.month());
        NaiveDate::from_ymd_opt(year, month, 1)
    }

    /// The next such day of the year; nothing if there is none, or if one that is over is nearer.
    pub(super) fn day_of_year(&self, day: u32, month: u32) -> Option<NaiveDate> {
        let year = self.written.year();
        let next = (year..=year + 1)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|found| *found >= self.written)?;
        ((next - self.written).num_days() <= FARTHEST).then_some(next)
    }

    /// The last working day up to `end`, if there is one from `start` on; else `end` itself.
    pub(super) fn last_working_day(&self, end: NaiveDate, start: NaiveDate) -> NaiveDate {
        let mut day = end;
        while day >= start {
            if self.policy.is_working_day(day) {
                return day;
            }
            day = plus_days(day, -1);
        }
        end
    }

    /// The last working day before `day`, not before the day of writing.
    pub(super) fn before(&self, day: NaiveDate) -> NaiveDate {
        self.last_working_day(plus_days(day, -1), self.written)
            .max(self.written)
    }

    /// The end of a span that begins with the day of writing: its last working day.
    pub(super) fn end_of_span(&self, end: NaiveDate) -> NaiveDate {
        self.last_working_day(end, plus_days(self.written, 1))
    }
}

/// The first such weekday after `day`.
pub(super) fn after(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    let ahead = weekday.days_since(day.weekday());
    plus_days(day, if ahead == 0 { 7 } else { i64::from(ahead) })
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    plus_days(day, -i64::from(day.weekday().num_days_from_monday()))
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last day of the month that `day` lies in.
pub(super) fn last_of_month(day: NaiveDate) -> NaiveDate {
    first_of_month(day)
        .checked_add_months(Months::new(1))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .unwrap_or(day)
}

/// The month that a name or its beginning names.
pub(super) fn month_number(name: &str) -> Option<u32> {
    name.parse::<chrono::Month>()
        .ok()
        .or_else(|| {
            let short = name.get(..3)?;
            short.parse::<chrono::Month>().ok()
        })
        .map(|month| month.number_from_month())
}

/// The weekday that a name or its beginning names.
pub(super) fn weekday(name: &str) -> Option<Weekday> {
    name.get(..3)?.parse().ok()
}

/// A number in figures or in words.
pub(super) fn number(text: &str) -> Option<i64> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let text = text.to_lowercase();
    if let Ok(number) = text.parse::<i64>() {
        return (0..=400).contains(&number).then_some(number);
    }
    match text.as_str() {
        "a" | "an" | "another" => Some(1),
        "couple" | "couple of" | "a couple" | "a couple of" | "another couple of" => Some(2),
        "few" | "a few" | "another few" => Some(3),
        "thirteen" => Some(13),
        "fourteen" => Some(14),
        "fifteen" => Some(15),
        "twenty" => Some(20),
        "twenty-one" => Some(21),
        "thirty" => Some(30),
        word => WORDS
            .iter()
            .position(|it| *it == word)
            .and_then(|place| i64::try_from(place).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_a_year_is_the_next_one_unless_one_has_just_passed() {
        let policy = Policy::default();
        let calendar = Calendar::on("2026-11-23".parse().unwrap(), &policy);
        let found = |day, month| calendar.day_of_year(day, month).map(|day| day.to_string());
        assert_eq!(found(4, 12).as_deref(), Some("2026-12-04"));
        assert_eq!(found(15, 1).as_deref(), Some("2027-01-15"));
        assert_eq!(found(17, 11), None);
        assert_eq!(found(31, 11), None);
    }

    #[test]
    fn names_are_read_by_their_beginning() {
        assert_eq!(month_number("Sept"), Some(9));
        assert_eq!(month_number("december"), Some(12));
        assert_eq!(weekday("Thurs"), Some(Weekday::Thu));
        assert_eq!(weekday("Łód"), None);
        assert_eq!(number("a couple of"), Some(2));
    }
}
