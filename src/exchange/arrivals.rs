//! What comes in for applications that are there: people of an address book, and meetings of a
//! calendar. Each thing says where it fits; where that is not clear, the user chooses.
//!
//! - `person`, `vcard`, `connections`: people, and where they are read from
//! - `invitation`, `calendar`: meetings, and how a calendar is read
//! - `taking`: what becomes of them

mod calendar;
mod connections;
mod invitation;
mod person;
mod taking;
#[cfg(test)]
mod tests;
mod vcard;

use std::collections::HashMap;

use thiserror::Error;

use super::csv::{CsvError, Source, Table};
use super::fitting::company_key;
use crate::etiquette::{Context, Elsewhere, stage_of};
use crate::model::{Application, ApplicationId, JobSearch, StageMeaning};
use crate::time::Clock;

pub use invitation::{Attendee, Invitation};
pub use person::Person;
pub use taking::{Counts, Fate, Taken};

/// What a file brings for applications that are there.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrivals {
    /// What the file is called in a sentence.
    pub name: String,
    /// What came.
    pub items: Vec<Arrival>,
    /// What cannot come in, and why.
    pub left_out: Vec<LeftOut>,
}

/// One thing that came, and where it is to go.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The line of the file where it begins, or its row in a table; from 1.
    pub line: usize,
    /// What it is.
    pub what: What,
    /// The applications that it may belong to, the likeliest first.
    pub fits: Vec<ApplicationId>,
    /// The applications that it is to go to; none leaves it out.
    pub to: Vec<ApplicationId>,
}

/// What can come.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Somebody who becomes a contact.
    Person(Person),
    /// A meeting that becomes an interview, or changes one.
    Invitation(Invitation),
}

/// Something that cannot come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line of the file where it begins, or its row in a table; from 1.
    pub line: usize,
    /// What it is called; may be empty.
    pub what: String,
    /// Why, without a full stop.
    pub why: String,
}

/// What is found in a file: each thing with its line.
#[derive(Default)]
struct Found {
    items: Vec<(usize, What)>,
    left_out: Vec<LeftOut>,
}

