//! What can be changed in one application.

use chrono::NaiveDate;

use super::change::Typing;
use crate::model::{
    Application, Contact, Document, Draft, Entry, EntryId, Event, Interview, JobSearch, Message,
    Origin, Outcome, Reply, ReplyKind, Scenario, same_name,
};
use crate::time::{Clock, Moment, When, long_day};

/// What names and describes an application.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// The company's name.
    pub company: String,
    /// The position's name.
    pub position: String,
    /// The day it was sent, or put on the wishlist.
    pub applied: When,
    /// The advertisement.
    pub url: String,
    /// Where the work is.
    pub location: String,
    /// Where it was found.
    pub source: String,
    /// What it pays, in words.
    pub salary: String,
    /// Words of the user’s own that gather applications.
    pub tags: Vec<String>,
}

impl Details {
    /// The details of that application.
    pub fn of(application: &Application) -> Self {
        Self {
            company: application.company.clone(),
            position: application.position.clone(),
            applied: application.applied,
            url: application.url.clone(),
            location: application.location.clone(),
            source: application.source.clone(),
            salary: application.salary.clone(),
            tags: application.tags.clone(),
        }
    }

    /// Details of which only company and position are known.
    pub fn named(company: String, position: String, applied: When) -> Self {
        Self {
            company,
            position,
            applied,
            url: String::new(),
            location: String::new(),
            source: String::new(),
            salary: String::new(),
            tags: Vec::new(),
        }
    }

    /// The tags in a text that parts them by commas, each once.
    pub fn tags_in(text: &str) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for tag in text.split(',').map(str::trim) {
            if !tag.is_empty() && !tags.iter().any(|known| same_name(known, tag)) {
                tags.push(tag.to_owned());
            }
        }
        tags
    }

    /// Puts them into `application`.
    pub(super) fn put_into(self, application: &mut Application) {
        application.company = self.company;
        application.position = self.position;
        application.applied = self.applied;
        application.url = self.url;
        application.location = self.location;
        application.source = self.source;
        application.salary = self.salary;
        application.tags = self.tags;
    }
}

/// Something that happened, with its moment; without one it happens now.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// When.
    pub at: Option<When>,
    /// What.
    pub event: Event,
    /// What names it in the mailbox or calendar that it comes from.
    pub origin: Option<Origin>,
}

impl Happening {
    /// Something happens now, and is noted by hand.
    pub fn now(event: Event) -> Self {
        Self {
            at: None,
            event,
            origin: None,
        }
    }
}

/// A change of one application.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Its details become these.
    Details(Details),
    /// Somebody is known.
    AddContact(Contact),
    /// Who was called `name` is now described so, and renamed everywhere if the name differs.
    ChangeContact {
        /// The name so far.
        name: String,
        /// What is known now.
        contact: Contact,
    },
    /// Nothing is kept of that person any more but that they were met.
    RemoveContact(String),
    /// Things happened, and are noted together.
    Record(Vec<Happening>),
    /// A fact for letters, as it is typed.
    SetFact {
        /// A fact of a scenario, such as `topic`.
        key: String,
        /// What it is; empty takes it back.
        value: String,
        /// The interviewer it comes from.
        with: Option<String>,
    },
    /// A message went out; the draft it was written in is done with.
    Sent {
        /// When.
        at: When,
        /// Whom the draft was for.
        person: Option<String>,
        /// The message.
        message: Message,
    },
    /// The interview of that entry is called off.
    Cancel(EntryId),
    /// A letter begun, as it is typed.
    KeepDraft(Draft),
    /// A letter begun, changed in one step at the press of a button.
    ReviseDraft(Draft),
    /// A letter begun is thrown away.
    DropDraft {
        /// Its occasion.
        scenario: Scenario,
        /// Whom it is for.
        person: Option<String>,
    },
    /// An entry of the history was otherwise.
    ChangeEntry {
        /// Which entry.
        id: EntryId,
        /// When it really was.
        at: When,
        /// What it really was.
        event: Event,
    },
    /// An entry of the history never was.
    RemoveEntry(EntryId),
    /// A file or a page belongs to it.
    Attach(Document),
    /// The document at that place does not belong to it any more; the file stays.
    Detach(String),
    /// A document is elsewhere now.
    Relocate {
        /// Its place so far.
        from: String,
        /// Its place now.
        to: String,
    },
    /// The text of its advertisement; empty where it is not kept.
    Advert(String),
}

