use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Channel, Scenario, StageId, Unknown, is_default};
use crate::time::{Moment, When};

/// Names one entry of a history for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub Uuid);

impl EntryId {
    /// A new name.
    pub fn fresh() -> Self {
        Self(Uuid::now_v7())
    }
}

/// One thing that happened in an application, with its moment. A history is in the order of
/// recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// When it happened; of an interview, its start.
    pub at: When,
    /// What happened.
    pub event: Event,
    /// What names it where it came from, if that was a calendar or a mail.
    #[serde(default, skip_serializing_if = "is_default")]
    pub origin: Option<Origin>,
    /// Fields of an import that this version does not know.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unknown: Unknown,
}

impl Entry {
    /// A new entry.
    pub fn new(at: When, event: Event) -> Self {
        Self {
            id: EntryId::fresh(),
            at,
            event,
            origin: None,
            unknown: Unknown::new(),
        }
    }

    /// Start and end, if this is an interview.
    pub fn interview(&self) -> Option<(Moment, Moment, &Interview)> {
        match (&self.event, self.at) {
            (Event::Interview(interview), When::Moment(start)) => {
                let length = TimeDelta::minutes(i64::from(interview.minutes));
                Some((
                    start,
                    start.checked_add_signed(length).unwrap_or(start),
                    interview,
                ))
            }
            _ => None,
        }
    }
}

/// What names an entry in the calendar or the mailbox it came from, so that the same again changes
/// it and adds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Its lasting name there: a calendar's `UID`, a mail's `Message-ID`.
    pub id: String,
    /// How often it was changed there: a calendar's `SEQUENCE`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub version: u32,
}

/// What can happen in an application after it was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// A meeting; the entry's moment is its start.
    Interview(Interview),
    /// The interview that was to start then was called off.
    Cancelled {
        /// Its start.
        interview: When,
    },
    /// Something worth remembering for a letter.
    Fact {
        /// A fact of a scenario, such as `topic` or `challenge`.
        key: String,
        /// What it is.
        value: String,
        /// The interviewer it comes from, if it belongs to one.
        #[serde(default, skip_serializing_if = "is_default")]
        with: Option<String>,
    },
    /// They named the day by which they will decide or get back.
    Promise {
        /// That day.
        day: NaiveDate,
    },
    /// They invited a call.
    CallInvited {
        /// On that day.
        day: NaiveDate,
    },
    /// A message to the employer.
    Sent(Message),
    /// The user moved the next check-in to a moment of their own.
    Pinned {
        /// That moment; nothing takes an earlier pin back.
        until: Option<When>,
    },
    /// The employer wrote or said something.
    Reply(Reply),
    /// The card was put into a stage.
    Stage {
        /// That stage.
        to: StageId,
    },
    /// The application came to its end.
    Closed {
        /// How.
        outcome: Outcome,
    },
    /// A note of the user's.
    Note {
        /// Its text.
        text: String,
    },
}

/// One meeting with one or more interviewers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    /// Its length; at least 1.
    pub minutes: u32,
    /// How it is held.
    pub format: Format,
    /// The interviewers' names.
    pub with: Vec<String>,
    /// Which round it is, in the user's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub round: Option<String>,
}

/// How an interview is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// By telephone.
    Phone,
    /// By video.
    Video,
    /// In one room.
    OnSite,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Phone, Self::Video, Self::OnSite];

    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Video => "video",
            Self::OnSite => "on-site",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Phone => "Phone",
            Self::Video => "Video",
            Self::OnSite => "On site",
        }
    }
}

/// A message that was sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The occasion.
    pub scenario: Scenario,
    /// Whom it went to, by name.
    pub to: Vec<String>,
    /// How it went, if not as the scenario goes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channel: Option<Channel>,
    /// Its subject.
    #[serde(default, skip_serializing_if = "is_default")]
    pub subject: String,
    /// Its text.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body: String,
    /// The day asked for, with `ask-for-time`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub day: Option<NaiveDate>,
}

impl Message {
    /// How it went.
    pub fn channel(&self) -> Channel {
        self.channel.unwrap_or_else(|| self.scenario.channel())
    }
}

/// Something the employer said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// What it amounts to.
    pub kind: ReplyKind,
    /// An update's new day, an offer's deadline, an invitation's date.
    #[serde(default, skip_serializing_if = "is_default")]
    pub day: Option<NaiveDate>,
    /// Who said it, by name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<String>,
    /// Their words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: String,
}

/// What a reply amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReplyKind {
    /// Where things stand, perhaps with a new day.
    Update,
    /// A no.
    Rejection,
    /// An offer.
    Offer,
    /// An invitation to a further interview.
    Interview,
    /// Anything else, such as “nice to meet you too”.
    Other,
}

impl ReplyKind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Update,
        Self::Interview,
        Self::Offer,
        Self::Rejection,
        Self::Other,
    ];

    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Rejection => "rejection",
            Self::Offer => "offer",
            Self::Interview => "interview",
            Self::Other => "other",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Update => "Update",
            Self::Rejection => "Rejection",
            Self::Offer => "Offer",
            Self::Interview => "Invitation",
            Self::Other => "Something else",
        }
    }
}

/// How an application ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The user took the job.
    Accepted,
    /// The user declined their offer.
    Declined,
    /// They said no.
    Rejected,
    /// The user left the process.
    Withdrawn,
    /// They never answered.
    NoResponse,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Accepted,
        Self::Declined,
        Self::Rejected,
        Self::Withdrawn,
        Self::NoResponse,
    ];

    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::NoResponse => "no-response",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Accepted => "Accepted",
            Self::Declined => "Declined",
            Self::Rejected => "Rejected",
            Self::Withdrawn => "Withdrawn",
            Self::NoResponse => "No response",
        }
    }
}
