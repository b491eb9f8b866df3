//! Calendars (iCalendar), as far as interviews are in them.

use calcard::common::PartialDateTime;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarProperty,
    ICalendarValue,
};
use calcard::{Entry, Parser, common::timezone::Tz};
use chrono::{NaiveDateTime, TimeDelta};

use super::{ArrivalError, Attendee, Found, Invitation, LeftOut, What};
use crate::model::Origin;
use crate::time::{Moment, Zone};

/// More than anybody is invited to.
const MOST: usize = 2_000;
const EXPECTED: &str = "a calendar (iCalendar)";
/// How long a meeting is where nobody says.
const USUAL_MINUTES: i64 = 60;
const LONGEST_MINUTES: i64 = 1_440;

/// The meetings of a calendar. Hours that name no zone are those of `zone`.
pub(super) fn read(text: &str, zone: Zone) -> Result<Found, ArrivalError> {
    let mut lines = meeting_lines(text)?.into_iter();
    let mut parser = Parser::new(text);
    let mut found = Found::default();
    loop {
        let calendar = match parser.entry() {
            Entry::ICalendar(calendar) => calendar,
            Entry::InvalidLine(line) if line.trim().is_empty() => continue,
            Entry::Eof => break,
            _ => return Err(ArrivalError::Half { line: 1 }),
        };
        let reader = Reader::of(&calendar, zone);
        let meetings = calendar.components.iter();
        for meeting in meetings.filter(|component| component.component_type.is_event()) {
            let line = lines.next().unwrap_or(1);
            match reader.meeting(meeting) {
                Ok(invitation) => found.items.push((line, What::Invitation(invitation))),
                Err(why) => found.left_out.push(LeftOut {
                    line,
                    what: text_of(meeting, &ICalendarProperty::Summary),
                    why,
                }),
            }
        }
    }
    if found.items.is_empty() && found.left_out.is_empty() {
        return Err(ArrivalError::Nothing("no meeting"));
    }
    Ok(found)
}

/// The lines where meetings begin, of a text that is a calendar from beginning to end.
fn meeting_lines(text: &str) -> Result<Vec<usize>, ArrivalError> {
    let mut meetings = Vec::new();
    let mut open: Option<usize> = None;
    let text = text.trim_start_matches('\u{feff}');
    for (number, line) in (1..).zip(text.lines()) {
        let is = |wanted: &str| line.trim().eq_ignore_ascii_case(wanted);
        match open {
            None if is("BEGIN:VCALENDAR") => open = Some(number),
            None if line.trim().is_empty() => {}
            None => return Err(ArrivalError::strange(number, EXPECTED, line)),
            Some(_) if is("END:VCALENDAR") => open = None,
            Some(_) if is("BEGIN:VEVENT") => meetings.push(number),
            Some(_) => {}
        }
    }
    match open {
        Some(line) => Err(ArrivalError::Half { line }),
        None if meetings.len() > MOST => Err(ArrivalError::TooMany {
            limit: MOST,
            what: "meetings",
        }),
        None => Ok(meetings),
    }
}

/// What holds for all meetings of one calendar.
struct Reader<'a> {
    zones: TzResolver<&'a str>,
    zone: Zone,
    /// What is to be done with them: `REQUEST`, `CANCEL`, …; in capitals.
    method: String,
}

impl<'a> Reader<'a> {
    fn of(calendar: &'a ICalendar, zone: Zone) -> Self {
        let root = calendar.components.first();
        let method = root.map(|root| text_of(root, &ICalendarProperty::Method));
        Self {
            zones: calendar.build_tz_resolver(),
            zone,
            method: method.unwrap_or_default().to_uppercase(),
        }
    }

    /// A meeting, or why it cannot come in.
    fn meeting(&self, meeting: &ICalendarComponent) -> Result<Invitation, String> {
        if matches!(
            self.method.as_str(),
            "REPLY" | "COUNTER" | "DECLINECOUNTER" | "REFRESH"
        ) {
            return Err("it answers an invitation, and is none".to_owned());
        }
        let text = |property| text_of(meeting, &property);
        let uid = text(ICalendarProperty::Uid);
        if uid.ends_with("@afterword") && uid.len() > "@afterword".len() + 36 {
            return Err("it is what Afterword reminds of, and no interview".to_owned());
        }
        if meeting.is_recurrent() {
            return Err("it repeats; an interview is one meeting".to_owned());
        }
        let (start, assumed_zone) = self.start(meeting)?;
        let minutes = self.minutes(meeting, start)?;
        let again = text_of_moment(meeting, &ICalendarProperty::RecurrenceId);
        // One without a name is known by its hour and what it is called.
        let uid = match uid.as_str() {
            "" => format!("{} {}", start.to_utc(), text(ICalendarProperty::Summary)),
            _ => uid,
        };
        let called_off = self.method == "CANCEL"
            || text(ICalendarProperty::Status).eq_ignore_ascii_case("CANCELLED");
        let version = meeting
            .property(&ICalendarProperty::Sequence)
            .and_then(|entry| entry.values.first())
            .and_then(ICalendarValue::as_integer)
            .and_then(|number| u32::try_from(number).ok());
        Ok(Invitation {
            origin: Origin {
                id: format!("{uid}{again}"),
                version: version.unwrap_or_default(),
            },
            called_off,
            start,
            minutes,
            assumed_zone,
            title: text(ICalendarProperty::Summary),
            place: text(ICalendarProperty::Location),
            text: long_text(meeting, &ICalendarProperty::Description),
            people: people(meeting),
        })
    }

