//! The text of every application, as it is searched.

use std::collections::HashMap;

use memchr::memmem::Finder;

use super::fold::{fold_into, folded};
use crate::model::{Application, ApplicationId, Event, JobSearch};

/// The text of every application, folded; it follows the search.
#[derive(Debug, Default)]
pub struct Index {
    texts: HashMap<ApplicationId, String>,
}

impl Index {
    /// The text of all applications of that search.
    pub fn of(search: &JobSearch) -> Self {
        let applications = search.applications.values();
        Self {
            texts: applications.map(|one| (one.id, text_of(one))).collect(),
        }
    }

    /// Follows an application that was added, changed or removed.
    pub fn update(&mut self, search: &JobSearch, id: ApplicationId) {
        match search.application(id) {
            Some(application) => self.texts.insert(id, text_of(application)),
            None => self.texts.remove(&id),
        };
    }

    /// Whether that application holds every one of the words.
    pub fn holds(&self, id: ApplicationId, words: &Words) -> bool {
        let text = self.texts.get(&id).map_or("", String::as_str).as_bytes();
        words.0.iter().all(|word| word.find(text).is_some())
    }
}

/// Words to look for.
#[derive(Debug)]
pub struct Words(Vec<Finder<'static>>);

impl Words {
    /// The words of a text, which may stand in any order.
    pub fn of(text: &str) -> Self {
        let text = folded(text);
        let words = text.split_whitespace();
        Self(words.map(|word| Finder::new(word).into_owned()).collect())
    }
}

/// Everything that can be found in an application, a line each.
fn text_of(application: &Application) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        if !words.is_empty() {
            fold_into(words, &mut text);
            text.push('\n');
        }
    };
    line(&application.company);
    line(&application.position);
    line(&application.location);
    line(&application.source);
    line(&application.salary);
    line(&application.advert);
    for document in &application.documents {
        line(&document.name);
        line(&document.place);
    }
    for tag in &application.tags {
        line(tag);
    }
    for person in &application.contacts {
        for words in [&person.name, &person.called, &person.role, &person.email] {
            line(words);
        }
    }
    for entry in &application.history {
        said_in(&entry.event, &mut line);
    }
    for draft in &application.drafts {
        line(&draft.subject);
        line(&draft.body);
    }
    text
}

/// What was said, written or noted in an event.
fn said_in(event: &Event, line: &mut impl FnMut(&str)) {
    match event {
        Event::Interview(interview) => {
            interview.with.iter().for_each(|name| line(name));
            interview.round.iter().for_each(|round| line(round));
        }
        Event::Fact { value, .. } => line(value),
        Event::Sent(message) => {
            message.to.iter().for_each(|name| line(name));
            line(&message.subject);
            line(&message.body);
        }
        Event::Reply(reply) => {
            reply.from.iter().for_each(|name| line(name));
            line(&reply.text);
        }
        Event::Note { text } => line(text),
        Event::Cancelled { .. }
        | Event::Promise { .. }
        | Event::CallInvited { .. }
        | Event::Pinned { .. }
        | Event::Stage { .. }
        | Event::Closed { .. } => {}
    }
}
