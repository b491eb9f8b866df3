mod invitations;
mod people;

use std::sync::Arc;

use super::*;
use crate::exchange::events;

const EVENTS: &str = r#"{"application":"a","event":"applied","at":"2026-11-02","company":"Acme","position":"Engineer"}
{"application":"b","event":"applied","at":"2026-11-02","company":"Globex GmbH","position":"Analyst"}
{"application":"b","event":"contact","at":"2026-11-02","name":"Ann Ito","email":"ann@globex.example"}"#;

fn clock() -> Clock {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
    Clock::at(now, "Europe/Berlin".parse().unwrap())
}

fn search() -> JobSearch {
    events::import(&JobSearch::default(), EVENTS, clock().zone)
        .unwrap()
        .search
}

fn text(text: &str) -> Source {
    Source::Text(Arc::from(text))
}

/// New, changed, known, left out.
fn counts(taken: &Taken) -> (usize, usize, usize, usize) {
    let it = taken.counts;
    (it.new, it.changed, it.same, it.left_out)
}
