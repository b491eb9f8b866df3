//! One row as an application, and what is to be said about it.

use chrono::NaiveDate;

use super::cell::{cut, is_nothing};
use super::dates::{self, DateOrder, NoDay};
use super::field::Field;
use super::mapping::was_sent;
use super::report::Remark;
use super::{Mapping, Standing, Table};
use crate::model::{Outcome, Stage, StageMeaning};

/// What a row says of an application.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Incoming {
    pub(super) row: u64,
    pub(super) company: String,
    pub(super) position: String,
    pub(super) link: String,
    pub(super) location: String,
    pub(super) source: String,
    pub(super) salary: String,
    /// The day it was sent.
    pub(super) applied: Option<NaiveDate>,
    /// The day it was put on the wishlist.
    pub(super) saved: Option<NaiveDate>,
    pub(super) standing: Option<Standing>,
    /// The day of the next step.
    pub(super) next: Option<NaiveDate>,
    pub(super) contact: Contact,
    /// Notes, one for the user's own words and one for columns that mean nothing to us.
    pub(super) notes: Vec<String>,
    /// What is to be said of the row.
    pub(super) remarks: Vec<Remark>,
}

/// Somebody on the employer's side.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Contact {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) phone: String,
}

/// How the rows of one table are read.
pub(super) struct Reader<'a> {
    table: &'a Table,
    columns: Vec<Meaning<'a>>,
    mapping: &'a Mapping,
    stages: &'a [Stage],
    today: NaiveDate,
}

/// A column and what it means.
struct Meaning<'a> {
    field: Field,
    name: &'a str,
    order: Option<DateOrder>,
}

/// A row that does not come in, and why.
pub(super) struct LeftOut(pub(super) Remark);

impl<'a> Reader<'a> {
    pub(super) fn new(
        table: &'a Table,
        mapping: &'a Mapping,
        stages: &'a [Stage],
        today: NaiveDate,
    ) -> Self {
        let columns = table.columns.iter().zip(&mapping.fields).enumerate();
        let columns = columns.map(|(place, (column, field))| Meaning {
            field: *field,
            name: &column.name,
            order: mapping.order_of(table, place),
        });
        Self {
            table,
            columns: columns.collect(),
            mapping,
            stages,
            today,
        }
    }

    /// What a row says.
    pub(super) fn read(&self, row: u64, cells: &[String]) -> Result<Incoming, LeftOut> {
        let left_out = |column: Option<&str>, text: String| {
            LeftOut(Remark {
                row,
                column: column.map(str::to_owned),
                text,
                left_out: true,
            })
        };
        let beyond = cells.iter().skip(self.table.columns.len());
        let mut beyond = beyond.filter(|cell| !cell.is_empty());
        if let Some(cell) = beyond.next_back() {
            let (has, known) = (cells.len(), self.table.columns.len());
            return Err(left_out(
                None,
                format!(
                    "it has {has} cells and the header {known}, so that “{}” belongs to no column; is a quotation mark missing?",
                    cut(cell)
                ),
            ));
        }
        let mut incoming = Incoming {
            row,
            ..Incoming::default()
        };
        let mut sent = None;
        let mut outcome = None;
        let mut kept = Vec::new();
        for (column, cell) in self.columns.iter().zip(cells) {
            if is_nothing(cell) {
                if column.field == Field::Applied && !cell.is_empty() {
                    let text = format!("“{}” is no day; it comes in without one", cut(cell));
                    incoming.say(Some(column.name), text);
                }
                continue;
            }
            match column.field {
                Field::Company => incoming.company.clone_from(cell),
                Field::Position => incoming.position.clone_from(cell),
                Field::Link => incoming.link.clone_from(cell),
                Field::Location => incoming.location.clone_from(cell),
                Field::Source => incoming.source.clone_from(cell),
                Field::Salary => incoming.salary.clone_from(cell),
                Field::Contact => incoming.contact.name = one_line(cell),
                Field::ContactEmail => incoming.contact.email.clone_from(cell),
                Field::ContactPhone => incoming.contact.phone.clone_from(cell),
                Field::Notes => incoming.notes.push(cell.clone()),
                Field::Keep => kept.push(format!("{}: {cell}", column.name)),
                Field::Skip => {}
                Field::Applied => incoming.applied = self.day(column, cell, &mut incoming),
                Field::Saved => incoming.saved = self.day(column, cell, &mut incoming),
                Field::Next => self.next(column, cell, &mut incoming, &mut kept),
                Field::WasSent => sent = was_sent(cell),
                Field::Stage => {
                    incoming.standing = self.standing(column, cell, &mut incoming, &mut kept);
                }
                Field::Outcome => outcome = Standing::outcome(cell),
            }
        }
        incoming.company = one_line(&incoming.company);
        incoming.position = one_line(&incoming.position);
        if incoming.company.is_empty() {
            let company = self.columns.iter().find(|c| c.field == Field::Company);
            return Err(left_out(
                company.map(|column| column.name),
                "it names no company".to_owned(),
            ));
        }
        self.complete(&mut incoming, sent, outcome);
        if !kept.is_empty() {
            incoming.notes.push(kept.join("\n"));
        }
        Ok(incoming)
    }

