//! How well it is said: a draft is read against the application it is for.
//!
//! Each family of checks has a file of its own:
//!
//! | file | checks |
//! |---|---|
//! | `placeholder` (with `brackets`) | `placeholder` |
//! | `names` | `wrong-name`, in the text |
//! | `greeting` | `wrong-name` in the greeting, `several-people` |
//! | `ultimatum` | `ultimatum` |
//! | `timing` | `too-soon` |
//! | `measure` | `length`, `generic-subject` |
//! | `generic` | `generic` |
//! | `same_text` | `same-text` |
//! | `tone` | `pushy`, `desperate` |
//! | `casual` | `casual` |
//! | `stale_date` | `stale-date`, of the days it names |
//! | `interview_day` | `stale-date`, of the interview |
//! | `structure` | `structure` |
//! | `grammar` | `grammar`, where a rule of our own is exact |
//! | `proof` | `spelling` and `grammar`, as the proof-reader found them |
//!
//! `text` and `phrases` are what they read with, `calling` what somebody may be called, `dates` the
//! days that a text names, and `muted` what the user does not want to be told.
//!
//! A letter that a careful person would send has no findings: where a check cannot be sure, it
//! is silent. Everything here is pure and reads a draft once, however long it is.

mod brackets;
mod calling;
mod casual;
mod dates;
mod generic;
mod grammar;
mod greeting;
mod interview_day;
mod measure;
mod muted;
mod names;
mod phrases;
mod placeholder;
mod proof;
mod same_text;
mod stale_date;
mod structure;
mod text;
mod timing;
mod tone;
mod ultimatum;

use std::fmt;

use crate::compose::called;
use crate::etiquette::Context;
use crate::model::{Application, Channel, Muted, Scenario};
use text::Text;

/// What is to be reviewed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Draft<'a> {
    /// Its subject; empty where there is none.
    pub subject: &'a str,
    /// Its text.
    pub body: &'a str,
    /// The occasion, where it is known.
    pub scenario: Option<Scenario>,
    /// Whom it is addressed to.
    pub to: &'a [String],
    /// The interviewer it is meant for, where somebody else passes it on.
    pub person: Option<&'a str>,
    /// How it travels, if not as the scenario goes.
    pub channel: Option<Channel>,
    /// What is not to be told of this draft.
    pub ignored: &'a [Muted],
    /// What the proof-reader found in it, as far as it was asked.
    pub proof: &'a [Finding],
}

impl Draft<'_> {
    /// How it travels, where that is known.
    pub fn channel(&self) -> Option<Channel> {
        self.channel
            .or_else(|| self.scenario.map(Scenario::channel))
    }
}

macro_rules! checks {
    ($($variant:ident $name:literal $level:ident $doc:literal;)*) => {
        /// The checks, by the names that the user sees.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Check {
            $(#[doc = $doc] $variant,)*
        }

        impl Check {
            /// Every check.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the public formats.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// How much its findings weigh.
            pub fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level),* }
            }
        }
    };
}

checks! {
    Placeholder "placeholder" Blocker "A blank that was left.";
    WrongName "wrong-name" Blocker "A name that belongs elsewhere, or is misspelt.";
    Ultimatum "ultimatum" Blocker "A demand with a deadline, or an offer that nobody recorded.";
    TooSoon "too-soon" Blocker "A rule of time says to wait.";
    SeveralPeople "several-people" Blocker "One letter to several interviewers.";
    GenericSubject "generic-subject" Warning "A subject that could be anybody's.";
    Spelling "spelling" Warning "A word that no dictionary knows.";
    Grammar "grammar" Warning "A slip of grammar.";
    Length "length" Warning "Too long or too short for its kind.";
    SameText "same-text" Warning "What another interviewer has been told already.";
    Generic "generic" Warning "Nothing of this conversation or role.";
    Pushy "pushy" Warning "As if an answer were owed.";
    Desperate "desperate" Warning "Begging, need, or apology over and over.";
    Casual "casual" Warning "Slang, smileys and shouting.";
    StaleDate "stale-date" Warning "A day that does not fit, or has passed.";
    Structure "structure" Hint "No greeting, thanks, next step or sign-off.";
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Copying asks first.
    Blocker,
    /// Shown.
    Warning,
    /// Shown small.
    Hint,
}

impl Level {
    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// The part of a draft that a finding lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Its subject.
    Subject,
    /// Its text.
    Body,
}

impl Part {
    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Body => "body",
        }
    }
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which check found it.
    pub check: Check,
    /// How much it weighs.
    pub level: Level,
    /// In which part of the draft.
    pub part: Part,
    /// Where it begins, in characters of that part.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What stands there.
    pub text: String,
    /// Why it is to be mended and how, in one sentence.
    pub message: String,
    /// What could stand there instead, the best first.
    pub suggestions: Vec<String>,
}

/// What the checks read.
struct Desk<'a> {
    draft: &'a Draft<'a>,
    app: Option<&'a Application>,
    ctx: &'a Context<'a>,
    subject: Text,
    body: Text,
}

impl Desk<'_> {
    fn parts(&self) -> [(Part, &Text); 2] {
        [(Part::Subject, &self.subject), (Part::Body, &self.body)]
    }

    fn text(&self, part: Part) -> &Text {
        match part {
            Part::Subject => &self.subject,
            Part::Body => &self.body,
        }
    }

    /// What whoever it is meant for, or goes to, is called.
    fn addressee(&self) -> Option<String> {
        let name = self
            .draft
            .person
            .or(self.draft.to.first().map(String::as_str))?;
        called(name).map(|called| called.as_str().to_owned())
    }

    /// A finding at a place in characters.
    fn finding(&self, check: Check, part: Part, place: (usize, usize), message: String) -> Finding {
        let (start, end) = place;
        Finding {
            check,
            level: check.level(),
            part,
            start,
            end,
            text: self.text(part).slice(start, end),
            message,
            suggestions: Vec::new(),
        }
    }
}

/// Reads `draft` and names what to mend, in the order of the text, the subject first. Without an
/// application, only what the text alone can tell is checked.
pub fn review(draft: &Draft, app: Option<&Application>, ctx: &Context) -> Vec<Finding> {
    let desk = Desk {
        draft,
        app,
        ctx,
        subject: Text::new(draft.subject),
        body: Text::new(draft.body),
    };
    let mut findings = Vec::new();
    for check in [
        placeholder::check,
        greeting::check,
        names::check,
        ultimatum::check,
        timing::check,
        measure::check,
        generic::check,
        same_text::check,
        tone::check,
        casual::check,
        stale_date::check,
        interview_day::check,
        structure::check,
        grammar::check,
        // After the others, whose word on the same place counts for more.
        proof::check,
    ] {
        check(&desk, &mut findings);
    }
    findings.retain(|finding| !muted::is_muted(finding, draft, ctx.search));
    findings.sort_by_key(|finding| (finding.part, finding.start, finding.end, finding.check));
    findings
}

#[cfg(test)]
mod tests;
