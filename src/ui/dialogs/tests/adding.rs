//! A new application, an interview, a note.

use super::*;

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
