//! What each phrase that names a span of days means, worked out by the calendar: its last working day.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use regex::Captures;

use super::meaning::{Named, day_of_month, figure, word, year};
use crate::reading::calendar::{Calendar, last_of_month, month_number, number, weekday};
use crate::time::plus_days;

pub(super) fn week_of(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let day = match word(captures, "m") {
        Some(month) => calendar.day_of_year(figure(captures, "d")?, month_number(month)?)?,
        None => day_of_month(captures, calendar)?.day,
    };
    Some(Named::span(calendar.end_of_week_of(day)))
}

/// Parts of this week or month, or of the next: “early next week”, “the end of the month”.
pub(super) fn part_of(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let part = word(captures, "part")
        .or(word(captures, "early"))
        .unwrap_or_default()
        .to_lowercase();
    let which = word(captures, "which").unwrap_or_default().to_lowercase();
    let ahead = match which.as_str() {
        _ if word(captures, "than").is_some() => 2,
        "next" | "nxt" | "following" | "coming" => 1,
        // “the month”, “a week”: only with a part of it.
        "" if part.is_empty() => return None,
        _ => 0,
    };
    let (early, middle) = (is_early(&part), part.contains("mid"));
    if word(captures, "unit").is_some_and(|unit| unit.eq_ignore_ascii_case("month")) {
        let first = calendar.in_month(ahead, 1)?;
        let days = if early {
            10
        } else if middle {
            20
        } else {
            31
        };
        return Some(Named::span(calendar.within_month(first, days)).vague_if(early || middle));
    }
    let ahead = i64::from(ahead);
    if early || middle {
        let last = if early { Weekday::Tue } else { Weekday::Wed };
        let day = calendar.last_working_day(
            calendar.in_week(ahead, last),
            calendar.in_week(ahead, Weekday::Mon),
        );
        return Some(Named::span(day).vague_if(true));
    }
    let end = calendar.end_of_week(ahead);
    // “This week”, said on a Saturday, is the next one.
    let end = if end < calendar.written {
        calendar.end_of_week(ahead + 1)
    } else {
        end
    };
    Some(Named::span(end))
}

fn is_early(part: &str) -> bool {
    ["early", "earlier", "first", "beginning", "start"]
        .iter()
        .any(|word| part.contains(word))
}

/// “CW 50”: weeks are counted as ISO 8601 counts them.
pub(super) fn calendar_week(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let week = figure(captures, "n")?;
    let year = calendar.written.year();
    let end = |year| {
        let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        Some(calendar.end_of_week_of(monday))
    };
    let ahead = (year..=year + 1).filter_map(end);
    ahead
        .filter(|day| *day >= calendar.written)
        .map(Named::span)
        .next()
}

pub(super) fn midweek(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let this = calendar.in_week(0, Weekday::Wed);
    let next = word(captures, "which").is_some() || this < calendar.written;
    let day = calendar.in_week(i64::from(next), Weekday::Wed);
    Some(Named::span(day).vague_if(true))
}

pub(super) fn after_next(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let words = captures.get(0)?.as_str().to_lowercase();
    let following = words.contains("following");
    let ahead = if following { 1 } else { 2 };
    let day = if words.contains("month") {
        calendar.within_month(calendar.in_month(ahead, 1)?, 31)
    } else {
        calendar.end_of_week(i64::from(ahead))
    };
    Some(Named::span(day).vague_if(following))
}

pub(super) fn end_of_week(_: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let end = calendar.end_of_week(0);
    let end = if end < calendar.written {
        calendar.end_of_week(1)
    } else {
        end
    };
    Some(Named::span(end))
}

pub(super) fn end_of_month(_: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    Some(Named::span(
        calendar.within_month(calendar.in_month(0, 1)?, 31),
    ))
}

