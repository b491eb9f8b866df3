//! A change is kept, however the program ends right after it.

use std::fs;
use std::time::Duration;

use super::afterword::Afterword;
use super::desk::{Desk, PATIENCE};

fn changed<'a>(desk: &'a Desk, file: &str) -> Afterword<'a> {
    let window = Afterword::open(desk, &["--file", file]);
    window.click("New application");
    window.fill("Company", "Quill");
    window.fill("Position", "Engineer");
    desk.press("Return");
    // As soon as it is there.
    let seen = desk.reader().look_for(PATIENCE, |widget| {
        widget.role != "entry" && widget.name.contains("Quill")
    });
    println!("Added: {}", seen.expect("the application is added").name);
    window
}

#[test]
fn closing_right_after_a_change_keeps_it() {
    let desk = Desk::new("closing");
    let file = desk.path("search.ron");
    let window = changed(&desk, &file.to_string_lossy());
    window.close();
    let text = fs::read_to_string(&file).expect("the file");
    println!("Closed: {} lines", text.lines().count());
    assert!(text.contains("Quill"), "{text}");
}

#[test]
fn being_ended_by_the_system_right_after_a_change_keeps_it() {
    let desk = Desk::new("terminated");
    let file = desk.path("search.ron");
    let mut window = changed(&desk, &file.to_string_lossy());
    window.program.terminate();
    let end = window.program.ended(Duration::from_secs(10));
    let text = fs::read_to_string(&file).unwrap_or_default();
    println!("It ended with {end:?}; {} lines", text.lines().count());
    assert!(end.is_some(), "it ends when it is told to");
    assert!(text.contains("Quill"), "the change is in the file: {text}");
}

#[test]
fn a_minimised_window_ends_when_the_system_says_so() {
    let desk = Desk::new("terminated-minimised");
    let mut window = Afterword::open(&desk, &["--demo"]);
    window.minimise();
    window.program.terminate();
    let end = window.program.ended(Duration::from_secs(10));
    println!("It ended with {end:?}");
    assert!(end.is_some_and(|end| end.success()), "it ends, and well");
}
