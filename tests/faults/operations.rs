//! Operations on the disk that fail within the program, and other programs that come between them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use afterword::store::{Disk, Fingerprint, Opened, RealDisk, Store};

use crate::{Place, Row, application, companies, open};

/// A disk whose operations fail from one on, once or for ever.
#[derive(Default)]
struct Failing {
    /// Operations until the fault, whether it stays, and how many have failed.
    plan: Mutex<(usize, bool, usize)>,
    kind: Option<io::ErrorKind>,
}

impl Failing {
    fn step(&self) -> io::Result<()> {
        let mut plan = self.plan.lock().unwrap();
        let (left, stays, failed) = *plan;
        let fails = left == 0 && (stays || failed == 0);
        *plan = (left.saturating_sub(1), stays, failed + usize::from(fails));
        match self.kind {
            Some(kind) if fails => Err(kind.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for Failing {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.step().and_then(|()| RealDisk.read(path, limit))
    }
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        self.step().and_then(|()| RealDisk.holds(path, bytes))
    }
    fn fingerprint(&self, path: &Path) -> io::Result<Fingerprint> {
        self.step().and_then(|()| RealDisk.fingerprint(path))
    }
    fn create_new(&self, path: &Path) -> io::Result<fs::File> {
        self.step().and_then(|()| RealDisk.create_new(path))
    }
    fn write(&self, file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            // As a full disk does: a part is written.
            RealDisk.write(file, &bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        RealDisk.write(file, bytes)
    }
    fn sync(&self, file: &fs::File) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.sync(file))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.rename(from, to))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.sync_folder(folder))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove(path))
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.create_folder(folder))
    }
}

pub(crate) fn failing() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, kind) in [
        ("no room", io::ErrorKind::StorageFull),
        ("not allowed", io::ErrorKind::PermissionDenied),
        ("not found", io::ErrorKind::NotFound),
        ("interrupted", io::ErrorKind::Interrupted),
        ("an error of the disk", io::ErrorKind::Other),
    ] {
        for stays in [false, true] {
            let often = if stays { "for ever" } else { "once" };
            rows.push(failing_operation(
                format!("{name}, {often}, at each operation"),
                kind,
                stays,
            ));
        }
    }
    rows
}

fn failing_operation(fault: String, kind: io::ErrorKind, stays: bool) -> Row {
    let mut row = Row::of(fault);
    for n in 0.. {
        let place = Place::new();
        let mut ours = open(&place.file).known().clone();
        ours.put(application("New"));
        let disk = Arc::new(Failing {
            // One operation opens the file.
            plan: Mutex::new((n + 1, stays, 0)),
            kind: Some(kind),
        });
        let shared: Arc<dyn Disk> = Arc::<Failing>::clone(&disk);
        let Ok(Opened::Loaded { mut store, .. }) = Store::open_on(shared, &place.file) else {
            panic!("it opens");
        };
        let saved = store.save(&ours).is_ok();
        row.look(&place, saved);
        let (_, _, failed) = *disk.plan.lock().unwrap();
        // The disk is well again.
        *disk.plan.lock().unwrap() = (usize::MAX, false, 0);
        store.save(&ours).unwrap();
        assert_eq!(companies(open(&place.file).known()), ["Old", "New"]);
        if failed == 0 {
            assert!(n > 12, "a save has more operations than {n}");
            return row;
        }
    }
    row
}

/// A disk on a share where locks do not hold: right before one operation another machine saves.
struct Shared {
    /// Operations until then.
    left: Mutex<Option<usize>>,
    file: PathBuf,
    /// The other machine's window, from then on.
    theirs: Mutex<Option<Store>>,
}

impl Shared {
    fn step(&self) {
        let mut left = self.left.lock().unwrap();
        match &mut *left {
            Some(0) => {
                *left = None;
                let mut theirs = open(&self.file);
                let mut search = theirs.known().clone();
                search.put(application("Theirs"));
                theirs.save(&search).unwrap();
                *self.theirs.lock().unwrap() = Some(theirs);
            }
            Some(count) => *count -= 1,
            None => {}
        }
    }
}

impl Disk for Shared {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.step();
        RealDisk.read(path, limit)
    }
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        self.step();
        RealDisk.holds(path, bytes)
    }
    fn fingerprint(&self, path: &Path) -> io::Result<Fingerprint> {
        self.step();
        RealDisk.fingerprint(path)
    }
    fn create_new(&self, path: &Path) -> io::Result<fs::File> {
        self.step();
        RealDisk.create_new(path)
    }
    fn write(&self, file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
        self.step();
        RealDisk.write(file, bytes)
    }
    fn sync(&self, file: &fs::File) -> io::Result<()> {
        self.step();
        RealDisk.sync(file)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // Right behind the last look: what the other machine saves now is replaced. It notices.
        self.step();
        RealDisk.rename(from, to)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step();
        RealDisk.sync_folder(folder)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step();
        RealDisk.remove(path)
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.step();
        RealDisk.create_folder(folder)
    }
}

/// Both edits are there, whenever the other machine saves.
pub(crate) fn without_locks() -> Row {
    let mut row = Row::of("no locks, another machine saves at each operation");
    for n in 0.. {
        let place = Place::new();
        // What is no file cannot be locked.
        let lock = place.file.with_file_name(".afterword.ron.lock");
        let _ = fs::remove_file(&lock);
        fs::create_dir(&lock).unwrap();
        let disk = Arc::new(Shared {
            left: Mutex::new(None),
            file: place.file.clone(),
            theirs: Mutex::new(None),
        });
        let shared: Arc<dyn Disk> = Arc::<Shared>::clone(&disk);
        let Ok(Opened::Loaded { mut store, .. }) = Store::open_on(shared, &place.file) else {
            panic!("it opens");
        };
        let mut ours = store.known().clone();
        ours.put(application("Ours"));
        *disk.left.lock().unwrap() = Some(n);
        let mut saved = store.save(&ours).is_ok();
        if disk.left.lock().unwrap().take().is_some() {
            assert!(n > 12, "a save has more operations than {n}");
            return row;
        }
        row.tried += 1;
        row.old += usize::from(!saved);
        // The other machine swept away what was being written: not saved, and tried again.
        while !saved {
            saved = store.save(&ours).is_ok();
        }
        let theirs = disk.theirs.lock().unwrap().take();
        theirs.unwrap().refresh().unwrap();
        store.refresh().unwrap();
        let found = open(&place.file);
        let mut all = companies(found.known());
        all.sort_unstable();
        assert_eq!(all, ["Old", "Ours", "Theirs"], "at operation {n}");
        row.saved += 1;
    }
    row
}
