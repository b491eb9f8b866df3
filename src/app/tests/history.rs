//! Walking through what was done.

use super::*;

fn noted(state: &State) -> usize {
    let all = state.search.applications.values();
    all.map(|one| {
        one.history
            .iter()
            .filter(|e| matches!(e.event, Event::Note { .. }))
            .count()
    })
    .sum()
}

#[test]
fn one_goes_back_to_any_step_and_forward_again() {
    let (mut state, acme) = state();
    let mut seen = vec![state.search.clone()];
    for number in 1..=4 {
        let note = Edit::note(format!("note {number}"));
        state.apply(Command::edit(acme, note), &clock());
        seen.push(state.search.clone());
    }
    for steps in [1, 4, 0, 3, 3] {
        state.apply(Command::WalkTo(steps), &clock());
        assert_eq!(state.search, seen[steps], "{steps}");
        assert_eq!(state.history.done().len(), steps);
        assert_eq!(noted(&state), steps);
    }
    state.apply(Command::WalkTo(99), &clock());
    assert_eq!(state.search, seen[4], "as far as there is anything");
}

#[test]
fn what_was_undone_is_named() {
    let (mut state, acme) = state();
    for text in ["one", "two", "three"] {
        state.apply(Command::edit(acme, Edit::note(text.into())), &clock());
    }
    let said = |state: &State| state.toast.as_ref().unwrap().text.clone();
    state.apply(Command::WalkTo(2), &clock());
    assert_eq!(said(&state), "Undone: Added a note on Acme");
    state.apply(Command::WalkTo(0), &clock());
    assert_eq!(
        said(&state),
        "Undone: Added a note on Acme, and one step more"
    );
    state.apply(Command::WalkTo(3), &clock());
    assert_eq!(
        said(&state),
        "Done again: Added a note on Acme, and 2 steps more"
    );
}

#[test]
fn a_step_knows_when_it_was_made_and_the_search_follows_it() {
    let (mut state, acme) = state();
    state.apply(Command::edit(acme, Edit::note("Zażółć".into())), &clock());
    assert_eq!(state.history.done()[0].at, Some(clock().now));
    state.apply(Command::Go(Go::Search("zazolc".into())), &clock());
    assert_eq!(state.board.shown(), 1);
    state.apply(Command::WalkTo(0), &clock());
    assert_eq!(state.board.shown(), 0);
}
