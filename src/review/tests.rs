//! Drafts and what is found in them. Each table takes a further line.

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
fn blanks_are_found_in_every_style() {
    table(
        Check::Placeholder,
        &[
            ("Thank you, [Name], for your time.", &["[Name]"]),
            (
                "We spoke about [what you talked about].",
                &["[what you talked about]"],
            ),
            ("I admire <Company>.", &["<Company>"]),
            ("I admire <<company name>>.", &["<<company name>>"]),
            ("The {position} role.", &["{position}"]),
            ("The {{ position }} role.", &["{{ position }}"]),
            ("Hello ${first_name}, thanks.", &["${first_name}"]),
            ("We met on ____ at noon.", &["____"]),
            ("My number is XXX.", &["XXX"]),
            ("I saved xxxx hours.", &["xxxx"]),
            ("I earn €XXk now.", &["XX"]),
            ("I want to join Company Name soon.", &["Company Name"]),
            ("I want to join COMPANY NAME soon.", &["COMPANY NAME"]),
            ("Kind regards,\nYour Name", &["Your Name"]),
            ("Dear Hiring Manager Name,", &["Hiring Manager Name"]),
            ("Dear ,\nthank you.", &["Dear ,"]),
            ("Dear,\nthank you.", &["Dear,"]),
            ("Hi NAME, thank you.", &["NAME"]),
            ("Hello %FIRST_NAME%, thank you.", &["%FIRST_NAME%"]),
            ("Hello %%name%%, thank you.", &["%%name%%"]),
            ("Hello *|FNAME|*, thank you.", &["*|FNAME|*"]),
            ("Hello «Name», thank you.", &["«Name»"]),
            ("Insert detail here and go on.", &["Insert detail here"]),
            ("TODO: mention the project.", &["TODO"]),
            ("We met on ...... at noon.", &["......"]),
            ("We met at ??? on Monday.", &["???"]),
            ("I like [Company](https://x.example).", &["[Company]"]),
            (
                "See https://linkedin.example/in/{your-name}.",
                &["{your-name}"],
            ),
            ("【name】様", &["【name】"]),
            (
                "[Name] and [Company] and {role}",
                &["[Name]", "[Company]", "{role}"],
            ),
            ("Call me on [phone number].", &["[phone number]"]),
            ("See [link].", &["[link]"]),
            ("We met on [2 dates].\nOn [date].", &["[date]"]),
            ("Naïve café [Náme] ends.", &["[Náme]"]),
        ],
    );
}

#[test]
fn brackets_that_belong_there_are_no_blanks() {
    table(
        Check::Placeholder,
        &[
            ("See [the talk](https://x.example/talk).", &[]),
            ("See [the talk][1].\n\n[1]: https://x.example", &[]),
            ("As shown before [1], [2, 3] and [12].", &[]),
            ("Write to Sam <sam@taylor.example>.", &[]),
            ("See <https://x.example/a>, or <x.example>.", &[]),
            ("I worked there (2019–2025).", &[]),
            ("You said “[we] ship daily” and “... [...] again”.", &[]),
            ("You wrote “teh [sic] plan”.", &[]),
            ("I like Vec<String>, arr[i], list[str] and {1, 2}.", &[]),
            ("If x < y and z > w, fine.", &[]),
            ("I <3 this, and 3 < 4 > 2.", &[]),
            ("The company name is well known; your name came up.", &[]),
            ("Super size XXL, Article XX, the XX century.", &[]),
            ("I know snake_case, __init__ and a_b.", &[]),
            ("Well... that was it....", &[]),
            ("____________________\nSam Taylor", &[]),
            ("[x] done\n[ ] open", &[]),
            ("Really?? Yes.", &[]),
            ("100% sure that 50% is right, at 5%.", &[]),
            ("I read [Smith 2024] and [RFC 9110].", &[]),
            ("MY NAME IS SAM AND THE COMPANY IS GOOD", &[]),
            ("Réunion « très utile » hier.", &[]),
            ("The JSON is {\"a\": 1}.", &[]),
            ("I finished my TODO list.", &[]),
            ("Max xx is a band. Maxxx too.", &[]),
            ("Dear Dana,\nthank you.", &[]),
            ("Hello,\nthank you.", &[]),
        ],
    );
}

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
fn demands_are_found_and_kind_questions_are_not() {
    for (body, demands) in [
        ("I need an answer by Friday.", true),
        ("I expect your decision by the end of the week.", true),
        ("We require a response within 24 hours.", true),
        ("Please respond by 4 December.", true),
        ("Please let me know by Friday.", true),
        ("Please let me know your decision by Friday.", true),
        ("I need to know by tomorrow whether I got the job.", true),
        (
            "If I don’t hear from you by Friday, I will accept another role.",
            true,
        ),
        ("If I do not hear back I'll accept the other role.", true),
        ("You have until Monday to decide.", true),
        ("I can only wait until Monday.", true),
        ("I will give you until Monday.", true),
        ("Decide now, otherwise I will have to look elsewhere.", true),
        ("This is my final offer, take it or leave it.", true),
        ("Your answer is required by Monday.", true),
        ("I must have an answer before the end of next week.", true),
        ("I have received another offer.", true),
        ("I have an offer from another company.", true),
        ("There are other offers on the table.", true),
        ("I am considering two offers.", true),
        // No demands, and no offers.
        ("Could you tell me where things stand?", false),
        ("You said that you would decide by Friday.", false),
        ("I will give you my answer by Friday.", false),
        ("I look forward to hearing from you by Friday.", false),
        (
            "It would help me to know by Friday; if that is not possible, that is fine.",
            false,
        ),
        (
            "Please let me know if you need anything before Friday.",
            false,
        ),
        ("Please let me know which time suits you by Tuesday.", false),
        ("I need to finish my thesis by May.", false),
        ("I am asked to answer them by Friday.", false),
        ("Thank you for your offer.", false),
        (
            "If I do not hear back, I will assume that you chose somebody else.",
            false,
        ),
        ("I can offer another example of my work.", false),
        ("I would be delighted to receive an offer.", false),
        ("Your team made customers an offer that sold well.", false),
        ("I waited until Monday before writing.", false),
        ("There is no need to answer before the holidays.", false),
        ("I have to answer an exam question on Monday.", false),
        (
            "I have kept thinking about the goal you named: ship by Friday.",
            false,
        ),
    ] {
        let is_found = !found(Check::Ultimatum, None, "Dana Wu", "", body).is_empty();
        assert_eq!(is_found, demands, "{body}");
    }
}

