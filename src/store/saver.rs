//! Saving in the background.

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::error::SaveError;
use super::merge::{merge, same_search};
use super::store::{Saved, Store};
use crate::model::JobSearch;

/// From a change to its save, so that what is typed is not saved letter by letter.
const DELAY: Duration = Duration::from_millis(300);

/// How often the file is looked at for changes from outside.
const LOOK: Duration = Duration::from_secs(1);

/// From a failed save to the next try: first, and at most.
const RETRY: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(30));

/// Whether what the user did is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// All of it is.
    Saved,
    /// It is on the way.
    Saving,
    /// It is not; why, as part of a sentence. It is tried again and again.
    Failed(String),
    /// It never will be; why, as a sentence.
    ReadOnly(String),
}

/// Called when there is something new to show.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Owns a [`Store`] on a thread of its own, and saves what it is given. Dropping it saves what is
/// left; [`Saver::close`] also says what came of that.
pub struct Saver {
    file: PathBuf,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<Store>>,
}

struct Shared {
    desk: Mutex<Desk>,
    rung: Condvar,
    wake: Wake,
}

/// What window and thread pass each other.
struct Desk {
    /// The newest state of the window that is not saved.
    pending: Option<JobSearch>,
    /// When to save it.
    due: Instant,
    /// Whether the thread is at work.
    busy: bool,
    /// How often saving has failed in a row.
    failures: u32,
    status: SaveStatus,
    notes: Vec<String>,
    /// The newest state of the window that is part of what is on the disk.
    shared_state: JobSearch,
    /// What is on the disk, if it has more than that: changes from outside that the window has
    /// not taken over.
    outside: Option<JobSearch>,
    /// Second versions beside the file that the window was not told of.
    copies: Vec<PathBuf>,
    back_up: bool,
    closing: bool,
    /// Whether the last try of a saver that is closing has failed.
    given_up: bool,
}

enum Work {
    Save(Box<JobSearch>),
    Look,
    End,
}

impl Saver {
    /// Starts the thread. `wake` is called whenever one of the answers here has changed.
    pub fn start(store: Store, wake: Wake) -> Self {
        let file = store.places().file().to_owned();
        let status = store.read_only().map_or(SaveStatus::Saved, |why| {
            SaveStatus::ReadOnly(why.to_owned())
        });
        let shared = Arc::new(Shared {
            desk: Mutex::new(Desk {
                pending: None,
                due: Instant::now(),
                busy: false,
                failures: 0,
                status,
                notes: Vec::new(),
                shared_state: store.known().clone(),
                outside: None,
                copies: Vec::new(),
                back_up: false,
                closing: false,
                given_up: false,
            }),
            rung: Condvar::new(),
            wake,
        });
        let for_thread = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("saver".to_owned())
            .spawn(move || for_thread.run(store));
        if let Err(error) = &thread {
            shared.desk().status = SaveStatus::Failed(format!("no thread to save with: {error}"));
        }
        Self {
            file,
            shared,
            thread: thread.ok(),
        }
    }

    /// The file that it saves to.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Has `search` saved soon. Clones share their applications, so this costs nothing.
    pub fn put(&self, search: JobSearch) {
        let mut desk = self.shared.desk();
        if matches!(desk.status, SaveStatus::ReadOnly(_)) {
            return;
        }
        if desk.pending.is_none() {
            desk.due = Instant::now() + DELAY;
        }
        desk.pending = Some(search);
        if desk.status == SaveStatus::Saved {
            desk.status = SaveStatus::Saving;
        }
        drop(desk);
        self.shared.rung.notify_all();
    }

    /// Whether everything that was [`put`](Self::put) is on the disk.
    pub fn status(&self) -> SaveStatus {
        let ended = self.thread.as_ref().is_none_or(JoinHandle::is_finished);
        let desk = self.shared.desk();
        match &desk.status {
            SaveStatus::Saved | SaveStatus::Saving if ended => {
                SaveStatus::Failed("the part of Afterword that saves has ended".to_owned())
            }
            status => status.clone(),
        }
    }

    /// What the user should be told, once.
    pub fn take_notes(&self) -> Vec<String> {
        mem::take(&mut self.shared.desk().notes)
    }

    /// Second versions of the file that a synchronising program has left beside it; each is told
    /// once.
    pub fn take_copies(&self) -> Vec<PathBuf> {
        mem::take(&mut self.shared.desk().copies)
    }

    /// If the file was changed from outside: `current`, the window's present state, with those
    /// changes. The window goes on with that, and need not [`put`](Self::put) it.
    pub fn adopt(&self, current: &JobSearch) -> Option<JobSearch> {
        let mut desk = self.shared.desk();
        if desk.busy {
            return None;
        }
        let theirs = desk.outside.take()?;
        let merged = merge(&desk.shared_state, current, &theirs);
        desk.notes.extend(merged.notes);
        if merged.search == theirs {
            desk.pending = None;
            desk.status = SaveStatus::Saved;
        } else {
            desk.pending = Some(merged.search.clone());
            desk.due = Instant::now();
            desk.status = SaveStatus::Saving;
        }
        desk.shared_state = theirs;
        drop(desk);
        self.shared.rung.notify_all();
        Some(merged.search)
    }

    /// Has the file copied to the backups before its next change: for an import, a restore.
    pub fn back_up_next(&self) {
        self.shared.desk().back_up = true;
    }

    /// Has what is left saved at once, without waiting for it: after a failure, when the user asks.
    pub fn retry(&self) {
        self.shared.desk().due = Instant::now();
        self.shared.rung.notify_all();
    }

