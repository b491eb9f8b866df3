use clap::Args;

use super::session::Session;
use super::words::{actions_json, actions_text};
use crate::etiquette::{Action, Plan, Status};

/// What is due or late now, most urgent first
#[derive(Debug, Args)]
pub(super) struct Due {}

impl Due {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let search = session.search()?;
        let clock = &session.clock;
        let plan = Plan::new(&search, clock);
        let actions = due(&plan);
        session.answer(&actions_json(&actions, &search, clock), || {
            actions_text(&actions, &search, clock, "Nothing is due.")
        })
    }
}

/// The actions to be done now.
pub(super) fn due(plan: &Plan) -> Vec<&Action> {
    plan.actions()
        .filter(|action| action.status != Status::Waiting)
        .collect()
}
