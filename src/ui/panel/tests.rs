use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Command, Effect, Go, View};
use crate::etiquette::Why;
use crate::exchange::events;
use crate::model::{Event, JobSearch, Prefers};
use crate::ui::testing::{Window, clock};

const QUILL: &[&str] = &[
    r#"{"application":"q","event":"applied","at":"2026-11-02","company":"Quill","position":"Engineer"}"#,
    r#"{"application":"q","event":"contact","at":"2026-11-02","name":"Ann Ito","role":"Principal engineer"}"#,
    r#"{"application":"q","event":"interview","at":"2026-11-20T14:00","minutes":60,"format":"video","with":["Ann Ito"]}"#,
    r#"{"application":"q","event":"sent","at":"2026-11-20T18:00","scenario":"thank-you","to":["Ann Ito"],"subject":"Queues","body":"Dear Ann,\n\nthank you."}"#,
    r#"{"application":"q","event":"note","at":"2026-11-20T19:00","text":"She laughed about the pager."}"#,
];

fn panel(lines: &[&str]) -> Window {
    let zone = clock().zone;
    let search = events::import(&JobSearch::default(), &lines.join("\n"), zone);
    let mut window = Window::on(search.unwrap().search);
    window.apply(Command::Go(Go::View(View::Insights)));
    let id = *window.state().search.applications.keys().next().unwrap();
    window.apply(Command::open(id));
    window
}

#[test]
fn what_is_next_stands_on_top_with_its_rule() {
    let mut window = panel(QUILL);
    window.harness.get_by_label("Check in");
    window.press("Why?");
    window
        .harness
        .get_by_label("The rule: A week of silence first");
    window
        .harness
        .get_by_label_contains("Without a promise, the first check-in is due a week after");
}

#[test]
fn what_is_next_is_put_off_or_not_needed_here_too_and_comes_back() {
    let mut window = panel(&[
        QUILL[0],
        r#"{"application":"q","event":"reply","at":"2026-11-23T10:00","kind":"update","day":"2026-12-04"}"#,
    ]);
    window.press("Not now");
    window.press("Tomorrow morning");
    assert!(window.shows("Put off until"));
    window.press("Not now");
    window.press("Not needed");
    assert!(window.shows("Not needed, you said."));
    window.press("Not now");
    window.press("Bring it back now");
    assert!(!window.shows("Not needed, you said.") && !window.shows("Put off until"));
}

#[test]
fn a_check_in_is_pinned_and_taken_back() {
    let mut window = panel(QUILL);
    window.press("Choose a moment of your own");
    window.fill("Date", "2026-12-02");
    window.fill("Time", "10:15");
    window.press("Pin the check-in");
    let id = window.id("Quill");
    let pinned = |window: &Window| {
        let action = &window.state().plan.of(id)[0];
        matches!(action.why, Why::Pinned { .. })
    };
    assert!(pinned(&window));
    window
        .harness
        .get_by_label_contains("You chose Wednesday 2 December at 10:15");
    window.press("Take it back");
    assert!(!pinned(&window));
    window.harness.get_by_label("Choose a moment of your own");
}

#[test]
fn a_moment_that_is_none_is_said_and_nothing_is_pinned() {
    let mut window = panel(QUILL);
    window.press("Choose a moment of your own");
    window.fill("Date", "31.11.2026");
    window.press("Pin the check-in");
    window.harness.get_by_label("November has 30 days");
    assert_eq!(window.application("Quill").history.len(), 3);
}

#[test]
fn a_contact_is_changed_and_renamed_everywhere() {
    let mut window = panel(QUILL);
    window.press("Edit Ann Ito");
    window.fill("Name", "Anna Ito");
    window.fill("Email", "anna@quill.example");
    window.press("By email");
    window.harness.get_by_label("Is the hiring manager").click();
    window.harness.run();
    window.press("Save");
    let application = window.application("Quill");
    let contact = application.contact("Anna Ito").unwrap();
    assert_eq!(contact.email, "anna@quill.example");
    assert_eq!(contact.prefers, Some(Prefers::Email));
    assert!(contact.manager);
    assert_eq!(application.people(), ["Anna Ito"]);
    window.harness.get_by_label("Edit Anna Ito");
}

#[test]
fn a_name_that_somebody_has_already_is_refused() {
    let mut window = panel(QUILL);
    window.press("Add a person");
    window.press("Add");
    window.harness.get_by_label("What are they called?");
    window.fill("Name", "ann ito");
    window.press("Add");
    window
        .harness
        .get_by_label("Somebody here has this name already");
    window.fill("Name", "Luis Prado");
    window.harness.key_press(egui::Key::Enter);
    window.harness.run();
    assert!(window.application("Quill").contact("Luis Prado").is_some());
}

