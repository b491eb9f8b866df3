use super::{EVENTS, Home};
use serde_json::json;

#[test]
fn the_same_file_twice_adds_nothing() {
    let home = Home::empty();
    let file = home.write("events.jsonl", EVENTS);
    let import = ["import", file.to_str().unwrap()];
    assert_eq!(
        home.json(&import),
        json!({"added": 8, "already_there": 0, "applications": ["acme", "globex"], "dry_run": false})
    );
    let search = home.path("afterword").join("afterword.ron");
    let before = std::fs::read(&search).unwrap();
    assert_eq!(home.json(&import)["already_there"], 8);
    assert_eq!(std::fs::read(&search).unwrap(), before);
    assert_eq!(home.run(&import).out, "Nothing new; 8 known already.\n");
}

#[test]
fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let home = Home::empty();
    let file = home.write("events.jsonl", EVENTS);
    let answer = home.json(&["import", file.to_str().unwrap(), "--dry-run"]);
    assert_eq!(
        (&answer["added"], &answer["dry_run"]),
        (&json!(8), &json!(true))
    );
    assert_eq!(home.json(&["plan"]), json!([]));
}

#[test]
fn a_wrong_line_is_named_and_nothing_is_taken() {
    let home = Home::with_events();
    let before = home.json(&["plan"]);
    for (line, parts) in [
        (
            r#"{"application":"acme","event":"note","at":"2026-11-31","text":"x"}"#,
            ["line 2", "“at”", "2026-11-31"],
        ),
        (
            r#"{"application":"acme","event":"party","at":"2026-11-21"}"#,
            ["line 2", "event", "call-invited"],
        ),
        (
            r#"{"application":"new","event":"note","at":"2026-11-21","text":"x"}"#,
            ["line 2", "application", "new"],
        ),
        (
            r#"{"application":"acme","event":"promise","at":"2026-11-21"}"#,
            ["line 2", "day", "2026-11-23"],
        ),
        ("no json at all", ["line 2", "JSON", "note"]),
    ] {
        let good = r#"{"application":"acme","event":"note","at":"2026-11-21","text":"good"}"#;
        let file = home.write("wrong.jsonl", format!("{good}\n{line}\n"));
        home.run(&["import", file.to_str().unwrap()])
            .assert_fails(&parts);
        assert_eq!(home.json(&["plan"]), before);
    }
    let unchanged = home.json(&["import", home.path("events.jsonl").to_str().unwrap()]);
    assert_eq!(unchanged["added"], 0);
}

#[test]
fn hostile_files_are_refused_in_one_sentence() {
    let home = Home::empty();
    let deep = format!("{{\"application\":{}", "[".repeat(1_000_000));
    for (name, content, part) in [
        ("a.jsonl", b"{\"application\":\"\xff\"}".to_vec(), "UTF-8"),
        ("b.jsonl", b"\xff\xfe{\0\"\0".to_vec(), "UTF-8"),
        ("c.jsonl", b"\0\0\0\0".to_vec(), "line 1"),
        ("d.jsonl", deep.into_bytes(), "line 1"),
        ("e.jsonl", "x".repeat(5_000_000).into_bytes(), "line 1"),
        ("f.txt", b"{}".to_vec(), ".jsonl"),
        ("g.csv", b"company,position".to_vec(), "no rows"),
        ("h.csv", b"PK\x03\x04\x14\0\x01\0".to_vec(), "password"),
    ] {
        let file = home.write(name, content);
        let answer = home.run(&["import", file.to_str().unwrap()]);
        answer.assert_fails(&[part]);
        assert!(answer.err.len() < 2_000, "{name}");
    }
    home.run(&["import", "/nowhere/at/all.jsonl"])
        .assert_fails(&["/nowhere/at/all.jsonl"]);
    let folder = home.path("folder.jsonl");
    std::fs::create_dir(&folder).unwrap();
    home.run(&["import", folder.to_str().unwrap()])
        .assert_fails(&["folder.jsonl"]);
}

#[test]
fn an_empty_file_is_nothing_new() {
    let home = Home::empty();
    let file = home.write("empty.jsonl", "\u{feff}\n\n  \n");
    assert_eq!(home.json(&["import", file.to_str().unwrap()])["added"], 0);
}

