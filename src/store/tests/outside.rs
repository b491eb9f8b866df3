use std::time::{Duration, Instant};

use super::*;
use crate::model::ApplicationId;

fn change(search: &mut JobSearch, id: ApplicationId, change: impl FnOnce(&mut Application)) {
    change(Arc::make_mut(search.applications.get_mut(&id).unwrap()));
}

fn note(text: &str) -> Entry {
    Entry::new(
        when("2026-11-20"),
        Event::Note {
            text: text.to_owned(),
        },
    )
}

fn notes(application: &Application) -> Vec<&str> {
    application
        .history
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Note { text } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn two_programs_lose_no_edit_of_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme", "Globex", "Initech"]));
    let (mut one, mut two) = (loaded(&path), loaded(&path));
    let ids: Vec<_> = one.known().applications.keys().copied().collect();
    for round in 0..40 {
        for (name, store) in [("one", &mut one), ("two", &mut two)] {
            let mut ours = store.known().clone();
            change(&mut ours, ids[round % 3], |application| {
                application.history.push(note(&format!("{name} {round}")));
            });
            store.save(&ours).unwrap();
        }
    }
    let found = loaded(&path);
    let count: usize = found
        .known()
        .applications
        .values()
        .map(|application| notes(application).len())
        .sum();
    assert_eq!(count, 80);
    assert_eq!(found.known().applications.len(), 3);
}

#[test]
fn fields_changed_on_both_sides_are_merged_one_by_one() {
    let base = search(&["Acme"]);
    let id = *base.applications.keys().next().unwrap();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    change(&mut ours, id, |application| {
        application.location = "Berlin".to_owned();
        application.contacts[0].email = "dana@acme.example".to_owned();
        application.history.push(note("ours"));
    });
    change(&mut theirs, id, |application| {
        application.salary = "a lot".to_owned();
        application.contacts[0].phone = "123".to_owned();
        application.history.remove(1);
        application.history.push(note("theirs"));
    });
    ours.profile.name = "Kim".to_owned();
    theirs.policy.interval_days = 9;

    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.notes, Vec::<String>::new());
    assert_eq!(merged.search.applications.len(), 1);
    let one = &merged.search.applications[&id];
    assert_eq!(
        (one.location.as_str(), one.salary.as_str()),
        ("Berlin", "a lot")
    );
    assert_eq!(one.contacts[0].email, "dana@acme.example");
    assert_eq!(one.contacts[0].phone, "123");
    assert_eq!(notes(one), ["ours", "theirs"]);
    assert_eq!(one.history.len(), 3);
    assert_eq!(merged.search.profile.name, "Kim");
    assert_eq!(merged.search.policy.interval_days, 9);
}

#[test]
fn the_same_field_changed_twice_is_kept_twice() {
    let base = search(&["Acme"]);
    let id = *base.applications.keys().next().unwrap();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    change(&mut ours, id, |application| {
        application.salary = "60".to_owned();
    });
    change(&mut theirs, id, |application| {
        application.salary = "70".to_owned();
    });

    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.notes.len(), 1);
    let all: Vec<_> = merged.search.applications.values().collect();
    assert_eq!(all.len(), 2);
    assert_eq!(merged.search.applications[&id].salary, "60");
    let copy = all.iter().find(|application| application.id != id).unwrap();
    assert_eq!(copy.salary, "70");
    assert!(copy.position.ends_with("(other version)"));
    assert_ne!(copy.key, merged.search.applications[&id].key);

    let again = merge(&base, &merged.search, &theirs);
    assert_eq!(again.search.applications.len(), 2);
}

#[test]
fn what_one_removed_and_the_other_changed_stays() {
    let base = search(&["Acme", "Globex"]);
    let ids: Vec<_> = base.applications.keys().copied().collect();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.applications.clear();
    change(&mut theirs, ids[0], |application| {
        application.history.push(note("x"));
    });
    let merged = merge(&base, &ours, &theirs).search;
    assert_eq!(
        merged.applications.keys().copied().collect::<Vec<_>>(),
        [ids[0]]
    );
    let merged = merge(&base, &theirs, &ours).search;
    assert_eq!(
        merged.applications.keys().copied().collect::<Vec<_>>(),
        [ids[0]]
    );
}

#[test]
fn keys_stay_unique_when_both_add_the_same_company() {
    let base = JobSearch::default();
    let (ours, theirs) = (search(&["Acme"]), search(&["Acme"]));
    let merged = merge(&base, &ours, &theirs).search;
    let mut keys: Vec<_> = merged
        .applications
        .values()
        .map(|application| application.key.clone())
        .collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 2);
    let theirs_id = theirs.applications.keys().next().unwrap();
    assert_eq!(merged.applications[theirs_id].key, "acme");
}

