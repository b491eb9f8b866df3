use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Command, Go, View};
use crate::etiquette::Rule;
use crate::etiquette::handbook::Handbook;
use crate::model::Scenario;
use crate::ui::testing::{Window, search};

fn rules(rule: Option<Rule>) -> Window {
    let mut window = Window::on(search(&[("Bolt", "applied")]));
    window.apply(Command::Go(Go::Rules(rule)));
    window
}

#[test]
fn every_rule_is_on_the_page() {
    let window = rules(None);
    for entry in &Handbook::ours().rules {
        window.harness.get_by_label(&entry.title);
        window.harness.get_by_label(&entry.text);
    }
}

#[test]
fn the_rule_it_was_opened_for_is_in_sight() {
    for rule in Rule::ALL {
        let window = rules(Some(*rule));
        let entry = Handbook::ours().entry(*rule).unwrap();
        let place = window.harness.get_by_label(&entry.text).rect();
        assert!(
            place.top() > 40.0 && place.bottom() < 780.0,
            "{rule}: {place:?}"
        );
    }
}

#[test]
fn back_leads_to_the_letter_with_all_that_was_written() {
    let mut window = Window::sample(vec2(1280.0, 800.0));
    let id = window.id("Fable & Finch Games");
    let person = Some("Jun Sato".to_owned());
    window.apply(Command::compose(id, Scenario::ThankYou, person));
    window.type_into("Message", "A word of my own. ");
    let panel = window.state().panel.clone();
    window.apply(Command::Go(Go::Rules(Some(Rule::ThankYou))));
    assert_eq!(window.focused(), "Back");
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().view, View::Board);
    assert_eq!(window.state().panel, panel);
    let message = window.harness.get_by_label("Message").value();
    assert!(message.unwrap_or_default().contains("A word of my own."));
}

#[test]
fn the_page_is_a_key_away_and_left_by_its_button() {
    let mut window = Window::on(search(&[("Bolt", "applied")]));
    window.key(Modifiers::COMMAND, Key::F1);
    assert_eq!(window.state().view, View::Rules);
    window.press("Back");
    assert_eq!(window.state().view, View::Board);
}

#[test]
fn the_panels_why_leads_to_its_rule() {
    let mut window = Window::sample(vec2(1280.0, 800.0));
    let id = window.id("Fable & Finch Games");
    window.apply(Command::open(id));
    window.press("Why?");
    window.press("The rule: Thank everybody within a day");
    assert_eq!(window.state().rule, Some(Rule::ThankYou));
}

#[test]
fn every_line_of_today_leads_to_its_rule() {
    let mut window = Window::sample(vec2(1280.0, 800.0));
    window.apply(Command::Go(Go::View(View::Today)));
    let asks = |window: &Window| {
        let ways = window.harness.query_all_by_label_contains("Why? ");
        ways.count()
    };
    assert!(asks(&window) >= 5, "{}", asks(&window));
    let way = window.harness.query_all_by_label_contains("Why? ").next();
    way.unwrap().click();
    window.harness.run();
    assert_eq!(window.state().view, View::Rules);
    assert!(window.state().rule.is_some());
}
