use anyhow::bail;
use clap::Args;

use super::session::Session;

/// Raises what falls due while no window is open
#[derive(Debug, Args)]
pub(super) struct Agent {
    /// Raise what is due now, then exit
    #[arg(long)]
    once: bool,
}

impl Agent {
    pub(super) fn run(&self, _session: &Session) -> anyhow::Result<()> {
        bail!("the reminder agent is not there yet")
    }
}
