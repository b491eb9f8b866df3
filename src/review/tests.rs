//! Drafts and what is found in them. Each table takes a further line.

mod asking;
mod blanks;
mod checks;
mod measures;
mod names;

use super::*;
use crate::compose::tests::{Case, GOOD, at, clock, fact, interview};
use crate::etiquette::Elsewhere;
use crate::model::{Achievement, Application, Contact, Entry, Event, Reply, ReplyKind};

/// Sam Taylor, interviewed by Dana Wu and Lee Park of Acme Robotics (Backend engineer), has other
/// applications too.
fn searching() -> Case {
    let mut case = Case::new();
    case.search.achievements = vec![Achievement {
        place: "Initech".into(),
        what: "Led the night shift".into(),
        result: "Nobody left".into(),
    }];
    for (company, position, contact) in [
        ("Northwind", "Data analyst", "Priya Okafor"),
        ("Bolt", "Engineer", "Jon Snow"),
        ("May", "Nurse", "Grace Hill"),
        ("Müller & Söhne GmbH", "Product Manager", "José Ferreira"),
        ("Initech", "Backend engineer", "Bill Lumbergh"),
        ("Acme", "Senior backend engineer", "Dana Wu"),
        ("Acme Robotics Japan", "Robotics lead", "田中 一郎"),
        ("株式会社青空", "Translator", "Anna Bell"),
        ("Globex Corporation", "Support lead", ""),
    ] {
        let mut other = Application::new(
            company.into(),
            company.into(),
            position.into(),
            at("2026-11-02"),
        );
        if !contact.is_empty() {
            other.contacts.push(Contact::named(contact));
        }
        case.search.put(other);
    }
    case.app.contacts.push(Contact::named("Lee Park"));
    case.log("2026-11-20T14:00", interview(&["Dana Wu", "Lee Park"]));
    case.log(
        "2026-11-20T16:00",
        fact("topic", "the move from Globex", None),
    );
    case
}

fn review_of(case: &Case, draft: &Draft) -> Vec<Finding> {
    let mut search = case.search.clone();
    search.put(case.app.clone());
    let clock = clock();
    let elsewhere = Elsewhere::of(&search, &clock);
    let ctx = Context {
        search: &search,
        clock: &clock,
        elsewhere: &elsewhere,
    };
    let findings = review(draft, Some(&case.app), &ctx);
    let length = |part| match part {
        Part::Subject => draft.subject.chars().count(),
        Part::Body => draft.body.chars().count(),
    };
    for finding in &findings {
        assert!(
            finding.start <= finding.end && finding.end <= length(finding.part),
            "{finding:?}"
        );
    }
    findings
}

/// What a check finds in a text, as it stands there.
fn found(
    check: Check,
    scenario: Option<Scenario>,
    to: &str,
    subject: &str,
    body: &str,
) -> Vec<String> {
    let to: Vec<String> = to
        .split(';')
        .filter(|n| !n.is_empty())
        .map(str::to_owned)
        .collect();
    let draft = Draft {
        subject,
        body,
        scenario,
        to: &to,
        ..Draft::default()
    };
    review_of(&searching(), &draft)
        .into_iter()
        .filter(|finding| finding.check == check)
        .map(|finding| finding.text)
        .collect()
}

fn table(check: Check, cases: &[(&str, &[&str])]) {
    for (body, expected) in cases {
        assert_eq!(
            found(check, None, "Dana Wu", "", body),
            *expected,
            "{check} in: {body}"
        );
    }
}

