use anyhow::anyhow;
use serde::Serialize;

use super::{Import, first_of, keys};
use crate::cli::session::{Session, application};
use crate::exchange::arrivals::{Arrival, Arrivals, Fate, Taken, What};
use crate::exchange::csv::{Source, Table};

#[derive(Debug, Serialize)]
struct Json {
    added: usize,
    changed: usize,
    already_there: usize,
    left_out: usize,
    applications: Vec<String>,
    dry_run: bool,
    remarks: Vec<RemarkJson>,
}

#[derive(Debug, Serialize)]
struct RemarkJson {
    row: usize,
    what: String,
    text: String,
    left_out: bool,
}

impl Import {
    pub(super) fn people(&self, session: &Session) -> anyhow::Result<()> {
        let people = Arrivals::of_people(&Source::File(self.file.clone()));
        self.arrivals(people.map_err(|error| self.not_imported(&error))?, session)
    }

    pub(super) fn connections(&self, table: &Table, session: &Session) -> anyhow::Result<()> {
        let people = Arrivals::of_connections(table);
        self.arrivals(people.map_err(|error| self.not_imported(&error))?, session)
    }

    pub(super) fn calendar(&self, session: &Session) -> anyhow::Result<()> {
        let meetings = Arrivals::of_calendar(&Source::File(self.file.clone()), &session.clock);
        self.arrivals(
            meetings.map_err(|error| self.not_imported(&error))?,
            session,
        )
    }

    pub(super) fn not_imported(&self, why: &impl std::fmt::Display) -> anyhow::Error {
        anyhow!("{} is not imported: {why}", self.file.display())
    }

    pub(super) fn arrivals(&self, mut arrivals: Arrivals, session: &Session) -> anyhow::Result<()> {
        let mut store = session.store()?;
        arrivals.place(store.known(), &session.clock);
        if let Some(name) = &self.application {
            arrivals.send_all_to(application(store.known(), name)?, store.known());
        }
        let taken = arrivals.take_in(store.known(), &session.clock);
        if !taken.applications.is_empty() && !self.dry_run {
            store.back_up_next();
            store.save(&taken.search)?;
        }
        let json = Json::of(&arrivals, &taken, self.dry_run);
        session.answer(&json, || json.text())
    }
}

impl Json {
    fn of(arrivals: &Arrivals, taken: &Taken, dry_run: bool) -> Self {
        let items = arrivals.items.iter().zip(&taken.fates);
        let items = items.map(|(item, fate)| RemarkJson::of(item, fate));
        let left_out = arrivals.left_out.iter().map(|left_out| RemarkJson {
            row: left_out.line,
            what: left_out.what.clone(),
            text: left_out.why.clone(),
            left_out: true,
        });
        Self {
            added: taken.counts.new,
            changed: taken.counts.changed,
            already_there: taken.counts.same,
            left_out: taken.counts.left_out,
            applications: keys(&taken.search, &taken.applications),
            dry_run,
            remarks: items.chain(left_out).collect(),
        }
    }

    fn text(&self) -> String {
        let would = if self.dry_run { "would be " } else { "" };
        let lines = self
            .remarks
            .iter()
            .map(|remark| match remark.what.as_str() {
                "" => format!("Line {}: {}", remark.row, remark.text),
                what => format!("{what}: {}", remark.text),
            });
        let lines: Vec<String> = lines.collect();
        let in_all = lines.len();
        format!(
            "{} {would}added, {} {would}changed, {} known already, {} left out.\n{}",
            self.added,
            self.changed,
            self.already_there,
            self.left_out,
            first_of(lines.into_iter(), in_all)
        )
    }
}

impl RemarkJson {
    fn of(item: &Arrival, fate: &Fate) -> Self {
        Self {
            row: item.line,
            what: match &item.what {
                What::Person(person) => person.name.clone(),
                What::Invitation(invitation) => invitation.title.clone(),
            },
            text: fate.words(),
            left_out: matches!(fate, Fate::LeftOut(_)),
        }
    }
}
