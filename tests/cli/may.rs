use super::{Home, NOON};
use serde_json::json;

#[test]
fn what_is_too_early_names_the_day_and_the_rule() {
    let home = Home::with_events();
    let answer = home.json(&["may", "check-in-first", "--application", "acme"]);
    assert_eq!(answer["allowed"], json!(false));
    assert_eq!(answer["rule"], "promise");
    assert_eq!(answer["from"], "2026-11-30T09:00:00+01:00");
    let keys = ["\"allowed\"", "\"rule\"", "\"from\"", "\"why\""];
    let text = home
        .run(&["may", "check-in-first", "--application", "acme", "--json"])
        .out;
    let places: Vec<_> = keys.iter().map(|key| text.find(key).unwrap()).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn what_may_be_sent_may_be_sent_now() {
    let home = Home::with_events();
    let answer = home.json(&[
        "may",
        "thank-you",
        "--application",
        "globex",
        "--to",
        "łukasz żak",
    ]);
    assert_eq!(answer["allowed"], json!(true));
    assert_eq!(answer["from"], NOON);
    let text = home
        .run(&["may", "thank-you", "--application", "globex"])
        .out;
    assert!(text.starts_with("Yes. "), "{text}");
}

#[test]
fn a_no_is_an_answer_like_any_other() {
    let answer = Home::with_events().run(&["may", "check-in-first", "--application", "acme"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.out.starts_with("Not before Mon 30 Nov, 09:00. "),
        "{}",
        answer.out
    );
}

#[test]
fn an_unknown_scenario_is_wrong_usage_and_the_known_ones_are_listed() {
    let home = Home::with_events();
    let answer = home.run(&["may", "hug", "--application", "acme"]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert!(
        answer.err.contains("hug") && answer.err.contains("check-in-final"),
        "{}",
        answer.err
    );
    assert_eq!(
        home.run(&["may", "thank-you"]).code,
        2,
        "it needs an application"
    );
    home.run(&["may", "thank-you", "--application", "initech"])
        .assert_fails(&["initech"]);
}
