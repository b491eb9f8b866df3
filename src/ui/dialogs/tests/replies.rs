//! What they said, named, offered, and how it ended.

use super::*;

#[test]
fn a_reply_is_there_again_after_escape() {
    let mut window = window();
    let application = window.id("Acme");
    window.open(Dialog::LogReply { application });
    window.type_into("What they wrote", "Dear Mina");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
    window.open(Dialog::LogReply { application });
    let text = window.harness.get_by_label("What they wrote");
    assert_eq!(text.value().as_deref(), Some("Dear Mina"));
}

#[test]
fn a_promise_shows_what_follows() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::Promise { application });
    window.type_into("By when will they get back to you?", "2026-12-04");
    assert!(window.shows("The first check-in moves to Mon 7 Dec"));
    window.click_button("Note the day");
    let promise = Event::Promise {
        day: day("2026-12-04"),
    };
    assert!(window.events("Acme").contains(&promise));
}

#[test]
fn an_invited_call_is_noted() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::CallInvited { application });
    window.type_into("On which day?", "2026-11-26");
    window.click_button("Note the day");
    let call = Event::CallInvited {
        day: day("2026-11-26"),
    };
    assert!(window.events("Acme").contains(&call));
}

#[test]
fn every_kind_of_reply_is_logged_with_what_follows() {
    for (kind, field, follows) in [
        (
            ReplyKind::Update,
            Some("Their new day, if they named one"),
            "An answer is due by tomorrow 16:00",
        ),
        (
            ReplyKind::Offer,
            Some("Decide by, if they named a day"),
            "The card moves to Offer",
        ),
        (
            ReplyKind::Interview,
            Some("Day of the interview, if it is known"),
            "The first check-in moves to Mon 30 Nov",
        ),
        (ReplyKind::Rejection, None, "The first check-in falls away"),
        (ReplyKind::Other, None, ""),
    ] {
        let mut window = interviewed();
        let application = window.id("Acme");
        window.apply(Command::edit(application, Edit::promise(day("2026-11-25"))));
        window.open(Dialog::LogReply { application });
        window.choose(kind.label());
        if let Some(field) = field {
            window.type_into(field, "2026-12-04");
        }
        window.click_button("Add Ann Ito");
        window.type_into("What they wrote", "Dear Mina");
        assert!(window.shows(follows), "{kind:?}: {follows}");
        window.click_button("Log the reply");
        let Some(Event::Reply(reply)) = window.events("Acme").pop() else {
            panic!("no reply of {kind:?}");
        };
        assert_eq!(reply.kind, kind);
        assert_eq!(reply.day, field.map(|_| day("2026-12-04")));
        assert_eq!(reply.from.as_deref(), Some("Ann Ito"));
        assert_eq!(reply.text, "Dear Mina");
        let asks_for_it = matches!(window.state().dialog, Some(Dialog::Invited { .. }));
        assert_eq!(asks_for_it, kind == ReplyKind::Interview);
    }
}

#[test]
fn a_reply_is_logged_at_the_time_it_came() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::LogReply { application });
    window.type_into("Received on, if not now", "2026-11-22");
    window.type_into("at", "9:30");
    window.click_button("Log the reply");
    let entry = window.application("Acme").history.last().unwrap();
    assert_eq!(entry.at.to_string(), "2026-11-22T09:30:00+01:00");
}

#[test]
fn an_offer_has_a_deadline_or_none() {
    for (typed, button, offers) in [("2026-12-04", "Note the offer", 1), ("", "Skip", 0)] {
        let mut window = interviewed();
        let application = window.id("Acme");
        window.apply(Command::Move {
            application,
            stage: crate::model::StageId("offer".into()),
            index: 0,
        });
        if !typed.is_empty() {
            window.type_into("Until when does it stand?", typed);
        }
        window.click_button(button);
        assert!(window.state().dialog.is_none());
        assert_eq!(window.column("Offer"), ["Acme"]);
        let is_offer =
            |event: &Event| matches!(event, Event::Reply(reply) if reply.kind == ReplyKind::Offer);
        let recorded = window
            .events("Acme")
            .iter()
            .filter(|event| is_offer(event))
            .count();
        assert_eq!(recorded, offers);
        window.apply(Command::Undo);
        assert_eq!(
            window.events("Acme").len(),
            1,
            "move and offer are undone together"
        );
    }
}

#[test]
fn an_outcome_is_noted_or_skipped() {
    for (outcome, button) in [
        (Some(Outcome::Withdrawn), "Note the outcome"),
        (None, "Skip"),
    ] {
        let mut window = window();
        let application = window.id("Acme");
        window.apply(Command::Move {
            application,
            stage: crate::model::StageId("closed".into()),
            index: 0,
        });
        if let Some(outcome) = outcome {
            window.choose(outcome.label());
        }
        window.click_button(button);
        assert_eq!(window.column("Closed"), ["Acme"]);
        let closed = window
            .events("Acme")
            .into_iter()
            .find_map(|event| match event {
                Event::Closed { outcome } => Some(outcome),
                _ => None,
            });
        assert_eq!(closed, outcome);
    }
}

#[test]
fn an_invitation_fills_in_the_interview() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::LogReply { application });
    window.choose(ReplyKind::Interview.label());
    window.type_into("Day of the interview, if it is known", "4 Dec 2026");
    window.click_button("Add Ann Ito");
    window.click_button("Log the reply");
    let value = |field| {
        let field = window.harness.get_by_role_and_label(Role::TextInput, field);
        field.value().unwrap_or_default()
    };
    assert_eq!(value("Date"), "2026-12-04");
    assert_eq!(value("With"), "Ann Ito");
    window.type_into("Time", "10:00");
    window.click_button("Add the interview");
    let entry = window.application("Acme").history.last().unwrap();
    assert_eq!(entry.at.to_string(), "2026-12-04T10:00:00+01:00");
}

#[test]
fn an_outcome_is_chosen_by_arrows() {
    let close = || {
        let mut window = window();
        let application = window.id("Acme");
        window.open(Dialog::Outcome {
            applications: vec![application],
        });
        window
    };
    let focused = |window: &Window, outcome: Outcome| {
        let option = window
            .harness
            .get_by_role_and_label(Role::RadioButton, outcome.label());
        option.is_focused()
    };
    let outcome = |window: &Window| match window.events("Acme").pop() {
        Some(Event::Closed { outcome }) => Some(outcome),
        _ => None,
    };
    let mut window = close();
    assert!(focused(&window, Outcome::NoResponse));
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(outcome(&window), Some(Outcome::NoResponse));

    let mut window = close();
    let place = Outcome::ALL
        .iter()
        .position(|outcome| *outcome == Outcome::NoResponse)
        .unwrap();
    let (key, next) = match Outcome::ALL.get(place + 1) {
        Some(next) => (Key::ArrowRight, *next),
        None => (Key::ArrowLeft, Outcome::ALL[place - 1]),
    };
    window.key(Modifiers::NONE, key);
    assert!(focused(&window, next));
    window.key(Modifiers::NONE, Key::Space);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(outcome(&window), Some(next));
}
