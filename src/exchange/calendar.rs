//! Interviews and what falls due, as a calendar that other programs take in (iCalendar).
//!
//! Every entry has a name of its own that stays, so that a second import moves what has moved and
//! doubles nothing. Moments are written in UTC, which every calendar shows in the zone of whoever
//! looks.

use chrono::{TimeDelta, Utc};
use icalendar::{
    Alarm, Calendar, Component as _, Event as Item, EventLike as _, EventStatus, Property, Trigger,
};

use crate::etiquette::{Action, Plan};
use crate::model::{Application, Entry, Event, JobSearch};
use crate::reminders::headline;
use crate::time::{Clock, Moment};

/// All interviews and everything that falls due.
pub fn export(search: &JobSearch, plan: &Plan, clock: &Clock) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Afterword//Afterword//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .name("Afterword");
    for application in search.applications.values() {
        for entry in &application.history {
            calendar.extend(interview(application, entry, clock));
        }
        for action in plan.of(application.id) {
            calendar.push(due(application, action, clock));
        }
    }
    calendar.to_string()
}

fn interview(application: &Application, entry: &Entry, clock: &Clock) -> Option<Item> {
    let (start, end, interview) = entry.interview()?;
    let uid = format!("{}@afterword", entry.id.0);
    let mut what = vec![application.position.clone()];
    what.extend(
        interview
            .round
            .as_ref()
            .map(|round| format!("Round {round}")),
    );
    if !interview.with.is_empty() {
        what.push(format!("With {}", interview.with.join(", ")));
    }
    let name = format!(
        "{} interview, {}",
        interview.format.label(),
        application.company
    );
    let mut item = item(&uid, &name, &what.join("\n"), clock);
    item.starts(start.with_timezone(&Utc))
        .ends(end.with_timezone(&Utc));
    if is_called_off(application, entry) {
        item.status(EventStatus::Cancelled);
    } else {
        item.status(EventStatus::Confirmed);
        let words = format!("In half an hour: {name}");
        item.alarm(
            Alarm::display(&words, Trigger::before_start(TimeDelta::minutes(30)))
                .uid(&format!("{}-alarm@afterword", entry.id.0))
                .add_property("DTSTAMP", stamp(clock.now))
                .done(),
        );
    }
    Some(item.done())
}

/// Whether a later entry calls that interview off.
fn is_called_off(application: &Application, interview: &Entry) -> bool {
    let entries = application.history.iter();
    entries.skip_while(|entry| entry.id != interview.id).any(|entry| {
        matches!(entry.event, Event::Cancelled { interview: start } if start == interview.at)
    })
}

fn due(application: &Application, action: &Action, clock: &Clock) -> Item {
    let mut uid = format!("{}-{}", application.id.0, action.task.name());
    if let Some(interview) = action.interview {
        uid.push_str(&format!("-{}", interview.0));
    }
    if let Some(person) = &action.person {
        // A name has letters that the name of an entry may not have.
        uid.push_str(&format!("-{:08x}", crc32fast::hash(person.as_bytes())));
    }
    let why = action.why(application, clock);
    let what = format!("{}, {}\n{why}", application.company, application.position);
    let mut item = item(
        &format!("{uid}@afterword"),
        &headline(action, application),
        &what,
        clock,
    );
    let start = action.due.with_timezone(&Utc);
    item.starts(start)
        .ends(start + TimeDelta::minutes(15))
        // It takes no time from anybody's day.
        .add_property("TRANSP", "TRANSPARENT");
    item.done()
}

fn item(uid: &str, name: &str, what: &str, clock: &Clock) -> Item {
    let mut item = Item::new();
    item.uid(uid)
        .timestamp(clock.now.with_timezone(&Utc))
        .summary(&plain(name).replace('\n', " "))
        .description(&plain(what));
    item
}

fn stamp(moment: Moment) -> String {
    moment
        .with_timezone(&Utc)
        .format("%Y%m%dT%H%M%SZ")
        .to_string()
}

/// Without characters that calendars choke on.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::demo;

    fn clock() -> Clock {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
        Clock::at(now, "Europe/Berlin".parse().unwrap())
    }

    #[test]
    fn every_interview_and_every_due_moment_has_an_entry_with_a_name_of_its_own() {
        let clock = clock();
        let search = demo(&clock);
        let plan = Plan::new(&search, &clock);
        let text = export(&search, &plan, &clock);
        let interviews = search
            .applications
            .values()
            .flat_map(|application| &application.history)
            .filter(|entry| entry.interview().is_some());
        let expected = interviews.count() + plan.actions().count();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), expected);
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(text.matches("PRODID:").count(), 1, "{text}");
        let mut names: Vec<_> = unfolded
            .lines()
            .filter(|line| line.starts_with("UID:"))
            .collect();
        names.sort_unstable();
        names.dedup();
        let alarms = text.matches("BEGIN:VALARM").count();
        assert_eq!(names.len(), expected + alarms);
        assert_eq!(
            text,
            export(&search, &plan, &clock),
            "a second export is the same"
        );
        assert!(
            text.lines().all(|line| line.len() <= 75),
            "lines are folded"
        );
    }

    #[test]
    fn an_interview_is_at_its_moment_wherever_it_is_looked_at() {
        let events = r#"{"application":"a","event":"applied","at":"2026-11-02","company":"Acme; Sons, \\ Co","position":"Engineer"}
{"application":"a","event":"interview","at":"2026-11-30T14:00","minutes":45,"format":"video","with":["Dana Wu"],"round":"2"}
{"application":"a","event":"interview","at":"2026-12-01T10:00","minutes":30,"format":"phone","with":[]}
{"application":"a","event":"cancelled","at":"2026-11-22","interview":"2026-12-01T10:00"}"#;
        let clock = clock();
        let search = crate::exchange::events::import(&JobSearch::default(), events, clock.zone)
            .unwrap()
            .search;
        let text = export(&search, &Plan::new(&search, &clock), &clock);
        for part in [
            "DTSTART:20261130T130000Z",
            "DTEND:20261130T134500Z",
            "STATUS:CONFIRMED",
            "STATUS:CANCELLED",
            "Acme\\; Sons\\, \\\\ Co",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
