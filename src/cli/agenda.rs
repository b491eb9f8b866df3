use anyhow::bail;

use super::due::due;
use super::session::Session;
use super::words::{actions_json, actions_text};
use super::{Window, output};
use crate::etiquette::Plan;

/// Opens the window; where that cannot be, prints the agenda instead and fails.
pub(super) fn open(
    session: &Session,
    window: impl FnOnce(Window) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    if !has_display() {
        print(session)?;
        bail!("there is no display to open a window on, so the agenda is printed as text");
    }
    let opened = window(Window {
        file: session.file.clone(),
        now: session.now,
        demo: session.is_demo(),
        follow: session.follow,
    });
    if let Err(error) = opened {
        print(session)?;
        bail!("{error:#}, so the agenda is printed as text");
    }
    Ok(())
}

/// What is due now, and what comes next.
fn print(session: &Session) -> anyhow::Result<()> {
    let search = session.search()?;
    let clock = &session.clock;
    let plan = Plan::new(&search, clock);
    let due = due(&plan);
    if session.json {
        return output::print_json(&actions_json(&due, &search, clock));
    }
    output::print(&actions_text(&due, &search, clock, "Nothing is due."))
}

/// Whether there is a display server to ask for a window.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
            .into_iter()
            .any(is_set)
}
