//! The notification services of Windows and macOS, through `notify-rust`. They tell nothing of
//! clicks; see `docs/REMINDERS.md`.

use super::{Desktop, NAME, Notification};
use crate::reminders::ledger::Shown;

/// The notification service of this system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDesktop;

impl SystemDesktop {
    /// What the service is called; nothing, as these systems have no way to ask.
    ///
    /// # Errors
    /// None here.
    pub fn service() -> Result<Option<String>, String> {
        Ok(None)
    }
}

impl Desktop for SystemDesktop {
    fn show(&self, notification: &Notification) -> Result<Shown, String> {
        let mut shown = notify_rust::Notification::new();
        shown
            .appname(NAME)
            .summary(&notification.title)
            .body(&notification.body);
        #[cfg(windows)]
        shown.app_id(crate::reminders::login::APP_ID);
        shown.show().map_err(|error| {
            tracing::warn!("a notification was not shown: {error}");
            "the system refused it".to_owned()
        })?;
        Ok(Shown {
            id: notification.number,
            by: 0,
        })
    }
}
