use std::time::{Duration, Instant};

use super::*;

#[test]
fn a_file_that_is_not_there_is_a_beginning_only_where_nothing_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let mut store = new(&path);
    store.save(&search(&["Acme"])).unwrap();
    store.save(&search(&["Globex"])).unwrap();
    for content in [
        None,
        Some(""),
        Some("\0\0\0\0"),
        Some("(schema: 1"),
        Some("\n "),
    ] {
        let _ = std::fs::remove_file(&path);
        if let Some(content) = content {
            std::fs::write(&path, content).unwrap();
        }
        let damage = damaged(&path);
        let backup = damage.newest_readable().unwrap();
        assert_eq!(companies(&backup.read().unwrap()), ["Acme"]);
        if let Some(content) = content {
            assert_eq!(std::fs::read_to_string(&path).unwrap(), content);
        }
    }
}

#[test]
fn an_empty_file_where_nothing_was_is_a_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    std::fs::write(&path, "").unwrap();
    let mut store = new(&path);
    store.save(&search(&["Acme"])).unwrap();
    assert_eq!(companies(loaded(&path).known()), ["Acme"]);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let valid = written(&search(&["Acme"]));
    for (text, line, why) in [
        (
            "(schema: 1,\n search: (\n  aplications: [x]))".to_owned(),
            3,
            "“aplications” is no part",
        ),
        (
            valid.replace("company: \"Acme\",\n", "\n"),
            0,
            "“company” of Application",
        ),
        (
            valid.replace("Interview(", "Interveiw("),
            0,
            "“Interveiw” is not known",
        ),
        (
            valid.replace("2026-11-16T14", "2026-11-31T14"),
            0,
            "no date",
        ),
        (valid[..valid.len() / 2].to_owned(), 0, ""),
        (
            valid.replace("company: ", "company "),
            0,
            "A colon is missing",
        ),
        (
            valid.replacen("search: (", "search: (\n<<<<<<< HEAD", 1),
            0,
            "A merge has stopped",
        ),
        (format!("{valid}x"), 0, "after its end"),
        ("(".repeat(1_000_000), 0, ""),
        ("[".repeat(1_000_000), 0, ""),
        (String::from_utf8_lossy(&[b'(', 0xff]).into_owned(), 0, ""),
    ] {
        let error = format::read(text.as_bytes()).unwrap_err();
        assert!(error.line > 0 && error.column > 0, "{error}");
        assert!(line == 0 || error.line == line, "{error}");
        assert!(error.why.contains(why), "{error}");
        assert!(error.why.ends_with('.'), "{error}");
    }
    assert!(
        format::read(&[b'(', 0xff])
            .unwrap_err()
            .why
            .contains("UTF-8")
    );
}

#[test]
fn a_byte_order_mark_and_missing_fields_are_accepted() {
    let read = format::read("\u{feff}(schema: 1, search: ())".as_bytes()).unwrap();
    assert_eq!(read.search, JobSearch::default());
    assert!(format::read(b"Afterword(schema: 1, search: ())").is_ok());
}

#[test]
fn no_prefix_of_a_file_is_taken_for_a_search() {
    let text = written(&search(&["Acme"]));
    let last_line = text.find("// checksum").unwrap();
    for end in 0..last_line - 1 {
        assert!(format::read(&text.as_bytes()[..end]).is_err(), "{end}");
    }
    for end in last_line - 1..text.len() {
        if let Ok(content) = format::read(&text.as_bytes()[..end]) {
            assert_eq!(content.search.applications.len(), 1, "{end}");
        }
    }
}

#[test]
fn whatever_bits_flip_nothing_changes_without_a_word() {
    let whole = search(&["Acme", "Globex"]);
    let text = written(&whole);
    let mut seed: u64 = 42;
    for round in 0..10_000 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..1 + round % 3 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let bit = usize::try_from(seed >> 33).unwrap() % (bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
        if let Ok(content) = format::read(&bytes) {
            let is_said = content.seal == format::Seal::Broken || !content.unknown.is_empty();
            assert!(is_said || content.search == whole, "round {round}");
            let _ = format::write(&content.search, 1);
        }
    }
}

