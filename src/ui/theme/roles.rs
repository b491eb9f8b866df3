//! The roles that colours play in the window, in light and in dark, and what is made of them.

use egui::{Color32, Frame, Margin, Shadow, Stroke, Theme, vec2};

use super::{metrics, palette, radius, space};

/// The roles colours play in the window.
#[derive(Debug, PartialEq)]
pub struct Tokens {
    /// Behind everything.
    pub ground: Color32,
    /// Cards, fields, the sheet of a letter.
    pub surface: Color32,
    /// What floats: menus, dialogs, toasts.
    pub raised: Color32,
    /// Behind a quiet control under the pointer.
    pub hovered: Color32,
    /// Behind a quiet control that is pressed.
    pub pressed: Color32,
    /// Lines that only part things.
    pub line: Color32,
    /// Around what can be filled in or pressed.
    pub edge: Color32,
    /// Words.
    pub text: Color32,
    /// Words of second rank.
    pub muted: Color32,
    /// Examples in empty fields and ornaments; never words that matter.
    pub faint: Color32,
    /// What is chosen, what to press, what has the focus.
    pub accent: Color32,
    /// The primary button under the pointer.
    pub accent_hovered: Color32,
    /// The primary button pressed.
    pub accent_pressed: Color32,
    /// On the accent.
    pub on_accent: Color32,
    /// The ground of what is chosen.
    pub accent_ground: Color32,
    /// What is due.
    pub due: Color32,
    /// The ground of what is due.
    pub due_ground: Color32,
    /// What is late, wrong or destroys.
    pub late: Color32,
    /// A destructive button under the pointer.
    pub late_hovered: Color32,
    /// The ground of what is late.
    pub late_ground: Color32,
    /// What is done.
    pub done: Color32,
    /// The ground of what is done.
    pub done_ground: Color32,
    /// The shadow under what floats.
    pub shadow: Color32,
    /// Over the window while a dialog is open.
    pub backdrop: Color32,
}

impl Tokens {
    /// Ink on paper.
    pub const LIGHT: Self = Self {
        ground: palette::PAPER,
        surface: palette::WHITE,
        raised: palette::WHITE,
        hovered: palette::PAPER_SHADE,
        pressed: palette::PAPER_PRESSED,
        line: palette::PAPER_LINE,
        edge: palette::PAPER_EDGE,
        text: palette::INK,
        muted: palette::INK_MUTED,
        faint: palette::INK_FAINT,
        accent: palette::BLUE,
        accent_hovered: palette::BLUE_HOVER,
        accent_pressed: palette::BLUE_PRESSED,
        on_accent: palette::WHITE,
        accent_ground: palette::BLUE_GROUND,
        due: palette::AMBER,
        due_ground: palette::AMBER_GROUND,
        late: palette::RED,
        late_hovered: palette::RED_HOVER,
        late_ground: palette::RED_GROUND,
        done: palette::GREEN,
        done_ground: palette::GREEN_GROUND,
        shadow: Color32::from_black_alpha(28),
        backdrop: Color32::from_black_alpha(72),
    };

    /// Chalk on a dark desk.
    pub const DARK: Self = Self {
        ground: palette::NIGHT,
        surface: palette::NIGHT_SURFACE,
        raised: palette::NIGHT_RAISED,
        hovered: palette::NIGHT_SHADE,
        pressed: palette::NIGHT_PRESSED,
        line: palette::NIGHT_LINE,
        edge: palette::NIGHT_EDGE,
        text: palette::CHALK,
        muted: palette::CHALK_MUTED,
        faint: palette::CHALK_FAINT,
        accent: palette::SKY,
        accent_hovered: palette::SKY_HOVER,
        accent_pressed: palette::SKY_PRESSED,
        on_accent: palette::NIGHT_INK,
        accent_ground: palette::SKY_GROUND,
        due: palette::HONEY,
        due_ground: palette::HONEY_GROUND,
        late: palette::CORAL,
        late_hovered: palette::CORAL_HOVER,
        late_ground: palette::CORAL_GROUND,
        done: palette::MINT,
        done_ground: palette::MINT_GROUND,
        shadow: Color32::from_black_alpha(110),
        backdrop: Color32::from_black_alpha(130),
    };

    /// The roles for one of the two themes.
    pub fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &Self::LIGHT,
            Theme::Dark => &Self::DARK,
        }
    }

    /// Words and ground of a tone.
    pub fn tone(&self, tone: Tone) -> (Color32, Color32) {
        match tone {
            Tone::Neutral => (self.muted, Color32::TRANSPARENT),
            Tone::Accent => (self.accent, self.accent_ground),
            Tone::Due => (self.due, self.due_ground),
            Tone::Late => (self.late, self.late_ground),
            Tone::Done => (self.done, self.done_ground),
        }
    }

    /// The line that parts things.
    pub fn line_stroke(&self) -> Stroke {
        Stroke::new(metrics::LINE, self.line)
    }

    /// The line around what can be filled in or pressed.
    pub fn edge_stroke(&self) -> Stroke {
        Stroke::new(metrics::LINE, self.edge)
    }

    /// The ring around what has the focus or is chosen.
    pub fn ring_stroke(&self) -> Stroke {
        Stroke::new(metrics::RING, self.accent)
    }

    /// The veil behind selected text; the words keep their colour.
    pub fn selection(&self) -> Color32 {
        self.accent.gamma_multiply(0.28)
    }

    /// The shadow under what floats.
    pub fn floating_shadow(&self) -> Shadow {
        Shadow {
            offset: [0, 6],
            blur: 20,
            spread: 0,
            color: self.shadow,
        }
    }

    /// The frame of a card on the ground.
    pub fn card_frame(&self) -> Frame {
        Frame::new()
            .fill(self.surface)
            .stroke(self.line_stroke())
            .corner_radius(radius::CARD)
            .inner_margin(Margin::from(space::M))
    }

    /// The frame of what floats above the window: menus and toasts.
    pub fn floating_frame(&self) -> Frame {
        Frame::new()
            .fill(self.raised)
            .stroke(self.line_stroke())
            .corner_radius(radius::CARD)
            .inner_margin(Margin::from(space::XS))
            .shadow(self.floating_shadow())
    }

    /// The frame of a bar or a view directly on the ground.
    pub fn bar_frame(&self) -> Frame {
        Frame::new()
            .fill(self.ground)
            .inner_margin(Margin::from(vec2(space::L, 0.0)))
    }
}

/// How urgent something is. A shape and a word always say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing to do now.
    #[default]
    Neutral,
    /// Chosen, or worth a look.
    Accent,
    /// To do now.
    Due,
    /// Should be done already, or is wrong.
    Late,
    /// Done.
    Done,
}
