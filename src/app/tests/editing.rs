//! What is typed, corrected and renamed in an application.

use super::*;

#[test]
fn what_is_typed_in_one_go_is_undone_in_one_go() {
    let (mut state, acme) = state();
    let before = state.search.clone();
    for body in ["D", "De", "Dear Ann"] {
        state.apply(Command::edit(acme, Edit::KeepDraft(draft(body))), &clock());
    }
    assert_eq!(state.toast, None);
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search, before);
}

#[test]
fn a_fact_is_corrected_in_its_place_until_the_next_interview() {
    let (mut state, acme) = state();
    let facts = |state: &State| {
        let history = &state.application(acme).unwrap().history;
        history
            .iter()
            .filter(|entry| matches!(entry.event, Event::Fact { .. }))
            .count()
    };
    for value in ["retry", "retry storms"] {
        state.apply(Command::edit(acme, fact(value)), &clock());
    }
    assert_eq!(facts(&state), 1);
    let topic = |state: &State| {
        let application = state.application(acme).unwrap();
        application
            .fact("topic", Some("Ann Ito"))
            .map(str::to_owned)
    };
    assert_eq!(topic(&state).as_deref(), Some("retry storms"));
    let later = Clock::at(moment("2026-12-01T12:00:00+01:00"), clock().zone);
    let next = Interview {
        minutes: 30,
        format: Format::Phone,
        with: vec!["Ann Ito".into()],
        round: None,
    };
    state.apply(
        Command::edit(
            acme,
            Edit::interview(moment("2026-12-01T10:00:00+01:00"), next),
        ),
        &later,
    );
    state.apply(Command::edit(acme, fact("the roadmap")), &later);
    assert_eq!(facts(&state), 2);
    state.apply(Command::edit(acme, fact("")), &later);
    assert_eq!(topic(&state), None);
}

#[test]
fn marking_as_sent_ends_the_draft() {
    let (mut state, acme) = state();
    state.apply(
        Command::edit(acme, Edit::KeepDraft(draft("Dear Ann"))),
        &clock(),
    );
    let sent = Edit::Sent {
        at: When::Moment(clock().now),
        person: Some("Ann Ito".into()),
        message: letter(),
    };
    state.apply(Command::edit(acme, sent), &clock());
    assert!(state.application(acme).unwrap().drafts.is_empty());
    state.apply(Command::Undo, &clock());
    assert_eq!(state.application(acme).unwrap().drafts.len(), 1);
}

#[test]
fn renaming_somebody_renames_them_everywhere() {
    let (mut state, acme) = state();
    let rename = Edit::ChangeContact {
        name: "Ann Ito".into(),
        contact: Contact::named("Anna Ito"),
    };
    state.apply(Command::edit(acme, rename), &clock());
    assert_eq!(
        state.application(acme).unwrap().people(),
        ["Dana Wu", "Anna Ito"]
    );
}

#[test]
fn a_word_of_ones_own_is_added_and_taken_back() {
    let (mut state, _) = state();
    state.apply(Command::AddWord(" Zorblax ".to_owned()), &clock());
    assert_eq!(state.search.spelling.words, ["Zorblax"]);
    state.apply(Command::Undo, &clock());
    assert!(state.search.spelling.words.is_empty());
}
