//! What a row changes in an application.

use chrono::NaiveDate;

use super::incoming::Incoming;
use crate::model::{Application, Contact, Entry, Event, Outcome, StageMeaning, same_name};
use crate::time::When;

/// How far an application has come.
pub(super) fn rank(meaning: StageMeaning) -> u8 {
    match meaning {
        StageMeaning::Wishlist => 0,
        StageMeaning::Applied => 1,
        StageMeaning::Interviewing | StageMeaning::Waiting | StageMeaning::Own => 2,
        StageMeaning::Offer => 3,
        StageMeaning::Closed => 4,
    }
}

pub(super) fn ended_as(application: &Application, outcome: Outcome) -> bool {
    application
        .history
        .iter()
        .any(|entry| entry.event == Event::Closed { outcome })
}

/// What a row says of the details; what it does not say stays as it is.
pub(super) fn set_details(application: &mut Application, incoming: &Incoming) -> Vec<&'static str> {
    let mut changes = Vec::new();
    let mut set = |place: &mut String, value: &str, name| {
        if !value.is_empty() && place != value {
            value.clone_into(place);
            changes.push(name);
        }
    };
    set(&mut application.url, &incoming.link, "link");
    set(&mut application.location, &incoming.location, "place");
    set(&mut application.source, &incoming.source, "source");
    set(&mut application.salary, &incoming.salary, "pay");
    changes
}

/// Adds a note, or puts it in the place of one that says less; whether that changed anything.
pub(super) fn add_note(application: &mut Application, note: &str, today: NaiveDate) -> bool {
    let texts = application
        .history
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Note { text } => Some(text.as_str()),
            _ => None,
        });
    // An export of ours has all notes in one cell.
    if texts.collect::<Vec<_>>().join("\n\n").contains(note) {
        return false;
    }
    let mut earlier = None;
    for (place, entry) in application.history.iter().enumerate() {
        let Event::Note { text } = &entry.event else {
            continue;
        };
        if !text.trim().is_empty() && note.starts_with(text.as_str()) {
            earlier = Some(place);
        }
    }
    let text = note.to_owned();
    match earlier.and_then(|place| application.history.get_mut(place)) {
        Some(entry) => entry.event = Event::Note { text },
        None => {
            let entry = Entry::new(When::Day(today), Event::Note { text });
            application.history.push(entry);
        }
    }
    true
}

/// Adds somebody, or what is new about them; whether that changed anything.
pub(super) fn add_contact(
    application: &mut Application,
    incoming: &Incoming,
    today: NaiveDate,
) -> bool {
    let given = &incoming.contact;
    if given.name.is_empty() {
        return false;
    }
    let known = application
        .contacts
        .iter_mut()
        .find(|contact| same_name(&contact.name, &given.name));
    let Some(known) = known else {
        let mut contact = Contact::named(given.name.clone());
        contact.email.clone_from(&given.email);
        contact.phone.clone_from(&given.phone);
        contact.since = Some(When::Day(incoming.applied.unwrap_or(today).min(today)));
        application.contacts.push(contact);
        return true;
    };
    let mut changed = false;
    for (place, value) in [
        (&mut known.email, &given.email),
        (&mut known.phone, &given.phone),
    ] {
        if !value.is_empty() && place != value {
            place.clone_from(value);
            changed = true;
        }
    }
    changed
}
