//! Demands, offers, and what is written too soon.

use super::*;

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
        ("Please ensure that I have your decision by Friday.", true),
        ("I can only keep my diary open for you until Monday.", true),
        (
            "I should mention that I now have an offer from a bank.",
            true,
        ),
        ("I have meanwhile been offered a permanent contract.", true),
        // No demands, and no offers.
        ("I must give my landlord an answer by the 31st.", false),
        (
            "A friend at another bank offered me her old textbook.",
            false,
        ),
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
