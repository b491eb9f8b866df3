//! Days and times that cannot be meant.

use super::*;

#[test]
fn a_day_and_a_time_that_do_not_exist_say_why() {
    let mut window = window();
    let application = window.id("Acme");
    window.open(Dialog::Interview {
        application,
        entry: None,
    });
    window.type_into("Date", "31.11.2026");
    window.type_into("Time", "25:00");
    window.click_button("Add the interview");
    assert!(window.shows("November has 30 days"));
    assert!(window.shows("A day has 24 hours, as in 14:30"));
    assert!(window.state().dialog.is_some());
}

/// The day is named as over and kept, and the dialog stays; the same day of next year is taken.
#[track_caller]
fn a_day_before_is_refused(window: &mut Window, field: &str, button: &str) {
    let events = window.events("Acme");
    window.type_into(field, "2025-12-04");
    assert!(window.shows(OVER), "{field}");
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(window.state().dialog.is_some(), "{field}");
    assert_eq!(window.events("Acme"), events);
    let typed = window.harness.get_by_role_and_label(Role::TextInput, field);
    assert_eq!(typed.value().as_deref(), Some("2025-12-04"));
    window.fill(field, "2026-12-04");
    assert!(!window.shows(OVER), "{field}");
    window.click_button(button);
    assert!(window.events("Acme").len() > events.len(), "{field}");
}

#[test]
fn a_promise_of_a_day_that_is_over_is_refused() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::Promise { application });
    let field = "By when will they get back to you?";
    a_day_before_is_refused(&mut window, field, "Note the day");
}

#[test]
fn an_answer_is_not_promised_before_the_interview() {
    let mut window = interviewed();
    let application = window.id("Acme");
    let interview = window.application("Acme").history.first().unwrap().id;
    window.open(Dialog::Debrief {
        application,
        interview,
    });
    let field = "By when will they get back to you?";
    a_day_before_is_refused(&mut window, field, "Note it");
}

#[test]
fn an_offer_does_not_end_before_it_is_noted() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::OfferDeadline {
        applications: vec![application],
    });
    a_day_before_is_refused(&mut window, "Until when does it stand?", "Note the offer");
}

#[test]
fn a_reply_names_no_day_before_it_came() {
    for (kind, field) in [
        (ReplyKind::Update, "Their new day, if they named one"),
        (ReplyKind::Offer, "Decide by, if they named a day"),
        (ReplyKind::Interview, "Day of the interview, if it is known"),
    ] {
        let mut window = interviewed();
        let application = window.id("Acme");
        window.open(Dialog::LogReply { application });
        window.choose(kind.label());
        a_day_before_is_refused(&mut window, field, "Log the reply");
    }
}

#[test]
fn a_reply_of_last_week_may_name_a_day_of_last_week() {
    let mut window = interviewed();
    let application = window.id("Acme");
    window.open(Dialog::LogReply { application });
    window.type_into("Their new day, if they named one", "2026-11-20");
    assert!(window.shows(OVER));
    window.type_into("Received on, if not now", "2026-11-18");
    assert!(!window.shows(OVER));
    window.click_button("Log the reply");
    assert!(window.state().dialog.is_none());
}