#[test]
fn a_file_that_cannot_be_read_any_more_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let mut store = loaded(&path);
    for content in ["half of a sy".to_owned(), newer_text()] {
        std::fs::write(&path, &content).unwrap();
        assert!(store.save(&search(&["Globex"])).is_err());
        assert!(store.refresh().is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), content);
    }
}

fn newer_text() -> String {
    written(&search(&["Acme"])).replace("schema: 1", "schema: 2")
}

#[test]
fn edits_stay_in_the_saver_while_a_newer_version_has_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let before = search(&["Acme"]);
    file_with(&path, &before);
    let valid = std::fs::read_to_string(&path).unwrap();
    let saver = Saver::start(loaded(&path), quiet());
    std::fs::write(&path, newer_text()).unwrap();
    let mut ours = before.clone();
    ours.put(application("Globex"));
    saver.put(ours.clone());
    assert!(matches!(saver.flush(), SaveStatus::Failed(_)));
    std::fs::write(&path, valid).unwrap();
    assert_eq!(saver.flush(), SaveStatus::Saved);
    assert_eq!(*loaded(&path).known(), ours);
}

#[test]
fn a_file_that_was_emptied_or_removed_comes_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let before = search(&["Acme", "Globex", "Initech"]);
    let nothing = written(&JobSearch::default());
    file_with(&path, &before);
    let mut store = loaded(&path);
    let mut ours = before;
    for (n, content) in [Some(""), None, Some(nothing.as_str())]
        .into_iter()
        .enumerate()
    {
        std::fs::remove_file(&path).unwrap();
        if let Some(content) = content {
            std::fs::write(&path, content).unwrap();
        }
        // Another program may be about to put it back; after a second look it is an alarm.
        assert_eq!(store.refresh().unwrap(), Saved::default());
        assert!(matches!(store.refresh(), Err(SaveError::Gone(_))));
        ours.put(application(&format!("Hooli {n}")));
        let saved = store.save(&ours).unwrap();
        assert_eq!(saved.notes.len(), 1, "{:?}", saved.notes);
        assert_eq!(*loaded(&path).known(), ours);
    }
}

#[test]
fn a_change_from_outside_is_noticed_and_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let before = search(&["Acme"]);
    file_with(&path, &before);
    let saver = Saver::start(loaded(&path), quiet());
    let mut outside = before.clone();
    outside.put(application("Globex"));
    loaded(&path).save(&outside).unwrap();

    let start = Instant::now();
    let adopted = loop {
        if let Some(adopted) = saver.adopt(&before) {
            break adopted;
        }
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(10));
    };
    assert_eq!(adopted, outside);
    assert_eq!(saver.status(), SaveStatus::Saved);
    assert_eq!(saver.adopt(&adopted), None);
}

#[test]
fn a_window_that_has_not_taken_over_yet_undoes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let mut window = search(&["Acme"]);
    file_with(&path, &window);
    let saver = Saver::start(loaded(&path), quiet());
    let mut other = loaded(&path);
    let mut everything = vec!["Acme".to_owned()];
    for round in 0..10 {
        let mut outside = other.known().clone();
        outside.put(application(&format!("Outside {round}")));
        other.save(&outside).unwrap();
        window.put(application(&format!("Window {round}")));
        saver.put(window.clone());
        assert_eq!(saver.flush(), SaveStatus::Saved);
        if round % 3 == 2
            && let Some(adopted) = saver.adopt(&window)
        {
            window = adopted;
        }
        everything.extend([format!("Outside {round}"), format!("Window {round}")]);
    }
    let found = loaded(&path);
    let mut companies: Vec<_> = companies(found.known())
        .into_iter()
        .map(str::to_owned)
        .collect();
    companies.sort();
    everything.sort();
    assert_eq!(companies, everything);
    if let Some(adopted) = saver.adopt(&window) {
        window = adopted;
    }
    assert_eq!(window, *found.known());
}