#[test]
fn an_offer_may_be_mentioned_once_it_is_recorded() {
    let mut case = searching();
    let draft = Draft {
        body: "I have received another offer.",
        ..Draft::default()
    };
    assert_eq!(review_of(&case, &draft).len(), 1);
    let mut other = Application::new(
        "x".into(),
        "Hooli".into(),
        "Engineer".into(),
        at("2026-11-02"),
    );
    other.history.push(Entry::new(
        at("2026-11-28"),
        Event::Reply(Reply {
            kind: ReplyKind::Offer,
            day: Some("2026-12-04".parse().unwrap()),
            from: None,
            text: String::new(),
        }),
    ));
    case.search.put(other);
    assert_eq!(review_of(&case, &draft), []);
}

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

#[test]
fn waiting_is_asked_for_only_where_it_helps() {
    let mut case = searching();
    case.log(
        "2026-11-20T17:00",
        Event::Promise {
            day: "2026-12-11".parse().unwrap(),
        },
    );
    let draft = |scenario| Draft {
        body: "Dear Dana,\n\nthank you.",
        subject: "Backend engineer",
        scenario: Some(scenario),
        to: &[],
        ..Draft::default()
    };
    let too_soon = |case: &Case, scenario| {
        review_of(case, &draft(scenario))
            .into_iter()
            .find(|finding| finding.check == Check::TooSoon)
    };
    let finding = too_soon(&case, Scenario::CheckInFirst).unwrap();
    assert!(
        finding.message.contains("Monday 14 December"),
        "{}",
        finding.message
    );
    assert_eq!(finding.level, Level::Blocker);
    // Nobody wrote, so there is nothing to answer: no later moment would do either.
    assert_eq!(too_soon(&case, Scenario::AnswerRejection), None);
    let mut due = searching();
    due.log(
        "2026-11-20T17:00",
        Event::Promise {
            day: "2026-11-27".parse().unwrap(),
        },
    );
    assert_eq!(too_soon(&due, Scenario::CheckInFirst), None);
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
                proof: &[],
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
fn a_blank_in_a_letter_is_found_and_filled_where_it_can_be() {
    let case = searching();
    let letter = case.write(Scenario::ThankYou, Some("Dana Wu"), &[]);
    let draft = Draft {
        subject: &letter.subject,
        body: &letter.body,
        scenario: Some(Scenario::ThankYou),
        to: &letter.to,
        ..Draft::default()
    };
    let blanks: Vec<_> = review_of(&case, &draft)
        .into_iter()
        .filter(|f| f.check == Check::Placeholder)
        .collect();
    assert_eq!(blanks.len(), letter.missing.len());
    let draft = Draft {
        body: "[Company Name], {{position}}, Dear [Name], [Your Name]",
        to: &letter.to,
        ..Draft::default()
    };
    let filled: Vec<_> = review_of(&case, &draft)
        .into_iter()
        .flat_map(|f| f.suggestions)
        .collect();
    assert_eq!(
        filled,
        ["Acme Robotics", "Backend engineer", "Dana", "Sam Taylor"]
    );
}

#[test]
fn places_are_counted_in_characters() {
    let draft = Draft {
        subject: "👩‍👩‍👧 Ünïcødé [Name]",
        body: "e\u{301}é [Company]",
        ..Draft::default()
    };
    let findings = review_of(&searching(), &draft);
    let places: Vec<_> = findings.iter().map(|f| (f.part, f.start, f.end)).collect();
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
    ] {
        let body = piece.repeat(100_000 / piece.len());
        let begun = std::time::Instant::now();
        let draft = Draft {
            body: &body,
            scenario: Some(Scenario::ThankYou),
            ..Draft::default()
        };
        review_of(&case, &draft);
        // Some tenths of a second, unoptimised; minutes if a check were quadratic. How fast it is
        // in earnest, `benches/letters.rs` measures.
        assert!(
            begun.elapsed().as_secs() < 60,
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
