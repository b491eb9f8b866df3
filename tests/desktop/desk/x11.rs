//! The screen: which windows stand on it, and what is painted.

use std::path::Path;

use x11rb::connection::Connection as _;
use x11rb::cookie::Cookie;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat, MapState,
    Window,
};
use x11rb::rust_connection::RustConnection;

/// A connection to the X server.
pub struct Screen {
    connection: RustConnection,
    root: Window,
    size: (u16, u16),
}

type Answer<T> = Result<T, Box<dyn std::error::Error>>;

impl Screen {
    pub(super) fn connect(display: &str) -> Self {
        let (connection, number) = x11rb::connect(Some(display)).expect("the X server answers");
        let screen = &connection.setup().roots[number];
        let (root, size) = (
            screen.root,
            (screen.width_in_pixels, screen.height_in_pixels),
        );
        Self {
            connection,
            root,
            size,
        }
    }

    /// Whether a window manager is at work.
    pub(super) fn has_manager(&self) -> bool {
        let property = self.atom("_NET_SUPPORTING_WM_CHECK");
        let value = property.and_then(|property| self.property(self.root, property));
        value.is_ok_and(|value| !value.is_empty())
    }

    /// The window whose title begins so, with its title.
    pub fn window(&self, title: &str) -> Option<(Window, String)> {
        let name = self.atom("_NET_WM_NAME").ok()?;
        let mut open = vec![self.root];
        while let Some(window) = open.pop() {
            let found = self.property(window, name).unwrap_or_default();
            let found = String::from_utf8_lossy(&found).into_owned();
            if found.starts_with(title) && window != self.root {
                return Some((window, found));
            }
            // A window may go while it is looked at.
            if let Ok(Ok(tree)) = self.connection.query_tree(window).map(Cookie::reply) {
                open.extend(tree.children);
            }
        }
        None
    }

    /// Whether something has been painted on the middle of the window, which shows a black screen
    /// before.
    pub fn is_painted(&self, window: Window) -> bool {
        let line = self.middle_line(window).unwrap_or_default();
        line.chunks_exact(4).any(|pixel| pixel[..3] != [0, 0, 0])
    }

    /// How bright the middle of the window is, from 0 to 255.
    pub fn brightness(&self, window: Window) -> u64 {
        let line = self.middle_line(window).unwrap_or_default();
        let colors = line.chunks_exact(4).flat_map(|pixel| &pixel[..3]);
        let sum: u64 = colors.clone().map(|part| u64::from(*part)).sum();
        sum / colors.count().max(1) as u64
    }

    /// The pixels across the middle of the window, four bytes each; nothing while it is hidden.
    fn middle_line(&self, window: Window) -> Answer<Vec<u8>> {
        let attributes = self.connection.get_window_attributes(window)?.reply()?;
        if attributes.map_state != MapState::VIEWABLE {
            return Ok(Vec::new());
        }
        let size = self.connection.get_geometry(window)?.reply()?;
        let middle = i16::try_from(size.height / 2)?;
        let image = self.connection.get_image(
            ImageFormat::Z_PIXMAP,
            window,
            0,
            middle,
            size.width,
            1,
            u32::MAX,
        )?;
        Ok(image.reply()?.data)
    }

    /// Whether the window can be seen: neither closed nor minimised.
    pub fn is_shown(&self, window: Window) -> bool {
        let attributes = self.connection.get_window_attributes(window);
        let attributes = attributes.map(Cookie::reply);
        matches!(attributes, Ok(Ok(attributes)) if attributes.map_state == MapState::VIEWABLE)
    }

    /// Presses the button that closes the window.
    pub fn close(&self, window: Window) {
        self.ask_manager(window, "_NET_CLOSE_WINDOW", [0; 5]);
    }

    /// Presses the button that minimises the window.
    pub fn minimise(&self, window: Window) {
        const ICONIC: u32 = 3;
        self.ask_manager(window, "WM_CHANGE_STATE", [ICONIC, 0, 0, 0, 0]);
    }

    /// Keeps a picture of the whole screen.
    pub fn picture(&self, path: &Path) -> Answer<()> {
        let (width, height) = self.size;
        let image = self.connection.get_image(
            ImageFormat::Z_PIXMAP,
            self.root,
            0,
            0,
            width,
            height,
            u32::MAX,
        )?;
        let data = image.reply()?.data;
        let pixels = data
            .chunks_exact(4)
            .flat_map(|pixel| [pixel[2], pixel[1], pixel[0]])
            .collect();
        image::RgbImage::from_raw(width.into(), height.into(), pixels)
            .ok_or("a picture of another size")?
            .save(path)?;
        Ok(())
    }

    fn ask_manager(&self, window: Window, message: &str, data: [u32; 5]) {
        let send = || -> Answer<()> {
            let event = ClientMessageEvent::new(32, window, self.atom(message)?, data);
            let listeners = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
            self.connection
                .send_event(false, self.root, listeners, event)?
                .check()?;
            Ok(())
        };
        send().expect("the window manager can be asked");
    }

    fn atom(&self, name: &str) -> Answer<Atom> {
        Ok(self
            .connection
            .intern_atom(false, name.as_bytes())?
            .reply()?
            .atom)
    }

    fn property(&self, window: Window, property: Atom) -> Answer<Vec<u8>> {
        const LENGTH: u32 = 1024;
        let value =
            self.connection
                .get_property(false, window, property, AtomEnum::ANY, 0, LENGTH)?;
        Ok(value.reply()?.value)
    }
}
