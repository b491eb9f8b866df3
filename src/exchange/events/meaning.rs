use serde_json::Value;

use super::write;
use crate::model::{Entry, Event, Unknown, name_key};
use crate::time::When;

/// What an entry says, as a text that is the same for all entries that say the same: moments are
/// instants, names are spelled one way, and what goes without saying is said.
pub(super) fn of(entry: &Entry) -> String {
    write::entry("", &plain(entry), |stage| stage.0.clone())
}

/// Whether both are the same instant (to the second, as files are written) or the same day.
pub(super) fn same_when(a: When, b: When) -> bool {
    utc(a).to_string() == utc(b).to_string()
}

fn plain(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    entry.at = utc(entry.at);
    match &mut entry.event {
        Event::Interview(interview) => interview.with.iter_mut().for_each(spell),
        Event::Cancelled { interview } => *interview = utc(*interview),
        Event::Fact { with, .. } => with.iter_mut().for_each(spell),
        Event::Sent(message) => {
            message.to.iter_mut().for_each(spell);
            message.channel = Some(message.channel());
        }
        Event::Pinned { until } => *until = until.map(utc),
        Event::Reply(reply) => reply.from.iter_mut().for_each(spell),
        Event::Promise { .. }
        | Event::CallInvited { .. }
        | Event::Stage { .. }
        | Event::Closed { .. }
        | Event::Note { .. } => {}
    }
    // Where it came from is no part of what it says.
    entry.origin = None;
    entry.unknown = canonical(&entry.unknown);
    entry
}

fn utc(when: When) -> When {
    match when {
        When::Day(_) => when,
        When::Moment(moment) => When::Moment(moment.to_utc().fixed_offset()),
    }
}

fn spell(name: &mut String) {
    *name = name_key(name);
}

/// The same values written one way, whatever their white space and the order of their keys.
pub(super) fn canonical(unknown: &Unknown) -> Unknown {
    unknown
        .iter()
        .map(|(name, text)| {
            let value = serde_json::from_str::<Value>(text);
            let text = value.map_or_else(|_| text.clone(), |value| value.to_string());
            (name.clone(), text)
        })
        .collect()
}
