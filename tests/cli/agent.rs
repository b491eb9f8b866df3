use super::Home;

#[test]
fn without_a_notification_service_it_says_so() {
    let home = Home::with_events();
    home.run(&["agent", "--once", "--now", "2026-11-20T14:00"])
        .assert_fails(&["could not be shown"]);
}

#[test]
fn nothing_due_needs_no_service() {
    let home = Home::empty();
    assert_eq!(
        home.json(&["agent", "--once"]),
        serde_json::json!({"notified": "done"})
    );
}
