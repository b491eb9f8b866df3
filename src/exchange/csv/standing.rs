//! Words for stages: the user's own columns first, then what trackers and people write.

use super::field::plain;
use crate::model::{Outcome, Stage, StageId, StageMeaning};

/// Where a row says that an application stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In that stage.
    Stage(StageId),
    /// It came to that end.
    Ended(Outcome),
}

/// What a tracker's word means, to the rules.
enum Meant {
    Stage(StageMeaning),
    Ended(Outcome),
}

impl Standing {
    /// What a tracker's word for a stage means in a search with these columns; nothing where the
    /// word is not known.
    pub fn of(word: &str, stages: &[Stage]) -> Option<Self> {
        let word = plain(word);
        let own = |text: fn(&Stage) -> &str| {
            let stage = stages.iter().find(|stage| plain(text(stage)) == word)?;
            Some(Self::Stage(stage.id.clone()))
        };
        // A column's lasting name may be that of a meaning it no longer has.
        own(|stage| &stage.name)
            .or_else(|| own(|stage| &stage.id.0))
            .or_else(|| match meant(&word)? {
                Meant::Ended(outcome) => Some(Self::Ended(outcome)),
                Meant::Stage(meaning) => stages
                    .iter()
                    .find(|stage| stage.meaning == meaning)
                    .map(|stage| Self::Stage(stage.id.clone())),
            })
    }

    /// The outcome that a word names.
    pub(super) fn outcome(word: &str) -> Option<Outcome> {
        match meant(&plain(word))? {
            Meant::Ended(outcome) => Some(outcome),
            Meant::Stage(_) => None,
        }
    }
}

fn meant(word: &str) -> Option<Meant> {
    Some(match word {
        "wishlist" | "wishlisted" | "bookmarked" | "saved" | "prospective" | "prospect"
        | "draft" | "interested" | "toapply" | "tobeapplied" | "notapplied" | "notappliedyet"
        | "applying" | "planned" | "todo" | "researching" | "lead" => {
            Meant::Stage(StageMeaning::Wishlist)
        }
        "applied"
        | "submitted"
        | "applicationsubmitted"
        | "sent"
        | "applicationsent"
        | "underreview"
        | "inreview"
        | "pending"
        | "new" => Meant::Stage(StageMeaning::Applied),
        "interviewing" | "interview" | "interviews" | "interviewed" | "interviewscheduled"
        | "screening" | "screen" | "phonescreen" | "phonescreening" | "phoneinterview"
        | "recruiterscreen" | "recruitercall" | "hrinterview" | "hrscreen" | "assessment"
        | "technical" | "technicalinterview" | "technicalscreen" | "codingtest" | "takehome"
        | "onsite" | "onsiteinterview" | "firstinterview" | "secondinterview"
        | "thirdinterview" | "finalinterview" | "1stinterview" | "2ndinterview"
        | "3rdinterview" | "finalround" | "teammatch" | "teammatching" | "inprogress"
        | "inprocess" => Meant::Stage(StageMeaning::Interviewing),
        "waiting" | "waitingforresponse" | "awaitingresponse" | "awaitingdecision"
        | "awaitingreply" => Meant::Stage(StageMeaning::Waiting),
        "offer" | "offers" | "offered" | "offerreceived" | "negotiating" | "negotiation" => {
            Meant::Stage(StageMeaning::Offer)
        }
        "closed" | "archived" | "archive" | "expired" | "ended" | "inactive" => {
            Meant::Stage(StageMeaning::Closed)
        }
        "accepted" | "offeraccepted" | "acceptedoffer" | "hired" => Meant::Ended(Outcome::Accepted),
        "declined" | "offerdeclined" | "declinedoffer" | "offerrejected" => {
            Meant::Ended(Outcome::Declined)
        }
        "rejected" | "rejection" | "notselected" | "denied" | "refused" | "turneddown"
        | "unsuccessful" => Meant::Ended(Outcome::Rejected),
        "withdrawn" | "withdrew" | "iwithdrew" | "applicationwithdrawn" => {
            Meant::Ended(Outcome::Withdrawn)
        }
        "ghosted" | "noresponse" | "noreply" | "noanswer" => Meant::Ended(Outcome::NoResponse),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(word: &str) -> Option<Standing> {
        Standing::of(word, &Stage::standard())
    }

    fn stage(meaning: StageMeaning) -> Option<Standing> {
        Some(Standing::Stage(meaning.standard_id()))
    }

    #[test]
    fn the_words_of_trackers_are_known() {
        for (words, expected) in [
            (
                "wishlist, Bookmarked, SAVED, prospective",
                stage(StageMeaning::Wishlist),
            ),
            ("applied", stage(StageMeaning::Applied)),
            (
                "screening, Phone Screen, recruiter_screen, assessment, interview, technical, final round, team-match",
                stage(StageMeaning::Interviewing),
            ),
            ("offer", stage(StageMeaning::Offer)),
            ("closed, archived", stage(StageMeaning::Closed)),
            ("accepted", Some(Standing::Ended(Outcome::Accepted))),
            ("rejected", Some(Standing::Ended(Outcome::Rejected))),
            ("withdrawn", Some(Standing::Ended(Outcome::Withdrawn))),
            (
                "ghosted, No response",
                Some(Standing::Ended(Outcome::NoResponse)),
            ),
        ] {
            for word in words.split(", ") {
                assert_eq!(standing(word), expected, "{word}");
            }
        }
        assert_eq!(standing("on fire"), None);
    }

    #[test]
    fn the_users_own_columns_come_first() {
        let mut stages = Stage::standard();
        stages.push(Stage {
            id: StageId("x1".to_owned()),
            name: "Phone screen".to_owned(),
            meaning: StageMeaning::Own,
            order: Default::default(),
        });
        let own = Some(Standing::Stage(StageId("x1".to_owned())));
        assert_eq!(Standing::of("phone-screen", &stages), own);
    }
}
