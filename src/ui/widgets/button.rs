//! Buttons. One primary button a view; what it does is in its words.

use egui::{
    Color32, KeyboardShortcut, Response, Role, Sense, Stroke, Ui, Vec2, Widget, WidgetInfo, vec2,
};

use super::{paint, text};
use crate::ui::{
    fonts,
    icons::{self, Icon},
    theme::{Tokens, UiExt as _, metrics, radius, size, space},
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Destructive,
    Secondary,
    Quiet,
    Link,
}

/// A button with words, and perhaps an icon before them.
///
/// ```text
/// if Button::primary("Mark as sent").icon(icons::CHECK).show(ui).clicked() { send(); }
/// ```
#[must_use = "A button is seen once it is shown"]
pub struct Button<'a> {
    label: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    caret: bool,
    selected: bool,
    enabled: bool,
    full_width: bool,
    name: Option<&'a str>,
    hover: Option<&'a str>,
    shortcut: Option<KeyboardShortcut>,
}

impl<'a> Button<'a> {
    fn new(kind: Kind, label: &'a str) -> Self {
        Self {
            label,
            kind,
            icon: None,
            caret: false,
            selected: false,
            enabled: true,
            full_width: false,
            name: None,
            hover: None,
            shortcut: None,
        }
    }

    /// The one thing to do in a view.
    pub fn primary(label: &'a str) -> Self {
        Self::new(Kind::Primary, label)
    }

    /// The primary button of a dialog that takes something away for good.
    pub fn destructive(label: &'a str) -> Self {
        Self::new(Kind::Destructive, label)
    }

    /// One of several things to do.
    pub fn secondary(label: &'a str) -> Self {
        Self::new(Kind::Secondary, label)
    }

    /// Something one can also do: no frame until the pointer comes.
    pub fn quiet(label: &'a str) -> Self {
        Self::new(Kind::Quiet, label)
    }

    /// Words in the accent colour inside a line of text or a list.
    pub fn link(label: &'a str) -> Self {
        Self::new(Kind::Link, label)
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A caret after the words: the button opens a menu.
    pub fn caret(mut self) -> Self {
        self.caret = true;
        self
    }

    /// Shows the button as chosen.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Greyed out and without effect, unless `enabled`.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// As wide as there is room.
    pub fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }

    /// A name for assistive technology that says more than the words ("Write to Ann Ito").
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// What is shown while the pointer rests on the button.
    pub fn hover(mut self, text: &'a str) -> Self {
        self.hover = Some(text);
        self
    }

    /// Names the shortcut on hover. Consuming the keys is the view's business.
    pub fn shortcut(mut self, shortcut: KeyboardShortcut) -> Self {
        self.shortcut = Some(shortcut);
        self
    }

