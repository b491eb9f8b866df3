use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Command, Dialog, Effect, Go, View};
use crate::exchange::events;
use crate::model::{Event, JobSearch, Outcome, Scenario};
use crate::ui::fonts;
use crate::ui::testing::{Window, clock};
use crate::ui::theme::size;

fn today(lines: &[&str]) -> Window {
    let zone = clock().zone;
    let search = events::import(&JobSearch::default(), &lines.join("\n"), zone);
    let mut window = Window::on(search.unwrap().search);
    window.apply(Command::Go(Go::View(View::Today)));
    window
}

fn applied(key: &str, company: &str) -> String {
    format!(
        r#"{{"application":"{key}","event":"applied","at":"2026-11-02","company":"{company}","position":"Engineer"}}"#
    )
}

fn met(key: &str, at: &str, with: &str) -> String {
    format!(
        r#"{{"application":"{key}","event":"interview","at":"{at}","minutes":60,"format":"video","with":[{with}]}}"#
    )
}

#[test]
fn each_kind_of_line_says_who_and_what_and_why() {
    let window = today(&[
        &applied("q", "Quill & Sons"),
        &met("q", "2026-11-22T12:00", r#""Ann Ito""#),
        &applied("f", "Fathom"),
        r#"{"application":"f","event":"reply","at":"2026-11-23T09:10","kind":"update","day":"2026-12-04"}"#,
    ]);
    window.harness.get_by_label("Monday 23 November");
    window
        .harness
        .get_by_label("One letter and one answer. About ten minutes.");
    window.harness.get_by_label("Thank Ann Ito, Quill & Sons");
    window
        .harness
        .get_by_label_contains("Late, and still worth sending.");
    window.harness.get_by_label("Answer Fathom’s update");
}

#[test]
fn write_opens_the_letter_to_that_person() {
    let mut window = today(&[
        &applied("q", "Quill & Sons"),
        &met("q", "2026-11-22T12:00", r#""Ann Ito""#),
    ]);
    let button = window.harness.get_by_role_and_label(Role::Button, "Write");
    let about = button.accesskit_node().data().description();
    assert_eq!(about, Some("Thank Ann Ito, Quill & Sons"));
    button.click();
    window.harness.run();
    let panel = window.state().panel.clone().unwrap();
    let compose = panel.compose.unwrap();
    assert_eq!(compose.scenario, Scenario::ThankYou);
    assert_eq!(compose.person.as_deref(), Some("Ann Ito"));
}

#[test]
fn the_thank_yous_of_one_interview_share_a_line() {
    let window = today(&[
        &applied("q", "Quill & Sons"),
        &met("q", "2026-11-23T14:00", r#""Ann Ito","Luis Prado""#),
        r#"{"application":"q","event":"fact","at":"2026-11-23T15:30","key":"topic","value":"queues","with":"Ann Ito"}"#,
    ]);
    window.harness.get_by_label("Later today");
    window
        .harness
        .get_by_label("Thank Ann Ito and Luis Prado, Quill & Sons");
    window.harness.get_by_label_contains(
        "You met Ann Ito and Luis Prado today at 14:00; a thank-you is best sent",
    );
}

#[test]
fn an_interview_that_ended_asks_how_it_went() {
    let mut window = today(&[
        &applied("q", "Quill & Sons"),
        &met("q", "2026-11-23T14:00", r#""Ann Ito""#),
    ]);
    window.harness.get_by_label("Note it").click();
    window.harness.run();
    assert!(matches!(
        window.state().dialog,
        Some(Dialog::Debrief { .. })
    ));
}

#[test]
fn long_silence_is_closed_with_one_press() {
    let mut window = today(&[
        r#"{"application":"q","event":"applied","at":"2026-10-01","company":"Quill","position":"Engineer"}"#,
        r#"{"application":"q","event":"interview","at":"2026-10-05T10:00","minutes":60,"format":"video","with":["Ann Ito"]}"#,
        r#"{"application":"q","event":"sent","at":"2026-10-05T18:00","scenario":"thank-you","to":["Ann Ito"]}"#,
        r#"{"application":"q","event":"sent","at":"2026-10-12T10:00","scenario":"check-in-first","to":["Ann Ito"]}"#,
        r#"{"application":"q","event":"sent","at":"2026-10-19T10:00","scenario":"check-in-second","to":["Ann Ito"]}"#,
        r#"{"application":"q","event":"sent","at":"2026-10-26T10:00","scenario":"check-in-final","to":["Ann Ito"]}"#,
        r#"{"application":"q","event":"sent","at":"2026-10-26T11:00","scenario":"linkedin-final","to":["Ann Ito"]}"#,
    ]);
    window.harness.get_by_label("Waiting, and rightly so");
    assert!(window.shows("Optional. "));
    window.harness.get_by_label("Say a last word to Quill");
    window
        .harness
        .get_by_role_and_label(Role::Button, "Close")
        .click();
    window.harness.run();
    let last = window.application("Quill").history.last().unwrap();
    assert_eq!(
        last.event,
        Event::Closed {
            outcome: Outcome::NoResponse
        }
    );
    window.harness.get_by_label("Undo");
}

#[test]
fn an_offer_is_answered_in_the_way_that_is_chosen() {
    let mut window = today(&[
        &applied("n", "Northwind"),
        r#"{"application":"n","event":"reply","at":"2026-11-23T10:00","kind":"offer","day":"2026-12-04"}"#,
    ]);
    window
        .harness
        .get_by_role_and_label(Role::Button, "Answer")
        .click();
    window.harness.run();
    window.harness.get_by_label("Ask for time…").click();
    window.harness.run();
    let compose = window.state().panel.clone().unwrap().compose.unwrap();
    assert_eq!(compose.scenario, Scenario::AskForTime);
}

#[test]
fn an_interview_that_runs_is_not_said_to_come() {
    let window = today(&[
        r#"{"application":"q","event":"applied","at":"2026-11-16","company":"Quill","position":"Engineer"}"#,
        r#"{"application":"q","event":"interview","at":"2026-11-23T15:40","minutes":60,"format":"video","with":["Ann Ito"]}"#,
    ]);
    window
        .harness
        .get_by_label("Nothing to do now but what is under way: interview with Quill.");
}

#[test]
fn what_waits_says_until_when_and_long_lists_are_folded() {
    let lines: Vec<String> = (0..20)
        .map(|n| {
            format!(
                r#"{{"application":"a{n}","event":"applied","at":"2026-11-20","company":"Company {n}","position":"Engineer"}}"#
            )
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut window = today(&lines);
    window
        .harness
        .get_by_label("Nothing to do. The next is Fri 4 Dec, 09:00: check in with Company 0.");
    assert_eq!(window.harness.query_all_by_label("Fri 4 Dec").count(), 8);
    window.harness.get_by_label("12 more").scroll_to_me();
    window.harness.run();
    window.harness.get_by_label("12 more").click();
    window.harness.run();
    assert_eq!(window.harness.query_all_by_label("Fri 4 Dec").count(), 20);
}

#[test]
fn a_line_opens_its_application() {
    let mut window = today(&[
        &applied("q", "Quill"),
        &met("q", "2026-11-26T10:00", r#""Ann Ito""#),
    ]);
    window
        .harness
        .get_by_label(
            "Interview with Quill. On Thursday 26 November at 10:00. Nothing to send before.",
        )
        .focus();
    window.harness.run();
    window.harness.key_press(egui::Key::Enter);
    window.harness.run();
    let id = window.id("Quill");
    assert_eq!(window.state().panel.as_ref().unwrap().application, id);
}

#[test]
fn the_first_start_greets_and_says_where_to_begin() {
    let mut window = today(&[]);
    window.harness.get_by_label("Good to have you here");
    window.harness.get_by_label("Import").click();
    window.harness.run();
    assert_eq!(window.asked.borrow().last(), Some(&Effect::ChooseImport));
}

#[test]
fn names_of_ten_thousand_characters_stay_on_their_line() {
    let name = "Ann\\n".repeat(2_500);
    let window = today(&[
        &applied("q", &name),
        &met("q", "2026-11-22T12:00", &format!("\"{name}\"")),
    ]);
    let button = window.harness.get_by_role_and_label(Role::Button, "Write");
    assert!(button.rect().right() <= 1280.0 && button.rect().top() < 400.0);
}

#[test]
fn until_when_a_line_waits_is_not_cut() {
    let window = today(&[
        &applied("q", "Quill"),
        &met("q", "2026-11-24T10:00", r#""Ann Ito""#),
    ]);
    let words = "tomorrow 10:00";
    let needed = window.harness.ctx.fonts_mut(|it| {
        let font = fonts::regular(size::BODY);
        it.layout_no_wrap(words.to_owned(), font, egui::Color32::BLACK)
    });
    let shown = window.harness.get_by_label(words).rect();
    assert!(shown.width() >= needed.size().x - 0.5, "{shown:?}");
    assert!(shown.right() <= 1280.0, "{shown:?}");
}

#[test]
fn an_arrow_down_leads_to_the_first_thing_to_do() {
    let mut window = today(&[
        &applied("q", "Quill & Sons"),
        &met("q", "2026-11-22T12:00", r#""Ann Ito""#),
    ]);
    assert_eq!(window.focused(), "");
    window.key(egui::Modifiers::NONE, egui::Key::ArrowDown);
    assert_eq!(window.focused(), "Write");
    window.key(egui::Modifiers::NONE, egui::Key::Enter);
    let compose = window.state().panel.as_ref().unwrap().compose.clone();
    assert_eq!(compose.unwrap().scenario, Scenario::ThankYou);
}

/// An answer that is due now.
fn due_answer() -> Window {
    today(&[
        &applied("q", "Quill"),
        r#"{"application":"q","event":"reply","at":"2026-11-23T10:00","kind":"update","day":"2026-12-04"}"#,
    ])
}

#[test]
fn a_line_is_put_off_until_this_evening_and_brought_back() {
    let mut window = due_answer();
    window.press("Not now: Answer Quill’s update");
    window.press("This evening");
    assert!(window.shows("Put off until today 18:00."));
    assert!(!window.shows("1 due"), "what is put off is not counted");
    window.press("Not now: Answer Quill’s update");
    window.press("Bring it back now");
    assert!(!window.shows("Put off until today 18:00. "));
    window.apply(Command::Undo);
    assert!(window.shows("Put off until today 18:00."));
}

#[test]
fn what_is_not_needed_goes_without_a_question_and_comes_back_by_undo() {
    let mut window = due_answer();
    window.press("Not now: Answer Quill’s update");
    window.press("Not needed");
    assert!(!window.shows("Not now: Answer Quill’s update"));
    window.harness.get_by_label("Undo").click();
    window.harness.run();
    assert!(window.shows("Not now: Answer Quill’s update"));
}

#[test]
fn a_moment_of_ones_own_lies_ahead() {
    let mut window = due_answer();
    window.press("Not now: Answer Quill’s update");
    window.press("Another moment…");
    window.fill("Date", "2026-11-23");
    window.fill("Time", "09:00");
    window.press("Put it off");
    assert!(window.shows("That moment is over"));
    window.fill("Date", "2026-11-26");
    window.press("Put it off");
    assert!(window.shows("Put off until Thu 26 Nov, 09:00."));
}

#[test]
fn the_thank_yous_of_a_line_are_put_off_as_one_step() {
    let mut window = today(&[
        &applied("q", "Quill"),
        &met("q", "2026-11-22T10:00", r#""Ann Ito","Luis Prado""#),
    ]);
    window.press("Not now: Thank Ann Ito and Luis Prado, Quill");
    window.press("Tomorrow morning");
    assert_eq!(window.state().quiet.len(), 2);
    assert_eq!(window.state().history.done().len(), 1);
    window.apply(Command::Undo);
    assert!(window.state().quiet.is_empty());
}