/// Why nothing of a file comes in.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ArrivalError {
    /// It cannot be read as a text.
    #[error(transparent)]
    Source(CsvError),
    /// It is a file of another program.
    #[error("it is {0}, in which neither people nor meetings are found")]
    OtherType(&'static str),
    /// Something stands there that does not belong there.
    #[error("line {line} is not what {expected} has there: “{found}”")]
    Strange {
        /// The line, from 1.
        line: usize,
        /// What it should be.
        expected: &'static str,
        /// What stands there, cut if long.
        found: String,
    },
    /// It breaks off.
    #[error("it breaks off: what begins in line {line} does not end; get the file once more")]
    Half {
        /// The line, from 1.
        line: usize,
    },
    /// There is nothing in it that could come in.
    #[error("there is {0} in it")]
    Nothing(&'static str),
    /// There is more than a job search needs.
    #[error("it has more than {limit} {what}; export only those of your search")]
    TooMany {
        /// How many it may have.
        limit: usize,
        /// Of what.
        what: &'static str,
    },
}

impl ArrivalError {
    /// Something stands in that line that does not belong there.
    fn strange(line: usize, expected: &'static str, found: &str) -> Self {
        const ENOUGH: usize = 40;
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        Self::Strange {
            line,
            expected,
            found: found.trim().chars().take(ENOUGH).map(plain).collect(),
        }
    }
}

impl From<CsvError> for ArrivalError {
    fn from(error: CsvError) -> Self {
        match error {
            // What a table would need is no help here.
            CsvError::OtherType { what, .. } => Self::OtherType(what),
            CsvError::Empty => Self::Nothing("nothing"),
            error => Self::Source(error),
        }
    }
}

/// More than an address book or a calendar has; reading takes a few times as much memory.
const MOST_BYTES: u64 = 32_000_000;

impl Arrivals {
    /// The people of an address book (vCard, any version).
    ///
    /// # Errors
    /// It is none, or nobody is in it.
    pub fn of_people(source: &Source) -> Result<Self, ArrivalError> {
        let text = source.whole(MOST_BYTES)?;
        Ok(Self::new(source.name(), vcard::read(&text)?))
    }

    /// The people of a table that [`Table::is_of_people`].
    ///
    /// # Errors
    /// Why its rows cannot be read.
    pub fn of_connections(table: &Table) -> Result<Self, ArrivalError> {
        Ok(Self::new(table.source.name(), connections::read(table)?))
    }

    /// The meetings of a calendar (iCalendar). Hours without a zone are those of `clock`'s.
    ///
    /// # Errors
    /// It is none, it breaks off, or no meeting is in it.
    pub fn of_calendar(source: &Source, clock: &Clock) -> Result<Self, ArrivalError> {
        let text = source.whole(MOST_BYTES)?;
        Self::of_calendar_text(source.name(), &text, clock)
    }

    /// The meetings of a calendar that came within something else, such as a mail.
    ///
    /// # Errors
    /// It is none, it breaks off, or no meeting is in it.
    pub fn of_calendar_text(name: String, text: &str, clock: &Clock) -> Result<Self, ArrivalError> {
        Ok(Self::new(name, calendar::read(text, clock.zone)?))
    }

    fn new(name: String, found: Found) -> Self {
        let items = found.items.into_iter().map(|(line, what)| Arrival {
            line,
            what,
            fits: Vec::new(),
            to: Vec::new(),
        });
        Self {
            name,
            items: items.collect(),
            left_out: found.left_out,
        }
    }

    /// Finds out where everything fits, and has it go there where that is clear. Who takes part in
    /// a meeting is chosen by whether they belong to the employer.
    pub fn place(&mut self, search: &JobSearch, clock: &Clock) {
        let elsewhere = Elsewhere::of(search, clock);
        let is_alive = |application: &Application| {
            let context = Context {
                search,
                clock,
                elsewhere: &elsewhere,
            };
            let stage = search.stage(&stage_of(application, &context));
            stage.is_none_or(|stage| stage.meaning != StageMeaning::Closed)
        };
        let mut at: HashMap<String, Vec<ApplicationId>> = HashMap::new();
        for application in search.applications.values().rev() {
            let key = company_key(&application.company);
            at.entry(key).or_default().push(application.id);
        }
        for item in &mut self.items {
            match &mut item.what {
                What::Person(person) => {
                    let key = company_key(&person.company);
                    item.fits = at
                        .get(&key)
                        .filter(|_| !key.is_empty())
                        .cloned()
                        .unwrap_or_default();
                    item.to.clone_from(&item.fits);
                }
                What::Invitation(invitation) => {
                    let fits = invitation.fits(search, is_alive);
                    item.to = fits.sure.into_iter().collect();
                    item.fits = fits.all;
                    let to = fits.sure.and_then(|id| search.application(id));
                    invitation.choose(to.map(AsRef::as_ref), search);
                }
            }
        }
        // What finds a place is what the user wants to see.
        self.items.sort_by_key(|item| item.fits.is_empty());
    }

    /// Has everything go to one application.
    pub fn send_all_to(&mut self, application: &Application, search: &JobSearch) {
        for item in &mut self.items {
            item.send_to(application, search);
        }
    }
}

impl Arrival {
    /// Has it go to one application.
    pub fn send_to(&mut self, application: &Application, search: &JobSearch) {
        self.to = vec![application.id];
        if let What::Invitation(invitation) = &mut self.what {
            invitation.choose(Some(application), search);
        }
    }
}

impl LeftOut {
    /// It as a line: “Line 12, “Standup”: it repeats”.
    pub fn sentence(&self) -> String {
        match self.what.as_str() {
            "" => format!("Line {}: {}", self.line, self.why),
            what => format!("Line {}, “{what}”: {}", self.line, self.why),
        }
    }
}
