//! The board by hand and by key, found as assistive technology finds it.

mod finding;
mod marks;

use egui::{Key, Modifiers, Pos2, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use crate::app::Dialog;
use crate::ui::testing::{Window, search};

fn window() -> Window {
    Window::on(search(&[
        ("Bolt", "applied"),
        ("Kestrel", "applied"),
        ("Meridian", "applied"),
        ("Fathom", "waiting"),
        ("Northwind", "closed"),
    ]))
}

impl Window {
    fn middle(&self, name: &str) -> Pos2 {
        self.harness.get_by_label_contains(name).rect().center()
    }

    fn drag(&mut self, card: &str, to: Pos2) {
        let from = self.middle(card);
        self.harness.hover_at(from);
        self.harness.run();
        self.harness.drag_at(from);
        self.harness.run();
        for part in [0.2, 0.6, 1.0] {
            self.harness.hover_at(from.lerp(to, part));
            self.harness.run_steps(2);
        }
    }

    fn let_go(&mut self, at: Pos2) {
        self.harness.drop_at(at);
        self.harness.run();
    }

    fn focus(&mut self, card: &str) {
        self.harness.get_by_label_contains(card).focus();
        self.harness.run();
    }
}

#[test]
fn columns_and_cards_are_named() {
    let window = window();
    window.harness.get_by_label("Applied, 3 applications");
    window.harness.get_by_label("Waiting, 1 applications");
    window.harness.get_by_label("Closed, 1 applications");
    window.harness.get_by_label_contains("Bolt, Engineer");
    assert!(
        window
            .harness
            .query_by_label_contains("Northwind")
            .is_none()
    );
}

#[test]
fn a_card_is_dragged_to_another_column_and_back_by_undo() {
    let mut window = window();
    let to = window.middle("Interviewing, 0 applications");
    window.drag("Kestrel, Engineer", to);
    window.let_go(to);
    assert_eq!(window.column("Interviewing"), ["Kestrel"]);
    assert_eq!(window.column("Applied"), ["Bolt", "Meridian"]);
    window.harness.get_by_label("Moved Kestrel to Interviewing");
    window.harness.get_by_label("Undo").click();
    window.harness.run();
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
}

#[test]
fn a_card_is_dragged_within_its_column() {
    let mut window = window();
    let last = window
        .harness
        .get_by_label_contains("Meridian, Engineer")
        .rect();
    window.drag("Bolt, Engineer", last.center_bottom());
    window.let_go(last.center_bottom());
    assert_eq!(window.column("Applied"), ["Kestrel", "Meridian", "Bolt"]);
    let first = window
        .harness
        .get_by_label_contains("Kestrel, Engineer")
        .rect();
    window.drag("Bolt, Engineer", first.center_top());
    window.let_go(first.center_top());
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
}

#[test]
fn escape_takes_a_card_out_of_the_hand() {
    let mut window = window();
    let to = window.middle("Waiting, 1 applications");
    window.drag("Bolt, Engineer", to);
    window.key(Modifiers::NONE, Key::Escape);
    window.let_go(to);
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
    assert!(window.state().panel.is_none());
}

#[test]
fn a_card_dropped_on_what_is_folded_goes_in_and_asks_how_it_ended() {
    let mut window = window();
    let to = window.middle("Closed, 1 applications");
    window.drag("Bolt, Engineer", to);
    window.let_go(to);
    assert_eq!(window.column("Closed"), ["Bolt", "Northwind"]);
    assert!(matches!(
        window.state().dialog,
        Some(Dialog::Outcome { .. })
    ));
}

#[test]
fn arrows_walk_from_card_to_card() {
    let mut window = window();
    window.focus("Bolt, Engineer");
    for (key, card) in [
        (Key::ArrowDown, "Kestrel"),
        (Key::ArrowDown, "Meridian"),
        (Key::ArrowDown, "Meridian"),
        (Key::ArrowRight, "Fathom"),
        (Key::ArrowLeft, "Bolt"),
        (Key::End, "Meridian"),
        (Key::Home, "Bolt"),
    ] {
        window.key(Modifiers::NONE, key);
        assert!(
            window.focused().starts_with(card),
            "{key:?}: {}",
            window.focused()
        );
    }
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(
        window.state().panel.as_ref().unwrap().application,
        window.id("Bolt")
    );
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().panel.is_none());
}

