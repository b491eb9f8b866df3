//! Notifications, and what is told where nobody takes them.

use std::thread;
use std::time::Duration;

use super::afterword::{Afterword, events};
use super::desk::{Desk, Parts, eventually, within};

/// A search with an interview of 45 minutes that ends in that many seconds; that is when it asks
/// how it went.
pub(super) fn ends_in(desk: &Desk, seconds: i64) -> String {
    let file = desk.path("search.ron");
    events(desk, &file, |line| {
        line(
            "applied",
            -9 * 24 * 60,
            r#""company":"Quill","position":"Engineer""#,
        );
    });
    super::afterword::events_at(desk, &file, seconds - 45 * 60, |line| {
        line(
            "interview",
            0,
            r#""minutes":45,"format":"video","with":["Ann Ito"]"#,
        );
    });
    file.to_string_lossy().into_owned()
}

#[test]
fn what_falls_due_is_notified_once_also_while_minimised() {
    let desk = Desk::new("notification");
    let file = ends_in(&desk, 8);
    let window = Afterword::open(&desk, &["--file", &file]);
    window.minimise();
    let early = desk.recorder().notes();
    assert!(early.is_empty(), "nothing is due yet: {early:?}");
    let note = eventually("a notification", || {
        desk.recorder().notes().first().cloned()
    });
    println!("While minimised: {} | {}", note.summary, note.body);
    let words = format!("{} {}", note.summary, note.body);
    assert!(words.contains("Quill"), "{words}");

    // The program is started anew, and is quiet.
    drop(window);
    let window = Afterword::open(&desk, &["--file", &file]);
    thread::sleep(Duration::from_secs(3));
    let notes = desk.recorder().notes();
    println!("After a restart: {} in all", notes.len());
    assert_eq!(notes.len(), 1, "{notes:#?}");
    window.close();
}

#[test]
fn without_a_notification_service_the_window_says_so() {
    let desk = Desk::with(
        "no-notifications",
        Parts {
            screen_reader: true,
            notifications: false,
        },
    );
    let file = ends_in(&desk, -60);
    let window = Afterword::open(&desk, &["--file", &file]);
    let banner = within(Duration::from_secs(20), || {
        let said = |name: &str| {
            name.to_lowercase()
                .contains("notifications do not reach you")
        };
        desk.reader()
            .visible()
            .into_iter()
            .find(|widget| said(&widget.name))
    });
    let banner = banner.expect("a banner about notifications");
    println!("The banner: {}", banner.name);
    window.close();
}
