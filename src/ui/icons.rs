//! Icons by name: Phosphor, regular weight.
//!
//! An icon never stands alone for meaning: give it words beside it, or a name where there is no room for words.

use egui::RichText;

use super::fonts;

/// One glyph of the icon font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Icon(&'static str);

impl Icon {
    /// The glyph itself. It has a picture in the icon font alone, or as a fallback inside interface text.
    pub const fn glyph(self) -> &'static str {
        self.0
    }

    /// The icon as text of a size in points, for labels and fields.
    pub fn rich(self, size: f32) -> RichText {
        RichText::new(self.0).font(fonts::icon(size))
    }
}

macro_rules! icons {
    ($($name:ident = $glyph:literal, $phosphor:literal;)*) => {
        $(
            #[doc = concat!("The `", $phosphor, "` icon.")]
            pub const $name: Icon = Icon($glyph);
        )*

        /// Every icon with its name in Phosphor.
        pub const ALL: &[(&str, Icon)] = &[$(($phosphor, $name),)*];
    };
}

icons! {
    ARCHIVE = "\u{e00c}", "archive";
    ARCHIVE_BOX = "\u{e00e}", "archive-box";
    ARROW_COUNTER_CLOCKWISE = "\u{e038}", "arrow-counter-clockwise";
    ARROW_DOWN = "\u{e03e}", "arrow-down";
    ARROW_LEFT = "\u{e058}", "arrow-left";
    ARROW_RIGHT = "\u{e06c}", "arrow-right";
    ARROW_SQUARE_OUT = "\u{e5de}", "arrow-square-out";
    ARROW_U_UP_LEFT = "\u{e08a}", "arrow-u-up-left";
    ARROW_U_UP_RIGHT = "\u{e08c}", "arrow-u-up-right";
    ARROW_UP = "\u{e08e}", "arrow-up";
    ARROWS_CLOCKWISE = "\u{e094}", "arrows-clockwise";
    AT = "\u{e0ac}", "at";
    BELL = "\u{e0ce}", "bell";
    BELL_RINGING = "\u{e5e8}", "bell-ringing";
    BELL_SLASH = "\u{e0d4}", "bell-slash";
    BELL_Z = "\u{e5ee}", "bell-z";
    BOOK_OPEN = "\u{e0e6}", "book-open";
    BOOKMARK = "\u{e0e8}", "bookmark";
    BOOKMARK_SIMPLE = "\u{e0ea}", "bookmark-simple";
    BRIEFCASE = "\u{e0ee}", "briefcase";
    BUILDING_OFFICE = "\u{e0ff}", "building-office";
    BUILDINGS = "\u{e102}", "buildings";
    CALENDAR = "\u{e108}", "calendar";
    CALENDAR_BLANK = "\u{e10a}", "calendar-blank";
    CALENDAR_CHECK = "\u{e712}", "calendar-check";
    CALENDAR_PLUS = "\u{e714}", "calendar-plus";
    CALENDAR_X = "\u{e10c}", "calendar-x";
    CARET_DOWN = "\u{e136}", "caret-down";
    CARET_LEFT = "\u{e138}", "caret-left";
    CARET_RIGHT = "\u{e13a}", "caret-right";
    CARET_UP = "\u{e13c}", "caret-up";
    CARET_UP_DOWN = "\u{e140}", "caret-up-down";
    CHART_BAR = "\u{e150}", "chart-bar";
    CHART_LINE = "\u{e154}", "chart-line";
    CHART_LINE_UP = "\u{e156}", "chart-line-up";
    CHART_PIE = "\u{e158}", "chart-pie";
    CHAT = "\u{e15c}", "chat";
    CHAT_CIRCLE = "\u{e168}", "chat-circle";
    CHAT_CIRCLE_TEXT = "\u{e16e}", "chat-circle-text";
    CHAT_TEXT = "\u{e17a}", "chat-text";
    CHECK = "\u{e182}", "check";
    CHECK_CIRCLE = "\u{e184}", "check-circle";
    CHECK_SQUARE = "\u{e186}", "check-square";
    CHECKS = "\u{e53a}", "checks";
    CIRCLE = "\u{e18a}", "circle";
    CIRCLE_DASHED = "\u{e602}", "circle-dashed";
    CIRCLE_HALF = "\u{e18c}", "circle-half";
    CIRCLE_NOTCH = "\u{eb44}", "circle-notch";
    CLOCK = "\u{e19a}", "clock";
    CLOCK_CLOCKWISE = "\u{e19e}", "clock-clockwise";
    CLOCK_COUNTDOWN = "\u{ed2c}", "clock-countdown";
    CLOCK_COUNTER_CLOCKWISE = "\u{e1a0}", "clock-counter-clockwise";
    CLOUD_SLASH = "\u{e1b6}", "cloud-slash";
    COFFEE = "\u{e1c2}", "coffee";
    COLUMNS = "\u{e546}", "columns";
    COMMAND = "\u{e1c4}", "command";
    CONFETTI = "\u{e81a}", "confetti";
    COPY = "\u{e1ca}", "copy";
    CURRENCY_CIRCLE_DOLLAR = "\u{e54c}", "currency-circle-dollar";
    CURSOR_TEXT = "\u{e7d8}", "cursor-text";
    DESKTOP = "\u{e560}", "desktop";
    DOT = "\u{ecde}", "dot";
    DOT_OUTLINE = "\u{ece0}", "dot-outline";
    DOTS_SIX_VERTICAL = "\u{eae2}", "dots-six-vertical";
    DOTS_THREE = "\u{e1fe}", "dots-three";
    DOTS_THREE_VERTICAL = "\u{e208}", "dots-three-vertical";
    DOWNLOAD_SIMPLE = "\u{e20c}", "download-simple";
    ENVELOPE = "\u{e214}", "envelope";
    ENVELOPE_OPEN = "\u{e216}", "envelope-open";
    ENVELOPE_SIMPLE = "\u{e218}", "envelope-simple";
    EXPORT = "\u{eaf0}", "export";
    EYE = "\u{e220}", "eye";
    EYE_SLASH = "\u{e224}", "eye-slash";
    FILE = "\u{e230}", "file";
    FILE_ARROW_DOWN = "\u{e232}", "file-arrow-down";
    FILE_ARROW_UP = "\u{e61e}", "file-arrow-up";
    FILE_CSV = "\u{eb1c}", "file-csv";
    FILE_TEXT = "\u{e23a}", "file-text";
    FLAG = "\u{e244}", "flag";
    FLAG_CHECKERED = "\u{ea38}", "flag-checkered";
    FLOPPY_DISK = "\u{e248}", "floppy-disk";
    FOLDER = "\u{e24a}", "folder";
    FOLDER_OPEN = "\u{e256}", "folder-open";
    FUNNEL = "\u{e266}", "funnel";
    FUNNEL_SIMPLE = "\u{e268}", "funnel-simple";
    GEAR = "\u{e270}", "gear";
    GEAR_SIX = "\u{e272}", "gear-six";
    GLOBE = "\u{e288}", "globe";
    GLOBE_SIMPLE = "\u{e28e}", "globe-simple";
    GRADUATION_CAP = "\u{e62c}", "graduation-cap";
    HAND_WAVING = "\u{e580}", "hand-waving";
    HANDSHAKE = "\u{e582}", "handshake";
    HASH = "\u{e2a2}", "hash";
    HEART = "\u{e2a8}", "heart";
    HOURGLASS = "\u{e2b2}", "hourglass";
    HOURGLASS_MEDIUM = "\u{e2b8}", "hourglass-medium";
    HOUSE = "\u{e2c2}", "house";
    IDENTIFICATION_CARD = "\u{e2c8}", "identification-card";
    INFO = "\u{e2ce}", "info";
    KANBAN = "\u{eb54}", "kanban";
    KEYBOARD = "\u{e2d8}", "keyboard";
    LIGHTBULB = "\u{e2dc}", "lightbulb";
    LINK = "\u{e2e2}", "link";
    LINK_SIMPLE = "\u{e2e6}", "link-simple";
    LINKEDIN_LOGO = "\u{e2ee}", "linkedin-logo";
    LIST = "\u{e2f0}", "list";
    LIST_BULLETS = "\u{e2f2}", "list-bullets";
    LIST_CHECKS = "\u{eadc}", "list-checks";
    LOCK = "\u{e2fa}", "lock";
    LOCK_OPEN = "\u{e306}", "lock-open";
    LOCK_SIMPLE = "\u{e308}", "lock-simple";
    MAGNIFYING_GLASS = "\u{e30c}", "magnifying-glass";
    MAP_PIN = "\u{e316}", "map-pin";
    MINUS = "\u{e32a}", "minus";
    MONEY = "\u{e588}", "money";
    MONITOR = "\u{e32e}", "monitor";
    MOON = "\u{e330}", "moon";
    MOON_STARS = "\u{e58e}", "moon-stars";
    NEWSPAPER = "\u{e344}", "newspaper";
    NOTE = "\u{e348}", "note";
    NOTE_PENCIL = "\u{e34c}", "note-pencil";
    NOTEPAD = "\u{e63e}", "notepad";
    PAPER_PLANE_RIGHT = "\u{e396}", "paper-plane-right";
    PAPER_PLANE_TILT = "\u{e398}", "paper-plane-tilt";
    PAPERCLIP = "\u{e39a}", "paperclip";
    PAUSE = "\u{e39e}", "pause";
    PENCIL = "\u{e3ae}", "pencil";
    PENCIL_SIMPLE = "\u{e3b4}", "pencil-simple";
    PHONE = "\u{e3b8}", "phone";
    PHONE_CALL = "\u{e3ba}", "phone-call";
    PLANT = "\u{ebae}", "plant";
    PLAY = "\u{e3d0}", "play";
    PLUGS = "\u{eb56}", "plugs";
    PLUS = "\u{e3d4}", "plus";
    PLUS_CIRCLE = "\u{e3d6}", "plus-circle";
    POWER = "\u{e3da}", "power";
    PROHIBIT = "\u{e3de}", "prohibit";
    PUSH_PIN = "\u{e3e2}", "push-pin";
    PUSH_PIN_SLASH = "\u{e3e4}", "push-pin-slash";
    QUESTION = "\u{e3e8}", "question";
    QUOTES = "\u{e660}", "quotes";
    REPEAT = "\u{e3f6}", "repeat";
    ROWS = "\u{e5a2}", "rows";
    SCALES = "\u{e750}", "scales";
    SEAL_CHECK = "\u{e606}", "seal-check";
    SHIELD_CHECK = "\u{e40c}", "shield-check";
    SIDEBAR_SIMPLE = "\u{ec24}", "sidebar-simple";
    SIGN_IN = "\u{e428}", "sign-in";
    SIGN_OUT = "\u{e42a}", "sign-out";
    SKIP_FORWARD = "\u{e5a6}", "skip-forward";
    SLIDERS_HORIZONTAL = "\u{e434}", "sliders-horizontal";
    SMILEY = "\u{e436}", "smiley";
    SORT_ASCENDING = "\u{e444}", "sort-ascending";
    SORT_DESCENDING = "\u{e446}", "sort-descending";
    SPARKLE = "\u{e6a2}", "sparkle";
    SQUARES_FOUR = "\u{e464}", "squares-four";
    STAR = "\u{e46a}", "star";
    STOP = "\u{e46c}", "stop";
    SUN = "\u{e472}", "sun";
    TAG = "\u{e478}", "tag";
    TAG_SIMPLE = "\u{e47a}", "tag-simple";
    TARGET = "\u{e47c}", "target";
    TEXT_AA = "\u{e6ee}", "text-aa";
    TEXT_ALIGN_LEFT = "\u{e484}", "text-align-left";
    THUMBS_UP = "\u{e48e}", "thumbs-up";
    TRASH = "\u{e4a6}", "trash";
    TRAY = "\u{e4aa}", "tray";
    TREND_DOWN = "\u{e4ac}", "trend-down";
    TREND_UP = "\u{e4ae}", "trend-up";
    TROPHY = "\u{e67e}", "trophy";
    UPLOAD_SIMPLE = "\u{e4c0}", "upload-simple";
    USER = "\u{e4c2}", "user";
    USER_CIRCLE = "\u{e4c4}", "user-circle";
    USER_PLUS = "\u{e4d0}", "user-plus";
    USERS = "\u{e4d6}", "users";
    VIDEO_CAMERA = "\u{e4da}", "video-camera";
    WARNING = "\u{e4e0}", "warning";
    WARNING_CIRCLE = "\u{e4e2}", "warning-circle";
    WARNING_OCTAGON = "\u{e4e4}", "warning-octagon";
    WIFI_SLASH = "\u{e4f2}", "wifi-slash";
    X = "\u{e4f6}", "x";
    X_CIRCLE = "\u{e4f8}", "x-circle";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_a_picture_in_the_font() {
        let ctx = egui::Context::default();
        fonts::install(&ctx);
        let mut missing = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            missing = ALL
                .iter()
                .filter(|(_, icon)| {
                    !ui.fonts_mut(|f| f.has_glyphs(&fonts::icon(16.0), icon.glyph()))
                })
                .map(|(name, _)| *name)
                .collect();
        });
        output.textures_delta.clear();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn what_is_the_same_on_both_sides_is_painted_in_the_middle() {
        let ctx = egui::Context::default();
        fonts::install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for icon in [
                DOTS_THREE_VERTICAL,
                PLUS,
                X,
                CIRCLE,
                CARET_DOWN,
                ENVELOPE_SIMPLE,
            ] {
                let text = icon.glyph().to_owned();
                let color = egui::Color32::WHITE;
                let galley = ui.fonts_mut(|f| f.layout_no_wrap(text, fonts::icon(64.0), color));
                let off = galley.mesh_bounds.center().x - galley.rect.center().x;
                assert!(
                    off.abs() < 2.0,
                    "{icon:?} is {off} points beside the middle"
                );
            }
        });
        output.textures_delta.clear();
    }
}
