//! The agent, and what is answered to its notifications.

use std::thread;
use std::time::{Duration, Instant};

use super::afterword::{Afterword, command, events};
use super::desk::{Desk, Parts, eventually, within};
use super::notifying::ends_in;

#[test]
fn what_falls_due_while_closed_is_told_and_a_click_opens_the_window_there() {
    let desk = Desk::new("agent");
    let file = ends_in(&desk, 4);
    let agent = desk.start(command(&desk, &["agent", "--file", &file]));
    let note = eventually("a notification", || {
        desk.recorder().notes().first().cloned()
    });
    println!("While closed: {} | {}", note.summary, note.body);
    assert_eq!(note.actions, ["default", "open", "snooze", "done"]);

    let clicked = Instant::now();
    desk.recorder().press(note.id, "default");
    let title = Afterword::opened_by_another(&desk);
    println!("{title:?} after {:?}", clicked.elapsed());
    desk.reader()
        .find("the dialog", |widget| widget.name.contains("did it go"));

    println!("The agent holds {:?}", agent.memory());
    println!("and used {:?}", agent.processor_time());
    thread::sleep(Duration::from_secs(1));
    assert_eq!(desk.recorder().notes().len(), 1, "told once");
}

#[test]
fn a_click_leads_there_in_a_window_that_is_open() {
    let desk = Desk::new("agent-and-window");
    let file = ends_in(&desk, -60);
    let agent = desk.start(command(&desk, &["agent", "--file", &file]));
    let note = eventually("a notification", || {
        desk.recorder().notes().first().cloned()
    });
    let window = Afterword::open(&desk, &["--file", &file]);
    window.minimise();
    let clicked = Instant::now();
    desk.recorder().press(note.id, "open");
    let opened = within(Duration::from_secs(10), || {
        window
            .shows(|name| name.contains("did it go"))
            .then(|| clicked.elapsed())
    });
    println!("In the open window after {opened:?}");
    assert!(opened.is_some());
    drop(agent);
    window.close();
}

#[test]
fn a_click_shows_at_once_in_a_window_that_is_open() {
    let desk = Desk::with(
        "agent-at-once",
        Parts {
            screen_reader: false,
            notifications: true,
        },
    );
    let file = ends_in(&desk, -60);
    let _agent = desk.start(command(&desk, &["agent", "--file", &file]));
    let note = eventually("a notification", || {
        desk.recorder().notes().first().cloned()
    });
    let window = Afterword::open(&desk, &["--file", &file]);
    window.program.come_to_rest();
    let before = window.brightness();
    let clicked = Instant::now();
    desk.recorder().press(note.id, "default");
    // The dialog darkens what lies behind it.
    eventually("the dialog", || {
        (window.brightness() != before).then_some(())
    });
    println!("Painted {:?} after the click", clicked.elapsed());
}

#[test]
fn a_snooze_lasts_over_a_restart_and_another_agent_takes_over_from_one_that_was_killed() {
    let desk = Desk::new("agent-snooze");
    let file = ends_in(&desk, -60);
    let agent = desk.start(command(&desk, &["agent", "--file", &file]));
    let second = desk.start(command(&desk, &["agent", "--file", &file]));
    let note = eventually("a notification", || {
        desk.recorder().notes().first().cloned()
    });
    desk.recorder().press(note.id, "snooze");
    was_put_off(&desk);
    // Killed, not asked to end.
    drop(agent);
    thread::sleep(Duration::from_secs(2));
    assert_eq!(desk.recorder().notes().len(), 1, "it was put off");
    drop(second);
    let window = Afterword::open(&desk, &["--file", &file]);
    thread::sleep(Duration::from_secs(2));
    assert_eq!(desk.recorder().notes().len(), 1, "also after a restart");
    window.close();
}

#[test]
fn a_service_that_answers_only_the_sender_is_heard() {
    let desk = Desk::new("agent-sender");
    let file = ends_in(&desk, -60);
    let _agent = desk.start(command(&desk, &["agent", "--file", &file]));
    let note = eventually("a notification", || {
        desk.recorder().notes().first().cloned()
    });
    desk.recorder().press_and_tell_the_sender(&note, "snooze");
    was_put_off(&desk);
}

#[test]
fn what_was_done_elsewhere_is_taken_from_the_screen_and_from_the_dock() {
    let desk = Desk::new("agent-withdraws");
    let dock = desk.dock();
    let file = ends_in(&desk, -60);
    let _agent = desk.start(command(&desk, &["agent", "--file", &file]));
    let note = eventually("a notification", || {
        desk.recorder().notes().first().cloned()
    });
    eventually("a count on the dock", || dock.count().filter(|n| *n == 1));

    // The search ends: nothing is left to be reminded of.
    let path = std::path::Path::new(&file);
    events(&desk, path, |line| {
        line("closed", 0, r#""outcome":"withdrawn""#);
    });
    // The agent looks at the file twice a minute.
    let taken_back = within(Duration::from_secs(45), || {
        desk.recorder().closed().contains(&note.id).then_some(())
    });
    assert!(taken_back.is_some());
    eventually("no count on the dock", || {
        dock.count().is_none().then_some(())
    });
}

fn was_put_off(desk: &Desk) {
    let ledger = desk.path("search.reminders.ron");
    eventually("a snooze on the disk", || {
        let text = std::fs::read_to_string(&ledger).unwrap_or_default();
        text.contains("snoozed").then_some(())
    });
}
