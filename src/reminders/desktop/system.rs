//! The system's notification service, through `notify-rust`.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
#[cfg(not(target_os = "macos"))]
use std::time::Duration;

use notify_rust::{Notification as Request, NotificationHandle};

use super::{Answer, Desktop, NAME, Notification, Service, Take};
use crate::reminders::ledger::Shown;

/// The notification service of this system.
#[derive(Clone, Default)]
pub struct SystemDesktop {
    service: Service,
    take: Arc<Mutex<Option<Take>>>,
}

impl SystemDesktop {
    /// What the service is called, with its version, where that can be asked.
    ///
    /// # Errors
    /// None answers, and why, as part of a sentence.
    pub fn service() -> Result<Option<String>, String> {
        Service::name()
    }
}

impl Desktop for SystemDesktop {
    fn show(&self, notification: &Notification) -> Result<Shown, String> {
        let mut request = Request::new();
        request
            .appname(NAME)
            .summary(&notification.title)
            .body(&notification.body);
        let by = self.service.prepare(&mut request, notification)?;
        let handle = request.show().map_err(|error| plainly(&error))?;
        let id = Service::number_of(&handle, notification);
        let shown = Shown { id, by };
        let take = self.take.lock().unwrap_or_else(PoisonError::into_inner);
        wait(handle, shown, take.clone());
        Ok(shown)
    }

    fn withdraw(&self, shown: Shown) {
        self.service.withdraw(shown);
    }

    fn count(&self, pressing: usize) {
        self.service.count(pressing);
    }

    fn listen(&self, take: Take) {
        let mut known = self.take.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some(Arc::clone(&take));
        drop(known);
        self.service.listen(take);
    }
}

/// Waits on a thread of its own for what the user answers. Meanwhile the notification keeps its
/// sender: some services take back what was shown by somebody who is gone.
#[cfg(not(target_os = "macos"))]
fn wait(handle: NotificationHandle, shown: Shown, take: Option<Take>) {
    let Some(take) = take else {
        return;
    };
    let waiting = thread::Builder::new()
        .name("answer".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            let answered =
                handle.wait_for_response(|response: &notify_rust::NotificationResponse| {
                    if let Some(answer) = Answer::of(response, shown) {
                        // Whoever hears all of the service knows more, and comes first.
                        thread::sleep(AFTER_THE_SERVICE);
                        take(answer);
                    }
                });
            if let Err(error) = answered {
                tracing::warn!("nobody hears what is answered: {error}");
            }
        });
    if let Err(error) = waiting {
        tracing::warn!("nobody hears what is answered: {error}");
    }
}

/// Here a click is told only to a program's main loop, which the agent does not have.
#[cfg(target_os = "macos")]
fn wait(handle: NotificationHandle, _shown: Shown, _take: Option<Take>) {
    drop(handle);
}

/// Such a thread does nothing but wait.
#[cfg(not(target_os = "macos"))]
const STACK: usize = 256 * 1024;

/// Shorter than anybody notices.
#[cfg(not(target_os = "macos"))]
const AFTER_THE_SERVICE: Duration = Duration::from_millis(50);

#[cfg(not(target_os = "macos"))]
impl Answer {
    fn of(response: &notify_rust::NotificationResponse, shown: Shown) -> Option<Self> {
        use notify_rust::NotificationResponse;
        match response {
            NotificationResponse::Default => Self::named("default", shown, None),
            NotificationResponse::Action(action) => Self::named(action, shown, None),
            NotificationResponse::Closed(_) => Some(Self::Closed(shown)),
            NotificationResponse::Reply(_) => None,
        }
    }
}

/// What went wrong, for people; the log has it in the system's words.
pub(super) fn plainly(error: &dyn std::error::Error) -> String {
    let technical = error.to_string();
    tracing::warn!("the notification service: {technical}");
    in_plain_words(&technical).to_owned()
}

fn in_plain_words(technical: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| technical.contains(word));
    if says(&["ServiceUnknown", "was not provided", "NameHasNoOwner"]) {
        "no notification service runs on this desktop"
    } else if says(&["NoReply", "imeout", "imed out"]) {
        "the notification service does not answer"
    } else if says(&[
        "No such file",
        "DBUS_SESSION_BUS_ADDRESS",
        "onnection refused",
        "ermission denied",
        "I/O error",
        "uthentication",
        "andshake",
        "ddress",
    ]) {
        "there is no message bus to reach a notification service by"
    } else {
        "the notification service refused it"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_wrong_is_said_in_plain_words() {
        for (technical, plain) in [
            (
                "org.freedesktop.DBus.Error.ServiceUnknown: The name was not provided by any .service files",
                "no notification service runs on this desktop",
            ),
            (
                "org.freedesktop.DBus.Error.NoReply: too late",
                "the notification service does not answer",
            ),
            (
                "I/O error: No such file or directory",
                "there is no message bus to reach a notification service by",
            ),
            ("something new", "the notification service refused it"),
        ] {
            assert_eq!(in_plain_words(technical), plain);
        }
    }
}
