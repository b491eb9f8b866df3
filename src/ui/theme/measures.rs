//! Sizes: steps of space, radii, type, controls, and how long things take.

/// Steps of space, in points.
pub mod space {
    /// Between an icon and its word, between lines that belong together.
    pub const XS: f32 = 4.0;
    /// Between things of one group.
    pub const S: f32 = 8.0;
    /// Inside controls and cards.
    pub const M: f32 = 12.0;
    /// Between groups; the margin of a view.
    pub const L: f32 = 16.0;
    /// Between sections.
    pub const XL: f32 = 24.0;
    /// Around what stands alone.
    pub const XXL: f32 = 32.0;
}

/// Radii of corners, in points.
pub mod radius {
    /// Pills and marks inside text.
    pub const PILL: u8 = 4;
    /// Buttons and fields.
    pub const CONTROL: u8 = 6;
    /// Cards, banners, menus.
    pub const CARD: u8 = 10;
    /// Dialogs.
    pub const DIALOG: u8 = 14;
}

/// Sizes of type, in points.
pub mod size {
    /// Labels of fields, pills, the status line.
    pub const SMALL: f32 = 12.0;
    /// Everything without a reason to be another size.
    pub const BODY: f32 = 13.0;
    /// The name of the application, names in a list.
    pub const LARGE: f32 = 15.0;
    /// The title of a view.
    pub const TITLE: f32 = 20.0;
    /// A figure one looks at from afar.
    pub const DISPLAY: f32 = 28.0;
    /// The text of a letter.
    pub const LETTER: f32 = 16.0;
    /// The distance between lines of a letter.
    pub const LETTER_LINE: f32 = 26.0;
    /// An icon beside body text.
    pub const ICON: f32 = 16.0;
    /// An icon inside a pill, beside small text.
    pub const ICON_SMALL: f32 = 14.0;
    /// The icon of an empty state.
    pub const ICON_LARGE: f32 = 32.0;

    /// The distance between lines for interface text of a size.
    pub fn line(size: f32) -> f32 {
        (size * 1.4).round()
    }
}

/// Fixed measures of the window and its controls, in points.
pub mod metrics {
    /// Nothing that can be pressed is smaller.
    pub const TARGET: f32 = 28.0;
    /// Height of buttons, tabs and the search box.
    pub const CONTROL: f32 = 30.0;
    /// Height of a field of one line.
    pub const FIELD: f32 = 34.0;
    /// Height of a pill.
    pub const PILL: f32 = 22.0;
    /// Height of an entry of a menu.
    pub const MENU_ITEM: f32 = 30.0;
    /// Height of the bar on top of the window.
    pub const TOP_BAR: f32 = 48.0;
    /// Height of the status line below.
    pub const STATUS_BAR: f32 = 28.0;
    /// Width of the panel with one application.
    pub const PANEL: f32 = 420.0;
    /// Width of a card on the board.
    pub const CARD: f32 = 236.0;
    /// Width of a text one reads, as Today.
    pub const READING: f32 = 760.0;
    /// Width of a letter: about 66 characters a line.
    pub const LETTER: f32 = 568.0;
    /// Width of a dialog, unless the window is narrower.
    pub const DIALOG: f32 = 440.0;
    /// Width of the search box.
    pub const SEARCH: f32 = 260.0;
    /// Width of a toast at most.
    pub const TOAST: f32 = 560.0;
    /// Width of a tooltip at most.
    pub const TOOLTIP: f32 = 360.0;
    /// Width of an ordinary line.
    pub const LINE: f32 = 1.0;
    /// Width of the ring around what has the focus, or is chosen.
    pub const RING: f32 = 2.0;
    /// The square of a checkbox.
    pub const CHECKBOX: f32 = 18.0;
    /// One day in the calendar.
    pub const DAY: f32 = 32.0;
}

/// Durations, in seconds.
pub mod motion {
    /// Something changes colour or place.
    pub const QUICK: f32 = 0.12;
    /// Something appears.
    pub const CALM: f32 = 0.16;
    /// How long a toast stays.
    pub const TOAST: f64 = 8.0;
}
