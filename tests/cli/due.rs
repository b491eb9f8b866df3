use super::Home;
use serde_json::json;

#[test]
fn nothing_there_is_an_empty_list() {
    let home = Home::empty();
    assert_eq!(home.json(&["due"]), json!([]));
    let answer = home.run(&["due"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "Nothing is due.\n"));
    assert!(!home.path("afterword").exists(), "looking leaves no trace");
}

#[test]
fn what_is_late_comes_as_json_with_all_its_fields_in_order() {
    let home = Home::with_events();
    let answer = home.run(&["due", "--json"]);
    assert_eq!(
        answer.out.trim_end(),
        concat!(
            r#"[{"application":"globex","company":"Globex","position":"Data engineer","#,
            r#""scenario":"thank-you","to":["Łukasz Żak"],"channel":"email","rule":"thank-you","#,
            r#""status":"late","due":"2026-11-19T18:00:00+01:00","#,
            r#""late":"2026-11-20T15:45:00+01:00","#,
            r#""reminders":["2026-11-19T18:00:00+01:00","2026-11-20T13:45:00+01:00"],"#,
            r#""optional":false,"why":"#,
            r#""You met Łukasz Żak on Thursday 19 November at 15:00; a thank-you is for the first 24 hours. Late, and still worth sending."}]"#,
        )
    );
    assert_eq!(answer.err, "");
}

#[test]
fn people_read_status_date_name_and_reason() {
    let answer = Home::with_events().run(&["due"]);
    let lines: Vec<_> = answer.out.lines().collect();
    assert_eq!(
        lines[0],
        "late      Thu 19 Nov, 18:00   Thank Łukasz Żak, Globex"
    );
    assert_eq!(lines[1].trim(), "Data engineer (globex)");
    assert!(lines[2].contains("You met Łukasz Żak"));
}

#[test]
fn the_clock_decides() {
    let home = Home::with_events();
    let actions = home.json(&["due", "--now", "2026-11-30T09:00"]);
    let check_in = &actions
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["application"] == "acme")
        .unwrap();
    assert_eq!(check_in["scenario"], "check-in-first");
    assert_eq!(check_in["due"], "2026-11-30T09:00:00+01:00");
    assert_eq!(check_in["rule"], "promise");
}

#[test]
fn names_cannot_take_over_the_terminal() {
    let home = Home::empty();
    home.import(&super::EVENTS.replace("Globex", "Glo\\u001b[2J\\u202ebex\\nLtd"));
    let answer = home.run(&["due"]);
    assert!(
        !answer.out.contains(['\u{1b}', '\u{202e}']),
        "{:?}",
        answer.out
    );
    assert!(answer.out.contains("bex Ltd"), "{:?}", answer.out);
    assert_eq!(
        home.json(&["due"])[0]["company"],
        "Glo\u{1b}[2J\u{202e}bex\nLtd"
    );
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let home = Home::empty();
    let mut child = home.command(&["--demo", "due"]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn a_damaged_file_says_so_and_the_newest_copy_stands_in() {
    let home = Home::with_events();
    let file = home.path("afterword").join("afterword.ron");
    std::fs::write(&file, "(schema: 1, nonsense").unwrap();
    let alone = home.write("alone.ron", "(schema: 1, nonsense");
    home.run(&["due", "--file", alone.to_str().unwrap()])
        .assert_fails(&["alone.ron", "cannot be read"]);
    // Two imports, so that there is a copy.
    let home = Home::with_events();
    home.import(r#"{"application":"acme","event":"note","at":"2026-11-20","text":"x"}"#);
    let file = home.path("afterword").join("afterword.ron");
    std::fs::write(&file, "").unwrap();
    let answer = home.run(&["due", "--json"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.out.contains("globex"));
    assert!(answer.err.contains("earlier state"), "{}", answer.err);
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        "",
        "looking changes nothing"
    );
}
