//! Putting off, and what notifications lead to.

use chrono::TimeDelta;

use super::*;
use crate::etiquette::Task;
use crate::reminders::login::Login;
use crate::reminders::{Key, Quiet, Target};

#[test]
fn putting_off_is_undone_and_done_again_and_the_ledger_hears_of_it() {
    let ((mut state, _), clock) = (state(), clock());
    let action = state.plan.actions().next().unwrap().clone();
    let until = clock.now + TimeDelta::hours(1);
    let (key, quiet) = (Key::of(&action), Quiet::Until(until));
    let snooze = Command::Snooze {
        actions: vec![action.clone()],
        until,
    };
    let told = |quiet| vec![Effect::KeepQuiet(key.clone(), quiet)];
    assert_eq!(state.apply(snooze, &clock), told(Some(quiet)));
    assert_eq!(state.quiet_of(&action, &clock), Some(quiet));
    assert_eq!(state.apply(Command::Undo, &clock), told(None));
    assert_eq!(state.quiet_of(&action, &clock), None);
    assert_eq!(state.apply(Command::Redo, &clock), told(Some(quiet)));

    let not_needed = Command::NotNeeded(vec![action.clone()]);
    let due = Quiet::NotNeeded(action.due);
    assert_eq!(state.apply(not_needed, &clock), told(Some(due)));
    let later = Clock::at(clock.now + TimeDelta::days(3), clock.zone);
    assert_eq!(state.quiet_of(&action, &later), Some(due));
    state.apply(Command::Undo, &clock);
    assert_eq!(state.quiet_of(&action, &later), None, "the hour is over");
    state.apply(Command::Wake(vec![action.clone()]), &clock);
    assert_eq!(state.quiet_of(&action, &clock), None);
}

/// What a notification of the first open action of that task leads to.
fn target(state: &State, task: Task) -> Target {
    let mut actions = state.plan.actions();
    let action = actions.find(|action| action.task == task).unwrap();
    Target::of(action)
}

#[test]
fn a_notification_leads_to_the_letter_the_dialog_or_today() {
    let ((mut state, acme), clock) = (state(), clock());
    let thanks = target(&state, Task::Write(Scenario::ThankYou));
    assert_eq!(state.apply(Command::Follow(thanks), &clock), []);
    let compose = state.panel.as_ref().unwrap().compose.as_ref().unwrap();
    assert_eq!(compose.scenario, Scenario::ThankYou);
    assert_eq!(compose.person.as_deref(), Some("Dana Wu"));

    let debrief = target(&state, Task::Debrief);
    state.apply(Command::Follow(debrief), &clock);
    assert!(matches!(state.dialog, Some(Dialog::Debrief { .. })));

    // What is not there any more leads to its application, and what never was nowhere.
    state.apply(Command::Follow(Target::Action(acme, 1)), &clock);
    assert_eq!(state.panel.as_ref().unwrap().application, acme);
    assert!(state.dialog.is_none());
    let nobody = Target::Action(ApplicationId::fresh(), 1);
    state.apply(Command::Follow(nobody), &clock);
    state.apply(Command::Go(Go::View(View::Board)), &clock);
    state.apply(Command::Follow(Target::Today), &clock);
    assert_eq!(state.view, View::Today);
}

#[test]
fn done_in_a_notification_notes_the_message_and_can_be_undone() {
    let ((mut state, acme), clock) = (state(), clock());
    let thanks = target(&state, Task::Write(Scenario::ThankYou));
    let before = state.search.clone();
    let effects = state.apply(Command::Done(thanks), &clock);
    assert!(matches!(effects.as_slice(), [Effect::Save(_)]));
    let history = &state.application(acme).unwrap().history;
    let sent = history.iter().any(|entry| {
        matches!(&entry.event, Event::Sent(message)
            if message.scenario == Scenario::ThankYou && message.to == ["Dana Wu"])
    });
    assert!(sent, "{history:#?}");
    assert_eq!(state.apply(Command::Done(thanks), &clock), [], "once");
    state.apply(Command::Undo, &clock);
    assert_eq!(state.search, before);

    let debrief = target(&state, Task::Debrief);
    let effects = state.apply(Command::Done(debrief), &clock);
    assert!(matches!(
        effects.as_slice(),
        [Effect::KeepQuiet(_, Some(_))]
    ));
}

#[test]
fn reminders_while_the_window_is_closed_are_offered_once_when_something_is_due() {
    let ((mut state, _), clock) = (state(), clock());
    let news = |on, offered| {
        Command::Reminding(Reminding {
            login: Some(Login { on, running: on }),
            offered,
            ..Reminding::default()
        })
    };
    let offers = |state: &State| {
        let mut banners = state.banners.iter();
        banners.any(|banner| banner.kind == BannerKind::Login)
    };
    assert_eq!(state.apply(news(false, true), &clock), []);
    assert!(!offers(&state), "it was asked before");
    assert_eq!(
        state.apply(news(false, false), &clock),
        [Effect::LoginOffered]
    );
    assert!(offers(&state));
    state.apply(news(true, true), &clock);
    assert!(!offers(&state), "it is on now");

    let empty = JobSearch::default();
    let mut state = State::new(empty, Some("afterword.ron".into()), &clock);
    assert_eq!(state.apply(news(false, false), &clock), []);
    assert!(!offers(&state), "nothing is due");
}
