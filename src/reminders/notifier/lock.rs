//! Which of several notifiers of a search works.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use super::Bell;
use crate::store::{Lock, lock_when_free, try_lock};

/// The right to notify: one has it, another waits in the system's queue, and has it the moment
/// that the first one ends, however it ends.
pub(super) struct Right {
    path: PathBuf,
    bell: Bell,
    lock: Option<Lock>,
    waiting: Option<Receiver<Lock>>,
}

impl Right {
    pub(super) fn new(path: PathBuf, bell: &Bell) -> Self {
        Self {
            path,
            bell: Arc::clone(bell),
            lock: None,
            waiting: None,
        }
    }

    /// Whether it is ours. Where there are no locks, it is everybody's: the ledger keeps reminders
    /// from coming twice.
    pub(super) fn is_ours(&mut self) -> bool {
        if self.lock.is_none() {
            self.lock = match self.waiting.as_ref().map(Receiver::try_recv) {
                Some(Ok(lock)) => Some(lock),
                Some(Err(TryRecvError::Empty)) => None,
                // Nobody waits, or the thread could not.
                Some(Err(TryRecvError::Disconnected)) | None => self.ask(),
            };
        }
        self.lock.is_some()
    }

    /// Whether others may notify at the same time, as there are no locks here.
    pub(super) fn is_shared(&self) -> bool {
        matches!(self.lock, Some(Lock::Unknown))
    }

    fn ask(&mut self) -> Option<Lock> {
        match try_lock(&self.path) {
            Lock::Busy => {
                self.waiting = self.queue();
                None
            }
            lock @ (Lock::Held(_) | Lock::Unknown) => Some(lock),
        }
    }

    /// Queues on a thread of its own, which costs nothing while it waits.
    fn queue(&self) -> Option<Receiver<Lock>> {
        let (sender, receiver) = mpsc::channel();
        let (path, bell) = (self.path.clone(), Arc::clone(&self.bell));
        let waiting = thread::Builder::new()
            .name("waiting to notify".to_owned())
            .stack_size(64 * 1024)
            .spawn(move || {
                // Where nobody wants it any more, it is let go with the error.
                if sender.send(lock_when_free(&path)).is_ok() {
                    bell(None);
                }
            });
        waiting.is_ok().then_some(receiver)
    }
}
