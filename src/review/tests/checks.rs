//! What single checks find, and what they let pass: a line a sentence.

use super::*;
use crate::model::{Draft as Begun, Message, Muted};

/// Whether a check finds anything in each of these.
fn holds(check: Check, scenario: Option<Scenario>, cases: &[(&str, bool)]) {
    for (body, expected) in cases {
        let places = found(check, scenario, "Dana Wu", "", body);
        assert_eq!(!places.is_empty(), *expected, "{check} in: {body}");
    }
}

#[test]
fn entitlement_is_found_and_patience_is_not() {
    holds(
        Check::Pushy,
        None,
        &[
            (
                "I haven't heard back and would like to know your decision.",
                true,
            ),
            ("I would like to know your decision.", true),
            ("I am surprised that nobody has replied.", true),
            ("I expected to hear from you by now.", true),
            ("I deserve an answer.", true),
            ("Why has nobody answered me?", true),
            ("You promised me an answer.", true),
            ("Please reply as soon as possible.", true),
            ("I have been waiting for three weeks.", true),
            ("You did not even bother to reply.", true),
            ("This is the third time I am writing to you.", true),
            ("You are wasting my time.", true),
            ("I find this unprofessional.", true),
            ("Nobody had the decency to answer.", true),
            ("Kindly inform me of your decision immediately.", true),
            ("Thank you for nothing.", true),
            ("You won't find a better candidate than me.", true),
            ("It is rude to leave people hanging.", true),
            ("Thanks for keeping me posted.", false),
            ("Nobody keeps a queue waiting here.", false),
            ("I would like to know more about the team.", false),
            (
                "I would like to hear where things stand, when you have a moment.",
                false,
            ),
            ("I was surprised how kindly everybody answered.", false),
            ("I expect to finish my thesis in May.", false),
            ("The users deserve an answer within a second.", false),
            (
                "I have not heard anything, and I know how busy you are.",
                false,
            ),
            ("Please reply whenever it suits you.", false),
            ("I have been waiting for a role like this for years.", false),
            ("The queue kept requests waiting for weeks.", false),
            ("I look forward to hearing from you.", false),
            ("We were wasting a lot of memory.", false),
        ],
    );
}

#[test]
fn begging_is_found_and_eagerness_is_not() {
    holds(
        Check::Desperate,
        None,
        &[
            ("I really need this job.", true),
            ("I am desperate.", true),
            ("Please give me a chance.", true),
            ("I would do anything to work with you.", true),
            ("I beg you to reconsider.", true),
            ("You are my last hope.", true),
            ("This job means everything to me.", true),
            ("I have bills to pay.", true),
            ("I am so sorry to bother you again.", true),
            ("I really want to work with you.", false),
            ("I need to give two months' notice.", false),
            ("You gave me a chance to show my work, thank you.", false),
            ("It would mean a lot to me.", false),
            ("I am sorry for the late reply.", false),
            ("I am sorry to hear that.", false),
            ("I beg to differ on tabs.", false),
            ("My savings run out at the end of the month.", true),
            ("I have been out of work for a year.", true),
            ("I check my inbox every hour.", true),
            ("No one else will hire me.", true),
            ("I am not the best candidate, I know.", true),
            ("For many families the bank is the only hope.", false),
            ("You told me that many people cannot pay the rent.", false),
            ("Patients lie awake before the operation.", false),
            ("I am the right person for this.", false),
            ("The team needs this position filled.", false),
            ("Users pay their bills in the app.", false),
        ],
    );
    let sorry =
        "I am sorry for the delay.\n\nI apologise for the typo.\n\nSorry for the long mail.";
    assert_eq!(found(Check::Desperate, None, "Dana Wu", "", sorry).len(), 2);
}

#[test]
fn slang_is_found_and_friendliness_is_not() {
    for (body, expected) in [
        ("Hey Dana,\n\nthank you.", &["Hey"][..]),
        ("I'm gonna call, pls wait.", &["gonna", "pls"]),
        ("That is great!!!", &["!!!"]),
        ("See you :)", &[" :)"]),
        ("Great 🎉🎉 news", &[" 🎉🎉"]),
        ("How r u?", &["r u"]),
        ("Thanks 4 your help", &["4"]),
        ("That is sooo good.", &["sooo"]),
        ("I said: “OMG, it works!!”, and it did.", &[]),
        ("Please excuse my bad English.", &[]),
        ("Hi Dana, that was fun! Cheers", &[]),
        ("U-boats, the U of T, and vitamin B4.", &[]),
        ("Call me: 📞 030 123", &[]),
        ("if (a && !b) { x = !!y }", &[]),
        ("See https://lol.example/u/btw.", &[]),
        ("They said hey to all. ✓ done ★★★", &[]),
        ("The ratio is 3:4 :: 6:8.", &[]),
    ] {
        assert_eq!(
            found(Check::Casual, None, "Dana Wu", "", body),
            expected,
            "{body}"
        );
    }
}

