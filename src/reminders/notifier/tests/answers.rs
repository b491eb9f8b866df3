//! What users answer to notifications, and what becomes of those on the screen.

use super::*;
use crate::reminders::desktop::{Answer, Button};
use crate::reminders::target::Target;

/// A reminder to thank Ann, on the screen.
fn shown() -> (World, ApplicationId, Watch, Shown) {
    let mut world = World::at("2026-11-23T18:01");
    let id = world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    let number = world.desktop.shown.lock().unwrap()[0].number;
    (world, id, watch, Shown { id: number, by: 1 })
}

fn within_a_second(done: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    while !done() && start.elapsed() < Duration::from_secs(10) {
        thread::sleep(Duration::from_millis(1));
    }
    done()
}

#[test]
fn a_click_leads_to_the_action_and_to_today_where_there_are_several() {
    let (mut world, id, mut watch, one) = shown();
    watch.hear(vec![Answer::Open(one, Some("token".to_owned()))]);
    let action = Plan::new(&world.search, &world.clock.lock().unwrap()).of(id)[0].clone();
    let open = Wish::Open(Target::of(&action), Some("token".to_owned()));
    assert_eq!(*world.wishes.lock().unwrap(), [open]);

    for n in 0..4 {
        world.interview(&format!("Bolt {n}"), "2026-11-23T14:30", &["Per Ek"]);
    }
    watch.follow(world.search.clone());
    world.set("2026-11-23T18:30");
    watch.tick();
    let summary = world.desktop.shown.lock().unwrap()[1].clone();
    assert_eq!(summary.buttons, [Button::Open("Show them")]);
    let shown = Shown {
        id: summary.number,
        by: 1,
    };
    watch.hear(vec![Answer::Open(shown, None)]);
    let last = world.wishes.lock().unwrap().last().cloned();
    assert_eq!(last, Some(Wish::Open(Target::Today, None)));
}

#[test]
fn snooze_puts_it_off_until_the_evening_or_the_morning_and_shows_it_then() {
    let (world, _, mut watch, one) = shown();
    watch.hear(vec![Answer::Snooze(one)]);
    // It is evening already.
    for (at, count) in [
        ("2026-11-23T23:00", 1),
        ("2026-11-24T08:59", 1),
        ("2026-11-24T09:00", 2),
    ] {
        world.set(at);
        watch.tick();
        assert_eq!(world.desktop.titles().len(), count, "{at}");
    }
}

#[test]
fn done_is_handed_over() {
    let (world, id, mut watch, one) = shown();
    watch.hear(vec![Answer::Done(one)]);
    let action = Plan::new(&world.search, &world.clock.lock().unwrap()).of(id)[0].clone();
    let done = Wish::Done(Target::of(&action));
    assert_eq!(*world.wishes.lock().unwrap(), [done]);
}

#[test]
fn what_is_of_another_program_or_another_run_of_the_service_is_not_heard() {
    let (world, _, mut watch, one) = shown();
    watch.hear(vec![
        Answer::Open(Shown { id: 7, ..one }, None),
        Answer::Done(Shown { by: 2, ..one }),
        Answer::Snooze(Shown { id: 8, ..one }),
    ]);
    assert!(world.wishes.lock().unwrap().is_empty());
}

#[test]
fn a_notification_goes_when_the_thing_is_done_also_by_another_notifier() {
    let (mut world, id, watch, one) = shown();
    drop(watch);
    let mut watch = world.watch();
    watch.tick();
    assert!(world.desktop.withdrawn.lock().unwrap().is_empty());
    world.thank(id, "Ann Ito", "2026-11-23T18:00");
    watch.follow(world.search.clone());
    for _ in 0..3 {
        watch.tick();
    }
    let withdrawn = || world.desktop.withdrawn.lock().unwrap().clone();
    assert!(within_a_second(|| !withdrawn().is_empty()));
    assert_eq!(withdrawn(), [one], "once");
}

#[test]
fn a_notification_goes_when_it_is_put_off_in_the_window() {
    let (world, id, mut watch, one) = shown();
    let action = Plan::new(&world.search, &world.clock.lock().unwrap()).of(id)[0].clone();
    let until = Quiet::Until(moment("2026-11-23T20:00"));
    watch.note(vec![Request::Quiet(Key::of(&action), Some(until))]);
    watch.tick();
    let withdrawn = || world.desktop.withdrawn.lock().unwrap().clone();
    assert!(within_a_second(|| !withdrawn().is_empty()));
    assert_eq!(withdrawn(), [one]);
}

#[test]
fn the_last_call_takes_the_place_of_the_first() {
    let (world, _, mut watch, one) = shown();
    world.set("2026-11-24T13:00");
    watch.tick();
    let shown = world.desktop.shown.lock().unwrap();
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[1].replaces, Some(one));
}

#[test]
fn one_that_the_user_closed_is_not_replaced() {
    let (world, _, mut watch, one) = shown();
    watch.hear(vec![Answer::Closed(one)]);
    world.set("2026-11-24T13:00");
    watch.tick();
    let shown = world.desktop.shown.lock().unwrap();
    assert_eq!(shown[1].replaces, None);
}
