//! A template is tried before it is used: on an application that is made up, with every fact and
//! with none.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use super::engine::{TemplateError, try_template};
use super::templates::facts_of;
use super::{Letter, Request, editing};
use crate::etiquette::{Context, Elsewhere};
use crate::model::{
    Application, Contact, Entry, Event, Format, Interview, JobSearch, Scenario, TemplateText,
};
use crate::time::{Clock, When};

/// Whether letters can be made of `text`.
///
/// # Errors
/// What is wrong, and on which line.
pub fn check_template(
    search: &JobSearch,
    clock: &Clock,
    scenario: Scenario,
    text: &TemplateText,
) -> Result<(), TemplateError> {
    try_template(scenario, text)?;
    let facts = examples(search);
    let none = facts.keys().map(|key| (key.clone(), String::new()));
    let none: BTreeMap<String, String> = none.collect();
    for facts in [facts, none] {
        on_example(search, clock, scenario, &facts, text)?;
    }
    Ok(())
}

/// The letter that a made-up application would get by `text`, with every fact.
///
/// # Errors
/// What is wrong with `text`, and on which line.
pub fn preview_example(
    search: &JobSearch,
    clock: &Clock,
    scenario: Scenario,
    text: &TemplateText,
) -> Result<Letter, TemplateError> {
    on_example(search, clock, scenario, &examples(search), text)
}

fn on_example(
    search: &JobSearch,
    clock: &Clock,
    scenario: Scenario,
    facts: &BTreeMap<String, String>,
    text: &TemplateText,
) -> Result<Letter, TemplateError> {
    let example = example(clock);
    let mut alone = JobSearch {
        profile: search.profile.clone(),
        policy: search.policy.clone(),
        ..JobSearch::default()
    };
    alone.put(example.clone());
    let context = Context {
        search: &alone,
        clock,
        elsewhere: &Elsewhere::of(&alone, clock),
    };
    let request = Request {
        scenario,
        person: Some(NAME),
        facts,
    };
    editing::preview(&example, &context, &request, text)
}

/// Who was met at the made-up application.
const NAME: &str = "Dana Wu";

/// An application with an interview held yesterday.
fn example(clock: &Clock) -> Application {
    let applied = When::Day(clock.today());
    let mut example = Application::new(
        "example".to_owned(),
        "Acme Robotics".to_owned(),
        "Backend engineer".to_owned(),
        applied,
    );
    example.contacts.push(Contact::named(NAME));
    let yesterday = clock.now.checked_sub_signed(TimeDelta::days(1));
    let held = Event::Interview(Interview {
        minutes: 60,
        format: Format::Video,
        with: vec![NAME.to_owned()],
        round: None,
    });
    let at = When::Moment(yesterday.unwrap_or(clock.now));
    example.history.push(Entry::new(at, held));
    example
}

/// Every fact that a template may speak of, as it could be noted: those that any scenario asks for,
/// and those that the user noted under names of their own.
fn examples(search: &JobSearch) -> BTreeMap<String, String> {
    let asked = Scenario::ALL
        .iter()
        .flat_map(|scenario| facts_of(*scenario))
        .map(|spec| (spec.key.clone(), editing::example_of(spec)));
    let mut examples: BTreeMap<String, String> = noted(search)
        .into_iter()
        .map(|key| (key.to_owned(), key.replace('_', " ")))
        .collect();
    examples.extend(asked);
    examples
}

fn noted(search: &JobSearch) -> BTreeSet<&str> {
    let histories = search.applications.values();
    let entries = histories.flat_map(|application| &application.history);
    entries
        .filter_map(|entry| match &entry.event {
            Event::Fact { key, .. } => Some(key.as_str()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::tests::clock;
    use crate::compose::{Place, ours_of};

    fn checked(subject: &str, body: &str) -> Result<(), TemplateError> {
        let text = TemplateText {
            subject: subject.into(),
            body: body.into(),
        };
        check_template(&JobSearch::default(), &clock(), Scenario::ThankYou, &text)
    }

    #[test]
    fn ours_pass_and_their_examples_have_no_blank() {
        let own: Scenario = "own-portfolio".parse().unwrap();
        let search = JobSearch::default();
        for scenario in Scenario::ALL.iter().copied().chain([own]) {
            let ours = ours_of(scenario);
            assert_eq!(check_template(&search, &clock(), scenario, &ours), Ok(()));
            let letter = preview_example(&search, &clock(), scenario, &ours).unwrap();
            // Who signs is not known in an empty search.
            assert!(
                letter.missing.is_empty(),
                "{scenario}: {:?}",
                letter.missing
            );
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_before_any_letter_is_made() {
        for (body, line, reason) in [
            ("", 1, "the text of the letter is missing"),
            ("Hi\n{{ topic", 2, "unexpected end"),
            ("Hi\n\n{{ tpoic }}", 3, "a name that no fact has"),
            ("{{ topic | abuot }}", 1, "abuot"),
            (
                "Hi\n{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}",
                2,
                "a loop without end",
            ),
            (
                "{% set n = namespace(x=\"ab\") %}\n{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
                2,
                "it does too much",
            ),
            (
                "\n{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}",
                2,
                "calls itself",
            ),
            (
                "Hi\n{% include \"secret\" %}",
                2,
                "includes another template",
            ),
            ("{% extends \"secret\" %}", 1, "includes another template"),
            (
                "{% import \"secret\" as s %}",
                1,
                "includes another template",
            ),
            (
                "Hi\n{% if not topic %}\n{{ oops }}{% endif %}",
                3,
                "a name that no fact has",
            ),
        ] {
            let error = checked("A subject", body).unwrap_err();
            assert_eq!(
                (error.place, error.line),
                (Place::Body, line),
                "{body}: {error}"
            );
            assert!(error.reason.contains(reason), "{body}: {error}");
        }
        let error = checked("{{ tpoic }}", "Hi").unwrap_err();
        assert_eq!((error.place, error.line), (Place::Subject, 1));
        assert_eq!(checked("", "Hi"), Ok(()));
    }

    #[test]
    fn facts_under_names_of_ones_own_may_be_spoken_of() {
        let text = TemplateText {
            subject: String::new(),
            body: "{{ shoe_size }}".into(),
        };
        let mut search = JobSearch::default();
        let check = |search: &JobSearch| {
            check_template(search, &clock(), Scenario::Value, &text).map_err(|it| it.line)
        };
        assert_eq!(check(&search), Err(1));
        let mut application = example(&clock());
        let fact = Event::Fact {
            key: "shoe_size".into(),
            value: "42".into(),
            with: None,
        };
        let now = When::Moment(clock().now);
        application.history.push(Entry::new(now, fact));
        search.put(application);
        assert_eq!(check(&search), Ok(()));
    }
}
