//! Cards, moved with the pointer.

use std::fs;

use super::afterword::{Afterword, events};
use super::desk::{Desk, eventually};

#[test]
fn a_card_is_dragged_to_another_stage_and_back() {
    let desk = Desk::new("dragging");
    let file = desk.path("search.ron");
    events(&desk, &file, |line| {
        line(
            "applied",
            -3 * 24 * 60,
            r#""company":"Quill","position":"Engineer""#,
        );
    });
    let window = Afterword::open(&desk, &["--file", &file.to_string_lossy()]);
    window.click("Board");
    let card = window.find_beginning("Quill, Engineer").middle();
    let target = window.find_beginning("Interviewing, 0").middle();

    // Escape takes it back.
    desk.take_and_carry(card, (target.0, card.1));
    desk.press("Escape");
    desk.let_go();
    window.find_beginning("Applied, 1");
    println!("Escape: {}", window.columns().join("; "));

    // One who lets go means it.
    let before = fs::read_to_string(&file).unwrap();
    desk.take_and_carry(card, (target.0, card.1));
    desk.let_go();
    window.find_beginning("Interviewing, 1");
    let there = window.find_beginning("Quill, Engineer").middle();
    println!(
        "Dropped: {}; {card:?} -> {there:?}",
        window.columns().join("; ")
    );
    assert!((there.0 - target.0).abs() < 100, "it stands in that column");
    eventually("the stage in the file", || {
        (fs::read_to_string(&file).unwrap() != before).then_some(())
    });

    // And so does one who takes it back.
    desk.press("ctrl+z");
    window.find_beginning("Applied, 1");
    window.find_beginning("Interviewing, 0");
    println!("Undone: {}", window.columns().join("; "));
    window.close();
}
