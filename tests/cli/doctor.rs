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
    assert_eq!(doctor["file"]["salvage"]["readable"], 0);
    assert!(!doctor["problems"].as_array().unwrap().is_empty());
    assert_eq!(home.json(&["doctor"])["file"]["state"], "missing");
}

#[test]
fn it_says_what_the_backups_hold_and_what_can_be_read_of_a_damaged_file() {
    let home = Home::with_events();
    let path = home.json(&["doctor"])["file"]["path"].clone();
    let path = std::path::Path::new(path.as_str().unwrap());
    let text = std::fs::read_to_string(path).unwrap();
    let backups = path.parent().unwrap().join("backups");
    std::fs::create_dir_all(&backups).unwrap();
    let name = format!(
        "{}-20261101T080000Z-0007.ron",
        path.file_stem().unwrap().to_str().unwrap()
    );
    std::fs::write(backups.join(name), "(schema: 1, search: ())").unwrap();
    let doctor = home.json(&["doctor"]);
    let newest = &doctor["backups"]["list"][0];
    assert_eq!(newest["differs"], "2 applications fewer");

    std::fs::write(path, text.replacen("company: ", "company ", 1)).unwrap();
    let out = home.run(&["doctor"]).out;
    assert!(
        out.contains("damaged; 1 of 2 applications can still"),
        "{out}"
    );
    assert!(out.contains("0007.ron: 0 applications"), "{out}");
}

#[test]
fn it_says_what_lies_beside_the_file_and_who_can_read_it() {
    let home = Home::with_events();
    let path = home.json(&["doctor"])["file"]["path"].clone();
    let path = std::path::PathBuf::from(path.as_str().unwrap());
    let copy = path.with_file_name("afterword.sync-conflict-20261123-101112-ABCDEFG.ron");
    std::fs::copy(&path, copy).unwrap();
    std::fs::write(path.with_file_name(".afterword.ron.unsaved"), "()").unwrap();
    std::fs::write(path.with_file_name("afterword.crash.txt"), "Place: x").unwrap();
    let out = home.run(&["doctor"]).out;
    for part in [
        "ABCDEFG.ron; the window offers to take it in",
        "Words that were typed and not confirmed are kept",
        "a report without your data is in",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
    assert!(!out.contains("Other users"), "{out}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let out = home.run(&["doctor"]).out;
        assert!(
            out.contains("Other users of this computer can read"),
            "{out}"
        );
    }
}
