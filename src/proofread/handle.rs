//! The window's end: a thread that owns the child, and says what came of it.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::SUB_COMMAND;
use super::child::{Child, Said};
use super::manuscript::{Manuscript, Proof};
use super::protocol::{Answer, Order, Slip};
use super::words::Knowledge;
use crate::model::{Dialect, JobSearch};
use crate::review::Part;

/// So many characters of a text are proof-read. A letter has a tenth of it.
const LONGEST: usize = 20_000;

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

/// What the thread waits for.
enum Event {
    Read(Box<(Manuscript, JobSearch)>),
    Rest,
    Close,
    /// What the child of that number said.
    Said(u64, Said),
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
        let desk = Desk {
            program,
            limits,
            guess,
            tell: Box::new(tell),
            sender: sender.clone(),
            children: 0,
            orders: 0,
            child: None,
            told: None,
            awaited: None,
            wanted: None,
            last: None,
            failures: 0,
            rest_at: None,
        };
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

/// A letter, and what to know when it is read.
#[derive(Clone, PartialEq)]
struct Task {
    manuscript: Manuscript,
    knowledge: Knowledge,
}

/// An order that the child has not answered yet.
struct Awaited {
    until: Instant,
    order: Sent,
}

enum Sent {
    Know(Knowledge),
    Read(Box<Task>),
}

/// What the thread works with.
struct Desk {
    program: io::Result<Program>,
    limits: Limits,
    guess: Dialect,
    tell: Box<dyn FnMut(News) + Send>,
    sender: Sender<Event>,
    /// How many children were started: what an earlier one says does not count.
    children: u64,
    /// How many orders were sent.
    orders: u64,
    child: Option<Child>,
    /// What the child knows.
    told: Option<Knowledge>,
    awaited: Option<Awaited>,
    /// What is to be read, and when.
    wanted: Option<(Task, Instant)>,
    /// What was read last, and what came of it.
    last: Option<(Task, Proof)>,
    failures: u32,
    /// When the child ends, if no letter is opened until then.
    rest_at: Option<Instant>,
}

impl Desk {
    fn run(mut self, events: &Receiver<Event>) {
        loop {
            let event = match self.next_moment() {
                Some(at) => events.recv_timeout(at.saturating_duration_since(Instant::now())),
                None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match event {
                Ok(Event::Read(asked)) => self.take_in(*asked),
                Ok(Event::Rest) => self.rest(),
                Ok(Event::Said(child, said)) if child == self.children => self.hear(said),
                Ok(Event::Said(..)) | Err(RecvTimeoutError::Timeout) => {}
                Ok(Event::Close) | Err(RecvTimeoutError::Disconnected) => return,
            }
            self.step(Instant::now());
        }
    }

    /// When there is something to do even if nothing comes in.
    fn next_moment(&self) -> Option<Instant> {
        let until = self.awaited.as_ref().map(|awaited| awaited.until);
        let due = self.wanted.as_ref().map(|(_, due)| *due);
        // An order is sent when the one before is answered.
        let due = due.filter(|_| until.is_none());
        [until, due, self.rest_at].into_iter().flatten().min()
    }

    fn take_in(&mut self, (manuscript, search): (Manuscript, JobSearch)) {
        self.rest_at = None;
        self.wanted = None;
        if self.is_given_up() {
            return;
        }
        let knowledge = Knowledge::of(&search, self.guess);
        let task = Task {
            manuscript,
            knowledge,
        };
        if let Some((last, proof)) = &self.last
            && *last == task
        {
            (self.tell)(News::Proof(Box::new(proof.clone())));
            return;
        }
        let on_its_way = self
            .awaited
            .as_ref()
            .is_some_and(|awaited| matches!(&awaited.order, Sent::Read(sent) if **sent == task));
        if !on_its_way {
            self.wanted = Some((task, Instant::now() + self.limits.pause));
        }
    }

    /// The last letter was closed. The next one finds a fresh start.
    fn rest(&mut self) {
        self.wanted = None;
        self.failures = 0;
        self.rest_at = Some(Instant::now() + self.limits.rest);
    }

    fn hear(&mut self, said: Said) {
        match (said, self.awaited.take()) {
            (Said::Answer(answer), Some(awaited)) => match awaited.order {
                Sent::Know(knowledge) => self.told = Some(knowledge),
                Sent::Read(task) => self.answered(*task, answer),
            },
            (Said::Answer(_), None) => {}
            // One that was ended here says so as well.
            (Said::Gone, awaited) => {
                self.awaited = awaited;
                if self.child.is_some() {
                    self.fail("it stopped");
                }
            }
        }
    }

    fn answered(&mut self, task: Task, answer: Answer) {
        self.failures = 0;
        let proof = proof_of(task.manuscript.clone(), answer);
        self.last = Some((task, proof.clone()));
        (self.tell)(News::Proof(Box::new(proof)));
    }

    /// Does what is due.
    fn step(&mut self, now: Instant) {
        if self.awaited.as_ref().is_some_and(|a| a.until <= now) {
            self.fail("it does not answer");
        }
        if self.rest_at.is_some_and(|at| at <= now) {
            self.let_go();
            self.awaited = None;
            self.rest_at = None;
        }
        while self.awaited.is_none()
            && let Some((task, due)) = self.wanted.take()
        {
            if let Err(why) = self.serve(task, due, now) {
                self.fail(&why);
            } else if self.awaited.is_none() {
                return;
            }
        }
    }

    /// Sends the next order that the task needs, if it is time for one.
    fn serve(&mut self, task: Task, due: Instant, now: Instant) -> Result<(), String> {
        let known = self.told.as_ref() == Some(&task.knowledge);
        let knowledge = (!known).then(|| task.knowledge.clone());
        // It is wanted until it is sent, so that a failure does not lose it.
        self.wanted = Some((task, due));
        self.have_child()?;
        if let Some(knowledge) = knowledge {
            let sent = Sent::Know(knowledge.clone());
            self.order(sent, self.limits.ready, |number| Order::Know {
                number,
                knowledge,
            })
        } else if due <= now
            && let Some((task, _)) = self.wanted.take()
        {
            let subject = beginning(&task.manuscript.subject).to_owned();
            let body = beginning(&task.manuscript.body).to_owned();
            let sent = Sent::Read(Box::new(task));
            self.order(sent, self.limits.answer, |number| Order::Read {
                number,
                subject,
                body,
            })
        } else {
            Ok(())
        }
    }

    fn have_child(&mut self) -> Result<(), String> {
        if self.child.is_some() {
            return Ok(());
        }
        self.children += 1;
        let (sender, number) = (self.sender.clone(), self.children);
        let say = move |said| {
            // The thread has ended, and so will this child.
            let _ = sender.send(Event::Said(number, said));
        };
        let started = match &self.program {
            Ok(program) => Child::start(program, say),
            Err(error) => Err(error.kind().into()),
        };
        self.child = Some(started.map_err(|error| format!("it does not start ({error})"))?);
        Ok(())
    }

    fn order(
        &mut self,
        sent: Sent,
        limit: Duration,
        order: impl FnOnce(u64) -> Order,
    ) -> Result<(), String> {
        self.orders += 1;
        let line = serde_json::to_string(&order(self.orders)).map_err(|error| error.to_string())?;
        self.awaited = Some(Awaited {
            until: Instant::now() + limit,
            order: sent,
        });
        if let Some(child) = &self.child {
            child.send(self.orders, line);
        }
        Ok(())
    }

    /// Ends a child that is of no use. What it was to read is read by the next one, unless there
    /// were enough.
    fn fail(&mut self, why: &str) {
        tracing::warn!("the proof-reader failed: {why}");
        self.let_go();
        let unread = self.awaited.take().map(|awaited| awaited.order);
        if self.rest_at.is_some() {
            return;
        }
        if let (None, Some(Sent::Read(task))) = (&self.wanted, unread) {
            self.wanted = Some((*task, Instant::now()));
        }
        self.failures += 1;
        if self.is_given_up() {
            self.wanted = None;
            (self.tell)(News::Unavailable(not_checked(why)));
        }
    }

    fn is_given_up(&self) -> bool {
        self.failures >= self.limits.tries
    }

    fn let_go(&mut self) {
        self.child = None;
        self.told = None;
    }
}

fn not_checked(why: &str) -> String {
    format!("Spelling was not checked, because the proof-reader failed: {why}.")
}

fn proof_of(manuscript: Manuscript, answer: Answer) -> Proof {
    let (subject, body) = (&manuscript.subject, &manuscript.body);
    let findings = |slips: Vec<Slip>, part: Part, text: &str| -> Vec<_> {
        let found = slips.into_iter();
        found.filter_map(|slip| slip.finding(part, text)).collect()
    };
    let mut all = findings(answer.subject, Part::Subject, subject);
    all.extend(findings(answer.body, Part::Body, body));
    let cut = beginning(subject).len() < subject.len() || beginning(body).len() < body.len();
    let note = cut.then(|| "Spelling was checked in the first 20,000 characters alone.".to_owned());
    Proof {
        findings: all,
        note,
        manuscript,
    }
}

/// As much of a text as is proof-read, up to the end of a word.
fn beginning(text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else {
        return text;
    };
    let beginning = text.get(..end).unwrap_or(text);
    match beginning.rfind(char::is_whitespace) {
        Some(gap) => beginning.get(..gap).unwrap_or(beginning),
        None => "",
    }
}
