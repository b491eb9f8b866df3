use anyhow::{anyhow, bail};
use serde::Serialize;

use super::{Import, first_of, keys};
use crate::cli::output::clean;
use crate::cli::session::Session;
use crate::exchange::csv::{self, CsvError, Imported, Mapping, Remark, Source, Standing, Table};
use crate::model::{JobSearch, Stage};

#[derive(Debug, Serialize)]
struct Json<'a> {
    added: usize,
    changed: usize,
    already_there: usize,
    left_out: usize,
    applications: Vec<String>,
    dry_run: bool,
    origin: &'static str,
    written_as: String,
    columns: Vec<ColumnJson<'a>>,
    remarks: Vec<RemarkJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ColumnJson<'a> {
    column: &'a str,
    field: &'static str,
}

#[derive(Debug, Serialize)]
struct RemarkJson<'a> {
    row: u64,
    column: Option<&'a str>,
    text: &'a str,
    left_out: bool,
}

impl Import {
    pub(super) fn table(&self, session: &Session) -> anyhow::Result<()> {
        let table = csv::look_at(Source::File(self.file.clone())).map_err(|e| self.why(&e))?;
        if table.is_of_people() {
            return self.connections(&table, session);
        }
        let mut store = session.store()?;
        let mapping = self.mapping(&table, store.known())?;
        let imported = csv::import(&table, &mapping, store.known(), &session.clock, |_| true)
            .map_err(|error| self.why(&error))?;
        if !imported.applications.is_empty() && !self.dry_run {
            store.back_up_next();
            store.save(&imported.search)?;
        }
        let json = Json::of(&table, &mapping, &imported, self.dry_run);
        session.answer(&json, || json.text(&imported))
    }

    fn mapping(&self, table: &Table, search: &JobSearch) -> anyhow::Result<Mapping> {
        let mut mapping = Mapping::guessed(table);
        for (column, field) in &self.map {
            let Some(place) = table.column(column) else {
                let names: Vec<_> = table.columns.iter().map(|c| c.name.as_str()).collect();
                bail!(
                    "there is no column “{column}”; there are {}",
                    names.join(", ")
                );
            };
            mapping.set(place, *field);
        }
        mapping.order = self.dates.or(mapping.order);
        for (word, stage) in &self.stage {
            let standing = Standing::of(stage, &search.stages).ok_or_else(|| {
                let names: Vec<&Stage> = search.stages.iter().collect();
                let names: Vec<_> = names.iter().map(|stage| stage.name.as_str()).collect();
                anyhow!(
                    "“{stage}” is no stage and no outcome; there are {}, accepted, declined, \
                     rejected, withdrawn and no response",
                    names.join(", ")
                )
            })?;
            mapping.stages.insert(word.clone(), standing);
        }
        Ok(mapping)
    }

    /// What is wrong, and by which option it is mended.
    fn why(&self, error: &CsvError) -> anyhow::Error {
        let way_out = match error {
            CsvError::NoCompany { .. } => ": --map COLUMN=company",
            CsvError::AskOrder { .. } | CsvError::MixedOrder { .. } => {
                ": --dates day-first or --dates month-first"
            }
            _ => "",
        };
        anyhow!("{} is not imported: {error}{way_out}", self.file.display())
    }
}

impl<'a> Json<'a> {
    fn of(table: &'a Table, mapping: &Mapping, imported: &'a Imported, dry_run: bool) -> Self {
        let report = &imported.report;
        let columns = table.columns.iter().zip(&mapping.fields);
        Self {
            added: report.new,
            changed: report.changed,
            already_there: report.same,
            left_out: report.left_out,
            applications: keys(&imported.search, &imported.applications),
            dry_run,
            origin: table.origin.label(),
            written_as: table.written_as(),
            columns: columns
                .map(|(column, field)| ColumnJson {
                    column: &column.name,
                    field: field.name(),
                })
                .collect(),
            remarks: report
                .remarks
                .iter()
                .map(|remark| RemarkJson {
                    row: remark.row,
                    column: remark.column.as_deref(),
                    text: &remark.text,
                    left_out: remark.left_out,
                })
                .collect(),
        }
    }

    fn text(&self, imported: &Imported) -> String {
        let mut text = format!("{} ({})\n", self.origin, self.written_as);
        for column in &self.columns {
            text.push_str(&format!("  {} → {}\n", clean(column.column), column.field));
        }
        let would = if self.dry_run { "would be " } else { "" };
        text.push_str(&format!(
            "{} {would}added, {} {would}changed, {} known already, {} left out.\n",
            self.added, self.changed, self.already_there, self.left_out
        ));
        text.push_str(&first_of(
            imported.report.remarks.iter().map(Remark::sentence),
            imported.report.remarks_in_all,
        ));
        text
    }
}
