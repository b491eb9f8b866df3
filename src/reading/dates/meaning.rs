//! What each phrase means, worked out by the calendar.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use regex::Captures;

use crate::reading::calendar::{Calendar, after, last_of_month, month_number, number, weekday};
use crate::time::plus_days;

/// What a phrase names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) day: NaiveDate,
    pub(super) span: bool,
    pub(super) vague: bool,
    /// Whether it names a day only as the end of a time: “before Christmas”, not “over Christmas”.
    pub(super) feast: bool,
}

impl Named {
    pub(super) fn day(day: NaiveDate) -> Self {
        Self {
            day,
            span: false,
            vague: false,
            feast: false,
        }
    }

    fn span(day: NaiveDate) -> Self {
        Self {
            span: true,
            ..Self::day(day)
        }
    }

    fn feast(day: NaiveDate) -> Self {
        Self {
            feast: true,
            ..Self::day(day)
        }
    }

    fn vague_if(self, vague: bool) -> Self {
        Self {
            vague: self.vague || vague,
            ..self
        }
    }
}

fn word<'a>(captures: &'a Captures<'_>, name: &str) -> Option<&'a str> {
    captures.name(name).map(|found| found.as_str())
}

fn figure(captures: &Captures<'_>, name: &str) -> Option<u32> {
    word(captures, name)?.parse().ok()
}

fn year(captures: &Captures<'_>) -> Option<i32> {
    let year: i32 = word(captures, "y")?.parse().ok()?;
    Some(if year < 100 { 2000 + year } else { year })
}

pub(super) fn iso(captures: &Captures<'_>, _: &Calendar<'_>) -> Option<Named> {
    let day = NaiveDate::from_ymd_opt(
        year(captures)?,
        figure(captures, "m")?,
        figure(captures, "d")?,
    )?;
    Some(Named::day(day))
}

/// The day, with a doubt where its weekday is another than the one that is said.
fn with_weekday(day: NaiveDate, captures: &Captures<'_>) -> Named {
    let said = word(captures, "w").and_then(weekday);
    Named::day(day).vague_if(said.is_some_and(|said| said != day.weekday()))
}

pub(super) fn day_and_month(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let (day, month) = (figure(captures, "d")?, month_number(word(captures, "m")?)?);
    let day = match year(captures) {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day)?,
        None => calendar.day_of_year(day, month)?,
    };
    Some(with_weekday(day, captures))
}

/// “12/4”: the day or the month first? The reading that lies near ahead; a weekday decides, too.
pub(super) fn figures(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    const NEAR: i64 = 120;
    let (a, b) = (figure(captures, "a")?, figure(captures, "b")?);
    // “24/7” is no day.
    if year(captures).is_none() && (a, b) == (24, 7) {
        return None;
    }
    let day = |day, month| match year(captures) {
        Some(year) => {
            NaiveDate::from_ymd_opt(year, month, day).filter(|day| *day >= calendar.written)
        }
        None => calendar.day_of_year(day, month),
    };
    let points = captures.get(0).is_some_and(|it| it.as_str().contains('.'));
    let readings = if points {
        [day(a, b), None]
    } else {
        [day(a, b), day(b, a).filter(|_| a != b)]
    };
    let readings: Vec<NaiveDate> = readings.into_iter().flatten().collect();
    if let Some(said) = word(captures, "w").and_then(weekday)
        && let Some(day) = readings.iter().find(|day| day.weekday() == said)
    {
        return Some(Named::day(*day));
    }
    let near: Vec<_> = readings
        .iter()
        .filter(|day| (**day - calendar.written).num_days() <= NEAR)
        .collect();
    let earliest = readings.iter().min()?;
    Some(with_weekday(*earliest, captures).vague_if(near.len() != 1 && readings.len() > 1))
}

/// “Friday the 4th”: the next 4th; the month is the one in which it is that weekday, if near.
pub(super) fn weekday_and_day(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let (said, day) = (weekday(word(captures, "w")?)?, figure(captures, "d")?);
    let ahead = (0..3)
        .filter_map(|months| calendar.in_month(months, day))
        .filter(|day| *day >= calendar.written);
    let ahead: Vec<NaiveDate> = ahead.collect();
    let fits = ahead.iter().take(2).find(|day| day.weekday() == said);
    let found = fits.or_else(|| ahead.first())?;
    Some(with_weekday(*found, captures))
}

pub(super) fn day_of_month(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    // “The 2nd interview” is no day.
    if captures.name("noun").is_some() {
        return None;
    }
    let day = figure(captures, "d")?;
    let from = u32::from(word(captures, "next").is_some());
    let found = (from..from + 3)
        .filter_map(|months| calendar.in_month(months, day))
        .find(|day| *day >= calendar.written)?;
    Some(Named::day(found))
}

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
            "second" => 14,
            "third" => 21,
            _ => last_of_month(first).day(),
        };
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

pub(super) fn plain_weekday(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let name = word(captures, "w")?;
    // These are words of their own.
    if matches!(name, "sat" | "sun" | "wed" | "mon") {
        return None;
    }
    let said = weekday(name)?;
    let coming = calendar.next(said);
    let today = calendar.written.weekday() == said;
    if word(captures, "week").is_some() {
        return Some(Named::day(plus_days(coming, 7)));
    }
    match word(captures, "which").map(str::to_lowercase).as_deref() {
        // Half of the world means the first Friday to come by “next Friday”.
        Some("next" | "nxt" | "following" | "the following") => {
            let next_week = calendar.in_week(1, said);
            Some(Named::day(next_week).vague_if(next_week != coming))
        }
        _ => Some(Named::day(coming).vague_if(today)),
    }
}

pub(super) fn weekday_of_week(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let name = word(captures, "w").or(word(captures, "w2"))?;
    let which = word(captures, "which")
        .or(word(captures, "which2"))?
        .to_lowercase();
    let weeks = i64::from(which != "this");
    Some(Named::day(calendar.in_week(weeks, weekday(name)?)))
}

pub(super) fn week_from(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let weeks = if word(captures, "two").is_some() {
        14
    } else {
        7
    };
    let tomorrow = captures
        .get(0)?
        .as_str()
        .to_lowercase()
        .ends_with("tomorrow");
    let from = match word(captures, "w") {
        Some(name) => after(calendar.written, weekday(name)?),
        None => plus_days(calendar.written, i64::from(tomorrow)),
    };
    Some(Named::day(plus_days(from, weeks)))
}

/// “Within 3-5 business days”, “in two weeks”, “another week”.
pub(super) fn count(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let said = word(captures, "n")?.to_lowercase();
    let n = number(&said)?;
    let vague = said.contains("few") || said.contains("couple");
    let unit = word(captures, "unit")?.to_lowercase();
    let working = word(captures, "work").is_some();
    let end = match unit.trim_end_matches('s') {
        "hour" | "hr" if n < 24 => return None,
        "hour" | "hr" => plus_days(calendar.written, (n + 23) / 24),
        "day" if working => calendar.plus_working_days(n),
        "day" => plus_days(calendar.written, n),
        "week" | "wk" => plus_days(calendar.written, 7 * n),
        "fortnight" => plus_days(calendar.written, 14 * n),
        _ => calendar.plus_months(u32::try_from(n).ok()?),
    };
    let near = calendar.written.checked_add_days(Days::new(200))?;
    if end > near || end == calendar.written {
        return None;
    }
    Some(Named::span(calendar.end_of_span(end)).vague_if(vague))
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
