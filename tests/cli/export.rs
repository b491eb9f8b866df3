use super::Home;

#[test]
fn an_export_gives_the_same_search_elsewhere() {
    let home = Home::with_events();
    let file = home.path("out.jsonl");
    let file = file.to_str().unwrap();
    let answer = home.json(&["export", file]);
    assert_eq!(answer["applications"], 2);
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.starts_with(
        r#"{"application":"acme","event":"applied","at":"2026-11-02","company":"Acme""#
    ));
    let other = Home::empty();
    assert_eq!(other.run(&["import", file]).code, 0);
    let copy = other.path("copy.jsonl");
    assert_eq!(other.run(&["export", copy.to_str().unwrap()]).code, 0);
    assert_eq!(std::fs::read_to_string(copy).unwrap(), text);
    assert_eq!(home.json(&["plan"]), other.json(&["plan"]));
}

#[test]
fn fields_from_elsewhere_go_out_again() {
    let home = Home::with_events();
    home.import(
        r#"{"application":"acme","event":"note","at":"2026-11-20","text":"x","mood":{"n":1.50}}"#,
    );
    let file = home.path("out.jsonl");
    home.run(&["export", file.to_str().unwrap()]);
    assert!(
        std::fs::read_to_string(file)
            .unwrap()
            .contains(r#""mood":{"n":1.50}"#)
    );
}

#[test]
fn the_sample_search_can_be_exported() {
    let home = Home::empty();
    let file = home.path("sample.jsonl");
    assert_eq!(
        home.run(&["export", file.to_str().unwrap(), "--demo"]).code,
        0
    );
    assert!(std::fs::read_to_string(file).unwrap().contains("東京"));
}

#[test]
fn what_cannot_be_written_is_said() {
    let home = Home::with_events();
    let folder = home.path("folder.jsonl");
    std::fs::create_dir(&folder).unwrap();
    for (file, part) in [
        ("out.pdf", ".jsonl"),
        ("out", ".jsonl"),
        ("out.xlsx", ".csv"),
        ("/dev/null/out.jsonl", "/dev/null/out.jsonl"),
        (folder.to_str().unwrap(), "folder.jsonl"),
    ] {
        home.run(&["export", file]).assert_fails(&[part]);
    }
}

#[test]
fn every_format_is_chosen_by_the_ending_and_replaces_a_file_whole() {
    let home = Home::with_events();
    for (name, begins) in [
        ("out.csv", "\u{feff}Company,Position,Status".as_bytes()),
        ("out.ics", b"BEGIN:VCALENDAR"),
        ("out.md", b"# Job search"),
        ("out.zip", b"PK"),
    ] {
        let file = home.write(name, "x".repeat(1_000_000));
        assert_eq!(
            home.json(&["export", file.to_str().unwrap()])["applications"],
            2
        );
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(begins), "{name}");
        assert!(bytes.len() < 100_000, "{name}");
    }
}

#[test]
fn a_table_that_went_out_comes_in_again() {
    let home = Home::with_events();
    let file = home.path("out.csv");
    let file = file.to_str().unwrap();
    home.run(&["export", file]);
    let same = home.json(&["import", file]);
    assert_eq!(
        (&same["added"], &same["changed"], &same["already_there"]),
        (&0.into(), &0.into(), &2.into())
    );
    let other = Home::empty();
    assert_eq!(other.json(&["import", file])["added"], 2);
}

#[test]
fn one_application_and_a_span_of_days_go_out_alone() {
    let home = Home::with_events();
    let file = home.path("acme.md");
    let path = file.to_str().unwrap();
    assert_eq!(
        home.json(&["export", path, "--application", "acme"])["applications"],
        1
    );
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("# Acme, Backend engineer"), "{text}");
    home.run(&[
        "export",
        path,
        "--from",
        "2026-11-09",
        "--until",
        "2026-11-09",
    ]);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("| 2026-11-09 | Globex | Data engineer | Applied |"),
        "{text}"
    );
    assert!(!text.contains("Acme"), "{text}");
}

#[test]
fn the_search_itself_is_never_replaced_by_an_export() {
    let home = Home::with_events();
    let own = home.write("own.csv", "");
    let own = own.to_str().unwrap();
    let events = home.path("events.jsonl");
    std::fs::remove_file(own).unwrap();
    assert_eq!(
        home.run(&["import", events.to_str().unwrap(), "--file", own])
            .code,
        0
    );
    let before = std::fs::read(own).unwrap();
    home.run(&["export", own, "--file", own])
        .assert_fails(&["own.csv is the job search itself"]);
    assert_eq!(std::fs::read(own).unwrap(), before);
}
