use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Key;
use crate::etiquette::Action;
use crate::model::ApplicationId;

/// What a notification leads to. As text it names nobody, so it may be an argument of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Target {
    /// Everything that is due.
    Today,
    /// One action of an application.
    Action(ApplicationId, u32),
}

impl Target {
    /// The way to `action`.
    pub fn of(action: &Action) -> Self {
        Self::Action(action.application, Key::of(action).number())
    }

    /// Whether it leads to `action`.
    pub fn is(self, action: &Action) -> bool {
        self == Self::of(action)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::Action(application, number) => write!(f, "{}:{number}", application.0),
        }
    }
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let action = || {
            let (application, number) = text.split_once(':')?;
            let application = ApplicationId(application.parse().ok()?);
            Some(Self::Action(application, number.parse().ok()?))
        };
        match text {
            "today" => Ok(Self::Today),
            _ => action().ok_or_else(|| format!("“{text}” leads nowhere")),
        }
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}

impl TryFrom<String> for Target {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_after_a_way_as_text() {
        let one = Target::Action(ApplicationId::fresh(), 0x8000_0001);
        for target in [Target::Today, one] {
            assert_eq!(target.to_string().parse(), Ok(target));
        }
        for nonsense in ["", "tomorrow", "1:2", ":", "--file", "today:1"] {
            assert!(nonsense.parse::<Target>().is_err(), "{nonsense}");
        }
    }
}