#[test]
fn arrows_with_alt_or_shift_take_the_card_along_and_keep_the_focus() {
    let mut window = window();
    window.focus("Bolt, Engineer");
    window.key(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.column("Applied"), ["Kestrel", "Bolt", "Meridian"]);
    window.key(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
    window.key(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.column("Interviewing"), ["Bolt"]);
    assert!(window.focused().starts_with("Bolt"), "{}", window.focused());
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(window.column("Waiting"), ["Bolt", "Fathom"]);
    window.key(Modifiers::COMMAND, Key::Z);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.column("Applied"), ["Bolt", "Kestrel", "Meridian"]);
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.column("Interviewing"), ["Bolt"]);
}

#[test]
fn a_card_is_moved_by_its_menu() {
    let mut window = window();
    window.focus("Bolt, Engineer");
    window.key(Modifiers::NONE, Key::M);
    window.harness.get_by_label("Move to Waiting").click();
    window.harness.run();
    assert_eq!(window.column("Waiting"), ["Bolt", "Fathom"]);
}

#[test]
fn a_folded_column_is_unfolded_and_folded_again() {
    let mut window = window();
    window
        .harness
        .get_by_label("Closed, 1 applications")
        .click();
    window.harness.run();
    window.harness.get_by_label_contains("Northwind, Engineer");
    window.press("Column Closed");
    window.press("Fold");
    window.harness.run();
    assert!(
        window
            .harness
            .query_by_label_contains("Northwind")
            .is_none()
    );
}

#[test]
fn the_search_filters_the_cards() {
    let mut window = window();
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Search").type_text("fath");
    window.harness.run();
    window.harness.get_by_label_contains("Fathom, Engineer");
    assert!(
        window
            .harness
            .query_by_label_contains("Bolt, Engineer")
            .is_none()
    );
    window.key(Modifiers::NONE, Key::Escape);
    window.harness.get_by_label_contains("Bolt, Engineer");
    window.harness.get_by_label("Search").focus();
    window.harness.run();
    window.harness.get_by_label("Search").type_text("zzz");
    window.harness.run();
    window.harness.get_by_label("Show all").click();
    window.harness.run();
    window.harness.get_by_label_contains("Bolt, Engineer");
}

#[test]
fn an_empty_search_says_how_to_begin() {
    let mut window = Window::on(crate::model::JobSearch::default());
    window
        .harness
        .get_by_label("Add your first application")
        .click();
    window.harness.run();
    assert!(matches!(
        window.state().dialog,
        Some(Dialog::NewApplication { .. })
    ));
}

#[test]
fn names_of_any_length_and_script_stay_within_their_card() {
    let long = "Donaudampfschifffahrts".repeat(400);
    let mut window = Window::on(search(&[
        (long.as_str(), "applied"),
        ("Łódź\nGmbH", "applied"),
    ]));
    window.harness.run();
    window.harness.get_by_label_contains("Łódź GmbH, Engineer");
    let card = window.harness.get_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with("Donau"))
    });
    let card = card.rect();
    assert!(card.width() < 260.0 && card.height() < 180.0, "{card:?}");
}

#[test]
fn a_quick_press_moves_the_card_too() {
    let mut window = window();
    window.focus("Bolt, Engineer");
    // Alt is released again before the frame ends.
    window.harness.event(egui::Event::Key {
        key: Key::ArrowDown,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::ALT,
    });
    window.harness.run();
    assert_eq!(window.column("Applied"), ["Kestrel", "Bolt", "Meridian"]);
}

#[test]
fn cards_out_of_sight_are_reached_by_key() {
    let names: Vec<String> = (0..300).map(|n| format!("Company {n:03}")).collect();
    let standing: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "applied")).collect();
    let mut window = Window::on(search(&standing));
    window.focus("Company 000, Engineer");
    assert!(
        !window.shows("Company 299"),
        "only what can be seen is laid out"
    );
    window.key(Modifiers::NONE, Key::End);
    assert!(
        window.focused().starts_with("Company 299"),
        "{}",
        window.focused()
    );
    let card = window.middle("Company 299, Engineer");
    assert!(card.y < 780.0, "it is scrolled to: {card:?}");
    window.key(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.column("Interviewing"), ["Company 299"]);
    assert!(window.focused().starts_with("Company 299"));
}

