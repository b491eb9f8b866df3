//! The dialog for tables, used by the names that assistive technology finds.

use std::sync::Arc;

use egui::{Key, Modifiers};

use crate::app::{Command, Dialog, Effect, TableOffer};
use crate::exchange::csv::{self, Source};
use crate::model::Outcome;
use crate::ui::testing::{Window, search};

const TABLE: &str = "Company,Position,Status,Date Applied,Url\n\
    Bolt,Data engineer,On hold,2026-11-02,https://bolt.example\n\
    Globex,Analyst,Rejected,31/02/2026,\n\
    ,Nobody,,,\n";

fn offered(text: &str) -> Window {
    let mut window = Window::on(search(&[("Acme", "applied")]));
    let table = csv::look_at(Source::Text(Arc::from(text))).unwrap();
    window.apply(Command::OfferTable(TableOffer(Arc::new(table))));
    window.look_ahead();
    window
}

impl Window {
    fn pick(&mut self, choice: &str, option: &str) {
        self.choose_in(choice, option);
        self.look_ahead();
    }
}

#[test]
fn a_table_is_previewed_and_comes_in_as_one_step() {
    let mut window = offered(TABLE);
    for words in [
        "Pasted text: 3 rows",
        "2 new, 0 changed, 0 known already, 1 left out",
        "Left out. Row 4, column “Company”: it names no company",
    ] {
        assert!(window.shows(words), "{words}");
    }
    window.click_button("Import 2 applications");
    assert!(window.state().dialog.is_none());
    assert_eq!(window.application("Bolt").url, "https://bolt.example");
    let asked = window.asked.borrow().clone();
    let back_up = asked.iter().position(|effect| *effect == Effect::BackUp);
    let save = asked
        .iter()
        .rposition(|effect| matches!(effect, Effect::Save(_)));
    assert!(back_up.unwrap() < save.unwrap(), "a backup comes first");
    window.apply(Command::Undo);
    assert_eq!(window.state().search.applications.len(), 1);
}

#[test]
fn columns_and_stages_can_be_given_another_meaning() {
    let mut window = offered(TABLE);
    assert!(window.shows("“On hold” is no stage that is known here"));
    window.pick("Meaning of “On hold”", "Closed: Withdrawn");
    assert!(!window.shows("“On hold” is no stage that is known here"));
    window.pick("Meaning of “Url”", "Leave out");
    window.click_button("Import 2 applications");
    let bolt = window.application("Bolt");
    assert_eq!(bolt.url, "");
    let closed = crate::model::Event::Closed {
        outcome: Outcome::Withdrawn,
    };
    assert!(bolt.history.iter().any(|entry| entry.event == closed));
}

#[test]
fn days_that_can_be_read_both_ways_wait_for_an_answer() {
    let mut window = offered("Company,Position,Date Applied\nBolt,Engineer,03/04/2026\n");
    assert!(window.shows("Which day is “03/04/2026” in “Date Applied”, row 2?"));
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(window.state().dialog.is_some(), "not before it is said");
    window.press("Wednesday 4 March");
    window.look_ahead();
    window.click_button("Import 1 application");
    let day = window.application("Bolt").applied;
    assert_eq!(day.to_string(), "2026-03-04");
}

#[test]
fn a_table_left_changes_nothing_and_stops_the_look_ahead() {
    let mut window = offered(TABLE);
    let before = window.state().search.clone();
    let asked = window.asked.borrow().last().cloned();
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
    assert_eq!(window.state().search, before);
    let Some(Effect::PreviewTable { plan, .. }) = asked else {
        panic!()
    };
    assert!(!plan.progress.note(0), "nobody waits for it any more");
}

#[test]
fn a_table_of_which_all_is_known_cannot_be_imported_again() {
    let mut window = offered(TABLE);
    window.click_button("Import 2 applications");
    let table = csv::look_at(Source::Text(Arc::from(TABLE))).unwrap();
    window.apply(Command::OfferTable(TableOffer(Arc::new(table))));
    window.look_ahead();
    assert!(window.shows("0 new, 0 changed, 2 known already, 1 left out"));
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(matches!(window.state().dialog, Some(Dialog::Table(_))));
}

#[test]
fn what_was_changed_since_the_look_ahead_stays() {
    let mut window = offered(TABLE);
    let preview = window.state().table.clone().unwrap();
    window.apply(Command::Remove(window.id("Acme")));
    window.apply(Command::TakeInTable(Box::new(preview)));
    assert_eq!(window.state().search.applications.len(), 2);
}
