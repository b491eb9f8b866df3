//! Time as a value: the clock of one command or frame, and the user's time zone.
//!
//! Nothing below `main` asks the system for the time. A [`Clock`] is read once and passed down,
//! so that every rule is a pure function that a test can place anywhere in the world's calendars.

mod words;

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike as _, Days, FixedOffset, Local, MappedLocalTime, NaiveDate, NaiveDateTime,
    NaiveTime, SubsecRound as _, TimeDelta, TimeZone as _, Utc,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::region::Region;

pub use words::{
    MONTHS, WEEKDAYS, hour, is_day_or_month, long_day, month, month_called, short_day, weekday,
    weekday_called,
};

/// A moment with the offset from UTC it is to be shown with.
pub type Moment = DateTime<FixedOffset>;

/// The user's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// A zone of the IANA database.
    Named(chrono_tz::Tz),
    /// Whatever the operating system says; used when its zone has no name we know.
    System,
}

impl Zone {
    /// The zone this machine is set to: the environment variable `TZ`, else the system's setting.
    pub fn of_this_machine() -> Self {
        let from_environment = std::env::var("TZ").ok();
        let name = from_environment
            .map(|tz| tz.trim_start_matches(':').to_owned())
            .filter(|tz| !tz.is_empty())
            .or_else(|| iana_time_zone::get_timezone().ok());
        name.and_then(|name| name.parse().ok())
            .map_or(Self::System, Self::Named)
    }

    /// The moment at which clocks in this zone show `local`.
    ///
    /// A time that the clock change skips becomes the first moment after the gap; one that happens
    /// twice becomes the earlier.
    pub fn at(self, local: NaiveDateTime) -> Moment {
        match self {
            Self::Named(tz) => resolve(local, |t| {
                tz.from_local_datetime(&t).map(|m| m.fixed_offset())
            }),
            Self::System => resolve(local, |t| {
                Local.from_local_datetime(&t).map(|m| m.fixed_offset())
            }),
        }
    }

    /// What clocks in this zone show at `moment`.
    pub fn local(self, moment: impl Into<DateTime<Utc>>) -> NaiveDateTime {
        self.show(moment).naive_local()
    }

    /// `moment` with this zone's offset.
    pub fn show(self, moment: impl Into<DateTime<Utc>>) -> Moment {
        let utc: DateTime<Utc> = moment.into();
        match self {
            Self::Named(tz) => utc.with_timezone(&tz).fixed_offset(),
            Self::System => utc.with_timezone(&Local).fixed_offset(),
        }
    }

    /// What the time of clocks in this zone is called at `moment`, so that nobody abroad mistakes it:
    /// “CET (UTC+1)”, or “UTC+3” where it has no short name.
    pub fn name_at(self, moment: Moment) -> String {
        let minutes = self.show(moment).offset().local_minus_utc() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let utc = match (minutes.abs() / 60, minutes.abs() % 60) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
        };
        let Self::Named(tz) = self else { return utc };
        let short = moment.with_timezone(&tz).format("%Z").to_string();
        if short == utc || !short.chars().all(|c| c.is_ascii_alphabetic()) {
            return utc;
        }
        format!("{short} ({utc})")
    }

    /// The calendar day in this zone at `moment`.
    pub fn date(self, moment: impl Into<DateTime<Utc>>) -> NaiveDate {
        self.local(moment).date()
    }
}

impl FromStr for Zone {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        name.parse()
            .map(Self::Named)
            .map_err(|_| format!("“{name}” is not a time zone; write one as in Europe/Berlin"))
    }
}

fn resolve(
    local: NaiveDateTime,
    lookup: impl Fn(NaiveDateTime) -> MappedLocalTime<Moment>,
) -> Moment {
    match lookup(local) {
        MappedLocalTime::Single(moment) | MappedLocalTime::Ambiguous(moment, _) => moment,
        MappedLocalTime::None => after_gap(local, lookup),
    }
}

