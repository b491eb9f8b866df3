//! Whom a letter speaks to, what it calls them, and which thread it continues.

use super::{Case, GOOD, interview};
use crate::model::{Channel, Contact, Event, Message, Reply, ReplyKind, Scenario};

fn sent(scenario: Scenario, to: &str, subject: &str) -> Event {
    Event::Sent(Message {
        scenario,
        to: vec![to.to_owned()],
        channel: None,
        subject: subject.to_owned(),
        body: String::new(),
        day: None,
    })
}

fn reply(kind: ReplyKind, from: Option<&str>, text: &str) -> Event {
    Event::Reply(Reply {
        kind,
        day: None,
        from: from.map(str::to_owned),
        text: text.to_owned(),
    })
}

#[test]
fn check_ins_answers_and_last_words_continue_the_thread() {
    let mut case = Case::new();
    let subject = |case: &Case, scenario| case.write(scenario, Some("Dana Wu"), GOOD).subject;
    let continuing = [
        Scenario::CheckInFirst,
        Scenario::CheckInSecond,
        Scenario::CheckInFinal,
        Scenario::AnswerUpdate,
        Scenario::AnswerRejection,
        Scenario::LastWord,
    ];
    for scenario in continuing {
        assert!(!subject(&case, scenario).starts_with("Re:"), "{scenario}");
    }
    case.log(
        "2026-11-20T18:00",
        sent(Scenario::ThankYou, "Dana Wu", "Our talk about looms"),
    );
    // What went to somebody else, or by another way, is another thread.
    case.log(
        "2026-11-21T18:00",
        sent(Scenario::ThankYou, "Lee Park", "Our talk about yarn"),
    );
    let mut linkedin = Message {
        scenario: Scenario::CheckInFirst,
        to: vec!["Dana Wu".into()],
        channel: Some(Channel::LinkedIn),
        subject: "No email".into(),
        body: String::new(),
        day: None,
    };
    case.log("2026-11-21T19:00", Event::Sent(linkedin.clone()));
    for scenario in continuing {
        assert_eq!(subject(&case, scenario), "Re: Our talk about looms");
    }
    linkedin.channel = None;
    linkedin.subject = "RE: Re: Our talk about looms".into();
    case.log("2026-11-27T09:00", Event::Sent(linkedin));
    assert_eq!(
        subject(&case, Scenario::CheckInSecond),
        "Re: Our talk about looms"
    );
    let pasted = "From: Dana Wu\nSubject: AW: Your application\n\nDear Sam,";
    case.log(
        "2026-11-28",
        reply(ReplyKind::Update, Some("Dana Wu"), pasted),
    );
    assert_eq!(
        subject(&case, Scenario::AnswerUpdate),
        "Re: Your application"
    );
    case.log(
        "2026-11-29",
        reply(ReplyKind::Other, Some("Lee Park"), "Subject: Other"),
    );
    assert_eq!(
        subject(&case, Scenario::AnswerUpdate),
        "Re: Your application"
    );
    // A first letter of its kind has a subject of its own.
    assert!(!subject(&case, Scenario::ThankYou).starts_with("Re:"));
}

#[test]
fn somebody_is_called_as_they_want_to_be() {
    let mut case = Case::new();
    case.app.contacts = vec![Contact {
        called: " Ms. Wu ".into(),
        ..Contact::named("Dana Wu")
    }];
    for scenario in [Scenario::ThankYou, Scenario::CheckInFirst, Scenario::Accept] {
        let body = case.write(scenario, None, GOOD).body;
        assert!(body.starts_with("Dear Ms. Wu,\n"), "{body}");
    }
    let connect = case.write(Scenario::LinkedInConnect, None, GOOD).body;
    assert!(connect.starts_with("Hello Ms. Wu, "), "{connect}");
    // Where somebody else passes it on, both are.
    let mut case = Case::withheld();
    for contact in &mut case.app.contacts {
        contact.called = match contact.name.as_str() {
            "Dana Wu" => "Dr. Wu".into(),
            _ => "Sandy".into(),
        };
    }
    let body = case.write(Scenario::ThankYou, Some("Dana Wu"), GOOD).body;
    assert!(
        body.starts_with("Dear Sandy,\n")
            && body.contains("I do not have Dr. Wu’s address")
            && body.contains("\nDear Dr. Wu,\n"),
        "{body}"
    );
}

/// A recruiter of an agency speaks of the employer as the client; nobody else does.
#[test]
fn an_agency_is_told_of_the_client_and_nobody_else_is() {
    let mut agency = Case::new();
    agency.app.contacts.push(Contact {
        agency: true,
        ..Contact::named("Rita Moss")
    });
    agency.log("2026-11-19T10:00", interview(&["Rita Moss"]));
    for scenario in Scenario::ALL {
        let direct = Case::new().write(*scenario, None, GOOD);
        assert!(!direct.body.contains("client"), "{}", direct.body);
        let letter = agency.write(*scenario, Some("Rita Moss"), GOOD);
        assert_eq!(letter.to, ["Rita Moss"], "{scenario}");
        for theirs in [
            "your team",
            "your offer",
            "your own timeline",
            "you and the team",
        ] {
            assert!(
                !letter.body.contains(theirs),
                "{scenario}: {theirs}\n{}",
                letter.body
            );
        }
    }
    let speaking_of_the_client = [
        Scenario::ThankYou,
        Scenario::CheckInFirst,
        Scenario::CheckInSecond,
        Scenario::CheckInFinal,
        Scenario::LinkedInFinal,
        Scenario::Value,
        Scenario::News,
        Scenario::Phone,
        Scenario::AnswerUpdate,
        Scenario::AnswerRejection,
        Scenario::LastWord,
        Scenario::OtherOfferMention,
        Scenario::OtherOfferExpedite,
        Scenario::Withdraw,
        Scenario::Question,
        Scenario::RescheduleInterview,
        Scenario::MissedCall,
        Scenario::SendPromised,
    ];
    for scenario in speaking_of_the_client {
        // With these the letter has no room for the client.
        let beside = match scenario {
            Scenario::Withdraw => "reason",
            Scenario::Phone => "question",
            _ => "",
        };
        let facts = GOOD.iter().copied().filter(|(key, _)| *key != beside);
        let facts: Vec<_> = facts.collect();
        let body = agency.write(scenario, Some("Rita Moss"), &facts).body;
        assert!(body.contains("client"), "{scenario}:\n{body}");
    }
    // What an agency passes on to the interviewer speaks to the interviewer.
    let mut round = Case::withheld();
    for contact in &mut round.app.contacts {
        contact.agency = contact.arranged;
    }
    let body = round.write(Scenario::ThankYou, Some("Dana Wu"), GOOD).body;
    assert!(!body.contains("client"), "{body}");
}

#[test]
fn a_family_name_keeps_its_particles() {
    let called = |name| crate::compose::called(name).unwrap().as_str().to_owned();
    assert_eq!(called("Prof. Dr. Jane van Dyk"), "Prof. Dr. van Dyk");
    assert_eq!(called("Mr. Otto von der Heide"), "Mr. von der Heide");
    assert_eq!(called("Ms van Dyk"), "Ms van Dyk");
    assert_eq!(called("Dr. Dana Wu"), "Dr. Wu");
}
