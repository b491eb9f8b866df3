//! A second net: a calendar file with what is to come, which any calendar can show and ring by.
//!
//! It is made of the plan alone, and the same plan gives the same bytes: it is written only when it
//! says something else.

use std::path::Path;

use chrono::{TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, Trigger};

use super::ledger::Key;
use super::words::{headline, plain, title_without_names};
use crate::etiquette::{Action, Plan};
use crate::model::{Application, Entry, JobSearch};
use crate::store::{Disk, RealDisk, replace};
use crate::time::{Clock, Moment};

/// What takes longer is not remembered by a calendar.
const LENGTH: TimeDelta = TimeDelta::minutes(15);

/// Before an interview it rings so early.
const BEFORE_INTERVIEW: TimeDelta = TimeDelta::hours(1);

/// A calendar that was not made by us is not replaced.
const PRODUCT: &str = "-//Afterword//Reminders//EN";

/// No calendar of ours is larger.
const LARGEST: u64 = 32_000_000;

/// The calendar of everything that is to come: each action at its next reminder, and interviews.
pub fn calendar(plan: &Plan, search: &JobSearch, clock: &Clock) -> String {
    let mut calendar = Calendar::empty();
    for property in [
        ("VERSION", "2.0"),
        ("PRODID", PRODUCT),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(property);
    }
    calendar.name("Afterword");
    for action in plan.actions() {
        let application = search.application(action.application);
        calendar.extend(application.and_then(|one| reminder(action, one, search, clock)));
    }
    for application in search.applications.values() {
        let entries = application.history.iter();
        calendar.extend(entries.filter_map(|entry| interview(entry, application, search, clock)));
    }
    calendar.to_string()
}

/// Brings the file at `path` up to date; true if it was written.
///
/// # Errors
/// What stands there is not ours, or it cannot be written; as part of a sentence.
pub fn keep(path: &Path, text: &str) -> Result<bool, String> {
    match RealDisk.read(path, LARGEST) {
        Ok(bytes) if bytes == text.as_bytes() => return Ok(false),
        Ok(bytes) if !bytes.is_empty() && !is_ours(&bytes) => {
            return Err("there is another file of that name".to_owned());
        }
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(error.to_string());
        }
        Ok(_) | Err(_) => {}
    }
    replace(&RealDisk, path, text.as_bytes())
        .map(|()| true)
        .map_err(|error| error.to_string())
}

fn is_ours(bytes: &[u8]) -> bool {
    let product = PRODUCT.as_bytes();
    bytes.windows(product.len()).any(|part| part == product)
}

fn reminder(
    action: &Action,
    application: &Application,
    search: &JobSearch,
    clock: &Clock,
) -> Option<Event> {
    let ahead = |moment: &&Moment| **moment > clock.now;
    let at = *action.reminders.iter().filter(ahead).min()?;
    let number = Key::of(action).number();
    let uid = format!("{}-{number:08x}", action.application.0);
    let (words, why) = if search.reminders.hide_names {
        (title_without_names(action, clock), String::new())
    } else {
        let then = Clock::at(at, clock.zone);
        (
            headline(action, application),
            action.why(application, &then),
        )
    };
    Some(event(&uid, &words, &why, at, LENGTH, TimeDelta::zero()))
}

fn interview(
    entry: &Entry,
    application: &Application,
    search: &JobSearch,
    clock: &Clock,
) -> Option<Event> {
    let (start, end, _) = entry.interview()?;
    let called_off = application.history.iter().any(|other| {
        matches!(&other.event, crate::model::Event::Cancelled { interview } if *interview == entry.at)
    });
    if start <= clock.now || called_off {
        return None;
    }
    let words = if search.reminders.hide_names {
        "Interview".to_owned()
    } else {
        format!("Interview: {}", plain(&application.company, 60))
    };
    let uid = entry.id.0.to_string();
    Some(event(
        &uid,
        &words,
        "",
        start,
        end - start,
        BEFORE_INTERVIEW,
    ))
}

fn event(
    uid: &str,
    words: &str,
    why: &str,
    at: Moment,
    length: TimeDelta,
    early: TimeDelta,
) -> Event {
    let start = at.with_timezone(&Utc);
    // A stamp of now would make another file every time.
    let stamp = start.format("%Y%m%dT%H%M%SZ").to_string();
    let alarm = Alarm::display(words, Trigger::before_start(early))
        .uid(&format!("{uid}-alarm@afterword"))
        .add_property("DTSTAMP", &stamp)
        .done();
    let mut event = Event::new();
    event
        .uid(&format!("{uid}@afterword"))
        .timestamp(start)
        .summary(words)
        .starts(start)
        .ends(start + length)
        .alarm(alarm);
    if !why.is_empty() {
        event.description(why);
    }
    event.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::demo;
    use crate::time::Zone;

    fn clock(now: &str) -> Clock {
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        Clock::at(now.parse::<Moment>().unwrap(), zone)
    }

    fn uids(text: &str) -> Vec<&str> {
        text.lines()
            .filter(|line| line.starts_with("UID:") && !line.contains("-alarm"))
            .collect()
    }

    #[test]
    fn what_is_to_come_is_there_with_an_alarm_and_the_same_name_every_time() {
        let clock = clock("2026-11-24T10:00:00+01:00");
        let search = demo(&clock);
        let plan = Plan::new(&search, &clock);
        let text = calendar(&plan, &search, &clock);
        let ahead = |action: &&Action| action.reminders.iter().any(|r| *r > clock.now);
        let count = plan.actions().filter(ahead).count();
        assert!(count > 0);
        assert!(uids(&text).len() >= count);
        assert_eq!(text.matches("BEGIN:VALARM").count(), uids(&text).len());
        assert_eq!(calendar(&plan, &search, &clock), text, "byte for byte");
        let distinct: std::collections::BTreeSet<_> = uids(&text).into_iter().collect();
        assert_eq!(distinct.len(), uids(&text).len());

        let later = Clock::at(clock.now + TimeDelta::minutes(1), clock.zone);
        let again = calendar(&Plan::new(&search, &later), &search, &later);
        assert_eq!(uids(&again), uids(&text), "names last");
    }

    #[test]
    fn a_file_of_somebody_else_is_left_alone_and_ours_is_written_when_it_differs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.ics");
        let clock = clock("2026-11-24T10:00:00+01:00");
        let search = demo(&clock);
        let text = calendar(&Plan::new(&search, &clock), &search, &clock);
        assert_eq!(keep(&path, &text), Ok(true));
        assert_eq!(keep(&path, &text), Ok(false));
        std::fs::write(
            &path,
            "BEGIN:VCALENDAR\nPRODID:-//Other//EN\nEND:VCALENDAR\n",
        )
        .unwrap();
        assert!(keep(&path, &text).is_err());
        assert!(std::fs::read_to_string(&path).unwrap().contains("Other"));
        assert!(keep(folder.path(), &text).is_err(), "a folder");
    }
}
