//! What is typed into forms, on its way to the disk: a thread writes it, so that no frame waits.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::store::UnsavedWords;

/// Keeps the words of one search after the other.
#[derive(Debug, Default)]
pub(super) struct Words {
    of: Option<UnsavedWords>,
    /// What was given to the thread last.
    kept: String,
    /// What the window has not been told yet: what an earlier run left, empty if that is nothing.
    before: Option<String>,
    writer: Option<Writer>,
}

#[derive(Debug)]
struct Writer {
    sender: Sender<(UnsavedWords, String)>,
    thread: JoinHandle<()>,
}

impl Words {
    /// From now on they are of the search in that file; what was left there is for the window.
    pub(super) fn begin(&mut self, file: &Path) {
        self.of = UnsavedWords::of(file).ok();
        self.kept = self
            .of
            .as_ref()
            .and_then(UnsavedWords::read)
            .unwrap_or_default();
        self.before = Some(self.kept.clone());
    }

    /// The search with its words goes on in another file.
    pub(super) fn go_on_in(&mut self, file: &Path) {
        let words = std::mem::take(&mut self.kept);
        self.keep("");
        self.of = UnsavedWords::of(file).ok();
        self.keep(&words);
    }

    /// What an earlier run left, once for each file.
    pub(super) fn take_before(&mut self) -> Option<String> {
        self.before.take()
    }

    /// Keeps what is typed now.
    pub(super) fn keep(&mut self, words: &str) {
        let Some(of) = &self.of else {
            return;
        };
        if self.kept == words {
            return;
        }
        words.clone_into(&mut self.kept);
        if self.writer.is_none() {
            self.writer = Writer::start();
        }
        if let Some(writer) = &self.writer {
            // The thread ends when this is dropped, not before.
            let _ = writer.sender.send((of.clone(), words.to_owned()));
        }
    }

    /// Puts what the window cannot make anything of where it stays; says where.
    pub(super) fn put_aside(&mut self) -> Option<std::path::PathBuf> {
        self.kept.clear();
        self.of.as_ref()?.put_aside().ok()
    }

    /// Waits until all of it is on the disk.
    pub(super) fn close(&mut self) {
        if let Some(Writer { sender, thread }) = self.writer.take() {
            drop(sender);
            if thread.join().is_err() {
                tracing::error!("the thread that keeps unsaved words ended badly");
            }
        }
    }
}

impl Writer {
    fn start() -> Option<Self> {
        let (sender, words) = channel();
        let thread = thread::Builder::new()
            .name("words".to_owned())
            .spawn(move || write_all(&words));
        Some(Self {
            sender,
            thread: thread.ok()?,
        })
    }
}

fn write_all(words: &Receiver<(UnsavedWords, String)>) {
    while let Ok((of, text)) = words.recv() {
        if let Err(error) = of.keep(&text) {
            tracing::warn!("words that are being typed are not kept: {error}");
        }
    }
}
