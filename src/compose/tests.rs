//! Letters of every scenario, with many notes and few, long ones and short ones.

mod any_letter;
mod arranging;
mod differing;
mod reader;

use std::collections::BTreeMap;

use super::*;
use crate::etiquette::Elsewhere;
use crate::model::{
    Achievement, Contact, Entry, Event, Format, Interview, JobSearch, Reply, ReplyKind,
    TemplateText,
};
use crate::time::{Clock, When, Zone};

fn zone() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

pub(crate) fn at(text: &str) -> When {
    When::parse(text, zone()).unwrap()
}

pub(crate) fn clock() -> Clock {
    Clock::at(
        chrono::DateTime::parse_from_rfc3339("2026-11-30T10:00:00+01:00").unwrap(),
        zone(),
    )
}

pub(crate) fn interview(with: &[&str]) -> Event {
    Event::Interview(Interview {
        minutes: 45,
        format: Format::Video,
        with: with.iter().map(|name| (*name).to_owned()).collect(),
        round: None,
    })
}

pub(crate) fn fact(key: &str, value: &str, with: Option<&str>) -> Event {
    Event::Fact {
        key: key.to_owned(),
        value: value.to_owned(),
        with: with.map(str::to_owned),
    }
}

/// A search with one application, interviewed by Dana Wu on Friday 20 November 2026.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) search: JobSearch,
    pub(crate) app: Application,
}

impl Case {
    pub(crate) fn new() -> Self {
        let mut search = JobSearch::default();
        search.profile.name = "Sam Taylor".into();
        let mut app = Application::new(
            "acme".into(),
            "Acme Robotics".into(),
            "Backend engineer".into(),
            at("2026-11-02"),
        );
        app.contacts.push(Contact::named("Dana Wu"));
        let mut case = Self { search, app };
        case.log("2026-11-20T14:00", interview(&["Dana Wu"]));
        case
    }

    /// The same, where Dana Wu's address was withheld and Alex Reyes arranged the interview.
    pub(crate) fn withheld() -> Self {
        let mut case = Self::new();
        case.app.contacts = vec![
            Contact {
                withheld: true,
                ..Contact::named("Dana Wu")
            },
            Contact {
                arranged: true,
                ..Contact::named("Alex Reyes")
            },
        ];
        case
    }

    pub(crate) fn log(&mut self, when: &str, event: Event) {
        self.app.history.push(Entry::new(at(when), event));
    }

    pub(crate) fn write(
        &self,
        scenario: Scenario,
        person: Option<&str>,
        facts: &[(&str, &str)],
    ) -> Letter {
        self.try_write(scenario, person, facts).unwrap()
    }

    fn try_write(
        &self,
        scenario: Scenario,
        person: Option<&str>,
        facts: &[(&str, &str)],
    ) -> Result<Letter, TemplateError> {
        let mut search = self.search.clone();
        search.put(self.app.clone());
        let clock = clock();
        let elsewhere = Elsewhere::of(&search, &clock);
        let ctx = Context {
            search: &search,
            clock: &clock,
            elsewhere: &elsewhere,
        };
        let facts: BTreeMap<String, String> = facts
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        compose(
            &self.app,
            &ctx,
            &Request {
                scenario,
                person,
                facts: &facts,
            },
        )
    }
}