    /// When it begins, and whether that is the user's zone for want of another.
    fn start(&self, meeting: &ICalendarComponent) -> Result<(Moment, bool), String> {
        let entry = meeting.property(&ICalendarProperty::Dtstart);
        let Some((entry, value)) = entry.and_then(|entry| Some((entry, moment_of(entry)?))) else {
            return Err("it does not say when it begins".to_owned());
        };
        if value.hour.is_none() {
            return Err(
                "it has a day and no hour; add the interview with its hour by hand".to_owned(),
            );
        }
        self.moment(entry, value)
    }

    fn moment(
        &self,
        entry: &ICalendarEntry,
        value: &PartialDateTime,
    ) -> Result<(Moment, bool), String> {
        let Some(read) = value.to_date_time() else {
            return Err("its day is in no calendar".to_owned());
        };
        if let Some(offset) = read.offset {
            // It is an instant, and no hour of anybody's.
            let moment = in_offset(read.date_time, offset)?;
            return Ok((self.zone.show(moment), false));
        }
        let Some(name) = entry.tz_id() else {
            return Ok((self.zone.at(read.date_time), true));
        };
        match self.zones.resolve(name) {
            Some(Tz::Tz(zone)) => Ok((Zone::Named(zone).at(read.date_time), false)),
            Some(Tz::Fixed(offset)) => Ok((in_offset(read.date_time, offset)?, false)),
            Some(Tz::Floating) | None => Err(format!(
                "its time zone “{}” is not known; add the interview by hand, with its hour where \
                 you are",
                name.chars().take(60).collect::<String>()
            )),
        }
    }

    fn minutes(&self, meeting: &ICalendarComponent, start: Moment) -> Result<u32, String> {
        let end = meeting
            .property(&ICalendarProperty::Dtend)
            .and_then(|entry| self.moment(entry, moment_of(entry)?).ok())
            .map(|(end, _)| end.signed_duration_since(start));
        let length = end.or_else(|| {
            match meeting
                .property(&ICalendarProperty::Duration)?
                .values
                .first()?
            {
                ICalendarValue::Duration(length) => length.to_time_delta(),
                _ => None,
            }
        });
        let minutes = length.map_or(USUAL_MINUTES, |length| length.num_minutes());
        match u32::try_from(minutes) {
            Ok(0) | Err(_) => Ok(1),
            Ok(_) if minutes > LONGEST_MINUTES => Err(
                "it lasts longer than a day; an interview is a meeting of some hours".to_owned(),
            ),
            Ok(minutes) => Ok(minutes),
        }
    }
}

fn in_offset(local: NaiveDateTime, offset: chrono::FixedOffset) -> Result<Moment, String> {
    let seconds = i64::from(offset.local_minus_utc());
    let utc = local.checked_sub_signed(TimeDelta::seconds(seconds));
    utc.map(|utc| Moment::from_naive_utc_and_offset(utc, offset))
        .ok_or_else(|| "its day is in no calendar".to_owned())
}

fn moment_of(entry: &ICalendarEntry) -> Option<&PartialDateTime> {
    entry.values.first()?.as_partial_date_time()
}

/// Which one of a series it is, for its name.
fn text_of_moment(meeting: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let read = meeting
        .property(property)
        .and_then(moment_of)
        .and_then(PartialDateTime::to_date_time);
    read.map(|read| format!("/{}", read.date_time.format("%Y%m%dT%H%M%S")))
        .unwrap_or_default()
}

/// A property's text on one line, cut where it is far too long.
fn text_of(component: &ICalendarComponent, property: &ICalendarProperty) -> String {
    const LONGEST: usize = 300;
    let text = long_text(component, property);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST).collect()
}

fn long_text(component: &ICalendarComponent, property: &ICalendarProperty) -> String {
    const LONGEST: usize = 4_000;
    let entry = component.property(property);
    let text = entry.and_then(|entry| entry.values.first()?.as_text());
    let text = text.unwrap_or_default().replace("\r\n", "\n");
    let is_plain = |c: &char| !c.is_control() || *c == '\n';
    text.chars()
        .filter(is_plain)
        .take(LONGEST)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Whoever organises it and whoever is invited, rooms and things aside.
fn people(meeting: &ICalendarComponent) -> Vec<Attendee> {
    const MOST: usize = 50;
    let mut people: Vec<Attendee> = Vec::new();
    for property in [ICalendarProperty::Organizer, ICalendarProperty::Attendee] {
        for entry in meeting.properties(&property) {
            let parameter = |name| {
                let value = entry.parameter(&name).and_then(|value| value.as_text());
                value
                    .unwrap_or_default()
                    .trim()
                    .trim_matches('"')
                    .to_owned()
            };
            let kind = parameter(ICalendarParameterName::Cutype).to_uppercase();
            if people.len() >= MOST || !matches!(kind.as_str(), "" | "INDIVIDUAL" | "UNKNOWN") {
                continue;
            }
            let address = entry.calendar_address().unwrap_or_default().trim();
            let address = if address.contains('@') { address } else { "" };
            let name = parameter(ICalendarParameterName::Cn);
            let is_known = |it: &Attendee| {
                it.email.eq_ignore_ascii_case(address) && (!address.is_empty() || it.name == name)
            };
            if (address.is_empty() && name.is_empty()) || people.iter().any(is_known) {
                continue;
            }
            people.push(Attendee {
                name: if name.contains('@') {
                    String::new()
                } else {
                    name
                },
                email: address.to_owned(),
                takes_part: false,
            });
        }
    }
    people
}
