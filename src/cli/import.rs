use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use serde::Serialize;

use super::input;
use super::output::clean;
use super::session::Session;
use crate::exchange::events::{self, Imported};

/// Takes in events from a file; the same file twice adds nothing
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file: events (.jsonl)
    file: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Serialize)]
struct Json {
    added: usize,
    already_there: usize,
    applications: Vec<String>,
    dry_run: bool,
}

impl Import {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let format = ending(&self.file);
        match format.as_str() {
            "jsonl" => self.events(session),
            "csv" => bail!("importing CSV files is not there yet; events (.jsonl) are"),
            _ => bail!(
                "{} is no file to import: its name must end in .jsonl",
                self.file.display()
            ),
        }
    }

    fn events(&self, session: &Session) -> anyhow::Result<()> {
        let text = input::text(Some(&self.file))?;
        let mut store = session.store()?;
        let imported = events::import(store.known(), &text, session.clock.zone)
            .with_context(|| format!("{} is not imported", self.file.display()))?;
        if imported.added > 0 && !self.dry_run {
            store.back_up_next();
            store.save(&imported.search)?;
        }
        let json = Json {
            added: imported.added,
            already_there: imported.already_there,
            applications: keys(&imported),
            dry_run: self.dry_run,
        };
        session.answer(&json, || json.text())
    }
}

fn keys(imported: &Imported) -> Vec<String> {
    imported
        .applications
        .iter()
        .filter_map(|id| imported.search.application(*id))
        .map(|application| application.key.clone())
        .collect()
}

impl Json {
    fn text(&self) -> String {
        let would = if self.dry_run { "would be " } else { "" };
        let known = format!("{} known already", self.already_there);
        let lines = match self.added {
            0 => format!("Nothing new; {known}.\n"),
            1 => format!("1 line {would}imported, {known}.\n"),
            added => format!("{added} lines {would}imported, {known}.\n"),
        };
        let mut keys: Vec<_> = self
            .applications
            .iter()
            .take(SHOWN)
            .map(|key| format!("  {}\n", clean(key)))
            .collect();
        if let Some(more @ 1..) = self.applications.len().checked_sub(SHOWN) {
            keys.push(format!("  and {more} more\n"));
        }
        format!("{lines}{}", keys.concat())
    }
}

/// How many applications are named.
const SHOWN: usize = 12;

/// How the file's name ends, in small letters.
pub(super) fn ending(path: &Path) -> String {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}
