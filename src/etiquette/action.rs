use std::fmt;

use super::Why;
use crate::model::{ApplicationId, Channel, EntryId, Scenario};
use crate::time::Moment;

/// What an action asks the user to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Task {
    /// Write and send a message.
    Write(Scenario),
    /// Note what fades fastest after an interview.
    Debrief,
    /// Close the application as “no response”.
    Close,
    /// Answer an offer: accept, or ask for time.
    AnswerOffer,
    /// Decide on an offer before its deadline.
    Decide,
}

impl Task {
    /// Its name in the public formats (the JSON field `scenario`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Write(scenario) => scenario.name(),
            Self::Debrief => "debrief",
            Self::Close => "close",
            Self::AnswerOffer => "answer-offer",
            Self::Decide => "decide",
        }
    }

    /// How its message travels; nothing where none is sent.
    pub fn channel(self) -> Option<Channel> {
        match self {
            Self::Write(scenario) => Some(scenario.channel()),
            Self::AnswerOffer => Some(Channel::Email),
            Self::Debrief | Self::Close | Self::Decide => None,
        }
    }

    /// The scenario its letter is written from.
    pub fn scenario(self) -> Option<Scenario> {
        match self {
            Self::Write(scenario) => Some(scenario),
            Self::AnswerOffer => Some(Scenario::Accept),
            Self::Debrief | Self::Close | Self::Decide => None,
        }
    }
}

macro_rules! rules {
    ($($variant:ident $name:literal $doc:literal;)*) => {
        /// The rules of the etiquette, by the names that the user sees behind “Why?”.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $doc] $variant,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

rules! {
    ThankYou "thank-you" "`thank-you`: each interviewer, within 24 hours.";
    Promise "promise" "`promise`: no check-in before the promised day has passed.";
    OneWeek "one-week" "`one-week`: without a promise, the first check-in after a week.";
    Weekly "weekly" "`weekly`: one unanswered initiated message in seven days.";
    Ladder "ladder" "`ladder`: first, second, final, a week apart.";
    Final "final" "`final`: an email and a LinkedIn message, in one week.";
    MoveOn "move-on" "`move-on`: a week after the final check-in, assume a no.";
    Phone "phone" "`phone`: when a call is proper.";
    LinkedIn "linkedin" "`linkedin`: connect after the thank-you.";
    ReplyPromptly "reply-promptly" "`reply-promptly`: answer the employer within 24 hours.";
    Update "update" "`update`: a new day replaces the promise.";
    Offer "offer" "`offer`: answer within 24 hours, decide before the deadline.";
    OtherOffer "other-offer" "`other-offer`: a real offer may be told to others, once.";
    Withdraw "withdraw" "`withdraw`: leaving a process is said.";
    NewRound "new-round" "`new-round`: a further interview starts everything again.";
    Debrief "debrief" "`debrief`: note what fades fastest.";
    Applied "applied" "`applied`: one check-in two weeks after applying.";
    Courtesy "courtesy" "`courtesy`: what an interview ahead, a referral or a word given asks for.";
    Ended "ended" "`ended`: nothing is owed any more but an answer.";
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Where an action stands at the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Before its due moment.
    Waiting,
    /// From its due moment.
    Due,
    /// From its late moment.
    Late,
}

impl Status {
    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Due => "due",
            Self::Late => "late",
        }
    }
}

/// One thing that falls due: a task for one addressee on one application.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// On which application.
    pub application: ApplicationId,
    /// What is to be done.
    pub task: Task,
    /// Whom the message is addressed to; empty where nobody is known.
    pub to: Vec<String>,
    /// The interviewer a thank-you is for. Where their address is withheld, `to` is who passes it on.
    pub person: Option<String>,
    /// The interview it follows, if it follows one.
    pub interview: Option<EntryId>,
    /// The rule that sets the due moment.
    pub rule: Rule,
    /// Where it stands at the clock it was planned with.
    pub status: Status,
    /// From when it is to be done.
    pub due: Moment,
    /// From when it is late; nothing where it never is.
    pub late: Option<Moment>,
    /// When to remind of it.
    pub reminders: Vec<Moment>,
    /// Whether it may as well be left.
    pub optional: bool,
    /// Why, as data; [`Why::sentence`] puts it into words.
    pub why: Why,
}

impl Action {
    /// What the plan is ordered by: the longest late first, then what is late soonest, then what
    /// falls due soonest.
    pub(super) fn urgency(&self) -> (u8, i64, i64) {
        let seconds = |moment: Option<Moment>| moment.map_or(i64::MAX, |m| m.timestamp());
        match self.status {
            Status::Late => (0, seconds(self.late), self.due.timestamp()),
            Status::Due => (1, seconds(self.late), self.due.timestamp()),
            Status::Waiting => (2, self.due.timestamp(), seconds(self.late)),
        }
    }
}
