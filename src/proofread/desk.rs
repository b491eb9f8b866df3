//! What the proof-reader's thread does: it starts the child, gives it one order at a time, waits no
//! longer than it may, and ends it.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::child::{Child, Said};
use super::handle::{Limits, News, Program};
use super::manuscript::{Manuscript, Proof};
use super::protocol::{Answer, Order, Slip};
use super::words::Knowledge;
use crate::model::{Dialect, JobSearch};
use crate::review::Part;

/// So many characters of a text are proof-read. A letter has a tenth of it.
const LONGEST: usize = 20_000;

/// What the thread waits for.
pub(super) enum Event {
    Read(Box<(Manuscript, JobSearch)>),
    Rest,
    Close,
    /// What the child of that number said.
    Said(u64, Said),
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
pub(super) struct Desk {
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
    pub(super) fn new(
        program: io::Result<Program>,
        limits: Limits,
        guess: Dialect,
        tell: Box<dyn FnMut(News) + Send>,
        sender: Sender<Event>,
    ) -> Self {
        Self {
            program,
            limits,
            guess,
            tell,
            sender,
            children: 0,
            orders: 0,
            child: None,
            told: None,
            awaited: None,
            wanted: None,
            last: None,
            failures: 0,
            rest_at: None,
        }
    }

    pub(super) fn run(mut self, events: &Receiver<Event>) {
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

pub(super) fn not_checked(why: &str) -> String {
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
