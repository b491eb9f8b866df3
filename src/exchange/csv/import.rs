use std::sync::Arc;

use super::incoming::{Incoming, LeftOut, Reader};
use super::keys::Keys;
use super::matching::{Target, targets};
use super::merge::{add_contact, add_note, ended_as, rank, set_details};
use super::report::{Fate, Line, Remark, Report};
use super::table::MOST_ROWS;
use super::{CsvError, Mapping, Standing, Table};
use crate::etiquette::{self, Context, Elsewhere};
use crate::model::{
    Application, ApplicationId, Entry, Event, JobSearch, Outcome, StageId, StageMeaning,
};
use crate::time::{Clock, When};

/// What an import made.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The search with the import in it.
    pub search: JobSearch,
    /// What became of the rows.
    pub report: Report,
    /// The applications that are new or changed, in the order of their rows.
    pub applications: Vec<ApplicationId>,
}

/// Adds the rows of a table to a copy of `search`. `go_on` is asked now and then, with how many
/// rows are done; “no” ends it.
///
/// # Errors
/// Why nothing comes in: the table cannot be read, or something has to be said about it first.
pub fn import(
    table: &Table,
    mapping: &Mapping,
    search: &JobSearch,
    clock: &Clock,
    mut go_on: impl FnMut(usize) -> bool,
) -> Result<Imported, CsvError> {
    mapping.check(table)?;
    let mut report = Report::default();
    let rows = read(table, mapping, search, clock, &mut report, &mut go_on)?;
    let targets = targets(&rows, search, clock.zone);
    let mut import = Import::into(search, clock);
    for (done, (incoming, target)) in rows.iter().zip(targets).enumerate() {
        if done % STEP == 0 && !go_on((rows.len() + done) / 2) {
            return Err(CsvError::Stopped);
        }
        import.take(incoming, target, &mut report);
    }
    report.remarks.sort_by_key(|remark| remark.row);
    Ok(Imported {
        search: import.search,
        report,
        applications: import.changed,
    })
}

/// How often it is asked whether to go on.
const STEP: usize = 1_000;

fn read(
    table: &Table,
    mapping: &Mapping,
    search: &JobSearch,
    clock: &Clock,
    report: &mut Report,
    go_on: &mut impl FnMut(usize) -> bool,
) -> Result<Vec<Incoming>, CsvError> {
    let reader = Reader::new(table, mapping, &search.stages, clock.today());
    let mut rows = Vec::new();
    table.each_row(|row, cells| {
        if rows.len() >= MOST_ROWS {
            return Err(CsvError::ManyRows { limit: MOST_ROWS });
        }
        if rows.len() % STEP == 0 && !go_on(rows.len() / 2) {
            return Err(CsvError::Stopped);
        }
        match reader.read(row, cells) {
            Ok(incoming) => rows.push(incoming),
            Err(LeftOut(remark)) => report.remark(remark),
        }
        Ok(())
    })?;
    Ok(rows)
}

struct Import<'a> {
    before: &'a JobSearch,
    search: JobSearch,
    clock: &'a Clock,
    elsewhere: Elsewhere,
    keys: Keys,
    last_rank: f64,
    changed: Vec<ApplicationId>,
}

impl<'a> Import<'a> {
    fn into(search: &'a JobSearch, clock: &'a Clock) -> Self {
        let ranks = search
            .applications
            .values()
            .map(|application| application.rank);
        Self {
            before: search,
            search: search.clone(),
            clock,
            elsewhere: Elsewhere::of(search, clock),
            keys: Keys::of(search),
            last_rank: ranks.fold(0.0, f64::max),
            changed: Vec::new(),
        }
    }

    fn take(&mut self, incoming: &Incoming, target: Target, report: &mut Report) {
        if let Target::Repeats(earlier) = target {
            report.remark(Remark {
                row: incoming.row,
                column: None,
                text: format!("it repeats row {earlier}"),
                left_out: true,
            });
            return;
        }
        for remark in &incoming.remarks {
            report.remark(remark.clone());
        }
        let known = match target {
            Target::Known(id) => self.before.application(id).cloned(),
            _ => None,
        };
        let line = match known {
            Some(before) => self.update(&before, incoming, report),
            None => self.create(incoming, report),
        };
        report.line(line);
    }

    fn create(&mut self, incoming: &Incoming, report: &mut Report) -> Line {
        let today = self.clock.today();
        let day = incoming.applied.or(incoming.saved);
        if day.is_none() {
            report.remark(Remark {
                row: incoming.row,
                column: None,
                text: "no day is known; it counts from today".to_owned(),
                left_out: false,
            });
        }
        let day = day.unwrap_or(today);
        let key = self.keys.free(&incoming.company, &incoming.position);
        let (company, position) = (incoming.company.clone(), incoming.position.clone());
        let mut application = Application::new(key, company, position, When::Day(day));
        self.last_rank += 1.0;
        application.rank = self.last_rank;
        set_details(&mut application, incoming);
        for note in &incoming.notes {
            let event = Event::Note { text: note.clone() };
            application
                .history
                .push(Entry::new(When::Day(day.min(today)), event));
        }
        add_contact(&mut application, incoming, today);
        self.pin(&mut application, incoming);
        match &incoming.standing {
            Some(Standing::Stage(stage)) if self.meaning(stage) != StageMeaning::Applied => {
                application.stage = Some(stage.clone());
            }
            Some(Standing::Ended(outcome)) => self.close(&mut application, *outcome),
            _ => {}
        }
        let line = self.line(incoming, &application, Fate::New);
        self.put(application);
        line
    }