#[test]
fn a_change_by_hand_is_accepted_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let by_hand = std::fs::read_to_string(&path)
        .unwrap()
        .replace("Acme", "Acme Ltd");
    std::fs::write(&path, by_hand).unwrap();
    let Opened::Loaded {
        mut store,
        notice: Some(notice),
    } = Store::open(&path).unwrap()
    else {
        panic!("not loaded with a notice");
    };
    assert!(notice.contains("was changed since"), "{notice}");
    assert_eq!(companies(store.known()), ["Acme Ltd"]);
    let mut changed = store.known().clone();
    changed.put(application("Globex"));
    store.save(&changed).unwrap();
    assert!(matches!(
        Store::open(&path).unwrap(),
        Opened::Loaded { notice: None, .. }
    ));
}

#[test]
fn what_damage_has_left_is_found() {
    let whole = search(&["Acme", "Globex", "Initech", "Hooli"]);
    let text = written(&whole);
    let second = text.find("Globex").unwrap();
    let in_second = text[second..].find("format: ").unwrap() + second;
    for (what, damaged) in [
        (
            "a bracket too few",
            format!(
                "{}{}",
                &text[..in_second],
                &text[in_second + 20..].replacen(')', "", 1)
            ),
        ),
        (
            "a quote too many",
            format!("{}\"{}", &text[..in_second], &text[in_second..]),
        ),
        (
            "zeros",
            format!(
                "{}{}{}",
                &text[..in_second],
                "\0".repeat(40),
                &text[in_second + 40..]
            ),
        ),
    ] {
        assert!(format::read(damaged.as_bytes()).is_err(), "{what}");
        let found = format::salvage(damaged.as_bytes());
        let companies = companies(&found.search);
        for company in ["Acme", "Initech", "Hooli"] {
            assert!(companies.contains(&company), "{what}: {companies:?}");
        }
        assert_eq!(companies.len() + found.lost, 4, "{what}");
        assert_eq!(found.search.stages, whole.stages);
    }
    let not_text = [
        &text.as_bytes()[..in_second],
        &[0xff, 0xfe],
        &text.as_bytes()[in_second..],
    ]
    .concat();
    assert_eq!(format::salvage(&not_text).lost, 1);
    let half = format::salvage(&text.as_bytes()[..in_second]);
    assert_eq!((companies(&half.search), half.lost), (vec!["Acme"], 1));
    assert!(!format::salvage(b"\0\0\0").is_worth_it());
}

#[test]
fn hostile_files_end_soon_on_a_small_stack() {
    let start = Instant::now();
    let thread = std::thread::Builder::new().stack_size(1 << 20);
    let bombs = move || {
        for text in [
            "[".repeat(1_000_000),
            "(".repeat(1_000_000),
            format!("(schema: 1, search: (new_field: {}", "[".repeat(1_000_000)),
            format!(
                "(schema: 1, search: (applications: {}",
                "Some(".repeat(200_000)
            ),
            "/*".repeat(500_000),
            "r".to_owned() + &"#".repeat(1_000_000),
            "(id:".repeat(250_000),
            "(id:\"".repeat(200_000),
            "(id:/*".repeat(200_000),
        ] {
            assert!(format::read(text.as_bytes()).is_err());
            assert!(!format::salvage(text.as_bytes()).is_worth_it());
        }
    };
    thread.spawn(bombs).unwrap().join().unwrap();
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(300_000_000).unwrap();
    let damage = damaged(&path);
    assert!(damage.what.why.contains("larger"), "{}", damage.what);
}

#[test]
fn two_applications_of_one_id_are_damage() {
    let text = written(&search(&["Acme"]));
    let start = text.find("applications: [\n").unwrap() + "applications: [\n".len();
    let end = text.find("    ],\n  ),\n)").unwrap();
    let twice = format!("{}{}{}", &text[..end], &text[start..end], &text[end..]);
    let error = format::read(twice.as_bytes()).unwrap_err();
    assert!(error.why.contains("two applications"), "{error}");
}

