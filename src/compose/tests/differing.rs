//! People at one company compare their letters.

use std::collections::BTreeSet;

use super::{Case, GOOD, at, interview, words};
use crate::compose::{Letter, facts_of};
use crate::model::{Application, Contact, Entry, Event, Scenario};

const PANEL: [&str; 6] = [
    "Dana Wu",
    "Lee Park",
    "Kim Adler",
    "Noor Haddad",
    "Per Lind",
    "Ann Ito",
];

/// A round with everybody, after which everybody is owed a letter.
fn round(withheld: bool, promise: bool) -> Case {
    let mut case = Case::new();
    case.app.history.clear();
    case.app.contacts = PANEL
        .iter()
        .map(|name| Contact {
            withheld,
            ..Contact::named(*name)
        })
        .chain([Contact {
            arranged: true,
            ..Contact::named("Alex Reyes")
        }])
        .collect();
    case.log("2026-11-20T14:00", interview(&PANEL));
    if promise {
        let day = "2026-12-11".parse().unwrap();
        case.log("2026-11-20T15:00", Event::Promise { day });
    }
    case
}

/// What a letter says, sentence by sentence, the names apart; without greetings and sign-off.
fn sentences(letter: &Letter, person: &str) -> BTreeSet<String> {
    let first = person.split(' ').next().unwrap();
    let body = letter.body.split("\n\nKind regards").next().unwrap();
    format!("{}\n{body}", letter.subject)
        .replace(person, "X")
        .replace(first, "X")
        .replace("Sam Taylor", "")
        .lines()
        .filter(|line| !line.starts_with("Dear "))
        .flat_map(|line| line.split_inclusive(['.', '?']))
        .map(|sentence| sentence.trim().to_owned())
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

fn share_nothing(letters: &[(Letter, &str)]) {
    let mut said = BTreeSet::new();
    for (letter, person) in letters {
        for sentence in sentences(letter, person) {
            assert!(!said.contains(&sentence), "{person}: {sentence}");
            said.insert(sentence);
        }
    }
}

fn letters<'a>(case: &Case, scenario: Scenario, facts: &[(&str, &str)]) -> Vec<(Letter, &'a str)> {
    PANEL
        .iter()
        .map(|person| (case.write(scenario, Some(person), facts), *person))
        .collect()
}

#[test]
fn six_interviewers_with_the_same_notes_read_no_sentence_twice() {
    for (withheld, promise) in [(false, false), (true, false), (false, true), (true, true)] {
        let case = round(withheld, promise);
        for scenario in [Scenario::ThankYou, Scenario::LinkedInConnect] {
            share_nothing(&letters(&case, scenario, GOOD));
            share_nothing(&letters(&case, scenario, &[]));
            for count in [1, 3, 9, 25] {
                let note = words(count);
                for needed in [true, false] {
                    let facts: Vec<_> = facts_of(scenario)
                        .iter()
                        .filter(|spec| spec.required || !needed)
                        .map(|spec| (spec.key.as_str(), note.as_str()))
                        .collect();
                    share_nothing(&letters(&case, scenario, &facts));
                }
            }
        }
    }
}

#[test]
fn a_letter_stays_as_it_was_when_somebody_is_met_later() {
    let mut case = round(false, false);
    let before = letters(&case, Scenario::ThankYou, GOOD);
    case.app.contacts.insert(0, Contact::named("Zoe Quist"));
    case.log("2026-11-27T14:00", interview(&["Zoe Quist"]));
    let after = letters(&case, Scenario::ThankYou, GOOD);
    assert_eq!(before, after);
}

#[test]
fn further_rounds_and_other_positions_at_the_company_go_on_where_the_letters_were() {
    let mut case = Case::new();
    case.log("2026-11-23T14:00", interview(&["Lee Park"]));
    let mut letters = vec![
        (
            case.write(Scenario::ThankYou, Some("Dana Wu"), GOOD),
            "Dana Wu",
        ),
        (
            case.write(Scenario::ThankYou, Some("Lee Park"), GOOD),
            "Lee Park",
        ),
    ];
    // Dana once more: not the same letter again.
    case.log("2026-11-26T14:00", interview(&["Dana Wu"]));
    letters.push((
        case.write(Scenario::ThankYou, Some("Dana Wu"), GOOD),
        "Dana Wu",
    ));
    // Another position at that company.
    case.search.put(case.app.clone());
    case.app = Application::new(
        "data".into(),
        "ACME robotics".into(),
        "Backend engineer".into(),
        at("2026-11-20"),
    );
    let met = Entry::new(at("2026-11-27T14:00"), interview(&["Per Lind"]));
    case.app.history.push(met);
    letters.push((
        case.write(Scenario::ThankYou, Some("Per Lind"), GOOD),
        "Per Lind",
    ));
    share_nothing(&letters);
}

#[test]
fn no_two_of_thirty_six_letters_are_alike() {
    let mut case = round(false, false);
    let names: Vec<String> = (0..36).map(|number| format!("P{number:02} Moss")).collect();
    case.app.history.clear();
    let with: Vec<&str> = names.iter().map(String::as_str).collect();
    case.log("2026-11-20T14:00", interview(&with));
    let bodies: BTreeSet<_> = with
        .iter()
        .map(|name| {
            let body = case.write(Scenario::ThankYou, Some(name), GOOD).body;
            let (_, body) = body.split_once("\n\n").unwrap();
            body.to_owned()
        })
        .collect();
    assert_eq!(bodies.len(), 36);
}
