//! Every dialog, filled in and confirmed by the names that assistive technology finds.

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Command, Confirm, DamagedFile, Dialog, EarlierState, Edit, Effect, View};
use crate::model::{Event, Format, Interview, Outcome, ReplyKind};
use crate::time::{Moment, When, parse_day};
use crate::ui::testing::{Window, search};

fn window() -> Window {
    Window::on(search(&[("Acme", "applied"), ("Bolt", "applied")]))
}

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// Acme after an interview with two people this afternoon.
fn interviewed() -> Window {
    let mut window = window();
    let acme = window.id("Acme");
    let interview = Interview {
        minutes: 60,
        format: Format::Video,
        with: vec!["Dana Wu".into(), "Ann Ito".into()],
        round: None,
    };
    let held = Edit::interview(moment("2026-11-23T14:00:00+01:00"), interview);
    window.apply(Command::edit(acme, held));
    window
}

impl Window {
    fn open(&mut self, dialog: Dialog) {
        self.apply(Command::dialog(dialog));
    }

    fn choose(&mut self, option: &str) {
        let option = self
            .harness
            .get_by_role_and_label(Role::RadioButton, option);
        option.click();
        self.harness.run();
    }
}

#[test]
fn a_company_and_a_position_make_an_application() {
    let mut window = window();
    window.key(Modifiers::COMMAND, Key::N);
    window
        .harness
        .get_by_label("Company")
        .type_text("Quill & Sons");
    window.harness.run();
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Which position is it?"));
    window.type_into("Position", "Backend engineer");
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.state().dialog.is_none());
    assert_eq!(window.column("Applied").first().unwrap(), "Quill & Sons");
    assert!(window.shows("Added Quill & Sons"));
}

#[test]
fn details_are_behind_more_details() {
    let mut window = window();
    window.click_button("New application in Wishlist");
    window.type_into("Company", "Fathom");
    window.type_into("Position", "Developer");
    window.click_button("More details");
    window.type_into("Applied on", "2026-11-31");
    window.click_button("Add");
    assert!(window.state().dialog.is_some(), "there is no 31 November");
    window.key(Modifiers::COMMAND, Key::A);
    window.type_into("Location", "Łódź");
    window.type_into("Salary", "enough");
    for _ in 0..10 {
        window.harness.get_by_label("Applied on").focus();
        window.harness.run();
        window.key(Modifiers::NONE, Key::End);
        window.key(Modifiers::NONE, Key::Backspace);
    }
    window.type_into("Applied on", "2026-11-20");
    window.click_button("Add");
    assert_eq!(window.column("Wishlist"), ["Fathom"]);
    let fathom = window.application("Fathom");
    assert_eq!(fathom.location, "Łódź");
    assert_eq!(fathom.applied, When::Day(day("2026-11-20")));
}

#[test]
fn a_cancelled_dialog_begins_anew() {
    let mut window = window();
    window.key(Modifiers::COMMAND, Key::N);
    window.type_into("Company", "Kestrel");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
    window.key(Modifiers::COMMAND, Key::N);
    let company = window.harness.get_by_label("Company");
    assert_eq!(company.value().unwrap_or_default(), "");
    assert!(company.is_focused());
}

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
fn an_interview_is_entered_and_changed() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::Interview {
        application,
        entry: None,
    });
    window.click_button("Add the interview");
    assert!(window.shows("Write a day"), "the date is missing");
    window.type_into("Date", "2026-11-30");
    window.type_into("Time", "10:00");
    window.choose("Phone");
    window.click_button("Add Ann Ito");
    window.type_into("Round", "Second");
    window.click_button("Add the interview");
    let Some(Event::Interview(interview)) = window.events("Acme").pop() else {
        panic!("no interview");
    };
    assert_eq!(interview.format, Format::Phone);
    assert_eq!(interview.with, ["Ann Ito"]);
    assert_eq!(interview.round.as_deref(), Some("Second"));
    let entry = window.application("Acme").history.last().unwrap();
    assert_eq!(entry.at.to_string(), "2026-11-30T10:00:00+01:00");
    let entry = Some(entry.id);

    window.open(Dialog::Interview { application, entry });
    window.type_into("With", ", Luis Prado");
    window.click_button("Change it");
    let Some(Event::Interview(interview)) = window.events("Acme").pop() else {
        panic!("no interview");
    };
    assert_eq!(interview.with, ["Ann Ito", "Luis Prado"]);
}