#[test]
fn the_details_are_edited_in_their_place() {
    let mut window = panel(QUILL);
    window.press("More");
    window.press("Edit details");
    window.fill("Company", "  ");
    window.press("Save details");
    window.harness.get_by_label("Which company is it?");
    window.fill("Company", "Quill & Sons");
    window.fill("Location", "Bristol");
    window.press("Save details");
    assert_eq!(window.application("Quill & Sons").location, "Bristol");
    window.harness.get_by_label_contains("Bristol");
}

#[test]
fn the_card_is_moved_from_the_panel() {
    let mut window = panel(QUILL);
    window.press("Waiting, Move to");
    window.press("Move to Applied");
    let id = window.id("Quill");
    assert_eq!(window.state().plan.stage(id).unwrap().0, "applied");
}

#[test]
fn a_note_in_the_conversation_is_changed_and_removed() {
    let mut window = panel(QUILL);
    window.press("Note: more");
    window.press("Edit");
    let field = window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Note");
    field.focus();
    window.harness.run();
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Note")
        .type_text("Again. ");
    window.harness.run();
    window.press("Save");
    let texts = |window: &Window| -> Vec<String> {
        let history = &window.application("Quill").history;
        let notes = history.iter().filter_map(|entry| match &entry.event {
            Event::Note { text } => Some(text.clone()),
            _ => None,
        });
        notes.collect()
    };
    assert!(texts(&window)[0].contains("Again. "));
    window.press("Note: more");
    window.press("Remove");
    assert!(texts(&window).is_empty());
}

#[test]
fn a_letter_is_unfolded() {
    let mut window = panel(QUILL);
    window.press("Show all of Thank-you to Ann Ito");
    window
        .harness
        .get_by_label_contains("Dear Ann,\n\nthank you.");
    window.press("Show less of Thank-you to Ann Ito");
}

#[test]
fn an_interview_ahead_is_called_off() {
    let mut window = panel(&[
        QUILL[0],
        r#"{"application":"q","event":"interview","at":"2026-11-26T10:00","minutes":45,"format":"phone","with":[]}"#,
    ]);
    window
        .harness
        .get_by_label_contains("Nothing to send before.");
    window.press("Interview Thu 26 Nov, 10:00: more");
    window.press("Call off");
    window.harness.get_by_label("Called off. Phone, 45 minutes");
}

#[test]
fn an_offers_deadline_is_changed_beside_it() {
    let mut window = panel(&[
        QUILL[0],
        r#"{"application":"q","event":"reply","at":"2026-11-20T10:00","kind":"offer","day":"2026-12-04"}"#,
    ]);
    window
        .harness
        .get_by_label("Their offer stands until Friday 4 December");
    window.press("Change the offer’s deadline");
    window.fill("Decide by", "2026-12-08");
    window.press("Save");
    window
        .harness
        .get_by_label("Their offer stands until Tuesday 8 December");
}

#[test]
fn what_happened_is_logged_through_the_dialogs() {
    for (button, dialog) in [
        ("Log a reply", "LogReply"),
        ("Add interview", "Interview"),
        ("Note", "Note"),
    ] {
        let mut window = panel(QUILL);
        window.press(button);
        let open = format!("{:?}", window.state().dialog);
        assert!(open.contains(dialog), "{open}");
    }
}

#[test]
fn an_application_without_anybody_says_so_and_can_be_written_to() {
    let mut window = panel(&[
        r#"{"application":"q","event":"applied","at":"2026-11-20","company":"Quill","position":"Engineer","stage":"Wishlist"}"#,
    ]);
    window.harness.get_by_label("Nothing to do");
    window
        .harness
        .get_by_label("Nobody yet. Who invited you, and whom did you meet?");
    window.press("Write");
    assert!(window.state().panel.as_ref().unwrap().compose.is_some());
}

#[test]
fn it_is_removed_and_comes_back() {
    let mut window = panel(&[
        QUILL[0],
        r#"{"application":"q","event":"reply","at":"2026-11-23T10:00","kind":"update","day":"2026-12-04"}"#,
    ]);
    window.press("More");
    window.press("Remove application");
    assert!(window.state().search.applications.is_empty());
    window.press("Undo");
    assert_eq!(window.state().search.applications.len(), 1);
}

