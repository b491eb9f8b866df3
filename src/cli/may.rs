use clap::Args;
use serde::Serialize;

use super::output::clean;
use super::session::{Session, application, occasion};
use super::words::moment;
use crate::etiquette::{Context, Elsewhere, Permission, may};
use crate::model::Scenario;
use crate::time::{Clock, rfc3339};

/// Whether a message may be sent now, and if not, from when and why
#[derive(Debug, Args)]
pub(super) struct May {
    /// The occasion, such as thank-you or check-in-first
    scenario: Scenario,
    /// The application
    #[arg(long, value_name = "ID")]
    application: String,
    /// Whom it is for [default: allowed if it is for any of them]
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
}

#[derive(Debug, Serialize)]
struct Json<'a> {
    allowed: bool,
    rule: &'static str,
    from: Option<String>,
    why: &'a str,
}

impl May {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let search = session.search()?;
        let application = application(&search, &self.application)?;
        let clock = &session.clock;
        let context = Context {
            search: &search,
            clock,
            elsewhere: &Elsewhere::of(&search, clock),
        };
        let scenario = occasion(&search, self.scenario)?;
        let permission = may(application, &context, scenario, self.to.as_deref());
        let json = Json {
            allowed: permission.allowed,
            rule: permission.rule.name(),
            from: permission.from.map(rfc3339),
            why: &permission.why,
        };
        session.answer(&json, || text(&permission, clock))
    }
}

fn text(permission: &Permission, clock: &Clock) -> String {
    let answer = match (permission.allowed, permission.from) {
        (true, _) => "Yes.".to_owned(),
        (false, Some(from)) => format!("Not before {}.", moment(from, clock)),
        (false, None) => "No.".to_owned(),
    };
    format!(
        "{answer} {} (rule “{}”)\n",
        clean(&permission.why),
        permission.rule
    )
}
