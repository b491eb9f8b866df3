//! What comes from outside: other versions of the file, and the proof-reader.

use super::*;

#[test]
fn an_edit_from_outside_is_a_step_of_its_own() {
    let (mut state, acme) = state();
    let bolt = state.search.find("bolt").unwrap().id;
    let note = |text: &str| Edit::note(text.into());
    state.apply(Command::edit(bolt, note("one")), &clock());
    state.apply(Command::edit(acme, note("two")), &clock());
    let mut merged = state.search.clone();
    let mut outside = Application::clone(merged.application(acme).unwrap());
    outside.salary = "more".into();
    merged.put(outside);
    state.apply(
        Command::Adopt {
            search: Box::new(merged.clone()),
            note: Some("Acme was changed elsewhere".into()),
        },
        &clock(),
    );
    assert_eq!(state.search, merged);
    assert_eq!(state.banners.len(), 1);
    let told = state.toast.clone().unwrap();
    assert_eq!(told.text, "Took over changes made elsewhere");
    let before = [acme, bolt].map(|id| state.application(id).unwrap().history.len());
    state.apply(Command::Undo, &clock());
    let after = [acme, bolt].map(|id| state.application(id).unwrap().history.len());
    assert_eq!(after, before, "nothing done here is undone with it");
    assert_eq!(state.application(acme).unwrap().salary, "");
    state.apply(Command::Redo, &clock());
    assert_eq!(state.search, merged);
    state.apply(Command::Undo, &clock());
    state.apply(Command::Undo, &clock());
    assert_eq!(
        state.application(acme).unwrap().history.len(),
        before[0] - 1
    );
}

#[test]
fn a_sample_is_never_saved() {
    let (state, acme) = state();
    let mut sample = State::new(state.search, None, &clock());
    let effects = sample.apply(Command::edit(acme, Edit::note("x".into())), &clock());
    assert!(effects.is_empty());
}

#[test]
fn the_proof_reader_rests_when_the_last_letter_is_closed() {
    let (mut state, id) = state();
    let begun = state.apply(Command::compose(id, Scenario::Question, None), &clock());
    assert!(!begun.contains(&Effect::RestProofreader));
    let letter = Manuscript::default();
    let asked = state.apply(Command::Proofread(letter.clone()), &clock());
    assert!(matches!(asked.as_slice(), [Effect::Proofread(_)]));
    let closed = state.apply(Command::Go(Go::Back), &clock());
    assert_eq!(closed, [Effect::RestProofreader]);
    // What comes too late is of no use any more.
    let late = News::Proof(Box::default());
    state.apply(Command::ProofreaderSays(late), &clock());
    assert_eq!(state.proofreading.proof, None);
}

#[test]
fn nothing_is_proof_read_where_the_user_wants_none() {
    let (mut state, _) = state();
    let off = Spelling {
        off: true,
        ..Spelling::default()
    };
    state.apply(Command::Spelling(off), &clock());
    assert_eq!(
        state.apply(Command::Proofread(Manuscript::default()), &clock()),
        []
    );
}

/// Acme with a salary from here, and one from elsewhere beside it.
fn two_versions() -> (State, ApplicationId) {
    let (mut state, acme) = state();
    let with = |salary: &str| {
        let mut search = state.search.clone();
        let mut one = Application::clone(search.application(acme).unwrap());
        one.salary = salary.to_owned();
        search.put(one);
        search
    };
    let merged = crate::store::merge(&state.search, &with("60"), &with("70"));
    state.apply(
        Command::Adopt {
            search: Box::new(merged.search),
            note: None,
        },
        &clock(),
    );
    (state, acme)
}

#[test]
fn one_of_two_versions_is_kept_and_the_other_goes() {
    for (keep_theirs, salary) in [(true, "70"), (false, "60")] {
        let (mut state, acme) = two_versions();
        let banner = state.banners[0].clone();
        assert!(banner.text.contains("Acme, Engineer was changed"));
        let (_, compare) = banner.actions[0].clone();
        state.apply(compare, &clock());
        let Some(Dialog::Versions(versions)) = state.dialog.clone() else {
            panic!("no dialog");
        };
        assert_eq!(versions.ours, acme);
        let both = state.search.clone();
        let settle = Command::Settle {
            versions,
            keep_theirs,
        };
        state.apply(settle, &clock());
        let kept = state.application(acme).unwrap();
        assert_eq!(
            (kept.salary.as_str(), kept.position.as_str()),
            (salary, "Engineer")
        );
        assert_eq!(
            (kept.key.as_str(), state.search.applications.len()),
            ("acme", 3)
        );
        assert!(state.banners.is_empty());
        assert!(state.dialog.is_none());
        state.apply(Command::Undo, &clock());
        assert_eq!(state.search, both);
        assert_eq!(state.banners.len(), 1, "it is asked again");
    }
}

#[test]
fn a_second_version_of_the_file_loses_nothing_of_either() {
    let (mut state, acme) = state();
    let mut copy = state.search.clone();
    let mut theirs = Application::clone(copy.application(acme).unwrap());
    theirs.location = "Berlin".into();
    copy.put(theirs);
    let bolt = copy.find("bolt").unwrap().id;
    copy.applications.remove(&bolt);
    let fathom = Application::new(
        "fathom".into(),
        "Fathom".into(),
        "Engineer".into(),
        When::Day(day("2026-11-02")),
    );
    copy.put(fathom);
    let before = state.search.clone();
    let effects = state.apply(
        Command::MergeCopy {
            search: Box::new(copy),
            path: "copy.ron".into(),
        },
        &clock(),
    );
    assert!(matches!(
        effects[..],
        [Effect::Save(_), Effect::PutCopyAway(_)]
    ));
    assert_eq!(state.search.applications.len(), 4);
    assert_eq!(state.application(acme).unwrap().location, "Berlin");
    assert_eq!(state.banners, []);
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search, before);
}
