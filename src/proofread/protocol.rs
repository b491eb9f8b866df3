//! The lines between window and child: one JSON object a line, an answer for every order.
//!
//! ```text
//! → {"know":{"number":1,"knowledge":{"language":{"dialect":"british","chosen":true},"words":["Acme"]}}}
//! ← {"answer":1}
//! → {"read":{"number":2,"subject":"","body":"I beleive so."}}
//! ← {"answer":2,"body":[{"start":2,"end":9,"kind":"spelling","message":"…","suggestions":["believe"]}]}
//! ```
//! Libraries may print to standard output what they like: a line that is no answer, or not the one
//! that is awaited, is passed over.

use serde::{Deserialize, Serialize};

use super::words::Knowledge;
use crate::review::{Check, Finding, Part};

/// What the child is told.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Order {
    /// From now on go by this.
    Know { number: u64, knowledge: Knowledge },
    /// Read this.
    Read {
        number: u64,
        subject: String,
        body: String,
    },
}

/// What the child says.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Answer {
    /// The number of the order that it answers.
    pub(super) answer: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) subject: Vec<Slip>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) body: Vec<Slip>,
}

/// What a slip is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    Spelling,
    Grammar,
}

/// Something to mend, in characters of its part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Slip {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) message: String,
    pub(super) suggestions: Vec<String>,
}

impl Slip {
    /// The slip as a finding in `text`; nothing if it does not lie within it.
    pub(super) fn finding(self, part: Part, text: &str) -> Option<Finding> {
        let length = self.end.checked_sub(self.start).filter(|long| *long > 0)?;
        let stands: String = text.chars().skip(self.start).take(length).collect();
        if stands.chars().count() != length {
            return None;
        }
        let check = match self.kind {
            Kind::Spelling => Check::Spelling,
            Kind::Grammar => Check::Grammar,
        };
        Some(Finding {
            check,
            level: check.level(),
            part,
            start: self.start,
            end: self.end,
            text: stands,
            message: self.message,
            suggestions: self.suggestions,
        })
    }
}
