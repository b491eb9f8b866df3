use super::Home;

#[test]
fn a_draft_says_what_it_lacks() {
    let home = Home::with_events();
    let letter = home.json(&[
        "compose",
        "thank-you",
        "--application",
        "acme",
        "--to",
        "Dana Wu",
    ]);
    assert_eq!(letter["scenario"], "thank-you");
    assert_eq!(letter["to"][0], "Dana Wu");
    assert_eq!(letter["channel"], "email");
    assert!(
        letter["body"]
            .as_str()
            .unwrap()
            .contains("how releases reach customers")
    );
    let missing: Vec<_> = letter["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["fact"].clone())
        .collect();
    assert!(missing.contains(&"challenge".into()), "{missing:?}");
    assert!(!missing.contains(&"topic".into()), "{missing:?}");
    for missing in letter["missing"].as_array().unwrap() {
        assert!(missing["label"].is_string() && missing["hint"].is_string());
    }
}

#[test]
fn facts_may_be_given_for_one_letter() {
    let home = Home::with_events();
    let asked = [
        "compose",
        "thank-you",
        "--application",
        "acme",
        "--to",
        "Dana Wu",
        "--fact",
        "challenge=two systems = one truth",
        "--fact",
        "topic=lighthouses",
    ];
    let letter = home.json(&asked);
    let body = letter["body"].as_str().unwrap();
    assert!(
        body.contains("two systems = one truth") && body.contains("lighthouses"),
        "{body}"
    );
    let without = home.json(&asked[..6]);
    assert!(
        !without["body"].as_str().unwrap().contains("lighthouses"),
        "kept nowhere"
    );
}

#[test]
fn the_letter_alone_is_on_standard_output() {
    let home = Home::with_events();
    let answer = home.run(&["compose", "check-in-first", "--application", "acme"]);
    assert_eq!(answer.code, 0);
    assert!(answer.out.starts_with("Subject: "), "{}", answer.out);
    assert!(answer.err.contains("Dana Wu"), "{}", answer.err);
}

#[test]
fn missing_facts_are_named_beside_it() {
    let answer = Home::with_events().run(&["compose", "thank-you", "--application", "globex"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.err.contains("missing facts: topic, detail"),
        "{}",
        answer.err
    );
}

#[test]
fn a_fact_without_a_value_is_wrong_usage() {
    let home = Home::with_events();
    for fact in ["topic", "=x", ""] {
        let answer = home.run(&["compose", "value", "--application", "acme", "--fact", fact]);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{fact:?}");
    }
    home.run(&["compose", "value", "--application", "initech"])
        .assert_fails(&["initech"]);
}
