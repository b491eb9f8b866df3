//! A table of anybody's: never a panic, and the second time changes nothing.
#![no_main]

use std::sync::Arc;

use afterword::exchange::csv::{Field, Mapping, Source, import, look_at};
use afterword::model::JobSearch;
use afterword::time::{Clock, Zone};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(table) = look_at(Source::Text(Arc::from(text))) else {
        return;
    };
    let mut mapping = Mapping::guessed(&table);
    if mapping.column(Field::Company).is_none() {
        mapping.set(0, Field::Company);
    }
    let clock = Clock::at(chrono::DateTime::UNIX_EPOCH, Zone::Named(chrono_tz::UTC));
    let Ok(first) = import(&table, &mapping, &JobSearch::default(), &clock, |_| true) else {
        return;
    };
    let Ok(second) = import(&table, &mapping, &first.search, &clock, |_| true) else {
        panic!("the same table again is an error");
    };
    assert_eq!(second.report.new, 0);
});
