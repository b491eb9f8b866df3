//! Who wrote a reply, of the people that are known.

use super::own_words::OwnWords;
use super::shortened;
use crate::model::{Application, same_name};

/// Whoever of the application's people the head or the sign-off of `text` names.
pub fn sender(text: &str, application: &Application) -> Option<String> {
    let own = OwnWords::of(shortened(text).0);
    let people = application.people();
    let by_head = own
        .from
        .as_deref()
        .or(own.dated.as_deref())
        .and_then(|head| by_head(head, application, &people));
    by_head.or_else(|| {
        own.signature
            .iter()
            .take(4)
            .find_map(|line| by_signature(line, &people))
    })
}

/// “Dana Wu <dana@acme.example>”, “"Wu, Dana"”, “On Tuesday Dana Wu wrote:”.
fn by_head(head: &str, application: &Application, people: &[&str]) -> Option<String> {
    let small = head.to_lowercase();
    let by_address = application.contacts.iter().find(|contact| {
        let address = contact.email.trim().to_lowercase();
        !address.is_empty() && small.contains(&address)
    });
    if let Some(contact) = by_address {
        return Some(contact.name.clone());
    }
    let name = head
        .split('<')
        .next()
        .unwrap_or(head)
        .trim()
        .trim_matches(['"', '\'']);
    let turned = name
        .split_once(',')
        .map(|(family, given)| format!("{} {}", given.trim(), family.trim()));
    let named = |person: &&&str| {
        same_name(person, name)
            || turned
                .as_deref()
                .is_some_and(|turned| same_name(person, turned))
            || person.contains(' ') && small.contains(&person.to_lowercase())
    };
    people.iter().find(named).map(|person| (*person).to_owned())
}

/// The whole name, or a first name that only one of them has.
fn by_signature(line: &str, people: &[&str]) -> Option<String> {
    let line = line.trim().trim_end_matches([',', '.']);
    let name = line.split([',', '|', '(']).next().unwrap_or(line).trim();
    if name.is_empty() {
        return None;
    }
    if let Some(person) = people.iter().find(|person| same_name(person, name)) {
        return Some((*person).to_owned());
    }
    let mut called = people.iter().filter(|person| {
        person
            .split_whitespace()
            .next()
            .is_some_and(|first| same_name(first, name))
    });
    match (called.next(), called.next()) {
        (Some(only), None) => Some((*only).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Contact;
    use crate::time::When;

    fn application() -> Application {
        let applied = When::Day("2026-11-02".parse().unwrap());
        let mut application =
            Application::new("a".into(), "Acme".into(), "Engineer".into(), applied);
        application.contacts.push(Contact::named("Dana Wu"));
        let mut ann = Contact::named("Ann Ito");
        ann.email = "ann@acme.example".into();
        application.contacts.push(ann);
        application
    }

    #[test]
    fn the_head_names_the_sender() {
        for (head, name) in [
            ("From: Dana Wu <d@acme.example>", Some("Dana Wu")),
            ("From: \"Wu, Dana\" <d@acme.example>", Some("Dana Wu")),
            ("From: ANN@acme.example", Some("Ann Ito")),
            ("From: Luis Prado <l@acme.example>", None),
            (
                "On Tue, 24 Nov 2026 at 10:00, Dana Wu <d@acme.example> wrote:",
                Some("Dana Wu"),
            ),
        ] {
            let found = sender(&format!("{head}\n\nDear Mina,\nSoon.\n"), &application());
            assert_eq!(found.as_deref(), name, "{head}");
        }
    }

    #[test]
    fn else_the_signature_does() {
        for (signature, name) in [
            ("Dana Wu", Some("Dana Wu")),
            ("Dana", Some("Dana Wu")),
            ("Ann Ito, Head of Data", Some("Ann Ito")),
            ("Luis", None),
        ] {
            let found = sender(
                &format!("Soon.\n\nBest regards,\n{signature}\n"),
                &application(),
            );
            assert_eq!(found.as_deref(), name, "{signature}");
        }
    }
}
