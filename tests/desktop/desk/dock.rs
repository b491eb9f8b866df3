//! Stands where a desktop's dock stands, and remembers the count on the program's icon.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use zbus::blocking::{MessageIterator, connection};
use zbus::zvariant::OwnedValue;
use zbus::{MatchRule, Message, message};

const INTERFACE: &str = "com.canonical.Unity.LauncherEntry";

/// The dock.
pub struct Dock {
    count: Arc<Mutex<Option<i64>>>,
}

impl Dock {
    /// A dock on that bus.
    pub fn start(bus: &str) -> Self {
        let updates = updates(bus).expect("a dock on the bus");
        let count = Arc::<Mutex<Option<i64>>>::default();
        let kept = Arc::clone(&count);
        thread::spawn(move || {
            for message in updates.flatten() {
                if let Some(told) = read(&message) {
                    *kept.lock().unwrap_or_else(PoisonError::into_inner) = told;
                }
            }
        });
        Self { count }
    }

    /// What is on the icon now.
    pub fn count(&self) -> Option<i64> {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn updates(bus: &str) -> zbus::Result<MessageIterator> {
    let connection = connection::Builder::address(bus)?.build()?;
    let rule = MatchRule::builder()
        .msg_type(message::Type::Signal)
        .interface(INTERFACE)?
        .member("Update")?
        .build();
    MessageIterator::for_match_rule(rule, &connection, None)
}

/// The count that is to be seen from now on, if the message is about our program.
fn read(message: &Message) -> Option<Option<i64>> {
    let body = message.body();
    let (entry, said): (String, std::collections::HashMap<String, OwnedValue>) =
        body.deserialize().ok()?;
    if entry != "application://afterword.desktop" {
        return None;
    }
    let visible = bool::try_from(said.get("count-visible")?).ok()?;
    let count = i64::try_from(said.get("count")?).ok()?;
    Some(visible.then_some(count))
}
