use std::time::{Duration, Instant};

use super::*;
use crate::model::{Achievement, Muted, SavedView, TemplateText, Theme};

#[test]
fn a_search_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("some/where/afterword.ron");
    let search = search(&["Acme", "Globex"]);
    file_with(&path, &search);
    assert_eq!(*loaded(&path).known(), search);
}

#[test]
fn the_file_is_for_people_to_read() {
    let mut search = search(&["Acme"]);
    search.profile.name = "Kim Doe".to_owned();
    let text = written(&search);
    for part in [
        "\n  schema: 1,\n",
        "\n    profile: (\n      name: \"Kim Doe\",\n",
        "          applied: \"2026-11-02\",\n".trim_start(),
        "event: Interview(\n",
        "at: \"2026-11-16T14:00:00+01:00\",\n",
        "body: r#\"Dear Dana,\n\nthe part about \"queues\" stayed with me.\n\"#,\n",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
    assert!(!text.contains("Some("), "{text}");
}

#[test]
fn the_text_of_a_search_is_always_the_same() {
    let search = search(&["Acme", "Globex"]);
    let text = written(&search);
    let again = format::read(text.as_bytes()).unwrap().search;
    assert_eq!(written(&again), text);
}

#[cfg(unix)]
#[test]
fn only_the_user_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("private/afterword.ron");
    let mut store = new(&path);
    store.save(&search(&["Acme"])).unwrap();
    store.save(&search(&["Globex"])).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&store.backups()[0].path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(mode(&store.places().backups()), 0o700);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("synced/jobs.ron");
    file_with(&real, &search(&["Acme"]));
    let link = folder.path().join("afterword.ron");
    std::os::unix::fs::symlink(&real, &link).unwrap();

    let mut store = loaded(&link);
    let mut changed = store.known().clone();
    changed.put(application("Globex"));
    store.save(&changed).unwrap();

    assert!(link.symlink_metadata().unwrap().file_type().is_symlink());
    assert_eq!(*loaded(&real).known(), changed);
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        2,
        "nothing but the link and the folder it leads to"
    );
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("afterword.ron");
    std::os::unix::fs::symlink("gone.ron", &link).unwrap();
    assert!(Store::open(&link).is_err());
}

#[test]
fn what_is_no_file_is_said_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    assert!(Store::open(folder.path()).is_err());
    assert!(Store::save_copy(folder.path(), &search(&["Acme"])).is_err());
    assert!(folder.path().is_dir());
}

#[test]
fn the_old_file_is_copied_before_the_first_change_of_a_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let first = search(&["Acme"]);
    file_with(&path, &first);
    let bytes = std::fs::read(&path).unwrap();

    let mut store = loaded(&path);
    for company in ["Globex", "Initech"] {
        let mut changed = store.known().clone();
        changed.put(application(company));
        store.save(&changed).unwrap();
    }
    let backups = store.backups();
    assert_eq!(backups.len(), 1);
    assert_eq!(std::fs::read(&backups[0].path).unwrap(), bytes);
    assert_eq!(backups[0].read().unwrap(), first);

    store.back_up_next();
    store.save(&JobSearch::default()).unwrap();
    assert_eq!(store.backups().len(), 2);
}

#[test]
fn nothing_is_written_when_nothing_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let by_hand = format!("// mine\n{}", std::fs::read_to_string(&path).unwrap());
    std::fs::write(&path, &by_hand).unwrap();
    let mut store = loaded(&path);
    let same = store.known().clone();
    store.save(&same).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), by_hand);
}

#[test]
fn a_change_of_any_setting_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let changes: [fn(&mut JobSearch); 9] = [
        |search| search.profile.phone = "123".to_owned(),
        |search| search.policy.overdue_days += 1,
        |search| search.appearance.theme = Theme::Dark,
        |search| search.spelling.off = true,
        |search| search.stages.truncate(2),
        |search| search.achievements.push(Achievement::default()),
        |search| {
            let text = TemplateText::default();
            search.templates.insert("phone".to_owned(), text);
        },
        |search| search.muted.push(Muted::default()),
        |search| search.views.push(SavedView::default()),
    ];
    for change in changes {
        let mut store = loaded(&path);
        let mut search = store.known().clone();
        change(&mut search);
        assert_ne!(search, *store.known());
        store.save(&search).unwrap();
        assert_eq!(*loaded(&path).known(), search);
    }
}

