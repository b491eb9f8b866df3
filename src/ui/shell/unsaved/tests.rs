//! A program that ends while something is typed, and the window that is opened next.

use crate::app::{BannerKind, Command, Dialog, Edit, Effect, Go, View};
use crate::model::{Entry, Event, Format, Interview};
use crate::time::Moment;
use crate::ui::testing::{Window, search};

/// Acme after an interview with Dana Wu, and a note of it.
fn window() -> Window {
    let mut window = Window::on(search(&[("Acme", "applied"), ("Bolt", "applied")]));
    let acme = window.id("Acme");
    let start: Moment = "2026-11-23T14:00:00+01:00".parse().unwrap();
    let interview = Interview {
        minutes: 60,
        format: Format::Video,
        with: vec!["Dana Wu".into()],
        round: None,
    };
    window.apply(Command::edit(acme, Edit::interview(start, interview)));
    window.apply(Command::edit(acme, Edit::note("A note".to_owned())));
    window
}

fn entry(window: &Window, is_it: impl Fn(&Event) -> bool) -> Entry {
    let history = &window.application("Acme").history;
    let found = history.iter().find(|entry| is_it(&entry.event));
    found.unwrap().clone()
}

/// Lets a second pass, as far as the window counts it.
fn a_second(window: &mut Window) {
    window.harness.run_steps(4);
}

#[test]
fn what_was_typed_into_any_dialog_is_offered_by_the_next_start() {
    let window_before = window();
    let application = window_before.id("Acme");
    let is_interview = |event: &Event| matches!(event, Event::Interview(_));
    let interview = entry(&window_before, is_interview).id;
    let stage = window_before.state().search.stages[0].id.clone();
    for (dialog, field, words) in [
        (Dialog::NewApplication { stage: None }, "Company", "Quill"),
        (
            Dialog::Interview {
                application,
                entry: None,
            },
            "Round",
            "Third",
        ),
        (
            Dialog::Debrief {
                application,
                interview,
            },
            "What is hard for Dana Wu right now?",
            "short queues",
        ),
        (
            Dialog::Promise { application },
            "By when will they get back to you?",
            "2026-12",
        ),
        (
            Dialog::LogReply { application },
            "What they wrote",
            "Dear \"Kim\",\n\n\\o/ Łódź",
        ),
        (
            Dialog::OfferDeadline {
                applications: vec![application],
            },
            "Until when does it stand?",
            "2026-1",
        ),
        (Dialog::Note { application }, "Note", "Bring the numbers"),
        (Dialog::Column { stage, new: true }, "Name", "Trial day"),
    ] {
        let mut window = window_before.begin_again();
        window.apply(Command::dialog(dialog.clone()));
        window.fill(field, words);
        a_second(&mut window);

        let mut next = window.begin_again();
        assert!(next.state().dialog.is_none(), "{dialog:?}");
        next.press("Go on typing");
        assert_eq!(next.state().dialog.as_ref(), Some(&dialog));
        assert_eq!(next.value(field), words, "{dialog:?}");
        assert!(next.state().banners.is_empty(), "{dialog:?}");
    }
}

#[test]
fn so_is_what_was_typed_into_a_form_of_the_panel() {
    let mut window = window();
    let acme = window.id("Acme");
    window.apply(Command::open(acme));
    window.press("Add a person");
    window.fill("Role", "Recruiter");
    a_second(&mut window);
    let mut next = window.begin_again();
    next.press("Go on typing");
    assert_eq!(next.value("Role"), "Recruiter");
}

#[test]
fn so_is_what_was_typed_into_the_settings() {
    let mut window = window();
    window.apply(Command::Go(Go::View(View::Settings)));
    window.fill("What it is", "Company outing");
    a_second(&mut window);
    let mut next = window.begin_again();
    next.press("Go on typing");
    assert_eq!(next.state().view, View::Settings);
    assert_eq!(next.value("What it is"), "Company outing");
}

#[test]
fn words_that_are_done_with_are_kept_no_longer() {
    let mut window = window();
    let application = window.id("Acme");
    let note = Dialog::Note { application };
    window.apply(Command::dialog(note.clone()));
    a_second(&mut window);
    assert_eq!(*window.words.borrow(), "", "nothing is typed yet");
    window.fill("Note", "Bring the numbers");
    a_second(&mut window);
    assert!(window.words.borrow().contains("Bring the numbers"));
    window.press("Add the note");
    a_second(&mut window);
    assert_eq!(*window.words.borrow(), "");
    assert!(window.begin_again().state().banners.is_empty());

    window.apply(Command::dialog(Dialog::NewApplication { stage: None }));
    window.fill("Company", "Quill");
    a_second(&mut window);
    window.press("Cancel");
    a_second(&mut window);
    assert_eq!(*window.words.borrow(), "", "what was left is not offered");
}

#[test]
fn words_about_what_is_gone_are_not_offered() {
    let mut window = window();
    let application = window.id("Acme");
    window.apply(Command::dialog(Dialog::Note { application }));
    window.fill("Note", "Bring the numbers");
    a_second(&mut window);
    window.apply(Command::Remove(application));
    assert!(window.begin_again().state().banners.is_empty());
}

#[test]
fn words_of_another_version_are_put_aside_and_not_lost() {
    let window = window();
    *window.words.borrow_mut() = "(dialogs: (letters: [\"Dear Dana\"]), quills: 3".to_owned();
    let next = window.begin_again();
    assert_eq!(*next.asked.borrow(), [Effect::PutWordsAside]);
    let kinds = next.state().banners.iter().map(|banner| banner.kind);
    assert!(!kinds.into_iter().any(|kind| kind == BannerKind::Words));
}
