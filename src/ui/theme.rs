//! The look as named values: a small palette, the roles it plays in light and in dark, and the sizes.
//!
//! Views take colours from [`UiExt::tokens`] and sizes from the modules here ([`space`], [`radius`], [`size`],
//! [`metrics`], [`motion`]), and write no number or colour of their own.

use std::{collections::BTreeMap, sync::Arc};

use egui::{
    Color32, Context, CornerRadius, Frame, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    ThemePreference, Ui, Visuals,
    epaint::{FontColorTransferFunction, text::TextOptions},
    style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets},
    vec2,
};

use super::fonts;
use crate::model::{self, Appearance};

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

/// The raw colours. Only the roles below refer to them.
mod palette {
    use egui::Color32;

    const fn rgb(hex: u32) -> Color32 {
        let [_, r, g, b] = hex.to_be_bytes();
        Color32::from_rgb(r, g, b)
    }

    pub(super) const WHITE: Color32 = rgb(0xFFFFFF);
    pub(super) const PAPER: Color32 = rgb(0xF6F4EF);
    pub(super) const PAPER_SHADE: Color32 = rgb(0xEDEAE3);
    pub(super) const PAPER_PRESSED: Color32 = rgb(0xE3DFD6);
    pub(super) const PAPER_LINE: Color32 = rgb(0xE6E2DA);
    pub(super) const PAPER_EDGE: Color32 = rgb(0x918B80);
    pub(super) const INK: Color32 = rgb(0x1D2127);
    pub(super) const INK_MUTED: Color32 = rgb(0x5A606B);
    pub(super) const INK_FAINT: Color32 = rgb(0x8A8F98);
    pub(super) const BLUE: Color32 = rgb(0x2B54C4);
    pub(super) const BLUE_HOVER: Color32 = rgb(0x2348AD);
    pub(super) const BLUE_PRESSED: Color32 = rgb(0x1C3C94);
    pub(super) const BLUE_GROUND: Color32 = rgb(0xE9EEFB);
    pub(super) const AMBER: Color32 = rgb(0x8A5200);
    pub(super) const AMBER_GROUND: Color32 = rgb(0xFFF3DC);
    pub(super) const RED: Color32 = rgb(0xA8231C);
    pub(super) const RED_HOVER: Color32 = rgb(0x931C16);
    pub(super) const RED_GROUND: Color32 = rgb(0xFCE9E7);
    pub(super) const GREEN: Color32 = rgb(0x1C6E46);
    pub(super) const GREEN_GROUND: Color32 = rgb(0xE4F4EB);

    pub(super) const NIGHT: Color32 = rgb(0x16181B);
    pub(super) const NIGHT_SURFACE: Color32 = rgb(0x1E2125);
    pub(super) const NIGHT_RAISED: Color32 = rgb(0x262A2F);
    pub(super) const NIGHT_SHADE: Color32 = rgb(0x2A2F35);
    pub(super) const NIGHT_PRESSED: Color32 = rgb(0x333940);
    pub(super) const NIGHT_LINE: Color32 = rgb(0x2E3338);
    pub(super) const NIGHT_EDGE: Color32 = rgb(0x6B737D);
    pub(super) const CHALK: Color32 = rgb(0xE9E7E3);
    pub(super) const CHALK_MUTED: Color32 = rgb(0xA3A9B2);
    pub(super) const CHALK_FAINT: Color32 = rgb(0x70767F);
    pub(super) const SKY: Color32 = rgb(0x8FABFF);
    pub(super) const SKY_HOVER: Color32 = rgb(0xA5BCFF);
    pub(super) const SKY_PRESSED: Color32 = rgb(0xBACBFF);
    pub(super) const SKY_GROUND: Color32 = rgb(0x232B40);
    pub(super) const NIGHT_INK: Color32 = rgb(0x10131A);
    pub(super) const HONEY: Color32 = rgb(0xF2BC6B);
    pub(super) const HONEY_GROUND: Color32 = rgb(0x372A13);
    pub(super) const CORAL: Color32 = rgb(0xFF9A91);
    pub(super) const CORAL_HOVER: Color32 = rgb(0xFFB0A9);
    pub(super) const CORAL_GROUND: Color32 = rgb(0x3B1E1C);
    pub(super) const MINT: Color32 = rgb(0x74D0A1);
    pub(super) const MINT_GROUND: Color32 = rgb(0x16301F);
}

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