#[test]
fn texts_of_ten_thousand_characters_stay_in_the_panel() {
    let name = "Ann\\n\u{202e}".repeat(2_500);
    let long = [
        format!(
            r#"{{"application":"q","event":"applied","at":"2026-11-02","company":"{name}","position":"{name}","location":"{name}","url":"https://{}"}}"#,
            "x".repeat(9_000)
        ),
        format!(
            r#"{{"application":"q","event":"contact","at":"2026-11-02","name":"{name}","role":"{name}","email":"{}"}}"#,
            "y".repeat(10_000)
        ),
        format!(
            r#"{{"application":"q","event":"interview","at":"2026-11-20T14:00","minutes":60,"format":"video","with":["{name}"],"round":"{name}"}}"#
        ),
        format!(r#"{{"application":"q","event":"note","at":"2026-11-20T19:00","text":"{name}"}}"#),
        format!(
            r#"{{"application":"q","event":"reply","at":"2026-11-21T19:00","kind":"other","from":"{name}","text":"{name}"}}"#
        ),
    ];
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let window = panel(&long);
    let root = window.harness.root();
    for node in root.children_recursive() {
        let Some(bounds) = node.accesskit_node().bounding_box() else {
            continue;
        };
        let right = bounds.x1;
        assert!(
            right <= 1281.0,
            "{right} {:?}",
            node.accesskit_node().role()
        );
    }
}

#[test]
fn the_buttons_of_what_else_there_is_are_not_cut() {
    let window = panel(&[
        QUILL[0],
        r#"{"application":"q","event":"reply","at":"2026-11-20T10:00","kind":"offer","day":"2026-12-04"}"#,
    ]);
    let answers = window
        .harness
        .query_all_by_role_and_label(Role::Button, "Answer");
    let widths: Vec<f32> = answers.map(|button| button.rect().width()).collect();
    assert_eq!(widths.len(), 2);
    assert!((widths[0] - widths[1]).abs() < 0.5, "{widths:?}");
}

#[test]
fn the_conversation_can_be_written_into_at_any_point() {
    let mut window = panel(QUILL);
    window.press("Thank-you to Ann Ito: more");
    window.press("A note here");
    assert_eq!(window.focused(), "Note");
    window.type_into("Note", "We spoke about queues.");
    window.press("Add");
    let history = &window.application("Quill").history;
    let added = history.last().unwrap();
    let text = "We spoke about queues.".to_owned();
    assert_eq!(added.event, Event::Note { text });
    assert_eq!(added.at.date(clock().zone).to_string(), "2026-11-20");
}

#[test]
fn what_they_said_is_written_in_with_its_own_day() {
    let mut window = panel(QUILL);
    window.press("Write something in");
    window.press("What they said here");
    window.fill("Date", "2026-11-21");
    window.fill("From", "Ann Ito");
    window.fill("What they wrote", "Nice to meet you too");
    window.press("Add");
    let last = window.application("Quill").history.last().unwrap();
    let Event::Reply(reply) = &last.event else {
        panic!("{last:?}");
    };
    assert_eq!(reply.from.as_deref(), Some("Ann Ito"));
    assert_eq!(last.at.date(clock().zone).to_string(), "2026-11-21");
}

#[test]
fn a_note_without_a_word_is_not_added() {
    let mut window = panel(QUILL);
    window.press("Write something in");
    window.press("A note here");
    window.press("Add");
    window.harness.get_by_label("Write a word or two");
    assert_eq!(window.application("Quill").history.len(), 3);
    window.press("Cancel");
    assert_eq!(window.focused(), "Write something in");
}

#[test]
fn people_stand_there_as_letters_address_them() {
    let window = panel(QUILL);
    window.harness.get_by_label("“Dear Ann”");
}

#[test]
fn a_link_and_the_advert_are_kept_and_found() {
    let mut window = panel(QUILL);
    window.press("More");
    window.press("Attach a link");
    window.fill("Address", "quill.example/blog");
    window.press("Save");
    window
        .harness
        .get_by_label("Write an address that begins with https://");
    window.fill("Address", "https://quill.example/blog");
    window.fill("What it is", "Their blog");
    window.press("Save");
    window.press("Their blog");
    let open = Effect::OpenDocument("https://quill.example/blog".to_owned());
    assert_eq!(window.asked.borrow().last(), Some(&open));
    window.press("Add a document");
    window.press("Keep the advert’s text");
    window.fill(
        "The advert’s text",
        "We look for somebody who likes xylophones.",
    );
    window.press("Save");
    assert!(window.shows("xylophones"));
    window.apply(Command::Go(Go::Search("xylophones".to_owned())));
    let id = window.id("Quill");
    let columns = &window.state().board.columns;
    assert!(columns.iter().any(|column| column.cards.contains(&id)));
    window.apply(Command::open(id));
    window.press("Their blog: more");
    window.press("Detach");
    assert!(window.application("Quill").documents.is_empty());
    window.apply(Command::Undo);
    assert_eq!(
        window.application("Quill").documents[0].label(),
        "Their blog"
    );
}
