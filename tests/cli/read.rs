use super::Home;
use serde_json::{Value, json};

const REPLY: &str =
    "Dear Mina,\n\nWe will get back to you by the end of next week.\n\nBest,\nDana\n";

fn read(home: &Home, arguments: &[&str], reply: &str) -> Value {
    let arguments: Vec<_> = ["read", "--json"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let answer = home.run_with_input(&arguments, reply.as_bytes());
    assert_eq!(answer.code, 0, "{}", answer.err);
    serde_json::from_str(&answer.out).unwrap()
}

#[test]
fn a_reply_has_its_kind_and_its_day() {
    let home = Home::empty();
    let expected =
        json!({"kind":"update","day":"2026-12-04","words":["by the end of next week"],"sure":true});
    assert_eq!(read(&home, &[], REPLY), expected);
    let file = home.write("reply.txt", REPLY);
    assert_eq!(home.json(&["read", file.to_str().unwrap()]), expected);
    let text = home
        .run_with_input(&["read", "--json"], REPLY.as_bytes())
        .out;
    let places: Vec<_> = ["kind", "day", "words", "sure"]
        .iter()
        .map(|key| text.find(&format!("\"{key}\":")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn the_day_it_was_written_can_be_told_or_is_in_its_head() {
    let home = Home::empty();
    assert_eq!(
        read(&home, &["--on", "2026-12-01"], REPLY)["day"],
        "2026-12-11"
    );
    let headed = format!(
        "From: Dana Wu <dana@acme.example>\nDate: Tue, 1 Dec 2026 10:00:00 +0100\n\n{REPLY}"
    );
    assert_eq!(read(&home, &[], &headed)["day"], "2026-12-11");
    assert_eq!(
        read(&home, &["--on", "2026-11-16"], &headed)["day"],
        "2026-11-27"
    );
}

#[test]
fn no_day_is_null_and_a_doubt_is_said() {
    let home = Home::empty();
    let rejection = "Unfortunately we decided to move forward with other candidates. We wish you well until Friday.";
    let expected = json!({"kind":"rejection","day":null,"words":["decided to move forward with other candidates"],"sure":true});
    let mut found = read(&home, &[], rejection);
    // Where the phrase begins is not part of the interface.
    assert!(
        found["words"][0]
            .as_str()
            .unwrap()
            .contains("move forward with other")
    );
    found["words"] = expected["words"].clone();
    assert_eq!(found, expected);
    let foreign = read(
        &home,
        &[],
        "Liebe Mina, wir melden uns bis Freitag, den 4. Dezember, bei Ihnen.",
    );
    assert_eq!(
        foreign,
        json!({"kind":"other","day":null,"words":[],"sure":false})
    );
    let empty = read(&home, &[], "");
    assert_eq!(
        (&empty["kind"], &empty["sure"]),
        (&json!("other"), &json!(false))
    );
}

#[test]
fn people_read_the_kind_the_day_and_the_sender() {
    let home = Home::with_events();
    let answer = home.run_with_input(&["read", "--application", "acme"], REPLY.as_bytes());
    for part in [
        "update",
        "Friday 4 December 2026: “by the end of next week”",
        "Dana Wu",
    ] {
        assert!(answer.out.contains(part), "{part} is not in {}", answer.out);
    }
    let doubtful = home.run_with_input(&["read"], b"We decide by Friday 5 December.");
    assert!(doubtful.out.contains("(not sure)"), "{}", doubtful.out);
}

#[test]
fn what_is_no_reply_is_refused() {
    let home = Home::with_events();
    home.run_with_input(&["read"], b"\xff\xfe\0")
        .assert_fails(&["UTF-8", "standard input"]);
    home.run(&["read", "/nowhere"]).assert_fails(&["/nowhere"]);
    home.run(&["read", "--application", "initech"])
        .assert_fails(&["initech"]);
}

#[test]
fn a_megabyte_is_read_in_part_and_said_so() {
    let long = format!("{REPLY}\n> {}", "old words ".repeat(100_000));
    let answer = Home::empty().run_with_input(&["read", "--json"], long.as_bytes());
    assert_eq!(answer.code, 0);
    assert!(
        answer.out.contains("2026-12-04") && answer.err.contains("20000 characters"),
        "{}",
        answer.err
    );
}
