//! Ledgers, locks and names that are not as they should be.

use super::*;
use crate::reminders::notification::{BODY, TITLE};

fn due() -> World {
    let mut world = World::at("2026-11-23T18:01");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    world
}

#[test]
fn a_name_of_ten_thousand_characters_and_its_markup_stay_one_short_line() {
    let mut world = World::at("2026-11-23T18:01");
    let name = format!("<b>{}\n\u{202e}", "x".repeat(10_000));
    world.interview(&name, "2026-11-23T14:00", &[name.as_str()]);
    world.watch().tick();
    let shown = world.desktop.shown.lock().unwrap();
    assert!(shown[0].title.chars().count() <= TITLE);
    assert!(shown[0].body.chars().count() <= BODY);
    assert!(!shown[0].title.contains(['\n', '\u{202e}']));
}

#[test]
fn a_damaged_ledger_repeats_once_at_most() {
    let world = due();
    for damage in ["", "(records: {", "\0\0\0\0", "()", "(records: 7)"] {
        std::fs::write(world.places().ledger(), damage).unwrap();
        let before = world.desktop.titles().len();
        for _ in 0..3 {
            world.watch().tick();
        }
        assert_eq!(world.desktop.titles().len(), before + 1, "{damage}");
    }
}

#[test]
fn a_ledger_from_the_future_hides_nothing_that_falls_due() {
    let mut world = due();
    let mut watch = world.watch();
    watch
        .ledger
        .change(|ledger| ledger.last_look = Some(moment("2031-01-01T00:00")))
        .unwrap();
    watch.tick();
    let id = world.interview("Bolt", "2026-11-23T16:00", &["Per Ek"]);
    assert!(world.search.application(id).is_some());
    watch.follow(world.search.clone());
    world.set("2026-11-23T18:30");
    watch.tick();
    assert!(
        world
            .desktop
            .titles()
            .iter()
            .any(|title| title.contains("Bolt")),
        "{:?}",
        world.desktop.titles()
    );
}

/// Puts something where the lock should be; it may lead to a victim.
#[cfg(unix)]
type Plant = dyn Fn(&std::path::Path, &std::path::Path);

#[cfg(unix)]
#[test]
fn a_lock_that_is_a_link_or_a_pipe_stops_nothing_and_two_notifiers_tell_once() {
    let plant_link = |path: &std::path::Path, victim: &std::path::Path| {
        std::os::unix::fs::symlink(victim, path).unwrap();
    };
    let plant_pipe = |path: &std::path::Path, _: &std::path::Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
    };
    let plants: [&Plant; 2] = [&plant_link, &plant_pipe];
    for plant in plants {
        let world = due();
        let victim = world.folder.path().join("victim");
        std::fs::write(&victim, "precious").unwrap();
        plant(&world.places().notifier_lock(), &victim);
        let (mut one, mut two) = (world.watch(), world.watch());
        for _ in 0..3 {
            one.tick();
            two.tick();
        }
        assert_eq!(world.desktop.titles().len(), 1);
        assert_eq!(std::fs::read_to_string(&victim).unwrap(), "precious");
    }
}

#[test]
fn five_thousand_due_at_once_are_one_summary_without_delay() {
    let mut world = World::at("2026-11-23T18:30");
    for n in 0..5000 {
        world.interview(&format!("Acme {n}"), "2026-11-23T14:00", &["Ann Ito"]);
    }
    let start = Instant::now();
    let mut watch = world.watch();
    watch.tick();
    watch.tick();
    assert_eq!(world.desktop.titles(), ["5000 follow-ups are due"]);
    // Unoptimised, and with other tests beside it.
    assert!(start.elapsed() < Duration::from_secs(60));
}
