//! Letters about an interview that is arranged, and to people beside the process.

use super::{Case, GOOD, clock, interview};
use crate::model::{Contact, Event, Format, Interview, Scenario};

/// Which of the notes a letter finds by itself.
fn unknown() -> Vec<(&'static str, &'static str)> {
    let known = ["agreed_day", "agreed_time", "referrer"];
    let unknown = |(key, _): &&(&str, &str)| !known.contains(key);
    GOOD.iter().filter(unknown).copied().collect()
}

fn ahead(format: Format) -> Case {
    let mut case = Case::new();
    case.log(
        "2026-12-02T14:00",
        Event::Interview(Interview {
            minutes: 45,
            format,
            with: vec!["Dana Wu".into(), "Lee Park".into()],
            round: None,
        }),
    );
    case
}

#[test]
fn an_interview_is_confirmed_with_its_day_and_its_time_zone() {
    let mut case = ahead(Format::Video);
    let letter = case.write(Scenario::ConfirmInterview, None, &unknown());
    assert_eq!(letter.to, ["Dana Wu"]);
    assert!(letter.missing.is_empty());
    assert_eq!(
        letter.subject,
        "The Backend engineer interview on Wednesday 2 December at 14:00 CET (UTC+1): confirmed"
    );
    for words in [
        "Wednesday 2 December at 14:00 CET (UTC+1), by video.",
        "I look forward to meeting Lee Park.",
        "I look forward to our conversation.",
    ] {
        assert!(letter.body.contains(words), "{words}\n{}", letter.body);
    }
    // Who arranged it, if somebody did, and an agency's recruiter before them.
    case.app.contacts.push(Contact {
        arranged: true,
        ..Contact::named("Alex Reyes")
    });
    let letter = case.write(Scenario::ConfirmInterview, None, &unknown());
    assert_eq!(letter.to, ["Alex Reyes"]);
    assert!(letter.body.contains("meeting Dana Wu and Lee Park."));
    case.app.contacts.push(Contact {
        agency: true,
        ..Contact::named("Rita Moss")
    });
    let letter = case.write(Scenario::RescheduleInterview, None, &unknown());
    assert_eq!(letter.to, ["Rita Moss"]);
    assert!(letter.body.contains("suits the client"), "{}", letter.body);
}

#[test]
fn a_call_that_did_not_come_is_asked_about_by_its_time() {
    // It is 10:00 on Monday 30 November.
    assert_eq!(clock().today().to_string(), "2026-11-30");
    let mut case = Case::new();
    case.log("2026-11-30T09:30", interview(&["Dana Wu"]));
    case.log("2026-11-30T15:00", interview(&["Lee Park"]));
    let letter = case.write(Scenario::MissedCall, None, &unknown());
    assert_eq!(letter.to, ["Dana Wu"]);
    assert!(letter.missing.is_empty());
    let asked = "We had agreed to speak about the Backend engineer role at Acme Robotics on \
                 Monday 30 November at 09:30 CET (UTC+1).";
    assert!(letter.body.contains(asked), "{}", letter.body);
}

#[test]
fn who_referred_is_thanked_and_nobody_else_is() {
    let mut case = Case::new();
    let letter = case.write(Scenario::ThankReferrer, None, &[]);
    assert!(letter.to.is_empty());
    assert!(letter.body.starts_with("Dear [who referred you],"));
    let letter = case.write(Scenario::ThankReferrer, None, &[("referrer", "Kim Adler")]);
    assert_eq!(letter.to, ["Kim Adler"]);
    assert!(letter.body.starts_with("Dear Kim,"), "{}", letter.body);
    case.app.contacts.push(Contact {
        role: "Referred me".into(),
        ..Contact::named("Per Lind")
    });
    let letter = case.write(Scenario::ThankReferrer, None, &[]);
    assert_eq!(letter.to, ["Per Lind"]);
    assert!(letter.missing.is_empty(), "{}", letter.body);
}
