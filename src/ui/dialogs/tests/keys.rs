//! The palette, the list of keys, and where the keyboard goes.

use super::*;

#[test]
fn a_question_mark_shows_the_keys() {
    let mut window = window();
    window.key(Modifiers::SHIFT, Key::Questionmark);
    assert!(window.shows("Keyboard shortcuts"));
    assert!(window.shows("Alt or Shift + arrows"));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
}

#[test]
fn the_keyboard_comes_back_to_where_it_was() {
    let mut window = window();
    window
        .harness
        .get_by_label_contains("Bolt, Engineer")
        .focus();
    window.harness.run();
    window.key(Modifiers::COMMAND, Key::N);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(
        window
            .harness
            .get_by_label_contains("Bolt, Engineer")
            .is_focused()
    );
}

#[test]
fn a_few_letters_and_enter_lead_to_an_application() {
    let mut window = Window::on(search(&[("Bolt", "applied"), ("Kestrel", "applied")]));
    window.key(Modifiers::COMMAND, Key::K);
    let field = "Find an application, a person or a command";
    assert_eq!(window.focused(), field);
    window.harness.get_by_label(field).type_text("e");
    window.harness.run();
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label(field).type_text("kest");
    window.harness.run();
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.state().dialog.is_none());
    let open = window.state().open_application().map(|a| a.company.clone());
    assert_eq!(open.as_deref(), Some("Kestrel"));
    assert_eq!(window.focused(), "Write");
}

#[test]
fn the_palette_is_walked_by_arrows_and_left_by_escape() {
    let mut window = Window::on(search(&[("Bolt", "applied")]));
    window.key(Modifiers::COMMAND, Key::K);
    let field = "Find an application, a person or a command";
    window.harness.get_by_label(field).type_text("settings");
    window.harness.run();
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowUp);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view, View::Settings);
    window.key(Modifiers::COMMAND, Key::K);
    assert!(window.state().dialog.is_some());
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
}
