//! The plan of a large search: 10,000 applications with 3 interviews and 5 messages each.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use afterword::etiquette::Plan;
use afterword::model::{
    Application, ApplicationId, Entry, Event, Format, Interview, JobSearch, Message, Scenario,
};
use afterword::time::{Clock, When, Zone, plus_days};
use chrono::{NaiveDate, NaiveTime};
use divan::Bencher;

fn main() {
    divan::main();
}

const APPLICATIONS: usize = 10_000;

fn clock() -> Clock {
    let zone: Zone = "Europe/Berlin".parse().unwrap();
    let noon = NaiveDate::from_ymd_opt(2026, 11, 23)
        .unwrap()
        .and_hms_opt(12, 0, 0)
        .unwrap();
    Clock::at(zone.at(noon), zone)
}

/// Applications of the last 300 days, each with three rounds and five messages.
fn large_search(clock: &Clock) -> JobSearch {
    let mut search = JobSearch::default();
    for number in 0..APPLICATIONS {
        let applied = plus_days(clock.today(), -(number as i64 % 300) - 5);
        search.put(application(number, applied, clock.zone));
    }
    search
}

fn application(number: usize, applied: NaiveDate, zone: Zone) -> Application {
    let mut application = Application::new(
        format!("company-{number}"),
        format!("Company {number}"),
        "Backend engineer".to_owned(),
        When::Day(applied),
    );
    let at = |days: i64, hour: u32| {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        When::Moment(zone.at(plus_days(applied, days).and_time(time)))
    };
    let interview = |with: [&str; 2]| {
        Event::Interview(Interview {
            minutes: 60,
            format: Format::Video,
            with: with.map(str::to_owned).to_vec(),
            round: None,
        })
    };
    let sent = |scenario, to: &str| {
        Event::Sent(Message {
            scenario,
            to: vec![to.to_owned()],
            channel: None,
            subject: "About our conversation".to_owned(),
            body: "Dear Dana, …".to_owned(),
            day: None,
        })
    };
    application.history = [
        (at(1, 14), interview(["Dana Wu", "Ann Ito"])),
        (at(1, 18), sent(Scenario::ThankYou, "Dana Wu")),
        (at(1, 19), sent(Scenario::ThankYou, "Ann Ito")),
        (at(3, 14), interview(["Luis Prado", "Per Lind"])),
        (at(3, 19), sent(Scenario::ThankYou, "Luis Prado")),
        (at(4, 14), interview(["Rosa Marín", "Dana Wu"])),
        (at(4, 19), sent(Scenario::ThankYou, "Rosa Marín")),
        (at(12, 9), sent(Scenario::CheckInFirst, "Rosa Marín")),
    ]
    .into_iter()
    .map(|(at, event)| Entry::new(at, event))
    .collect();
    application
}

/// At most 50 ms.
#[divan::bench]
fn from_nothing(bencher: Bencher<'_, '_>) {
    let clock = clock();
    let search = large_search(&clock);
    bencher.bench_local(|| Plan::new(&search, &clock));
}

/// At most 1 ms.
#[divan::bench]
fn after_a_change_of_one(bencher: Bencher<'_, '_>) {
    let clock = clock();
    let mut search = large_search(&clock);
    let mut plan = Plan::new(&search, &clock);
    let id: ApplicationId = *search.applications.keys().nth(APPLICATIONS / 2).unwrap();
    bencher.bench_local(|| {
        let mut application = Application::clone(search.application(id).unwrap());
        application.rank += 1.0;
        search.applications.insert(id, Arc::new(application));
        plan.update(&search, id, &clock);
    });
}

/// A floor: the same applications read once, without any rule.
#[divan::bench]
fn floor_reading_every_entry(bencher: Bencher<'_, '_>) {
    let clock = clock();
    let search = large_search(&clock);
    bencher.bench_local(|| {
        let entries = search
            .applications
            .values()
            .flat_map(|application| &application.history);
        entries.filter(|entry| entry.at.has_come(&clock)).count()
    });
}