/// The first moment after the gap that `local` lies in. Gaps begin and end on whole minutes in
/// every zone in use; the longest (a skipped day) lasts 24 hours.
fn after_gap(
    local: NaiveDateTime,
    lookup: impl Fn(NaiveDateTime) -> MappedLocalTime<Moment>,
) -> Moment {
    let (mut inside, mut beyond) = (local, local + TimeDelta::hours(25));
    while beyond - inside > TimeDelta::seconds(1) {
        let middle = inside + (beyond - inside) / 2;
        if matches!(lookup(middle), MappedLocalTime::None) {
            inside = middle;
        } else {
            beyond = middle;
        }
    }
    let on_the_second = beyond.and_utc().timestamp();
    let beyond = DateTime::from_timestamp(on_the_second, 0).map_or(beyond, |t| t.naive_utc());
    match lookup(beyond) {
        MappedLocalTime::Single(moment) | MappedLocalTime::Ambiguous(moment, _) => moment,
        MappedLocalTime::None => beyond.and_utc().fixed_offset(),
    }
}

/// The clock of one command or one frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The present moment.
    pub now: Moment,
    /// Where the user is.
    pub zone: Zone,
    /// How days and hours are written there.
    pub region: Region,
}

impl Clock {
    /// The system's clock, read now.
    pub fn system() -> Self {
        Self::at(Utc::now(), Zone::of_this_machine())
    }

    /// A clock that shows `now` in `zone`, to the second: what is recorded with it is written to
    /// the second, too.
    pub fn at(now: impl Into<DateTime<Utc>>, zone: Zone) -> Self {
        Self {
            now: zone.show(now).trunc_subsecs(0),
            zone,
            region: Region::default(),
        }
    }

    /// The same moment, told as in that region.
    pub fn with_region(self, region: Region) -> Self {
        Self { region, ..self }
    }

    /// “Monday 30 November”, as the region has it.
    pub fn long_day(&self, day: NaiveDate) -> String {
        self.region.long_day(day)
    }

    /// “Mon 30 Nov”, as the region has it.
    pub fn short_day(&self, day: NaiveDate) -> String {
        self.region.short_day(day)
    }

    /// “14:05”, as the region has it.
    pub fn hour(&self, time: NaiveTime) -> String {
        self.region.hour(time)
    }

    /// The user's calendar day.
    pub fn today(&self) -> NaiveDate {
        self.now.naive_local().date()
    }
}

/// When something happened: at a moment, or on a day whose hour nobody noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// On that day.
    Day(NaiveDate),
    /// At that moment.
    Moment(Moment),
}

impl When {
    /// The moment it stands for; a day without an hour is that day's `morning`.
    pub fn moment(self, zone: Zone, morning: NaiveTime) -> Moment {
        match self {
            Self::Day(day) => zone.at(day.and_time(morning)),
            Self::Moment(moment) => moment,
        }
    }

    /// The calendar day in `zone`.
    pub fn date(self, zone: Zone) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => zone.date(moment),
        }
    }

    /// Whether it has happened: a day without an hour has as soon as it begins.
    pub fn has_come(self, clock: &Clock) -> bool {
        match self {
            Self::Day(day) => day <= clock.today(),
            Self::Moment(moment) => moment <= clock.now,
        }
    }

    /// Reads a date, a local date-time (which gets its offset from `zone`), or one with an offset.
    ///
    /// # Errors
    /// A sentence that says what was expected.
    pub fn parse(text: &str, zone: Zone) -> Result<Self, String> {
        let text = text.trim();
        if let Some(when) = Self::parse_absolute(text) {
            return Ok(when);
        }
        for format in [
            "%Y-%m-%dT%H:%M",
            "%Y-%m-%dT%H:%M:%S%.f",
            "%Y-%m-%d %H:%M",
            "%Y-%m-%d %H:%M:%S%.f",
        ] {
            if let Ok(local) = NaiveDateTime::parse_from_str(text, format)
                && in_calendar(local.date())
            {
                return Ok(Self::Moment(zone.at(local)));
            }
        }
        Err(
            "a day of the calendar (2026-11-23), a local time (2026-11-23T14:00) or a time with \
             its offset (2026-11-23T14:00:00+01:00)"
                .to_owned(),
        )
    }

    /// Reads what needs no zone to be understood: a date, or a date-time with its offset.
    fn parse_absolute(text: &str) -> Option<Self> {
        if let Some(utc) = text.strip_suffix(['Z', 'z']) {
            return Self::parse_absolute(&format!("{utc}+00:00"));
        }
        if let Ok(day) = text.parse::<NaiveDate>()
            && in_calendar(day)
        {
            return Some(Self::Day(day));
        }
        if let Ok(moment) = DateTime::parse_from_rfc3339(text)
            && in_calendar(moment.naive_local().date())
        {
            return Some(Self::Moment(moment));
        }
        for format in ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M%:z"] {
            if let Ok(moment) = DateTime::parse_from_str(text, format)
                && in_calendar(moment.naive_local().date())
            {
                return Some(Self::Moment(moment));
            }
        }
        None
    }
}

