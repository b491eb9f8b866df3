//! What freedesktop.org's notification services can beside showing.
//!
//! One lasting connection tells one run of the service from another, hears what users answer also
//! to notifications that an agent before this one showed, and takes them back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use notify_rust::{Hint, Notification as Request, NotificationHandle};
use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message::Type;
use zbus::zvariant::Value;
use zbus::{MatchRule, Message};

use super::system::plainly;
use super::{Answer, Notification, Take, Urgency};
use crate::reminders::ledger::{Shown, number};

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// Docks hear of a count by this; it comes from Unity, and others took it over.
const DOCK: &str = "com.canonical.Unity.LauncherEntry";
const DOCK_PATH: &str = "/com/canonical/unity/launcherentry/afterword";
const LAUNCHER: &str = "application://afterword.desktop";

/// What the icon and the desktop entry are called.
const ENTRY: &str = "afterword";

/// Categories of one's own begin with `x-`, says the specification.
const CATEGORY: &str = "x-afterword.reminder";

/// How long the service may take for one answer; whoever asks must not wait for ever.
const PATIENCE: Duration = Duration::from_secs(60);

/// The notification service of the desktop.
#[derive(Clone, Default)]
pub(super) struct Service {
    link: Arc<Mutex<Link>>,
    /// Held while somebody connects, so that there is one connection.
    connecting: Arc<Mutex<()>>,
}

#[derive(Default)]
struct Link {
    connection: Option<Connection>,
    take: Option<Take>,
}

impl Service {
    pub(super) fn name() -> Result<Option<String>, String> {
        let server = notify_rust::get_server_information().map_err(|error| plainly(&error))?;
        Ok(Some(format!("{} {}", server.name, server.version)))
    }

    pub(super) fn number_of(handle: &NotificationHandle, _notification: &Notification) -> u32 {
        handle.id()
    }

    /// Completes a request as this service understands it; returns the number of its run.
    pub(super) fn prepare(
        &self,
        request: &mut Request,
        notification: &Notification,
    ) -> Result<u32, String> {
        self.try_to_prepare(request, notification)
            .map_err(|error| plainly(&error))
    }

    fn try_to_prepare(
        &self,
        request: &mut Request,
        notification: &Notification,
    ) -> zbus::Result<u32> {
        let connection = self.connection()?;
        let answer = call(&connection, "GetCapabilities", &())?;
        let capabilities: Vec<String> = answer.body().deserialize()?;
        let can = |what: &str| capabilities.iter().any(|capability| capability == what);
        if can("body-markup") {
            request.body(&escape(&notification.body));
        }
        if can("actions") {
            for (name, words) in actions(notification) {
                request.action(name, words);
            }
        }
        add_hints(request, notification);
        let by = run_of(&connection)?;
        let before = notification.replaces.filter(|shown| shown.by == by);
        request.id(before.map_or(notification.number, |shown| shown.id));
        Ok(by)
    }

    pub(super) fn withdraw(&self, shown: Shown) {
        let Ok(connection) = self.connection() else {
            return;
        };
        if run_of(&connection).is_ok_and(|by| by == shown.by) {
            // One that the user closed is not there any more; that is an error, and fine.
            let _ = call(&connection, "CloseNotification", &shown.id);
        }
    }

    pub(super) fn count(&self, pressing: usize) {
        let told = self.connection().and_then(|connection| {
            let said: HashMap<&str, Value<'_>> = HashMap::from([
                (
                    "count",
                    Value::from(i64::try_from(pressing).unwrap_or(i64::MAX)),
                ),
                ("count-visible", Value::from(pressing > 0)),
            ]);
            let what = (LAUNCHER, said);
            connection.emit_signal(None::<&str>, DOCK_PATH, DOCK, "Update", &what)
        });
        if let Err(error) = told {
            tracing::debug!("the dock is not told: {error}");
        }
    }

    pub(super) fn listen(&self, take: Take) {
        self.link().take = Some(take);
        let service = self.clone();
        // On a thread of its own, because a bus may hang. One that is not there yet is connected
        // to with the first notification.
        let _ = thread::Builder::new()
            .name("notifications".to_owned())
            .spawn(move || service.connection().map(drop));
    }

    fn link(&self) -> MutexGuard<'_, Link> {
        self.link.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection, made anew where the bus has gone.
    fn connection(&self) -> zbus::Result<Connection> {
        // Not the link itself: a bus that hangs would keep those waiting who only want to listen.
        let _one = self.connecting.lock();
        let known = self.link().connection.clone();
        if let Some(connection) = known.filter(|known| !known.is_closed()) {
            return Ok(connection);
        }
        let connection = connection::Builder::session()?
            .method_timeout(PATIENCE)
            .build()?;
        let take = self.link().take.clone();
        if let Some(take) = take {
            hear(connection.clone(), take)?;
        }
        self.link().connection = Some(connection.clone());
        Ok(connection)
    }
}

