//! The reasons behind actions, put into one sentence with real dates and names.

use chrono::{NaiveDate, TimeDelta};

use super::{Action, Rule, Status, Task};
use crate::model::{Application, ReplyKind, Scenario};
use crate::time::{Clock, Moment};

/// Why an action is there, as data. The words are made when they are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// An interview that started then; its thank-you is in time until `late`.
    ThankYou {
        /// The interview's start.
        start: Moment,
        /// The end of the 24 hours.
        late: Moment,
    },
    /// An interview that started then asks to be noted down.
    Debrief {
        /// The interview's start.
        start: Moment,
    },
    /// They promised to decide by that day.
    Promise {
        /// The promised day.
        day: NaiveDate,
    },
    /// They have said nothing since that day.
    Silence {
        /// The day of their last word.
        since: NaiveDate,
    },
    /// The application was sent that day, and nobody has said a word.
    Applied {
        /// The day it was sent.
        on: NaiveDate,
    },
    /// An initiated message of that day is unanswered.
    Weekly {
        /// The day it was sent.
        last: NaiveDate,
    },
    /// The check-in before was sent that day and is unanswered.
    Ladder {
        /// The day it was sent, or was due.
        previous: NaiveDate,
    },
    /// The user chose the moment; by rule it would be another.
    Pinned {
        /// The moment by rule.
        by_rule: Moment,
        /// That rule.
        rule: Rule,
    },
    /// The last check-in of all was sent that day.
    MoveOn {
        /// The day it was sent.
        last: NaiveDate,
    },
    /// They invited a call on that day.
    Call {
        /// That day.
        day: NaiveDate,
    },
    /// They wrote, and wait for an answer.
    Reply {
        /// What they wrote.
        kind: ReplyKind,
        /// The day they wrote.
        on: NaiveDate,
        /// The day they named.
        day: Option<NaiveDate>,
    },
    /// Their offer is to be decided on by that day.
    Decide {
        /// That day.
        deadline: NaiveDate,
    },
    /// Another company's offer may be told.
    OfferElsewhere {
        /// The other company.
        company: String,
        /// The offer's deadline.
        deadline: NaiveDate,
    },
    /// Another company's offer was accepted.
    AcceptedElsewhere {
        /// The other company.
        company: String,
        /// The day it was accepted.
        on: NaiveDate,
    },
}

/// “Monday 23 November”, or “today”, “yesterday”, “tomorrow”.
fn day(day: NaiveDate, clock: &Clock) -> String {
    match (day - clock.today()).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => format!("on {}", clock.long_day(day)),
    }
}

fn time(moment: Moment, clock: &Clock) -> String {
    clock.hour(clock.zone.local(moment).time())
}

fn day_and_time(moment: Moment, clock: &Clock) -> String {
    format!(
        "{} at {}",
        day(clock.zone.date(moment), clock),
        time(moment, clock)
    )
}

impl Action {
    /// Why it is to be done then, in one sentence with real dates and names.
    pub fn why(&self, application: &Application, clock: &Clock) -> String {
        let company = &application.company;
        match &self.why {
            Why::ThankYou { start, late } => self.why_thank(*start, *late, clock),
            Why::Debrief { start } => self.why_debrief(*start, application, clock),
            Why::Promise { day: promised } => {
                format!(
                    "They said {}, so {} is the first good moment.",
                    clock.long_day(*promised),
                    self.due_in_words(clock)
                )
            }
            Why::Silence { since } if self.status == Status::Late => {
                format!(
                    "{company} has been silent since {}, and no day was promised; more than a week is overdue.",
                    clock.long_day(*since)
                )
            }
            Why::Silence { since } => {
                format!(
                    "Their last word was on {} and no day is promised, so {} is the first good moment.",
                    clock.long_day(*since),
                    self.due_in_words(clock)
                )
            }
            Why::Applied { on } => {
                format!(
                    "You applied on {} and nobody has answered yet; one check-in is welcome from {}.",
                    clock.long_day(*on),
                    self.due_in_words(clock)
                )
            }
            Why::Weekly { last } => {
                format!(
                    "Your message of {} is unanswered, and one a week is the most; the next is free from {}.",
                    clock.long_day(*last),
                    self.due_in_words(clock)
                )
            }
            Why::Ladder { previous } => self.why_ladder(*previous, clock),
            Why::Pinned { by_rule, rule } => self.why_pinned(*by_rule, *rule, clock),
            Why::MoveOn { last } => {
                let what = if self.task == Task::Close {
                    "it probably went to somebody else, and the application may be closed"
                } else {
                    "a last gracious word keeps the door open, if you like"
                };
                format!(
                    "Your last check-in of {} is still unanswered; {what}.",
                    clock.long_day(*last)
                )
            }
            Why::Call { day } => format!("They invited you to call on {}.", clock.long_day(*day)),
            Why::Reply { kind, on, day } => why_reply(*kind, *on, *day, clock),
            Why::Decide { deadline } => {
                format!(
                    "Their offer waits for your answer until {}.",
                    clock.long_day(*deadline)
                )
            }
            Why::OfferElsewhere {
                company: other,
                deadline,
            } => {
                format!(
                    "{other} waits for your answer until {}; you may tell {company} once, politely.",
                    clock.long_day(*deadline)
                )
            }
            Why::AcceptedElsewhere { company: other, on } => {
                format!(
                    "You accepted {other} on {}, so {company} should hear that you are leaving the process.",
                    clock.long_day(*on)
                )
            }
        }
    }

