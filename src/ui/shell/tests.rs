//! The bars, the keys that work everywhere, and what stays in sight.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::app::{BannerKind, Command, Dialog, Effect, Go, NotifierStatus, SaveStatus, View};
use crate::model::JobSearch;
use crate::ui::testing::{Window, search};

#[test]
fn keys_and_tabs_lead_to_the_views() {
    let mut window = Window::on(JobSearch::default());
    for (key, view) in [
        (Key::Num1, View::Today),
        (Key::Num2, View::Board),
        (Key::Num3, View::Insights),
        (Key::Num4, View::Settings),
    ] {
        window.key(Modifiers::COMMAND, key);
        assert_eq!(window.state().view, view);
    }
    for view in View::TABS {
        window
            .harness
            .get_by_role_and_label(egui::Role::Tab, view.name())
            .click();
        window.harness.run();
        assert_eq!(window.state().view, view);
    }
}

#[test]
fn where_saving_stands_is_said_below_and_a_failure_on_top() {
    let mut window = Window::on(JobSearch::default());
    assert!(window.shows("Saved · afterword.ron"));
    window.apply(Command::Saving(SaveStatus::Failed(
        "the disk is full.".into(),
    )));
    assert!(window.shows("Not saved: the disk is full · afterword.ron"));
    assert!(window.shows("Not saved: the disk is full."));
    window.click_button("Try again");
    assert!(!window.shows("Close"), "it goes when it is saved");
    window.click_button("Save a copy…");
    assert_eq!(
        *window.asked.borrow(),
        [Effect::RetrySave, Effect::ChooseCopy]
    );
    window.apply(Command::Saving(SaveStatus::Saved));
    assert!(window.state().banners.is_empty());
}

#[test]
fn nobody_to_notify_is_said_with_a_retry_and_can_be_closed() {
    let mut window = Window::on(JobSearch::default());
    let why = "no service answers".to_owned();
    window.apply(Command::Notifier(NotifierStatus::Unavailable(why)));
    assert_eq!(window.state().banners[0].kind, BannerKind::Notifications);
    window.click_button("Try again");
    assert_eq!(*window.asked.borrow(), [Effect::RetryNotifier]);
    window.click_button("Close");
    assert!(window.state().banners.is_empty());
}

#[test]
fn the_menu_has_what_needs_no_place_of_its_own() {
    let mut window = Window::on(search(&[("Acme", "applied")]));
    let application = window.id("Acme");
    window.apply(Command::Move {
        application,
        stage: crate::model::StageId("waiting".into()),
        index: 0,
    });
    window.click_button("Menu");
    for name in [
        "Undo: Moved Acme to Waiting",
        "Redo",
        "Open…",
        "Save elsewhere…",
        "Import",
        "Export…",
        "Keyboard shortcuts",
        "Quit",
    ] {
        window.harness.get_by_label(name);
    }
    window.harness.get_by_label("Import").click();
    window.harness.run();
    assert_eq!(window.asked.borrow().last(), Some(&Effect::ChooseImport));
}

#[test]
fn escape_goes_back_one_step_at_a_time_and_leaves_text_alone() {
    let mut window = Window::on(search(&[("Acme", "applied")]));
    let acme = window.id("Acme");
    window.apply(Command::open(acme));
    window.apply(Command::dialog(Dialog::LogReply { application: acme }));
    window.type_into("What they wrote", "half a thought");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
    assert!(window.state().panel.is_some());
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().panel.is_none());
    window.apply(Command::dialog(Dialog::LogReply { application: acme }));
    let text = window.harness.get_by_label("What they wrote");
    assert_eq!(text.value().as_deref(), Some("half a thought"));
}

#[test]
fn a_small_window_still_works() {
    let mut window = Window::on(search(&[("Acme", "applied")]));
    for size in [[400.0, 300.0], [3840.0, 2160.0]] {
        window.harness.set_size(size.into());
        for view in View::TABS {
            window.apply(Command::Go(Go::View(view)));
        }
        window.apply(Command::dialog(Dialog::NewApplication { stage: None }));
        window.harness.get_by_label("Company");
        window.key(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn what_is_added_by_key_is_opened_with_the_keyboard_in_it() {
    let mut window = Window::on(JobSearch::default());
    window.apply(Command::Go(Go::View(View::Today)));
    window.key(Modifiers::COMMAND, Key::N);
    assert_eq!(window.focused(), "Company");
    window.type_into("Company", "Acme");
    window.type_into("Position", "Engineer");
    window.key(Modifiers::NONE, Key::Enter);
    window.harness.run_steps(3);
    let acme = window.id("Acme");
    let panel = window.state().panel.as_ref();
    assert_eq!(panel.map(|panel| panel.application), Some(acme));
    assert_eq!(window.focused(), "Write");
}
