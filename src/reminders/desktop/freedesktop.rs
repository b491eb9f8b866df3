//! The notification service of freedesktop.org's desktops, over the session bus.
//!
//! Spoken directly, because one connection serves all: it gives notifications their numbers, hears
//! what users answer also for those that an agent before showed, and takes them back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message::Type;
use zbus::zvariant::Value;
use zbus::{MatchRule, Message};

use super::{Answer, Desktop, NAME, Notification, Take, Urgency};
use crate::reminders::ledger::{Shown, number};

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What the icon and the desktop entry are called.
const ENTRY: &str = "afterword";

/// Categories of one's own begin with `x-`, says the specification.
const CATEGORY: &str = "x-afterword.reminder";

/// How long the service may take for one answer; whoever asks must not wait for ever.
const PATIENCE: Duration = Duration::from_secs(60);

/// The notification service of the desktop.
#[derive(Clone, Default)]
pub struct SystemDesktop {
    link: Arc<Mutex<Link>>,
    /// Held while somebody connects, so that there is one connection.
    connecting: Arc<Mutex<()>>,
}

#[derive(Default)]
struct Link {
    connection: Option<Connection>,
    take: Option<Take>,
}

impl SystemDesktop {
    /// What the service is called, with its version.
    ///
    /// # Errors
    /// None answers, and why, as part of a sentence.
    pub fn service() -> Result<Option<String>, String> {
        let connection = connect().map_err(|error| plainly(&error))?;
        let answer = call(&connection, "GetServerInformation", &());
        let (name, _, version, _): (String, String, String, String) = answer
            .and_then(|answer| Ok(answer.body().deserialize()?))
            .map_err(|error| plainly(&error))?;
        Ok(Some(format!("{name} {version}")))
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
        let connection = connect()?;
        let take = self.link().take.clone();
        if let Some(take) = take {
            hear(connection.clone(), take)?;
        }
        self.link().connection = Some(connection.clone());
        Ok(connection)
    }

    fn try_to_show(&self, notification: &Notification) -> zbus::Result<Shown> {
        let connection = self.connection()?;
        let capabilities: Vec<String> = call(&connection, "GetCapabilities", &())?
            .body()
            .deserialize()?;
        let can = |what: &str| capabilities.iter().any(|capability| capability == what);
        let by = run_of(&connection)?;
        let replaces = match notification.replaces {
            Some(shown) if shown.by == by => shown.id,
            Some(_) | None => notification.number,
        };
        let body = if can("body-markup") {
            escape(&notification.body)
        } else {
            notification.body.clone()
        };
        let actions = if can("actions") {
            actions(notification)
        } else {
            Vec::new()
        };
        let asked = (
            NAME,
            replaces,
            ENTRY,
            notification.title.as_str(),
            body.as_str(),
            actions,
            hints(notification),
            -1_i32,
        );
        let id = call(&connection, "Notify", &asked)?.body().deserialize()?;
        Ok(Shown { id, by })
    }
}

impl Desktop for SystemDesktop {
    fn show(&self, notification: &Notification) -> Result<Shown, String> {
        self.try_to_show(notification)
            .map_err(|error| plainly(&error))
    }

    fn withdraw(&self, shown: Shown) {
        let Ok(connection) = self.connection() else {
            return;
        };
        if run_of(&connection).is_ok_and(|by| by == shown.by) {
            // One that the user closed is not there any more; that is an error, and fine.
            let _ = call(&connection, "CloseNotification", &shown.id);
        }
    }

    fn listen(&self, take: Take) {
        self.link().take = Some(take);
        let desktop = self.clone();
        // On a thread of its own, because a bus may hang. One that is not there yet is connected
        // to with the first notification.
        let _ = thread::Builder::new()
            .name("notifications".to_owned())
            .spawn(move || desktop.connection().map(drop));
    }
}

fn connect() -> zbus::Result<Connection> {
    connection::Builder::session()?
        .method_timeout(PATIENCE)
        .build()
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

/// Pairs of a name and words, as the specification wants them.
fn actions(notification: &Notification) -> Vec<&'static str> {
    let buttons = notification.buttons.iter().map(|button| button.action());
    [("default", "Open")]
        .into_iter()
        .chain(buttons)
        .flat_map(|(name, words)| [name, words])
        .collect()
}

fn hints(notification: &Notification) -> HashMap<&'static str, Value<'static>> {
    let urgency: u8 = match notification.urgency {
        Urgency::Low => 0,
        Urgency::Normal => 1,
    };
    let mut hints = HashMap::from([
        ("urgency", Value::from(urgency)),
        ("category", Value::from(CATEGORY)),
        ("desktop-entry", Value::from(ENTRY)),
        ("suppress-sound", Value::from(!notification.sound)),
    ]);
    if notification.sound {
        hints.insert("sound-name", Value::from("message-new-instant"));
    }
    hints
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
            let (shown, token) = (shown(id)?, token.take());
            match action {
                "default" | "open" => Some(Answer::Open(shown, token)),
                "snooze" => Some(Answer::Snooze(shown)),
                "done" => Some(Answer::Done(shown)),
                _ => None,
            }
        }
        "NotificationClosed" => {
            let (id, _): (u32, u32) = body.deserialize().ok()?;
            Some(Answer::Closed(shown(id)?))
        }
        _ => None,
    }
}

/// What went wrong, for people; the log has it in the system's words.
fn plainly(error: &zbus::Error) -> String {
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

/// As the notification specification's markup asks for.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::Button;
    use super::*;

    #[test]
    fn what_goes_wrong_is_said_in_plain_words() {
        let unknown = "org.freedesktop.DBus.Error.ServiceUnknown: The name was not provided by any .service files";
        assert_eq!(
            in_plain_words(unknown),
            "no notification service runs on this desktop"
        );
        assert_eq!(
            in_plain_words("org.freedesktop.DBus.Error.NoReply: too late"),
            "the notification service does not answer"
        );
        assert_eq!(
            in_plain_words("something new"),
            "the notification service refused it"
        );
    }

    #[test]
    fn markup_in_names_is_text() {
        assert_eq!(
            escape("<b>Quill</b> & Sons"),
            "&lt;b&gt;Quill&lt;/b&gt; &amp; Sons"
        );
    }

    #[test]
    fn a_click_beside_the_buttons_opens_and_no_sound_is_made_unless_wanted() {
        let mut notification = super::super::trial();
        notification.buttons = vec![Button::Open("Write"), Button::Snooze, Button::Done];
        let actions = actions(&notification);
        assert_eq!(actions.first(), Some(&"default"));
        assert_eq!(actions.len(), 8);
        let quiet = hints(&notification);
        assert_eq!(quiet.get("suppress-sound"), Some(&Value::from(true)));
        assert!(!quiet.contains_key("sound-name"));
        notification.sound = true;
        let loud = hints(&notification);
        assert_eq!(loud.get("suppress-sound"), Some(&Value::from(false)));
        assert!(loud.contains_key("sound-name"));
    }
}