#[test]
fn days_are_read_as_people_write_them() {
    // It is Monday 30 November 2026.
    let stale: [(&str, &[&str]); 38] = [
        ("On Tuesday 24 November we met.", &[]),
        ("On Monday 24 November we met.", &["Monday 24 November"]),
        (
            "On Monday, 24th November 2026, we met.",
            &["Monday, 24th November 2026"],
        ),
        (
            "On Monday, November 24th, we met.",
            &["Monday, November 24th"],
        ),
        ("On Mon 24 Nov we met.", &["Mon 24 Nov"]),
        (
            "On Monday the 24th of November we met.",
            &["Monday the 24th of November"],
        ),
        ("We spoke on Monday the 25th.", &["Monday the 25th"]),
        ("We spoke on Thursday the 26th.", &[]),
        ("I am free on Friday 4 December.", &[]),
        (
            "I am free on Thursday 4 December.",
            &["Thursday 4 December"],
        ),
        ("I am free on Friday 24, at noon.", &["Friday 24"]),
        ("I am free on Tuesday 24, at noon.", &["Tuesday 24"]),
        ("I am free on Monday 9 to 11.", &[]),
        ("I am free Monday 14:00.", &[]),
        ("On 31 November I move.", &["31 November"]),
        ("On 29 February 2027 I move.", &["29 February 2027"]),
        ("May 5 people join? In March 20 came.", &[]),
        (
            "I look forward to hearing from you by 27 November.",
            &["27 November"],
        ),
        (
            "I look forward to hearing from you by Nov 27th.",
            &["Nov 27th"],
        ),
        ("I look forward to hearing from you by 4 December.", &[]),
        ("You said that you would decide by 27 November.", &[]),
        ("I was asked to answer by 27 November.", &[]),
        ("I can start on 20 November.", &["20 November"]),
        ("I could not come on 20 November because I was ill.", &[]),
        ("Can we talk about our meeting on 20 November?", &[]),
        ("I will be free from 4 to 5 on 3 December.", &[]),
        ("Since 1 November I work part time.", &[]),
        ("I will send it by 2026-11-27.", &["2026-11-27"]),
        ("I will send it by 27.11.2026.", &["27.11.2026"]),
        ("Version 2026.11.27 and 12/03 and 1.2.3 are fine.", &[]),
        ("The 3rd floor and the 21st century.", &[]),
        ("I met Mark on the 24th floor on Monday.", &[]),
        ("SUN 4 and SAT 1600 are names; so is MAR 12.", &[]),
        ("My exam is on Friday 29 January 2027.", &[]),
        ("It ended on Friday 28 February 2020.", &[]),
        ("See you Tuesday, 1 December.", &[]),
        ("See you Wednesday, 1 December.", &["Wednesday, 1 December"]),
        ("Kindly revert by the 27th.", &[]),
    ];
    for (body, expected) in stale {
        assert_eq!(
            found(Check::StaleDate, None, "Dana Wu", "", body),
            expected,
            "{body}"
        );
    }
}

#[test]
fn a_wrong_day_is_mended_either_way() {
    let draft = Draft {
        body: "We met on Monday, 24th November.",
        ..Draft::default()
    };
    let findings = review_of(&searching(), &draft);
    assert_eq!(
        findings[0].suggestions,
        ["Tuesday, 24th November", "Monday, 23rd November"]
    );
}

#[test]
fn today_is_the_day_of_the_interview() {
    // It was on Friday the 20th; it is Monday the 30th.
    let thank_you = Some(Scenario::ThankYou);
    holds(
        Check::StaleDate,
        thank_you,
        &[
            ("Thank you for meeting me today.", true),
            ("Thank you for the interview yesterday.", true),
            ("It was a pleasure to speak with you this morning.", true),
            ("I enjoyed today's conversation.", true),
            ("Thank you for your message this morning.", false),
            ("Today I read about your launch.", false),
            ("I am in town today and tomorrow.", false),
            ("Thank you for meeting me ten days ago.", false),
        ],
    );
    let mut case = searching();
    case.log("2026-11-30T08:00", interview(&["Dana Wu"]));
    let draft = Draft {
        body: "Thank you for meeting me today.",
        scenario: thank_you,
        ..Draft::default()
    };
    let stale = |case: &Case| {
        let mut findings = review_of(case, &draft);
        findings.retain(|finding| finding.check == Check::StaleDate);
        findings
    };
    assert_eq!(stale(&case), []);
    assert_eq!(
        stale(&searching())[0].suggestions,
        ["on Friday 20 November"]
    );
}

const LETTER: &str = "Dear Lee,\n\nThank you for your time on Friday. The night shift that you plan with paper and string stayed with me, as did the two sensors that never agree.\n\nAt Initech we had three of them, and in the end we let a fourth one vote. I would like to try that with you, and I look forward to the next round.\n\nKind regards,\nSam Taylor";

