//! Whom to write to.

use super::Context;
use super::courtesy::referrer;
use super::story::Story;
use crate::model::{Application, Scenario, same_name};

/// Whom a message is addressed to; nobody where nobody is known.
///
/// A thank-you or a connection request is for `person` (an interviewer), and goes to who passes it
/// on where that address is withheld. An answer goes to `person` if given, else to who wrote; a word
/// about an interview to who arranged it; thanks for a referral to nobody else but who referred.
pub fn addressees(
    application: &Application,
    context: &Context<'_>,
    scenario: Scenario,
    person: Option<&str>,
) -> Vec<String> {
    let story = Story::new(application, context);
    let answered = match scenario {
        Scenario::AnswerUpdate
        | Scenario::AnswerRejection
        | Scenario::Accept
        | Scenario::AskForTime => story
            .replies()
            .rev()
            .find_map(|(reply, _)| reply.from.as_deref()),
        _ => None,
    };
    if scenario == Scenario::ThankReferrer {
        let referrer = referrer(application).map(|contact| contact.name.as_str());
        return person.or(referrer).map(str::to_owned).into_iter().collect();
    }
    let arranging = match scenario {
        Scenario::ConfirmInterview | Scenario::RescheduleInterview | Scenario::MissedCall => {
            story.arranges(scenario)
        }
        _ => None,
    };
    let person = person
        .or(answered)
        .or(arranging)
        .map(|person| match scenario {
            Scenario::LinkedInConnect => person,
            _ => reached_by(application, person),
        });
    person
        .or_else(|| story.check_in_addressee())
        .map(str::to_owned)
        .into_iter()
        .collect()
}

/// The contact who passes a letter on to `person`, where that address is withheld.
pub(super) fn passed_on_by<'a>(application: &'a Application, person: &str) -> Option<&'a str> {
    application
        .contact(person)
        .filter(|contact| contact.withheld)?;
    application
        .contacts
        .iter()
        .find(|contact| contact.arranged && !same_name(&contact.name, person))
        .map(|contact| contact.name.as_str())
}

/// The name a letter to `person` is addressed to.
pub(super) fn reached_by<'a>(application: &'a Application, person: &'a str) -> &'a str {
    passed_on_by(application, person).unwrap_or(person)
}

impl<'a> Story<'a> {
    /// Whom to ask about an interview: the recruiter of an agency, else who arranged it, else the
    /// first interviewer.
    fn arranges(&self, scenario: Scenario) -> Option<&'a str> {
        let contacts = &self.application.contacts;
        let contact = contacts
            .iter()
            .find(|contact| contact.agency)
            .or_else(|| contacts.iter().find(|contact| contact.arranged))
            .map(|contact| contact.name.as_str());
        let interviewer = || {
            let with = &self.arranged(scenario, None)?.interview.with;
            with.first().map(String::as_str)
        };
        contact.or_else(interviewer)
    }

    /// Where an agency's recruiter runs the process, the recruiter; else of the last interview the
    /// hiring manager, else the first named; else the hiring manager, a recruiter, the first
    /// contact, nobody.
    pub fn check_in_addressee(&self) -> Option<&'a str> {
        let application = self.application;
        let contacts = &application.contacts;
        let is_manager = |name: &&str| {
            application
                .contact(name)
                .is_some_and(|contact| contact.manager)
        };
        let name = |wanted: fn(&crate::model::Contact) -> bool| {
            contacts
                .iter()
                .find(|contact| wanted(contact))
                .map(|contact| contact.name.as_str())
        };
        let interviewers = || {
            let entry = self.last_held().map(|meeting| meeting.entry)?;
            let (_, _, interview) = entry.interview()?;
            let names = || interview.with.iter().map(String::as_str);
            names().find(is_manager).or_else(|| names().next())
        };
        name(|contact| contact.agency)
            .or_else(interviewers)
            .or_else(|| name(|contact| contact.manager))
            .or_else(|| name(crate::model::Contact::is_recruiter))
            .or_else(|| contacts.first().map(|contact| contact.name.as_str()))
            .map(|person| reached_by(application, person))
    }
}