/// The look, within reach of a [`Ui`].
pub trait UiExt {
    /// The colours of the theme this part of the window is drawn in.
    fn tokens(&self) -> &'static Tokens;
}

impl UiExt for Ui {
    fn tokens(&self) -> &'static Tokens {
        tokens_of(self.style())
    }
}

impl UiExt for Context {
    fn tokens(&self) -> &'static Tokens {
        Tokens::of(self.theme())
    }
}

fn tokens_of(style: &Style) -> &'static Tokens {
    if style.visuals.dark_mode {
        &Tokens::DARK
    } else {
        &Tokens::LIGHT
    }
}

/// Sets fonts and both themes, and follows the system's choice between them. Call once, before the first frame.
///
/// [`follow`] changes the choice later, at once.
pub fn install(ctx: &Context) {
    fonts::install(ctx);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, Arc::new(style(theme)));
    }
    // Paper and ink where the system has no wish.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_theme(ThemePreference::System);
}

/// Takes over the user's choice between them; costs nothing where it is taken over already.
pub fn follow(ctx: &Context, appearance: &Appearance) {
    let wanted = match appearance.theme {
        model::Theme::System => ThemePreference::System,
        model::Theme::Light => ThemePreference::Light,
        model::Theme::Dark => ThemePreference::Dark,
    };
    if ctx.options(|options| options.theme_preference) != wanted {
        ctx.set_theme(wanted);
    }
}

