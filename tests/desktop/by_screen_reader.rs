//! What Afterword is for, by somebody who sees nothing and uses neither pointer nor keys: everything
//! is found by its name, pressed and filled in over the bus of screen readers.

use std::fs;

use chrono::{Local, TimeDelta};

use super::afterword::Afterword;
use super::desk::screen_reader::Widget;
use super::desk::{Desk, eventually};

const COMPANY: &str = "Quill and Sons";
const TOPIC: &str = "retry storms in the payment queue";
const DETAIL: &str = "the plan to rewrite the scheduler in the open";
const ADDED: &str = "I have thought about it all evening.";

/// Somebody at a screen reader.
struct Listener<'a> {
    window: Afterword<'a>,
}

impl Listener<'_> {
    /// Presses the button with that name; a dialog's comes after those that it covers.
    fn press(&self, name: &str) {
        let reader = self.window.desk.reader();
        let is_it = |widget: &Widget| widget.role == "button" && widget.name == name;
        let button = eventually(name, || reader.visible().into_iter().rev().find(is_it));
        reader.press(&button);
    }

    /// Fills the field with that name in, and waits until it says so.
    fn write(&self, name: &str, text: &str) {
        let reader = self.window.desk.reader();
        eventually(&format!("“{text}” in {name}"), || {
            let field = self.window.field(name);
            if field.text.as_deref() == Some(text) {
                return Some(());
            }
            reader.focus(&field);
            reader.write(&field, text);
            None
        });
    }
}

#[test]
fn the_main_job_is_done_over_the_bus_of_screen_readers_alone() {
    let desk = Desk::new("by-screen-reader");
    let file = desk.path("search.ron");
    let name = file.to_string_lossy().into_owned();
    let listener = Listener {
        window: Afterword::open(&desk, &["--file", &name]),
    };

    // An application.
    listener.press("New application");
    listener.write("Company", COMPANY);
    listener.write("Position", "Backend engineer");
    listener.press("Add");

    // An interview that has just ended.
    let start = Local::now() - TimeDelta::minutes(50);
    listener.press("Add interview");
    listener.write("Date", &start.format("%Y-%m-%d").to_string());
    listener.write("Time", &start.format("%H:%M").to_string());
    listener.write("Minutes", "45");
    listener.write("With", "Ann Ito");
    listener.press("Add the interview");

    // What was talked about.
    listener.press("Note it");
    listener.write("What did Ann Ito talk about?", TOPIC);
    listener.press("Note it");
    eventually("the end of the questions", || {
        let asks = listener.window.shows(|name| name == "How did it go?");
        (!asks).then_some(())
    });

    // The letter, with a sentence of one's own.
    listener.press("Write");
    let question = "What did you hear about their work, team or plans that you liked?";
    listener.write(question, DETAIL);
    let made = eventually("the facts in the letter", || {
        let text = listener.window.field("Message").text?;
        (text.contains(TOPIC) && text.contains(DETAIL)).then_some(text)
    });
    listener.write("Message", &format!("{made} {ADDED}"));

    // Copied, whatever the review says of it.
    listener.press("Copy message");
    let copied = eventually("a letter on the clipboard", || {
        if listener.window.shows(|name| name == "Copy anyway") {
            listener.press("Copy anyway");
        }
        Some(desk.clipboard()).filter(|text| text.contains(ADDED))
    });
    assert!(copied.contains(TOPIC), "{copied}");

    // Sent, and on the disk.
    listener.press("Mark as sent");
    let kept = eventually("the letter in the file", || {
        if listener.window.shows(|name| name == "Mark anyway") {
            listener.press("Mark anyway");
        }
        let text = fs::read_to_string(&file).ok()?;
        (text.contains("Sent(") && text.contains(ADDED)).then_some(text)
    });
    assert!(kept.contains(COMPANY), "{kept}");
    listener.window.close();
}
