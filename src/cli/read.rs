use std::path::PathBuf;

use chrono::{Datelike as _, NaiveDate};
use clap::Args;
use serde::Serialize;

use super::input;
use super::output::{self, clean};
use super::session::{Session, application};
use crate::reading::{self, LONGEST, Reading, Written};
use crate::time::{long_day, parse_day};

/// What a pasted reply of the employer says: its kind, and the day it names
#[derive(Debug, Args)]
pub(super) struct Read {
    /// The reply [default: standard input]
    file: Option<PathBuf>,
    /// The application it belongs to
    #[arg(long, value_name = "ID")]
    application: Option<String>,
    /// The day it was written [default: the one its head names, else today]
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    on: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
struct Json<'a> {
    kind: &'static str,
    day: Option<NaiveDate>,
    words: Vec<&'a str>,
    sure: bool,
}

impl Read {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let search = session.search()?;
        let application = match &self.application {
            Some(name) => Some(application(&search, name)?),
            None => None,
        };
        let text = input::text(self.file.as_deref())?;
        let written = Written {
            on: self.on,
            today: session.clock.today(),
        };
        let reading = reading::read(&text, written, &search.policy);
        if reading.cut {
            output::note(&format!(
                "afterword: the reply is long; its first {LONGEST} characters were read"
            ));
        }
        let sender = application.and_then(|application| reading::sender(&text, application));
        let json = Json {
            kind: reading.kind.kind.name(),
            day: reading.day.as_ref().map(|day| day.day),
            words: reading.words(),
            sure: reading.is_sure(),
        };
        session.answer(&json, || report(&reading, sender.as_deref()))
    }
}

fn report(reading: &Reading, sender: Option<&str>) -> String {
    let mut lines = vec![line(
        "kind",
        reading.kind.kind.name(),
        &reading.kind.words,
        reading.kind.sure,
    )];
    if let Some(day) = &reading.day {
        let named = format!("{} {}", long_day(day.day), day.day.year());
        lines.push(line("day", &named, &day.words, day.sure));
    } else if reading.undecided {
        lines.push(line("day", "several are named", "", false));
    }
    if let Some(sender) = sender {
        lines.push(line("from", &clean(sender), "", true));
    }
    lines.concat()
}

/// “day   Friday 4 December 2026 (not sure): “by Friday””.
fn line(name: &str, value: &str, words: &str, sure: bool) -> String {
    let doubt = if sure { "" } else { " (not sure)" };
    let words = if words.is_empty() {
        String::new()
    } else {
        format!(": “{}”", clean(words))
    };
    format!("{name:6}{value}{doubt}{words}\n")
}
