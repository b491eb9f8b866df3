//! Two versions of an application that was changed here and elsewhere in different ways.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::{Application, ApplicationId};
use crate::store;

/// An application, and the version of it that came from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The one in place.
    pub ours: ApplicationId,
    /// The one beside it.
    pub theirs: ApplicationId,
}

/// Something that two versions say in different ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// What it is, such as “Salary”.
    pub what: String,
    /// What the version in place says; empty where it says nothing.
    pub ours: String,
    /// What the other says.
    pub theirs: String,
}

/// Everything that differs between two versions of an application, in the order of the file.
pub fn differing(ours: &Application, theirs: &Application) -> Vec<Differing> {
    let mut theirs = theirs.clone();
    store::unmark(&mut theirs);
    // What tells them apart, and where the card lies, is not what they say.
    theirs.id = ours.id;
    theirs.key.clone_from(&ours.key);
    theirs.rank = ours.rank;
    let mut found = Vec::new();
    if let (Ok(ours), Ok(theirs)) = (serde_json::to_value(ours), serde_json::to_value(&theirs)) {
        compare("", &ours, &theirs, &mut found);
    }
    found
}

fn compare(name: &str, ours: &Value, theirs: &Value, found: &mut Vec<Differing>) {
    match (ours, theirs) {
        (ours, theirs) if ours == theirs => {}
        (Value::Object(one), Value::Object(other)) => {
            let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for name in names {
                let nothing = &Value::Null;
                let (one, other) = (one.get(name), other.get(name));
                compare(
                    name,
                    one.unwrap_or(nothing),
                    other.unwrap_or(nothing),
                    found,
                );
            }
        }
        (Value::Array(one), Value::Array(other)) => compare_lists(name, one, other, found),
        (ours, theirs) => found.push(Differing {
            what: label(name),
            ours: words(ours),
            theirs: words(theirs),
        }),
    }
}

/// Items of the same id or name are compared with each other.
fn compare_lists(name: &str, ours: &[Value], theirs: &[Value], found: &mut Vec<Differing>) {
    let same = |one: &Value, other: &Value| {
        let id = |item: &Value| item.get("id").or(item.get("name")).cloned();
        id(one).is_some() && id(one) == id(other)
    };
    let nothing = &Value::Null;
    for one in ours {
        let other = theirs.iter().find(|other| same(one, other));
        let other = other.or(theirs.iter().find(|other| *other == one));
        compare(name, one, other.unwrap_or(nothing), found);
    }
    for other in theirs {
        let is_new = !ours.iter().any(|one| same(one, other) || one == other);
        if is_new {
            compare(name, nothing, other, found);
        }
    }
}

/// “sign_off” as “Sign off”.
fn label(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    let label = format!("{}{}", first.unwrap_or_default(), letters.as_str());
    label.replace('_', " ")
}

/// What a value says, without ids.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let said = fields.iter().filter(|(name, _)| *name != "id");
            said.map(|(_, value)| words(value))
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::{Contact, Entry, Event};
    use crate::time::When;

    #[test]
    fn what_differs_is_told_field_by_field() {
        let day = When::Day(NaiveDate::from_ymd_opt(2026, 11, 2).unwrap());
        let mut ours = Application::new("acme".into(), "Acme".into(), "Engineer".into(), day);
        ours.contacts.push(Contact::named("Dana Wu"));
        let mut theirs = ours.clone();
        theirs.id = ApplicationId::fresh();
        theirs.key = "acme-2".into();
        theirs.position = "Engineer (other version)".into();
        assert_eq!(differing(&ours, &theirs), []);

        ours.salary = "60".into();
        theirs.salary = "70".into();
        theirs.contacts[0].phone = "123".into();
        let text = "called".to_owned();
        theirs.history.push(Entry::new(day, Event::Note { text }));
        let found = differing(&ours, &theirs);
        let told: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|one| (one.what.as_str(), one.ours.as_str(), one.theirs.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("Phone", "", "123"),
                ("History", "", "2026-11-02, called"),
                ("Salary", "60", "70"),
            ]
        );
    }
}
