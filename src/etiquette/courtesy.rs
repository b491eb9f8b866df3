//! `courtesy`: what is said about an interview that is arranged, thanking who referred the user,
//! and sending what was promised. None of it is asked for by time; each has an occasion of its own.

use super::Rule;
use super::may::{Refusal, Verdict};
use super::story::{Meeting, Story};
use crate::model::{Application, Contact, Format, Scenario};

/// The contact whose role says that they referred the user.
pub(super) fn referrer(application: &Application) -> Option<&Contact> {
    let says_so = |contact: &&Contact| contact.role.to_lowercase().contains("referr");
    application.contacts.iter().find(says_so)
}

impl<'a> Story<'a> {
    /// The next interview that has not begun, or the next with that person if there is one.
    pub fn next_to_come(&self, person: Option<&str>) -> Option<&Meeting<'a>> {
        let now = self.now();
        let to_come = || self.ahead().filter(move |m| m.start.moment > now);
        person
            .and_then(|person| to_come().find(|meeting| meeting.is_with(person)))
            .or_else(|| to_come().next())
    }

    /// The last call that was to begin today by now.
    pub fn call_begun_today(&self) -> Option<&Meeting<'a>> {
        let today = self.zone().date(self.now());
        self.meetings.iter().rfind(|meeting| {
            is_call(meeting) && meeting.start.date == today && meeting.start.moment <= self.now()
        })
    }

    /// The interview that a message of this scenario speaks of.
    pub fn arranged(&self, scenario: Scenario, person: Option<&str>) -> Option<&Meeting<'a>> {
        match scenario {
            Scenario::MissedCall => self.call_begun_today(),
            _ => self.next_to_come(person),
        }
    }

    /// A call did not come: on its day, from the agreed time.
    pub(super) fn may_tell_of_missed_call(&self) -> Verdict {
        if let Some(ended) = self.ended() {
            return Verdict::refused(ended);
        }
        if let Some(call) = self.call_begun_today() {
            let told = self.sent().any(|sent| {
                sent.message.scenario == Scenario::MissedCall && sent.point.is_after(&call.start)
            });
            return if told {
                Verdict::refused(Refusal::never(Rule::Courtesy, "It was sent already."))
            } else {
                Verdict::allowed(Rule::Courtesy)
            };
        }
        let next = self.ahead().find(|meeting| is_call(meeting));
        Verdict::refused(match next {
            Some(call) => {
                let from = call.start.moment;
                let why = format!(
                    "The call is agreed for {}; it may still come.",
                    self.when(from)
                );
                Refusal::until(Rule::Courtesy, from, why)
            }
            None => Refusal::never(
                Rule::Courtesy,
                "This is for the day of a call that was agreed and did not come; none is noted for today.",
            ),
        })
    }

    /// Confirming an interview, or asking to move it: while it lies ahead.
    pub(super) fn may_arrange(&self) -> Verdict {
        if let Some(ended) = self.ended() {
            return Verdict::refused(ended);
        }
        if self.next_to_come(None).is_some() {
            return Verdict::allowed(Rule::Courtesy);
        }
        Verdict::refused(Refusal::never(
            Rule::Courtesy,
            "No interview lies ahead; note the one you were invited to first.",
        ))
    }

    /// Who referred the user is thanked at any time, once.
    pub(super) fn may_thank_referrer(&self) -> Verdict {
        let thanked = self
            .sent()
            .any(|sent| sent.message.scenario == Scenario::ThankReferrer);
        if thanked {
            return Verdict::refused(Refusal::never(
                Rule::Courtesy,
                "Who referred you was thanked already.",
            ));
        }
        Verdict::allowed(Rule::Courtesy)
    }

    /// What was promised is sent at any time, while it is of use.
    pub(super) fn may_send_promised(&self) -> Verdict {
        self.ended()
            .map_or_else(|| Verdict::allowed(Rule::Courtesy), Verdict::refused)
    }
}

/// Whether it comes to the user, and not the user to it.
fn is_call(meeting: &Meeting<'_>) -> bool {
    meeting.interview.format != Format::OnSite
}
