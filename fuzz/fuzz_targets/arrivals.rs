//! Anybody's address book or calendar: never a panic, and the second time adds nothing.
#![no_main]

use std::sync::Arc;

use afterword::exchange::arrivals::Arrivals;
use afterword::exchange::csv::Source;
use afterword::model::{Application, JobSearch};
use afterword::time::{Clock, When, Zone};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let clock = Clock::at(chrono::DateTime::UNIX_EPOCH, Zone::Named(chrono_tz::UTC));
    let mut search = JobSearch::default();
    let applied = When::Day(clock.today());
    let acme = Application::new("acme".into(), "Acme".into(), "Engineer".into(), applied);
    search.put(acme.clone());
    let source = Source::Text(Arc::from(text));
    let read = [Arrivals::of_people(&source), Arrivals::of_calendar(&source, &clock)];
    for mut arrivals in read.into_iter().flatten() {
        arrivals.place(&search, &clock);
        arrivals.send_all_to(&acme, &search);
        let first = arrivals.take_in(&search, &clock);
        let second = arrivals.take_in(&first.search, &clock);
        assert_eq!(second.counts.new, 0);
    }
});