    fn update(
        &mut self,
        before: &Arc<Application>,
        incoming: &Incoming,
        report: &mut Report,
    ) -> Line {
        let mut application = before.as_ref().clone();
        let today = self.clock.today();
        let mut changes = set_details(&mut application, incoming);
        if let Some(day) = incoming.applied
            && application.applied.date(self.clock.zone) != day
        {
            application.applied = When::Day(day);
            changes.push("day of application");
        }
        if let Some(remark) = self.move_on(&mut application, incoming, &mut changes) {
            report.remark(remark);
        }
        for note in &incoming.notes {
            if add_note(&mut application, note, today) {
                changes.push("notes");
            }
        }
        if add_contact(&mut application, incoming, today) {
            changes.push("contact");
        }
        if self.pin(&mut application, incoming) {
            changes.push("next check-in");
        }
        changes.dedup();
        let fate = if changes.is_empty() {
            Fate::Same
        } else {
            Fate::Changed(changes)
        };
        let line = self.line(incoming, &application, fate);
        if line.fate != Fate::Same {
            self.put(application);
        }
        line
    }

    /// Has the card stand where the row says, unless it has come further here.
    fn move_on(
        &self,
        application: &mut Application,
        incoming: &Incoming,
        changes: &mut Vec<&'static str>,
    ) -> Option<Remark> {
        let standing = incoming.standing.as_ref()?;
        let now = self.stage_of(application);
        let at = When::Day(self.clock.today());
        let is_further = match standing {
            Standing::Stage(stage) if *stage == now => return None,
            Standing::Stage(stage) => rank(self.meaning(stage)) > rank(self.meaning(&now)),
            Standing::Ended(outcome) if ended_as(application, *outcome) => return None,
            Standing::Ended(_) => self.meaning(&now) != StageMeaning::Closed,
        };
        if !is_further {
            // A wish stays one in the list of wishes when it has been applied for.
            let says_less = matches!(standing, Standing::Stage(stage)
                if rank(self.meaning(stage)) == rank(self.meaning(&now)));
            let (here, there) = (self.name(&now), self.name_of(standing));
            return (!says_less).then(|| Remark {
                row: incoming.row,
                column: None,
                text: format!("it stays in {here} here, where the file says {there}"),
                left_out: false,
            });
        }
        match standing {
            Standing::Stage(stage) if self.meaning(stage) == StageMeaning::Applied => {
                application.stage = None;
                if self.stage_of(application) != *stage {
                    let event = Event::Stage { to: stage.clone() };
                    application.history.push(Entry::new(at, event));
                }
            }
            Standing::Stage(stage) => {
                let event = Event::Stage { to: stage.clone() };
                application.history.push(Entry::new(at, event));
            }
            Standing::Ended(outcome) => self.close(application, *outcome),
        }
        changes.push("stage");
        None
    }

    /// The day of its end is known to nobody; it was learnt today.
    fn close(&self, application: &mut Application, outcome: Outcome) {
        let at = When::Day(self.clock.today());
        application
            .history
            .push(Entry::new(at, Event::Closed { outcome }));
    }

    /// Moves the next check-in to the day that the row names.
    fn pin(&self, application: &mut Application, incoming: &Incoming) -> bool {
        let Some(day) = incoming.next else {
            return false;
        };
        let until = Some(When::Day(day));
        let newest = application
            .history
            .iter()
            .rev()
            .find_map(|entry| match &entry.event {
                Event::Pinned { until } => Some(*until),
                _ => None,
            });
        if newest == Some(until) {
            return false;
        }
        let at = When::Day(self.clock.today());
        application
            .history
            .push(Entry::new(at, Event::Pinned { until }));
        true
    }

    fn put(&mut self, application: Application) {
        self.changed.push(application.id);
        self.search.put(application);
    }

    fn stage_of(&self, application: &Application) -> StageId {
        let context = Context {
            search: self.before,
            clock: self.clock,
            elsewhere: &self.elsewhere,
        };
        etiquette::stage_of(application, &context)
    }

    fn meaning(&self, stage: &StageId) -> StageMeaning {
        self.before
            .stage(stage)
            .map_or(StageMeaning::Own, |stage| stage.meaning)
    }

    fn name(&self, stage: &StageId) -> String {
        self.before
            .stage(stage)
            .map_or_else(|| stage.0.clone(), |stage| stage.name.clone())
    }

    fn name_of(&self, standing: &Standing) -> String {
        match standing {
            Standing::Stage(stage) => self.name(stage),
            Standing::Ended(outcome) => outcome.label().to_owned(),
        }
    }

    fn line(&self, incoming: &Incoming, application: &Application, fate: Fate) -> Line {
        let outcome = application
            .outcome()
            .map(|outcome| outcome.label().to_owned());
        Line {
            row: incoming.row,
            company: application.company.clone(),
            position: application.position.clone(),
            applied: application.applied.date(self.clock.zone),
            stage: outcome.unwrap_or_else(|| self.name(&self.stage_of(application))),
            fate,
        }
    }
}
