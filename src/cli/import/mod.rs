//! `import`: a file a kind of file.

mod arrivals;
mod events;
mod mail;
mod table;

use std::path::{Path, PathBuf};

use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;

use super::output::clean;
use super::session::Session;
use crate::exchange::Kind;
use crate::exchange::csv::{DateOrder, Field};
use crate::model::{ApplicationId, JobSearch, ReplyKind};
use crate::time::parse_day;

/// Takes in what another program wrote; the same file twice adds nothing
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file: a table of a tracker or a spreadsheet (.csv, .tsv), people (.vcf, or LinkedIn's
    /// connections), an invitation (.ics), a mail (.eml), or events (.jsonl)
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
    /// The application that people, an invitation or a mail belong to, where they do not tell
    #[arg(long, value_name = "ID")]
    application: Option<String>,
    /// What a mail amounts to: update, interview, offer, rejection or other
    #[arg(long, value_name = "KIND", value_parser = mail::kind)]
    kind: Option<ReplyKind>,
    /// The day that a mail names
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    day: Option<NaiveDate>,
}

impl Import {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        match Kind::of_file(&self.file) {
            Some(Kind::Events) => self.events(session),
            Some(Kind::Table) => self.table(session),
            Some(Kind::People) => self.people(session),
            Some(Kind::Calendar) => self.calendar(session),
            Some(Kind::Mail) => self.mail(session),
            Some(Kind::Search) => bail!(
                "{} is a job search of its own: open it with --file",
                self.file.display()
            ),
            None => bail!(
                "{} is no file to import: its name must end in .csv, .vcf, .ics, .eml or .jsonl",
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
