use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Command, Effect, Go, NotifierStatus, View};
use crate::model::Theme;
use crate::ui::testing::{Window, search};

fn settings() -> Window {
    let mut window = Window::on(search(&[("Bolt", "applied")]));
    window.apply(Command::Go(Go::View(View::Settings)));
    window
}

/// Fills the field in and leaves it.
fn write(window: &mut Window, field: &str, text: &str) {
    window.fill(field, text);
    window.harness.key_press(Key::Tab);
    window.harness.run();
}

#[test]
fn a_field_takes_effect_when_it_is_left() {
    let mut window = settings();
    window.fill("Name", "Mina Okafor");
    assert_eq!(window.state().search.profile.name, "");
    window.harness.key_press(Key::Tab);
    window.harness.run();
    assert_eq!(window.state().search.profile.name, "Mina Okafor");
    write(&mut window, "Sign-off", "Warm regards");
    assert_eq!(window.state().search.profile.sign_off, "Warm regards");
    window.apply(Command::Undo);
    assert_eq!(window.state().search.profile.name, "");
}

#[test]
fn what_was_typed_is_kept_when_another_view_is_opened_by_key() {
    let mut window = settings();
    window.fill("Name", "Mina");
    window.apply(Command::Go(Go::View(View::Today)));
    window.apply(Command::Go(Go::View(View::Settings)));
    window.harness.run();
    assert_eq!(window.state().search.profile.name, "Mina");
}

#[test]
fn hours_and_days_are_read_or_refused_beneath_the_field() {
    let mut window = settings();
    write(&mut window, "Morning: check-ins fall due", "8:30");
    assert_eq!(window.state().search.policy.morning.to_string(), "08:30:00");
    write(&mut window, "Days between messages nobody asked for", "0");
    window
        .harness
        .get_by_label("Write a number of days from 1 to 365");
    assert_eq!(window.state().search.policy.interval_days, 7);
    write(&mut window, "Days between messages nobody asked for", "10");
    assert_eq!(window.state().search.policy.interval_days, 10);
    write(
        &mut window,
        "Days of silence before the first check-in",
        "20",
    );
    window
        .harness
        .get_by_label("Fewer than the days after which it is late");
}

#[test]
fn the_weekend_is_chosen_and_undone() {
    let mut window = settings();
    window.press("Friday");
    assert_eq!(window.state().search.policy.weekend.len(), 3);
    window.press("Saturday");
    assert_eq!(window.state().search.policy.weekend.len(), 2);
    window.press("Check in once on an application that nobody answered");
    assert!(!window.state().search.policy.check_applied);
    assert!(window.state().plan.actions().next().is_none());
}

#[test]
fn days_off_are_added_in_their_order_and_removed() {
    let mut window = settings();
    window.press("Add the day");
    window.harness.get_by_label("Which day is it?");
    for (day, name) in [("2026-12-25", "Christmas"), ("2026-12-24", "Christmas Eve")] {
        window.fill("Day off", day);
        window.fill("What it is", name);
        window.press("Add the day");
    }
    let names: Vec<&str> = window
        .state()
        .search
        .policy
        .days_off
        .iter()
        .map(|off| off.name.as_str())
        .collect();
    assert_eq!(names, ["Christmas Eve", "Christmas"]);
    window.fill("Day off", "2026-12-25");
    window.harness.get_by_label("This day is off already");
    window.press("Remove Fri 25 Dec, Christmas");
    assert_eq!(window.state().search.policy.days_off.len(), 1);
}

#[test]
fn what_you_did_is_told_changed_and_removed() {
    let mut window = settings();
    window.press("Add something you did");
    window.press("Add it");
    window.harness.get_by_label("What was it?");
    window.fill("What you did", "Cut the retries");
    window.press("Add it");
    assert_eq!(
        window.state().search.achievements[0].what,
        "Cut the retries"
    );
    write(&mut window, "What came of it", "80 % fewer");
    assert_eq!(window.state().search.achievements[0].result, "80 % fewer");
    window.press("Remove Cut the retries");
    assert!(window.state().search.achievements.is_empty());
}

