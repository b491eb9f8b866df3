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
        ("out.csv", "csv"),
        ("out.ics", "ics"),
        ("out.md", "md"),
        ("/dev/null/out.jsonl", "/dev/null/out.jsonl"),
        (folder.to_str().unwrap(), "folder.jsonl"),
    ] {
        home.run(&["export", file]).assert_fails(&[part]);
    }
}
