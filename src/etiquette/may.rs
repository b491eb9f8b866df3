//! Whether a message may be sent now, and if not, from when and why.

use super::story::{Meeting, Story, latest};
use super::{Context, Rule, Task};
use crate::etiquette::addressee::passed_on_by;
use crate::model::{Application, ReplyKind, Scenario, same_name};
use crate::time::{Clock, Moment};

/// Whether a message may be sent now.
#[derive(Clone, Debug, PartialEq)]
pub struct Permission {
    /// Whether it may.
    pub allowed: bool,
    /// The rule that decides.
    pub rule: Rule,
    /// From when it may: the clock where it may now; nothing where no day can be named.
    pub from: Option<Moment>,
    /// Why, in one sentence.
    pub why: String,
}

/// What one rule says against sending now.
pub(super) struct Refusal {
    rule: Rule,
    /// Nothing: never, or not before something else is done.
    from: Option<Moment>,
    why: String,
}

impl Refusal {
    pub(super) fn never(rule: Rule, why: impl Into<String>) -> Self {
        Self {
            rule,
            from: None,
            why: why.into(),
        }
    }

    pub(super) fn until(rule: Rule, from: Moment, why: impl Into<String>) -> Self {
        Self {
            rule,
            from: Some(from),
            why: why.into(),
        }
    }
}

/// What the rules say: the one that governs the scenario, and those that refuse.
pub(super) struct Verdict {
    rule: Rule,
    refusals: Vec<Refusal>,
}

impl Verdict {
    pub(super) fn allowed(rule: Rule) -> Self {
        Self {
            rule,
            refusals: Vec::new(),
        }
    }

    pub(super) fn refused(refusal: Refusal) -> Self {
        Self {
            rule: refusal.rule,
            refusals: vec![refusal],
        }
    }
}

/// Whether `scenario` may be sent now on `application`: to the person named `to`, or without one
/// to any of those it could be for. Of several rules that refuse, the one that refuses longest
/// is named.
pub fn may(
    application: &Application,
    context: &Context<'_>,
    scenario: Scenario,
    to: Option<&str>,
) -> Permission {
    let story = Story::new(application, context);
    let verdict = story.verdict(scenario, to);
    let now = story.now();
    let longest = verdict
        .refusals
        .into_iter()
        .filter(|refusal| refusal.from.is_none_or(|from| from > now))
        .max_by_key(|refusal| (refusal.from.is_none(), refusal.from));
    match longest {
        None => Permission {
            allowed: true,
            rule: verdict.rule,
            from: Some(now),
            why: "This is a good moment for it.".to_owned(),
        },
        Some(refusal) => Permission {
            allowed: false,
            rule: refusal.rule,
            from: refusal.from.map(|from| story.zone().show(from)),
            why: refusal.why,
        },
    }
}