    fn why_debrief(&self, start: Moment, application: &Application, clock: &Clock) -> String {
        let company = &application.company;
        let when = day_and_time(start, clock);
        if self.status == Status::Waiting {
            return format!(
                "You have an interview at {company} {when}; what is said there fades fastest, so note it right after."
            );
        }
        let entry = self.interview.and_then(|id| application.entry(id));
        let with = entry
            .and_then(|entry| entry.interview())
            .map(|(_, _, interview)| interview.with.as_slice())
            .unwrap_or_default();
        match with {
            [] => format!(
                "You had an interview at {company} {when}; note what was said while it is fresh."
            ),
            [one] => format!(
                "You talked with {one} at {company} {when}; note what they said while it is fresh."
            ),
            [rest @ .., last] => format!(
                "You talked with {} and {last} at {company} {when}; note what each of them said while it is fresh.",
                rest.join(", ")
            ),
        }
    }

    fn why_thank(&self, start: Moment, late: Moment, clock: &Clock) -> String {
        let person = self.person.as_deref().unwrap_or("them");
        let met = day_and_time(start, clock);
        let best = self.best_sent(late, clock);
        match self.status {
            Status::Late => {
                format!(
                    "You met {person} {met}; a thank-you is for the first 24 hours. Late, and still worth sending."
                )
            }
            Status::Waiting if start > clock.now => {
                format!("You meet {person} {met}; the thank-you is best sent {best}.")
            }
            _ => format!(
                "You met {person} {met}; a thank-you is best sent {best}, by {} {} at the latest.",
                time(late, clock),
                day(clock.zone.date(late), clock)
            ),
        }
    }

    /// “the same evening”, or from when, where the interview ends too late for that.
    fn best_sent(&self, late: Moment, clock: &Clock) -> String {
        let ended = clock.zone.date(late - TimeDelta::hours(24));
        let due = clock.zone.date(self.due);
        if due > ended {
            format!("from {} {}", time(self.due, clock), day(due, clock))
        } else {
            "the same evening".to_owned()
        }
    }

    fn why_ladder(&self, previous: NaiveDate, clock: &Clock) -> String {
        let previous = clock.long_day(previous);
        let due = self.due_in_words(clock);
        match self.task {
            Task::Write(Scenario::CheckInSecond) => {
                format!(
                    "Your first check-in of {previous} is unanswered, so the second is welcome from {due}."
                )
            }
            Task::Write(Scenario::LinkedInFinal) => {
                format!(
                    "Your second check-in of {previous} is unanswered; from {due} the final one is an email and this message."
                )
            }
            _ => format!(
                "Your second check-in of {previous} is unanswered, so the final one is welcome from {due}."
            ),
        }
    }

    fn why_pinned(&self, by_rule: Moment, rule: Rule, clock: &Clock) -> String {
        let chosen = format!(
            "You chose {} at {}",
            clock.long_day(clock.zone.date(self.due)),
            time(self.due, clock)
        );
        let usual = format!(
            "{} at {}",
            clock.long_day(clock.zone.date(by_rule)),
            time(by_rule, clock)
        );
        if self.due < by_rule {
            format!("{chosen}; that is earlier than {usual}, which the rule “{rule}” recommends.")
        } else {
            format!("{chosen} instead of {usual}.")
        }
    }

    fn due_in_words(&self, clock: &Clock) -> String {
        let due = clock.zone.date(self.due);
        format!("{} at {}", clock.long_day(due), time(self.due, clock))
    }
}

fn why_reply(kind: ReplyKind, on: NaiveDate, named: Option<NaiveDate>, clock: &Clock) -> String {
    let on = day(on, clock);
    match (kind, named) {
        (ReplyKind::Update, Some(named)) => {
            format!(
                "They wrote {on} and named {}; a line of thanks within a day is right.",
                clock.long_day(named)
            )
        }
        (ReplyKind::Rejection, _) => {
            format!("They said no {on}; a kind answer within a day keeps the door open.")
        }
        (ReplyKind::Offer, Some(deadline)) => {
            format!(
                "Their offer came {on}, with an answer due by {}; thank them within a day, and accept or ask for time.",
                clock.long_day(deadline)
            )
        }
        (ReplyKind::Offer, None) => {
            format!("Their offer came {on}; thank them within a day, and accept or ask for time.")
        }
        _ => format!("They wrote {on}; an answer within a day is right."),
    }
}