/// The end of the year or a quarter, and the feasts that offices close for.
pub(super) fn feast(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let words = captures.get(0)?.as_str().to_lowercase();
    let this_year = calendar.written.year();
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    if words.contains("christmas")
        || words.contains("xmas")
        || words.contains("holiday")
        || words.contains("festive")
    {
        let vague = words.contains("holiday") || words.contains("festive");
        let day = calendar.day_of_year(25, 12)?;
        return Some(Named::feast(day).vague_if(vague));
    }
    if words.contains("thanksgiving") {
        let fourth = |year| NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4);
        let day = fourth(this_year)
            .filter(|day| *day >= calendar.written)
            .or_else(|| fourth(this_year + 1))?;
        return Some(Named::feast(day));
    }
    if words.contains("new year") {
        return Some(Named::feast(date(this_year + 1, 1, 1)?));
    }
    // “Busy with year-end” names no day.
    if words.starts_with("year-") {
        return Some(Named::feast(calendar.within_month(calendar.month(12)?, 31)));
    }
    let last = match word(captures, "unit").map(str::to_lowercase).as_deref() {
        Some("quarter") => (calendar.written.month() - 1) / 3 * 3 + 3,
        Some(quarter) if quarter.starts_with('q') => quarter.get(1..)?.parse::<u32>().ok()? * 3,
        _ => 12,
    };
    Some(Named::span(
        calendar.within_month(calendar.month(last)?, 31),
    ))
}

/// “The end of January”, “mid-December”, “January”.
pub(super) fn part_of_month(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let name = word(captures, "m")?;
    let part = word(captures, "part").unwrap_or_default().to_lowercase();
    // “may” and “march” are words of their own; a month has a capital.
    if part.is_empty() && name.starts_with(char::is_lowercase) || name.len() < 3 {
        return None;
    }
    let month = month_number(name)?;
    let first = match year(captures) {
        Some(year) => NaiveDate::from_ymd_opt(year, month, 1)?,
        None => calendar.month(month)?,
    };
    if let Some(nth) = word(captures, "nth") {
        let day = match nth.to_lowercase().as_str() {
            "second" => 11,
            "third" => 18,
            _ => last_of_month(first).day(),
        };
        let end = calendar.end_of_week_of(first.with_day(day)?);
        if day < 20 {
            return Some(Named::span(end));
        }
        return Some(Named::span(calendar.within_month(first, day)));
    }
    if part.contains("first week") {
        return Some(Named::span(calendar.first_week(first)));
    }
    let days = match part.as_str() {
        part if part.contains("first half") => 15,
        part if is_early(part) => 10,
        part if part.contains("mid") => 20,
        _ => 31,
    };
    let vague = part.is_empty() || days < 31;
    Some(Named::span(calendar.within_month(first, days)).vague_if(vague))
}

/// “Within 3-5 business days”, “in two weeks”, “another week”.
pub(super) fn count(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let said = word(captures, "n")?.to_lowercase();
    let n = number(&said)?;
    let vague = said.contains("few") || said.contains("couple");
    let unit = word(captures, "unit")?.to_lowercase();
    let working = word(captures, "work").is_some();
    // “Within two days of the meeting” counts from the day that was named for it.
    let from = match word(captures, "after") {
        Some(_) => calendar.named_before?,
        None => calendar.written,
    };
    let end = match unit.trim_end_matches('s') {
        "hour" | "hr" if n < 24 => return None,
        "hour" | "hr" => plus_days(from, (n + 23) / 24),
        "day" if working => calendar.policy.plus_working_days(from, n),
        "day" => plus_days(from, n),
        "week" | "wk" => plus_days(from, 7 * n),
        "fortnight" => plus_days(from, 14 * n),
        _ => from.checked_add_months(Months::new(u32::try_from(n).ok()?))?,
    };
    let near = calendar.written.checked_add_days(Days::new(200))?;
    if end > near || end == calendar.written {
        return None;
    }
    Some(Named::span(calendar.end_of_span(end)).vague_if(vague || from != calendar.written))
}

pub(super) fn fortnight(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let words = captures.get(0)?.as_str().to_lowercase();
    let (days, vague) = if words.contains("fortnight") {
        (14, false)
    } else if words.contains("day") {
        (2, false)
    } else if words.ends_with("so") {
        (7, true)
    } else {
        (14, false)
    };
    let end = calendar.end_of_span(plus_days(calendar.written, days));
    Some(Named::span(end).vague_if(vague))
}

/// “The first Thursday of December”, “the last Friday of the month”.
pub(super) fn weekday_of_month(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let said = weekday(word(captures, "w")?)?;
    let first = match word(captures, "m") {
        Some(name) => calendar.month(month_number(name)?)?,
        None => calendar.in_month(u32::from(word(captures, "next").is_some()), 1)?,
    };
    let nth = match word(captures, "nth")?.to_lowercase().as_str() {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "4th" => 4,
        _ => 5,
    };
    let of_month =
        |nth| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), said, nth);
    let day = if nth < 5 {
        of_month(nth)
    } else {
        of_month(5).or_else(|| of_month(4))
    };
    day.filter(|day| *day >= calendar.written).map(Named::day)
}