impl Story<'_> {
    fn verdict(&self, scenario: Scenario, to: Option<&str>) -> Verdict {
        match scenario {
            Scenario::ThankYou => self.may_thank(to),
            Scenario::CheckInFirst
            | Scenario::CheckInSecond
            | Scenario::CheckInFinal
            | Scenario::LinkedInFinal => self.may_check_in(scenario),
            Scenario::Value | Scenario::News | Scenario::Question => self.may_initiate(),
            Scenario::LinkedInConnect => self.may_connect(to),
            Scenario::Phone => self.may_call(),
            Scenario::AnswerUpdate => self.may_answer(ReplyKind::Update),
            Scenario::AnswerRejection => self.may_answer(ReplyKind::Rejection),
            Scenario::LastWord => self.may_say_a_last_word(),
            Scenario::OtherOfferMention | Scenario::OtherOfferExpedite => self.may_tell_of_offer(),
            Scenario::Withdraw => self.may_withdraw(),
            Scenario::Accept | Scenario::AskForTime => self.may_answer_offer(scenario),
            Scenario::ConfirmInterview | Scenario::RescheduleInterview => self.may_arrange(),
            Scenario::MissedCall => self.may_tell_of_missed_call(),
            Scenario::ThankReferrer => self.may_thank_referrer(),
            Scenario::SendPromised => self.may_send_promised(),
            // When it is time for a letter of their own, the user knows.
            Scenario::Own(_) => Verdict::allowed(Rule::Courtesy),
        }
    }

    pub(super) fn when(&self, moment: Moment) -> String {
        let local = self.zone().local(moment);
        format!(
            "{} at {}",
            self.clock.long_day(local.date()),
            self.clock.hour(local.time())
        )
    }

    pub(super) fn ended(&self) -> Option<Refusal> {
        let (_, since) = self.over.as_ref()?;
        Some(Refusal::never(
            Rule::Ended,
            format!(
                "This application ended on {}; nothing more is to be sent.",
                self.clock.long_day(since.date)
            ),
        ))
    }

    /// `thank-you`: from the interview's end, until the 24 hours are over and a first check-in has
    /// fallen due.
    fn may_thank(&self, to: Option<&str>) -> Verdict {
        if let Some(ended) = self.ended() {
            return Verdict::refused(ended);
        }
        let mut refusals = Vec::new();
        for person in self.interviewers(to) {
            match self.refuses_thanks(person) {
                None => return Verdict::allowed(Rule::ThankYou),
                Some(refusal) => refusals.push(refusal),
            }
        }
        // It may be sent as soon as it may be to any of them.
        let soonest = refusals
            .into_iter()
            .min_by_key(|refusal| (refusal.from.is_none(), refusal.from));
        Verdict::refused(soonest.unwrap_or_else(|| {
            let whom = to.map_or_else(
                || "nobody is named".to_owned(),
                |name| format!("{name} is not named"),
            );
            Refusal::never(
                Rule::ThankYou,
                format!("A thank-you follows an interview, and {whom} as an interviewer here."),
            )
        }))
    }

    fn refuses_thanks(&self, person: &str) -> Option<Refusal> {
        let with_person = |meeting: &&Meeting<'_>| meeting.is_with(person);
        let owed = |meeting: &Meeting<'_>| {
            self.unthanked(meeting)
                .iter()
                .any(|name| same_name(name, person))
        };
        if self
            .held()
            .filter(with_person)
            .any(|m| owed(m) && !self.thanking_is_over(m))
        {
            return None;
        }
        if let Some(meeting) = self.ahead().find(with_person) {
            let from = meeting.end.moment;
            let why = format!(
                "You meet {person} first; a thank-you is for after the interview, {}.",
                self.when(from)
            );
            return Some(Refusal::until(Rule::ThankYou, from, why));
        }
        let why = if self.held().filter(with_person).any(owed) {
            "Its time has passed: a check-in says thank you as well.".to_owned()
        } else {
            format!("{person} was thanked already.")
        };
        Some(Refusal::never(Rule::ThankYou, why))
    }

    /// The interviewers that `to` can mean: themselves, or those whose letters that contact passes
    /// on; all of them without `to`.
    fn interviewers(&self, to: Option<&str>) -> Vec<&str> {
        let mut people: Vec<&str> = Vec::new();
        for name in self
            .meetings
            .iter()
            .flat_map(|meeting| &meeting.interview.with)
        {
            let meant = to.is_none_or(|to| {
                same_name(name, to)
                    || passed_on_by(self.application, name).is_some_and(|by| same_name(by, to))
            });
            if meant && !people.iter().any(|known| same_name(known, name)) {
                people.push(name);
            }
        }
        people
    }

    /// `promise`, `one-week`, `ladder`, `final`, `weekly`, `new-round`.
    fn may_check_in(&self, scenario: Scenario) -> Verdict {
        let standing_in_the_way = self.ended().or_else(|| self.offer_in_the_way());
        if let Some(refusal) = standing_in_the_way {
            return Verdict::refused(refusal);
        }
        if self.ahead().next().is_some() {
            return Verdict::refused(self.refuses_before_interview(scenario));
        }
        let next = self.check_ins();
        if let Some(check_in) = next.iter().find(|check_in| check_in.scenario == scenario) {
            let task = Task::Write(scenario);
            let action = self.action(task, check_in.rule, check_in.due, check_in.why.clone());
            let why = action.why(self.application, &self.clock);
            return Verdict {
                rule: check_in.rule,
                refusals: vec![Refusal::until(check_in.rule, check_in.due, why)],
            };
        }
        Verdict::refused(self.refuses_out_of_turn(scenario))
    }

    fn offer_in_the_way(&self) -> Option<Refusal> {
        if self.open_offer().is_some() {
            return Some(Refusal::never(
                Rule::Offer,
                "They have made you an offer; answer that instead.",
            ));
        }
        let accepted = self.accepted_elsewhere()?;
        Some(Refusal::never(
            Rule::Withdraw,
            format!(
                "You accepted the offer of {}; a withdrawal is what this company should get.",
                accepted.company
            ),
        ))
    }

    /// `new-round`: the first check-in is counted from the interview that lies ahead.
    fn refuses_before_interview(&self, scenario: Scenario) -> Refusal {
        if scenario != Scenario::CheckInFirst {
            return Refusal::never(
                Rule::Ladder,
                "The interview ahead starts everything again, with a first check-in after it.",
            );
        }
        let end = latest(self.ahead().map(|meeting| meeting.end)).map(|end| end.moment);
        let from = end.and_then(|end| {
            let clock = Clock {
                now: end,
                zone: self.zone(),
                ..*self.context.clock
            };
            Self::told_at(self.application, self.context, clock).first_due()
        });
        let why = "An interview lies ahead, so there is nothing to ask before it.".to_owned();
        Refusal {
            rule: Rule::NewRound,
            from,
            why,
        }
    }

    fn refuses_out_of_turn(&self, scenario: Scenario) -> Refusal {
        if let Some(sent) = latest(
            self.unanswered()
                .filter(|s| s.message.scenario == scenario)
                .map(|s| s.point),
        ) {
            return Refusal::never(
                Rule::Ladder,
                format!(
                    "It was sent on {} and is unanswered.",
                    self.clock.long_day(sent.date)
                ),
            );
        }
        let standing = self.standing();
        if self.move_on(&standing).is_some_and(|due| due <= self.now()) {
            return Refusal::never(
                Rule::MoveOn,
                "The last check-in is long unanswered; it is time to move on.",
            );
        }
        if self.first_check_in().is_none() {
            return Refusal::never(
                Rule::Applied,
                "Nothing was sent to this company yet that a check-in could ask about.",
            );
        }
        Refusal::never(
            Rule::Ladder,
            "It is not its turn: first, second and final check-in follow each other.",
        )
    }

    /// `weekly`: any initiated message but a check-in.
    fn may_initiate(&self) -> Verdict {
        if let Some(ended) = self.ended() {
            return Verdict::refused(ended);
        }
        Verdict {
            rule: Rule::Weekly,
            refusals: self.refuses_weekly().into_iter().collect(),
        }
    }

    fn refuses_weekly(&self) -> Option<Refusal> {
        let (from, last) = self.weekly(|_| false)?;
        let why = format!(
            "Your message of {} is unanswered, and one a week is the most; the next is free from {}.",
            self.clock.long_day(last.date),
            self.when(from)
        );
        Some(Refusal::until(Rule::Weekly, from, why))
    }

    /// `linkedin`: an interviewer only after the thank-you to them.
    fn may_connect(&self, to: Option<&str>) -> Verdict {
        if let Some(ended) = self.ended() {
            return Verdict::refused(ended);
        }
        let interviewers = self.interviewers(to);
        if interviewers.is_empty() && to.is_none() {
            return Verdict::refused(Refusal::never(
                Rule::LinkedIn,
                "Nobody is named yet whom you could connect with.",
            ));
        }
        let people = if interviewers.is_empty() {
            to.into_iter().collect()
        } else {
            interviewers
        };
        let refusal = people.iter().try_fold(None, |_, person| {
            // The first person it may be sent to ends the search.
            self.refuses_connection(person).map(Some)
        });
        match refusal {
            Some(Some(refusal)) => Verdict::refused(refusal),
            _ => Verdict::allowed(Rule::LinkedIn),
        }
    }

    fn refuses_connection(&self, person: &str) -> Option<Refusal> {
        let sent_to = |scenario: Scenario, name: &str| {
            self.sent().any(|sent| {
                sent.message.scenario == scenario
                    && sent.message.to.iter().any(|to| same_name(to, name))
            })
        };
        if sent_to(Scenario::LinkedInConnect, person) {
            return Some(Refusal::never(
                Rule::LinkedIn,
                format!("You asked {person} to connect already."),
            ));
        }
        let is_interviewer = self.meetings.iter().any(|meeting| meeting.is_with(person));
        let thanked = sent_to(Scenario::ThankYou, person)
            || self.held().any(|m| {
                m.is_with(person) && !self.unthanked(m).iter().any(|name| same_name(name, person))
            });
        (is_interviewer && !thanked).then(|| {
            Refusal::never(
                Rule::LinkedIn,
                format!("Thank {person} first; connect after that."),
            )
        })
    }

    /// `phone`, and `weekly` unless they invited it.
    fn may_call(&self) -> Verdict {
        if let Some(ended) = self.ended() {
            return Verdict::refused(ended);
        }
        if let Some(day) = self.invited_call() {
            if day == self.zone().date(self.now()) {
                return Verdict::allowed(Rule::Phone);
            }
            let why = format!(
                "They invited you to call on {}, and not before.",
                self.clock.long_day(day)
            );
            return Verdict::refused(Refusal::until(Rule::Phone, self.morning(day), why));
        }
        let with_question = self.question_with_deadline().then(|| self.now());
        let week_three = if self.ahead().next().is_some() {
            None
        } else {
            self.call_in_week_three()
        };
        let from = [with_question, week_three].into_iter().flatten().min();
        let mut refusals: Vec<Refusal> = self.refuses_weekly().into_iter().collect();
        refusals.push(match from {
            Some(from) => Refusal::until(
                Rule::Phone,
                from,
                format!("Emails first; a call is proper from {}, the third week.", self.when(from)),
            ),
            None => Refusal::never(
                Rule::Phone,
                "A call is proper when they invited it, from the third week when emails stay unanswered, or for a real question with a deadline.",
            ),
        });
        Verdict {
            rule: Rule::Phone,
            refusals,
        }
    }

    /// `reply-promptly`.
    fn may_answer(&self, kind: ReplyKind) -> Verdict {
        if self
            .unanswered_replies()
            .iter()
            .any(|unanswered| unanswered.reply.kind == kind)
        {
            return Verdict::allowed(Rule::ReplyPromptly);
        }
        if let (Some(ended), false) = (self.ended(), kind == ReplyKind::Rejection) {
            return Verdict::refused(ended);
        }
        let what = kind.label().to_lowercase();
        let answered = self.replies().any(|(reply, _)| reply.kind == kind);
        let why = if answered {
            format!("Their {what} is answered already, or has been overtaken.")
        } else {
            format!("There is no {what} to answer yet.")
        };
        Verdict::refused(Refusal::never(Rule::ReplyPromptly, why))
    }

    /// `move-on`.
    fn may_say_a_last_word(&self) -> Verdict {
        if let Some(refusal) = self.ended().or_else(|| self.offer_in_the_way()) {
            return Verdict::refused(refusal);
        }
        let due = if self.ahead().next().is_some() {
            None
        } else {
            self.move_on(&self.standing())
        };
        Verdict::refused(match due {
            _ if self.last_word_sent() => {
                Refusal::never(Rule::MoveOn, "The last word was sent already.")
            }
            Some(from) => {
                let why = format!(
                    "The final check-in has until {} to be answered.",
                    self.when(from)
                );
                Refusal::until(Rule::MoveOn, from, why)
            }
            None => Refusal::never(
                Rule::MoveOn,
                "A last word follows a final check-in that stayed unanswered.",
            ),
        })
    }

    /// `other-offer`: used only if true, and once.
    fn may_tell_of_offer(&self) -> Verdict {
        if let Some(ended) = self.ended() {
            return Verdict::refused(ended);
        }
        if self.is_live() && self.offer_to_tell().is_some() {
            return Verdict::allowed(Rule::OtherOffer);
        }
        let recorded = self
            .context
            .elsewhere
            .offers_besides(self.application.id)
            .next()
            .is_some();
        let why = if recorded && self.is_live() {
            "They know of your offer already; once is enough."
        } else {
            "This is for a real offer: record one with its deadline on another application first."
        };
        Verdict::refused(Refusal::never(Rule::OtherOffer, why))
    }

    /// `withdraw`: at any time, while there is something to leave.
    fn may_withdraw(&self) -> Verdict {
        if self.has_offer_to_answer() || self.is_live() {
            return Verdict::allowed(Rule::Withdraw);
        }
        Verdict::refused(self.ended().unwrap_or_else(|| {
            Refusal::never(
                Rule::Withdraw,
                "Nothing was sent to this company yet, so there is nothing to leave.",
            )
        }))
    }

    fn has_offer_to_answer(&self) -> bool {
        self.open_offer().is_some()
            || self
                .unanswered_replies()
                .iter()
                .any(|unanswered| unanswered.reply.kind == ReplyKind::Offer)
    }

    /// `offer`.
    fn may_answer_offer(&self, scenario: Scenario) -> Verdict {
        if !self.has_offer_to_answer() {
            return Verdict::refused(self.ended().unwrap_or_else(|| {
                Refusal::never(Rule::Offer, "There is no open offer to answer.")
            }));
        }
        let since = self.open_offer().map(|offer| offer.since);
        let sent = self.sent().any(|sent| {
            sent.message.scenario == scenario
                && since.is_some_and(|since| sent.point.moment >= since)
        });
        if sent {
            return Verdict::refused(Refusal::never(Rule::Offer, "It was sent already."));
        }
        Verdict::allowed(Rule::Offer)
    }

    /// The due moment of the first check-in of this story's time, whatever was sent since.
    pub fn first_due(&self) -> Option<Moment> {
        self.rung(0, &super::ladder::Standing::default())
            .map(|check_in| check_in.due)
    }
}