#[test]
fn our_own_letters_have_no_findings() {
    let case = {
        let mut case = searching();
        let mut other = Application::new(
            "x".into(),
            "Hooli".into(),
            "Librarian".into(),
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
        case
    };
    let mut withheld = searching();
    withheld.search = case.search.clone();
    withheld.app.contacts = vec![
        Contact {
            withheld: true,
            ..Contact::named("Dana Wu")
        },
        Contact {
            arranged: true,
            ..Contact::named("Alex Reyes")
        },
    ];
    let mut agency = searching();
    agency.search = case.search.clone();
    agency.app.contacts.push(Contact {
        agency: true,
        ..Contact::named("Rita Moss")
    });
    for case in [&case, &withheld, &agency] {
        let mut case = Case {
            search: case.search.clone(),
            app: case.app.clone(),
        };
        for (key, value) in GOOD {
            case.log("2026-11-20T16:00", fact(key, value, None));
        }
        for scenario in Scenario::ALL {
            let person = (*scenario == Scenario::ThankYou).then_some("Dana Wu");
            let letter = case.write(*scenario, person, &[]);
            let draft = Draft {
                subject: &letter.subject,
                body: &letter.body,
                scenario: Some(*scenario),
                to: &letter.to,
                person: letter.person.as_deref(),
                channel: Some(letter.channel),
                ..Draft::default()
            };
            let findings: Vec<Finding> = review_of(&case, &draft)
                .into_iter()
                .filter(|finding| finding.check != Check::TooSoon)
                .collect();
            assert_eq!(findings, [], "{scenario}:\n{}", letter.body);
        }
    }
}

#[test]
fn places_are_counted_in_characters() {
    let draft = Draft {
        subject: "👩‍👩‍👧 Ünïcødé [Name]",
        body: "e\u{301}é [Company]",
        ..Draft::default()
    };
    let findings = review_of(&searching(), &draft);
    let places: Vec<_> = findings
        .iter()
        .filter(|finding| finding.check == Check::Placeholder)
        .map(|f| (f.part, f.start, f.end))
        .collect();
    assert_eq!(places, [(Part::Subject, 14, 20), (Part::Body, 4, 13)]);
}

#[test]
fn a_long_draft_does_not_keep_the_review_busy() {
    let case = searching();
    for piece in [
        "word ",
        "[",
        "<a ",
        "{{",
        "____ ",
        "x",
        "Dear Dana and Lee,\n",
        "I need ",
        "Northwind ",
        "é",
        "please by ",
        "\u{301}",
        "“",
        ". ",
        "*|",
        "%a",
        "if i don't hear ",
        "x".repeat(300).as_str(),
        "\u{202e}שלום ",
        "\u{0}\u{7}\u{1b}[0m ",
        "monday 24 november ",
        "sorry ",
        "!",
        ":)",
        " ",
        "\n",
        "🙂",
        "I need your decision by Friday. ",
        "hey\n",
        "“[a] ",
        "XXX-",
        "Thanks,\n",
        "(insert ",
    ] {
        // A megabyte of words, and a tenth of it of everything else.
        let size = if piece == "word " { 1_000_000 } else { 100_000 };
        let body = piece.repeat(size / piece.len());
        let begun = std::time::Instant::now();
        let draft = Draft {
            subject: piece,
            body: &body,
            scenario: Some(Scenario::ThankYou),
            to: &["Dana Wu".to_owned()],
            ..Draft::default()
        };
        review_of(&case, &draft);
        // Some tenths of a second, unoptimised; minutes if a check were quadratic. How fast it is
        // in earnest, `benches/letters.rs` measures.
        assert!(
            begun.elapsed().as_secs() < 20,
            "{piece}: {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn what_careful_people_write_has_no_blocker() {
    for body in [
        "Dear Dana,\n\nThank you for the tour of the lab yesterday. I was struck by how calmly your team handles incidents; at my current job we learned that the hard way. The role of the on-call engineer you described is one I would enjoy.\n\nKind regards,\nSam Taylor",
        "Hi Dana,\n\njust a short note: the book I mentioned is “The Goal” (1984) by Eliyahu Goldratt [ISBN 0884271951]. You will find chapter 3 useful.\n\nBest wishes,\nSam",
        "Dear Dana,\n\nI hope the launch went well. Is there any news about the next steps for the Backend engineer role? I am happy to send references before Friday if that helps.\n\nMany thanks,\nSam",
        "Dear Dana,\n\nBefore I decide on anything, I wanted to ask: would the team consider part time? My notice ends in May, and I will plan around it.\n\nThanks,\nSam",
        "Dear Dana,\n\nThank you for your email and for the offer. I accept with pleasure. Please let me know which documents you need by Monday.\n\nKind regards,\nSam",
        "Dear Dana,\n\nMay I add a thought? Apple and Target both met this problem; a product manager there wrote about it. My points:\n- releases must be boring\n- people must sleep\n* tests must be fast\n\nRegards,\nSam Taylor\n----\n+49 30 1234567 | https://sam.example/cv?x={y}",
        "Dear Dana,\n\nYou asked when I would need to know. My lease ends in March, so anything before then is early enough. I can wait; a good decision is worth it.\n\nKind regards,\nSam",
        "Dear Dana,\n\nAs agreed I will send the sample by Friday, and I will answer your two questions by Monday. You will have my decision by the end of next week.\n\nSam",
        "Dear Dana,\n\nI have enjoyed every step, whatever you decide. If you need another reference, let me know. We offer one another good feedback, it seems.\n\nSam",
        "Dear Dana,\n\nThanks to you and Lee for your time. Lee’s question about queues stayed with me: you could bolt a retry onto it. I would target the slow ones first, and north of 90% would be gone.\n\nSam",
    ] {
        let draft = Draft {
            body,
            to: &["Dana Wu".to_owned()],
            ..Draft::default()
        };
        assert_eq!(review_of(&searching(), &draft), [], "{body}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    /// Whatever is noted, a letter comes of it; whatever is written, it is read.
    #[test]
    fn no_text_is_too_strange(note in ".{0,60}", body in "(?s)[\\[\\]<>{}_Xx%*|.,?!:;&/ \n'’“a-zA-ZéÜ\u{301}王0-9-]{0,200}") {
        let case = searching();
        for scenario in Scenario::ALL {
            let facts: Vec<(&str, &str)> = crate::compose::facts_of(*scenario)
                .iter()
                .map(|spec| (spec.key.as_str(), note.as_str()))
                .collect();
            let letter = case.write(*scenario, None, &facts);
            let draft = Draft { subject: &note, body: &letter.body, scenario: Some(*scenario), to: &letter.to, ..Draft::default() };
            review_of(&case, &draft);
        }
        for opener in ["", "Dear ", "Hi Dana and "] {
            let body = format!("{opener}{body}");
            review_of(&case, &Draft { body: &body, scenario: Some(Scenario::ThankYou), ..Draft::default() });
        }
    }
}