#[test]
fn a_backup_takes_the_place_of_a_damaged_file_which_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let mut store = new(&path);
    store.save(&search(&["Acme"])).unwrap();
    store.save(&search(&["Globex"])).unwrap();
    std::fs::write(&path, "ruined").unwrap();

    let damage = damaged(&path);
    let mut store = damage.restore(&damage.backups[0]).unwrap();
    assert_eq!(companies(store.known()), ["Acme"]);
    let mut changed = store.known().clone();
    changed.put(application("Initech"));
    store.save(&changed).unwrap();
    assert_eq!(*loaded(&path).known(), changed);
    assert!(kept(folder.path(), "ruined"));
}

#[test]
fn one_can_start_anew_beside_a_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    for content in ["ruined", "ruined again"] {
        std::fs::write(&path, content).unwrap();
        let store = damaged(&path).start_anew().unwrap();
        assert_eq!(*store.known(), JobSearch::default());
        assert_eq!(*loaded(&path).known(), JobSearch::default());
    }
    assert!(kept(folder.path(), "ruined"));
    assert!(kept(folder.path(), "ruined again"));
}

fn kept(folder: &Path, content: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        std::fs::read_to_string(entry.unwrap().path()).is_ok_and(|text| text == content)
    })
}

#[test]
fn a_file_that_was_mended_meanwhile_is_not_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    std::fs::write(&path, "ruined").unwrap();
    let damage = damaged(&path);
    std::fs::write(&path, written(&search(&["Acme"]))).unwrap();
    assert!(damage.start_anew().is_err());
    assert_eq!(companies(loaded(&path).known()), ["Acme"]);
}

#[test]
fn a_newer_file_is_only_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let text = written(&search(&["Acme"]));
    let newer = text
        .replace("schema: 1", "schema: 2")
        .replace("company: ", "mood: \"fine\",\ncompany: ");
    std::fs::write(&path, &newer).unwrap();
    let Opened::Newer(mut store) = Store::open(&path).unwrap() else {
        panic!("not newer");
    };
    assert_eq!(companies(store.known()), ["Acme"]);
    assert!(store.save(&JobSearch::default()).is_err());
    let saver = Saver::start(store, quiet());
    saver.put(search(&["Globex"]));
    assert!(matches!(saver.flush(), SaveStatus::ReadOnly(_)));
    drop(saver);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn a_newer_file_that_cannot_be_read_says_that_it_is_newer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    std::fs::write(&path, "(schema: 7, search: (applications: {}))").unwrap();
    assert!(damaged(&path).what.why.contains("newer version"));
}

#[test]
fn fields_that_are_not_known_are_named_and_kept_in_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let text = written(&search(&["Acme"]));
    let typo = text.replace("company: ", "salery: \"a lot\",\ncompany: ");
    std::fs::write(&path, &typo).unwrap();
    let Opened::Loaded {
        mut store,
        notice: Some(notice),
    } = Store::open(&path).unwrap()
    else {
        panic!("not loaded with a notice");
    };
    assert!(notice.contains("search.applications.0.salery"), "{notice}");
    store.save(&JobSearch::default()).unwrap();
    let backup = &store.backups()[0];
    assert_eq!(std::fs::read_to_string(&backup.path).unwrap(), typo);
}

#[test]
fn one_can_go_on_with_what_can_be_read_and_the_rest_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let text = written(&search(&["Acme", "Globex"])).replacen("company: \"Acme\",", "", 1);
    std::fs::write(&path, &text).unwrap();
    let damage = damaged(&path);
    let salvage = damage.salvage();
    assert_eq!(
        (companies(&salvage.search), salvage.lost),
        (vec!["Globex"], 1)
    );
    damage.go_on_with(salvage).unwrap();
    assert_eq!(companies(loaded(&path).known()), ["Globex"]);
    assert!(kept(folder.path(), &text));
}
