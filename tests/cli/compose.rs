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

/// A search with a letter of its user's own.
fn with_own_letter() -> Home {
    let page = include_str!("../../docs/FILE.md");
    let example = page
        .split("```ron\n")
        .nth(2)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    assert!(example.contains("own-portfolio"));
    let home = Home::empty();
    home.write("own.ron", example);
    home
}

#[test]
fn a_letter_of_ones_own_is_written_allowed_and_checked() {
    let home = with_own_letter();
    let file = home.path("own.ron");
    let of = [
        "--file",
        file.to_str().unwrap(),
        "--application",
        "acme-backend",
    ];
    let ask = |command: &[&str]| home.json(&[command, &of].concat());
    let letter = ask(&[
        "compose",
        "own-portfolio",
        "--fact",
        "link=https://kim.example",
    ]);
    assert_eq!(letter["scenario"], "own-portfolio");
    assert_eq!(letter["channel"], "email");
    assert_eq!(letter["subject"], "Samples of my work, for Acme");
    assert!(
        letter["body"]
            .as_str()
            .unwrap()
            .contains("Here they are: https://kim.example")
    );
    let bare = ask(&["compose", "own-portfolio"]);
    assert_eq!(bare["missing"][0]["fact"], "link");
    let may = ask(&["may", "own-portfolio"]);
    assert_eq!(may["allowed"], true);
    home.write(
        "letter.txt",
        "Subject: Hello\n\nDear Dana,\n\nhere it is: [link]\n",
    );
    let letter = home.path("letter.txt");
    let letter = letter.to_str().unwrap();
    let found = ask(&["check", letter, "--scenario", "own-portfolio"]);
    let checks: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["check"])
        .collect();
    assert!(checks.contains(&&"placeholder".into()), "{found}");
    assert!(!checks.contains(&&"too-soon".into()), "{found}");
}

#[test]
fn a_letter_that_is_nobodys_is_named() {
    let home = with_own_letter();
    let file = home.path("own.ron");
    let of = [
        "--file",
        file.to_str().unwrap(),
        "--application",
        "acme-backend",
    ];
    for command in [
        &["compose", "own-gift"][..],
        &["may", "own-gift"],
        &["check", "/dev/null", "--scenario", "own-gift"],
    ] {
        let answer = home.run(&[command, &of].concat());
        answer.assert_fails(&["own-gift", "own-portfolio"]);
    }
}

#[test]
fn a_draft_is_written_as_a_mail() {
    let home = Home::with_events();
    let path = home.path("letter.eml");
    let file = path.to_str().unwrap();
    let compose = |scenario: &'static str| {
        [
            "compose",
            scenario,
            "--application",
            "acme",
            "--to",
            "Dana Wu",
            "--mail",
            file,
        ]
    };
    let letter = home.json(&compose("thank-you"));
    let mail = std::fs::read_to_string(&path).unwrap();
    assert!(mail.contains("X-Unsent: 1"), "{mail}");
    assert!(mail.contains("Subject: "), "{mail}");
    let first = letter["body"].as_str().unwrap().lines().next().unwrap();
    assert!(mail.contains(first), "{mail}");
    home.run(&compose("linkedin-connect"))
        .assert_fails(&["no email"]);
}