    /// Shows the button; `.clicked()` is also true for Enter and Space.
    pub fn show(self, ui: &mut Ui) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        self.wrap(ui);
        ui.add_enabled_ui(enabled, |ui| self.show_enabled(ui)).inner
    }

    /// In a row that wraps, begins the next line where there is no room: what is shown in a part of
    /// its own does not do so by itself.
    fn wrap(&self, ui: &mut Ui) {
        let left = ui.available_size_before_wrap().x;
        if !ui.layout().main_wrap || left >= ui.max_rect().width() {
            return;
        }
        let font = self.font();
        let galley = text::layout(ui, self.label, font, Color32::PLACEHOLDER, f32::INFINITY, 1);
        if galley.size().x + self.around() > left {
            ui.end_row();
        }
    }

    fn font(&self) -> egui::FontId {
        match self.kind {
            Kind::Quiet | Kind::Link if !self.selected => fonts::regular(size::BODY),
            _ => fonts::semibold(size::BODY),
        }
    }

    fn icon_width(&self) -> f32 {
        if self.icon.is_some() {
            size::ICON + space::S - 2.0
        } else {
            0.0
        }
    }

    fn caret_width(&self) -> f32 {
        if self.caret {
            size::ICON_SMALL + space::XS
        } else {
            0.0
        }
    }

    /// What stands left and right of the words.
    fn around(&self) -> f32 {
        let padding = match self.kind {
            Kind::Link => space::XS,
            _ => space::M,
        };
        2.0 * padding + self.icon_width() + self.caret_width()
    }

    fn show_enabled(self, ui: &mut Ui) -> Response {
        let (font, around) = (self.font(), self.around());
        let (icon_width, caret_width) = (self.icon_width(), self.caret_width());
        let Self {
            label,
            kind,
            icon,
            caret,
            selected,
            full_width,
            name,
            hover,
            shortcut,
            ..
        } = self;
        let tokens = ui.tokens();
        let height = match kind {
            Kind::Link => metrics::TARGET,
            _ => metrics::CONTROL,
        };
        let available = (ui.available_width() - around).max(metrics::CONTROL);
        let galley = text::layout(ui, label, font, Color32::PLACEHOLDER, available, 1);

        let mut wanted = vec2(galley.size().x + around, height);
        if full_width {
            wanted.x = wanted.x.max(ui.available_width());
        }
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());

        if ui.is_rect_visible(rect) {
            let look = look(ui, tokens, kind, selected, &response);
            paint::boxed(ui.painter(), rect, radius::CONTROL, look.fill, look.stroke);
            let content = galley.size().x + icon_width + caret_width;
            let mut x = rect.center().x - content / 2.0;
            let middle = rect.center().y;
            if let Some(icon) = icon {
                let center = egui::pos2(x + size::ICON / 2.0, middle);
                paint::icon(ui.painter(), icon, center, size::ICON, look.text);
                x += icon_width;
            }
            paint::galley_at(ui.painter(), x, middle, &galley, look.text);
            x += galley.size().x + space::XS;
            if caret {
                let center = egui::pos2(x + size::ICON_SMALL / 2.0, middle);
                paint::icon(
                    ui.painter(),
                    icons::CARET_DOWN,
                    center,
                    size::ICON_SMALL,
                    look.text,
                );
            }
            paint::focus_ring(ui, &response, rect, radius::CONTROL);
        }

        super::reveal(&response);
        response.widget_info(|| {
            WidgetInfo::labeled(
                Role::Button,
                ui.is_enabled(),
                text::one_line(name.unwrap_or(label)),
            )
        });
        let response = if galley.elided && hover.is_none() {
            text::whole_on_hover(response, label)
        } else {
            response
        };
        let keys = shortcut.map(|shortcut| ui.ctx().format_shortcut(&shortcut));
        paint::hover(response, hover, keys.as_deref())
            .on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

struct Look {
    fill: Color32,
    stroke: Stroke,
    text: Color32,
}

fn look(ui: &Ui, tokens: &Tokens, kind: Kind, selected: bool, response: &Response) -> Look {
    let pressed = response.is_pointer_button_down_on();
    let hovered = response.hovered();
    match kind {
        Kind::Primary => Look {
            fill: if pressed {
                tokens.accent_pressed
            } else if hovered {
                tokens.accent_hovered
            } else {
                tokens.accent
            },
            stroke: Stroke::NONE,
            text: tokens.on_accent,
        },
        Kind::Destructive => Look {
            fill: if pressed || hovered {
                tokens.late_hovered
            } else {
                tokens.late
            },
            stroke: Stroke::NONE,
            text: tokens.on_accent,
        },
        Kind::Secondary if selected => Look {
            fill: tokens.accent_ground,
            stroke: Stroke::new(metrics::LINE, tokens.accent),
            text: tokens.accent,
        },
        Kind::Secondary => Look {
            fill: paint::quiet_fill(ui, response, tokens.surface),
            stroke: tokens.edge_stroke(),
            text: tokens.text,
        },
        Kind::Quiet | Kind::Link if selected => Look {
            fill: tokens.accent_ground,
            stroke: Stroke::NONE,
            text: tokens.accent,
        },
        Kind::Quiet => Look {
            fill: paint::quiet_fill(ui, response, Color32::TRANSPARENT),
            stroke: Stroke::NONE,
            text: if hovered { tokens.text } else { tokens.muted },
        },
        Kind::Link => Look {
            fill: paint::quiet_fill(ui, response, Color32::TRANSPARENT),
            stroke: Stroke::NONE,
            text: tokens.accent,
        },
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        self.show(ui)
    }
}

/// A primary button; see [`Button::primary`].
pub fn primary(ui: &mut Ui, label: &str) -> Response {
    Button::primary(label).show(ui)
}

/// A secondary button; see [`Button::secondary`].
pub fn secondary(ui: &mut Ui, label: &str) -> Response {
    Button::secondary(label).show(ui)
}

/// A quiet button; see [`Button::quiet`].
pub fn quiet(ui: &mut Ui, label: &str) -> Response {
    Button::quiet(label).show(ui)
}

/// A button inside text; see [`Button::link`].
pub fn link(ui: &mut Ui, label: &str) -> Response {
    Button::link(label).show(ui)
}

