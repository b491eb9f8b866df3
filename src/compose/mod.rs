//! What to say: a scenario's template and the facts of an application become a letter.
//!
//! - `templates`: the files of `assets/templates/` and the user's own versions of them
//! - `known`: where each fact comes from
//! - `arranged`: the interview that a letter arranges
//! - `phrasing`: several ways to say the same, so that two people get different letters
//! - `file`: a template as a file, to be exported and imported
//! - `editing`: what a window needs to let the user write templates
//! - `trial`: a template is tried before it is used
//! - `following`: what a changed fact would change in a draft of the user's own words
//! - `engine`: the template language, set up for letters
//! - `wording`: the filters that make a note fit into a sentence
//! - `salutation`: how somebody is addressed
//! - `thread`: the earlier subject that a letter answers
//! - `bounds`: how long a letter may be
//!
//! Everything here is pure: the same application, clock and request give the same letter.

mod arranged;
mod bounds;
mod editing;
mod engine;
mod file;
mod following;
mod known;
mod phrasing;
mod salutation;
mod templates;
mod thread;
mod trial;
mod wording;

pub use bounds::{Bounds, Unit, bounds_of, count_words};
pub use editing::{Chip, chips_of, preview, told, with_paragraph};
pub use engine::{Place, TemplateError, try_template};
pub use file::{TemplateFile, TemplateFileError};
pub use following::{ChangedFact, Correction, Said, changed_facts, said};
pub use salutation::{Called, called, greeting};
pub use templates::{FactSpec, Scope, facts_for, facts_of, ours_of, template_begun, template_of};
pub use trial::{check_template, preview_example};

use std::collections::BTreeMap;

use crate::etiquette::Context;
use crate::model::{Application, Channel, Scenario};
use engine::Rendered;
use known::Known;

/// What is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The occasion.
    pub scenario: Scenario,
    /// The interviewer of a thank-you, else whom to write to where the user chose somebody.
    pub person: Option<&'a str>,
    /// Facts that stand in for the noted ones in this letter alone; an empty one hides a noted one.
    pub facts: &'a BTreeMap<String, String>,
}

/// A letter, ready to be read over.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// The occasion.
    pub scenario: Scenario,
    /// Whom it is addressed to; nobody where nobody is known.
    pub to: Vec<String>,
    /// The interviewer it is meant for, where one was named.
    pub person: Option<String>,
    /// How it travels.
    pub channel: Channel,
    /// Its subject; empty where the channel has none.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// The facts that stand as blanks in it, in the order of the template's head.
    pub missing: Vec<FactSpec>,
}

/// Writes the letter that `request` asks for.
///
/// # Errors
/// Where the user's own version of the template is wrong; ours never are.
pub fn compose(
    app: &Application,
    ctx: &Context,
    request: &Request,
) -> Result<Letter, TemplateError> {
    let known = Known::of(app, ctx, request);
    let own = templates::own_template(ctx.search, request.scenario);
    let rendered = engine::fitting(own, request.scenario, &known)?;
    Ok(letter_of(request.scenario, known, rendered))
}

fn letter_of(scenario: Scenario, known: Known, rendered: Rendered) -> Letter {
    Letter {
        scenario,
        to: known.to,
        person: known.person,
        channel: scenario.channel(),
        subject: rendered.subject,
        body: rendered.body,
        missing: rendered.missing,
    }
}

/// What the letter says for each fact of its scenario, whether that was noted, was done before or
/// follows from the application; nothing where the fact is missing.
pub fn known_facts(
    app: &Application,
    ctx: &Context,
    request: &Request,
) -> Vec<(&'static FactSpec, Option<String>)> {
    let mut known = Known::of(app, ctx, request);
    facts_for(ctx.search, request.scenario)
        .into_iter()
        .map(|spec| (spec, known.facts.remove(&spec.key).flatten()))
        .collect()
}

#[cfg(test)]
pub(crate) mod tests;
