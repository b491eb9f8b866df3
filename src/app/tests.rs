//! Every command, undone and done again.

mod board;
mod cards;
mod editing;
mod finding;
mod history;
mod letters;
mod outside;
mod reminding;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::*;
use crate::compose;
use crate::model::{
    Achievement, Application, ApplicationId, Channel, Contact, Draft, Event, Format, Interview,
    JobSearch, Message, Muted, Outcome, Policy, Profile, Reply, ReplyKind, Scenario, Spelling,
    StageId, TemplateText,
};
use crate::proofread::{Manuscript, News};
use crate::time::{Clock, Moment, When};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

fn clock() -> Clock {
    Clock::at(
        moment("2026-11-23T16:00:00+01:00"),
        "Europe/Berlin".parse().unwrap(),
    )
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stage(name: &str) -> StageId {
    StageId(name.to_owned())
}

/// A search with an interview held at Acme, and two more applications.
fn state() -> (State, ApplicationId) {
    let mut search = JobSearch::default();
    let applied = When::Day(day("2026-11-02"));
    for company in ["Bolt", "Kestrel", "Acme"] {
        let application = Application::new(
            company.to_lowercase(),
            company.to_owned(),
            "Engineer".to_owned(),
            applied,
        );
        search.put(application);
    }
    let acme = search.find("acme").unwrap().id;
    let mut state = State::new(search, Some("afterword.ron".into()), &clock());
    state.apply(Command::edit(acme, interview()), &clock());
    state.apply(
        Command::edit(acme, Edit::AddContact(Contact::named("Dana Wu"))),
        &clock(),
    );
    state.history = History::default();
    state.toast = None;
    (state, acme)
}

fn interview() -> Edit {
    Edit::interview(
        moment("2026-11-23T14:00:00+01:00"),
        Interview {
            minutes: 60,
            format: Format::Video,
            with: vec!["Dana Wu".into(), "Ann Ito".into()],
            round: None,
        },
    )
}

fn letter() -> Message {
    Message {
        scenario: Scenario::ThankYou,
        to: vec!["Ann Ito".into()],
        channel: Some(Channel::Email),
        subject: "Retry storms".into(),
        body: "Dear Ann".into(),
        day: None,
    }
}

fn draft(body: &str) -> Draft {
    Draft {
        scenario: Scenario::ThankYou,
        person: Some("Ann Ito".into()),
        subject: String::new(),
        body: body.into(),
        ignored: Vec::new(),
        said: BTreeMap::new(),
    }
}

fn reply(kind: ReplyKind, on: Option<&str>) -> Edit {
    let reply = Reply {
        kind,
        day: on.map(day),
        from: Some("Dana Wu".into()),
        text: "words".into(),
    };
    Edit::reply(When::Moment(clock().now), reply)
}

fn fact(value: &str) -> Edit {
    Edit::SetFact {
        key: "topic".into(),
        value: value.into(),
        with: Some("Ann Ito".into()),
    }
}

fn every_edit(application: &Application) -> Vec<Edit> {
    let entry = application.history[0].id;
    let details = Details {
        company: "Acme Corp".into(),
        url: "https://example.org".into(),
        ..Details::of(application)
    };
    vec![
        Edit::Details(details),
        Edit::AddContact(Contact::named("Luis Prado")),
        Edit::ChangeContact {
            name: "Dana Wu".into(),
            contact: Contact::named("Dana Wood"),
        },
        Edit::RemoveContact("Dana Wu".into()),
        interview(),
        fact("retry storms"),
        Edit::promise(day("2026-11-27")),
        Edit::call_invited(day("2026-11-27")),
        reply(ReplyKind::Update, Some("2026-12-04")),
        reply(ReplyKind::Rejection, None),
        reply(ReplyKind::Offer, Some("2026-12-04")),
        reply(ReplyKind::Interview, None),
        reply(ReplyKind::Other, None),
        Edit::KeepDraft(draft("Dear Ann")),
        Edit::ReviseDraft(draft("Dear Ann, thank you")),
        Edit::Sent {
            at: When::Moment(clock().now),
            person: Some("Ann Ito".into()),
            message: letter(),
        },
        Edit::Cancel(entry),
        Edit::close(Outcome::Withdrawn),
        Edit::note("Bring the numbers".into()),
        Edit::pin(Some(moment("2026-12-01T10:00:00+01:00"))),
        Edit::ChangeEntry {
            id: entry,
            at: When::Moment(moment("2026-11-23T15:00:00+01:00")),
            event: application.history[0].event.clone(),
        },
        Edit::RemoveEntry(entry),
    ]
}

fn every_command(state: &State, acme: ApplicationId) -> Vec<Command> {
    let details = Details::named(
        "Fathom".into(),
        "Developer".into(),
        When::Day(day("2026-11-23")),
    );
    let mut commands: Vec<Command> = every_edit(state.application(acme).unwrap())
        .into_iter()
        .map(|edit| Command::edit(acme, edit))
        .collect();
    let to = |name, index| Command::Move {
        application: acme,
        stage: stage(name),
        index,
    };
    commands.extend([
        Command::Add {
            details,
            stage: Some(stage("wishlist")),
        },
        to("offer", 0),
        to("closed", 9),
        to("applied", 1),
        Command::Remove(acme),
        Command::Profile(Profile {
            name: "Mina Okafor".into(),
            ..Profile::default()
        }),
        Command::Policy(Policy {
            interval_days: 8,
            ..Policy::default()
        }),
        Command::Column(ColumnEdit::MoveRight(StageId("offer".into()))),
        Command::Spelling(Spelling {
            off: true,
            dialect: Some(crate::model::Dialect::Indian),
            words: vec!["Kanban".to_owned()],
        }),
        Command::AddWord("Zorblax".to_owned()),
        Command::Achievements(vec![Achievement::default()]),
        Command::Template(Scenario::Value, Some(TemplateText::default())),
        Command::Template(
            Scenario::Value,
            Some(TemplateText {
                subject: "A thought".into(),
                body: "Hello {{ recipient }}".into(),
            }),
        ),
        Command::ImportTemplate("scenario: value\n---\nA thought\n---\nHello".into()),
        Command::OwnScenario(ScenarioEdit::Add("Portfolio".into())),
        Command::ImportTemplate("scenario: own-samples\nlabel: My samples\n---\n---\nHello".into()),
        Command::Muted(vec![Muted::default()], "Told the review to be quiet".into()),
    ]);
    commands
}

#[test]
fn every_command_can_be_undone_and_done_again() {
    let commands = {
        let (state, acme) = state();
        every_command(&state, acme).len()
    };
    for number in 0..commands {
        let (mut state, acme) = state();
        let command = every_command(&state, acme).swap_remove(number);
        let name = format!("{command:?}");
        let before = state.search.clone();
        let effects = state.apply(command, &clock());
        assert!(matches!(effects.as_slice(), [Effect::Save(_)]), "{name}");
        let after = state.search.clone();
        assert_ne!(before, after, "{name}");
        assert!(!state.history.undoable().unwrap().title.is_empty());
        state.apply(Command::Undo, &clock());
        assert_eq!(state.search, before, "{name}");
        assert_eq!(state.board, State::new(before, None, &clock()).board);
        state.apply(Command::Redo, &clock());
        assert_eq!(state.search, after, "{name}");
        assert_eq!(state.board, State::new(after, None, &clock()).board);
    }
}

#[test]
fn what_changes_nothing_is_no_change() {
    let (mut state, acme) = state();
    let details = Details::of(state.application(acme).unwrap());
    let effects = state.apply(Command::edit(acme, Edit::Details(details)), &clock());
    assert!(effects.is_empty());
    assert!(state.history.undoable().is_none());
}

#[test]
fn back_goes_one_step_at_a_time() {
    let (mut state, acme) = state();
    state.apply(Command::Go(Go::Search("acme".into())), &clock());
    state.apply(Command::compose(acme, Scenario::ThankYou, None), &clock());
    state.apply(Command::dialog(Dialog::Shortcuts), &clock());
    let steps = |state: &State| {
        (
            state.dialog.is_some(),
            state.panel.as_ref().map(|panel| panel.compose.is_some()),
            state.filter.words.clone(),
        )
    };
    let mut seen = Vec::new();
    for _ in 0..5 {
        seen.push(steps(&state));
        state.apply(Command::Go(Go::Back), &clock());
    }
    assert_eq!(
        seen,
        [
            (true, Some(true), "acme".to_owned()),
            (false, Some(true), "acme".to_owned()),
            (false, Some(false), "acme".to_owned()),
            (false, None, "acme".to_owned()),
            (false, None, String::new()),
        ]
    );
}

#[test]
fn a_few_letters_find_applications_people_and_commands() {
    let (state, acme) = state();
    let mut palette = Palette::new(&state, &clock());
    for (letters, title) in [
        ("acme", "Acme"),
        ("ACM", "Acme"),
        ("dana", "Dana Wu"),
        ("setti", "Settings"),
        ("new app", "New application"),
    ] {
        let found = palette.find(letters, 10);
        assert_eq!(
            found.first().map(|e| e.title.as_str()),
            Some(title),
            "{letters}"
        );
    }
    assert!(palette.find("zzzz", 10).is_empty());
    let bolt = state.search.find("bolt").unwrap();
    let mut at_large = Details::of(bolt);
    at_large.position = "at large".into();
    let (mut other, id) = (State::new(state.search.clone(), None, &clock()), bolt.id);
    other.apply(Command::edit(id, Edit::Details(at_large)), &clock());
    let mut others = Palette::new(&other, &clock());
    assert_eq!(others.find("bolt", 1)[0].target, Target::Application(id));
    let dana = palette.find("dana", 10);
    assert_eq!(dana[0].target, Target::Person(acme));
    let first = palette.find("", 40);
    let most_urgent = state.plan.actions().next().unwrap().application;
    assert_eq!(first[0].target, Target::Application(most_urgent));
    assert!(first.iter().any(|entry| entry.title == "New application"));
}
