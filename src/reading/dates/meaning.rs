//! What each phrase that names a single day means, worked out by the calendar.

use chrono::{Datelike as _, NaiveDate};
use regex::Captures;

use crate::reading::calendar::{Calendar, after, month_number, weekday};
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

    pub(super) fn span(day: NaiveDate) -> Self {
        Self {
            span: true,
            ..Self::day(day)
        }
    }

    pub(super) fn feast(day: NaiveDate) -> Self {
        Self {
            feast: true,
            ..Self::day(day)
        }
    }

    pub(super) fn vague_if(self, vague: bool) -> Self {
        Self {
            vague: self.vague || vague,
            ..self
        }
    }
}

pub(super) fn word<'a>(captures: &'a Captures<'_>, name: &str) -> Option<&'a str> {
    captures.name(name).map(|found| found.as_str())
}

pub(super) fn figure(captures: &Captures<'_>, name: &str) -> Option<u32> {
    word(captures, name)?.parse().ok()
}

pub(super) fn year(captures: &Captures<'_>) -> Option<i32> {
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
        // “She is back on Monday 30 November, you hear on Wednesday” goes on from there.
        None if let Some(from) = calendar.goes_on_from.filter(|from| *from > coming) => {
            Some(Named::day(after(from, said)).vague_if(true))
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

/// “The day after”, “the week after that”: counted from the day that was named before.
pub(super) fn after_that(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let from = calendar.named_before?;
    if word(captures, "unit").is_some_and(|unit| unit.eq_ignore_ascii_case("week")) {
        let friday = calendar.end_of_week_of(plus_days(from, 7));
        let early = word(captures, "part").is_some_and(|part| {
            let part = part.to_lowercase();
            part.starts_with("early") || part.starts_with("beginning")
        });
        let day = if early { plus_days(friday, -3) } else { friday };
        return Some(Named::span(day).vague_if(true));
    }
    Some(Named::day(plus_days(from, 1)))
}

/// “Before then”: of the day that was named before.
pub(super) fn then(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let day = calendar.named_before?;
    let strictly = captures.name("before").is_some();
    Some(Named::day(if strictly {
        calendar.before(day)
    } else {
        day
    }))
}

/// “By the end of that week”: of the day that was named before.
pub(super) fn that_week(_: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let day = calendar.end_of_week_of(calendar.named_before?);
    Some(Named::span(day).vague_if(true))
}
