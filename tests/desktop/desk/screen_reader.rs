//! Reads a window as a screen reader does: over AT-SPI, what every widget is, its name, its text
//! and where it stands.

use std::fmt;
use std::time::Duration;

use zbus::zvariant::OwnedObjectPath;
use zbus::{Connection, Proxy, block_on, connection};

use super::within;

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const COMPONENT: &str = "org.a11y.atspi.Component";
const TEXT: &str = "org.a11y.atspi.Text";
const EDITABLE_TEXT: &str = "org.a11y.atspi.EditableText";
const ACTION: &str = "org.a11y.atspi.Action";
const ROOT: &str = "/org/a11y/atspi/accessible/root";
/// Coordinates of the screen, not of the window.
const ON_SCREEN: u32 = 0;

/// Who has a widget, and what they call it.
type Address = (String, OwnedObjectPath);

/// The screen reader.
pub struct ScreenReader {
    bus: Connection,
    _session: Connection,
}

/// A widget as it is told.
#[derive(Clone, Debug)]
pub struct Widget {
    /// What it is: `button`, `entry`, …
    pub role: &'static str,
    /// What it is called.
    pub name: String,
    /// What it holds, where it holds text.
    pub text: Option<String>,
    /// Whether it has the keyboard.
    pub focused: bool,
    /// Left, top, width and height on the screen.
    pub place: (i32, i32, i32, i32),
    depth: usize,
    address: Address,
}

impl Widget {
    /// Where to click.
    pub fn middle(&self) -> (i32, i32) {
        let (x, y, width, height) = self.place;
        (x + width / 2, y + height / 2)
    }

    fn is_visible(&self) -> bool {
        self.place.2 > 0 && self.place.3 > 0
    }
}

impl fmt::Display for Widget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = "  ".repeat(self.depth);
        write!(f, "{indent}{} “{}” {:?}", self.role, self.name, self.place)?;
        if self.focused {
            write!(f, " focused")?;
        }
        self.text
            .as_ref()
            .filter(|text| **text != self.name)
            .map_or(Ok(()), |text| write!(f, " = {text:?}"))
    }
}

impl ScreenReader {
    /// Says on the session bus that there is a screen reader, and joins the bus where programs
    /// tell what they show.
    pub(super) async fn start(session: &str) -> zbus::Result<Self> {
        let session = connection::Builder::address(session)?.build().await?;
        let status =
            Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status").await?;
        status.set_property("IsEnabled", true).await?;
        status.set_property("ScreenReaderEnabled", true).await?;
        let bus = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus").await?;
        let address: String = bus.call("GetAddress", &()).await?;
        Ok(Self {
            bus: connection::Builder::address(address.as_str())?
                .build()
                .await?,
            _session: session,
        })
    }

    /// Every widget on the desktop, in reading order.
    pub fn widgets(&self) -> Vec<Widget> {
        let root = OwnedObjectPath::try_from(ROOT).expect("a path");
        let mut found = Vec::new();
        // One after the other, without recursion: a widget may go while it is being read.
        let mut open = vec![(0, ("org.a11y.atspi.Registry".to_owned(), root))];
        block_on(async {
            while let Some((depth, address)) = open.pop() {
                let children = self.children(&address).await;
                let children = children.unwrap_or_default();
                open.extend(children.into_iter().rev().map(|child| (depth + 1, child)));
                if depth > 0
                    && let Ok(widget) = self.read(&address, depth - 1).await
                {
                    found.push(widget);
                }
            }
        });
        found
    }

    /// The widgets that can be seen.
    pub fn visible(&self) -> Vec<Widget> {
        let mut widgets = self.widgets();
        widgets.retain(Widget::is_visible);
        widgets
    }

    /// The first that can be seen and is so; it may take a moment to come.
    pub fn find(&self, what: &str, is: impl Fn(&Widget) -> bool) -> Widget {
        let found = within(super::PATIENCE, || self.visible().into_iter().find(&is));
        found.unwrap_or_else(|| panic!("{what} is not there; there is:\n{}", self.describe()))
    }

