//! What the user does not want to be told: in one draft, or never again.

use super::{Check, Draft, Finding, Level};
use crate::model::{JobSearch, Muted};

impl Check {
    /// Whether its findings mark words that mean the same wherever they stand, so that these words
    /// can be left in peace and the check goes on.
    pub fn marks_words(self) -> bool {
        matches!(
            self,
            Self::Placeholder
                | Self::WrongName
                | Self::Ultimatum
                | Self::Pushy
                | Self::Desperate
                | Self::Casual
                | Self::StaleDate
        )
    }
}

impl Finding {
    /// What keeps this finding, and those like it, from being told again.
    pub fn mute(&self) -> Muted {
        let words = if self.check.marks_words() {
            self.text.trim().to_owned()
        } else if self.check == Check::Structure {
            // What is missing has no words; its sentence tells greeting and sign-off apart.
            self.message.clone()
        } else {
            String::new()
        };
        Muted {
            check: self.check.name().to_owned(),
            words,
        }
    }

    /// Whether it may be muted for ever: what would cost the job is told in every letter.
    pub fn can_be_muted_for_ever(&self) -> bool {
        self.level != Level::Blocker
    }
}

pub(super) fn is_muted(finding: &Finding, draft: &Draft, search: &JobSearch) -> bool {
    if draft.ignored.is_empty() && search.muted.is_empty() {
        return false;
    }
    let mute = finding.mute();
    draft.ignored.contains(&mute)
        || (finding.can_be_muted_for_ever() && search.muted.contains(&mute))
}