impl Edit {
    /// Something happens now.
    pub fn record(event: Event) -> Self {
        Self::Record(vec![Happening::now(event)])
    }

    /// Something happened, or will, at another time than now.
    pub fn record_at(at: When, event: Event) -> Self {
        Self::Record(vec![Happening {
            at: Some(at),
            ..Happening::now(event)
        }])
    }

    /// There is an interview.
    pub fn interview(start: Moment, interview: Interview) -> Self {
        Self::record_at(When::Moment(start), Event::Interview(interview))
    }

    /// They named a day.
    pub fn promise(day: NaiveDate) -> Self {
        Self::record(Event::Promise { day })
    }

    /// They invited a call.
    pub fn call_invited(day: NaiveDate) -> Self {
        Self::record(Event::CallInvited { day })
    }

    /// They wrote or said something.
    pub fn reply(at: When, reply: Reply) -> Self {
        Self::record_at(at, Event::Reply(reply))
    }

    /// They wrote a mail, by which it is known when it comes in again.
    pub fn mail(at: When, reply: Reply, origin: Option<Origin>) -> Self {
        Self::Record(vec![Happening {
            at: Some(at),
            origin,
            ..Happening::now(Event::Reply(reply))
        }])
    }

    /// It came to its end.
    pub fn close(outcome: Outcome) -> Self {
        Self::record(Event::Closed { outcome })
    }

    /// A note.
    pub fn note(text: String) -> Self {
        Self::record(Event::Note { text })
    }

    /// The next check-in is to fall due at a moment of the user's own; nothing takes that back.
    pub fn pin(until: Option<Moment>) -> Self {
        Self::record(Event::Pinned {
            until: until.map(When::Moment),
        })
    }

    /// What is being typed by it, if it is typed.
    pub(super) fn typing(&self, application: &Application) -> Option<Typing> {
        match self {
            Self::KeepDraft(draft) => Some(Typing::Draft(
                application.id,
                draft.scenario,
                draft.person.clone(),
            )),
            Self::SetFact { key, with, .. } => {
                Some(Typing::Fact(application.id, key.clone(), with.clone()))
            }
            _ => None,
        }
    }

    /// What it does, in the past tense.
    pub(super) fn title(&self, company: &str, search: &JobSearch) -> String {
        match self {
            Self::Details(_) => format!("Changed the details of {company}"),
            Self::AddContact(contact) => format!("Added {} at {company}", contact.name),
            Self::ChangeContact { contact, .. } => format!("Changed {} at {company}", contact.name),
            Self::RemoveContact(name) => format!("Removed {name} at {company}"),
            Self::Record(happenings) => match happenings.as_slice() {
                [only] => title_of(&only.event, company, search),
                _ => format!("Noted what happened at {company}"),
            },
            Self::SetFact { .. } => format!("Noted something about {company}"),
            Self::Sent { message, .. } => title_of_sent(message, company, search),
            Self::Cancel(_) => format!("Called off an interview at {company}"),
            Self::KeepDraft(draft) => {
                format!(
                    "Wrote at the {} to {company}",
                    named(draft.scenario, search)
                )
            }
            Self::ReviseDraft(draft) => {
                format!("Changed the {} to {company}", named(draft.scenario, search))
            }
            Self::DropDraft { scenario, .. } => {
                format!("Threw away the {} to {company}", named(*scenario, search))
            }
            Self::ChangeEntry { .. } => format!("Changed what happened at {company}"),
            Self::RemoveEntry(_) => format!("Removed something that happened at {company}"),
            Self::Attach(document) => format!("Attached {} to {company}", document.label()),
            Self::Detach(_) => format!("Detached a document from {company}"),
            Self::Relocate { .. } => format!("Copied a document of {company}"),
            Self::Advert(_) => format!("Kept the advert of {company}"),
        }
    }

