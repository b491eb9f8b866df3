//! Things that stand where a file should: links, pipes, folders.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::{Place, application, companies, open, programs};

#[test]
fn what_is_planted_is_neither_followed_nor_waited_for() {
    if programs::is_one() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let victim = folder.path().join("victim");
    fs::write(&victim, "precious").unwrap();
    let pipe = |path: &Path| Command::new("mkfifo").arg(path).status().unwrap();
    type Plant<'a> = (&'a str, Box<dyn Fn(&Path) + 'a>);
    let plants: [Plant<'_>; 3] = [
        ("link", Box::new(|path| symlink(&victim, path).unwrap())),
        ("pipe", Box::new(|path| assert!(pipe(path).success()))),
        ("folder", Box::new(|path| fs::create_dir(path).unwrap())),
    ];
    for (what, plant) in plants {
        for name in [
            ".afterword.ron.lock",
            "afterword.sync-conflict-20261123-101112-ABCDEFG.ron",
            "backups/afterword-20261101T080000Z-0009.ron",
            &format!(".afterword.ron.{}-0.tmp", std::process::id()),
        ] {
            let place = Place::new();
            let planted = place.file.with_file_name(name);
            fs::create_dir_all(planted.parent().unwrap()).unwrap();
            let _ = fs::remove_file(&planted);
            plant(&planted);
            let mut store = open(&place.file);
            let mut search = store.known().clone();
            search.put(application("New"));
            store.save(&search).unwrap();
            assert_eq!(
                companies(open(&place.file).known()),
                ["Old", "New"],
                "{what} {name}"
            );
            assert_eq!(
                fs::read_to_string(&victim).unwrap(),
                "precious",
                "{what} {name}"
            );
        }
    }
}