#[test]
fn a_day_and_a_time_that_do_not_exist_say_why() {
    let mut window = window();
    let application = window.id("Acme");
    window.open(Dialog::Interview {
        application,
        entry: None,
    });
    window.type_into("Date", "31.11.2026");
    window.type_into("Time", "25:00");
    window.click_button("Add the interview");
    assert!(window.shows("November has 30 days"));
    assert!(window.shows("A day has 24 hours, as in 14:30"));
    assert!(window.state().dialog.is_some());
}

#[test]
fn how_it_went_is_noted_for_each_interviewer_and_with_the_promised_day() {
    let mut window = interviewed();
    let application = window.id("Acme");
    let interview = window.application("Acme").history.first().unwrap().id;
    window.open(Dialog::Debrief {
        application,
        interview,
    });
    window.type_into("What did Ann Ito talk about?", "retry storms");
    window.type_into("What is hard for Dana Wu right now?", "the queue");
    window.type_into("By when will they get back to you?", "2026-11-27");
    window.click_button("Note it");
    let acme = window.application("Acme");
    assert_eq!(acme.fact("topic", Some("Ann Ito")), Some("retry storms"));
    assert_eq!(acme.fact("challenge", Some("Dana Wu")), Some("the queue"));
    let promise = Event::Promise {
        day: day("2026-11-27"),
    };
    assert!(window.events("Acme").contains(&promise));
    window.apply(Command::Undo);
    assert_eq!(window.events("Acme").len(), 1, "it was noted in one go");
}

#[test]
fn how_it_went_is_told_by_key_alone_and_taken_up_again_after_closing() {
    let mut window = interviewed();
    let application = window.id("Acme");
    let interview = window.application("Acme").history.first().unwrap().id;
    let debrief = Dialog::Debrief {
        application,
        interview,
    };
    window.open(debrief.clone());
    let questions = [
        "What did Ann Ito talk about?",
        "What did you appreciate in what Ann Ito said?",
        "What is hard for Ann Ito right now?",
        "An answer to Ann Ito worth adding to?",
        "What does Ann Ito want to reach?",
    ];
    for (place, question) in questions.iter().enumerate() {
        let asked_of_first = question.replace("Ann Ito", "Dana Wu");
        assert!(window.shows(&asked_of_first), "{asked_of_first}");
        window.harness.get_by_label(question);
        if place == 1 {
            // Skipped: it is left before everything is answered.
            window.key(Modifiers::NONE, Key::Escape);
            window.key(Modifiers::NONE, Key::Escape);
            assert_eq!(window.state().dialog, None);
            assert_eq!(window.events("Acme").len(), 1, "nothing is noted yet");
            window.open(debrief.clone());
        }
    }
    // The keyboard is in the first field, and Tab leads through all of them.
    let mut walked = vec![window.focused()];
    for _ in 0..10 {
        let here = window.focused();
        window.harness.get_by_label(&here).type_text("x");
        window.harness.run();
        window.key(Modifiers::NONE, Key::Tab);
        walked.push(window.focused());
    }
    for question in questions {
        assert!(walked.iter().any(|it| it == question), "{walked:?}");
    }
    window.key(Modifiers::COMMAND, Key::Enter);
    let acme = window.application("Acme");
    for key in ["topic", "detail", "challenge", "addition", "goal"] {
        assert_eq!(acme.fact(key, Some("Ann Ito")), Some("x"), "{key}");
        assert_eq!(acme.fact(key, Some("Dana Wu")), Some("x"), "{key}");
    }
}