#[test]
fn the_look_changes_at_once() {
    let mut window = settings();
    window.press("Dark");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.press("Light");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Light);
}

#[test]
fn the_file_and_the_notifications_are_asked_of_the_outside() {
    let mut window = settings();
    window.press("Open…");
    assert_eq!(window.asked.borrow().last(), Some(&Effect::ChooseFile));
    window.press("Save elsewhere…");
    assert_eq!(window.asked.borrow().last(), Some(&Effect::ChoosePlace));
    window.harness.get_by_label("Nothing was to be told yet");
    window.apply(Command::Notifier(NotifierStatus::Working));
    window.harness.get_by_label("Your desktop shows them");
}

#[test]
fn the_licences_are_there() {
    let mut window = settings();
    window.press("Show the licences");
    window.harness.get_by_label_contains("Apache License");
    window.press("Hide the licences");
}

#[test]
fn the_look_is_part_of_the_file_and_takes_effect_at_once() {
    let mut window = settings();
    window.press("Dark");
    assert_eq!(window.state().search.appearance.theme, Theme::Dark);
    assert!(matches!(
        window.asked.borrow().last(),
        Some(Effect::Save(_))
    ));
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.apply(Command::Undo);
    window.harness.run();
    assert_eq!(window.state().search.appearance.theme, Theme::System);
}

#[test]
fn the_backups_are_asked_for_where_the_file_is() {
    let mut window = settings();
    window.press("Backups…");
    let asked = window.asked.borrow();
    assert!(matches!(asked.last(), Some(Effect::ListBackups { .. })));
}

/// What can be set in the view, by its name.
fn names(window: &Window) -> Vec<String> {
    let is_setting = |role| {
        matches!(
            role,
            Role::MultilineTextInput
                | Role::Switch
                | Role::CheckBox
                | Role::RadioButton
                | Role::ComboBox
                | Role::TextInput
        )
    };
    let nodes = window.harness.query_all_by(|_| true);
    let labels = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        is_setting(node.role()).then(|| node.label()).flatten()
    });
    labels
        .filter(|label| label != "Find a setting" && label != "Search")
        .collect()
}

#[test]
fn every_setting_is_found_by_its_name_and_nothing_by_a_word_of_none() {
    let mut window = settings();
    let all = names(&window);
    assert!(all.len() > 20, "{all:?}");
    for name in all {
        window.fill("Find a setting", &name);
        assert!(names(&window).contains(&name), "{name}");
    }
    window.fill("Find a setting", "xyzzy");
    assert_eq!(names(&window), Vec::<String>::new());
    assert!(window.shows("No setting of that name"));
}

#[test]
fn the_list_of_sections_leads_to_each() {
    let mut window = settings();
    window.press("Go to Your file");
    window.harness.run();
    let place = window.harness.get_by_label("Your file").rect();
    assert!(place.top() > 0.0 && place.top() < 300.0, "{place}");
}

#[test]
fn larger_and_smaller_are_a_key_away_and_kept() {
    let mut window = settings();
    for (key, percent) in [
        (Key::Plus, 110),
        (Key::Equals, 125),
        (Key::Minus, 110),
        (Key::Num0, 100),
    ] {
        window.key(Modifiers::COMMAND, key);
        window.harness.run();
        assert_eq!(window.state().search.appearance.text_percent, percent);
        let zoom = window.harness.ctx.zoom_factor();
        assert!((zoom * 100.0 - f32::from(percent)).abs() < 0.01, "{zoom}");
    }
    let asked = window.asked.borrow();
    assert!(matches!(asked.last(), Some(Effect::Save(_))));
}

#[test]
fn files_that_were_opened_before_are_opened_again() {
    let mut window = settings();
    window.apply(Command::Recent(vec!["/home/kim/old.ron".into()]));
    window.press("/home/kim/old.ron");
    let open = Effect::Open("/home/kim/old.ron".into());
    assert_eq!(*window.asked.borrow(), [open]);
}
