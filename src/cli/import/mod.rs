//! `import`: a file a kind of file.

mod events;
mod table;

use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::Args;

use super::output::clean;
use super::session::Session;
use crate::exchange::csv::{DateOrder, Field};
use crate::model::{ApplicationId, JobSearch};

/// Takes in what another program wrote; the same file twice adds nothing
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file: events (.jsonl), or a table of a tracker or a spreadsheet (.csv, .tsv)
    file: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// Have a column of a table mean something, such as "Firma=company"
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = column)]
    map: Vec<(String, Field)>,
    /// Have a table's word for a stage mean a stage or an outcome, such as "Absage=rejected"
    #[arg(long, value_name = "WORD=STAGE", value_parser = two)]
    stage: Vec<(String, String)>,
    /// How days like 03/04/2026 are meant where the column does not tell
    #[arg(long, value_name = "ORDER", value_parser = order)]
    dates: Option<DateOrder>,
}

impl Import {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        match ending(&self.file).as_str() {
            "jsonl" => self.events(session),
            "csv" | "tsv" => self.table(session),
            _ => bail!(
                "{} is no file to import: its name must end in .jsonl or .csv",
                self.file.display()
            ),
        }
    }
}

/// How the file's name ends, in small letters.
pub(super) fn ending(path: &Path) -> String {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

fn two(text: &str) -> Result<(String, String), String> {
    text.rsplit_once('=')
        .map(|(left, right)| (left.trim().to_owned(), right.trim().to_owned()))
        .filter(|(left, right)| !left.is_empty() && !right.is_empty())
        .ok_or_else(|| "expected two words with = between them".to_owned())
}

fn column(text: &str) -> Result<(String, Field), String> {
    let (column, field) = two(text)?;
    Ok((column, field.parse()?))
}

fn order(text: &str) -> Result<DateOrder, String> {
    match text {
        "day-first" => Ok(DateOrder::DayFirst),
        "month-first" => Ok(DateOrder::MonthFirst),
        _ => Err("expected day-first (23/11/2026) or month-first (11/23/2026)".to_owned()),
    }
}

/// What names these applications in the search.
fn keys(search: &JobSearch, applications: &[ApplicationId]) -> Vec<String> {
    applications
        .iter()
        .filter_map(|id| search.application(*id))
        .map(|application| application.key.clone())
        .collect()
}

/// How many applications and remarks are shown.
const SHOWN: usize = 12;

/// The first of `lines`, indented, and how many more there are.
fn first_of(lines: impl ExactSizeIterator<Item = String>, in_all: usize) -> String {
    let shown: Vec<_> = lines
        .take(SHOWN)
        .map(|line| format!("  {}\n", clean(&line)))
        .collect();
    let more = in_all.saturating_sub(shown.len());
    let rest = if more > 0 {
        format!("  and {more} more\n")
    } else {
        String::new()
    };
    format!("{}{rest}", shown.concat())
}
