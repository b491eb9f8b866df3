use super::Home;
use serde_json::Value;

fn check(home: &Home, arguments: &[&str], draft: &str) -> Vec<Value> {
    let arguments: Vec<_> = ["check", "--json"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let answer = home.run_with_input(&arguments, draft.as_bytes());
    assert_eq!(answer.code, 0, "{}", answer.err);
    serde_json::from_str(&answer.out).unwrap()
}

#[test]
fn a_blank_is_found_where_it_stands_counted_in_characters() {
    let home = Home::with_events();
    let draft = "Subject: Łódź and [Position]\n\nDear [Name],\n\nŻ thank you.\n";
    let findings = check(&home, &[], draft);
    let blanks: Vec<_> = findings
        .iter()
        .filter(|f| f["check"] == "placeholder")
        .collect();
    let seen: Vec<_> = blanks
        .iter()
        .map(|f| {
            (
                f["part"].as_str().unwrap(),
                f["start"].as_u64().unwrap(),
                f["end"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(seen, [("subject", 9, 19), ("body", 5, 11)]);
    assert_eq!(blanks[1]["text"], "[Name]");
    assert_eq!(blanks[1]["level"], "blocker");
    for finding in &findings {
        assert!(finding["message"].is_string() && finding["suggestions"].is_array());
    }
}

#[test]
fn the_fields_stand_in_their_order() {
    let answer = Home::empty().run_with_input(&["check", "--json"], b"Dear [Name]");
    let keys = [
        "check",
        "level",
        "start",
        "end",
        "part",
        "text",
        "message",
        "suggestions",
    ];
    let places: Vec<_> = keys
        .iter()
        .map(|key| answer.out.find(&format!("\"{key}\":")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{}", answer.out);
}

#[test]
fn a_file_is_read_as_standard_input_is() {
    let home = Home::with_events();
    let draft = "Subject: x\r\n\r\nDear [Name],\r\n";
    let file = home.write("draft.txt", draft);
    let from_file = home.json(&["check", file.to_str().unwrap()]);
    assert_eq!(from_file, Value::from(check(&home, &[], draft)));
}

#[test]
fn a_letter_that_comes_too_early_is_stopped() {
    let home = Home::with_events();
    let asked = ["--scenario", "check-in-first", "--application", "acme"];
    let findings = check(
        &home,
        &asked,
        "Subject: The Backend engineer role\n\nDear Dana,\n",
    );
    assert!(
        findings
            .iter()
            .any(|f| f["check"] == "too-soon" && f["level"] == "blocker")
    );
}

#[test]
fn people_read_the_line_and_the_reason() {
    let answer =
        Home::empty().run_with_input(&["check"], "Dear all,\n\nI like ____ a lot.\n".as_bytes());
    assert!(
        answer
            .out
            .contains("blocker   line 3    placeholder: “____”"),
        "{}",
        answer.out
    );
}

#[test]
fn our_own_letter_holds_what_it_lacks() {
    let home = Home::with_events();
    let letter = home.run(&["compose", "thank-you", "--application", "globex"]);
    let answer = home.run_with_input(
        &[
            "check",
            "--scenario",
            "thank-you",
            "--application",
            "globex",
            "--to",
            "Łukasz Żak",
        ],
        letter.out.as_bytes(),
    );
    assert!(answer.out.contains("placeholder"), "{}", answer.out);
}

#[test]
fn what_is_no_draft_is_refused() {
    let home = Home::empty();
    home.run_with_input(&["check"], b"\xff\xfe\0")
        .assert_fails(&["UTF-8", "standard input"]);
    home.run(&["check", "/nowhere"]).assert_fails(&["/nowhere"]);
    home.run(&["check", "--application", "initech"])
        .assert_fails(&["initech"]);
    assert_eq!(
        check(&home, &[], "").len(),
        check(&home, &[], "").len(),
        "nothing is no crash"
    );
}
