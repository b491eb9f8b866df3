//! Templates and letters of one's own, and what a letter said when it was begun.

use super::*;

#[test]
fn a_template_that_cannot_be_read_changes_nothing_and_names_the_line() {
    let (mut state, _) = state();
    let before = state.search.clone();
    let file = "scenario: value\n---\nA thought\n---\nHello\n{{ topic".to_owned();
    let effects = state.apply(Command::ImportTemplate(file), &clock());
    assert!(effects.is_empty());
    assert_eq!(state.search, before);
    let banner = state.banners.last().unwrap();
    assert!(banner.text.contains("line 6"), "{}", banner.text);
}

#[test]
fn what_no_letter_can_be_made_of_waits_beside_the_version_in_force() {
    let (mut state, _) = state();
    let write = |state: &mut State, body: &str| {
        let text = TemplateText {
            subject: String::new(),
            body: body.into(),
        };
        state.apply(Command::Template(Scenario::Value, Some(text)), &clock());
    };
    let in_force = |state: &State| compose::template_of(&state.search, Scenario::Value);
    write(&mut state, "Hello {{ company }}");
    write(&mut state, "Hello {{ company");
    assert_eq!(in_force(&state).body, "Hello {{ company }}");
    let begun = compose::template_begun(&state.search, Scenario::Value);
    assert_eq!(begun.body, "Hello {{ company");
    // What is typed in one go is undone in one go.
    state.apply(Command::Undo, &clock());
    assert_eq!(in_force(&state), compose::ours_of(Scenario::Value));
    // What says the same as ours is ours.
    state.apply(Command::Redo, &clock());
    let ours = compose::ours_of(Scenario::Value);
    state.apply(Command::Template(Scenario::Value, Some(ours)), &clock());
    assert!(state.search.templates.is_empty() && state.search.unfinished.is_empty());
}

#[test]
fn a_letter_of_ones_own_comes_with_its_template_and_is_never_mistaken_for_an_older_one() {
    let (mut state, acme) = state();
    let add = Command::OwnScenario(ScenarioEdit::Add(" Portfolio ".into()));
    state.apply(add.clone(), &clock());
    let own = state.template.unwrap();
    assert_eq!(own.name(), "own-portfolio");
    state.apply(add.clone(), &clock());
    assert_eq!(state.search.scenarios.len(), 1, "the name is taken");
    let thanks = Command::OwnScenario(ScenarioEdit::Add("thank-you".into()));
    state.apply(thanks, &clock());
    assert_eq!(state.search.scenarios.len(), 1, "so is one of ours");

    let sent = Message {
        scenario: own,
        ..letter()
    };
    state.apply(
        Command::edit(acme, Edit::record(Event::Sent(sent))),
        &clock(),
    );
    assert_eq!(
        state.history.undoable().unwrap().title,
        "Marked the “Portfolio” to Acme as sent"
    );
    state.apply(Command::OwnScenario(ScenarioEdit::Delete(own)), &clock());
    assert_eq!(state.template, None);
    assert!(!state.search.has_scenario(own));
    state.apply(add, &clock());
    assert_eq!(state.template.unwrap().name(), "own-portfolio-2");

    let file = "scenario: own-samples\nlabel: My samples\n---\n---\nHello".to_owned();
    state.apply(Command::ImportTemplate(file), &clock());
    let samples: Scenario = "own-samples".parse().unwrap();
    assert_eq!(state.search.label_of(samples), "My samples");
    assert_eq!(compose::template_of(&state.search, samples).body, "Hello");
}

#[test]
fn a_fact_corrected_after_the_first_words_is_offered_and_taken_up_in_one_step() {
    let (mut state, acme) = state();
    state.apply(Command::edit(acme, fact("retry storms")), &clock());
    let request = compose::Request {
        scenario: Scenario::ThankYou,
        person: Some("Ann Ito"),
        facts: &BTreeMap::new(),
    };
    let said = |state: &State| {
        let clock = clock();
        let application = state.application(acme).unwrap();
        compose::said(application, &state.context(&clock), &request)
    };
    let begun = Draft {
        said: said(&state),
        ..draft("Dear Ann,\n\nI still think about retry storms, honestly.")
    };
    state.apply(Command::edit(acme, Edit::KeepDraft(begun)), &clock());
    state.apply(Command::edit(acme, fact("backpressure")), &clock());

    let kept = state.application(acme).unwrap().drafts[0].clone();
    assert!(kept.body.contains("retry storms"), "their words stay");
    let changed = compose::changed_facts(&kept, &said(&state));
    assert_eq!(changed.len(), 1, "{changed:?}");
    let mut revised = kept.clone();
    changed[0].take_up(&mut revised);
    state.apply(Command::edit(acme, Edit::ReviseDraft(revised)), &clock());
    let body = |state: &State| state.application(acme).unwrap().drafts[0].body.clone();
    assert_eq!(
        body(&state),
        "Dear Ann,\n\nI still think about backpressure, honestly."
    );
    assert!(state.toast.as_ref().unwrap().undo);
    state.apply(Command::Undo, &clock());
    assert_eq!(body(&state), kept.body, "it is a step of its own");
}
