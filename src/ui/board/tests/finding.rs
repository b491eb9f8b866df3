//! Filters, views, closed columns and how much room cards take.

use super::*;
use crate::app::{Command, Details, Edit, Go, View};
use crate::model::{Density, Doing, Filter};

#[test]
fn what_stands_in_notes_is_found_without_its_accents() {
    let mut window = window();
    let bolt = window.id("Bolt");
    window.apply(Command::edit(bolt, Edit::note("Zażółć the gap".into())));
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Search").type_text("zazolc");
    window.harness.run();
    assert!(window.shows("Bolt, Engineer"));
    assert!(!window.shows("Kestrel, Engineer"));
    assert!(window.shows("1 of 5"));
}

#[test]
fn a_filter_is_made_by_key_saved_as_a_view_and_chosen_again() {
    let mut window = window();
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert_eq!(window.focused(), "Any stage");
    window.press("Any stage");
    window.press("Waiting");
    let filter = window.state().filter.clone();
    assert_eq!(filter.stages.len(), 1);
    assert!(window.shows("Fathom, Engineer"));
    assert!(!window.shows("Bolt, Engineer"));
    window.press("Save this view…");
    window.type_into("Name", "Their turn");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().search.views[0].filter, filter);
    window.press("All");
    assert!(window.shows("Bolt, Engineer"));
    window.press("Their turn");
    assert!(!window.shows("Bolt, Engineer"));
    window.press("Remove the view Their turn");
    assert!(window.state().search.views.is_empty());
}

#[test]
fn every_part_of_the_filter_can_be_filled_in() {
    let mut window = window();
    let bolt = window.id("Bolt");
    let mut details = Details::of(window.application("Bolt"));
    details.tags = Details::tags_in("remote, Remote , first choice");
    window.apply(Command::edit(bolt, Edit::Details(details)));
    window.apply(Command::Go(Go::Filtering(true)));
    window.press("Due");
    window.press("Any tag");
    window.press("remote");
    window.fill("Person", "dana");
    window.fill("Silent for so many days", "14 days");
    window.press("Has an offer");
    assert_eq!(
        window.state().filter,
        Filter {
            doing: Some(Doing::Due),
            offer: true,
            person: "dana".into(),
            tag: "remote".into(),
            silent_days: Some(14),
            ..Filter::default()
        }
    );
    assert!(window.shows("No application stands like that now"));
    window.press("Show all");
    assert!(window.shows("Bolt, Engineer"));
}

#[test]
fn what_is_over_is_one_key_away() {
    let mut window = window();
    assert!(!window.shows("Northwind, Engineer"));
    window.key(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Northwind, Engineer"));
    window.key(Modifiers::COMMAND, Key::L);
    assert!(!window.shows("Northwind, Engineer"));
}

#[test]
fn a_filter_from_another_view_leads_to_the_board() {
    let mut window = window();
    window.apply(Command::Go(Go::View(View::Today)));
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert_eq!(window.state().view, View::Board);
}

#[test]
fn compact_cards_take_less_room() {
    let mut window = window();
    let high = |window: &Window| {
        let card = window.harness.get_by_label_contains("Bolt, Engineer");
        card.rect().height()
    };
    let before = high(&window);
    window.press("Compact cards");
    assert_eq!(window.state().search.appearance.density, Density::Compact);
    assert!(high(&window) < before, "{} {before}", high(&window));
    window.key(Modifiers::COMMAND, Key::Z);
    assert!((high(&window) - before).abs() < 0.5);
}

#[test]
fn three_hundred_columns_are_walked_by_key() {
    let mut search = search(&[("Bolt", "applied")]);
    for number in 0..300 {
        let name = format!("Step {number}");
        let stage = crate::model::StageId(name.clone());
        let meaning = crate::model::StageMeaning::Own;
        let step = crate::model::Stage::new(stage, name, meaning);
        search.stages.insert(2 + number, step);
    }
    let mut window = Window::on(search);
    window.focus("Bolt, Engineer");
    for _ in 0..8 {
        window.key(Modifiers::SHIFT, Key::ArrowRight);
    }
    assert_eq!(window.column("Step 7"), ["Bolt"]);
    assert!(window.focused().starts_with("Bolt"), "{}", window.focused());
    assert!(
        !window.shows("Step 200"),
        "only what can be seen is laid out"
    );
}
