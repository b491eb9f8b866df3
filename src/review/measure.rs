//! `length` and `generic-subject`: what counting and a few stock words tell.

use super::text::{contains, folded_words};
use super::{Check, Desk, Finding, Part};
use crate::compose::{Bounds, Unit, bounds_of};
use crate::model::{Channel, Scenario};

/// The words of subjects that say nothing of this position or conversation.
const STOCK: &str = "a again all am availability available an and application applying appreciate appreciation asking at \
    back base be been call catching chat chatting check checking conversation discussion email \
    evening fantastic feedback follow following followup for from fwd fw good great greetings have \
    hello hey hi hope i i'm in information inquiry interview interviews introduction it job just \
    kind kindly letter ll looking lovely many me meet meeting message morning much my name news nice \
    note of on opening opportunity our ours out part pleased pleasure position quick quickly re \
    reaching recent regarding regards reminder request response result results role see sincere \
    so soon speak speaking status step steps talk talking thank thankful thanks that the this time \
    to today today's touch touching up update us very wanted was we week well what with would \
    writing yesterday yesterday's you your yours next about meeting";

/// Words of a blank that asks for what a subject should say.
const SAYS_IT: [&str; 8] = [
    "company", "job", "position", "project", "role", "team", "title", "topic",
];

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    findings.extend(length(desk));
    // What is to stand in a blank will say it.
    let will_say = findings.iter().any(|finding| {
        finding.check == Check::Placeholder
            && finding.part == Part::Subject
            && folded_words(&finding.text)
                .iter()
                .any(|word| SAYS_IT.contains(&word.as_str()))
    });
    if !will_say {
        findings.extend(generic_subject(desk));
    }
}

fn bounds(desk: &Desk) -> Option<Bounds> {
    if desk.draft.channel() == Some(Channel::LinkedIn) {
        return bounds_of(Scenario::LinkedInConnect);
    }
    desk.draft
        .scenario
        .and_then(bounds_of)
        .filter(|bounds| bounds.unit == Unit::Words)
}

fn length(desk: &Desk) -> Option<Finding> {
    let bounds = bounds(desk)?;
    let (start, end) = desk.body.whole();
    let length = bounds.unit.measure(&desk.body.slice(start, end));
    let unit = match bounds.unit {
        Unit::Words => "words",
        Unit::Characters => "characters",
    };
    let (place, message) = if length > bounds.most {
        let message = format!(
            "It has {length} {unit} and is read gladly up to {}: leave out what matters least.",
            bounds.most
        );
        ((beyond(desk, bounds), end), message)
    } else if length < bounds.least {
        let message = format!(
            "It has {length} {unit}, and a thank-you that says something takes {} to {}: tell more of what you talked about.",
            bounds.least, bounds.most
        );
        ((start, end), message)
    } else {
        return None;
    };
    Some(desk.finding(Check::Length, Part::Body, place, message))
}

/// Where the text begins to be too long.
fn beyond(desk: &Desk, bounds: Bounds) -> usize {
    let (start, end) = desk.body.whole();
    if bounds.unit == Unit::Characters {
        return start + bounds.most;
    }
    let mut words = 0;
    let mut inside = false;
    for at in start..end {
        let letter = desk.body.char(at).is_some_and(|c| !c.is_whitespace());
        if letter && !inside {
            words += 1;
            if words > bounds.most {
                return at;
            }
        }
        inside = letter;
    }
    end
}

fn generic_subject(desk: &Desk) -> Option<Finding> {
    let subject = desk.draft.subject.trim();
    if subject.is_empty() {
        let email = desk.draft.scenario.is_some() && desk.draft.channel() == Some(Channel::Email);
        let message = "It has no subject: name the position or what you talked about.".to_owned();
        return email.then(|| desk.finding(Check::GenericSubject, Part::Subject, (0, 0), message));
    }
    if !matches!(desk.draft.channel(), None | Some(Channel::Email)) || !is_stock(desk) {
        return None;
    }
    let message = format!(
        "“{subject}” could stand over anybody’s letter: name the position or what you talked about."
    );
    let place = desk.subject.whole();
    Some(Finding {
        suggestions: desk
            .app
            .map(|app| format!("{subject}: the {} role", app.position))
            .filter(|_| subject.chars().count() < 40)
            .into_iter()
            .collect(),
        ..desk.finding(Check::GenericSubject, Part::Subject, place, message)
    })
}

/// Whether every word is a stock word or a name that says nothing of the conversation.
fn is_stock(desk: &Desk) -> bool {
    let words: Vec<&str> = desk
        .subject
        .words
        .iter()
        .map(|word| word.folded.as_str())
        .collect();
    let continues_a_thread = matches!(words.first(), Some(&("re" | "aw" | "fwd" | "sv")))
        && words.len() > 1
        && desk.draft.scenario != Some(Scenario::ThankYou);
    if continues_a_thread {
        return false;
    }
    let named: Vec<Vec<String>> = desk
        .app
        .into_iter()
        .flat_map(|app| [folded_words(&app.position), folded_words(&app.company)])
        .collect();
    if named.iter().any(|name| contains(&words, name)) {
        return false;
    }
    let people: Vec<String> = desk
        .app
        .into_iter()
        .flat_map(|app| app.people())
        .chain(desk.draft.to.iter().map(String::as_str))
        .chain([desk.ctx.search.profile.name.as_str()])
        .flat_map(folded_words)
        .collect();
    words.iter().all(|word| {
        STOCK.split_whitespace().any(|stock| stock == *word)
            || people.iter().any(|name| name == word)
    })
}
