use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use serde::Serialize;

use super::import::ending;
use super::output::clean;
use super::session::Session;
use crate::exchange::events;

/// Writes the search to a file, in the format of its ending
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The file: events (.jsonl)
    file: PathBuf,
}

#[derive(Debug, Serialize)]
struct Json {
    file: String,
    applications: usize,
}

impl Export {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let format = ending(&self.file);
        match format.as_str() {
            "jsonl" => {}
            "csv" | "ics" | "md" => {
                bail!("exporting to .{format} is not there yet; events (.jsonl) are")
            }
            _ => bail!("the name of {} must end in .jsonl", self.file.display()),
        }
        let search = session.search()?;
        super::output::write_file(&self.file, events::export(&search).as_bytes())?;
        let json = Json {
            file: self.file.display().to_string(),
            applications: search.applications.len(),
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
