//! Several cards at once, and the order of a column.

use std::collections::BTreeSet;

use super::*;
use crate::model::Order;

/// Companies on their stages, the first of a stage on top.
fn standing(cards: &[(&str, &str)]) -> State {
    State::new(crate::ui::testing::search(cards), None, &clock())
}

fn id(state: &State, company: &str) -> ApplicationId {
    let mut all = state.search.applications.values();
    all.find(|one| one.company == company).unwrap().id
}

fn ids(state: &State, companies: &[&str]) -> Vec<ApplicationId> {
    companies.iter().map(|company| id(state, company)).collect()
}

fn column(state: &State, name: &str) -> Vec<String> {
    let column = state.board.column(&stage(name)).unwrap();
    let company = |id: &ApplicationId| state.application(*id).unwrap().company.clone();
    column.cards.iter().map(company).collect()
}

#[test]
fn several_cards_move_as_one_step_and_keep_their_order() {
    let mut state = standing(&[
        ("Acme", "applied"),
        ("Bolt", "applied"),
        ("Cern", "waiting"),
        ("Dyne", "waiting"),
        ("Ekho", "applied"),
    ]);
    let before = state.search.clone();
    let applications = ids(&state, &["Acme", "Ekho", "Dyne"]);
    let together = Command::MoveAll {
        applications,
        stage: stage("waiting"),
        index: 0,
    };
    state.apply(together, &clock());
    assert_eq!(column(&state, "waiting"), ["Acme", "Ekho", "Dyne", "Cern"]);
    assert_eq!(column(&state, "applied"), ["Bolt"]);
    let title = &state.history.undoable().unwrap().title;
    assert_eq!(title, "Moved 3 applications to Waiting");
    assert_eq!(state.history.done().len(), 1);
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search, before);
}

#[test]
fn only_cards_of_another_stage_are_noted_as_moved() {
    let mut state = standing(&[("Acme", "applied"), ("Bolt", "waiting")]);
    let applications = ids(&state, &["Acme", "Bolt"]);
    let together = Command::MoveAll {
        applications,
        stage: stage("waiting"),
        index: 0,
    };
    state.apply(together, &clock());
    let moves = |company| {
        state
            .application(id(&state, company))
            .unwrap()
            .history
            .len()
    };
    assert_eq!((moves("Acme"), moves("Bolt")), (1, 0));
    assert_eq!(column(&state, "waiting"), ["Acme", "Bolt"]);
}

#[test]
fn what_is_removed_together_comes_back_together() {
    let mut state = standing(&[("Acme", "applied"), ("Bolt", "waiting")]);
    let before = state.search.clone();
    let both = ids(&state, &["Acme", "Bolt"]);
    let marked: BTreeSet<_> = both.iter().copied().collect();
    state.apply(Command::Go(Go::Mark(marked)), &clock());
    state.apply(Command::RemoveAll(both), &clock());
    assert!(state.search.applications.is_empty());
    assert!(state.marked.is_empty(), "what is gone is not marked");
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search, before);
}

#[test]
fn a_column_is_sorted_by_hand_by_name_and_by_next_date() {
    let mut state = standing(&[
        ("cern", "applied"),
        ("Ångström", "applied"),
        ("Bolt", "applied"),
    ]);
    let sort = |state: &mut State, order| {
        let edit = ColumnEdit::Sort(stage("applied"), order);
        state.apply(Command::Column(edit), &clock());
        column(state, "applied")
    };
    let by_hand = ["cern", "Ångström", "Bolt"];
    assert_eq!(sort(&mut state, Order::Name), ["Ångström", "Bolt", "cern"]);
    let bolt = id(&state, "Bolt");
    let soon = moment("2026-11-24T10:00:00+01:00");
    state.apply(Command::edit(bolt, Edit::pin(Some(soon))), &clock());
    assert_eq!(
        sort(&mut state, Order::NextDate),
        ["Bolt", "cern", "Ångström"]
    );
    assert_eq!(sort(&mut state, Order::Hand), by_hand);
}

#[test]
fn a_card_that_comes_into_a_sorted_column_stands_where_its_order_says() {
    let mut state = standing(&[
        ("Bolt", "applied"),
        ("Cern", "waiting"),
        ("Acme", "waiting"),
    ]);
    let sorted = ColumnEdit::Sort(stage("waiting"), Order::Name);
    state.apply(Command::Column(sorted), &clock());
    let to_the_end = Command::Move {
        application: id(&state, "Bolt"),
        stage: stage("waiting"),
        index: 9,
    };
    state.apply(to_the_end, &clock());
    assert_eq!(column(&state, "waiting"), ["Acme", "Bolt", "Cern"]);
    let by_hand = ColumnEdit::Sort(stage("waiting"), Order::Hand);
    state.apply(Command::Column(by_hand), &clock());
    let others: Vec<_> = column(&state, "waiting")
        .into_iter()
        .filter(|one| one != "Bolt")
        .collect();
    assert_eq!(others, ["Cern", "Acme"], "what was put by hand stays so");
}

#[test]
fn what_is_over_is_folded_until_it_is_asked_for() {
    let mut state = standing(&[("Acme", "closed")]);
    assert!(state.hides_closed());
    state.apply(UserCommand::Closed.command(&state).unwrap(), &clock());
    assert!(!state.hides_closed());
    assert_eq!(UserCommand::Closed.name_now(&state), "Hide closed");
    state.apply(UserCommand::Closed.command(&state).unwrap(), &clock());
    assert!(state.hides_closed());
}
