//! Writing a letter and reviewing it, in a search of a thousand applications.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::sync::Arc;

use afterword::compose::{Letter, Request, compose};
use afterword::etiquette::{Context, Elsewhere};
use afterword::exchange::demo;
use afterword::model::{Application, ApplicationId, JobSearch, Scenario};
use afterword::review::{Draft, review};
use afterword::time::{Clock, Zone};
use chrono::NaiveDate;
use divan::Bencher;

fn main() {
    divan::main();
}

fn clock() -> Clock {
    let zone: Zone = "Europe/Berlin".parse().unwrap();
    let evening = NaiveDate::from_ymd_opt(2026, 11, 24)
        .unwrap()
        .and_hms_opt(18, 30, 0)
        .unwrap();
    Clock::at(zone.at(evening), zone)
}

/// The sample search, many times over under other names.
fn search(clock: &Clock) -> JobSearch {
    let mut search = demo(clock);
    let sample: Vec<Arc<Application>> = search.applications.values().cloned().collect();
    for number in 0..1_000 / sample.len() {
        for application in &sample {
            let mut application = Application::clone(application);
            application.id = ApplicationId::fresh();
            application.key = format!("{}-{number}", application.key);
            application.company = format!("{} {number}", application.company);
            search.put(application);
        }
    }
    search
}

fn letter(search: &JobSearch, clock: &Clock) -> (Arc<Application>, Letter) {
    let nothing = Elsewhere::default();
    let context = Context {
        search,
        clock,
        elsewhere: &nothing,
    };
    let application = Arc::clone(search.applications.values().next().unwrap());
    let facts = BTreeMap::new();
    let request = Request {
        scenario: Scenario::ThankYou,
        person: None,
        facts: &facts,
    };
    let letter = compose(&application, &context, &request).unwrap();
    (application, letter)
}

#[divan::bench]
fn write_a_thank_you(bencher: Bencher<'_, '_>) {
    let clock = clock();
    let search = search(&clock);
    bencher.bench_local(|| letter(&search, &clock));
}

#[divan::bench(args = [1, 400])]
fn review_a_thank_you(bencher: Bencher<'_, '_>, times_as_long: usize) {
    let clock = clock();
    let search = search(&clock);
    let (application, letter) = letter(&search, &clock);
    let elsewhere = Elsewhere::of(&search, &clock);
    let context = Context {
        search: &search,
        clock: &clock,
        elsewhere: &elsewhere,
    };
    let body = letter.body.repeat(times_as_long);
    bencher.bench_local(|| {
        let draft = Draft {
            subject: &letter.subject,
            body: &body,
            scenario: Some(Scenario::ThankYou),
            to: &letter.to,
            ..Draft::default()
        };
        review(&draft, Some(&application), &context)
    });
}

/// As long as a thank-you may be, with nothing in it to mend and with much.
#[divan::bench(args = ["careful", "careless"])]
fn review_three_hundred_words(bencher: Bencher<'_, '_>, kind: &str) {
    let sentence = match kind {
        "careful" => {
            "Your story about the tunnel has stayed with me since Monday 23 November, and I would like to help. "
        }
        _ => {
            "Thx, I need your decision by Friday, as I haven't heard back and it is Monday 24 November!! "
        }
    };
    let words = sentence.split_whitespace().count();
    let text = sentence.repeat(300 / words);
    let body = format!("Dear Ann,\n\n{text}\n\nKind regards,\nSam Taylor");
    let clock = clock();
    let search = search(&clock);
    let (application, letter) = letter(&search, &clock);
    let elsewhere = Elsewhere::of(&search, &clock);
    let context = Context {
        search: &search,
        clock: &clock,
        elsewhere: &elsewhere,
    };
    bencher.bench_local(|| {
        let draft = Draft {
            subject: &letter.subject,
            body: &body,
            scenario: Some(Scenario::ThankYou),
            to: &letter.to,
            ..Draft::default()
        };
        review(&draft, Some(&application), &context)
    });
}

/// A floor: the words of the long letter, counted.
#[divan::bench]
fn floor_counting_words(bencher: Bencher<'_, '_>) {
    let clock = clock();
    let (_, letter) = letter(&search(&clock), &clock);
    let body = letter.body.repeat(400);
    bencher.bench_local(|| body.split_whitespace().count());
}
