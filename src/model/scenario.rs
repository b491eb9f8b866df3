use std::fmt;
use std::str::FromStr;

use super::OwnName;

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// An email.
    Email,
    /// A message or request on LinkedIn.
    LinkedIn,
    /// A call.
    Phone,
}

impl Channel {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Email, Self::LinkedIn, Self::Phone];

    /// Its name in the public formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::LinkedIn => "linkedin",
            Self::Phone => "phone",
        }
    }
}

macro_rules! scenarios {
    ($($variant:ident $name:literal $channel:ident $label:literal $doc:literal;)*) => {
        /// An occasion to write, each with a template of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Scenario {
            $(#[doc = $doc] $variant,)*
            /// An occasion of the user's own. The rules of time have nothing to say of it.
            Own(OwnName),
        }

        impl Scenario {
            /// Every scenario of ours, in the order in which a search goes through them. Those of
            /// the user are in their search.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in rules, files and on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* Self::Own(own) => own.name() }
            }

            /// Its name for people. What the user calls one of their own knows
            /// [`JobSearch::label_of`](super::JobSearch::label_of).
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* Self::Own(own) => own.label() }
            }

            /// How it is sent unless the user says otherwise.
            pub fn channel(self) -> Channel {
                match self { $(Self::$variant => Channel::$channel,)* Self::Own(_) => Channel::Email }
            }
        }
    };
}

scenarios! {
    ThankYou "thank-you" Email "Thank-you" "A thank-you to one interviewer.";
    CheckInFirst "check-in-first" Email "First check-in" "The first check-in.";
    CheckInSecond "check-in-second" Email "Second check-in" "The second check-in.";
    CheckInFinal "check-in-final" Email "Final check-in" "The final check-in, by email.";
    LinkedInFinal "linkedin-final" LinkedIn "Final check-in on LinkedIn" "The final check-in's other half, on LinkedIn.";
    Value "value" Email "Something of value" "A link or an idea that continues the conversation.";
    News "news" Email "Their news" "A word on an announcement of theirs.";
    LinkedInConnect "linkedin-connect" LinkedIn "Connect on LinkedIn" "A connection request to an interviewer.";
    Phone "phone" Phone "Phone call" "A call, with what to say.";
    AnswerUpdate "answer-update" Email "Answer to an update" "An answer to an update.";
    AnswerRejection "answer-rejection" Email "Answer to a rejection" "An answer to a rejection.";
    LastWord "last-word" Email "Last word" "A gracious last word after long silence.";
    OtherOfferMention "other-offer-mention" Email "Mention another offer" "Telling them about another offer.";
    OtherOfferExpedite "other-offer-expedite" Email "Ask them to expedite" "Asking whether they can decide sooner because of another offer.";
    Withdraw "withdraw" Email "Withdrawal" "Leaving the process, or declining an offer.";
    Accept "accept" Email "Acceptance" "Accepting an offer.";
    AskForTime "ask-for-time" Email "Ask for time" "Asking for time to decide on an offer.";
    Question "question" Email "A question" "One real question with a deadline.";
    ConfirmInterview "confirm-interview" Email "Confirm an interview" "Confirming an interview that lies ahead.";
    RescheduleInterview "reschedule-interview" Email "Ask for another time" "Asking to move an interview that lies ahead.";
    MissedCall "missed-call" Email "A call that did not come" "Asking about a call that was agreed for today and did not come.";
    ThankReferrer "thank-referrer" Email "Thank who referred you" "Thanking the contact who referred the user.";
    SendPromised "send-promised" Email "Send what you promised" "Sending what was promised, such as references.";
}

impl Scenario {
    /// Whether it asks where things stand.
    pub fn is_check_in(self) -> bool {
        self.rung().is_some()
    }

    /// Its place on the ladder of check-ins, from 0: first, second, final.
    pub fn rung(self) -> Option<usize> {
        match self {
            Self::CheckInFirst => Some(0),
            Self::CheckInSecond => Some(1),
            Self::CheckInFinal | Self::LinkedInFinal => Some(2),
            _ => None,
        }
    }

    /// Whether nobody asked for it, so that `weekly` counts it. (A call on a day they named is the
    /// exception that only the history knows.)
    pub fn is_initiated(self) -> bool {
        self.is_check_in()
            || matches!(
                self,
                Self::Value | Self::News | Self::Question | Self::Phone
            )
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Scenario {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|scenario| scenario.name() == name)
            .or_else(|| OwnName::parse(name).map(Self::Own))
            .ok_or_else(|| {
                let names: Vec<_> = Self::ALL.iter().map(|scenario| scenario.name()).collect();
                format!("“{name}” is no scenario; they are: {}", names.join(", "))
            })
    }
}
