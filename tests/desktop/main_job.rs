//! What Afterword is for, from an empty file to a letter that is sent.

use std::fs;

use chrono::{Local, TimeDelta};

use super::afterword::Afterword;
use super::desk::{Desk, eventually};

const COMPANY: &str = "Quill and Sons";
const POSITION: &str = "Backend engineer";
const TOPIC: &str = "retry storms in the payment queue";
const DETAIL: &str = "the plan to rewrite the scheduler in the open";
const CHALLENGE: &str = "queues grow long at the end of the month";
const ACHIEVEMENT: &str = "At Bolt I gave callers a budget; retries fell by eighty per cent";

#[test]
fn a_thank_you_is_written_copied_and_kept() {
    let desk = Desk::new("main-job");
    let file = desk.path("search.ron");
    let name = file.to_string_lossy().into_owned();
    let window = Afterword::open(&desk, &["--file", &name]);

    // An application, from its company and position alone.
    window.click("New application");
    window.fill("Company", COMPANY);
    window.fill("Position", POSITION);
    desk.press("Return");
    let card = format!("{COMPANY}, {POSITION}");
    if !window.shows(|name| name == "Add interview") {
        window.click("Board");
        window.click_beginning(&card);
    }

    // An interview with two people, which has just ended.
    let start = Local::now() - TimeDelta::minutes(50);
    window.click("Add interview");
    window.fill("Date", &start.format("%Y-%m-%d").to_string());
    desk.press("Tab");
    window.fill("Time", &start.format("%H:%M").to_string());
    window.fill("Minutes", "45");
    window.fill("With", "Dana Wu, Ann Ito");
    window.click("Add the interview");

    // How it went.
    window.click("Note it");
    window.fill("What did Dana Wu talk about?", TOPIC);
    window.fill(
        "What did Ann Ito talk about?",
        "a team that is spread over three cities",
    );
    desk.press("ctrl+Return");
    eventually("the end of the questions", || {
        (!window.shows(|name| name == "How did it go?")).then_some(())
    });

    // The letter.
    window.click("Write");
    let message = window.field("Message").text.unwrap_or_default();
    assert!(message.contains(TOPIC), "what was noted: {message}");
    assert!(message.contains("Dana"), "whom it is for: {message}");
    for (question, answer) in [
        (
            "What did you hear about their work, team or plans that you liked?",
            DETAIL,
        ),
        ("What did they say is hard right now?", CHALLENGE),
        (
            "What have you done before that comes close to it, and what came of it?",
            ACHIEVEMENT,
        ),
    ] {
        window.fill(question, answer);
    }
    eventually("the facts in the letter", || {
        let message = window.field("Message").text?;
        (message.contains(DETAIL) && message.contains("eighty per cent")).then_some(())
    });
    window.click("Copy message");
    let copied = eventually("a letter on the clipboard", || {
        if window.shows(|name| name == "Copy anyway") {
            window.click("Copy anyway");
        }
        Some(desk.clipboard()).filter(|text| text.contains(TOPIC))
    });
    println!(
        "On the clipboard: {} words\n{copied}",
        copied.split_whitespace().count()
    );
    assert!(copied.contains(DETAIL), "{copied}");

    // The mail program has it too.
    window.click("Open in mail");
    let mail = eventually("a mail", || {
        if window.shows(|name| name == "Open anyway") {
            window.click("Open anyway");
        }
        Some(desk.opened()).filter(|opened| !opened.is_empty())
    });
    println!("Opened: {}…", mail.chars().take(60).collect::<String>());
    assert!(mail.starts_with("mailto:"), "{mail}");

    // Sent; and all of it on the disk.
    window.click("Mark as sent");
    let kept = eventually("the letter in the file", || {
        let text = fs::read_to_string(&file).ok()?;
        (text.contains("thank-you") && text.contains(DETAIL)).then_some(text)
    });
    for words in [COMPANY, POSITION, "Dana Wu", "Ann Ito", TOPIC, CHALLENGE] {
        assert!(kept.contains(words), "{words} in:\n{kept}");
    }
    println!("The file: {} lines", kept.lines().count());
    window.close();

    // The next day, so to speak.
    let window = Afterword::open(&desk, &["--file", &name]);
    window.click("Board");
    let card = window.find_beginning(&card);
    println!("After a restart: {}", card.name);
    desk.click_at(card.middle());
    window.find("Add interview");
    assert!(
        window.shows(|name| name.contains("Dana Wu")),
        "whom the letter went to"
    );
    window.close();
}
