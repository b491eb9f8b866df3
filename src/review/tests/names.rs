//! Names of other applications, and whom a greeting is for.

use super::*;

#[test]
fn names_that_belong_elsewhere_are_found() {
    table(
        Check::WrongName,
        &[
            ("Dear Dana,\n\nI want to work at Northwind.", &["Northwind"]),
            (
                "Dear Dana,\n\nNorthwind is my first choice.",
                &["Northwind"],
            ),
            ("Dear Dana,\n\nI admire NORTHWIND’s plans.", &["NORTHWIND"]),
            ("Dear Dana,\n\nI want to work at Bolt.", &["Bolt"]),
            (
                "Dear Dana,\n\nI want to work at Müller & Söhne.",
                &["Müller & Söhne"],
            ),
            (
                "Dear Dana,\n\nI want to work at Mu\u{308}ller & So\u{308}hne.",
                &["Mu\u{308}ller & So\u{308}hne"],
            ),
            (
                "Dear Dana,\n\nI would love to come as data analyst.",
                &["data analyst"],
            ),
            (
                "Dear Dana,\n\nI like Acme Robotics Japan.",
                &["Acme Robotics Japan"],
            ),
            (
                "Dear Dana,\n\nthe Data analyst role suits me.",
                &["Data analyst"],
            ),
            (
                "Dear Dana,\n\nthe data analyst position suits me.",
                &["data analyst"],
            ),
            (
                "Dear Dana,\n\nthe role of product manager suits me.",
                &["product manager"],
            ),
            (
                "Dear Dana,\n\nI applied for the Product Manager.",
                &["Product Manager"],
            ),
            (
                "Dear Dana,\n\nthe Senior Backend Engineer role.",
                &["Senior Backend Engineer"],
            ),
            (
                "Dear Dana,\n\nPriya Okafor told me more.",
                &["Priya Okafor"],
            ),
            (
                "Dear Dana,\n\nJose Ferreira told me more.",
                &["Jose Ferreira"],
            ),
            ("Dear Dana,\n\nI want to join May.", &["May"]),
            ("Dear Dana,\n\n株式会社青空 is great.", &["株式会社青空"]),
            ("Dear Priya,\n\nthank you.", &["Priya"]),
            ("Dear Lee,\n\nthank you.", &["Lee"]),
            ("Dear Dena,\n\nthank you.", &["Dena"]),
            ("Dear Dnaa,\n\nthank you.", &["Dnaa"]),
            ("Dear Dan,\n\nthank you.", &["Dan"]),
            ("Dear Dana Woo,\n\nthank you.", &["Dana Woo"]),
            ("Hi Peter, thank you for the talk.", &["Peter"]),
            (
                "Hello Peter thank you for the long talk we had.",
                &["Peter"],
            ),
            ("Dear Ms. Wood,\n\nthank you.", &["Wood"]),
            ("Peter,\n\nthank you.", &["Peter"]),
            ("Good morning Peter,\n\nthank you.", &["Peter"]),
        ],
    );
    let to = "Dana Wu";
    for (subject, name) in [
        ("My day at Northwind", "Northwind"),
        ("Data analyst interview", "Data analyst"),
    ] {
        assert_eq!(
            found(Check::WrongName, None, to, subject, ""),
            [name],
            "{subject}"
        );
    }
}

#[test]
fn names_that_belong_here_are_fine() {
    table(
        Check::WrongName,
        &[
            (
                "Dear Dana,\n\nI want to work at Acme, at Acme Robotics.",
                &[],
            ),
            ("Dear Dana,\n\nLee Park told me more; so did Lee.", &[]),
            ("Dear Dana Wu,\n\nthank you.", &[]),
            ("Dear Ms Wu,\n\nthank you.", &[]),
            ("dear dana,\n\nthank you.", &[]),
            ("Dear D. Wu,\n\nthank you.", &[]),
            ("Hello Dana, thank you for the talk.", &[]),
            ("Hi Dana, thank you!", &[]),
            ("Hi Dana, many thanks again,", &[]),
            ("Hi Dana! Thank you for the talk.", &[]),
            ("Hi Dana — thank you for the talk.", &[]),
            ("Dear Dana\n\nthank you.", &[]),
            ("Dana,\n\nthank you.", &[]),
            ("Dear hiring team,\n\nthank you.", &[]),
            ("Dear Hiring Manager,\n\nthank you.", &[]),
            ("To whom it may concern,\n\nthank you.", &[]),
            ("Good to meet you.\n\nThank you.", &[]),
            ("Hi there,\n\nthank you.", &[]),
            (
                "Dear Dana,\n\nBolt by bolt we took it apart, and target by target.",
                &[],
            ),
            (
                "Dear Dana,\n\nwe speak in May. May I ask more? I had the grace to wait.",
                &[],
            ),
            ("Dear Dana,\n\nat Initech I led the night shift.", &[]),
            ("Dear Dana,\n\nthe move from Globex is bold.", &[]),
            (
                "Dear Dana,\n\nyour product manager explained the nurse call.",
                &[],
            ),
            (
                "Dear Dana,\n\nas an engineer I like the Backend engineer role.",
                &[],
            ),
            ("Dear Dana,\n\nJon snowed under, Priya too.", &[]),
            (
                "Dear Dana,\n\nsee https://northwind.example/Northwind or a@northwind.example.",
                &[],
            ),
            ("Dear Dana,\n\nthank you.\n\nKind regards,\nSam Taylor", &[]),
            ("Dear [Name],\n\nthank you.", &[]),
            ("Thank you, Dana.\n\nBest", &[]),
            ("Hello,\n\nthank you.", &[]),
        ],
    );
}

