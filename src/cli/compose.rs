use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::Args;
use serde::Serialize;

use super::output::{self, clean, clean_lines};
use super::session::{Session, application, occasion};
use crate::compose::{FactSpec, Letter, Request, compose};
use crate::etiquette::{Context, Elsewhere};
use crate::exchange::{self, letters};
use crate::model::{Application, Channel, Scenario};

/// The draft of a message, with the facts that are missing
///
/// As text, the letter is on standard output and everything about it on standard error, so that
/// it can be handed on as it is.
#[derive(Debug, Args)]
pub(super) struct Compose {
    /// The occasion, such as thank-you or check-in-first
    scenario: Scenario,
    /// The application
    #[arg(long, value_name = "ID")]
    application: String,
    /// Whom it is for
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
    /// A fact for this letter alone; may be given several times
    #[arg(long = "fact", value_name = "KEY=VALUE", value_parser = fact)]
    facts: Vec<(String, String)>,
    /// Also write it as a mail that is not sent yet (.eml)
    #[arg(long, value_name = "FILE")]
    mail: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
struct Json<'a> {
    scenario: &'static str,
    to: &'a [String],
    channel: &'static str,
    subject: &'a str,
    body: &'a str,
    missing: Vec<Missing<'a>>,
}

#[derive(Debug, Serialize)]
struct Missing<'a> {
    fact: &'a str,
    label: &'a str,
    hint: &'a str,
}

impl Compose {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let search = session.search()?;
        let application = application(&search, &self.application)?;
        let context = Context {
            search: &search,
            clock: &session.clock,
            elsewhere: &Elsewhere::of(&search, &session.clock),
        };
        let facts: BTreeMap<_, _> = self.facts.iter().cloned().collect();
        let request = Request {
            scenario: occasion(&search, self.scenario)?,
            person: self.to.as_deref(),
            facts: &facts,
        };
        let letter = compose(application, &context, &request)?;
        if let Some(path) = &self.mail {
            write_mail(path, &letter, application, session)?;
        }
        if !session.json {
            output::note(&about(&letter, search.label_of(letter.scenario)));
        }
        session.answer(&json(&letter), || text(&letter))
    }
}

fn write_mail(
    path: &Path,
    letter: &Letter,
    application: &Application,
    session: &Session,
) -> anyhow::Result<()> {
    if letter.channel != Channel::Email {
        bail!("this is no email: it goes by {}", letter.channel.name());
    }
    let name = letter.to.first().cloned().unwrap_or_default();
    let contact = application.contact(&name);
    let mail = letters::Letter {
        address: contact.map_or_else(String::new, |contact| contact.email.trim().to_owned()),
        name,
        subject: letter.subject.clone(),
        body: letter.body.clone(),
    };
    let bytes = mail.to_mail(&session.clock).into_bytes();
    exchange::put(path, &bytes, Some(&session.file))?;
    Ok(())
}

fn json(letter: &Letter) -> Json<'_> {
    Json {
        scenario: letter.scenario.name(),
        to: &letter.to,
        channel: letter.channel.name(),
        subject: &letter.subject,
        body: &letter.body,
        missing: letter.missing.iter().map(missing).collect(),
    }
}

fn missing(fact: &FactSpec) -> Missing<'_> {
    Missing {
        fact: &fact.key,
        label: &fact.label,
        hint: &fact.hint,
    }
}

/// Whom it is for, and what it lacks.
fn about(letter: &Letter, called: &str) -> String {
    let to = if letter.to.is_empty() {
        "nobody known yet".to_owned()
    } else {
        letter.to.join(", ")
    };
    let lacks: Vec<_> = letter
        .missing
        .iter()
        .map(|fact| fact.key.as_str())
        .collect();
    let lacks = if lacks.is_empty() {
        String::new()
    } else {
        format!("; missing facts: {}", lacks.join(", "))
    };
    format!("{called} to {to}, by {}{lacks}", letter.channel.name())
}

/// The letter as `check` reads it again.
fn text(letter: &Letter) -> String {
    let body = clean_lines(&letter.body);
    if letter.subject.is_empty() {
        format!("{body}\n")
    } else {
        format!("Subject: {}\n\n{body}\n", clean(&letter.subject))
    }
}

fn fact(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => {
            Ok((key.trim().to_owned(), value.to_owned()))
        }
        _ => Err("expected KEY=VALUE, such as topic=\"how releases reach customers\"".to_owned()),
    }
}
