use std::fs::File;
use std::io;
use std::sync::Mutex;
use std::time::Duration;

use super::*;

/// A disk on which one operation fails, or all from one on.
#[derive(Default)]
struct Faulty {
    plan: Mutex<Plan>,
}

#[derive(Default)]
struct Plan {
    done: usize,
    /// The operation that fails, from 0.
    at: Option<usize>,
    for_ever: bool,
    error: Option<io::ErrorKind>,
    struck: bool,
}

impl Faulty {
    fn arm(&self, at: usize, for_ever: bool, error: io::ErrorKind) {
        *self.plan.lock().unwrap() = Plan {
            done: 0,
            at: Some(at),
            for_ever,
            error: Some(error),
            struck: false,
        };
    }

    fn heal(&self) -> bool {
        let mut plan = self.plan.lock().unwrap();
        plan.at = None;
        plan.struck
    }

    fn step(&self) -> io::Result<()> {
        let mut plan = self.plan.lock().unwrap();
        let number = plan.done;
        plan.done += 1;
        let fails = plan
            .at
            .is_some_and(|at| number == at || (plan.for_ever && number > at));
        if fails {
            plan.struck = true;
            return Err(plan.error.unwrap_or(io::ErrorKind::Other).into());
        }
        Ok(())
    }
}

impl Disk for Faulty {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.step()?;
        RealDisk.read(path, limit)
    }
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        self.step()?;
        RealDisk.holds(path, bytes)
    }
    fn fingerprint(&self, path: &Path) -> io::Result<Fingerprint> {
        self.step()?;
        RealDisk.fingerprint(path)
    }
    fn create_new(&self, path: &Path) -> io::Result<File> {
        self.step()?;
        RealDisk.create_new(path)
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            // As a full disk does: a part is written.
            RealDisk.write(file, &bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        RealDisk.write(file, bytes)
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        self.step()?;
        RealDisk.sync(file)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.rename(from, to)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.sync_folder(folder)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.remove(path)
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.create_folder(folder)
    }
}

fn open_on(disk: &Arc<Faulty>, path: &Path) -> Store {
    let disk: Arc<dyn Disk> = Arc::<Faulty>::clone(disk);
    match Store::open_on(disk, path).unwrap() {
        Opened::Loaded { store, .. } | Opened::New(store) => store,
        other => panic!("neither loaded nor new: {other:?}"),
    }
}

fn every_backup_loads(store: &Store) {
    for backup in store.backups() {
        backup.read().unwrap();
    }
}

const KINDS: [io::ErrorKind; 3] = [
    io::ErrorKind::StorageFull,
    io::ErrorKind::PermissionDenied,
    io::ErrorKind::Other,
];

#[test]
fn whichever_operation_fails_the_file_is_old_or_new_and_the_next_try_saves() {
    for for_ever in [false, true] {
        for error in KINDS {
            for n in 0.. {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("afterword.ron");
                let old = search(&["Acme"]);
                file_with(&path, &old);
                let disk = Arc::new(Faulty::default());
                let mut store = open_on(&disk, &path);
                let mut ours = store.known().clone();
                ours.put(application("Globex"));

                disk.arm(n, for_ever, error);
                let result = store.save(&ours);
                let struck = disk.heal();
                let found = loaded(&path);
                if result.is_ok() {
                    assert_eq!(*found.known(), ours, "operation {n}");
                } else {
                    assert!(*found.known() == old || *found.known() == ours);
                }
                every_backup_loads(&found);

                store.save(&ours).unwrap();
                let found = loaded(&path);
                assert_eq!(*found.known(), ours, "operation {n}, next try");
                every_backup_loads(&found);
                if !struck {
                    assert!(n > 10, "a save has more operations than {n}");
                    break;
                }
            }
        }
    }
}

#[test]
fn undone_changes_stay_undone_after_a_save_that_was_not_confirmed() {
    for n in 0..30 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.ron");
        let old = search(&["Acme"]);
        file_with(&path, &old);
        let disk = Arc::new(Faulty::default());
        let mut store = open_on(&disk, &path);
        let mut ours = store.known().clone();
        ours.put(application("Globex"));
        disk.arm(n, false, io::ErrorKind::Other);
        let _ = store.save(&ours);
        disk.heal();
        store.save(&old).unwrap();
        assert_eq!(*loaded(&path).known(), old, "operation {n}");
    }
}

