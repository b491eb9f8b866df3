//! A template as a file: a head that says which scenario it is and what it asks for, then its
//! subject and its text, parted by lines of three dashes. `assets/templates/` is written so, and
//! so is what the user exports.

use std::fmt::Write as _;

use super::engine::{MISSING, Place, TemplateError, try_template};
use super::templates::{FactSpec, Scope, facts_of, template_of};
use crate::model::{JobSearch, Scenario, TemplateText};

/// What parts head, subject and text.
const PARTING: &str = "---";

/// A template of the user's, as it is exported and imported.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateFile {
    /// Whose template it is.
    pub scenario: Scenario,
    /// What the user calls the scenario, if it is one of their own.
    pub label: Option<String>,
    /// The template.
    pub text: TemplateText,
}

/// Why a file is no template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct TemplateFileError {
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong there, or was expected.
    pub reason: String,
}

impl TemplateFileError {
    fn at(line: usize, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self { line, reason }
    }
}

impl TemplateFile {
    /// The template in force of that scenario, to be exported.
    pub fn of(search: &JobSearch, scenario: Scenario) -> Self {
        let text = template_of(search, scenario);
        let own = search.own_scenario(scenario);
        let label = own.map(|own| own.label.clone());
        Self {
            scenario,
            label,
            text,
        }
    }

    /// Reads a file. Its head has to name a scenario; what its facts ask for stays as it is in
    /// Afterword.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line.
    pub fn parse(file: &str) -> Result<Self, TemplateFileError> {
        let file = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let parts = Parts::of(&file)?;
        let scenario = parts.scenario()?;
        let label = match scenario {
            Scenario::Own(own) => {
                let label = parts.value("label").map_or(own.label(), |(label, _)| label);
                Some(label.to_owned())
            }
            _ => None,
        };
        let text = TemplateText {
            subject: parts.subject.trim().to_owned(),
            body: parts.body.trim().to_owned(),
        };
        if text.body.is_empty() {
            return Err(TemplateFileError::at(file.lines().count(), MISSING));
        }
        try_template(scenario, &text).map_err(|error| parts.located(&error))?;
        Ok(Self {
            scenario,
            label,
            text,
        })
    }

    /// The file, as [`TemplateFile::parse`] reads it.
    pub fn to_text(&self) -> String {
        let Self {
            scenario,
            label,
            text,
        } = self;
        let channel = scenario.channel().name();
        let mut file = format!("scenario: {scenario}\nchannel: {channel}\n");
        if let Some(label) = label {
            let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(file, "label: {label}");
        }
        for fact in facts_of(*scenario) {
            file.push_str(&declaration(fact));
        }
        for part in [&text.subject, &text.body] {
            file.push_str(PARTING);
            file.push('\n');
            if !part.is_empty() {
                file.push_str(part);
                file.push('\n');
            }
        }
        file
    }
}

fn declaration(fact: &FactSpec) -> String {
    let need = if fact.required {
        "required"
    } else {
        "optional"
    };
    format!(
        "fact {} ({need}, {})\n  blank: {}\n  ask: {}\n  hint: {}\n",
        fact.key,
        fact.scope.name(),
        fact.blank,
        fact.label,
        fact.hint
    )
}

/// A file in its parts.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    head: &'a str,
    pub(super) facts: Vec<FactSpec>,
    pub(super) subject: &'a str,
    pub(super) body: &'a str,
    /// The line of the file on which the subject begins.
    subject_line: usize,
    /// The line of the file on which the text begins.
    body_line: usize,
}

impl<'a> Parts<'a> {
    pub(super) fn of(file: &'a str) -> Result<Self, TemplateFileError> {
        let (head, rest) = until_parting(file, 0, "the head")?;
        let before_subject = head.lines().count() + 1;
        let (subject, body) = until_parting(rest, before_subject, "the subject")?;
        Ok(Self {
            head,
            facts: facts_in(head)?,
            subject,
            body,
            subject_line: first_line(subject, before_subject),
            body_line: first_line(body, before_subject + subject.lines().count() + 1),
        })
    }

    /// What the head says under that name, and on which line.
    fn value(&self, wanted: &str) -> Option<(&'a str, usize)> {
        self.head.lines().zip(1..).find_map(|(line, number)| {
            let (name, value) = line.split_once(':')?;
            (name == wanted).then_some((value.trim(), number))
        })
    }

    fn scenario(&self) -> Result<Scenario, TemplateFileError> {
        let Some((name, line)) = self.value("scenario") else {
            let reason = "the head says whose template it is, as in “scenario: thank-you”";
            return Err(TemplateFileError::at(1, reason));
        };
        let scenario: Scenario = name
            .parse()
            .map_err(|reason: String| TemplateFileError::at(line, reason))?;
        match self.value("channel") {
            Some((channel, line)) if channel != scenario.channel().name() => {
                let expected = scenario.channel().name();
                let reason = format!("“{scenario}” travels by {expected}, not by “{channel}”");
                Err(TemplateFileError::at(line, reason))
            }
            _ => Ok(scenario),
        }
    }

    /// An error of the template with its line in the file.
    fn located(&self, error: &TemplateError) -> TemplateFileError {
        let begins = match error.place {
            Place::Subject => self.subject_line,
            Place::Body => self.body_line,
        };
        TemplateFileError::at(begins + error.line.saturating_sub(1), error.reason.clone())
    }
}

/// What stands before the next parting line, and what after it.
fn until_parting<'a>(
    text: &'a str,
    lines_before: usize,
    what: &str,
) -> Result<(&'a str, &'a str), TemplateFileError> {
    let mut place = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == PARTING {
            let before = text.get(..place).unwrap_or_default();
            let after = text.get(place + line.len()..).unwrap_or_default();
            return Ok((before, after));
        }
        place += line.len();
    }
    let end = lines_before + text.lines().count().max(1);
    let reason = format!("{what} ends with a line of three dashes, and there is none");
    Err(TemplateFileError::at(end, reason))
}

