//! The proof-reader of the real program. Its dictionary takes long to load, so there is one child
//! for all that is asked of it over its pipes, and one more for `check`.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Home;

const LETTER: &str = "Subject: The Backend engineer role\n\nDear Dana,\n\nI beleive you're work on \
Żubr is great; see https://example.com/teh and C++. She has ask me to say I would of come. The \
Globex team is kind.\n\nKind regards,\nMina\n";

#[test]
fn a_letter_is_proof_read_with_suggestions() {
    let home = Home::with_events();
    let answer = home.run_with_input(&["check", "--json"], LETTER.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let findings: Vec<Value> = serde_json::from_str(&answer.out).unwrap();
    let of = |check: &str| -> Vec<(String, String)> {
        let found = findings.iter().filter(|finding| finding["check"] == check);
        let pair = |f: &Value| {
            (
                f["text"].as_str().unwrap().to_owned(),
                f["suggestions"][0].as_str().unwrap().to_owned(),
            )
        };
        found.map(pair).collect()
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(of("spelling"), [pair("beleive", "believe")]);
    assert_eq!(
        of("grammar"),
        [
            pair("you're work", "your work"),
            pair("has ask", "has asked"),
            pair("would of", "would have"),
        ]
    );
    assert!(
        findings.iter().all(|finding| finding["level"] == "warning"),
        "{findings:?}"
    );
}

#[test]
fn where_the_user_wants_none_nothing_is_proof_read() {
    let home = Home::with_events();
    let file = home.path("afterword/afterword.ron");
    let text = fs::read_to_string(&file).unwrap();
    let off = text.replacen("search: (", "search: (\n    spelling: (off: true),", 1);
    fs::write(&file, off).unwrap();
    let answer = home.run_with_input(&["check"], b"Subject: The role at Acme\n\nI beleive it.\n");
    assert_eq!(answer.out, "Nothing to mend.\n", "{}", answer.err);
}

#[test]
fn the_child_answers_line_by_line_and_ends_with_its_input() {
    let home = Home::empty();
    let mut child = home
        .command(&["proofread"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ask = |order: Value| -> Value {
        writeln!(input, "{order}").unwrap();
        loop {
            let line = output.next().unwrap().unwrap();
            // Harper prints to standard output when it meets “looking forward to”.
            if let Ok(answer @ Value::Object(_)) = serde_json::from_str::<Value>(&line) {
                return answer;
            }
        }
    };
    let know = |dialect: &str, words: &[&str]| {
        let language = json!({"dialect": dialect, "chosen": true});
        json!({"know": {"number": 1, "knowledge": {"language": language, "words": words}}})
    };
    let read = |body: &str| json!({"read": {"number": 2, "subject": "", "body": body}});
    let words = |answer: &Value| -> Vec<(u64, u64)> {
        let slips = answer["body"].as_array().cloned().unwrap_or_default();
        let place = |slip: &Value| {
            (
                slip["start"].as_u64().unwrap(),
                slip["end"].as_u64().unwrap(),
            )
        };
        slips.iter().map(place).collect()
    };

    assert_eq!(ask(know("british", &[])), json!({"answer": 1}));
    let text = "Łódź: my zorblax has color. Looking forward to see you.";
    assert_eq!(words(&ask(read(text))), [(9, 16), (21, 26), (47, 50)]);
    ask(know("american", &["zorblax"]));
    assert_eq!(words(&ask(read(text))), [(47, 50)]);
    let began = Instant::now();
    for bad in [
        "q".repeat(300),
        "\u{0}\u{1b}\u{202e}".repeat(3_000),
        "a ".repeat(10_000),
    ] {
        ask(read(&bad));
    }
    assert!(began.elapsed() < Duration::from_secs(60));
    drop(input);
    assert!(child.wait().unwrap().success());
}
