//! What the notification services of Windows and macOS have in common: nothing beside showing.

use notify_rust::{Notification as Request, NotificationHandle};

use super::{Notification, Take};
use crate::reminders::ledger::Shown;

/// The notification service of this system.
#[derive(Clone, Copy, Default)]
pub(super) struct Service;

impl Service {
    pub(super) fn name() -> Result<Option<String>, String> {
        Ok(None)
    }

    /// They tell no number of theirs.
    pub(super) fn number_of(_handle: &NotificationHandle, notification: &Notification) -> u32 {
        notification.number
    }

    pub(super) fn prepare(
        &self,
        request: &mut Request,
        notification: &Notification,
    ) -> Result<u32, String> {
        #[cfg(windows)]
        {
            request.app_id(crate::reminders::login::APP_ID);
            for button in &notification.buttons {
                let (name, words) = button.action();
                request.action(name, words);
            }
        }
        request.id(notification.number);
        Ok(0)
    }

    /// `notify-rust` takes none back here.
    pub(super) fn withdraw(&self, _shown: Shown) {}

    /// That would need their own interfaces.
    pub(super) fn count(&self, _pressing: usize) {}

    /// What is answered is heard of each notification alone.
    pub(super) fn listen(&self, _take: Take) {}
}
