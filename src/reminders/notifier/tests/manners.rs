//! Quiet hours, days off, switches, and that nothing comes more often than it should.

use chrono::{NaiveTime, TimeDelta};

use super::*;
use crate::model::{OnDaysOff, QuietHours, ReminderKind};

impl World {
    /// Lets the notifier look every five minutes until then; the times at which something came.
    fn until(&mut self, end: &str) -> Vec<String> {
        let mut watch = self.watch();
        let mut times = Vec::new();
        while self.clock.lock().unwrap().now < moment(end) {
            let before = self.desktop.titles().len();
            watch.tick();
            for title in self.desktop.titles().split_off(before) {
                let now = self.clock.lock().unwrap().now;
                times.push(format!("{} {title}", now.format("%a %H:%M")));
            }
            self.turn(TimeDelta::minutes(5));
        }
        times
    }

    fn quiet(&mut self, from: &str, to: &str) {
        let time = |text: &str| text.parse::<NaiveTime>().unwrap();
        self.search.reminders.quiet_hours = Some(QuietHours {
            from: time(from),
            to: time(to),
        });
    }
}

#[test]
fn what_falls_into_quiet_hours_comes_when_they_end() {
    let mut world = World::at("2026-11-23T17:00");
    world.quiet("17:30:00", "19:30:00");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    assert_eq!(
        world.until("2026-11-23T23:00"),
        ["Mon 19:30 Thank Ann Ito (Acme) by 15:00 tomorrow"]
    );
}

#[test]
fn a_last_call_that_would_come_too_late_comes_before_the_quiet_hours() {
    let mut world = World::at("2026-11-23T17:00");
    // The last call is at 13:00, and at 15:00 it is late.
    world.quiet("12:00:00", "16:00:00");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    world.until("2026-11-24T11:59");
    world.set("2026-11-24T11:59");
    assert_eq!(
        world.until("2026-11-26T23:00"),
        ["Tue 11:59 Thank Ann Ito (Acme) by 15:00"]
    );
}

#[test]
fn nothing_comes_in_quiet_hours_to_a_machine_that_wakes_in_them() {
    let mut world = World::at("2026-11-23T17:00");
    world.quiet("22:00:00", "07:00:00");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    world.watch().tick();
    world.set("2026-11-23T23:30");
    assert_eq!(
        world.until("2026-11-24T08:00"),
        ["Tue 07:00 Thank Ann Ito (Acme) by 15:00"]
    );
}

/// A last word falls due on a Saturday, a thank-you in its evening.
fn on_a_saturday(what: OnDaysOff) -> Vec<String> {
    let mut world = World::at("2026-11-28T08:00");
    world.search.reminders.on_days_off = what;
    world.interview("Acme", "2026-11-28T14:00", &["Ann Ito"]);
    let id = world.interview("Bolt", "2026-10-20T14:00", &[]);
    let mut one = (**world.search.application(id).unwrap()).clone();
    for (scenario, at) in [
        (Scenario::CheckInFirst, "2026-11-07T09:00"),
        (Scenario::CheckInSecond, "2026-11-14T09:00"),
        (Scenario::CheckInFinal, "2026-11-21T09:00"),
        (Scenario::LinkedInFinal, "2026-11-21T09:00"),
    ] {
        one.history.push(Entry::new(
            When::Moment(moment(at)),
            Event::Sent(Message {
                scenario,
                to: Vec::new(),
                channel: None,
                subject: String::new(),
                body: String::new(),
                day: None,
            }),
        ));
    }
    world.search.put(one);
    let times = world.until("2026-12-01T12:00");
    let what = |line: &String| line.split(" (").next().unwrap().to_owned();
    times.iter().map(what).collect()
}

#[test]
fn on_days_off_only_what_cannot_wait_is_told_unless_wanted_otherwise() {
    let thanks = |times: &[String]| times.iter().any(|line| line.starts_with("Sat 18:00 Thank"));
    let word = |times: &[String], day: &str| {
        times
            .iter()
            .any(|line| line.starts_with(&format!("{day} 09:00 A last word")))
    };
    let times = on_a_saturday(OnDaysOff::WhatCannotWait);
    assert!(thanks(&times) && word(&times, "Mon"), "{times:#?}");
    let times = on_a_saturday(OnDaysOff::Everything);
    assert!(thanks(&times) && word(&times, "Sat"), "{times:#?}");
    let times = on_a_saturday(OnDaysOff::Nothing);
    let on_days_off = |line: &String| line.starts_with("Sat") || line.starts_with("Sun");
    assert!(
        !times.is_empty() && !times.iter().any(on_days_off),
        "{times:#?}"
    );
}

#[test]
fn what_is_switched_off_is_not_told_and_what_is_on_is() {
    for (silent, off, count) in [
        (vec![ReminderKind::ThankYou], false, 0),
        (vec![ReminderKind::CheckIn], false, 1),
        (vec![], true, 0),
    ] {
        let mut world = World::at("2026-11-23T18:01");
        world.search.reminders.silent = silent.clone();
        world.search.reminders.off = off;
        world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
        world.watch().tick();
        assert_eq!(world.desktop.titles().len(), count, "{silent:?} {off}");
    }
}

#[test]
fn no_name_is_told_where_names_are_hidden_and_no_sound_unless_wanted() {
    let mut world = World::at("2026-11-23T18:01");
    world.search.reminders.hide_names = true;
    world.search.reminders.sound = true;
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    world.watch().tick();
    for n in 0..4 {
        world.interview(&format!("Bolt {n}"), "2026-11-23T14:30", &["Per Ek"]);
    }
    world.set("2026-11-23T18:30");
    world.watch().tick();
    let shown = world.desktop.shown.lock().unwrap();
    assert_eq!(shown[0].title, "Thank them by 15:00 tomorrow");
    assert_eq!(shown[1].title, "4 follow-ups are due");
    for one in shown.iter() {
        for name in ["Ann", "Acme", "Per", "Bolt"] {
            assert!(
                !one.title.contains(name) && !one.body.contains(name),
                "{one:?}"
            );
        }
        assert!(one.sound);
    }
    drop(shown);
    let mut quiet = World::at("2026-11-23T18:01");
    quiet.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    quiet.watch().tick();
    assert!(!quiet.desktop.shown.lock().unwrap()[0].sound);
}

#[test]
fn a_snooze_ends_at_its_moment_also_in_quiet_hours() {
    let mut world = World::at("2026-11-23T18:05");
    world.quiet("22:00:00", "07:00:00");
    let id = world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    let key = Key::of(&Plan::new(&world.search, &world.clock.lock().unwrap()).of(id)[0]);
    let until = moment("2026-11-23T22:30");
    watch.note(vec![Request::Quiet(key, Some(Quiet::Until(until)))]);
    drop(watch);
    assert_eq!(
        world.until("2026-11-24T00:00"),
        ["Mon 22:30 Thank Ann Ito (Acme) by 15:00 tomorrow"]
    );
}
