use std::path::PathBuf;

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::import::ending;
use super::output::clean;
use super::session::{self, Session};
use crate::exchange::{self, Days, Format, Part};
use crate::time::parse_day;

/// Writes the search to a file, in the format of its ending
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The file: events (.jsonl), a table (.csv), a calendar (.ics), a report (.md), or all of them
    /// (.zip)
    file: PathBuf,
    /// Only this application; as .md it is a dossier
    #[arg(long, value_name = "ID")]
    application: Option<String>,
    /// The first day of a report
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    from: Option<NaiveDate>,
    /// The last day of a report
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    until: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
struct Json {
    file: String,
    applications: usize,
}

impl Export {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let Some(format) = Format::of(&ending(&self.file)) else {
            let endings: Vec<_> = Format::ALL.iter().map(|format| format.ending()).collect();
            bail!(
                "the name of {} must end in .{}",
                self.file.display(),
                endings.join(", .")
            );
        };
        let search = session.search()?;
        let application = match &self.application {
            Some(name) => Some(session::application(&search, name)?.id),
            None => None,
        };
        let part = Part {
            application,
            days: Days {
                from: self.from,
                until: self.until,
            },
        };
        let bytes = exchange::export(format, &search, part, &session.clock, |_| true)
            .context("nothing was exported")?;
        exchange::put(&self.file, &bytes, Some(&session.file))?;
        let json = Json {
            file: self.file.display().to_string(),
            applications: application.map_or(search.applications.len(), |_| 1),
        };
        session.answer(&json, || {
            let things = match json.applications {
                1 => "1 application".to_owned(),
                n => format!("{n} applications"),
            };
            format!("{things} written to {}.\n", clean(&json.file))
        })
    }
}