#[test]
fn a_search_can_be_saved_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let (here, there) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
    let search = search(&["Acme"]);
    file_with(&here, &search);
    let old = super::search(&["Globex"]);
    file_with(&there, &old);

    let mut store = loaded(&here);
    store.save_as(&there, &search).unwrap();
    assert_eq!(store.places().file(), there);
    assert_eq!(*loaded(&there).known(), search);
    assert_eq!(store.backups()[0].read().unwrap(), old);

    let mut changed = search.clone();
    changed.put(application("Initech"));
    store.save(&changed).unwrap();
    assert_eq!(*loaded(&there).known(), changed);
    assert_eq!(*loaded(&here).known(), search);

    let copy = folder.path().join("copy.ron");
    Store::save_copy(&copy, &changed).unwrap();
    assert_eq!(*loaded(&copy).known(), changed);
}

#[test]
fn moments_with_fractions_of_a_second_do_not_keep_it_from_being_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let mut one = application("Acme");
    one.applied = When::Moment("2026-11-02T09:00:00.123456789+01:00".parse().unwrap());
    one.rank = f64::NAN;
    let mut search = JobSearch::default();
    search.put(one);
    file_with(&path, &search);
    assert_eq!(companies(loaded(&path).known()), ["Acme"]);
}

#[test]
fn the_saver_saves_soon_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let saver = Saver::start(new(&path), quiet());
    assert_eq!(saver.status(), SaveStatus::Saved);
    let search = search(&["Acme"]);
    let start = Instant::now();
    saver.put(search.clone());
    assert_eq!(saver.status(), SaveStatus::Saving);
    while saver.status() != SaveStatus::Saved {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(*loaded(&path).known(), search);
}

#[test]
fn the_saver_saves_at_once_when_asked_and_when_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let saver = Saver::start(new(&path), quiet());
    let mut search = JobSearch::default();
    for (n, company) in ["Acme", "Globex", "Initech"].iter().enumerate() {
        search.put(application(company));
        saver.put(search.clone());
        assert_eq!(saver.flush(), SaveStatus::Saved);
        assert_eq!(loaded(&path).known().applications.len(), n + 1);
    }
    search.put(application("Hooli"));
    saver.put(search.clone());
    let store = saver.close().0.unwrap();
    assert_eq!(*store.known(), search);
    assert_eq!(*loaded(&path).known(), search);

    let saver = Saver::start(store, quiet());
    search.put(application("Umbrella"));
    saver.put(search.clone());
    drop(saver);
    assert_eq!(*loaded(&path).known(), search);
}

#[test]
fn the_window_is_woken_when_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let (sender, receiver) = std::sync::mpsc::channel();
    let wake: Wake = Arc::new(move || {
        let _ = sender.send(());
    });
    let saver = Saver::start(new(&path), wake);
    saver.put(search(&["Acme"]));
    receiver.recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(saver.status(), SaveStatus::Saved);
}

#[test]
fn nothing_wakes_the_window_while_nothing_happens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let (sender, receiver) = std::sync::mpsc::channel();
    let wake: Wake = Arc::new(move || {
        let _ = sender.send(());
    });
    let _saver = Saver::start(loaded(&path), wake);
    assert!(receiver.recv_timeout(Duration::from_secs(5)).is_err());
}

#[test]
fn a_file_that_shrinks_much_is_copied_once_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme", "Globex", "Initech", "Hooli"]));
    let mut store = loaded(&path);
    let mut ours = store.known().clone();
    ours.put(application("Umbrella"));
    store.save(&ours).unwrap();
    assert_eq!(store.backups().len(), 1);
    store.save(&search(&["Acme"])).unwrap();
    assert_eq!(store.backups().len(), 2);
    assert_eq!(store.backups()[0].read().unwrap(), ours);
}

#[test]
fn many_changes_at_once_are_taken_over_as_few_are() {
    let names: Vec<String> = (0..30).map(|n| format!("Company {n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut search = search(&names);
    let old = format::write(&search, 1).unwrap();
    for application in search.applications.values_mut().step_by(2) {
        Arc::make_mut(application).salary = "a lot".to_owned();
    }
    let partly = format::write_after(&search, 2, old.bytes, &old.pieces).unwrap();
    assert!(partly.bytes == format::write(&search, 2).unwrap().bytes);
}

#[test]
fn what_is_being_typed_is_on_the_disk_within_a_second() {
    const KEY: Duration = Duration::from_millis(50);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let saver = Saver::start(new(&path), quiet());
    let mut search = search(&["Acme"]);
    let start = Instant::now();
    let mut typed = Vec::new();
    while start.elapsed() < Duration::from_secs(3) {
        search.profile.signature = vec![typed.len().to_string()];
        saver.put(search.clone());
        typed.push(Instant::now());
        std::thread::sleep(KEY);
        let a_second_old = typed
            .iter()
            .rposition(|at| at.elapsed() > Duration::from_secs(1));
        if let Some(number) = a_second_old {
            let found = loaded(&path).known().profile.signature[0].clone();
            assert!(
                found.parse::<usize>().unwrap() >= number,
                "{found} after {number}"
            );
        }
    }
}
