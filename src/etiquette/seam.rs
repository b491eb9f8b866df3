//! A stand-in until the rules arrive.
#![allow(missing_docs, clippy::all)]

use super::*;
use crate::model::*;
use crate::time::{Clock, Moment};
use chrono::NaiveDate;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq)]
pub struct Why;
pub struct Context<'a> {
    pub search: &'a JobSearch,
    pub clock: &'a Clock,
    pub elsewhere: &'a Elsewhere,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Elsewhere;
impl Elsewhere {
    pub fn of(_: &JobSearch, _: &Clock) -> Self {
        Self
    }
}
#[derive(Clone, Debug, Default)]
pub struct PlanOf {
    pub actions: Vec<Action>,
    pub next: Option<Moment>,
}
pub fn plan_of(_: &Application, _: &Context) -> PlanOf {
    PlanOf::default()
}
pub struct OpenOffer {
    pub entry: EntryId,
    pub since: Moment,
    pub deadline: Option<NaiveDate>,
}
pub fn open_offer(_: &Application, _: &Context) -> Option<OpenOffer> {
    None
}
pub fn stage_of(app: &Application, ctx: &Context) -> StageId {
    app.history
        .iter()
        .rev()
        .find_map(|e| match &e.event {
            Event::Stage { to } => Some(to.clone()),
            Event::Closed { .. } => Some(ctx.search.stage_meaning(StageMeaning::Closed)),
            Event::Interview(_) => Some(ctx.search.stage_meaning(StageMeaning::Interviewing)),
            _ => None,
        })
        .or(app.stage.clone())
        .unwrap_or_else(|| ctx.search.stage_meaning(StageMeaning::Applied))
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThankState {
    Sent,
    Owed,
    Late,
    ToCome,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungState {
    Sent,
    Due,
    Late,
    ToCome,
    Struck,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Cadence {
    pub thank_yous: Vec<(String, ThankState)>,
    pub check_ins: [RungState; 3],
}
impl Cadence {
    pub fn sentence(&self) -> String {
        String::new()
    }
}
impl Action {
    pub fn why(&self, _: &Application, _: &Clock) -> String {
        String::new()
    }
}
#[derive(Debug, Default)]
pub struct Plan {
    stages: BTreeMap<ApplicationId, StageId>,
    elsewhere: Elsewhere,
}
impl Plan {
    pub fn new(search: &JobSearch, clock: &Clock) -> Self {
        let mut plan = Self::default();
        for id in search.applications.keys() {
            plan.update(search, *id, clock);
        }
        plan
    }
    pub fn update(&mut self, search: &JobSearch, id: ApplicationId, clock: &Clock) {
        match search.application(id) {
            Some(app) => {
                let ctx = Context {
                    search,
                    clock,
                    elsewhere: &self.elsewhere,
                };
                let stage = stage_of(app, &ctx);
                self.stages.insert(id, stage);
            }
            None => {
                self.stages.remove(&id);
            }
        }
    }
    pub fn advance(&mut self, _: &JobSearch, _: &Clock) -> bool {
        false
    }
    pub fn next_boundary(&self) -> Option<Moment> {
        None
    }
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        [].into_iter()
    }
    pub fn of(&self, _: ApplicationId) -> &[Action] {
        &[]
    }
    pub fn stage(&self, id: ApplicationId) -> Option<&StageId> {
        self.stages.get(&id)
    }
    pub fn cadence(&self, _: ApplicationId) -> Option<&Cadence> {
        None
    }
    pub fn elsewhere(&self) -> &Elsewhere {
        &self.elsewhere
    }
}
