use super::Home;

#[test]
fn it_says_where_everything_is() {
    let home = Home::with_events();
    let doctor = home.json(&["doctor"]);
    assert_eq!(doctor["file"]["state"], "fine");
    assert_eq!(doctor["file"]["applications"], 2);
    for path in [
        &doctor["file"]["path"],
        &doctor["backups"]["folder"],
        &doctor["ledger"]["path"],
    ] {
        assert!(
            path.as_str()
                .unwrap()
                .starts_with(home.folder.path().to_str().unwrap()),
            "{path}"
        );
    }
    let text = home.run(&["doctor"]);
    assert_eq!(text.code, 0);
    assert!(
        text.out.contains("afterword.ron") && text.out.contains("Notifications"),
        "{}",
        text.out
    );
}

#[test]
fn a_damaged_file_is_a_finding() {
    let home = Home::empty();
    let file = home.write("search.ron", "(((");
    let doctor = home.json(&["doctor", "--file", file.to_str().unwrap()]);
    assert_eq!(doctor["file"]["state"], "damaged");
    assert!(!doctor["problems"].as_array().unwrap().is_empty());
    assert_eq!(home.json(&["doctor"])["file"]["state"], "missing");
}