    /// Makes the change in `application`.
    pub(super) fn make(self, application: &mut Application, clock: &Clock) {
        match self {
            Self::Details(details) => details.put_into(application),
            Self::AddContact(contact) => {
                let name = contact.name.clone();
                change_contact(application, &name, contact, clock);
            }
            Self::ChangeContact { name, contact } => {
                change_contact(application, &name, contact, clock);
            }
            Self::RemoveContact(name) => application
                .contacts
                .retain(|contact| !same_name(&contact.name, &name)),
            Self::Record(happenings) => {
                for Happening { at, event, origin } in happenings {
                    let at = at.unwrap_or(When::Moment(clock.now));
                    let entry = Entry::new(at, event);
                    application.history.push(Entry { origin, ..entry });
                }
            }
            Self::SetFact { key, value, with } => set_fact(application, key, value, with, clock),
            Self::Sent {
                at,
                person,
                message,
            } => {
                drop_draft(application, message.scenario, person.as_deref());
                application
                    .history
                    .push(Entry::new(at, Event::Sent(message)));
            }
            Self::Cancel(id) => {
                if let Some(interview) = application.entry(id).map(|entry| entry.at) {
                    let now = When::Moment(clock.now);
                    let entry = Entry::new(now, Event::Cancelled { interview });
                    application.history.push(entry);
                }
            }
            Self::KeepDraft(draft) | Self::ReviseDraft(draft) => keep_draft(application, draft),
            Self::DropDraft { scenario, person } => {
                drop_draft(application, scenario, person.as_deref());
            }
            Self::ChangeEntry { id, at, event } => {
                if let Some(entry) = application.history.iter_mut().find(|entry| entry.id == id) {
                    entry.at = at;
                    entry.event = event;
                }
            }
            Self::RemoveEntry(id) => application.history.retain(|entry| entry.id != id),
            Self::Attach(document) => attach(application, document, clock),
            Self::Detach(place) => application.documents.retain(|one| one.place != place),
            Self::Relocate { from, to } => {
                let mut documents = application.documents.iter_mut();
                if let Some(document) = documents.find(|one| one.place == from) {
                    document.place = to;
                }
            }
            Self::Advert(text) => application.advert = text,
        }
    }
}

/// Adds a document; one at the same place gets its name.
fn attach(application: &mut Application, document: Document, clock: &Clock) {
    let mut documents = application.documents.iter_mut();
    match documents.find(|one| one.place == document.place) {
        Some(known) => known.name = document.name,
        None => application.documents.push(Document {
            since: document.since.or(Some(When::Moment(clock.now))),
            ..document
        }),
    }
}

/// The label as it stands within a sentence.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// A scenario as it stands within a sentence: “thank-you”, or what the user calls it, in quotes.
fn named(scenario: Scenario, search: &JobSearch) -> String {
    match scenario {
        Scenario::Own(_) => format!("“{}”", search.label_of(scenario)),
        ours => lower(ours.label()),
    }
}

fn title_of_sent(message: &Message, company: &str, search: &JobSearch) -> String {
    let letter = named(message.scenario, search);
    format!("Marked the {letter} to {company} as sent")
}

fn title_of(event: &Event, company: &str, search: &JobSearch) -> String {
    match event {
        Event::Interview(_) => format!("Added an interview at {company}"),
        Event::Cancelled { .. } => format!("Called off an interview at {company}"),
        Event::Fact { .. } => format!("Noted something about {company}"),
        Event::Promise { day } => format!("{company} named {}", long_day(*day)),
        Event::CallInvited { day } => {
            format!("{company} invited a call on {}", long_day(*day))
        }
        Event::Sent(message) => title_of_sent(message, company, search),
        Event::Pinned { until: Some(_) } => format!("Pinned the next check-in with {company}"),
        Event::Pinned { until: None } => format!("Unpinned the next check-in with {company}"),
        Event::Reply(reply) => match reply.kind {
            ReplyKind::Update => format!("Logged an update from {company}"),
            ReplyKind::Rejection => format!("Logged a rejection from {company}"),
            ReplyKind::Offer => format!("Logged an offer from {company}"),
            ReplyKind::Interview => format!("Logged an invitation from {company}"),
            ReplyKind::Other => format!("Logged a reply from {company}"),
        },
        Event::Stage { .. } => format!("Moved {company}"),
        Event::Closed { outcome } => format!("Closed {company}: {}", lower(outcome.label())),
        Event::Note { .. } => format!("Added a note on {company}"),
    }
}

