//! Stands where a desktop's notification service stands, and remembers what it is sent.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection, interface};

/// A notification that was raised.
#[derive(Clone, Debug)]
pub struct Note {
    /// Its headline.
    pub summary: String,
    /// What stands beneath.
    pub body: String,
}

type Notes = Arc<Mutex<Vec<Note>>>;

/// The service.
pub struct Recorder {
    notes: Notes,
    _connection: Connection,
}

impl Recorder {
    pub(super) async fn start(bus: &str) -> zbus::Result<Self> {
        let notes = Notes::default();
        let service = Service {
            notes: Arc::clone(&notes),
        };
        let connection = connection::Builder::address(bus)?
            .serve_at("/org/freedesktop/Notifications", service)?
            .name("org.freedesktop.Notifications")?
            .build()
            .await?;
        Ok(Self {
            notes,
            _connection: connection,
        })
    }

    /// What was raised so far.
    pub fn notes(&self) -> Vec<Note> {
        let notes = self.notes.lock();
        notes.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

struct Service {
    notes: Notes,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<String> {
        ["actions", "body", "persistence"].map(str::to_owned).into()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        let text = str::to_owned;
        (text("recorder"), text("Afterword"), text("1"), text("1.2"))
    }

    #[expect(clippy::too_many_arguments, reason = "the protocol's")]
    fn notify(
        &self,
        _app: String,
        replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        notes.push(Note { summary, body });
        if replaces > 0 {
            return replaces;
        }
        u32::try_from(notes.len()).unwrap_or(u32::MAX)
    }

    fn close_notification(&self, _id: u32) {}
}
