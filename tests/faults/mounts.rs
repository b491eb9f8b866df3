//! Disks that are full, that can only be read, or that a link leads to.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::programs::at_work;
use crate::{Place, Row, application, open};

/// What a disk is tried for, and how it is mounted at `$0`; the arguments are the program.
const MOUNTS: [(&str, &str); 3] = [
    (
        "on a disk of 64 KiB until it is full",
        "mount -t tmpfs -o size=64k none \"$0\" && exec \"$@\"",
    ),
    (
        "on a disk for reading only",
        "mount -t tmpfs none \"$0\" && cp \"$0.old\" \"$0/afterword.ron\" && \
         mount -o remount,ro \"$0\" && exec \"$@\"",
    ),
    (
        "through a link to another disk until that is full",
        "mount -t tmpfs -o size=64k none \"$0\" && cp \"$0.old\" \"$0/real.ron\" && \
         ln -s \"$0/real.ron\" \"$0.link.ron\" && exec \"$@\"",
    ),
];

pub(crate) fn all() -> [Row; 3] {
    MOUNTS.map(|(fault, script)| mounted(fault, script))
}

fn mounted(fault: &str, script: &str) -> Row {
    let place = Place::new();
    let mount = place.file.with_file_name("mount");
    fs::create_dir(&mount).unwrap();
    fs::copy(&place.file, mount.with_extension("old")).unwrap();
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", script]).arg(&mount);
    command.arg(std::env::current_exe().unwrap());
    let file = if fault.contains("link") {
        mount.with_extension("link.ron")
    } else {
        mount.join("afterword.ron")
    };
    at_work(&mut command, &format!("fill|{}", file.display()));
    let Ok(output) = command.output() else {
        return Row::left_out(fault, "no unshare");
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let count = |word: &str| said.lines().filter(|line| *line == word).count();
    if !said.contains("running") {
        return Row::left_out(fault, "no mounts allowed");
    }
    assert!(output.status.success(), "{said}");
    Row {
        tried: count("saved") + count("refused"),
        saved: count("saved"),
        old: count("refused"),
        ..Row::of(fault)
    }
}

/// Not a test of its own: saves more and more until that is refused some times, then makes room.
pub(crate) fn fill(file: &Path) {
    let is_link = file.is_symlink();
    // What takes the room stands where the file really is.
    let real = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let ballast = real.with_file_name("ballast");
    let is_writable = fs::write(&ballast, [b'x'; 30_000]).is_ok();
    let mut store = open(file);
    let mut search = store.known().clone();
    let mut refused = 0;
    while refused < 5 {
        let before = store.known().clone();
        let mut more = application("More");
        more.url = "x".repeat(1500);
        search.put(more);
        if store.save(&search).is_ok() {
            println!("\nsaved");
            assert_eq!(*open(file).known(), search);
            continue;
        }
        println!("\nrefused");
        refused += 1;
        // The first save of all may have found no room.
        if file.exists() {
            assert_eq!(*open(file).known(), before);
        }
    }
    if is_writable {
        // What was refused is still in memory, and saved once there is room.
        fs::remove_file(&ballast).unwrap();
        store.save(&search).unwrap();
        assert_eq!(*open(file).known(), search);
    }
    assert_eq!(file.is_symlink(), is_link, "a link stays one");
    let beside = fs::read_dir(real.parent().unwrap()).unwrap();
    let names = beside.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = names.filter(|name| name.ends_with(".tmp")).collect();
    assert!(left.is_empty(), "{left:?}");
}
