//! What the proof-reader has to know of a search before it reads.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{Application, Dialect, Event, JobSearch};

/// The English that a letter is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// How it spells.
    pub dialect: Dialect,
    /// Whether the user said so. As long as it is a guess, a word is right if it is right in any
    /// dialect.
    pub chosen: bool,
}

/// The dialect that people write where this machine is, as far as its settings tell.
pub fn dialect_of_this_machine() -> Dialect {
    Dialect::of_locale(&sys_locale::get_locale().unwrap_or_default())
}

/// What the proof-reader has to know of a search before it reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The English that a letter is held to.
    pub language: Language,
    /// Words that are right whatever the dictionary says.
    pub words: BTreeSet<String>,
}

impl Knowledge {
    /// What is known of that search; `guess` is the dialect as long as the user named none.
    pub fn of(search: &JobSearch, guess: Dialect) -> Self {
        let chosen = search.spelling.dialect;
        Self {
            language: Language {
                dialect: chosen.unwrap_or(guess),
                chosen: chosen.is_some(),
            },
            words: words_of(search),
        }
    }
}

/// Kind words that people borrow.
const BORROWED: &[&str] = &[
    "abrazo",
    "abrazos",
    "bisous",
    "ciao",
    "cordialement",
    "danke",
    "gracias",
    "grazie",
    "merci",
    "obrigada",
    "obrigado",
    "saludos",
    "servus",
    "viele",
    "grüße",
    "groet",
    "groeten",
    "hartelijke",
    "vriendelijke",
    "hilsen",
    "hälsningar",
    "vennlig",
    "vänliga",
];

/// Words of the world of work that the dictionary lacks, or writes otherwise.
const OF_WORK: &[&str] = &[
    "async",
    "backend",
    "dbt",
    "demurrage",
    "frontend",
    "fullstack",
    "kanban",
    "microservices",
    "onboarding",
    "pharmacovigilance",
    "roadmap",
    "runbook",
    "runbooks",
    "scrum",
    "upskilling",
    "workstream",
];

/// Every word of the search's names, and the user's own words.
fn words_of(search: &JobSearch) -> BTreeSet<String> {
    let always = OF_WORK.iter().chain(BORROWED);
    let mut words: BTreeSet<String> = always.map(|word| (*word).to_owned()).collect();
    let profile = &search.profile;
    add_all(&mut words, &profile.signature);
    for name in [&profile.name, &profile.sign_off] {
        add(&mut words, name);
    }
    for achievement in &search.achievements {
        add(&mut words, &achievement.place);
    }
    for application in search.applications.values() {
        add_application(&mut words, application);
    }
    for own in &search.spelling.words {
        add(&mut words, own);
        // What is right in the middle of a sentence is right at its beginning, and the reverse.
        words.insert(own.to_lowercase());
    }
    words
}

fn add_application(words: &mut BTreeSet<String>, application: &Application) {
    for name in [
        &application.company,
        &application.position,
        &application.location,
        &application.source,
    ] {
        add(words, name);
    }
    for contact in &application.contacts {
        add(words, &contact.name);
        add(words, &contact.role);
    }
    for entry in &application.history {
        match &entry.event {
            Event::Interview(interview) => add_all(words, &interview.with),
            Event::Sent(message) => add_all(words, &message.to),
            Event::Fact { with, .. } => add_all(words, with.as_slice()),
            _ => {}
        }
    }
}

fn add_all(words: &mut BTreeSet<String>, names: &[String]) {
    for name in names {
        add(words, name);
    }
}

/// Adds every word of a name: a dictionary holds words, and “Acme Robotics” is two.
fn add(words: &mut BTreeSet<String>, name: &str) {
    for word in name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')) {
        let word = word.trim_matches(['\'', '’']);
        if word.chars().any(char::is_alphabetic) && !words.contains(word) {
            words.insert(word.to_owned());
        }
    }
}