#[test]
fn what_a_search_was_before_an_import_can_be_gone_back_to() {
    let home = Home::with_events();
    home.import(r#"{"application":"acme","event":"note","at":"2026-11-20","text":"x"}"#);
    let doctor = home.json(&["doctor"]);
    assert_eq!(doctor["backups"]["count"], 1);
    assert_eq!(doctor["backups"]["readable"], 1);
}

#[test]
fn many_lines_are_taken_at_once() {
    let home = Home::empty();
    let applied = r#"{"application":"acme","event":"applied","at":"2026-11-02","company":"Acme","position":"Engineer"}"#;
    let notes: String = (0..5_000)
        .map(|n| format!("{{\"application\":\"acme\",\"event\":\"note\",\"at\":\"2026-11-20\",\"text\":\"{n}\"}}\n"))
        .collect();
    let file = home.write("many.jsonl", format!("{applied}\n{notes}"));
    assert_eq!(
        home.json(&["import", file.to_str().unwrap()])["added"],
        5_001
    );
}

const TABLE: &str = "Company,Position,Status,Date Applied,Url\n\
    Acme,Backend engineer,Interview,2026-11-02,https://acme.example/1\n\
    Globex,Data engineer,Rejected,31/02/2026,\n\
    ,Nobody,,,\n";

#[test]
fn a_table_comes_in_and_the_second_time_changes_nothing() {
    let home = Home::empty();
    let file = home.write("jobs.csv", TABLE);
    let import = ["import", file.to_str().unwrap()];
    let dry = home.json(&[import[0], import[1], "--dry-run"]);
    assert_eq!(dry["added"], 2);
    assert_eq!(home.json(&["plan"]), json!([]), "a dry run changes nothing");
    let answer = home.json(&import);
    assert_eq!(
        [
            &answer["added"],
            &answer["changed"],
            &answer["already_there"],
            &answer["left_out"]
        ],
        [2, 0, 0, 1]
    );
    assert_eq!(
        answer["applications"],
        json!(["acme-backend-engineer", "globex-data-engineer"])
    );
    assert_eq!(
        answer["columns"][3],
        json!({"column": "Date Applied", "field": "applied"})
    );
    assert_eq!(
        answer["remarks"][0],
        json!({"row": 3, "column": "Date Applied", "left_out": false,
               "text": "“31/02/2026” is in no calendar; it comes in without that day"})
    );
    let search = home.path("afterword").join("afterword.ron");
    let before = std::fs::read(&search).unwrap();
    assert_eq!(home.json(&import)["already_there"], 2);
    assert_eq!(std::fs::read(&search).unwrap(), before);
    let text = home.run(&import).out;
    assert!(
        text.contains("0 added, 0 changed, 2 known already, 1 left out."),
        "{text}"
    );
    assert!(
        text.contains("  Row 4, column “Company”: it names no company"),
        "{text}"
    );
}

#[test]
fn columns_stages_and_the_order_of_days_are_said_by_options() {
    let home = Home::empty();
    let file = home.write(
        "jobs.csv",
        "Firma;Stelle;Am;Stand\nAcme;Technikerin;03/04/2026;Absage\n",
    );
    let file = file.to_str().unwrap();
    home.run(&["import", file]).assert_fails(&[
        "no column names the company",
        "Firma, Stelle, Am, Stand",
        "--map COLUMN=company",
    ]);
    let mut import = vec![
        "import",
        file,
        "--map",
        "firma=company",
        "--map",
        "Stelle=position",
    ];
    import.extend([
        "--map",
        "Am=applied",
        "--map",
        "Stand=stage",
        "--stage",
        "Absage=rejected",
    ]);
    home.run(&import)
        .assert_fails(&["“Am”", "“03/04/2026” in row 2", "--dates day-first"]);
    import.extend(["--dates", "day-first"]);
    assert_eq!(home.json(&import)["added"], 1);
    let events = home.path("out.jsonl");
    home.run(&["export", events.to_str().unwrap()]);
    let events = std::fs::read_to_string(events).unwrap();
    for part in [
        r#""at":"2026-04-03""#,
        r#""outcome":"rejected""#,
        r#""position":"Technikerin""#,
    ] {
        assert!(events.contains(part), "{events}");
    }
    home.run(&["import", file, "--map", "Nirgends=company"])
        .assert_fails(&["no column “Nirgends”", "Firma"]);
}
