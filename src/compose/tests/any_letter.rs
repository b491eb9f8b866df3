//! Whatever is known and whatever is missing: a letter has no fault of its own.

use proptest::array::uniform8;
use proptest::option::weighted;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index, select};

use super::{Case, at, fact, interview};
use crate::compose::{Letter, Unit, bounds_of, facts_of};
use crate::etiquette::{Context, Elsewhere};
use crate::model::{Application, Channel, Contact, Entry, Event, Reply, ReplyKind, Scenario};
use crate::review::{self, Check, Finding};

/// Notes as people type them: a few words, half a sentence, whole sentences.
fn notes_of(key: &str) -> &'static [&'static str] {
    match key {
        "topic" => &[
            "how releases reach customers",
            "We talked about flaky tests.",
            "They are moving to events",
        ],
        "detail" => &[
            "The mentoring of new colleagues",
            "that everybody mentors somebody",
            "how the team reviews its own mistakes.",
        ],
        "challenge" => &[
            "Releases still take a whole weekend",
            "flaky tests",
            "The night shift is hard to staff, and nobody likes it.",
        ],
        "achievement" => &[
            "At Northwind, I rebuilt the release pipeline; releases went from monthly to daily",
            "Led a team of five. Nobody left.",
            "a new onboarding that halved the time to the first release",
        ],
        "goal" => &[
            "opening the Madrid office by summer",
            "They want to halve the queue.",
        ],
        "addition" => &[
            "When you asked about testing, I left out that I taught it to two teams",
            "the tool is open source.",
        ],
        "thought" => &[
            "Small releases fail less.",
            "your colleagues’ talk on canary releases shows the way",
        ],
        "link" | "promised_link" => &["https://example.org/releases?x=1"],
        "announcement" => &[
            "the opening of the Madrid office",
            "You are opening in Madrid.",
        ],
        "agreed_day" | "new_day" | "start_day" | "day" | "deadline" | "offer_deadline" => {
            &["2026-12-04", "the first Friday in December"]
        }
        "agreed_time" => &["14:00 CET"],
        "question" | "to_clarify" => &[
            "would the role start before the summer",
            "whether it can be done from home",
            "Whom will I meet?",
        ],
        "referrer" => &["Kim Adler"],
        "other_times" => &["Tuesday after 13:00", "Any time on Thursday."],
        _ => &[
            "The work on releases is what I want to do for years.",
            "the signed contract and the laptop",
            "I have to be in court that morning",
        ],
    }
}

/// Somebody of the employer's side, as they may be known.
fn person() -> impl Strategy<Value = Contact> {
    let names = [
        "Dana Wu",
        "Dr. Dana Wu",
        "Wu, Dana",
        "van der Berg",
        "王小明",
        "J. Smith",
    ];
    let called = ["", "", "Ms. Wu"];
    (
        select(names.to_vec()),
        select(called.to_vec()),
        any::<(bool, bool)>(),
    )
        .prop_map(|(name, called, (withheld, agency))| Contact {
            called: called.into(),
            withheld,
            agency,
            ..Contact::named(name)
        })
}

/// An application at any point, with an offer elsewhere.
fn case() -> impl Strategy<Value = Case> {
    let positions = [
        "Backend engineer",
        "Head of Operations (part-time)",
        "nurse",
    ];
    let history = any::<[bool; 5]>();
    // Now and then nobody is known by name.
    let person = weighted(0.85, person());
    (person, select(positions.to_vec()), history).prop_map(
        |(person, position, [met, ahead, promise, arranger, thread])| {
            let mut case = Case::new();
            case.search.put(with_an_offer());
            case.app.position = position.into();
            case.app.history.clear();
            let name = person.as_ref().map(|person| person.name.clone());
            let names: Vec<&str> = name.as_deref().into_iter().collect();
            case.app.contacts = person.into_iter().collect();
            if arranger {
                case.app.contacts.push(Contact {
                    arranged: true,
                    ..Contact::named("Alex Reyes")
                });
            }
            if met {
                // A thank-you is for somebody.
                let with = [&["Lee Park"], names.as_slice()].concat();
                case.log("2026-11-20T14:00", interview(&with));
            }
            if promise {
                let day = "2026-12-11".parse().unwrap();
                case.log("2026-11-20T15:00", Event::Promise { day });
            }
            if ahead {
                case.log("2026-12-02T14:00", interview(&names));
            }
            if thread {
                let reply = Reply {
                    kind: ReplyKind::Update,
                    day: None,
                    from: name,
                    text: "Subject: Your application for the role at Acme Robotics".into(),
                };
                case.log("2026-11-27T10:00", Event::Reply(reply));
            }
            case
        },
    )
}

fn with_an_offer() -> Application {
    let mut other = Application::new(
        "quill".into(),
        "Quill & Sons".into(),
        "Analyst".into(),
        at("2026-11-02"),
    );
    let offer = Reply {
        kind: ReplyKind::Offer,
        day: Some("2026-12-04".parse().unwrap()),
        from: None,
        text: String::new(),
    };
    let offer = Entry::new(at("2026-11-28"), Event::Reply(offer));
    other.history.push(offer);
    other
}

/// Which of its notes each fact of a letter has, if it has one.
type Picks = [Option<Index>; 8];

