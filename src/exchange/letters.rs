//! Letters as mail that a mail program opens and has not sent yet.

use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;

use crate::model::{Application, Draft, Scenario};
use crate::time::Clock;

/// A letter that is to become a mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Whom it is to.
    pub name: String,
    /// Their address; may be empty.
    pub address: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

impl Letter {
    /// It as a file (`.eml`).
    pub fn to_mail(&self, clock: &Clock) -> String {
        let to = (self.name.as_str(), self.address.as_str());
        let to = (!self.address.is_empty()).then_some(to);
        mail(to, &self.subject, &self.body, clock)
    }
}

/// A letter as a file (`.eml`): whom it is to, its subject and its text. Who sends it is for the
/// mail program to fill in.
pub fn mail(to: Option<(&str, &str)>, subject: &str, body: &str, clock: &Clock) -> String {
    let fingerprint = crc32fast::hash(format!("{to:?}{subject}{body}").as_bytes());
    let mut message = MessageBuilder::new()
        .subject(subject)
        .date(clock.now.timestamp())
        // The crate's own would name this machine.
        .message_id(format!("{fingerprint:08x}@afterword.invalid"))
        .header("X-Unsent", Raw::new("1"))
        .text_body(body);
    if let Some((name, address)) = to {
        message = message.to((name, address));
    }
    // Writing to memory does not fail.
    message.write_to_string().unwrap_or_default()
}

/// The letters begun for an application that go by email, each with a name for its file.
pub(super) fn drafts(application: &Application, clock: &Clock) -> Vec<(String, String)> {
    let by_mail = |draft: &&Draft| draft.scenario.channel() == crate::model::Channel::Email;
    let drafts = application.drafts.iter().filter(by_mail);
    drafts
        .map(|draft| {
            let contact = draft
                .person
                .as_deref()
                .and_then(|person| application.contact(person))
                .filter(|contact| !contact.email.is_empty());
            let to = contact.map(|contact| (contact.name.as_str(), contact.email.as_str()));
            let text = mail(to, &draft.subject, &draft.body, clock);
            (name(draft.scenario, draft.person.as_deref()), text)
        })
        .collect()
}

fn name(scenario: Scenario, person: Option<&str>) -> String {
    match person {
        Some(person) => format!("{scenario} {person}"),
        None => scenario.name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_keeps_its_addressee_its_subject_and_its_lines() {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
        let clock = Clock::at(now, "Europe/Berlin".parse().unwrap());
        let to = Some(("Łukasz Żak", "l@acme.example"));
        let body = "Dear Łukasz,\n\nthank you = danke.\n\nAnn";
        let text = mail(to, "Queues\r\nBcc: x@evil.example", body, &clock);
        let read = mail_parser::MessageParser::default().parse(&text).unwrap();
        let first = read.to().and_then(|to| to.first()).unwrap();
        assert_eq!(first.name(), Some("Łukasz Żak"));
        assert_eq!(first.address(), Some("l@acme.example"));
        assert!(read.bcc().is_none(), "{text}");
        assert!(read.from().is_none());
        assert_eq!(read.header_raw("X-Unsent").map(str::trim), Some("1"));
        assert_eq!(
            read.body_text(0).unwrap().replace("\r\n", "\n").trim_end(),
            body
        );
        assert_eq!(
            text,
            mail(to, "Queues\r\nBcc: x@evil.example", body, &clock)
        );
    }
}