#[test]
fn what_was_typed_and_left_is_noted_when_the_window_closes() {
    let mut window = interviewed();
    let application = window.id("Acme");
    let interview = window.application("Acme").history.first().unwrap().id;
    window.open(Dialog::Debrief {
        application,
        interview,
    });
    window.type_into("What does Dana Wu want to reach?", "fewer pages at night");
    window.click_button("Later");
    assert_eq!(
        window.application("Acme").fact("goal", Some("Dana Wu")),
        None
    );
    let viewport = egui::ViewportId::ROOT;
    let info = window
        .harness
        .input_mut()
        .viewports
        .entry(viewport)
        .or_default();
    info.events.push(egui::ViewportEvent::Close);
    window.harness.step();
    let acme = window.application("Acme");
    assert_eq!(
        acme.fact("goal", Some("Dana Wu")),
        Some("fewer pages at night")
    );
}

#[test]
fn who_was_there_can_be_named_afterwards() {
    let mut window = window();
    let application = window.id("Acme");
    let interview = Interview {
        minutes: 30,
        format: Format::Phone,
        with: Vec::new(),
        round: None,
    };
    let start = moment("2026-11-23T14:00:00+01:00");
    window.apply(Command::edit(
        application,
        Edit::interview(start, interview),
    ));
    let interview = window.application("Acme").history.first().unwrap().id;
    window.open(Dialog::Debrief {
        application,
        interview,
    });
    assert_eq!(window.focused(), "Who was there?");
    window.type_into("Who was there?", "Ann Ito");
    window.key(Modifiers::NONE, Key::Tab);
    window.type_into("What did Ann Ito talk about?", "retry storms");
    window.click_button("Note it");
    let acme = window.application("Acme");
    assert_eq!(acme.people(), ["Ann Ito"]);
    assert_eq!(acme.fact("topic", Some("Ann Ito")), Some("retry storms"));
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
fn a_note_is_added() {
    let mut window = window();
    let application = window.id("Acme");
    window.open(Dialog::Note { application });
    window.type_into("Note", "Bring the numbers");
    window.click_button("Add the note");
    let note = Event::Note {
        text: "Bring the numbers".into(),
    };
    assert_eq!(window.events("Acme"), [note]);
}

#[test]
fn what_cannot_be_undone_is_asked_first() {
    let mut window = window();
    let question = || {
        Dialog::Confirm(Box::new(Confirm {
            title: "Throw it away?".into(),
            text: "It does not come back.".into(),
            button: "Throw it away for good".into(),
            command: Command::Ask(Effect::RetrySave),
        }))
    };
    window.open(question());
    window.click_button("Cancel");
    assert!(window.asked.borrow().is_empty());
    window.open(question());
    window.click_button("Throw it away for good");
    assert_eq!(*window.asked.borrow(), [Effect::RetrySave]);
    assert!(window.state().dialog.is_none());
}

fn earlier(when: &str, applications: usize) -> EarlierState {
    EarlierState {
        when: when.to_owned(),
        path: std::path::Path::new("backups").join(when),
        applications,
        differs: "1 message fewer".to_owned(),
        preview: vec![format!("Changes: Acme of {when}")],
    }
}

/// What Enter does with a damaged file of which that is left.
fn offered_first(rest: (usize, usize), backups: Vec<EarlierState>) -> Effect {
    let mut window = window();
    window.apply(Command::Damaged(DamagedFile {
        path: "afterword.ron".into(),
        why: "The file is empty.".into(),
        backups,
        rest,
        at_start: true,
    }));
    window.key(Modifiers::COMMAND, Key::Enter);
    let asked = window.asked.borrow();
    assert_eq!(asked.len(), 1, "one way is the first");
    asked[0].clone()
}

#[test]
fn a_damaged_file_has_one_way_that_is_offered_first() {
    let path = std::path::PathBuf::from("afterword.ron");
    let backup = || vec![earlier("yesterday", 7), earlier("Friday", 9)];
    let restore = Effect::Restore {
        path: path.clone(),
        backup: "backups/yesterday".into(),
    };
    let salvage = Effect::Salvage(path);
    assert_eq!(offered_first((0, 0), backup()), restore);
    assert_eq!(offered_first((6, 1), backup()), restore);
    assert_eq!(offered_first((7, 1), backup()), restore);
    assert_eq!(offered_first((7, 0), backup()), salvage);
    assert_eq!(offered_first((8, 1), backup()), salvage);
    assert_eq!(offered_first((1, 8), Vec::new()), salvage);
    assert_eq!(offered_first((0, 0), Vec::new()), Effect::ChooseFile);
}

#[test]
fn a_backup_is_looked_at_before_it_is_gone_back_to() {
    let mut window = window();
    window.open(Dialog::Backups(vec![
        earlier("yesterday", 7),
        earlier("Friday", 9),
    ]));
    assert!(window.shows("Changes: Acme of yesterday"));
    window.click_button("Friday: 1 message fewer");
    assert!(window.shows("Changes: Acme of Friday"));
    window.click_button("Go back to this one");
    assert_eq!(
        *window.asked.borrow(),
        [Effect::ReadBackup(earlier("Friday", 9))]
    );
    assert!(window.state().dialog.is_none());
    window.open(Dialog::Backups(Vec::new()));
    assert!(window.shows("There is none yet."));
    window.click_button("Cancel");
    assert!(window.state().dialog.is_none());
}

#[test]
fn a_damaged_file_has_its_place_and_ways_on() {
    let mut window = window();
    let backup = std::path::PathBuf::from("backups/yesterday 18:00");
    window.apply(Command::Damaged(DamagedFile {
        path: "afterword.ron".into(),
        why: "Line 12, column 3: Expected end of string.".into(),
        backups: vec![earlier("yesterday 18:00", 7)],
        rest: (6, 1),
        at_start: true,
    }));
    assert!(window.shows("Line 12, column 3"));
    window.click_button("Open what can be read, 6 of 7 applications");
    window.click_button("Open the backup of yesterday 18:00, 7 applications");
    window.click_button("Open another file…");
    window.click_button("Start anew beside it");
    let path = std::path::PathBuf::from("afterword.ron");
    assert_eq!(
        *window.asked.borrow(),
        [
            Effect::Salvage(path.clone()),
            Effect::Restore {
                path: path.clone(),
                backup
            },
            Effect::ChooseFile,
            Effect::StartBeside(path),
        ]
    );
    assert!(window.state().dialog.is_some(), "nothing else can be done");
    assert!(window.shows("Not loaded · afterword.ron"));
}

#[test]
fn a_question_mark_shows_the_keys() {
    let mut window = window();
    window.key(Modifiers::SHIFT, Key::Questionmark);
    assert!(window.shows("Keyboard shortcuts"));
    assert!(window.shows("Alt or Shift + arrows"));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
}

#[test]
fn the_keyboard_comes_back_to_where_it_was() {
    let mut window = window();
    window
        .harness
        .get_by_label_contains("Bolt, Engineer")
        .focus();
    window.harness.run();
    window.key(Modifiers::COMMAND, Key::N);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(
        window
            .harness
            .get_by_label_contains("Bolt, Engineer")
            .is_focused()
    );
}

const OVER: &str = "That day is over; is the year right?";

/// The day is named as over and kept, and the dialog stays; the same day of next year is taken.
#[track_caller]
fn a_day_before_is_refused(window: &mut Window, field: &str, button: &str) {
    let events = window.events("Acme");
    window.type_into(field, "2025-12-04");
    assert!(window.shows(OVER), "{field}");
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(window.state().dialog.is_some(), "{field}");
    assert_eq!(window.events("Acme"), events);
    let typed = window.harness.get_by_role_and_label(Role::TextInput, field);
    assert_eq!(typed.value().as_deref(), Some("2025-12-04"));
    window.fill(field, "2026-12-04");
    assert!(!window.shows(OVER), "{field}");
    window.click_button(button);
    assert!(window.events("Acme").len() > events.len(), "{field}");
}

#[test]
fn a_promise_of_a_day_that_is_over_is_refused() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::Promise { application });
    let field = "By when will they get back to you?";
    a_day_before_is_refused(&mut window, field, "Note the day");
}

