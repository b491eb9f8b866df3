//! Starting the agent when the user logs in.

use std::path::Path;
use std::process::{Command as Process, Stdio};

use super::{Desktop, News, failure};
use crate::reminders::login;

impl Desktop {
    /// Has the agent started at login from now on, or no more; from now on it runs, too.
    pub(super) fn start_at_login(&mut self, on: bool) {
        let Some(file) = self.saver.as_ref().map(|saver| saver.file().to_owned()) else {
            return;
        };
        let done = if on {
            login::switch_on(&file).and_then(|()| start_agent(&file))
        } else {
            login::switch_off()
        };
        self.reminding.login_changed();
        if let Err(error) = done {
            tracing::warn!("the start at login was not changed: {error}");
            let why = failure(&format!("The start at login was not changed: {error}"));
            let _ = self.sender.send(News::Command(Box::new(why)));
        }
        self.ctx.request_repaint();
    }
}

/// Starts an agent beside the window; it waits until the window is closed.
fn start_agent(file: &Path) -> std::io::Result<()> {
    let mut agent = Process::new(login::program()?)
        .args(["agent", "--at-login", "--file"])
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Whoever ends is waited for, else it stays in the system's list.
    std::thread::Builder::new()
        .name("agent".to_owned())
        .stack_size(64 * 1024)
        .spawn(move || agent.wait())?;
    Ok(())
}