/// Whether it is a day of our times. Years beyond these are typing errors, and arithmetic on them could overflow.
pub(crate) fn in_calendar(day: NaiveDate) -> bool {
    (1900..=2200).contains(&day.year())
}

/// Reads a day such as `2026-11-23`.
///
/// # Errors
/// A sentence that says what was expected.
pub fn parse_day(text: &str) -> Result<NaiveDate, String> {
    text.trim()
        .parse()
        .ok()
        .filter(|day| in_calendar(*day))
        .ok_or_else(|| "a day of the calendar, as in 2026-11-23".to_owned())
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Moment(moment) => f.write_str(&rfc3339(*moment)),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // A file carries offsets, and to ask for the machine's zone takes longer than all else.
        if let Some(when) = Self::parse_absolute(&text) {
            return Ok(when);
        }
        // A hand-written local time is read as the machine's own.
        Self::parse(&text, Zone::of_this_machine()).map_err(|expected| {
            serde::de::Error::custom(format!("“{text}” is no date; expected {expected}"))
        })
    }
}

/// A moment as the public formats write it: to the second, with its offset.
pub fn rfc3339(moment: Moment) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// `day` moved by whole days; the calendar's end stays where it is.
pub fn plus_days(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        day.checked_sub_days(count)
    } else {
        day.checked_add_days(count)
    };
    moved.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        name.parse().unwrap()
    }

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn a_skipped_time_becomes_the_first_moment_after_the_gap() {
        for (name, asked, got) in [
            (
                "Europe/Berlin",
                "2027-03-28 02:30",
                "2027-03-28T03:00:00+02:00",
            ),
            (
                "America/New_York",
                "2027-03-14 02:00",
                "2027-03-14T03:00:00-04:00",
            ),
            (
                "Asia/Beirut",
                "2027-03-28 00:00",
                "2027-03-28T01:00:00+03:00",
            ),
        ] {
            assert_eq!(rfc3339(zone(name).at(local(asked))), got, "{name}");
        }
    }

    #[test]
    fn a_time_that_happens_twice_is_the_earlier() {
        let moment = zone("Europe/Berlin").at(local("2026-10-25 02:30"));
        assert_eq!(rfc3339(moment), "2026-10-25T02:30:00+02:00");
    }

    #[test]
    fn days_that_cannot_be_are_refused() {
        let berlin = zone("Europe/Berlin");
        for text in [
            "2026-11-31",
            "2027-02-29",
            "999999-01-01",
            "yesterday",
            "",
            "2026-11-23T25:00",
        ] {
            assert!(When::parse(text, berlin).is_err(), "{text}");
        }
    }

    #[test]
    fn a_moment_survives_writing_and_reading() {
        let berlin = zone("Europe/Berlin");
        for text in [
            "2026-11-23",
            "2026-11-23T14:00:00+01:00",
            "2028-02-29T23:59:59-08:00",
        ] {
            assert_eq!(When::parse(text, berlin).unwrap().to_string(), text);
        }
    }
}
