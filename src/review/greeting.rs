//! The greeting: whom it names (`wrong-name`), and how many (`several-people`).

mod words;

use super::calling::{is_called, misspelt};
use super::text::Word;
use super::{Check, Desk, Finding, Part};
use crate::compose::called;
use crate::model::{Event, Scenario, same_name};
pub(super) use words::opens;
use words::{Greeting, greeting_in};

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let mut first = true;
    for line in desk.body.lines() {
        let Some(greeting) = greeting_in(&desk.body, line, first) else {
            first = false;
            continue;
        };
        let several = if first {
            several(desk, &greeting)
        } else {
            None
        };
        first = false;
        let colleagues = if several.is_some() {
            desk.app.map(|app| app.people()).unwrap_or_default()
        } else {
            Vec::new()
        };
        for name in &greeting.names {
            // Whoever is greeted beside the one it is for is greeted by their right name.
            if !colleagues.iter().any(|person| is_called(person, name)) {
                findings.extend(wrong(desk, name));
            }
        }
        findings.extend(several);
    }
    findings.extend(several_addressees(desk, findings));
}

/// Whom the letter may greet: who it is addressed to and meant for; where that is not known,
/// anybody of this application.
fn greeted<'a>(desk: &Desk<'a>) -> Vec<&'a str> {
    let draft = desk.draft;
    let named: Vec<&str> = draft
        .to
        .iter()
        .map(String::as_str)
        .chain(draft.person)
        .collect();
    if named.is_empty() {
        return desk.app.map(|app| app.people()).unwrap_or_default();
    }
    let contacts = named.iter().filter_map(|name| desk.app?.contact(name));
    let called: Vec<&str> = contacts.map(|contact| contact.called.as_str()).collect();
    let called = called.into_iter().filter(|called| !called.is_empty());
    named.into_iter().chain(called).collect()
}

fn wrong(desk: &Desk, name: &[Word]) -> Option<Finding> {
    let people = greeted(desk);
    if people.is_empty() || people.iter().any(|person| is_called(person, name)) {
        return None;
    }
    // A name in brackets is a blank, and found as one.
    let place = (name.first()?.start, name.last()?.end);
    if desk
        .body
        .before(place.0)
        .is_some_and(|c| "[<{«_%|".contains(c))
    {
        return None;
    }
    let written = desk.body.slice(place.0, place.1);
    let meant = people.iter().find_map(|person| misspelt(person, name));
    let right: Vec<String> = meant
        .clone()
        .map(|(_, right)| right)
        .or_else(|| {
            people
                .first()
                .and_then(|person| called(person))
                .map(|c| c.as_str().to_owned())
        })
        .into_iter()
        .collect();
    let message = match (&meant, right.first()) {
        (Some((person, right)), _) => {
            format!("The greeting says “{written}”, and the name is {person}: write “{right}”.")
        }
        (None, Some(right)) => format!(
            "The greeting says “{written}”, and the letter is for {}: write “{right}”.",
            people.first().copied().unwrap_or_default()
        ),
        (None, None) => return None,
    };
    Some(Finding {
        suggestions: right,
        ..desk.finding(Check::WrongName, Part::Body, place, message)
    })
}

/// Whether such a letter is for one person alone.
fn is_for_one(desk: &Desk) -> bool {
    desk.draft.scenario.is_none_or(|scenario| {
        matches!(scenario, Scenario::ThankYou | Scenario::LinkedInConnect) || scenario.is_check_in()
    })
}

fn several(desk: &Desk, greeting: &Greeting) -> Option<Finding> {
    if !is_for_one(desk) {
        return None;
    }
    let interviewers = interviewers(desk);
    let several = if desk.draft.scenario == Some(Scenario::ThankYou) {
        greeting.names.len() > 1 || (greeting.everybody && interviewers.len() != 1)
    } else {
        let met = |name: &&&[Word]| interviewers.iter().any(|person| is_called(person, name));
        greeting.names.iter().filter(met).count() > 1
    };
    several.then(|| {
        let message = "It greets several people at once: write to each of them, about what they talked about.";
        let place = greeting.place;
        Finding {
            suggestions: greeting_of_one(desk).into_iter().collect(),
            ..desk.finding(Check::SeveralPeople, Part::Body, place, message.to_owned())
        }
    })
}

/// The greeting of the one it is for.
fn greeting_of_one(desk: &Desk) -> Option<String> {
    let person = match (desk.draft.person, desk.draft.to) {
        (Some(person), _) => person,
        (None, [one]) => one,
        _ => return None,
    };
    called(person).map(|called| format!("Dear {}", called.as_str()))
}

/// A letter sent to several interviewers, whatever its greeting says.
fn several_addressees(desk: &Desk, found: &[Finding]) -> Option<Finding> {
    let interviewers = interviewers(desk);
    let to: Vec<&str> = desk
        .draft
        .to
        .iter()
        .map(String::as_str)
        .filter(|to| {
            desk.app.is_none()
                || interviewers.is_empty()
                || interviewers.iter().any(|name| same_name(name, to))
        })
        .collect();
    let known = found
        .iter()
        .any(|finding| finding.check == Check::SeveralPeople);
    if known || to.len() < 2 || desk.draft.scenario.is_none() || !is_for_one(desk) {
        return None;
    }
    let place = desk.body.lines().next().unwrap_or((0, 0));
    let message = format!(
        "It goes to {} at once: write to each of them, about what they talked about.",
        to.join(" and ")
    );
    Some(desk.finding(Check::SeveralPeople, Part::Body, place, message))
}

fn interviewers<'a>(desk: &Desk<'a>) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for entry in desk.app.into_iter().flat_map(|app| &app.history) {
        if let Event::Interview(interview) = &entry.event {
            for name in &interview.with {
                if !names.iter().any(|known| same_name(known, name)) {
                    names.push(name);
                }
            }
        }
    }
    names
}