    /// The first that can be seen and is so, now or within `time`.
    pub fn look_for(&self, time: Duration, is: impl Fn(&Widget) -> bool) -> Option<Widget> {
        within(time, || self.visible().into_iter().find(&is))
    }

    /// Everything, a line each.
    pub fn describe(&self) -> String {
        let lines = self
            .widgets()
            .into_iter()
            .map(|widget| format!("{widget}\n"));
        lines.collect()
    }

    async fn children(&self, address: &Address) -> zbus::Result<Vec<Address>> {
        self.ask(address, ACCESSIBLE)
            .await?
            .call("GetChildren", &())
            .await
    }

    async fn read(&self, address: &Address, depth: usize) -> zbus::Result<Widget> {
        /// `ATSPI_STATE_FOCUSED`
        const FOCUSED: u32 = 12;
        let accessible = self.ask(address, ACCESSIBLE).await?;
        let component = self.ask(address, COMPONENT).await?;
        let role = role_name(accessible.call("GetRole", &()).await?);
        let states: Vec<u32> = accessible.call("GetState", &()).await?;
        let state = states.first().copied().unwrap_or_default();
        // A program itself has no place.
        let place = component.call("GetExtents", &(ON_SCREEN)).await;
        let holds_text = role == "entry" || role == "text";
        let text = if holds_text {
            let text = self.ask(address, TEXT).await?;
            Some(
                text.call("GetText", &(0_i32, -1_i32))
                    .await
                    .unwrap_or_default(),
            )
        } else {
            None
        };
        Ok(Widget {
            role,
            name: accessible.get_property("Name").await?,
            text,
            focused: state & (1 << FOCUSED) != 0,
            place: place.unwrap_or_default(),
            depth,
            address: address.clone(),
        })
    }

    /// Does what a click on the widget does, without a pointer.
    pub fn press(&self, widget: &Widget) {
        let done: zbus::Result<bool> = block_on(async {
            let action = self.ask(&widget.address, ACTION).await?;
            action.call("DoAction", &(0_i32)).await
        });
        assert!(matches!(done, Ok(true)), "press {widget}: {done:?}");
    }

    /// Puts the keyboard into the widget, without a key.
    pub fn focus(&self, widget: &Widget) {
        let done: zbus::Result<bool> = block_on(async {
            let component = self.ask(&widget.address, COMPONENT).await?;
            component.call("GrabFocus", &()).await
        });
        assert!(matches!(done, Ok(true)), "focus {widget}: {done:?}");
    }

    /// Puts a text into the field in the place of what it holds, without a key.
    pub fn write(&self, field: &Widget, text: &str) {
        let done: zbus::Result<bool> = block_on(async {
            let editable = self.ask(&field.address, EDITABLE_TEXT).await?;
            editable.call("SetTextContents", &(text)).await
        });
        assert!(matches!(done, Ok(true)), "write into {field}: {done:?}");
    }

    async fn ask(
        &self,
        (owner, path): &Address,
        interface: &'static str,
    ) -> zbus::Result<Proxy<'static>> {
        zbus::proxy::Builder::new(&self.bus)
            .destination(owner.clone())?
            .path(path.clone())?
            .interface(interface)?
            // What is asked for is what is there now.
            .cache_properties(zbus::proxy::CacheProperties::No)
            .build()
            .await
    }
}

/// The commonest of `AtspiRole`.
fn role_name(role: u32) -> &'static str {
    match role {
        7 => "check box",
        11 => "combo box",
        16 => "dialog",
        23 => "frame",
        29 => "label",
        31 => "list",
        32 => "list item",
        33 => "menu",
        35 => "menu item",
        37 => "page tab",
        38 => "page tab list",
        39 => "panel",
        43 => "button",
        44 => "radio button",
        49 => "scroll pane",
        54 => "status bar",
        61 => "text",
        62 => "toggle button",
        75 => "application",
        79 => "entry",
        88 => "link",
        _ => "widget",
    }
}