#[test]
fn an_answer_is_not_promised_before_the_interview() {
    let mut window = interviewed();
    let application = window.id("Acme");
    let interview = window.application("Acme").history.first().unwrap().id;
    window.open(Dialog::Debrief {
        application,
        interview,
    });
    let field = "By when will they get back to you?";
    a_day_before_is_refused(&mut window, field, "Note it");
}

#[test]
fn an_offer_does_not_end_before_it_is_noted() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::OfferDeadline { application });
    a_day_before_is_refused(&mut window, "Until when does it stand?", "Note the offer");
}

#[test]
fn a_reply_names_no_day_before_it_came() {
    for (kind, field) in [
        (ReplyKind::Update, "Their new day, if they named one"),
        (ReplyKind::Offer, "Decide by, if they named a day"),
        (ReplyKind::Interview, "Day of the interview, if it is known"),
    ] {
        let mut window = interviewed();
        let application = window.id("Acme");
        window.open(Dialog::LogReply { application });
        window.choose(kind.label());
        a_day_before_is_refused(&mut window, field, "Log the reply");
    }
}

#[test]
fn a_reply_of_last_week_may_name_a_day_of_last_week() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::LogReply { application });
    window.type_into("Their new day, if they named one", "2026-11-20");
    assert!(window.shows(OVER));
    window.type_into("Received on, if not now", "2026-11-18");
    assert!(!window.shows(OVER));
    window.click_button("Log the reply");
    assert!(window.state().dialog.is_none());
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
        window.open(Dialog::Outcome { application });
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

