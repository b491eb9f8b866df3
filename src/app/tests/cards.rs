//! Cards and columns: where they stand, how they move, what is asked after it.

use super::*;

#[test]
fn a_move_says_what_it_did() {
    let (mut state, acme) = state();
    let to_offer = Command::Move {
        application: acme,
        stage: stage("offer"),
        index: 0,
    };
    state.apply(to_offer, &clock());
    assert_eq!(
        state.history.undoable().unwrap().title,
        "Moved Acme to Offer"
    );
    assert_eq!(state.toast.as_ref().unwrap().text, "Moved Acme to Offer");
    assert_eq!(
        state.dialog,
        Some(Dialog::OfferDeadline {
            applications: vec![acme]
        })
    );
    state.apply(Command::Undo, &clock());
    assert_eq!(
        state.toast.as_ref().unwrap().text,
        "Undone: Moved Acme to Offer"
    );
}

#[test]
fn the_outcome_asked_for_after_a_move_is_undone_with_it() {
    let (mut state, acme) = state();
    let before = state.search.clone();
    let to_closed = Command::Move {
        application: acme,
        stage: stage("closed"),
        index: 0,
    };
    state.apply(to_closed, &clock());
    assert_eq!(
        state.dialog,
        Some(Dialog::Outcome {
            applications: vec![acme]
        })
    );
    state.apply(
        Command::FollowUp(vec![acme], Edit::close(Outcome::Rejected)),
        &clock(),
    );
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search, before);
}

#[test]
fn several_cards_are_asked_about_once_and_undone_with_the_answer() {
    let (mut state, acme) = state();
    let before = state.search.clone();
    let all: Vec<ApplicationId> = before.applications.keys().copied().collect();
    let together = |stage| Command::MoveAll {
        applications: all.clone(),
        stage,
        index: 0,
    };
    assert!(all.len() > 1);
    state.apply(together(stage("offer")), &clock());
    let asked = Dialog::OfferDeadline {
        applications: all.clone(),
    };
    assert_eq!(state.dialog, Some(asked));
    state.apply(Command::Undo, &clock());
    state.apply(Command::Go(Go::CloseDialog), &clock());

    state.apply(together(stage("closed")), &clock());
    let asked = Dialog::Outcome {
        applications: all.clone(),
    };
    assert_eq!(state.dialog, Some(asked));
    let answer = Command::FollowUp(all.clone(), Edit::close(Outcome::Rejected));
    state.apply(answer, &clock());
    let is_over = |id| {
        let history = &state.application(id).unwrap().history;
        history
            .iter()
            .any(|entry| matches!(entry.event, Event::Closed { .. }))
    };
    assert!(all.iter().all(|id| is_over(*id)));
    let said = format!("Closed {} applications: rejected", all.len());
    assert_eq!(state.toast.as_ref().unwrap().text, said);
    assert!(is_over(acme));
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search, before, "the move and the answer are one step");
}

#[test]
fn cards_stand_where_they_were_put() {
    let (mut state, _) = state();
    let shown = |state: &State| -> Vec<String> {
        let column = state
            .board
            .columns
            .iter()
            .find(|c| c.stage.name == "Applied");
        let cards = &column.unwrap().cards;
        let company = |id| state.application(id).unwrap().company.clone();
        cards.iter().copied().map(company).collect()
    };
    assert_eq!(shown(&state), ["Kestrel", "Bolt"]);
    let kestrel = state.search.find("kestrel").unwrap().id;
    let down = Command::Move {
        application: kestrel,
        stage: stage("applied"),
        index: 1,
    };
    state.apply(down, &clock());
    assert_eq!(shown(&state), ["Bolt", "Kestrel"]);
    assert_eq!(
        state.history.undoable().unwrap().title,
        "Moved Kestrel within Applied"
    );
    let details = Details::named("Fathom".into(), "Dev".into(), When::Day(day("2026-11-23")));
    state.apply(
        Command::Add {
            details,
            stage: None,
        },
        &clock(),
    );
    assert_eq!(shown(&state), ["Fathom", "Bolt", "Kestrel"]);
    state.apply(Command::Go(Go::Search("KEST".into())), &clock());
    assert_eq!(shown(&state), ["Kestrel"]);
}

#[test]
fn what_is_removed_is_no_longer_open() {
    let (mut state, acme) = state();
    state.apply(Command::open(acme), &clock());
    state.apply(Command::Remove(acme), &clock());
    assert!(state.panel.is_none() && state.selection.is_none());
}

#[test]
fn the_cards_of_a_deleted_column_move_to_the_one_beside_it_and_come_back_by_undo() {
    let (mut state, acme) = state();
    let name = "Phone screen".to_owned();
    let after = StageId("waiting".into());
    state.apply(Command::Column(ColumnEdit::Add { name, after }), &clock());
    let own = StageId("Phone screen".into());
    state.apply(
        Command::Move {
            application: acme,
            stage: own.clone(),
            index: 0,
        },
        &clock(),
    );
    assert_eq!(state.plan.stage(acme), Some(&own));
    state.apply(Command::Column(ColumnEdit::Delete(own.clone())), &clock());
    assert_eq!(state.plan.stage(acme), Some(&StageId("waiting".into())));
    assert!(state.search.stage(&own).is_none());
    state.apply(Command::Undo, &clock());
    assert_eq!(state.plan.stage(acme), Some(&own));
}

#[test]
fn a_column_that_the_rules_need_can_be_renamed_but_not_deleted() {
    let (mut state, _) = state();
    let offer = StageId("offer".into());
    state.apply(Command::Column(ColumnEdit::Delete(offer.clone())), &clock());
    assert!(state.search.stage(&offer).is_some());
    let rename = |name: &str| {
        Command::Column(ColumnEdit::Rename {
            stage: offer.clone(),
            name: name.to_owned(),
        })
    };
    state.apply(rename("Offers"), &clock());
    assert_eq!(state.search.stage(&offer).unwrap().name, "Offers");
    state.apply(rename("waiting"), &clock());
    assert_eq!(
        state.search.stage(&offer).unwrap().name,
        "Offers",
        "two columns of one name cannot be told apart"
    );
}