    /// Saves at once, and returns what came of it.
    pub fn flush(&self) -> SaveStatus {
        let mut desk = self.shared.desk();
        let failures = desk.failures;
        desk.due = Instant::now();
        self.shared.rung.notify_all();
        while self.is_running() && (desk.busy || desk.pending.is_some()) {
            if desk.failures != failures && !desk.busy {
                break;
            }
            desk = self.shared.wait(desk, LOOK);
        }
        drop(desk);
        self.status()
    }

    /// Saves what is left, and ends the thread. The store comes back, for saving elsewhere, with
    /// whether what was left is saved; else why it is not.
    pub fn close(mut self) -> (Option<Store>, Result<(), String>) {
        let saved = match self.flush() {
            SaveStatus::Failed(why) => Err(why),
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::ReadOnly(_) => Ok(()),
        };
        (self.end(), saved)
    }

    fn is_running(&self) -> bool {
        self.thread
            .as_ref()
            .is_some_and(|thread| !thread.is_finished())
    }

    fn end(&mut self) -> Option<Store> {
        self.shared.desk().closing = true;
        self.shared.rung.notify_all();
        self.thread.take().and_then(|thread| thread.join().ok())
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.end();
    }
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, desk: MutexGuard<'a, Desk>, longest: Duration) -> MutexGuard<'a, Desk> {
        self.rung
            .wait_timeout(desk, longest)
            .unwrap_or_else(PoisonError::into_inner)
            .0
    }

    fn run(&self, mut store: Store) -> Store {
        let mut told = Vec::new();
        loop {
            let has_news = match self.next_work() {
                Work::End => return store,
                Work::Save(search) => {
                    self.save(&mut store, *search);
                    true
                }
                Work::Look => {
                    let has_copies = self.look_beside(&store, &mut told);
                    self.look(&mut store) || has_copies
                }
            };
            self.rung.notify_all();
            if has_news {
                (self.wake)();
            }
        }
    }

    /// Waits until there is something to do.
    fn next_work(&self) -> Work {
        let mut desk = self.desk();
        let next_look = Instant::now() + LOOK;
        loop {
            let now = Instant::now();
            if desk.closing && (desk.pending.is_none() || desk.given_up) {
                return Work::End;
            }
            let due = if desk.closing { now } else { desk.due };
            if desk.pending.is_some() && due <= now {
                desk.busy = true;
                return desk
                    .pending
                    .take()
                    .map_or(Work::Look, |search| Work::Save(Box::new(search)));
            }
            let next = match desk.pending {
                Some(_) => due,
                None if next_look <= now => {
                    desk.busy = true;
                    return Work::Look;
                }
                None => next_look,
            };
            desk = self.wait(desk, next.saturating_duration_since(now));
        }
    }

    fn save(&self, store: &mut Store, snapshot: JobSearch) {
        let mut desk = self.desk();
        if mem::take(&mut desk.back_up) {
            store.back_up_next();
        }
        // A window that has not taken over changes from outside must not undo them.
        let ours = match &desk.outside {
            Some(outside) => merge(&desk.shared_state, &snapshot, outside).search,
            None => snapshot.clone(),
        };
        drop(desk);
        let result = store.save(&ours);
        let mut desk = self.desk();
        desk.busy = false;
        match result {
            Ok(Saved { notes, .. }) => {
                desk.notes.extend(notes);
                desk.outside =
                    (!same_search(store.known(), &snapshot)).then(|| store.known().clone());
                desk.shared_state = snapshot;
                desk.settled();
            }
            Err(error) => {
                // What came in the meantime has this in it.
                desk.pending.get_or_insert(snapshot);
                desk.failed(&error);
            }
        }
    }

    /// Looks for second versions beside the file; true if there is one that was not told.
    fn look_beside(&self, store: &Store, told: &mut Vec<PathBuf>) -> bool {
        let copies = store.copies();
        let fresh: Vec<PathBuf> = copies
            .iter()
            .filter(|copy| !told.contains(copy) && store.is_version(copy))
            .cloned()
            .collect();
        *told = copies;
        let has_news = !fresh.is_empty();
        self.desk().copies.extend(fresh);
        has_news
    }

    /// Looks for changes from outside; true if there is something to show.
    fn look(&self, store: &mut Store) -> bool {
        let result = store.refresh();
        let mut desk = self.desk();
        desk.busy = false;
        let before = desk.status.clone();
        let mut has_news = false;
        match result {
            Ok(Saved { merged, notes }) => {
                has_news = merged || !notes.is_empty();
                desk.notes.extend(notes);
                if merged {
                    desk.outside = Some(store.known().clone());
                }
                desk.settled();
            }
            Err(error) => desk.failed(&error),
        }
        has_news || desk.status != before
    }
}

impl Desk {
    fn settled(&mut self) {
        self.failures = 0;
        if !matches!(self.status, SaveStatus::ReadOnly(_)) {
            self.status = match self.pending {
                Some(_) => SaveStatus::Saving,
                None => SaveStatus::Saved,
            };
        }
    }

    fn failed(&mut self, error: &SaveError) {
        self.given_up = self.closing;
        self.failures = self.failures.saturating_add(1);
        let (first, longest) = RETRY;
        let pause = first * 2_u32.saturating_pow(self.failures.min(6) - 1);
        self.due = Instant::now() + pause.min(longest);
        self.status = SaveStatus::Failed(error.to_string());
    }
}