/// Describes who is called `name`, known so far or not. A name that belongs to somebody else
/// already stays theirs: the two become one.
fn change_contact(application: &mut Application, name: &str, contact: Contact, clock: &Clock) {
    if contact.name != name {
        application.rename_person(name, &contact.name);
    }
    let known = application
        .contacts
        .iter()
        .position(|known| same_name(&known.name, &contact.name));
    match known.and_then(|place| application.contacts.get_mut(place)) {
        Some(known) => {
            let since = contact.since.or(known.since);
            *known = Contact { since, ..contact };
        }
        None => application.contacts.push(Contact {
            since: contact.since.or(Some(When::Moment(clock.now))),
            ..contact
        }),
    }
    let mut seen: Vec<String> = Vec::new();
    application.contacts.retain(|contact| {
        let new = !seen.iter().any(|name| same_name(name, &contact.name));
        seen.push(contact.name.clone());
        new
    });
}

/// Sets a fact: what was noted since the last interview is corrected in its place, so that the
/// history tells what was learnt and not how it was typed.
fn set_fact(
    application: &mut Application,
    key: String,
    value: String,
    with: Option<String>,
    clock: &Clock,
) {
    let since = application
        .history
        .iter()
        .filter_map(Entry::interview)
        .map(|(start, ..)| start)
        .filter(|start| *start <= clock.now)
        .max();
    let same_person = |other: &Option<String>| match (other, &with) {
        (Some(a), Some(b)) => same_name(a, b),
        (None, None) => true,
        _ => false,
    };
    let is_this = |entry: &Entry| matches!(&entry.event, Event::Fact { key: k, with, .. } if *k == key && same_person(with));
    let place = application.history.iter().rposition(|entry| {
        let recent = match (entry.at, since) {
            (When::Moment(at), Some(since)) => at >= since,
            (When::Day(day), Some(since)) => day >= clock.zone.date(since),
            (_, None) => true,
        };
        recent && is_this(entry)
    });
    // What belongs to nobody would show through where a person's own word is taken back.
    let shows_through = |entry: &Entry| matches!(&entry.event, Event::Fact { key: k, with: None, .. } if *k == key && with.is_some());
    let has_older = application
        .history
        .iter()
        .take(place.unwrap_or(usize::MAX))
        .any(is_this)
        || application.history.iter().any(shows_through);
    match place {
        Some(place) if value.trim().is_empty() && !has_older => {
            application.history.remove(place);
        }
        Some(place) => {
            if let Some(Event::Fact { value: old, .. }) = application
                .history
                .get_mut(place)
                .map(|entry| &mut entry.event)
            {
                *old = value;
            }
        }
        None if value.trim().is_empty() && !has_older => {}
        None => application.history.push(Entry::new(
            When::Moment(clock.now),
            Event::Fact { key, value, with },
        )),
    }
}

fn is_draft_for(draft: &Draft, scenario: Scenario, person: Option<&str>) -> bool {
    draft.scenario == scenario
        && match (draft.person.as_deref(), person) {
            (Some(a), Some(b)) => same_name(a, b),
            (None, None) => true,
            _ => false,
        }
}

fn keep_draft(application: &mut Application, draft: Draft) {
    let known = application
        .drafts
        .iter_mut()
        .find(|known| is_draft_for(known, draft.scenario, draft.person.as_deref()));
    match known {
        Some(known) => *known = draft,
        None => application.drafts.push(draft),
    }
}

fn drop_draft(application: &mut Application, scenario: Scenario, person: Option<&str>) {
    application
        .drafts
        .retain(|draft| !is_draft_for(draft, scenario, person));
}
