//! The sample search: `assets/demo/search.jsonl`, moved to lie around now.
//!
//! The file is written as if it were noon of Monday 23 November 2026, and holds no weekend day.
//! - Times of that Monday keep their distance to now: what ended an hour and a half before noon
//!   ended an hour and a half ago, whatever the hour.
//! - Every other day keeps its distance in working days and its time of day, so that a week of
//!   silence stays at least a week, and nobody is met on a Sunday.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};
use serde_json::{Map, Value};

use super::events;
use crate::model::{Achievement, JobSearch, Policy, Profile};
use crate::time::{Clock, When, Zone};

const EVENTS: &str = include_str!("../../assets/demo/search.jsonl");

/// The fields that hold a day or a moment.
const DATED: [&str; 4] = ["at", "day", "until", "interview"];

/// The sample search as it stands at `clock`.
pub fn demo(clock: &Clock) -> JobSearch {
    let search = JobSearch {
        profile: Profile {
            name: "Mina Okafor".to_owned(),
            phone: "+44 7700 900142".to_owned(),
            linkedin: "https://www.linkedin.com/in/mina-okafor-example".to_owned(),
            ..Profile::default()
        },
        achievements: achievements(),
        ..JobSearch::default()
    };
    let text: Vec<_> = EVENTS
        .lines()
        .filter_map(|line| moved(line, clock))
        .collect();
    // A test holds that every line of the file is an event.
    events::import(&search, &text.join("\n"), clock.zone).map_or(search, |imported| imported.search)
}

fn achievements() -> Vec<Achievement> {
    [
        (
            "Northwind Logistics",
            "rebuilt the release pipeline",
            "releases went from monthly to daily",
        ),
        (
            "Northwind Logistics",
            "sorted out the alarms at night with the people who were woken by them",
            "they fell from thirty a week to two",
        ),
        (
            "City Library of Leeds",
            "moved the catalogue to a new system while it stayed open",
            "not one loan was lost",
        ),
    ]
    .map(|(place, what, result)| Achievement {
        place: place.to_owned(),
        what: what.to_owned(),
        result: result.to_owned(),
    })
    .into()
}

/// The line with its dates moved.
fn moved(line: &str, clock: &Clock) -> Option<String> {
    let mut fields: Map<String, Value> = serde_json::from_str(line).ok()?;
    for name in DATED {
        if let Some(Value::String(date)) = fields.get_mut(name) {
            *date = moved_date(date, clock)?;
        }
    }
    Some(Value::Object(fields).to_string())
}

fn moved_date(text: &str, clock: &Clock) -> Option<String> {
    // The file holds local times; which zone reads and writes them back makes no difference here.
    let utc = Zone::Named(chrono_tz::UTC);
    Some(match When::parse(text, utc).ok()? {
        When::Day(day) => moved_day(day, clock).to_string(),
        When::Moment(moment) => {
            let local = utc.local(moment);
            let noon = sample_day().and_hms_opt(12, 0, 0)?;
            if local.date() == sample_day() {
                let moved = on_five_minutes(clock.now.naive_utc() + (local - noon));
                format!("{}Z", moved.format("%Y-%m-%dT%H:%M:%S"))
            } else {
                moved_day(local.date(), clock)
                    .and_time(local.time())
                    .format("%Y-%m-%dT%H:%M")
                    .to_string()
            }
        }
    })
}

/// The day as many working days from today as `day` is from the sample's Monday.
fn moved_day(day: NaiveDate, clock: &Clock) -> NaiveDate {
    let policy = Policy::default();
    let working_days = |from: NaiveDate, to: NaiveDate| {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        i64::try_from(days.filter(|day| policy.is_working_day(*day)).count()).unwrap_or_default()
    };
    let distance = if day < sample_day() {
        // Counted backwards, the day itself is one of them and the Monday is not.
        let eve = |day: NaiveDate| day.checked_sub_days(Days::new(1)).unwrap_or(day);
        -working_days(eve(day), eve(sample_day()))
    } else {
        working_days(sample_day(), day)
    };
    policy.plus_working_days(clock.today(), distance)
}

fn sample_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default()
}