    /// What follows from several cells together.
    fn complete(&self, incoming: &mut Incoming, sent: Option<bool>, outcome: Option<Outcome>) {
        let is_saved = self.mapping.column(Field::Saved).is_some()
            && self.mapping.column(Field::Applied).is_none()
            && self.mapping.column(Field::Stage).is_none();
        if sent == Some(false) && incoming.standing.is_none() {
            let text = "it says that it was not sent, and comes in as a wish";
            incoming.say(None, text.to_owned());
        }
        if incoming.standing.is_none() {
            incoming.standing = match sent {
                Some(false) => self.stage(StageMeaning::Wishlist),
                None if is_saved && self.table.origin == super::Origin::LinkedInSaved => {
                    self.stage(StageMeaning::Wishlist)
                }
                // Only what was sent has a day on which it was.
                Some(true) => self.stage(StageMeaning::Applied),
                None if incoming.applied.is_some() => self.stage(StageMeaning::Applied),
                None => None,
            };
        }
        let is_closed = |stage: &Standing| match stage {
            Standing::Stage(id) => self
                .stages
                .iter()
                .any(|stage| stage.id == *id && stage.meaning == StageMeaning::Closed),
            Standing::Ended(_) => true,
        };
        if let Some(outcome) = outcome
            && incoming.standing.as_ref().is_none_or(is_closed)
        {
            incoming.standing = Some(Standing::Ended(outcome));
        }
        if incoming.position.is_empty() {
            "Position not named".clone_into(&mut incoming.position);
            incoming.say(
                None,
                "it names no position, and comes in as “Position not named”".to_owned(),
            );
        }
        if incoming.contact.name.is_empty() && !incoming.contact.email.is_empty() {
            incoming.contact.name.clone_from(&incoming.contact.email);
        }
    }

    fn stage(&self, meaning: StageMeaning) -> Option<Standing> {
        self.stages
            .iter()
            .find(|stage| stage.meaning == meaning)
            .map(|stage| Standing::Stage(stage.id.clone()))
    }

    fn day(&self, column: &Meaning<'_>, cell: &str, incoming: &mut Incoming) -> Option<NaiveDate> {
        let shown = cut(cell);
        match dates::read(cell, column.order, self.today) {
            Ok(found) => {
                if found.year_is_guessed {
                    let year = found.day.format("%Y");
                    incoming.say(
                        Some(column.name),
                        format!("“{shown}” names no year; it is read as {year}"),
                    );
                } else if found.day > self.today {
                    incoming.say(Some(column.name), format!("“{shown}” lies ahead of today"));
                }
                Some(found.day)
            }
            Err(why) => {
                let text = match why {
                    NoDay::Impossible => {
                        format!("“{shown}” is in no calendar; it comes in without that day")
                    }
                    NoDay::Other => format!("“{shown}” is no day; it comes in without that day"),
                    NoDay::TwoWays => {
                        format!("“{shown}” can be read in two ways; it comes in without that day")
                    }
                };
                incoming.say(Some(column.name), text);
                None
            }
        }
    }

    /// A day ahead is for the next check-in; all else is worth a line in the notes.
    fn next(
        &self,
        column: &Meaning<'_>,
        cell: &str,
        incoming: &mut Incoming,
        kept: &mut Vec<String>,
    ) {
        match dates::read(cell, column.order, self.today) {
            Ok(found) if found.day >= self.today => incoming.next = Some(found.day),
            _ => kept.push(format!("{}: {cell}", column.name)),
        }
    }

    fn standing(
        &self,
        column: &Meaning<'_>,
        cell: &str,
        incoming: &mut Incoming,
        kept: &mut Vec<String>,
    ) -> Option<Standing> {
        let word = cut(cell);
        let standing = self.mapping.standing(&word, self.stages);
        if standing.is_none() {
            incoming.say(
                Some(column.name),
                format!("“{word}” is no stage that is known here; it is kept in a note"),
            );
            kept.push(format!("{}: {cell}", column.name));
        }
        standing
    }
}

impl Incoming {
    fn say(&mut self, column: Option<&str>, text: String) {
        self.remarks.push(Remark {
            row: self.row,
            column: column.map(str::to_owned),
            text,
            left_out: false,
        });
    }
}

fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