#[test]
fn enter_opens_the_next_step_of_a_card_and_escape_comes_back_to_it() {
    let mut window = window();
    window.focus("Fathom, Engineer");
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.state().panel.is_some());
    assert_eq!(window.focused(), "Write");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.focused().starts_with("Fathom, Engineer"));
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.focused(), "Write", "the second time too");
}

#[test]
fn enter_in_the_search_leads_to_the_first_hit() {
    let mut window = window();
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Search").type_text("fath");
    window.harness.run();
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.focused().starts_with("Fathom, Engineer"));
}

#[test]
fn the_card_whose_panel_opens_stays_in_sight() {
    let mut window = window();
    let card = window.id("Northwind");
    window.apply(crate::app::Command::Go(crate::app::Go::Fold(
        crate::model::StageId("closed".into()),
        false,
    )));
    window.apply(crate::app::Command::open(card));
    window.harness.run_steps(4);
    let rect = window
        .harness
        .get_by_label_contains("Northwind, Engineer")
        .rect();
    assert!(
        rect.right() <= 1280.0 - 420.0,
        "covered by the panel: {rect:?}"
    );
}

/// Holds a card still near an edge until the scrolling has come to its end.
fn held_at(window: &mut Window, card: &str, at: Pos2) {
    window.drag(card, at);
    window.harness.run_steps(400);
}

#[test]
fn a_column_scrolls_while_a_card_is_held_at_its_edge() {
    let names: Vec<String> = (0..30).map(|n| format!("Company {n:02}")).collect();
    let mut standing = vec![("Traveller", "waiting")];
    standing.extend(names.iter().map(|n| (n.as_str(), "applied")));
    let mut window = Window::on(search(&standing));
    let column = window.harness.get_by_label("Applied, 30 applications");
    let edge = column.rect().center_bottom() - egui::vec2(0.0, 4.0);
    held_at(&mut window, "Traveller, Engineer", edge);
    assert!(window.shows("Company 29"), "the column came to its end");
    window.let_go(edge);
    let applied = window.column("Applied");
    assert_eq!(applied.len(), 31);
    let place = applied.iter().position(|name| name == "Traveller");
    assert!(
        place > Some(25),
        "it lands where the column was scrolled to: {place:?}"
    );
}

#[test]
fn the_board_scrolls_sideways_while_a_card_is_held_at_its_side() {
    let mut window = window();
    window.harness.set_size(egui::vec2(700.0, 600.0));
    window.harness.run();
    let offer = |window: &Window| {
        let column = window.harness.query_by_label("Offer, 0 applications");
        column.map(|node| node.rect().left())
    };
    let before = offer(&window);
    held_at(&mut window, "Bolt, Engineer", Pos2::new(690.0, 300.0));
    let after = offer(&window);
    assert!(
        after.is_some_and(|left| left < 700.0 && before.is_none_or(|before| left < before)),
        "{before:?} {after:?}"
    );
}

#[test]
fn columns_are_added_renamed_moved_and_deleted_by_their_menu() {
    let mut window = window();
    window.press("Column Waiting");
    window.press("New column…");
    window.type_into("Name", "Waiting");
    assert!(window.shows("There is a column with that name"));
    window.fill("Name", "Phone screen");
    window.press("Add the column");
    window.harness.get_by_label("Phone screen, 0 applications");
    window.press("Column Phone screen");
    window.press("Move left");
    window.press("Column Phone screen");
    window.press("Rename…");
    window.fill("Name", "First call");
    window.press("Rename");
    let names = |window: &Window| {
        let stages = window.state().search.stages.iter();
        stages.map(|stage| stage.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&window)[3], "First call");
    window.press("Column First call");
    window.press("Delete");
    assert_eq!(names(&window).len(), 6);
    window.apply(crate::app::Command::Undo);
    assert_eq!(names(&window)[3], "First call");
}