fn words(count: usize) -> String {
    let some = "how the people who run the night shift pass on what they know to those who come in the morning so that nothing gets lost on the way";
    some.split(' ')
        .cycle()
        .take(count)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every fact of a scenario, each of so many words.
fn filled(scenario: Scenario, count: usize) -> Vec<(String, String)> {
    facts_of(scenario)
        .iter()
        .map(|spec| (spec.key.clone(), words(count)))
        .collect()
}

fn borrowed(facts: &[(String, String)]) -> Vec<(&str, &str)> {
    facts
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect()
}

pub(crate) const GOOD: &[(&str, &str)] = &[
    ("topic", "how releases reach customers."),
    ("detail", "The mentoring of new colleagues"),
    ("challenge", "Releases still take a whole weekend"),
    (
        "achievement",
        "At Northwind, I rebuilt the release pipeline; releases went from monthly to daily",
    ),
    ("goal", "a release every day without anybody staying late"),
    (
        "addition",
        "When you asked about testing, I left out that I taught it to two teams",
    ),
    (
        "thought",
        "Your colleagues' talk on canary releases shows that half the weekend can be saved",
    ),
    ("link", "https://example.org/releases"),
    ("takeaway", "Small releases fail less"),
    ("announcement", "the opening of the Madrid office"),
    ("effect", "more customers will depend on those releases"),
    ("new_day", "2026-12-04"),
    ("offer_deadline", "2026-12-04"),
    (
        "first_choice",
        "The work on releases is what I want to do for years.",
    ),
    ("reason", "I have accepted a role closer to home"),
    ("start_day", "2027-02-01"),
    ("to_settle", "the signed contract"),
    ("day", "2026-12-04"),
    ("question", "would the role start before the summer"),
    ("deadline", "2026-12-04"),
    ("agreed_day", "2026-12-02"),
    ("agreed_time", "14:00 CET (UTC+1)"),
    (
        "other_times",
        "Tuesday after 13:00, or any time on Thursday.",
    ),
    ("obstacle", "I have to be in court that morning"),
    (
        "to_clarify",
        "Whom will I meet, and should I bring anything",
    ),
    ("referrer", "Kim Adler"),
    ("help", "The hint about the team, and the good word"),
    (
        "so_far",
        "I have a first conversation with the team next week",
    ),
    ("promised", "Two references and a sample of my work"),
    ("remark", "the sample is a tool that I still look after"),
];

/// Notes of these lengths have to give a thank-you within its bounds.
#[test]
fn a_thank_you_is_200_to_300_words_whatever_the_notes() {
    let mut case = Case::new();
    let panel = ["Dana Wu", "B Wu", "C Wu", "D Wu", "E Wu", "F Wu"];
    case.app.history.clear();
    case.log("2026-11-20T14:00", interview(&panel));
    for (position, company) in [
        ("Nurse", "Acme"),
        (
            "Senior staff engineer for data platforms",
            "The Northern Light Company",
        ),
    ] {
        case.app.position = position.into();
        case.app.company = company.into();
        for signature in [
            vec![],
            vec!["12 High Street, Leeds".into(), "https://sam.example".into()],
        ] {
            case.search.profile.signature = signature;
            for (withheld, promise) in [(false, false), (true, false), (false, true), (true, true)]
            {
                let mut case = Case {
                    search: case.search.clone(),
                    app: case.app.clone(),
                };
                let contact = |name: &&str| Contact {
                    withheld,
                    ..Contact::named(*name)
                };
                case.app.contacts = panel.iter().map(contact).collect();
                case.app.contacts.push(Contact {
                    arranged: true,
                    ..Contact::named("Alex Reyes")
                });
                if promise {
                    case.log(
                        "2026-11-20T15:00",
                        Event::Promise {
                            day: "2026-12-11".parse().unwrap(),
                        },
                    );
                }
                for (count, person) in (1..=25).flat_map(|n| panel.map(|person| (n, person))) {
                    let facts = filled(Scenario::ThankYou, count);
                    let letter = case.write(Scenario::ThankYou, Some(person), &borrowed(&facts));
                    let length = count_words(&letter.body);
                    assert!(
                        (200..=300).contains(&length),
                        "{count}: {length}\n{}",
                        letter.body
                    );
                    assert!(letter.missing.is_empty());
                }
            }
        }
    }
}

#[test]
fn a_thank_you_has_its_length_without_what_is_optional_and_with_blanks() {
    let case = Case::new();
    for count in [1, 4, 10, 25] {
        let mut facts = filled(Scenario::ThankYou, count);
        facts.truncate(4);
        let length = count_words(&case.write(Scenario::ThankYou, None, &borrowed(&facts)).body);
        assert!((200..=300).contains(&length), "{count}: {length}");
    }
    let length = count_words(&case.write(Scenario::ThankYou, None, &[]).body);
    assert!((200..=300).contains(&length), "blank: {length}");
}

#[test]
fn a_check_in_is_short_and_the_second_is_shorter() {
    let mut case = Case::new();
    for promise in [None, Some("2026-11-27")] {
        if let Some(day) = promise {
            case.log(
                "2026-11-20T15:00",
                Event::Promise {
                    day: day.parse().unwrap(),
                },
            );
        }
        for count in 0..=40 {
            let write = |scenario| {
                let facts = filled(scenario, count);
                count_words(&case.write(scenario, None, &borrowed(&facts)).body)
            };
            let first = write(Scenario::CheckInFirst);
            let second = write(Scenario::CheckInSecond);
            let last = write(Scenario::CheckInFinal);
            assert!(
                second < first && first <= 150 && last <= 150,
                "{first} {second} {last}"
            );
        }
    }
}

#[test]
fn a_linkedin_message_stays_under_300_characters() {
    for name in [
        "Al Ng",
        "Maximiliana-Theodora Featherstonehaugh-Montgomery",
        &words(60),
    ] {
        for company in [
            "Acme",
            "The Royal Northern Society for the Advancement of Automatic Looms",
            &words(80),
        ] {
            for count in [0, 1, 10, 25, 100] {
                let mut case = Case::new();
                case.app.company = company.into();
                case.app.position = format!("Principal {company} liaison");
                case.search.profile.name = name.into();
                case.app.contacts = vec![Contact::named(name)];
                case.app.history.clear();
                case.log("2026-11-20T14:00", interview(&[name]));
                for scenario in [Scenario::LinkedInFinal, Scenario::LinkedInConnect] {
                    let facts = filled(scenario, count);
                    let body = case.write(scenario, None, &borrowed(&facts)).body;
                    assert!(body.chars().count() < 300, "{body}");
                    assert!(body.chars().count() > 60, "{body}");
                }
            }
        }
    }
}

#[test]
fn a_missing_fact_is_a_blank_where_it_is_needed_and_nothing_elsewhere() {
    let case = Case::new();
    for (scenario, missing) in [
        (
            Scenario::ThankYou,
            vec!["topic", "detail", "challenge", "achievement"],
        ),
        (Scenario::CheckInFirst, vec!["goal"]),
        (Scenario::CheckInSecond, vec!["thought"]),
        (Scenario::CheckInFinal, vec![]),
        (Scenario::LinkedInFinal, vec![]),
        (Scenario::Value, vec!["topic", "link"]),
        (Scenario::News, vec!["announcement", "effect"]),
        (Scenario::LinkedInConnect, vec!["topic"]),
        (Scenario::Phone, vec![]),
        (Scenario::AnswerUpdate, vec![]),
        (Scenario::AnswerRejection, vec![]),
        (Scenario::LastWord, vec![]),
        (
            Scenario::OtherOfferMention,
            vec!["offer_deadline", "first_choice"],
        ),
        (
            Scenario::OtherOfferExpedite,
            vec!["offer_deadline", "first_choice"],
        ),
        (Scenario::Withdraw, vec![]),
        (Scenario::Accept, vec![]),
        (Scenario::AskForTime, vec![]),
        (Scenario::Question, vec!["question", "deadline"]),
        (
            Scenario::ConfirmInterview,
            vec!["agreed_day", "agreed_time"],
        ),
        (
            Scenario::RescheduleInterview,
            vec!["agreed_day", "agreed_time", "other_times"],
        ),
        (Scenario::MissedCall, vec!["agreed_day", "agreed_time"]),
        (Scenario::ThankReferrer, vec!["referrer"]),
        (Scenario::SendPromised, vec!["promised"]),
    ] {
        let letter = case.write(scenario, None, &[]);
        let keys: Vec<&str> = letter
            .missing
            .iter()
            .map(|spec| spec.key.as_str())
            .collect();
        assert_eq!(keys, missing, "{scenario}");
        let text = format!("{}\n{}", letter.subject, letter.body);
        for spec in &letter.missing {
            assert!(
                text.contains(&format!("[{}]", spec.blank)),
                "{scenario} {}",
                spec.key
            );
        }
        let blanks = text.matches('[').count();
        assert!(
            blanks >= missing.len() && (missing.is_empty() == (blanks == 0)),
            "{text}"
        );
    }
}

#[test]
fn nothing_is_left_blank_with_every_fact() {
    let case = Case::new();
    for scenario in Scenario::ALL {
        let letter = case.write(*scenario, None, GOOD);
        assert!(letter.missing.is_empty(), "{scenario}");
        let text = format!("{}\n{}", letter.subject, letter.body);
        assert!(
            !text.contains(['[', ']', '!']) && !text.contains("  "),
            "{text}"
        );
        assert!(
            !text.contains("..") && !text.contains(" .") && !text.contains("about about"),
            "{text}"
        );
        assert_eq!(
            letter.subject.is_empty(),
            scenario.channel() != Channel::Email,
            "{scenario}"
        );
    }
}

#[test]
fn a_note_is_never_read_as_a_template_and_nothing_is_escaped() {
    let case = Case::new();
    let letter = case.write(
        Scenario::ThankYou,
        None,
        &[("topic", "R&D <in> {{ sender }} {% if x %} “quotes”")],
    );
    assert!(
        letter
            .body
            .contains("R&D <in> {{ sender }} {% if x %} “quotes”"),
        "{}",
        letter.body
    );
}

#[test]
fn the_greeting_is_for_who_reads_it_first() {
    let mut case = Case::new();
    assert!(
        case.write(Scenario::ThankYou, None, GOOD)
            .body
            .starts_with("Dear Dana,\n\nThank you")
    );
    case.app.contacts = vec![
        Contact {
            withheld: true,
            ..Contact::named("Dana Wu")
        },
        Contact {
            arranged: true,
            ..Contact::named("Alex Reyes")
        },
    ];
    let letter = case.write(Scenario::ThankYou, Some("Dana Wu"), GOOD);
    assert_eq!(letter.to, ["Alex Reyes"]);
    assert_eq!(letter.person.as_deref(), Some("Dana Wu"));
    assert!(
        letter.subject.starts_with("For Dana Wu: "),
        "{}",
        letter.subject
    );
    assert!(
        letter
            .body
            .starts_with("Dear Alex,\n\nThank you for arranging my conversation with Dana Wu")
    );
    assert!(
        letter
            .body
            .contains("\n\nDear Dana,\n\nThank you for taking"),
        "{}",
        letter.body
    );
    case.app.contacts.clear();
    case.app.history.clear();
    let letter = case.write(Scenario::CheckInFirst, None, &[]);
    assert!(
        letter
            .body
            .starts_with("Dear hiring team,\n\nI applied for"),
        "{}",
        letter.body
    );
    assert!(letter.missing.is_empty());
    assert!(
        letter
            .subject
            .starts_with("My application for the Backend engineer role")
    );
}

#[test]
fn an_agency_is_asked_about_its_client() {
    let mut case = Case::new();
    case.app.contacts.push(Contact {
        agency: true,
        ..Contact::named("Rita Moss")
    });
    for scenario in [
        Scenario::CheckInFirst,
        Scenario::CheckInSecond,
        Scenario::CheckInFinal,
    ] {
        let letter = case.write(scenario, None, GOOD);
        assert_eq!(letter.to, ["Rita Moss"]);
        assert!(letter.body.contains("the client"), "{}", letter.body);
        assert!(!letter.body.contains("We spoke"), "{}", letter.body);
    }
}

#[test]
fn facts_come_from_the_request_then_the_notes_then_what_is_known() {
    let mut case = Case::new();
    case.search.achievements = vec![
        Achievement {
            place: "Northwind".into(),
            what: "Led five people".into(),
            result: "Nobody left".into(),
        },
        Achievement {
            place: "Tailspin".into(),
            what: "Cut releases to an hour".into(),
            result: "Free weekends".into(),
        },
    ];
    case.log(
        "2026-11-20T15:00",
        fact("challenge", "releases take a weekend", Some("Dana Wu")),
    );
    let letter = case.write(Scenario::ThankYou, None, &[]);
    assert!(
        letter
            .body
            .contains("at Tailspin, I cut releases to an hour; the result: "),
        "{}",
        letter.body
    );
    case.log(
        "2026-11-20T15:00",
        fact("achievement", "Led the night shift", Some("Dana Wu")),
    );
    assert!(
        case.write(Scenario::ThankYou, None, &[])
            .body
            .contains(": I led the night shift.")
    );
    let body = case
        .write(
            Scenario::ThankYou,
            None,
            &[("achievement", "I wrote the book")],
        )
        .body;
    assert!(body.contains("I wrote the book."));
    let body = case
        .write(Scenario::ThankYou, None, &[("achievement", " ")])
        .body;
    assert!(body.contains("[something you did that fits]"));
    // What another interviewer said is no matter for this one's thank-you, but it is for a check-in.
    case.log("2026-11-20T14:00", interview(&["Dana Wu", "Lee Park"]));
    assert!(
        case.write(Scenario::ThankYou, Some("Lee Park"), &[])
            .body
            .contains("[what they find hard]")
    );
    assert!(
        case.write(Scenario::CheckInFirst, Some("Lee Park"), &[])
            .body
            .contains("releases take a weekend")
    );
}

#[test]
fn days_come_from_the_history_and_the_clock() {
    let mut case = Case::new();
    assert!(
        case.write(Scenario::AskForTime, None, &[])
            .body
            .contains("by Friday 4 December")
    );
    let update = Reply {
        kind: ReplyKind::Update,
        day: Some("2026-12-09".parse().unwrap()),
        from: None,
        text: String::new(),
    };
    case.log("2026-11-27T15:00", Event::Reply(update));
    assert!(
        case.write(Scenario::AnswerUpdate, None, &[])
            .body
            .contains("Wednesday 9 December")
    );
    let mut other = Application::new(
        "other".into(),
        "Tailspin".into(),
        "Analyst".into(),
        at("2026-11-02"),
    );
    let offer = Reply {
        kind: ReplyKind::Offer,
        day: Some("2026-12-04".parse().unwrap()),
        from: None,
        text: String::new(),
    };
    other
        .history
        .push(Entry::new(at("2026-11-28"), Event::Reply(offer)));
    case.search.put(other);
    for scenario in [Scenario::OtherOfferMention, Scenario::OtherOfferExpedite] {
        let body = case.write(scenario, None, &[]).body;
        assert!(
            body.contains("by Friday 4 December") && !body.contains("Tailspin"),
            "{body}"
        );
    }
}

#[test]
fn the_sign_off_is_the_users() {
    let mut case = Case::new();
    case.search.profile.name = String::new();
    assert!(
        case.write(Scenario::ThankYou, None, GOOD)
            .body
            .ends_with("Kind regards,\n[your name]")
    );
    case.search.profile.name = "Sam Taylor".into();
    case.search.profile.sign_off = "With best wishes,".into();
    case.search.profile.signature = vec!["https://sam.example".into()];
    case.search.profile.phone = "+49 30 1234567".into();
    let body = case.write(Scenario::ThankYou, None, GOOD).body;
    assert!(body.ends_with("With best wishes,\nSam Taylor\nhttps://sam.example\n+49 30 1234567"));
    assert!(
        case.write(Scenario::Phone, None, &[])
            .body
            .contains("You can reach me on +49 30 1234567.")
    );
}

#[test]
fn the_users_own_template_is_used_and_its_errors_name_the_line() {
    let mut case = Case::new();
    let mut write = |subject: &str, body: &str| {
        let text = TemplateText {
            subject: subject.into(),
            body: body.into(),
        };
        case.search.templates.insert("thank-you".into(), text);
        case.try_write(
            Scenario::ThankYou,
            None,
            &[("topic", "looms"), ("shoe_size", "43")],
        )
    };
    let letter = write(
        "On {{ topic }}",
        "Hi {{ recipient }}, {{ challenge }}. {{ shoe_size }}",
    )
    .unwrap();
    assert_eq!(letter.subject, "On looms");
    assert_eq!(letter.body, "Hi Dana, [what they find hard]. 43");
    assert_eq!(letter.missing.len(), 1);
    for (subject, body, place, line, reason) in [
        ("{{ topic", "", Place::Subject, 1, "unexpected end"),
        ("", "a\nb\n{% if %}", Place::Body, 3, "unexpected"),
        (
            "",
            "a\n{{ tpic }}",
            Place::Body,
            2,
            "a name that no fact has",
        ),
        (
            "",
            "a\n{{ tpic | clause }}",
            Place::Body,
            2,
            "a name that no fact has",
        ),
        (
            "",
            "{% for x in range(9999) %}{% for y in range(9999) %}a{% endfor %}{% endfor %}",
            Place::Body,
            1,
            "too much",
        ),
        ("", "{% include 'passwd' %}", Place::Body, 1, "passwd"),
        (
            "",
            "{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}",
            Place::Body,
            1,
            "calls itself",
        ),
        ("", "a\n{{ 'x' * 100000000 }}", Place::Body, 2, ""),
        ("", "{{ topic | shout }}", Place::Body, 1, "shout"),
    ] {
        let error = write(subject, body).unwrap_err();
        assert_eq!((error.place, error.line), (place, line), "{body}");
        assert!(error.reason.contains(reason), "{body}: {error}");
    }
}

#[test]
fn who_was_not_there_is_not_told_that_they_were() {
    let case = Case::withheld();
    for scenario in Scenario::ALL {
        let letter = case.write(*scenario, Some("Dana Wu"), GOOD);
        let before = letter.body.split("Dear Dana,").next().unwrap_or_default();
        if letter.to == ["Alex Reyes"] {
            let spoke = ["We spoke", "our conversation", "we discussed"];
            assert!(
                !spoke.iter().any(|words| before.contains(words)),
                "{}",
                letter.body
            );
        }
    }
}