fn style(theme: Theme) -> Style {
    let mut style = Style {
        text_styles: BTreeMap::from([
            (TextStyle::Small, fonts::regular(size::SMALL)),
            (TextStyle::Body, fonts::regular(size::BODY)),
            (TextStyle::Button, fonts::semibold(size::BODY)),
            (TextStyle::Heading, fonts::semibold(size::TITLE)),
            (TextStyle::Monospace, fonts::regular(size::BODY)),
        ]),
        animation_time: motion::QUICK,
        visuals: visuals(theme),
        ..Style::default()
    };

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::S, space::S);
    spacing.window_margin = Margin::from(space::L);
    spacing.menu_margin = Margin::from(space::XS);
    spacing.button_padding = vec2(space::M, space::XS);
    spacing.interact_size = vec2(metrics::CONTROL, metrics::CONTROL);
    spacing.icon_spacing = space::S;
    spacing.icon_width = metrics::CHECKBOX;
    spacing.icon_width_inner = size::SMALL;
    spacing.indent = space::L;
    spacing.tooltip_width = metrics::TOOLTIP;
    spacing.extra_text_line_spacing = 2.0;
    spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        floating_width: 6.0,
        dormant_handle_opacity: 0.35,
        ..ScrollStyle::floating()
    };

    // Text that can be selected takes clicks and drags away from the card it stands on.
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(theme: Theme) -> Visuals {
    let tokens = Tokens::of(theme);
    let corner_radius = CornerRadius::same(radius::CONTROL);
    let widget = |fill: Color32, stroke: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius,
        fg_stroke: Stroke::new(metrics::LINE, text),
        expansion: 0.0,
    };
    Visuals {
        widgets: Widgets {
            noninteractive: widget(tokens.surface, tokens.line_stroke(), tokens.text),
            inactive: widget(tokens.surface, tokens.edge_stroke(), tokens.text),
            hovered: widget(tokens.hovered, tokens.edge_stroke(), tokens.text),
            active: widget(tokens.pressed, tokens.ring_stroke(), tokens.text),
            open: widget(tokens.hovered, tokens.edge_stroke(), tokens.text),
        },
        selection: Selection {
            // Behind selected text; the words keep their colour.
            bg_fill: tokens.accent.gamma_multiply(0.28),
            stroke: Stroke::new(metrics::LINE, tokens.text),
        },
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(1.5, tokens.accent),
            blink: false,
            ..TextCursorStyle::default()
        },
        // egui draws the examples in empty fields with it.
        weak_text_color: Some(tokens.faint),
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.hovered,
        extreme_bg_color: tokens.surface,
        text_edit_bg_color: Some(tokens.surface),
        code_bg_color: tokens.hovered,
        warn_fg_color: tokens.due,
        error_fg_color: tokens.late,
        window_corner_radius: CornerRadius::same(radius::DIALOG),
        window_shadow: tokens.floating_shadow(),
        window_fill: tokens.raised,
        window_stroke: tokens.line_stroke(),
        menu_corner_radius: CornerRadius::same(radius::CARD),
        popup_shadow: tokens.floating_shadow(),
        panel_fill: tokens.ground,
        indent_has_left_vline: false,
        text_options: TextOptions {
            // egui's own choice for dark makes regular look semibold.
            color_transfer_function: match theme {
                Theme::Light => FontColorTransferFunction::Off,
                Theme::Dark => FontColorTransferFunction::Gamma(0.8),
            },
            ..TextOptions::default()
        },
        ..theme.default_visuals()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2 relative luminance.
    fn luminance(color: Color32) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_and_marks_stand_out_from_what_is_behind_them() {
        let mut weak = Vec::new();
        for (theme, t) in [("light", &Tokens::LIGHT), ("dark", &Tokens::DARK)] {
            let plain = [
                ("ground", t.ground),
                ("surface", t.surface),
                ("raised", t.raised),
            ];
            let mut check = |what: &str, front: Color32, back: (&str, Color32), least: f64| {
                let found = contrast(front, back.1);
                if found < least {
                    weak.push(format!(
                        "{theme}: {what} on {} is {found:.2}, not {least}",
                        back.0
                    ));
                }
            };
            for back in plain {
                for (what, front) in [
                    ("text", t.text),
                    ("muted", t.muted),
                    ("accent", t.accent),
                    ("due", t.due),
                    ("late", t.late),
                    ("done", t.done),
                ] {
                    check(what, front, back, 4.5);
                }
                check("edge", t.edge, back, 3.0);
            }
            for back in [("hovered", t.hovered), ("pressed", t.pressed)] {
                check("text", t.text, back, 4.5);
                check("muted", t.muted, back, 4.5);
            }
            check("accent", t.accent, ("hovered", t.hovered), 4.5);
            check("faint", t.faint, ("surface", t.surface), 3.0);
            check("text", t.text, ("accent ground", t.accent_ground), 4.5);
            check("muted", t.muted, ("accent ground", t.accent_ground), 4.5);
            check("accent", t.accent, ("accent ground", t.accent_ground), 4.5);
            for back in [t.accent, t.accent_hovered, t.accent_pressed] {
                check("on accent", t.on_accent, ("accent", back), 4.5);
            }
            for back in [t.late, t.late_hovered] {
                check("on accent", t.on_accent, ("late", back), 4.5);
            }
            for (what, ground) in [
                ("due", t.due_ground),
                ("late", t.late_ground),
                ("done", t.done_ground),
            ] {
                check("text", t.text, (what, ground), 4.5);
                check("muted", t.muted, (what, ground), 4.5);
            }
            check("due", t.due, ("its ground", t.due_ground), 4.5);
            check("late", t.late, ("its ground", t.late_ground), 4.5);
            check("done", t.done, ("its ground", t.done_ground), 4.5);
            check("accent", t.accent, ("due ground", t.due_ground), 4.5);
            check("accent", t.accent, ("late ground", t.late_ground), 4.5);
        }
        assert!(weak.is_empty(), "{weak:#?}");
    }

    #[test]
    fn the_tokens_follow_the_theme() {
        let ctx = Context::default();
        install(&ctx);
        for (theme, tokens) in [(Theme::Dark, &Tokens::DARK), (Theme::Light, &Tokens::LIGHT)] {
            ctx.set_theme(theme);
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                assert_eq!(ui.tokens(), tokens);
            });
            output.textures_delta.clear();
        }
    }
}
