use std::path::PathBuf;

use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;

use super::session::Session;
use crate::time::parse_day;

/// What a pasted reply of the employer says: its kind, and the day it names
#[derive(Debug, Args)]
pub(super) struct Read {
    /// The reply [default: standard input]
    file: Option<PathBuf>,
    /// The application it belongs to
    #[arg(long, value_name = "ID")]
    application: Option<String>,
    /// The day it was written [default: today]
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    on: Option<NaiveDate>,
}

impl Read {
    pub(super) fn run(&self, _session: &Session) -> anyhow::Result<()> {
        bail!("reading replies is not there yet")
    }
}
