//! Several cards at once, by hand and by key.

use egui_kittest::kittest::NodeT as _;

use super::*;
use crate::app::{ColumnEdit, Command};
use crate::model::{Order, StageId};

impl Window {
    fn click_with(&mut self, modifiers: Modifiers, card: &str) {
        self.harness
            .get_by_label_contains(card)
            .click_modifiers(modifiers);
        self.harness.run();
    }

    fn marked(&self) -> Vec<String> {
        let state = self.state();
        let marked = state.board.in_order(&state.marked);
        let company = |id| state.application(id).unwrap().company.clone();
        marked.into_iter().map(company).collect()
    }
}

#[test]
fn cards_are_marked_by_click_and_unmarked_by_escape() {
    let mut window = window();
    window.click_with(Modifiers::COMMAND, "Bolt, Engineer");
    window.click_with(Modifiers::COMMAND, "Fathom, Engineer");
    assert_eq!(window.marked(), ["Bolt", "Fathom"]);
    assert!(window.state().panel.is_none(), "a mark opens nothing");
    assert!(window.shows("2 cards marked"));
    let bolt = window.harness.get_by_label_contains("Bolt, Engineer");
    assert_eq!(bolt.accesskit_node().is_selected(), Some(true));
    window.click_with(Modifiers::COMMAND, "Bolt, Engineer");
    assert_eq!(window.marked(), ["Fathom"]);
    window.click_with(Modifiers::SHIFT, "Bolt, Engineer");
    assert_eq!(window.marked(), ["Bolt", "Fathom"]);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.marked().is_empty());
    assert!(!window.shows("cards marked"));
}

#[test]
fn shift_marks_all_up_to_a_card_and_a_plain_click_opens_and_unmarks() {
    let mut window = window();
    window.click_with(Modifiers::COMMAND, "Bolt, Engineer");
    window.click_with(Modifiers::SHIFT, "Meridian, Engineer");
    assert_eq!(window.marked(), ["Bolt", "Kestrel", "Meridian"]);
    window.click_with(Modifiers::NONE, "Kestrel, Engineer");
    assert!(window.marked().is_empty());
    assert!(window.state().panel.is_some());
}

#[test]
fn marked_cards_are_dragged_together_and_undone_together() {
    let mut window = window();
    window.click_with(Modifiers::COMMAND, "Bolt, Engineer");
    window.click_with(Modifiers::COMMAND, "Meridian, Engineer");
    let to = window.middle("Interviewing, 0 applications");
    window.drag("Meridian, Engineer", to);
    window.let_go(to);
    assert_eq!(window.column("Interviewing"), ["Bolt", "Meridian"]);
    window
        .harness
        .get_by_label("Moved 2 applications to Interviewing");
    window.harness.get_by_label("Undo").click();
    window.harness.run();
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
}

#[test]
fn a_card_that_is_not_marked_is_dragged_alone() {
    let mut window = window();
    window.click_with(Modifiers::COMMAND, "Bolt, Engineer");
    let to = window.middle("Interviewing, 0 applications");
    window.drag("Kestrel, Engineer", to);
    window.let_go(to);
    assert_eq!(window.column("Interviewing"), ["Kestrel"]);
}

#[test]
fn cards_are_marked_and_moved_by_key() {
    let mut window = window();
    window.focus("Bolt, Engineer");
    window.key(Modifiers::SHIFT, Key::Space);
    assert_eq!(window.marked(), ["Bolt"]);
    assert!(
        window.state().panel.is_none(),
        "the space bar opens nothing here"
    );
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Space);
    assert_eq!(window.marked(), ["Bolt", "Kestrel", "Meridian"]);
    window.key(Modifiers::SHIFT, Key::Space);
    assert_eq!(window.marked(), ["Bolt", "Kestrel"]);
    window.key(Modifiers::NONE, Key::ArrowUp);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(window.column("Applied"), ["Meridian", "Bolt", "Kestrel"]);
    window.key(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(window.column("Interviewing"), ["Bolt", "Kestrel"]);
    assert!(
        window.focused().starts_with("Kestrel"),
        "{}",
        window.focused()
    );
    assert_eq!(window.marked(), ["Bolt", "Kestrel"], "they stay marked");
    window.key(Modifiers::COMMAND, Key::A);
    assert_eq!(window.marked(), ["Bolt", "Kestrel"]);
}

#[test]
fn what_is_marked_is_moved_and_removed_by_buttons() {
    let mut window = window();
    window.focus("Bolt, Engineer");
    window.key(Modifiers::COMMAND, Key::A);
    assert_eq!(window.marked().len(), 3);
    window.press("Move to");
    window.press("Move to Offer");
    assert!(window.shows("3 applications: Bolt, Kestrel, Meridian"));
    window.press("Skip");
    assert_eq!(window.column("Offer"), ["Bolt", "Kestrel", "Meridian"]);
    window.press("Remove");
    assert_eq!(window.state().search.applications.len(), 2);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().search.applications.len(), 5);
}

#[test]
fn a_gap_opens_where_a_card_would_land() {
    let mut window = window();
    let top = |window: &Window, card: &str| {
        let node = window.harness.get_by_label_contains(card);
        node.rect().top()
    };
    let before = top(&window, "Fathom, Engineer");
    let to = window.middle("Fathom, Engineer") - egui::vec2(0.0, 40.0);
    window.drag("Bolt, Engineer", to);
    window.harness.run_steps(4);
    assert!(
        top(&window, "Fathom, Engineer") > before + 60.0,
        "room for a card"
    );
    window.key(Modifiers::NONE, Key::Escape);
    window.harness.run_steps(4);
    assert!((top(&window, "Fathom, Engineer") - before).abs() < 1.0);
}

#[test]
fn a_sorted_column_promises_no_place_by_hand() {
    let mut window = window();
    let stage = StageId("applied".into());
    let sorted = ColumnEdit::Sort(stage, Order::Name);
    window.apply(Command::Column(sorted));
    window.focus("Bolt, Engineer");
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(window.column("Interviewing"), ["Bolt"]);
}
