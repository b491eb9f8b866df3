//! Stands where a desktop's notification service stands, and remembers what it is sent.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use zbus::block_on;
use zbus::message::Header;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection, fdo, interface};

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

/// How a service takes what it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Temper {
    /// As it should.
    #[default]
    Kind,
    /// It has no buttons.
    Plain,
    /// It refuses everything.
    Errs,
    /// It answers nothing until it is of another temper.
    Hangs,
}

/// What the service and the tests both see.
#[derive(Default)]
struct Shared {
    temper: Temper,
    /// How often it was asked to show something.
    asked: usize,
    notes: Vec<Note>,
    closed: Vec<u32>,
}

/// The service.
pub struct Recorder {
    shared: Arc<Mutex<Shared>>,
    connection: Connection,
}

impl Recorder {
    pub(super) async fn start(bus: &str) -> zbus::Result<Self> {
        let shared = Arc::default();
        let service = Service(Arc::clone(&shared));
        let connection = connection::Builder::address(bus)?
            .serve_at("/org/freedesktop/Notifications", service)?
            .name("org.freedesktop.Notifications")?
            .build()
            .await?;
        Ok(Self { shared, connection })
    }

    /// Is of that temper from now on.
    pub fn be(&self, temper: Temper) {
        with(&self.shared, |shared| shared.temper = temper);
    }

    /// How often it was asked to show something, whatever came of it.
    pub fn asked(&self) -> usize {
        with(&self.shared, |shared| shared.asked)
    }

    /// What was raised so far.
    pub fn notes(&self) -> Vec<Note> {
        with(&self.shared, |shared| shared.notes.clone())
    }

    /// The numbers of those that were taken back.
    pub fn closed(&self) -> Vec<u32> {
        with(&self.shared, |shared| shared.closed.clone())
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

fn with<T>(shared: &Mutex<Shared>, look: impl FnOnce(&mut Shared) -> T) -> T {
    look(&mut shared.lock().unwrap_or_else(PoisonError::into_inner))
}

struct Service(Arc<Mutex<Shared>>);

impl Service {
    fn temper(&self) -> Temper {
        with(&self.0, |shared| shared.temper)
    }
}

#[interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<String> {
        let can: &[&str] = match self.temper() {
            Temper::Plain => &["body"],
            Temper::Kind | Temper::Errs | Temper::Hangs => &["actions", "body", "persistence"],
        };
        can.iter().copied().map(str::to_owned).collect()
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
    ) -> fdo::Result<u32> {
        with(&self.0, |shared| shared.asked += 1);
        while self.temper() == Temper::Hangs {
            thread::sleep(Duration::from_millis(20));
        }
        if self.temper() == Temper::Errs {
            return Err(fdo::Error::Failed("not today".to_owned()));
        }
        Ok(with(&self.0, |shared| {
            let id = if replaces > 0 {
                replaces
            } else {
                u32::try_from(shared.notes.len() + 1).unwrap_or(u32::MAX)
            };
            shared.notes.push(Note {
                id,
                actions: actions.into_iter().step_by(2).collect(),
                summary,
                body,
                sender: header.sender().map(ToString::to_string).unwrap_or_default(),
            });
            id
        }))
    }

    fn close_notification(&self, id: u32) {
        with(&self.0, |shared| shared.closed.push(id));
    }
}
