use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::{Unknown, is_default};
use crate::time::When;

/// How somebody prefers to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefers {
    /// By email.
    Email,
    /// By telephone.
    Phone,
}

impl Prefers {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Email, Self::Phone];

    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }
}

/// A person on the employer's side of one application, known there by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// The name as it is to be written; within one application it is who they are.
    pub name: String,
    /// What letters call them where the name does not tell: “Ms. Wu”, “Danny”.
    #[serde(skip_serializing_if = "is_default")]
    pub called: String,
    /// What they do, in words.
    #[serde(skip_serializing_if = "is_default")]
    pub role: String,
    /// Email address.
    #[serde(skip_serializing_if = "is_default")]
    pub email: String,
    /// Telephone number.
    #[serde(skip_serializing_if = "is_default")]
    pub phone: String,
    /// LinkedIn profile.
    #[serde(skip_serializing_if = "is_default")]
    pub linkedin: String,
    /// How they like to be reached, where they said so.
    #[serde(skip_serializing_if = "is_default")]
    pub prefers: Option<Prefers>,
    /// Whether they are the hiring manager.
    #[serde(skip_serializing_if = "is_default")]
    pub manager: bool,
    /// Whether they work for an agency that runs the process.
    #[serde(skip_serializing_if = "is_default")]
    pub agency: bool,
    /// Whether they arranged the interview.
    #[serde(skip_serializing_if = "is_default")]
    pub arranged: bool,
    /// Whether their address was not given.
    #[serde(skip_serializing_if = "is_default")]
    pub withheld: bool,
    /// When they became known.
    #[serde(skip_serializing_if = "is_default")]
    pub since: Option<When>,
    /// Fields of an import that this version does not know.
    #[serde(skip_serializing_if = "is_default")]
    pub unknown: Unknown,
}

impl Contact {
    /// A contact of whom only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// Whether their role says that they recruit.
    pub fn is_recruiter(&self) -> bool {
        let role = self.role.to_lowercase();
        self.agency
            || ["recruit", "talent", "sourcer"]
                .iter()
                .any(|word| role.contains(word))
    }
}

/// Whether two names mean the same person: capitals, white space and the way accents are encoded
/// aside.
pub fn same_name(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if a.is_ascii() && b.is_ascii() {
        let (mut a, mut b) = (a.split_ascii_whitespace(), b.split_ascii_whitespace());
        return loop {
            match (a.next(), b.next()) {
                (None, None) => break true,
                (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
                _ => break false,
            }
        };
    }
    // Most names differ at once; spelling them out in full is slow.
    let initial = |name: &str| {
        name.trim_start()
            .chars()
            .next()
            .filter(char::is_ascii_alphanumeric)
    };
    if let (Some(a), Some(b)) = (initial(a), initial(b))
        && !a.eq_ignore_ascii_case(&b)
    {
        return false;
    }
    name_key(a) == name_key(b)
}

/// A text that is equal for names that [`same_name`] calls the same.
pub fn name_key(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_typed() {
        assert!(same_name("Dana Wu", " dana  WU "));
        assert!(same_name("Łukasz Żak", "łukasz żak"));
        assert!(same_name("Zofia Góra", "Zofia Go\u{301}ra"));
        assert!(!same_name("Dana Wu", "Dana Wood"));
    }
}