#[test]
fn a_greeting_is_held_to_whom_it_is_for() {
    for (to, greeting, expected) in [
        ("Michael Stone", "Dear Mike,", ""),
        ("Alexander Stone", "Dear Alex,", ""),
        ("Elizabeth (Liz) Young", "Dear Liz,", ""),
        ("José Álvarez", "Dear Jose,", ""),
        ("Jose\u{301} Álvarez", "Dear José,", ""),
        ("Jörg Müller", "Dear Mr. Mueller,", ""),
        ("Dr. Ann Lee", "Dear Dr. Lee,", ""),
        ("王小明", "Dear 王小明,", ""),
        ("王小明", "Dear Xiaoming,", ""),
        ("Анна Иванова", "Dear Анна,", ""),
        ("jobs@acme.example", "Dear Kim,", ""),
        ("Ann Lee", "Dear Anna,", "Anna"),
        ("Siobhan Kelly", "Dear Siobahn,", "Siobahn"),
        ("Katherine Kelly", "Dear Katharine,", "Katharine"),
        ("Анна Иванова", "Dear Анно,", "Анно"),
        ("Ann Lee", "Dear Bob,", "Bob"),
        ("", "Dear Dana,", ""),
        ("", "Dear Lee,", ""),
        ("", "Dear Priya,", "Priya"),
    ] {
        let body = format!("{greeting}\n\nthank you.");
        let names = found(Check::WrongName, None, to, "", &body).join("");
        assert_eq!(names, expected, "{greeting} to {to}");
    }
    let draft = Draft {
        body: "Dear Siobahn,\n\nthank you.",
        to: &["Siobhan Kelly".to_owned()],
        ..Draft::default()
    };
    let findings = review_of(&searching(), &draft);
    assert_eq!(findings[0].suggestions, ["Siobhan"]);
    assert_eq!((findings[0].start, findings[0].end), (5, 12));
}

#[test]
fn a_letter_passed_on_greets_two_people() {
    let mut draft = Draft {
        body: "Dear Alex,\n\nplease pass this on.\n\nDear Dana,\n\nthank you.",
        scenario: None,
        to: &["Alex Reyes".to_owned()],
        person: Some("Dana Wu"),
        ..Draft::default()
    };
    assert_eq!(review_of(&searching(), &draft), []);
    draft.person = Some("Peter Moss");
    assert_eq!(review_of(&searching(), &draft).len(), 1);
}

#[test]
fn one_letter_goes_to_one_interviewer() {
    for (scenario, to, greeting, several) in [
        (
            Some(Scenario::ThankYou),
            "Dana Wu;Lee Park",
            "Dear Dana,",
            true,
        ),
        (
            Some(Scenario::ThankYou),
            "Dana Wu",
            "Dear Dana and Lee,",
            true,
        ),
        (
            Some(Scenario::ThankYou),
            "Dana Wu",
            "Dear Dana, dear Lee,",
            true,
        ),
        (
            Some(Scenario::ThankYou),
            "Dana Wu",
            "Dear Dana, Lee and Ravi,",
            true,
        ),
        (
            Some(Scenario::ThankYou),
            "Dana Wu",
            "Dear Dana & Lee,",
            true,
        ),
        (Some(Scenario::ThankYou), "", "Dear all,", true),
        (Some(Scenario::ThankYou), "", "Hi everyone,", true),
        (None, "", "Hi Dana and Lee,", true),
        (
            Some(Scenario::CheckInFirst),
            "Dana Wu;Lee Park",
            "Dear Dana,",
            true,
        ),
        (Some(Scenario::ThankYou), "Dana Wu", "Dear Dana Wu,", false),
        (Some(Scenario::ThankYou), "Dana Wu", "Dear Dana,", false),
        (Some(Scenario::ThankYou), "", "Dear hiring team,", false),
        (
            Some(Scenario::ThankYou),
            "Dana Wu",
            "Dear Dana, thank you and Lee for your time on that long day.",
            false,
        ),
        (
            Some(Scenario::Withdraw),
            "Dana Wu;Lee Park",
            "Dear Dana and Lee,",
            false,
        ),
        (None, "", "Dear Dana,", false),
    ] {
        let body = format!("{greeting}\n\nThank you.");
        let found = found(Check::SeveralPeople, scenario, to, "", &body);
        assert_eq!(
            found.len(),
            usize::from(several),
            "{greeting} to {to}: {found:?}"
        );
    }
}
