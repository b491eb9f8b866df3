//! What writing letters costs, and that it is given back.

use std::thread;
use std::time::{Duration, Instant};

use super::afterword::{Afterword, events};
use super::desk::{Desk, eventually, within};

/// The window's own memory grows by less than this through composing, in KiB.
const MOST: u64 = 15 * 1024;
/// The proof-reader is gone this long after the last letter was closed: a minute, and some time to
/// end.
const GONE: Duration = Duration::from_secs(75);
/// It is not sent away at once: the next letter is often a click away.
const STAYS: Duration = Duration::from_secs(45);

#[test]
fn writing_letters_leaves_little_behind() {
    let desk = Desk::new("composing");
    let file = desk.path("search.ron");
    let name = file.to_string_lossy().into_owned();
    events(&desk, &file, |event| {
        event(
            "applied",
            -20_000,
            r#""company":"Quill","position":"Engineer""#,
        );
        event(
            "interview",
            -60,
            r#""minutes":45,"format":"video","with":["Dana Wu","Ann Ito"]"#,
        );
    });
    let window = Afterword::open(&desk, &["--file", &name]);
    window.click("Board");
    window.click_beginning("Quill, Engineer");
    window.find("Write");
    let before = rested(&window);
    assert!(window.program.children().is_empty(), "nothing reads yet");

    window.click("Write");
    let message = window.field("Message");
    eventually("a proof-reader", || {
        (!window.program.children().is_empty()).then_some(())
    });
    let reader = window.program.children();
    assert_eq!(reader.len(), 1, "{reader:?}");
    // Somebody writes for a while, to two people.
    for person in ["Dana Wu", "Ann Ito"] {
        window.click(person);
        desk.click_at(message.middle());
        for round in 0..10 {
            desk.type_text(&format!("I beleive in number {round}, honestly. "));
            desk.press("Return");
        }
    }
    eventually("a slip that was found", || {
        window.shows(|name| name.contains("beleive")).then_some(())
    });
    let writing = window.program.memory().own;
    window.click("Back to Board");
    let closed = Instant::now();
    assert_eq!(window.program.children(), reader, "it stays a while");
    let after = rested(&window);
    println!(
        "The window's own memory: {} MiB before, {} while writing, {} after",
        before / 1024,
        writing / 1024,
        after / 1024
    );
    assert!(after < before + MOST && writing < before + MOST);

    thread::sleep(STAYS.saturating_sub(closed.elapsed()));
    assert_eq!(window.program.children(), reader, "it stays a while");
    let gone = within(GONE.saturating_sub(closed.elapsed()), || {
        window.program.children().is_empty().then_some(())
    });
    let waited = closed.elapsed();
    assert!(gone.is_some(), "it is still there after {waited:?}");
    println!("The proof-reader was gone {} s later", waited.as_secs());
    window.close();
}

/// The window's own memory once it has come to rest, in KiB.
fn rested(window: &Afterword<'_>) -> u64 {
    window.program.come_to_rest();
    window.program.memory().own
}