#[test]
fn a_file_that_was_emptied_is_an_alarm_until_it_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let before = search(&["Acme"]);
    file_with(&path, &before);
    let valid = std::fs::read(&path).unwrap();
    let saver = Saver::start(loaded(&path), quiet());
    let until = |reached: &dyn Fn(SaveStatus) -> bool| {
        let start = Instant::now();
        while !reached(saver.status()) {
            assert!(start.elapsed() < Duration::from_secs(20));
            std::thread::sleep(Duration::from_millis(10));
        }
        start.elapsed()
    };
    std::fs::write(&path, "").unwrap();
    let took =
        until(&|status| matches!(status, SaveStatus::Failed(why) if why.contains("emptied")));
    assert!(took < Duration::from_secs(4), "{took:?}");
    std::fs::write(&path, &valid).unwrap();
    until(&|status| status == SaveStatus::Saved);

    std::fs::write(&path, "").unwrap();
    until(&|status| matches!(status, SaveStatus::Failed(_)));
    saver.put(before.clone());
    assert_eq!(
        saver.flush(),
        SaveStatus::Saved,
        "trying again writes it back"
    );
    assert_eq!(*loaded(&path).known(), before);
}

#[test]
fn a_change_from_outside_is_noticed_within_two_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let before = search(&["Acme"]);
    file_with(&path, &before);
    let (sender, receiver) = std::sync::mpsc::channel();
    let wake: Wake = Arc::new(move || {
        let _ = sender.send(());
    });
    let saver = Saver::start(loaded(&path), wake);
    let mut outside = before.clone();
    outside.put(application("Globex"));
    loaded(&path).save(&outside).unwrap();
    receiver.recv_timeout(Duration::from_secs(2)).unwrap();
    assert_eq!(saver.adopt(&before), Some(outside));
}

#[test]
fn a_second_version_that_a_sync_program_leaves_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let saver = Saver::start(loaded(&path), quiet());
    let copy = folder
        .path()
        .join("afterword.sync-conflict-20261123-101112-ABCDEFG.ron");
    std::fs::write(&copy, "x").unwrap();
    let start = Instant::now();
    let told = loop {
        let told = saver.take_copies();
        if !told.is_empty() {
            break told;
        }
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(10));
    };
    assert_eq!(told, [copy]);
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(saver.take_copies(), Vec::<std::path::PathBuf>::new());
}

/// An editor had the file open while the window went on, and saves what it has.
#[test]
fn an_editor_that_saves_an_older_state_undoes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme", "Globex"]));
    let in_the_editor = std::fs::read_to_string(&path).unwrap();

    let mut store = loaded(&path);
    for salary in ["60", "70"] {
        let mut ours = store.known().clone();
        let acme = *ours.applications.keys().next().unwrap();
        change(&mut ours, acme, |one| one.salary = salary.to_owned());
        store.save(&ours).unwrap();
    }
    let stale = in_the_editor.replace("\"Globex\"", "\"Globex Ltd\"");
    std::fs::write(&path, &stale).unwrap();
    assert!(store.refresh().unwrap().merged);
    assert_eq!(companies(store.known()), ["Acme", "Globex Ltd"]);
    let acme = store.known().applications.values().next().unwrap();
    assert_eq!(acme.salary, "70");
    assert_eq!(*loaded(&path).known(), *store.known());

    // And once more, from the editor that never looked again.
    let stale = stale.replace("\"Acme\"", "\"Acme Ltd\"");
    std::fs::write(&path, &stale).unwrap();
    let mut ours = store.known().clone();
    let globex = *ours.applications.keys().last().unwrap();
    change(&mut ours, globex, |one| one.salary = "80".to_owned());
    assert!(store.save(&ours).unwrap().merged);
    assert_eq!(companies(store.known()), ["Acme Ltd", "Globex Ltd"]);
    let salaries: Vec<&str> = store
        .known()
        .applications
        .values()
        .map(|one| one.salary.as_str())
        .collect();
    assert_eq!(salaries, ["70", "80"]);
}

#[test]
fn an_older_state_with_the_same_field_changed_is_kept_beside_ours() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let in_the_editor = std::fs::read_to_string(&path).unwrap();
    let mut store = loaded(&path);
    let mut ours = store.known().clone();
    let acme = *ours.applications.keys().next().unwrap();
    change(&mut ours, acme, |one| one.company = "Acme Inc".to_owned());
    store.save(&ours).unwrap();
    let stale = in_the_editor.replace("\"Acme\"", "\"Acme Ltd\"");
    std::fs::write(&path, stale).unwrap();
    let saved = store.refresh().unwrap();
    assert!(saved.notes[0].contains("in different ways"), "{saved:?}");
    let mut both = companies(store.known());
    both.sort_unstable();
    assert_eq!(both, ["Acme Inc", "Acme Ltd"]);
    assert_eq!(other_versions(store.known()).len(), 1);
}