fn same_text(case: &Case, body: &str) -> usize {
    let draft = Draft {
        body,
        scenario: Some(Scenario::ThankYou),
        to: &["Dana Wu".to_owned()],
        ..Draft::default()
    };
    let findings = review_of(case, &draft);
    findings
        .iter()
        .filter(|finding| finding.check == Check::SameText)
        .count()
}

#[test]
fn the_same_letter_to_a_colleague_is_found_sent_or_begun() {
    let mine = LETTER.replace("Lee", "Dana");
    let message = |to: &str| Message {
        scenario: Scenario::ThankYou,
        to: vec![to.to_owned()],
        channel: None,
        subject: String::new(),
        body: LETTER.to_owned(),
        day: None,
    };
    assert_eq!(same_text(&searching(), &mine), 0);
    let mut sent = searching();
    sent.log("2026-11-20T18:00", Event::Sent(message("Lee Park")));
    assert_eq!(same_text(&sent, &mine), 1);
    assert_eq!(
        same_text(
            &sent,
            "Dear Dana,\n\nI also liked the harbour, the ships that come in at night, and the calm with which you told me about the strike of last spring."
        ),
        0
    );
    let mut to_her = searching();
    to_her.log("2026-11-20T18:00", Event::Sent(message("Dana Wu")));
    assert_eq!(
        same_text(&to_her, &mine),
        0,
        "a second one to herself is no copy"
    );
    let mut begun = searching();
    begun.app.drafts.push(Begun {
        scenario: Scenario::ThankYou,
        person: Some("Lee Park".into()),
        subject: String::new(),
        body: LETTER.to_owned(),
        ignored: Vec::new(),
        said: std::collections::BTreeMap::new(),
    });
    assert_eq!(same_text(&begun, &mine), 1);
}

#[test]
fn what_an_email_lacks_can_be_put_in() {
    let missing = |body: &str, scenario: Scenario| -> Vec<String> {
        let draft = Draft {
            body,
            scenario: Some(scenario),
            to: &["Dana Wu".to_owned()],
            ..Draft::default()
        };
        let found = review_of(&searching(), &draft).into_iter();
        found
            .filter(|finding| finding.check == Check::Structure)
            .flat_map(|finding| finding.suggestions)
            .collect()
    };
    let bare = "The retry budget helped.";
    assert_eq!(
        missing(bare, Scenario::ThankYou),
        [
            "Dear Dana,\n\n",
            "\n\nThank you for your time.",
            "\n\nI look forward to hearing from you.",
            "\n\nKind regards,\nSam Taylor",
        ]
    );
    let cold = "Dear Dana,\n\nwhat is the next step?\n\nKind regards,\nSam";
    assert_eq!(
        missing(cold, Scenario::ThankYou),
        ["Thank you for your time.\n\n"]
    );
    let whole = "Dear Dana,\n\nthank you. I look forward to the next round.\n\nKind regards,\nSam";
    assert_eq!(missing(whole, Scenario::ThankYou), [""; 0]);
    assert_eq!(missing(bare, Scenario::LinkedInConnect), [""; 0]);
    assert_eq!(missing(bare, Scenario::Phone), [""; 0]);
}

#[test]
fn a_demand_is_mended_as_a_whole_sentence() {
    let body = "Dear Dana,\nI need your decision by Friday! I liked the lab.\nKind regards,\nSam";
    let draft = Draft {
        body,
        ..Draft::default()
    };
    let finding = review_of(&searching(), &draft).remove(0);
    assert_eq!(finding.text, "I need your decision by Friday!");
    assert_eq!(
        finding.suggestions,
        ["Could you tell me when you expect to decide?", ""]
    );
}

#[test]
fn what_is_muted_is_not_told() {
    let mute = |check: &str, words: &str| Muted {
        check: check.to_owned(),
        words: words.to_owned(),
    };
    let checks = |case: &Case, ignored: &[Muted]| -> Vec<String> {
        let draft = Draft {
            body: "Thx for ____, lol.",
            ignored,
            ..Draft::default()
        };
        let found = review_of(case, &draft).into_iter();
        found
            .map(|finding| finding.text.trim().to_owned())
            .collect()
    };
    let mut case = searching();
    assert_eq!(checks(&case, &[]), ["Thx", "____", "lol"]);
    assert_eq!(
        checks(&case, &[mute("placeholder", "____")]),
        ["Thx", "lol"]
    );
    case.search.muted = vec![mute("casual", "Thx"), mute("placeholder", "____")];
    assert_eq!(
        checks(&case, &[]),
        ["____", "lol"],
        "a blocker is told for ever"
    );
}

#[test]
fn letters_of_other_alphabets_are_their_own() {
    for (to, greeting, expected) in [
        ("Łukasz Żak", "Dear Lukasz,", ""),
        ("Søren Ørsted", "Dear Soren,", ""),
        ("Æsa Jónsdóttir", "Dear Aesa,", ""),
        ("王小明", "Dear 小明,", ""),
    ] {
        let body = format!("{greeting}\n\nthank you.");
        let names = found(Check::WrongName, None, to, "", &body).join("");
        assert_eq!(names, expected, "{greeting} to {to}");
    }
}
