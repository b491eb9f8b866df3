use clap::Args;

use super::session::{Session, application};
use super::words::{actions_json, actions_text};
use crate::etiquette;

/// Every open action, waiting ones too
#[derive(Debug, Args)]
pub(super) struct Plan {
    /// Only those of this application
    #[arg(long, value_name = "ID")]
    application: Option<String>,
}

impl Plan {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let search = session.search()?;
        let clock = &session.clock;
        let plan = etiquette::Plan::new(&search, clock);
        let actions: Vec<_> = match &self.application {
            Some(name) => plan.of(application(&search, name)?.id).iter().collect(),
            None => plan.actions().collect(),
        };
        session.answer(&actions_json(&actions, &search, clock), || {
            actions_text(
                &actions,
                &search,
                clock,
                "Nothing to do, and nothing ahead.",
            )
        })
    }
}
