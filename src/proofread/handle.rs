//! The window's end: a thread that owns the child, and says what came of it.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::SUB_COMMAND;
use super::desk::{Desk, Event, not_checked};
use super::manuscript::{Manuscript, Proof};
use crate::model::{Dialect, JobSearch};

/// The program that the child runs.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its file.
    pub path: PathBuf,
    /// What it is called with.
    pub arguments: Vec<OsString>,
}

impl Program {
    /// This very program, as a proof-reader.
    ///
    /// # Errors
    /// The system does not say where it lies.
    pub fn this() -> io::Result<Self> {
        Ok(Self {
            path: env::current_exe()?,
            arguments: vec![SUB_COMMAND.into()],
        })
    }
}

/// How long everything may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From the last change of a text until it is read.
    pub pause: Duration,
    /// From a start, or new words, until the child is ready.
    pub ready: Duration,
    /// From a text to its answer.
    pub answer: Duration,
    /// From the last letter's end to the child's.
    pub rest: Duration,
    /// How often in a row the child may fail before it is given up until the letter is closed.
    pub tries: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            pause: Duration::from_millis(300),
            ready: Duration::from_secs(20),
            answer: Duration::from_secs(5),
            rest: Duration::from_secs(60),
            tries: 3,
        }
    }
}

/// What the proof-reader says.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// What it found in a letter.
    Proof(Box<Proof>),
    /// Letters are not proof-read; why, as a sentence.
    Unavailable(String),
}

/// A proof-reader on a thread of its own. Its child starts with the first letter; dropping it ends
/// both.
pub struct Proofreader {
    events: Sender<Event>,
    thread: Option<JoinHandle<()>>,
}

impl Proofreader {
    /// Starts the thread. `tell` is called on it; `guess` is the dialect of a search that names
    /// none.
    pub fn start(
        program: io::Result<Program>,
        limits: Limits,
        guess: Dialect,
        tell: impl FnMut(News) + Send + 'static,
    ) -> Self {
        let (sender, events) = channel();
        let desk = Desk::new(program, limits, guess, Box::new(tell), sender.clone());
        let thread = thread::Builder::new()
            .name("proof-reader".to_owned())
            .spawn(move || desk.run(&events));
        if let Err(error) = &thread {
            tracing::error!("no thread for the proof-reader: {error}");
        }
        Self {
            events: sender,
            thread: thread.ok(),
        }
    }

    /// Has a letter read soon, by the words of that search. One that is not read yet is
    /// forgotten.
    pub fn read(&self, manuscript: Manuscript, search: JobSearch) {
        self.send(Event::Read(Box::new((manuscript, search))));
    }

    /// The last letter was closed.
    pub fn rest(&self) {
        self.send(Event::Rest);
    }

    fn send(&self, event: Event) {
        // Without a thread there is no proof-reader, which is written to the log.
        let _ = self.events.send(event);
    }
}

impl Drop for Proofreader {
    fn drop(&mut self) {
        self.send(Event::Close);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the proof-reader's thread ended badly");
        }
    }
}

/// Proof-reads one letter, and waits for it.
///
/// # Errors
/// It was not read; why, as a sentence.
pub fn once(
    program: io::Result<Program>,
    guess: Dialect,
    manuscript: Manuscript,
    search: JobSearch,
) -> Result<Proof, String> {
    let limits = Limits {
        pause: Duration::ZERO,
        tries: 1,
        ..Limits::default()
    };
    let (sender, news) = channel();
    let proofreader = Proofreader::start(program, limits, guess, move |news| {
        let _ = sender.send(news);
    });
    proofreader.read(manuscript, search);
    match news.recv() {
        Ok(News::Proof(proof)) => Ok(*proof),
        Ok(News::Unavailable(why)) => Err(why),
        Err(_) => Err(not_checked("it does not start")),
    }
}
