use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Contact, Document, Entry, EntryId, Event, Muted, Outcome, Scenario, StageId, Unknown,
    is_default, same_name,
};
use crate::time::When;

/// Names one application for ever. Newer ones sort after older ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ApplicationId(pub Uuid);

impl ApplicationId {
    /// A new name.
    pub fn fresh() -> Self {
        Self(Uuid::now_v7())
    }
}

/// One position at one company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// Its lasting name.
    pub id: ApplicationId,
    /// What names it on the command line and in exchanged events; unique in the search.
    pub key: String,
    /// The company's name.
    pub company: String,
    /// The position's name.
    pub position: String,
    /// The day it was sent, or put on the wishlist.
    pub applied: When,
    /// The stage it was put into from the start, if not by what happened.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stage: Option<StageId>,
    /// The advertisement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub url: String,
    /// Where the work is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub location: String,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// What it pays, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub salary: String,
    /// Words of the user's own that gather applications, such as “remote”.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tags: Vec<String>,
    /// The text of the advertisement, because adverts vanish.
    #[serde(default, skip_serializing_if = "is_default")]
    pub advert: String,
    /// Files and pages that belong to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub documents: Vec<Document>,
    /// The people on the employer's side.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contacts: Vec<Contact>,
    /// Everything that happened, in the order of recording.
    #[serde(default, skip_serializing_if = "is_default")]
    pub history: Vec<Entry>,
    /// Letters begun and not yet sent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub drafts: Vec<Draft>,
    /// Its place within its column, by hand: smaller is higher.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rank: f64,
    /// Fields of an import that this version does not know.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unknown: Unknown,
}

/// A letter begun and not yet sent, in the user's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The occasion.
    pub scenario: Scenario,
    /// Whom it is for: the interviewer of a thank-you, else the addressee; nobody while unknown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub person: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// What the review is not to tell of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ignored: Vec<Muted>,
    /// What each fact said when the user began to write, by the fact's name, so that a later
    /// change of it can be offered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub said: BTreeMap<String, String>,
}

impl Application {
    /// An application of which only company, position and day are known.
    pub fn new(key: String, company: String, position: String, applied: When) -> Self {
        Self {
            id: ApplicationId::fresh(),
            key,
            company,
            position,
            applied,
            stage: None,
            url: String::new(),
            location: String::new(),
            source: String::new(),
            salary: String::new(),
            tags: Vec::new(),
            advert: String::new(),
            documents: Vec::new(),
            contacts: Vec::new(),
            history: Vec::new(),
            drafts: Vec::new(),
            rank: 0.0,
            unknown: Unknown::new(),
        }
    }

    /// The contact with that name.
    pub fn contact(&self, name: &str) -> Option<&Contact> {
        self.contacts
            .iter()
            .find(|contact| same_name(&contact.name, name))
    }

    /// The history's entry with that name.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.history.iter().find(|entry| entry.id == id)
    }

    /// Everybody known on the employer's side by name: contacts first, then interviewers who are
    /// only named in an interview.
    pub fn people(&self) -> Vec<&str> {
        let mut people: Vec<&str> = self
            .contacts
            .iter()
            .map(|contact| contact.name.as_str())
            .collect();
        for entry in &self.history {
            if let Event::Interview(interview) = &entry.event {
                for name in &interview.with {
                    if !people.iter().any(|known| same_name(known, name)) {
                        people.push(name);
                    }
                }
            }
        }
        people
    }

    /// Gives the person called `old` another name, everywhere in this application.
    pub fn rename_person(&mut self, old: &str, new: &str) {
        let rename = |name: &mut String| {
            if same_name(name, old) {
                new.clone_into(name);
            }
        };
        for contact in &mut self.contacts {
            rename(&mut contact.name);
        }
        for entry in &mut self.history {
            match &mut entry.event {
                Event::Interview(interview) => interview.with.iter_mut().for_each(rename),
                Event::Sent(message) => message.to.iter_mut().for_each(rename),
                Event::Fact { with, .. } => with.iter_mut().for_each(rename),
                Event::Reply(reply) => reply.from.iter_mut().for_each(rename),
                _ => {}
            }
        }
        for draft in &mut self.drafts {
            draft.person.iter_mut().for_each(rename);
        }
    }

    /// The fact in force under `key`: the newest one of that interviewer, else the newest that
    /// belongs to nobody. An empty value takes an earlier one back.
    pub fn fact(&self, key: &str, with: Option<&str>) -> Option<&str> {
        let newest = |wanted: Option<&str>| {
            self.history
                .iter()
                .rev()
                .find_map(|entry| match &entry.event {
                    Event::Fact {
                        key: k,
                        value,
                        with,
                    } if k == key => {
                        let fits = match (with, wanted) {
                            (Some(a), Some(b)) => same_name(a, b),
                            (None, None) => true,
                            _ => false,
                        };
                        fits.then_some(value.as_str())
                    }
                    _ => None,
                })
        };
        with.and_then(|name| newest(Some(name)))
            .or_else(|| newest(None))
            .filter(|value| !value.trim().is_empty())
    }

    /// How it ended, by what was recorded last; it may have been taken up again since.
    pub fn outcome(&self) -> Option<Outcome> {
        self.history
            .iter()
            .rev()
            .find_map(|entry| match entry.event {
                Event::Closed { outcome } => Some(outcome),
                _ => None,
            })
    }

    /// The draft begun for that occasion and person.
    pub fn draft(&self, scenario: Scenario, person: Option<&str>) -> Option<&Draft> {
        self.drafts.iter().find(|draft| {
            draft.scenario == scenario
                && match (draft.person.as_deref(), person) {
                    (Some(a), Some(b)) => same_name(a, b),
                    (None, None) => true,
                    _ => false,
                }
        })
    }
}
