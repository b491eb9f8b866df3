//! What became of the file: damage, backups, other versions, and what cannot be undone.

use super::*;

#[test]
fn what_cannot_be_undone_is_asked_first() {
    let mut window = window();
    let question = || {
        Dialog::Confirm(Box::new(Confirm {
            title: "Throw it away?".into(),
            text: "It does not come back.".into(),
            button: "Throw it away for good".into(),
            command: Command::Ask(Effect::RetrySave),
        }))
    };
    window.open(question());
    window.click_button("Cancel");
    assert!(window.asked.borrow().is_empty());
    window.open(question());
    window.click_button("Throw it away for good");
    assert_eq!(*window.asked.borrow(), [Effect::RetrySave]);
    assert!(window.state().dialog.is_none());
}

fn earlier(when: &str, applications: usize) -> EarlierState {
    EarlierState {
        when: when.to_owned(),
        path: std::path::Path::new("backups").join(when),
        applications,
        differs: "1 message fewer".to_owned(),
        preview: vec![format!("Changes: Acme of {when}")],
    }
}

/// What Enter does with a damaged file of which that is left.
fn offered_first(rest: (usize, usize), backups: Vec<EarlierState>) -> Effect {
    let mut window = window();
    window.apply(Command::Damaged(DamagedFile {
        path: "afterword.ron".into(),
        why: "The file is empty.".into(),
        backups,
        rest,
        at_start: true,
    }));
    window.key(Modifiers::COMMAND, Key::Enter);
    let asked = window.asked.borrow();
    assert_eq!(asked.len(), 1, "one way is the first");
    asked[0].clone()
}

#[test]
fn a_damaged_file_has_one_way_that_is_offered_first() {
    let path = std::path::PathBuf::from("afterword.ron");
    let backup = || vec![earlier("yesterday", 7), earlier("Friday", 9)];
    let restore = Effect::Restore {
        path: path.clone(),
        backup: "backups/yesterday".into(),
    };
    let salvage = Effect::Salvage(path);
    assert_eq!(offered_first((0, 0), backup()), restore);
    assert_eq!(offered_first((6, 1), backup()), restore);
    assert_eq!(offered_first((7, 1), backup()), restore);
    assert_eq!(offered_first((7, 0), backup()), salvage);
    assert_eq!(offered_first((8, 1), backup()), salvage);
    assert_eq!(offered_first((1, 8), Vec::new()), salvage);
    assert_eq!(offered_first((0, 0), Vec::new()), Effect::ChooseFile);
}

#[test]
fn a_backup_is_looked_at_before_it_is_gone_back_to() {
    let mut window = window();
    window.open(Dialog::Backups(vec![
        earlier("yesterday", 7),
        earlier("Friday", 9),
    ]));
    assert!(window.shows("Changes: Acme of yesterday"));
    window.click_button("Friday: 1 message fewer");
    assert!(window.shows("Changes: Acme of Friday"));
    window.click_button("Go back to this one");
    assert_eq!(
        *window.asked.borrow(),
        [Effect::ReadBackup(earlier("Friday", 9))]
    );
    assert!(window.state().dialog.is_none());
    window.open(Dialog::Backups(Vec::new()));
    assert!(window.shows("There is none yet."));
    window.click_button("Cancel");
    assert!(window.state().dialog.is_none());
}

#[test]
fn a_damaged_file_has_its_place_and_ways_on() {
    let mut window = window();
    let backup = std::path::PathBuf::from("backups/yesterday 18:00");
    window.apply(Command::Damaged(DamagedFile {
        path: "afterword.ron".into(),
        why: "Line 12, column 3: Expected end of string.".into(),
        backups: vec![earlier("yesterday 18:00", 7)],
        rest: (6, 1),
        at_start: true,
    }));
    assert!(window.shows("Line 12, column 3"));
    window.click_button("Open what can be read, 6 of 7 applications");
    window.click_button("Open the backup of yesterday 18:00, 7 applications");
    window.click_button("Open another file…");
    window.click_button("Start anew beside it");
    let path = std::path::PathBuf::from("afterword.ron");
    assert_eq!(
        *window.asked.borrow(),
        [
            Effect::Salvage(path.clone()),
            Effect::Restore {
                path: path.clone(),
                backup
            },
            Effect::ChooseFile,
            Effect::StartBeside(path),
        ]
    );
    assert!(window.state().dialog.is_some(), "nothing else can be done");
    assert!(window.shows("Not loaded · afterword.ron"));
}

#[test]
fn two_versions_stand_side_by_side_and_one_click_keeps_one() {
    for (button, salary) in [
        ("Keep this one: Here", "60"),
        ("Keep this one: From elsewhere", "70"),
    ] {
        let mut window = window();
        let base = window.state().search.clone();
        let id = *base.applications.keys().next().unwrap();
        let with = |salary: &str| {
            let mut search = base.clone();
            let mut one = (**search.application(id).unwrap()).clone();
            one.salary = salary.to_owned();
            search.put(one);
            search
        };
        let merged = crate::store::merge(&base, &with("60"), &with("70"));
        window.apply(Command::Adopt {
            search: Box::new(merged.search),
            note: None,
        });
        window.click_button("Compare…");
        assert!(window.shows("Salary"));
        assert!(window.shows("60") && window.shows("70"));
        window.click_button(button);
        assert!(window.state().dialog.is_none());
        assert_eq!(window.state().application(id).unwrap().salary, salary);
        assert_eq!(
            window.state().search.applications.len(),
            base.applications.len()
        );
    }
}
