//! When: the rules of following up, as pure functions of an application, the user's policy and
//! the clock.
//!
//! [`plan_of`] says what an application asks for, [`may`] whether a message is proper now; both
//! read the history through one [`story`](self::story) of what has happened and what it means.
//! Each family of rules has a file of its own, by the name of its rule:
//!
//! | file | rules |
//! |---|---|
//! | `thank_you` | `thank-you` |
//! | `debrief` | `debrief` |
//! | `silence` | `promise`, `one-week`, `update`, `applied`, `new-round` |
//! | `ladder` | `ladder`, `weekly`, `final`, and the user's own moment |
//! | `move_on` | `move-on` |
//! | `phone` | `phone` |
//! | `answer` | `reply-promptly`, and answering an `offer` |
//! | `offer` | `offer`: open offers and their deadline |
//! | `elsewhere` | `other-offer`, `withdraw` |
//! | `courtesy` | `courtesy`: interviews ahead, referrals, what was promised |
//! | `may` | `linkedin`, `ended`, and what every rule says of a message now |
//!
//! Invariant: nothing here reads a clock, a file or the environment, and nothing can fail.

mod action;
mod addressee;
mod answer;
mod cadence;
mod courtesy;
mod debrief;
mod elsewhere;
pub mod handbook;
mod ladder;
mod may;
mod move_on;
mod offer;
mod phone;
mod plan;
mod silence;
mod stage;
mod story;
mod thank_you;
mod why;

pub use action::{Action, Rule, Status, Task};
pub use addressee::addressees;
pub use cadence::{Cadence, RungState, ThankState};
pub use elsewhere::{Acceptance, Elsewhere, OfferElsewhere};
pub use may::{Permission, may};
pub use offer::OpenOffer;
pub use plan::{Plan, PlanOf, plan_of};
pub use why::Why;

use chrono::NaiveDate;

use crate::model::{Application, Entry, JobSearch, Scenario, StageId};
use crate::time::Clock;
use story::Story;

/// What the rules need to know besides the application.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The search, for its policy and stages.
    pub search: &'a JobSearch,
    /// The present moment and the user's zone.
    pub clock: &'a Clock,
    /// What the other applications mean to this one.
    pub elsewhere: &'a Elsewhere,
}

/// The stage that the application's card stands in: where what happened, or the user, put it.
pub fn stage_of(application: &Application, context: &Context<'_>) -> StageId {
    stage::stage(&Story::new(application, context))
}

/// The offer that waits for the user's decision.
pub fn open_offer(application: &Application, context: &Context<'_>) -> Option<OpenOffer> {
    Story::new(application, context).open_offer()
}

/// The day by which they said they would decide or get back, while that holds.
pub fn promise_in_force(application: &Application, context: &Context<'_>) -> Option<NaiveDate> {
    Story::new(application, context)
        .promise()
        .map(|promise| promise.day)
}

/// The last interview that was held.
pub fn last_interview<'a>(
    application: &'a Application,
    context: &Context<'_>,
) -> Option<&'a Entry> {
    let held = Story::new(application, context)
        .last_held()
        .map(|meeting| meeting.entry.id)?;
    application.entry(held)
}

/// The interview that a message of this scenario arranges: for `missed-call` the call that was to
/// begin today, else the next one ahead, with `person` if there is one with them.
pub fn arranged_interview<'a>(
    application: &'a Application,
    context: &Context<'_>,
    scenario: Scenario,
    person: Option<&str>,
) -> Option<&'a Entry> {
    let story = Story::new(application, context);
    let id = story.arranged(scenario, person)?.entry.id;
    application.entry(id)
}

/// The last interview that was held with that person.
pub fn interview_with<'a>(
    application: &'a Application,
    context: &Context<'_>,
    person: &str,
) -> Option<&'a Entry> {
    let story = Story::new(application, context);
    let held = story
        .held()
        .rfind(|meeting| meeting.is_with(person))?
        .entry
        .id;
    application.entry(held)
}
