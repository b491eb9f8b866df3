//! Subjects and lengths.

use super::*;

#[test]
fn subjects_that_could_be_anybodys_are_found() {
    for (subject, generic) in [
        ("Thank you", true),
        ("Thank you!", true),
        ("Thank you for the interview", true),
        ("Thanks for your time today", true),
        ("Following up", true),
        ("Following up on my application", true),
        ("Just checking in", true),
        ("Hello", true),
        ("", true),
        ("   ", true),
        ("Thank you, Dana", true),
        ("Interview follow-up", true),
        ("Re: Thank you", true),
        ("Thank you: Backend engineer", false),
        ("Backend engineer", false),
        ("Acme Robotics interview", false),
        ("Our conversation about flaky tests", false),
        ("Our conversation on Monday 23 November", false),
        ("Thank you for showing me the lab", false),
    ] {
        let found = found(
            Check::GenericSubject,
            Some(Scenario::ThankYou),
            "Dana Wu",
            subject,
            "",
        );
        assert_eq!(!found.is_empty(), generic, "{subject}");
    }
    assert!(
        found(
            Check::GenericSubject,
            Some(Scenario::LinkedInConnect),
            "",
            "",
            ""
        )
        .is_empty()
    );
    assert!(
        found(
            Check::GenericSubject,
            Some(Scenario::AnswerUpdate),
            "",
            "Re: Interview",
            ""
        )
        .is_empty()
    );
}

#[test]
fn lengths_are_held_to_their_bounds() {
    for (scenario, count, wrong) in [
        (Scenario::ThankYou, 199, true),
        (Scenario::ThankYou, 200, false),
        (Scenario::ThankYou, 300, false),
        (Scenario::ThankYou, 301, true),
        (Scenario::CheckInFirst, 150, false),
        (Scenario::CheckInSecond, 151, true),
        (Scenario::CheckInFinal, 5, false),
        (Scenario::Value, 900, false),
    ] {
        let body = format!("{}\n", vec!["word"; count].join(" "));
        assert_eq!(
            !found(Check::Length, Some(scenario), "", "", &body).is_empty(),
            wrong,
            "{scenario} {count}"
        );
    }
    for (count, wrong) in [(300, false), (301, true)] {
        let body = format!("{}\n", "é".repeat(count));
        assert_eq!(
            !found(Check::Length, Some(Scenario::LinkedInFinal), "", "", &body).is_empty(),
            wrong,
            "{count}"
        );
    }
    assert_eq!(
        found(
            Check::Length,
            Some(Scenario::LinkedInConnect),
            "",
            "",
            &"x".repeat(305)
        ),
        ["xxxxx"]
    );
}