fn call<B>(connection: &Connection, method: &str, body: &B) -> zbus::Result<Message>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
{
    connection.call_method(Some(SERVICE), PATH, Some(SERVICE), method, body)
}

/// A number for the run of the service that has the name now, on this bus.
fn run_of(connection: &Connection) -> zbus::Result<u32> {
    let bus = "org.freedesktop.DBus";
    let path = "/org/freedesktop/DBus";
    let answer = connection.call_method(Some(bus), path, Some(bus), "GetNameOwner", &SERVICE)?;
    let body = answer.body();
    let owner: &str = body.deserialize()?;
    Ok(number(&format!("{}{owner}", connection.server_guid())))
}

/// The names and words of the buttons, and of a click beside them.
fn actions(notification: &Notification) -> impl Iterator<Item = (&'static str, &'static str)> {
    let buttons = notification.buttons.iter().map(|button| button.action());
    [("default", "Open")].into_iter().chain(buttons)
}

fn add_hints(request: &mut Request, notification: &Notification) {
    request
        .icon(ENTRY)
        .urgency(match notification.urgency {
            Urgency::Low => notify_rust::Urgency::Low,
            Urgency::Normal => notify_rust::Urgency::Normal,
        })
        .hint(Hint::Category(CATEGORY.to_owned()))
        .hint(Hint::DesktopEntry(ENTRY.to_owned()))
        .hint(Hint::SuppressSound(!notification.sound));
    if notification.sound {
        request.sound_name("message-new-instant");
    }
}

/// Hears what users answer, on a thread of its own, for as long as the bus is there.
fn hear(connection: Connection, take: Take) -> zbus::Result<()> {
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .interface(SERVICE)?
        .path(PATH)?
        .build();
    let signals = MessageIterator::for_match_rule(rule, &connection, None)?;
    thread::Builder::new()
        .name("clicks".to_owned())
        .spawn(move || {
            let mut token = None;
            for signal in signals.flatten() {
                if let Some(answer) = read(&connection, &signal, &mut token) {
                    take(answer);
                }
            }
        })?;
    Ok(())
}

/// What a signal of the service says. A token comes just before the click it is for.
fn read(connection: &Connection, signal: &Message, token: &mut Option<String>) -> Option<Answer> {
    let header = signal.header();
    let body = signal.body();
    let shown = |id| {
        let by = run_of(connection).ok()?;
        Some(Shown { id, by })
    };
    match header.member()?.as_str() {
        "ActivationToken" => {
            let (_, given): (u32, String) = body.deserialize().ok()?;
            *token = Some(given);
            None
        }
        "ActionInvoked" => {
            let (id, action): (u32, &str) = body.deserialize().ok()?;
            Answer::named(action, shown(id)?, token.take())
        }
        "NotificationClosed" => {
            let (id, _): (u32, u32) = body.deserialize().ok()?;
            Some(Answer::Closed(shown(id)?))
        }
        _ => None,
    }
}

/// As the notification specification's markup asks for.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::{Button, trial};
    use super::*;

    #[test]
    fn markup_in_names_is_text() {
        assert_eq!(
            escape("<b>Quill</b> & Sons"),
            "&lt;b&gt;Quill&lt;/b&gt; &amp; Sons"
        );
    }

    #[test]
    fn a_click_beside_the_buttons_opens_and_no_sound_is_made_unless_wanted() {
        let mut notification = trial();
        notification.buttons = vec![Button::Open("Write"), Button::Snooze, Button::Done];
        let names: Vec<&str> = actions(&notification).map(|(name, _)| name).collect();
        assert_eq!(names, ["default", "open", "snooze", "done"]);

        let hints = |notification: &Notification| {
            let mut request = Request::new();
            add_hints(&mut request, notification);
            request.hints
        };
        let sounds = Hint::SoundName("message-new-instant".to_owned());
        let quiet = hints(&notification);
        assert!(quiet.contains(&Hint::SuppressSound(true)) && !quiet.contains(&sounds));
        notification.sound = true;
        let loud = hints(&notification);
        assert!(loud.contains(&Hint::SuppressSound(false)) && loud.contains(&sounds));
    }
}
