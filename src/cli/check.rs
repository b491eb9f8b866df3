use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::input;
use super::output::{self, clean};
use super::session::{Session, application, occasion};
use crate::etiquette::{Context, Elsewhere, addressees};
use crate::model::{Application, JobSearch, Scenario};
use crate::proofread::{self, Manuscript, Program};
use crate::review::{Draft, Finding, Part, review};

/// Reviews a draft: blanks, wrong names, tone, length, spelling
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The draft; its first line may be “Subject: …” [default: standard input]
    file: Option<PathBuf>,
    /// The occasion
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<Scenario>,
    /// The application
    #[arg(long, value_name = "ID")]
    application: Option<String>,
    /// Whom it is for
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
}

#[derive(Debug, Serialize)]
struct Json<'a> {
    check: &'static str,
    level: &'static str,
    start: usize,
    end: usize,
    part: &'static str,
    text: &'a str,
    message: &'a str,
    suggestions: &'a [String],
}

impl Check {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let search = session.search()?;
        let application = match &self.application {
            Some(name) => Some(application(&search, name)?.as_ref()),
            None => None,
        };
        if let Some(scenario) = self.scenario {
            occasion(&search, scenario)?;
        }
        let context = Context {
            search: &search,
            clock: &session.clock,
            elsewhere: &Elsewhere::of(&search, &session.clock),
        };
        let text = input::text(self.file.as_deref())?;
        let (subject, body) = parts(&text);
        let proof = proof_of(&search, subject, body);
        let draft = Draft {
            subject,
            body,
            scenario: self.scenario,
            to: &self.addressees(application, &context),
            person: self.to.as_deref(),
            channel: None,
            ignored: &[],
            proof: &proof,
        };
        let findings = review(&draft, application, &context);
        let json: Vec<_> = findings.iter().map(json).collect();
        session.answer(&json, || report(&findings, body))
    }

    /// Whom it goes to: who was named, or who passes it on to them; else whom the occasion is for.
    fn addressees(&self, application: Option<&Application>, context: &Context<'_>) -> Vec<String> {
        match (application, self.scenario) {
            (Some(application), Some(scenario)) => {
                addressees(application, context, scenario, self.to.as_deref())
            }
            _ => self.to.iter().cloned().collect(),
        }
    }
}

/// What the proof-reader finds. Where it cannot be had the rest of the review goes on.
fn proof_of(search: &JobSearch, subject: &str, body: &str) -> Vec<Finding> {
    if search.spelling.off {
        return Vec::new();
    }
    let manuscript = Manuscript {
        subject: subject.to_owned(),
        body: body.to_owned(),
    };
    let guess = proofread::dialect_of_this_machine();
    match proofread::once(Program::this(), guess, manuscript, search.clone()) {
        Ok(proof) => {
            if let Some(note) = proof.note {
                output::note(&note);
            }
            proof.findings
        }
        Err(why) => {
            output::note(&why);
            Vec::new()
        }
    }
}

/// Subject and body. The blank lines between them belong to neither.
fn parts(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().strip_prefix("Subject:") {
        Some(subject) => (subject.trim(), rest.trim_start_matches(['\r', '\n'])),
        None => ("", text),
    }
}

fn json(finding: &Finding) -> Json<'_> {
    Json {
        check: finding.check.name(),
        level: finding.level.name(),
        start: finding.start,
        end: finding.end,
        part: finding.part.name(),
        text: &finding.text,
        message: &finding.message,
        suggestions: &finding.suggestions,
    }
}

fn report(findings: &[Finding], body: &str) -> String {
    if findings.is_empty() {
        return "Nothing to mend.\n".to_owned();
    }
    // Looked for once: a long letter may have many findings.
    let breaks: Vec<usize> = body
        .chars()
        .enumerate()
        .filter_map(|(place, sign)| (sign == '\n').then_some(place))
        .collect();
    let blocks: Vec<_> = findings
        .iter()
        .map(|finding| block(finding, &breaks))
        .collect();
    blocks.join("\n")
}

/// `breaks`: where the lines of the body end, in characters.
fn block(finding: &Finding, breaks: &[usize]) -> String {
    let place = match finding.part {
        Part::Subject => "subject".to_owned(),
        Part::Body => {
            let before = breaks.partition_point(|place| *place < finding.start);
            format!("line {}", before + 1)
        }
    };
    let text = if finding.text.is_empty() {
        String::new()
    } else {
        format!(": “{}”", shortened(&clean(&finding.text)))
    };
    let mut block = format!(
        "{:10}{:10}{}{text}\n{MARGIN}{}\n",
        finding.level.name(),
        place,
        finding.check.name(),
        clean(&finding.message)
    );
    if !finding.suggestions.is_empty() {
        let suggestions: Vec<String> = finding
            .suggestions
            .iter()
            .map(|words| said(words))
            .collect();
        let suggestions = suggestions.join("; ");
        block.push_str(&format!("{MARGIN}Perhaps: {suggestions}\n"));
    }
    block
}

/// A mend in words.
fn said(suggestion: &str) -> String {
    if suggestion.is_empty() {
        "leave it out".to_owned()
    } else {
        clean(suggestion.trim())
    }
}

/// As wide as level and place.
const MARGIN: &str = "                    ";

/// Enough of a long passage to find it.
fn shortened(text: &str) -> String {
    const ENOUGH: usize = 60;
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
