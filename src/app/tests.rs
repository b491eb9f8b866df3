//! Every command, undone and done again.

mod board;
mod finding;
mod history;

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
fn what_changes_nothing_is_no_change() {
    let (mut state, acme) = state();
    let details = Details::of(state.application(acme).unwrap());
    let effects = state.apply(Command::edit(acme, Edit::Details(details)), &clock());
    assert!(effects.is_empty());
    assert!(state.history.undoable().is_none());
}

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
        Some(Dialog::OfferDeadline { application: acme })
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
    assert_eq!(state.dialog, Some(Dialog::Outcome { application: acme }));
    state.apply(
        Command::FollowUp(acme, Edit::close(Outcome::Rejected)),
        &clock(),
    );
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search, before);
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
fn a_sample_is_never_saved() {
    let (state, acme) = state();
    let mut sample = State::new(state.search, None, &clock());
    let effects = sample.apply(Command::edit(acme, Edit::note("x".into())), &clock());
    assert!(effects.is_empty());
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

#[test]
fn a_word_of_ones_own_is_added_and_taken_back() {
    let (mut state, _) = state();
    state.apply(Command::AddWord(" Zorblax ".to_owned()), &clock());
    assert_eq!(state.search.spelling.words, ["Zorblax"]);
    state.apply(Command::Undo, &clock());
    assert!(state.search.spelling.words.is_empty());
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
