//! Stands where a desktop's notification service stands, and remembers what it is sent.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::block_on;
use zbus::message::Header;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection, interface};

/// A notification that was raised.
#[derive(Clone, Debug)]
pub struct Note {
    /// The number that the service gave it.
    pub id: u32,
    /// The names of its buttons, without their words.
    pub actions: Vec<String>,
    /// Its headline.
    pub summary: String,
    /// What stands beneath.
    pub body: String,
    /// Whose it is, on the bus.
    sender: String,
}

type Notes = Arc<Mutex<Vec<Note>>>;

/// The service.
pub struct Recorder {
    notes: Notes,
    closed: Arc<Mutex<Vec<u32>>>,
    connection: Connection,
}

impl Recorder {
    pub(super) async fn start(bus: &str) -> zbus::Result<Self> {
        let notes = Notes::default();
        let closed = Arc::default();
        let service = Service {
            notes: Arc::clone(&notes),
            closed: Arc::clone(&closed),
        };
        let connection = connection::Builder::address(bus)?
            .serve_at("/org/freedesktop/Notifications", service)?
            .name("org.freedesktop.Notifications")?
            .build()
            .await?;
        Ok(Self {
            notes,
            closed,
            connection,
        })
    }

    /// What was raised so far.
    pub fn notes(&self) -> Vec<Note> {
        let notes = self.notes.lock();
        notes.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The numbers of those that were taken back.
    pub fn closed(&self) -> Vec<u32> {
        let closed = self.closed.lock();
        closed.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Does what a user does who presses that button of that notification: all on the bus are told,
    /// with a token that lets a window come to the front.
    pub fn press(&self, id: u32, action: &str) {
        self.tell(None, "ActivationToken", (id, "token"));
        self.tell(None, "ActionInvoked", (id, action));
    }

    /// The same, by a service that tells only whose notification it is.
    pub fn press_and_tell_the_sender(&self, note: &Note, action: &str) {
        self.tell(Some(&note.sender), "ActionInvoked", (note.id, action));
    }

    fn tell(&self, whom: Option<&str>, signal: &str, what: (u32, &str)) {
        let name = "org.freedesktop.Notifications";
        let path = "/org/freedesktop/Notifications";
        let told = self.connection.emit_signal(whom, path, name, signal, &what);
        block_on(told).expect("the bus takes a signal");
    }
}

struct Service {
    notes: Notes,
    closed: Arc<Mutex<Vec<u32>>>,
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

    #[expect(
        clippy::too_many_arguments,
        clippy::needless_pass_by_value,
        reason = "the protocol's"
    )]
    fn notify(
        &self,
        #[zbus(header)] header: Header<'_>,
        _app: String,
        replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        let id = if replaces > 0 {
            replaces
        } else {
            u32::try_from(notes.len() + 1).unwrap_or(u32::MAX)
        };
        notes.push(Note {
            id,
            actions: actions.into_iter().step_by(2).collect(),
            summary,
            body,
            sender: header.sender().map(ToString::to_string).unwrap_or_default(),
        });
        id
    }

    fn close_notification(&self, id: u32) {
        let mut closed = self.closed.lock().unwrap_or_else(PoisonError::into_inner);
        closed.push(id);
    }
}