/// A square button with an icon alone. Its name is said by assistive technology and shown on hover.
#[must_use = "A button is seen once it is shown"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    small: bool,
    framed: bool,
    selected: bool,
    enabled: bool,
    shortcut: Option<KeyboardShortcut>,
}

impl<'a> IconButton<'a> {
    /// An icon, and what it does in words.
    pub fn new(icon: Icon, name: &'a str) -> Self {
        Self {
            icon,
            name,
            small: false,
            framed: false,
            selected: false,
            enabled: true,
            shortcut: None,
        }
    }

    /// For the inside of fields, cards and headings.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// With the frame of a secondary button.
    pub fn framed(mut self) -> Self {
        self.framed = true;
        self
    }

    /// Shows the button as chosen.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Greyed out and without effect, unless `enabled`.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Names the shortcut on hover.
    pub fn shortcut(mut self, shortcut: KeyboardShortcut) -> Self {
        self.shortcut = Some(shortcut);
        self
    }

    /// Shows the button.
    pub fn show(self, ui: &mut Ui) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        ui.add_enabled_ui(enabled, |ui| self.show_enabled(ui)).inner
    }

    fn show_enabled(self, ui: &mut Ui) -> Response {
        let Self {
            icon,
            name,
            small,
            framed,
            selected,
            shortcut,
            ..
        } = self;
        let tokens = ui.tokens();
        let side = if small {
            metrics::TARGET
        } else {
            metrics::CONTROL
        };
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
        if ui.is_rect_visible(rect) {
            let kind = if framed { Kind::Secondary } else { Kind::Quiet };
            let look = look(ui, tokens, kind, selected, &response);
            paint::boxed(ui.painter(), rect, radius::CONTROL, look.fill, look.stroke);
            paint::icon(ui.painter(), icon, rect.center(), size::ICON, look.text);
            paint::focus_ring(ui, &response, rect, radius::CONTROL);
        }
        super::reveal(&response);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, ui.is_enabled(), text::one_line(name))
        });
        let keys = shortcut.map(|shortcut| ui.ctx().format_shortcut(&shortcut));
        paint::hover(response, Some(name), keys.as_deref())
            .on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        self.show(ui)
    }
}

/// A square button with an icon alone; see [`IconButton`].
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    IconButton::new(icon, name).show(ui)
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn buttons_in_a_row_that_wraps_stay_within_it() {
        let mut harness = harness_state(
            |ui, (): &mut ()| {
                ui.set_width(240.0);
                ui.horizontal_wrapped(|ui| {
                    for name in ["The company", "The position", "Their name", "Your name"] {
                        secondary(ui, name);
                    }
                });
            },
            (),
        );
        harness.run();
        let first = harness.get_by_label("The company").rect();
        let last = harness.get_by_label("Your name").rect();
        assert!(last.top() > first.bottom(), "{first:?} {last:?}");
        for name in ["The position", "Their name", "Your name"] {
            let rect = harness.get_by_label(name).rect();
            assert!(rect.right() <= first.left() + 240.0, "{name} {rect:?}");
        }
    }

    #[test]
    fn buttons_are_found_by_name_and_pressed_by_key() {
        let mut harness = harness_state(
            |ui, clicks: &mut Vec<&str>| {
                if primary(ui, "Mark as sent").clicked() {
                    clicks.push("sent");
                }
                if Button::quiet("Write")
                    .name("Write to Ann")
                    .show(ui)
                    .clicked()
                {
                    clicks.push("write");
                }
                if icon_button(ui, icons::TRASH, "Delete").clicked() {
                    clicks.push("delete");
                }
                if Button::secondary("Never").enabled(false).show(ui).clicked() {
                    clicks.push("never");
                }
            },
            Vec::new(),
        );
        harness.run();
        harness.key_press(Key::Tab);
        harness.run();
        assert!(harness.get_by_label("Mark as sent").is_focused());
        harness.key_press(Key::Enter);
        harness.run();
        harness.get_by_label("Write to Ann").focus();
        harness.run();
        harness.key_press(Key::Space);
        harness.run();
        harness.get_by_label("Delete").click();
        harness.run();
        harness.get_by_label("Never").click();
        harness.run();
        assert_eq!(harness.state(), &["sent", "write", "delete"]);
    }

    #[test]
    fn a_long_name_stays_inside_the_room_there_is() {
        let name = "Ann\nIto ".repeat(1_000);
        let mut harness = harness_state(
            move |ui, width: &mut f32| {
                ui.set_max_width(180.0);
                *width = secondary(ui, &name).rect.width();
            },
            0.0,
        );
        harness.run();
        assert!(*harness.state() <= 180.5, "{}", harness.state());
    }
}
