//! `other-offer`, `withdraw`: what an offer or an acceptance on one application means to the others.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::story::Story;
use super::{Action, Context, Rule, Task, Why};
use crate::model::{
    Application, ApplicationId, Event, JobSearch, Message, Outcome, ReplyKind, Scenario,
    StageMeaning,
};
use crate::time::{Clock, Moment};

/// An open offer with a deadline, as the other applications see it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferElsewhere {
    /// Whose offer it is.
    pub application: ApplicationId,
    /// The company that made it.
    pub company: String,
    /// When it came.
    pub since: Moment,
    /// The last day to answer it.
    pub deadline: NaiveDate,
    /// The moment that day is over.
    pub until: Moment,
}

/// An accepted offer, as the other applications see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptance {
    /// Whose offer it was.
    pub application: ApplicationId,
    /// The company.
    pub company: String,
    /// When it was accepted.
    pub since: Moment,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Contribution {
    offer: Option<OfferElsewhere>,
    accepted: Option<Acceptance>,
}

/// The offers and acceptances of the whole search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Elsewhere {
    of: BTreeMap<ApplicationId, Contribution>,
}

impl Elsewhere {
    /// Reads all applications.
    pub fn of(search: &JobSearch, clock: &Clock) -> Self {
        let mut elsewhere = Self::default();
        for application in search.applications.values() {
            elsewhere.update(search, application, clock);
        }
        elsewhere
    }

    /// Reads one application again; true if that changes anything for the others.
    pub(super) fn update(
        &mut self,
        search: &JobSearch,
        application: &Application,
        clock: &Clock,
    ) -> bool {
        let new = contribution(search, application, clock);
        if new == Contribution::default() {
            return self.of.remove(&application.id).is_some();
        }
        let changed = self.of.get(&application.id) != Some(&new);
        self.of.insert(application.id, new);
        changed
    }

    /// Forgets an application; true if that changes anything for the others.
    pub(super) fn remove(&mut self, id: ApplicationId) -> bool {
        self.of.remove(&id).is_some()
    }

    /// Offers of other applications whose deadline lies ahead, the nearest first.
    pub fn offers_besides(&self, id: ApplicationId) -> impl Iterator<Item = &OfferElsewhere> {
        let mut offers: Vec<_> = self
            .of
            .iter()
            .filter(|(other, _)| **other != id)
            .filter_map(|(_, contribution)| contribution.offer.as_ref())
            .collect();
        offers.sort_by_key(|offer| (offer.deadline, offer.since));
        offers.into_iter()
    }

    /// The offer of another application that was accepted first.
    pub fn accepted_besides(&self, id: ApplicationId) -> Option<&Acceptance> {
        self.of
            .iter()
            .filter(|(other, _)| **other != id)
            .filter_map(|(_, contribution)| contribution.accepted.as_ref())
            .min_by_key(|acceptance| acceptance.since)
    }

    /// When the next deadline is over.
    pub(super) fn next(&self, now: Moment) -> Option<Moment> {
        self.of
            .values()
            .filter_map(|contribution| contribution.offer.as_ref())
            .map(|offer| offer.until)
            .filter(|until| *until > now)
            .min()
    }
}

fn contribution(search: &JobSearch, application: &Application, clock: &Clock) -> Contribution {
    let matters = application.history.iter().any(|entry| match &entry.event {
        Event::Reply(reply) => reply.kind == ReplyKind::Offer,
        Event::Sent(message) => message.scenario == Scenario::Accept,
        Event::Closed { outcome } => *outcome == Outcome::Accepted,
        _ => false,
    });
    if !matters {
        return Contribution::default();
    }
    let nobody = Elsewhere::default();
    let context = Context {
        search,
        clock,
        elsewhere: &nobody,
    };
    let story = Story::new(application, &context);
    let offer = story.open_offer().and_then(|offer| {
        let deadline = offer.deadline?;
        let until = story.end_of(deadline);
        (until > clock.now).then(|| OfferElsewhere {
            application: application.id,
            company: application.company.clone(),
            since: offer.since,
            deadline,
            until,
        })
    });
    let accepted = story.acceptance().map(|since| Acceptance {
        application: application.id,
        company: application.company.clone(),
        since,
    });
    Contribution { offer, accepted }
}

impl Story<'_> {
    /// When the user took this job, unless it was taken up again since.
    fn acceptance(&self) -> Option<Moment> {
        self.over?;
        self.happened
            .iter()
            .filter(|h| self.taken_up.is_none_or(|order| h.point.order > order))
            .filter(|h| {
                matches!(
                    h.entry.event,
                    Event::Sent(Message {
                        scenario: Scenario::Accept,
                        ..
                    }) | Event::Closed {
                        outcome: Outcome::Accepted
                    }
                )
            })
            .map(|h| h.point.moment)
            .min()
    }

    /// The acceptance elsewhere that ends the search this application belongs to. One sent after
    /// it begins a new search in the same file.
    pub fn accepted_elsewhere(&self) -> Option<&Acceptance> {
        let accepted = self
            .context
            .elsewhere
            .accepted_besides(self.application.id)?;
        let is_later = self
            .applied()
            .is_some_and(|applied| applied.moment > accepted.since);
        (!is_later).then_some(accepted)
    }

    /// Whether there is a process to tell anything to: it lives, and was applied for.
    pub fn is_live(&self) -> bool {
        self.over.is_none()
            && (self.has_word() || self.ahead().next().is_some() || self.applied().is_some())
            && self.meaning(&super::stage::stage(self)) != StageMeaning::Wishlist
    }

    /// The offer elsewhere that may be told here: the nearest deadline, while neither of the two
    /// scenarios was sent since it came.
    pub fn offer_to_tell(&self) -> Option<&OfferElsewhere> {
        let elsewhere = self.context.elsewhere;
        let told = |offer: &OfferElsewhere| {
            self.sent().any(|sent| {
                matches!(
                    sent.message.scenario,
                    Scenario::OtherOfferMention | Scenario::OtherOfferExpedite
                ) && sent.point.moment >= offer.since
            })
        };
        elsewhere
            .offers_besides(self.application.id)
            .find(|offer| !told(offer))
    }

    pub fn elsewhere_actions(&self, actions: &mut Vec<Action>) {
        if !self.is_live() {
            return;
        }
        if let Some(accepted) = self.accepted_elsewhere() {
            let why = Why::AcceptedElsewhere {
                company: accepted.company.clone(),
                on: self.zone().date(accepted.since),
            };
            let due = self.zone().show(accepted.since);
            actions.push(self.action(Task::Write(Scenario::Withdraw), Rule::Withdraw, due, why));
        } else if let Some(offer) = self.offer_to_tell() {
            let why = Why::OfferElsewhere {
                company: offer.company.clone(),
                deadline: offer.deadline,
            };
            let due = self.zone().show(offer.since);
            actions.push(Action {
                optional: true,
                ..self.action(
                    Task::Write(Scenario::OtherOfferMention),
                    Rule::OtherOffer,
                    due,
                    why,
                )
            });
        }
    }
}
