//! Stands where a desktop's portal stands, and says whether windows are to be dark.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, block_on, connection, fdo, interface};

const PATH: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const APPEARANCE: &str = "org.freedesktop.appearance";
const COLOR_SCHEME: &str = "color-scheme";

/// The portal.
pub struct Portal {
    dark: Arc<AtomicBool>,
    connection: Connection,
}

impl Portal {
    /// A portal on that bus that wants light windows.
    pub fn start(bus: &str) -> Self {
        let dark = Arc::new(AtomicBool::new(false));
        let settings = Settings {
            dark: Arc::clone(&dark),
        };
        let connection = block_on(async {
            connection::Builder::address(bus)?
                .serve_at(PATH, settings)?
                .name("org.freedesktop.portal.Desktop")?
                .build()
                .await
        });
        Self {
            dark,
            connection: connection.expect("the name of the portal"),
        }
    }

    /// From now on windows are to be dark, or light.
    pub fn want(&self, dark: bool) {
        self.dark.store(dark, Ordering::SeqCst);
        let news = (APPEARANCE, COLOR_SCHEME, scheme(dark));
        let told =
            self.connection
                .emit_signal(None::<&str>, PATH, SETTINGS, "SettingChanged", &news);
        block_on(told).expect("a signal");
    }
}

struct Settings {
    dark: Arc<AtomicBool>,
}

#[interface(name = "org.freedesktop.portal.Settings")]
impl Settings {
    fn read(&self, namespace: &str, key: &str) -> fdo::Result<OwnedValue> {
        if (namespace, key) != (APPEARANCE, COLOR_SCHEME) {
            return Err(fdo::Error::Failed("Requested setting not found".to_owned()));
        }
        let value = scheme(self.dark.load(Ordering::SeqCst));
        OwnedValue::try_from(value).map_err(|error| fdo::Error::Failed(error.to_string()))
    }
}

fn scheme(dark: bool) -> Value<'static> {
    Value::U32(if dark { 1 } else { 2 })
}