#[test]
fn whichever_operation_of_the_first_save_fails_nothing_is_taken_for_a_search_that_is_none() {
    for n in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.ron");
        let disk = Arc::new(Faulty::default());
        let mut store = open_on(&disk, &path);
        let ours = search(&["Acme"]);
        disk.arm(n, true, io::ErrorKind::StorageFull);
        let result = store.save(&ours);
        let struck = disk.heal();
        match Store::open(&path).unwrap() {
            Opened::Loaded { store, .. } => assert_eq!(*store.known(), ours),
            Opened::New(_) => assert!(result.is_err()),
            Opened::Damaged(damage) => {
                assert!(result.is_err());
                for backup in &damage.backups {
                    if let Ok(search) = backup.read() {
                        assert_eq!(search, ours);
                    }
                }
            }
            Opened::Newer(_) => panic!("not newer"),
        }
        store.save(&ours).unwrap();
        assert_eq!(*loaded(&path).known(), ours);
        if !struck {
            break;
        }
    }
}

#[test]
fn nothing_is_left_behind_after_the_next_save() {
    for n in 0..30 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.ron");
        file_with(&path, &search(&["Acme"]));
        let disk = Arc::new(Faulty::default());
        let mut store = open_on(&disk, &path);
        let mut ours = store.known().clone();
        ours.put(application("Globex"));
        disk.arm(n, true, io::ErrorKind::Other);
        let _ = store.save(&ours);
        disk.heal();
        ours.put(application("Initech"));
        store.save(&ours).unwrap();
        assert!(left_behind(&path).is_empty(), "operation {n}");
    }
}

#[test]
fn a_failed_save_is_told_and_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    file_with(&path, &search(&["Acme"]));
    let disk = Arc::new(Faulty::default());
    let store = open_on(&disk, &path);
    let mut ours = store.known().clone();
    ours.put(application("Globex"));
    let saver = Saver::start(store, quiet());

    disk.arm(0, true, io::ErrorKind::StorageFull);
    saver.put(ours.clone());
    let status = saver.flush();
    assert!(matches!(status, SaveStatus::Failed(_)), "{status:?}");
    assert_eq!(companies(loaded(&path).known()), ["Acme"]);

    disk.heal();
    let start = std::time::Instant::now();
    while saver.status() != SaveStatus::Saved {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(*loaded(&path).known(), ours);
}

#[test]
fn closing_does_not_hang_on_a_disk_that_fails_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("afterword.ron");
    let disk = Arc::new(Faulty::default());
    let saver = Saver::start(open_on(&disk, &path), quiet());
    disk.arm(0, true, io::ErrorKind::StorageFull);
    saver.put(search(&["Acme"]));
    assert!(saver.close().1.is_err());
}

#[test]
fn a_damaged_file_survives_whatever_fails_while_a_backup_takes_its_place() {
    for n in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("afterword.ron");
        let mut store = new(&path);
        let old = search(&["Acme"]);
        store.save(&old).unwrap();
        store.save(&search(&["Globex"])).unwrap();
        std::fs::write(&path, "(schema: 1, search: (applications: [").unwrap();

        let disk = Arc::new(Faulty::default());
        let shared: Arc<dyn Disk> = Arc::<Faulty>::clone(&disk);
        let Opened::Damaged(damage) = Store::open_on(shared, &path).unwrap() else {
            panic!("not damaged");
        };
        disk.arm(n, true, io::ErrorKind::Other);
        let result = damage.restore(&damage.backups[0]);
        let struck = disk.heal();
        let bad_is_kept = std::fs::read_dir(folder.path())
            .unwrap()
            .filter_map(|entry| std::fs::read_to_string(entry.unwrap().path()).ok())
            .any(|text| text.ends_with("applications: ["));
        assert!(bad_is_kept, "operation {n}");
        match Store::open(&path).unwrap() {
            Opened::Loaded { store, .. } => assert_eq!(*store.known(), old),
            Opened::Damaged(damage) => {
                assert!(result.is_err());
                let backup = damage.newest_readable().unwrap();
                assert_eq!(backup.read().unwrap(), old);
            }
            other => panic!("{other:?}"),
        }
        if !struck {
            break;
        }
    }
}