/// What is noted for letters of this scenario.
fn notes(scenario: Scenario, picks: &Picks) -> Vec<(String, String)> {
    let noted = facts_of(scenario).iter().zip(picks);
    noted
        .filter_map(|(spec, pick)| {
            let note = pick.as_ref()?.get(notes_of(&spec.key));
            Some((spec.key.clone(), (*note).to_owned()))
        })
        .collect()
}

fn written(case: &Case, scenario: Scenario, notes: &[(String, String)]) -> (Letter, Vec<Finding>) {
    let mut case = case.clone();
    let person = case
        .app
        .contacts
        .first()
        .map(|contact| contact.name.clone());
    for (key, note) in notes {
        case.log("2026-11-20T16:00", fact(key, note, None));
    }
    let letter = case.write(scenario, person.as_deref(), &[]);
    let findings = reviewed(&case, scenario, &letter);
    (letter, findings)
}

/// What the review finds in it, but when it may go: that is not the letter's fault.
fn reviewed(case: &Case, scenario: Scenario, letter: &Letter) -> Vec<Finding> {
    let mut case = case.clone();
    case.search.put(case.app.clone());
    let clock = super::clock();
    let elsewhere = Elsewhere::of(&case.search, &clock);
    let ctx = Context {
        search: &case.search,
        clock: &clock,
        elsewhere: &elsewhere,
    };
    let draft = review::Draft {
        subject: &letter.subject,
        body: &letter.body,
        scenario: Some(scenario),
        to: &letter.to,
        person: letter.person.as_deref(),
        channel: Some(letter.channel),
        ..review::Draft::default()
    };
    let mut findings = review::review(&draft, Some(&case.app), &ctx);
    findings.retain(|finding| finding.check != Check::TooSoon);
    findings
}

fn is_tidy(text: &str) -> bool {
    let never = [
        "  ",
        " ,",
        " .",
        ",,",
        "..",
        ",.",
        ".,",
        ":.",
        "about about",
        "()",
        "{",
        "}",
    ];
    let count = |wanted: char| text.chars().filter(|c| *c == wanted).count();
    let starts_small = text
        .split(". ")
        .skip(1)
        .any(|rest| rest.starts_with(char::is_lowercase));
    !never.iter().any(|fault| text.contains(fault))
        && count('“') == count('”')
        && count('(') == count(')')
        && !starts_small
}

/// What the tests below say holds only if they see what is wrong, and if every fact can be given.
#[test]
fn what_is_wrong_would_be_seen() {
    for scenario in Scenario::ALL {
        assert!(facts_of(*scenario).len() <= Picks::default().len());
    }
    let mut case = Case::new();
    case.search.put(with_an_offer());
    let is_email = |scenario: &&Scenario| scenario.channel() == Channel::Email;
    for scenario in Scenario::ALL.iter().filter(is_email) {
        let all: Vec<(String, String)> = facts_of(*scenario)
            .iter()
            .map(|spec| (spec.key.clone(), notes_of(&spec.key)[0].to_owned()))
            .collect();
        let (letter, findings) = written(&case, *scenario, &all);
        assert_eq!(findings, [], "{scenario}:\n{}", letter.body);
        let spoilt = Letter {
            body: format!("{}\n\nlol, I beg you, [Company Name]!!!", letter.body),
            ..letter
        };
        let found: Vec<_> = reviewed(&case, *scenario, &spoilt);
        for check in [Check::Casual, Check::Desperate, Check::Placeholder] {
            assert!(
                found.iter().any(|it| it.check == check),
                "{scenario} {check}"
            );
        }
    }
    let (letter, _) = written(&case, Scenario::ThankYou, &[]);
    assert!(letter.missing.len() >= 3, "{:?}", letter.missing);
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(400))]

    #[test]
    fn no_fault_but_the_blanks_that_are_missing(
        case in case(),
        scenario in select(Scenario::ALL),
        picks in uniform8(weighted(0.6, any::<Index>())),
    ) {
        let notes = notes(scenario, &picks);
        let (letter, findings) = written(&case, scenario, &notes);
        let blanks: Vec<String> = letter.missing.iter().map(|it| format!("[{}]", it.blank)).collect();
        for finding in &findings {
            prop_assert_eq!(finding.check, Check::Placeholder, "{}: {:?}\n{}", scenario, finding, letter.body);
            prop_assert!(blanks.contains(&finding.text), "{}: {:?}", scenario, finding);
        }
        prop_assert_eq!(findings.is_empty(), blanks.is_empty(), "{}", letter.body);
        for text in [&letter.subject, &letter.body] {
            prop_assert!(is_tidy(text), "{}:\n{}", scenario, text);
        }
    }

    #[test]
    fn with_every_fact_nothing_is_missing_and_the_length_is_right(
        case in case(),
        scenario in select(Scenario::ALL),
        picks in uniform8(any::<Index>().prop_map(Some)),
    ) {
        let notes = notes(scenario, &picks);
        let (letter, findings) = written(&case, scenario, &notes);
        prop_assert_eq!(&findings, &Vec::new(), "{}:\n{}", scenario, letter.body);
        prop_assert!(letter.missing.is_empty());
        if let Some(bounds) = bounds_of(scenario) {
            let length = bounds.unit.measure(&letter.body);
            let most = if bounds.unit == Unit::Characters { bounds.most - 1 } else { bounds.most };
            prop_assert!((bounds.least..=most).contains(&length), "{}: {}", length, letter.body);
        }
    }
}