#[test]
fn a_few_letters_and_enter_lead_to_an_application() {
    let mut window = Window::on(search(&[("Bolt", "applied"), ("Kestrel", "applied")]));
    window.key(Modifiers::COMMAND, Key::K);
    let field = "Find an application, a person or a command";
    assert_eq!(window.focused(), field);
    window.harness.get_by_label(field).type_text("e");
    window.harness.run();
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label(field).type_text("kest");
    window.harness.run();
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.state().dialog.is_none());
    let open = window.state().open_application().map(|a| a.company.clone());
    assert_eq!(open.as_deref(), Some("Kestrel"));
    assert_eq!(window.focused(), "Write");
}

#[test]
fn the_palette_is_walked_by_arrows_and_left_by_escape() {
    let mut window = Window::on(search(&[("Bolt", "applied")]));
    window.key(Modifiers::COMMAND, Key::K);
    let field = "Find an application, a person or a command";
    window.harness.get_by_label(field).type_text("settings");
    window.harness.run();
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowUp);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view, View::Settings);
    window.key(Modifiers::COMMAND, Key::K);
    assert!(window.state().dialog.is_some());
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
}

#[test]
fn two_versions_stand_side_by_side_and_one_click_keeps_one() {
    for (button, salary) in [
        ("Keep this one: Here", "60"),
        ("Keep this one: From elsewhere", "70"),
    ] {
        let mut window = window();
        let base = window.state().search.clone();
        let id = *base.applications.keys().next().unwrap();
        let with = |salary: &str| {
            let mut search = base.clone();
            let mut one = (**search.application(id).unwrap()).clone();
            one.salary = salary.to_owned();
            search.put(one);
            search
        };
        let merged = crate::store::merge(&base, &with("60"), &with("70"));
        window.apply(Command::Adopt {
            search: Box::new(merged.search),
            note: None,
        });
        window.click_button("Compare…");
        assert!(window.shows("Salary"));
        assert!(window.shows("60") && window.shows("70"));
        window.click_button(button);
        assert!(window.state().dialog.is_none());
        assert_eq!(window.state().application(id).unwrap().salary, salary);
        assert_eq!(
            window.state().search.applications.len(),
            base.applications.len()
        );
    }
}
