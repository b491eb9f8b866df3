//! Notification services of every kind: each thing that is due is told once, as soon as they can.

use std::thread;
use std::time::{Duration, Instant};

use super::afterword::command;
use super::desk::notifications::Temper;
use super::desk::{Desk, Parts, eventually, within};
use super::notifying::ends_in;

/// The agent looks twice a minute.
const TWO_LOOKS: Duration = Duration::from_secs(65);

/// Waits for the one notification, and that no other follows.
fn told_once(desk: &Desk) {
    let start = Instant::now();
    let told = within(TWO_LOOKS, || desk.recorder().notes().first().cloned());
    println!("Told after {:?}", start.elapsed());
    assert!(
        told.is_some(),
        "it was asked {} times",
        desk.recorder().asked()
    );
    thread::sleep(Duration::from_secs(3));
    assert_eq!(desk.recorder().notes().len(), 1, "told once");
}

fn without_reader(notifications: bool) -> Parts {
    Parts {
        screen_reader: false,
        notifications,
    }
}

#[test]
fn one_that_refuses_is_asked_again() {
    let desk = Desk::with("service-errs", without_reader(true));
    desk.recorder().be(Temper::Errs);
    let file = ends_in(&desk, -60);
    let _agent = desk.start(command(&desk, &["agent", "--file", &file]));
    eventually("an attempt", || (desk.recorder().asked() > 0).then_some(()));
    assert!(desk.recorder().notes().is_empty());
    desk.recorder().be(Temper::Kind);
    told_once(&desk);
}

#[test]
fn one_that_hangs_is_waited_for_and_not_flooded() {
    let desk = Desk::with("service-hangs", without_reader(true));
    desk.recorder().be(Temper::Hangs);
    let file = ends_in(&desk, -60);
    let _agent = desk.start(command(&desk, &["agent", "--file", &file]));
    eventually("an attempt", || (desk.recorder().asked() > 0).then_some(()));
    thread::sleep(Duration::from_secs(12));
    assert_eq!(desk.recorder().asked(), 1);
    desk.recorder().be(Temper::Kind);
    told_once(&desk);
    assert_eq!(desk.recorder().asked(), 1);
}

#[test]
fn one_that_comes_late_is_told_what_fell_due_before() {
    let mut desk = Desk::with("service-late", without_reader(false));
    let file = ends_in(&desk, -60);
    let _agent = desk.start(command(&desk, &["agent", "--file", &file]));
    thread::sleep(Duration::from_secs(3));
    desk.start_recorder();
    told_once(&desk);
}

#[test]
fn one_without_buttons_is_sent_none() {
    let desk = Desk::with("service-plain", without_reader(true));
    desk.recorder().be(Temper::Plain);
    let file = ends_in(&desk, -60);
    let _agent = desk.start(command(&desk, &["agent", "--file", &file]));
    told_once(&desk);
    let notes = desk.recorder().notes();
    assert!(
        notes.iter().all(|note| note.actions.is_empty()),
        "{notes:?}"
    );
}