/// The line on which the words of a part begin, as empty lines before them are left out.
fn first_line(part: &str, lines_before: usize) -> usize {
    let empty = part.lines().take_while(|line| line.trim().is_empty());
    lines_before + empty.count() + 1
}

/// Reads lines such as `fact topic (required, person)`, each followed by its `blank:`, `ask:` and
/// `hint:`.
fn facts_in(head: &str) -> Result<Vec<FactSpec>, TemplateFileError> {
    let mut facts: Vec<FactSpec> = Vec::new();
    for (line, number) in head.lines().zip(1..) {
        let wrong = |reason: &str| TemplateFileError::at(number, reason);
        if let Some(fact) = line.strip_prefix("fact ") {
            let fact = declared(fact)
                .ok_or_else(|| wrong("a fact is declared as in “fact topic (required, person)”"))?;
            facts.push(fact);
            continue;
        }
        if line.trim().is_empty() {
            continue;
        }
        let (name, value) = line
            .split_once(':')
            .ok_or_else(|| wrong("the head has lines such as “scenario: thank-you”"))?;
        match (name.trim(), facts.last_mut()) {
            ("scenario" | "channel" | "label", _) => {}
            ("blank", Some(fact)) => value.trim().clone_into(&mut fact.blank),
            ("ask", Some(fact)) => value.trim().clone_into(&mut fact.label),
            ("hint", Some(fact)) => value.trim().clone_into(&mut fact.hint),
            ("blank" | "ask" | "hint", None) => {
                return Err(wrong("it belongs to a fact, and none stands before it"));
            }
            _ => {
                return Err(wrong(
                    "the head has “scenario”, “channel” and facts, each with “blank”, “ask” and “hint”",
                ));
            }
        }
    }
    Ok(facts)
}

/// Reads `topic (required, person)`.
fn declared(fact: &str) -> Option<FactSpec> {
    let (key, rest) = fact.trim_end().split_once(" (")?;
    let (need, scope) = rest.strip_suffix(')')?.split_once(", ")?;
    let required = match need {
        "required" => true,
        "optional" => false,
        _ => return None,
    };
    Some(FactSpec {
        key: key.to_owned(),
        label: String::new(),
        hint: String::new(),
        blank: String::new(),
        required,
        scope: Scope::ALL.into_iter().find(|one| one.name() == scope)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OwnScenario;

    #[test]
    fn what_is_exported_is_imported_as_it_was() {
        let mut search = JobSearch::default();
        for scenario in Scenario::ALL {
            let ours = TemplateFile::of(&search, *scenario);
            assert_eq!(TemplateFile::parse(&ours.to_text()), Ok(ours.clone()));
            let windows = ours.to_text().replace('\n', "\r\n");
            assert_eq!(TemplateFile::parse(&windows), Ok(ours));
        }
        let own = TemplateText {
            subject: "Our talk {{ topic | about }}".into(),
            body: "Hi {{ recipient }},\n\n---\nthank you.".into(),
        };
        search.templates.insert("thank-you".into(), own.clone());
        let portfolio = OwnScenario::new("My portfolio", &[]).unwrap();
        let name = portfolio.scenario.name().to_owned();
        search.templates.insert(name, own.clone());
        search.scenarios.push(portfolio.clone());
        let file = TemplateFile::of(&search, portfolio.scenario);
        assert_eq!(file.label.as_deref(), Some("My portfolio"));
        assert_eq!(TemplateFile::parse(&file.to_text()), Ok(file));
        let bare = "scenario: own-my-portfolio\n---\n---\nHello";
        let bare = TemplateFile::parse(bare).unwrap();
        assert_eq!(bare.label.as_deref(), Some("My portfolio"));
        let file = TemplateFile::of(&search, Scenario::ThankYou);
        assert_eq!(file.text, own);
        assert_eq!(TemplateFile::parse(&file.to_text()), Ok(file));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        for (file, line, reason) in [
            ("", 1, "the head ends with a line of three dashes"),
            ("Dear Dana,\nthank you", 2, "three dashes"),
            (
                "scenario: thank-you\n---\nA subject\n",
                3,
                "the subject ends",
            ),
            ("channel: email\n---\n---\nHi", 1, "whose template"),
            ("\nscenario: hug\n---\n---\nHi", 2, "“hug” is no scenario"),
            (
                "scenario: value\nchannel: fax\n---\n---\nHi",
                2,
                "travels by email",
            ),
            (
                "scenario: value\nfact topic\n---\n---\nHi",
                2,
                "is declared as in",
            ),
            (
                "scenario: value\nfact x (maybe, person)\n---\n---\nHi",
                2,
                "is declared",
            ),
            (
                "scenario: value\nhint: x\n---\n---\nHi",
                2,
                "belongs to a fact",
            ),
            (
                "scenario: value\nwhat is this\n---\n---\nHi",
                2,
                "lines such as",
            ),
            (
                "scenario: value\ncolour: red\n---\n---\nHi",
                2,
                "the head has",
            ),
            (
                "scenario: value\n---\n---\n\n",
                4,
                "the text of the letter is missing",
            ),
            ("scenario: value\n---\n\n{{ x\n---\nHi", 4, "unexpected end"),
            (
                "scenario: value\n---\nA\n---\n\nHi\n{% if %}",
                7,
                "unexpected",
            ),
        ] {
            let error = TemplateFile::parse(file).unwrap_err();
            assert_eq!(error.line, line, "{file}: {error}");
            assert!(error.reason.contains(reason), "{file}: {error}");
        }
    }
}
