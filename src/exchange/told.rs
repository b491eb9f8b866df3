//! A history in words, for whoever reads it outside of this program.

use chrono::NaiveDate;

use crate::model::{
    Application, Channel, Event, Interview, JobSearch, Message, Reply, StageMeaning,
};
use crate::time::{Clock, When, Zone, hour};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    /// When.
    pub(super) at: When,
    /// What, in a sentence without a full stop.
    pub(super) what: String,
}

/// What happened in an application, in the order of the calendar: what an office or a reader of a
/// table asks for. Facts, notes and moved check-ins are the user's own business.
pub(super) fn of(application: &Application, search: &JobSearch, clock: &Clock) -> Vec<Told> {
    let mut told = vec![Told {
        at: application.applied,
        what: begun(application, search).to_owned(),
    }];
    for entry in &application.history {
        if let Some(what) = event(&entry.event, search, clock.zone) {
            told.push(Told { at: entry.at, what });
        }
    }
    // Stable: what happened on one day stays in the order of recording.
    told.sort_by_key(|told| told.at.date(clock.zone));
    told
}

fn begun(application: &Application, search: &JobSearch) -> &'static str {
    let is_wish = application
        .stage
        .as_ref()
        .and_then(|stage| search.stage(stage))
        .is_some_and(|stage| stage.meaning == StageMeaning::Wishlist);
    if is_wish {
        "Put on the wishlist"
    } else {
        "Applied"
    }
}

fn event(event: &Event, search: &JobSearch, zone: Zone) -> Option<String> {
    Some(match event {
        Event::Interview(interview) => interviewed(interview),
        Event::Cancelled { interview } => {
            format!("The interview of {} was called off", when(*interview, zone))
        }
        Event::Promise { day } => format!("They named {day} as the day by which they get back"),
        Event::CallInvited { day } => format!("They invited a call on {day}"),
        Event::Sent(message) => sent(message),
        Event::Reply(reply) => replied(reply),
        Event::Stage { to } => {
            let name = search
                .stage(to)
                .map_or(to.0.as_str(), |stage| stage.name.as_str());
            format!("Moved to {name}")
        }
        Event::Closed { outcome } => format!("Ended: {}", outcome.label().to_lowercase()),
        Event::Fact { .. } | Event::Pinned { .. } | Event::Note { .. } => return None,
    })
}

fn interviewed(interview: &Interview) -> String {
    let round = interview
        .round
        .as_ref()
        .map(|round| format!(", round {round}"));
    let with = match interview.with.as_slice() {
        [] => String::new(),
        names => format!(" with {}", names.join(", ")),
    };
    format!(
        "Interview ({}, {} minutes{}){with}",
        interview.format.label().to_lowercase(),
        interview.minutes,
        round.unwrap_or_default()
    )
}

fn sent(message: &Message) -> String {
    let to = match message.to.as_slice() {
        [] => String::new(),
        names => format!(" to {}", names.join(", ")),
    };
    let channel = match message.channel() {
        Channel::Email => "by email",
        Channel::LinkedIn => "on LinkedIn",
        Channel::Phone => "by phone",
    };
    format!("{}{to}, {channel}", message.scenario.label())
}

fn replied(reply: &Reply) -> String {
    let from = reply.from.as_ref().map(|from| format!(" from {from}"));
    let day = reply.day.map(|day| format!(", for {day}"));
    format!(
        "Reply{}: {}{}",
        from.unwrap_or_default(),
        reply.kind.label().to_lowercase(),
        day.unwrap_or_default()
    )
}

/// `2026-11-23 14:00`, or the day alone: the same in every country.
pub(super) fn when(when: When, zone: Zone) -> String {
    match when {
        When::Day(day) => day.to_string(),
        When::Moment(moment) => {
            let local = zone.local(moment);
            format!("{} {}", local.date(), hour(local.time()))
        }
    }
}

/// The days that a report is about; both ends belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first day; nothing means from the beginning.
    pub from: Option<NaiveDate>,
    /// The last day; nothing means until today.
    pub until: Option<NaiveDate>,
}

impl Days {
    /// Whether that day is one of them.
    pub fn contain(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day <= until)
    }
}