/// The last full five minutes, as people note times.
fn on_five_minutes(time: NaiveDateTime) -> NaiveDateTime {
    let beyond = TimeDelta::minutes(i64::from(time.minute() % 5))
        + TimeDelta::seconds(i64::from(time.second()))
        + TimeDelta::nanoseconds(i64::from(time.nanosecond()));
    time.checked_sub_signed(beyond).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::{Plan, Status};
    use crate::model::{Event, StageMeaning};

    /// Each state that the sample promises: application, scenario, and where it may stand.
    const PROMISED: &[(&str, &str, &[Status])] = &[
        ("halden", "thank-you", &[Status::Waiting, Status::Due]),
        ("st-brannoc", "debrief", &[Status::Due]),
        ("st-brannoc", "thank-you", &[Status::Waiting, Status::Due]),
        ("nordlicht", "check-in-first", &[Status::Due]),
        ("fable", "thank-you", &[Status::Late]),
        ("wrenfield", "check-in-first", &[Status::Due]),
        ("tern", "check-in-second", &[Status::Due]),
        ("quill", "check-in-final", &[Status::Due]),
        ("quill", "linkedin-final", &[Status::Due]),
        ("mirador", "check-in-first", &[Status::Waiting]),
        ("orchard", "answer-offer", &[Status::Due]),
        ("orchard", "decide", &[Status::Waiting]),
        ("cobalt", "answer-rejection", &[Status::Due]),
        ("lodz", "debrief", &[Status::Waiting]),
        ("tokyo", "answer-update", &[Status::Due]),
        ("nakheel", "check-in-first", &[Status::Waiting]),
        ("greyhound", "check-in-first", &[Status::Due]),
        ("coastal", "check-in-first", &[Status::Waiting]),
        ("pelican", "close", &[Status::Due]),
        ("pelican", "last-word", &[Status::Due]),
        ("tern", "other-offer-mention", &[Status::Due]),
    ];

    fn clocks() -> impl Iterator<Item = Clock> {
        let zones = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland"];
        (0..14).flat_map(move |day| {
            [0, 3, 8, 9, 12, 17, 18, 23].into_iter().map(move |hour| {
                let zone: Zone = zones[day % 3].parse().unwrap();
                let start = NaiveDate::from_ymd_opt(2027, 3, 18).unwrap();
                let today = start + Days::new(u64::try_from(day).unwrap());
                Clock::at(zone.at(today.and_hms_opt(hour, 7, 31).unwrap()), zone)
            })
        })
    }

    #[test]
    fn every_line_is_an_event() {
        let clock = clocks().next().unwrap();
        let search = demo(&clock);
        let entries: usize = search
            .applications
            .values()
            .map(|application| 1 + application.contacts.len() + application.history.len())
            .sum();
        assert_eq!(entries, EVENTS.lines().count());
        assert!(search.applications.len() >= 14);
    }

    #[test]
    fn every_promised_state_is_there_on_every_day_at_every_hour() {
        for clock in clocks() {
            let search = demo(&clock);
            let plan = Plan::new(&search, &clock);
            for (key, task, allowed) in PROMISED {
                let id = search.find(key).unwrap().id;
                let found: Vec<_> = plan
                    .of(id)
                    .iter()
                    .filter(|action| action.task.name() == *task)
                    .map(|action| action.status)
                    .collect();
                assert!(
                    !found.is_empty() && found.iter().all(|status| allowed.contains(status)),
                    "{key} {task} at {}: {found:?}\n{:#?}",
                    clock.now,
                    plan.of(id)
                );
            }
        }
    }

    #[test]
    fn every_stage_and_every_outcome_is_there() {
        for clock in clocks() {
            let search = demo(&clock);
            let plan = Plan::new(&search, &clock);
            for meaning in StageMeaning::STANDARD {
                let stage = search.stage_meaning(meaning);
                assert!(
                    search
                        .applications
                        .keys()
                        .any(|id| plan.stage(*id) == Some(&stage)),
                    "{meaning:?} at {}",
                    clock.now
                );
            }
            for outcome in crate::model::Outcome::ALL {
                assert!(search.applications.values().any(|application| {
                    application
                        .history
                        .iter()
                        .any(|entry| entry.event == Event::Closed { outcome })
                }));
            }
        }
    }

    #[test]
    fn nothing_but_interviews_promises_and_deadlines_lies_ahead() {
        for clock in clocks() {
            for application in demo(&clock).applications.values() {
                assert!(application.applied.has_come(&clock));
                for entry in &application.history {
                    let may_be_ahead = matches!(entry.event, Event::Interview(_));
                    assert!(may_be_ahead || entry.at.has_come(&clock), "{entry:?}");
                }
            }
        }
    }
}
