//! A mail that came in (`.eml`), to become a reply of the application it fits. What it says is for
//! `reading` to propose; nothing is made of it here.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use chrono::{DateTime, Utc};
use encoding_rs::{UTF_16BE, UTF_16LE};
use mail_parser::{Address, Message, MessageParser, MimeHeaders as _, PartType};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::arrivals::Arrivals;
use super::fitting::{Clues, Fits};
use crate::etiquette::{Context, Elsewhere, stage_of};
use crate::model::{Application, Event, JobSearch, Origin, StageMeaning};
use crate::reading::LONGEST;
use crate::time::Clock;

/// A mail as it was received.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mail {
    /// What the file is called in a sentence.
    pub source: String,
    /// Who sent it, as their mail program writes their name; may be empty.
    pub name: String,
    /// Their address; may be empty.
    pub address: String,
    /// Its subject.
    pub subject: String,
    /// When it was sent, if it says so.
    pub sent: Option<DateTime<Utc>>,
    /// Its text, with what it quotes; of one that is a web page, the words of that page. At most
    /// [`LONGEST`] characters.
    pub text: String,
    /// Its lasting name, if it has one.
    pub id: String,
    /// The invitation that comes with it, as a calendar.
    pub calendar: Option<String>,
}

/// Why a mail cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MailError {
    /// The system does not give it.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// It is larger than a mail.
    #[error("it is larger than {} MB; save it without what is attached", MOST_BYTES / 1_000_000)]
    TooLarge,
    /// It is something else.
    #[error(
        "it is no mail: line 1 is not “From: …”, “Subject: …” or another line of a mail’s head"
    )]
    NoMail,
    /// Nothing is written in it.
    #[error("nothing is written in it; is the text in what is attached?")]
    Empty,
}

/// Larger than mail servers let through.
const MOST_BYTES: u64 = 64_000_000;

impl Mail {
    /// Reads the file of a mail.
    ///
    /// # Errors
    /// Why it is none.
    pub fn open(path: &Path) -> Result<Self, MailError> {
        let unreadable = |error: std::io::Error| MailError::Unreadable(error.to_string());
        let about = fs::metadata(path).map_err(unreadable)?;
        // Opening a pipe would wait for somebody to write into it.
        if !about.is_file() {
            return Err(MailError::Unreadable("it is not a file".to_owned()));
        }
        if about.len() > MOST_BYTES {
            return Err(MailError::TooLarge);
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(unreadable)?;
        file.take(MOST_BYTES)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        Self::read(name.to_string_lossy().into_owned(), &bytes)
    }

    /// Reads a mail from its bytes.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(source: String, bytes: &[u8]) -> Result<Self, MailError> {
        let bytes = sixteen_bits(bytes).map_or_else(|| bytes.to_vec(), String::into_bytes);
        let begin = bytes.trim_ascii_start();
        let message = MessageParser::default()
            .parse(begin)
            .ok_or(MailError::NoMail)?;
        if message.from().is_none() && message.subject().is_none() {
            return Err(MailError::NoMail);
        }
        let calendar = calendar(&message);
        let text = words(&message);
        if text.trim().is_empty() && calendar.is_none() {
            return Err(MailError::Empty);
        }
        let from = message.from().and_then(Address::first);
        let part = |part: Option<&str>| one_line(part.unwrap_or_default());
        Ok(Self {
            source,
            name: part(from.and_then(|from| from.name())),
            address: part(from.and_then(|from| from.address())),
            subject: part(message.subject()),
            sent: message
                .date()
                .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0)),
            text: text.trim().chars().take(LONGEST).collect(),
            id: part(message.message_id()),
            calendar,
        })
    }

    /// Where it may belong: by who sent it, by the letter that it answers, and by what it names.
    pub fn fits(&self, search: &JobSearch, clock: &Clock) -> Fits {
        let elsewhere = Elsewhere::of(search, clock);
        let is_alive = |application: &Application| {
            let context = Context {
                search,
                clock,
                elsewhere: &elsewhere,
            };
            let stage = search.stage(&stage_of(application, &context));
            stage.is_none_or(|stage| stage.meaning != StageMeaning::Closed)
        };
        let clues = Clues {
            addresses: vec![self.address.clone()],
            names: vec![self.name.clone()],
            title: self.subject.clone(),
            text: self.text.clone(),
        };
        clues.fits(search, is_alive)
    }

    /// The invitation that comes with it. Where that cannot be read, the mail is one like others.
    pub fn invitation(&self, clock: &Clock) -> Option<Arrivals> {
        let calendar = self.calendar.as_deref()?;
        Arrivals::of_calendar_text(self.source.clone(), calendar, clock).ok()
    }

    /// Who of an application's people sent it; else the name that it gives.
    pub fn sender(&self, application: &Application) -> String {
        let address = self.address.as_str();
        let by_address = application.contacts.iter().find(|contact| {
            !address.is_empty() && contact.email.trim().eq_ignore_ascii_case(address)
        });
        let by_name = || {
            application
                .contact(&self.name)
                .filter(|_| !self.name.is_empty())
        };
        match by_address.or_else(by_name) {
            Some(contact) => contact.name.clone(),
            None if self.name.contains('@') => String::new(),
            None => self.name.clone(),
        }
    }

    /// What names it, so that it is not logged twice.
    pub fn origin(&self) -> Option<Origin> {
        (!self.id.is_empty()).then(|| Origin {
            id: self.id.clone(),
            version: 0,
        })
    }

    /// Whether an application has it among its replies.
    pub fn is_known_in(&self, application: &Application) -> bool {
        application.history.iter().any(|entry| match &entry.event {
            Event::Reply(reply) => {
                entry.origin.is_some() && entry.origin == self.origin()
                    || !reply.text.is_empty() && reply.text.trim() == self.text.trim()
            }
            _ => false,
        })
    }
}

fn one_line(text: &str) -> String {
    const LONGEST: usize = 300;
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of its first part that has some.
fn words(message: &Message<'_>) -> String {
    let parts = 0..message.text_body_count();
    let mut texts = parts.filter_map(|part| message.body_text(part));
    let text = texts
        .find(|text| !text.trim().is_empty())
        .unwrap_or_default();
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

/// The calendar among its parts.
fn calendar(message: &Message<'_>) -> Option<String> {
    message.parts.iter().find_map(|part| {
        let is_calendar = part.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("text")
                && kind
                    .subtype()
                    .is_some_and(|it| it.eq_ignore_ascii_case("calendar"))
        });
        match &part.body {
            PartType::Text(text) if is_calendar => Some(text.clone().into_owned()),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) if is_calendar => {
                Some(String::from_utf8_lossy(bytes).into_owned())
            }
            _ => None,
        }
    })
}

/// The text of bytes that some mail program has saved as UTF-16.
fn sixteen_bits(bytes: &[u8]) -> Option<String> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        _ => return None,
    };
    Some(encoding.decode(bytes).0.into_owned())
}

#[cfg(test)]
mod tests;
