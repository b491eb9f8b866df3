//! Menus: a button that opens one, and their entries. Arrow keys go through them, Escape closes them.

use egui::{
    Color32, CornerRadius, InnerResponse, KeyboardShortcut, Popup, Response, Role, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{button::Button, paint, text};
use crate::ui::{
    fonts,
    icons::{self, Icon},
    theme::{UiExt as _, metrics, radius, size, space},
};

/// An entry of a menu.
#[must_use = "An entry is seen once it is shown"]
pub struct MenuItem<'a> {
    label: &'a str,
    icon: Option<Icon>,
    shortcut: Option<KeyboardShortcut>,
    checked: Option<bool>,
    destructive: bool,
    enabled: bool,
    role: Role,
}

impl<'a> MenuItem<'a> {
    /// What the entry does.
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            icon: None,
            shortcut: None,
            checked: None,
            destructive: false,
            enabled: true,
            role: Role::MenuItem,
        }
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The keys that do the same, at the right.
    pub fn shortcut(mut self, shortcut: KeyboardShortcut) -> Self {
        self.shortcut = Some(shortcut);
        self
    }

    /// One of several to choose from: the chosen one has a check mark.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// Takes something away.
    pub fn destructive(mut self) -> Self {
        self.destructive = true;
        self
    }

    /// Greyed out and without effect, unless `enabled`.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    pub(crate) fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Shows the entry. A click also closes the menu.
    pub fn show(self, ui: &mut Ui) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        ui.add_enabled_ui(enabled, |ui| self.show_enabled(ui)).inner
    }

    fn show_enabled(self, ui: &mut Ui) -> Response {
        let Self {
            label,
            icon,
            shortcut,
            checked,
            destructive,
            role,
            ..
        } = self;
        let tokens = ui.tokens();
        let color = if destructive {
            tokens.late
        } else {
            tokens.text
        };
        let keys = shortcut.map(|shortcut| {
            let keys = ui.ctx().format_shortcut(&shortcut);
            text::layout(
                ui,
                &keys,
                fonts::regular(size::SMALL),
                tokens.muted,
                f32::INFINITY,
                1,
            )
        });
        let galley = text::layout(
            ui,
            label,
            fonts::regular(size::BODY),
            color,
            metrics::TOOLTIP,
            1,
        );
        let icon_room = size::ICON + space::S;
        let before = if icon.is_some() { icon_room } else { 0.0 };
        let after = if checked.is_some() { icon_room } else { 0.0 }
            + keys
                .as_ref()
                .map_or(0.0, |galley| galley.size().x + space::XL);
        let wanted = vec2(
            before + galley.size().x + after + 2.0 * space::S,
            metrics::MENU_ITEM,
        );
        let (rect, response) = ui.allocate_at_least(wanted, Sense::click());

        if ui.is_rect_visible(rect) {
            let resting = if response.has_focus() {
                tokens.hovered
            } else {
                Color32::TRANSPARENT
            };
            let fill = paint::quiet_fill(ui, &response, resting);
            ui.painter()
                .rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
            let middle = rect.center().y;
            let mut left = rect.left() + space::S;
            if let Some(icon) = icon {
                let color = if destructive {
                    tokens.late
                } else {
                    tokens.muted
                };
                paint::icon(
                    ui.painter(),
                    icon,
                    pos2(left + size::ICON / 2.0, middle),
                    size::ICON,
                    color,
                );
                left += icon_room;
            }
            paint::galley_at(ui.painter(), left, middle, &galley, color);
            let right = rect.right() - space::S;
            if let Some(keys) = keys {
                paint::galley_at(
                    ui.painter(),
                    right - keys.size().x,
                    middle,
                    &keys,
                    tokens.muted,
                );
            }
            if checked == Some(true) {
                let at = pos2(right - size::ICON / 2.0, middle);
                paint::icon(ui.painter(), icons::CHECK, at, size::ICON, tokens.accent);
            }
            if response.has_focus() {
                ui.painter().rect_stroke(
                    rect,
                    CornerRadius::same(radius::CONTROL),
                    tokens.ring_stroke(),
                    egui::StrokeKind::Inside,
                );
            }
        }

        response.widget_info(|| {
            let enabled = ui.is_enabled();
            let label = text::one_line(label);
            match checked {
                Some(checked) if role == Role::MenuItem => {
                    WidgetInfo::selected(Role::MenuItemRadio, enabled, checked, label)
                }
                Some(checked) => WidgetInfo::selected(role, enabled, checked, label),
                None => WidgetInfo::labeled(role, enabled, label),
            }
        });
        if response.clicked() {
            ui.close();
        }
        response
    }
}

/// An entry of a menu; see [`MenuItem`].
pub fn menu_item(ui: &mut Ui, icon: Option<Icon>, label: &str) -> Response {
    let item = MenuItem::new(label);
    if let Some(icon) = icon {
        item.icon(icon).show(ui)
    } else {
        item.show(ui)
    }
}

/// A button that opens a menu beneath it.
pub fn menu_button<R>(
    ui: &mut Ui,
    button: Button<'_>,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    let response = button.show(ui);
    let inner = menu_on(&response, content);
    InnerResponse::new(inner, response)
}

/// The menu that a click on `response` opens; for icon buttons and widgets of a view's own.
pub fn menu_on<R>(response: &Response, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let tokens = response.ctx.tokens();
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_has_popup(egui::accesskit::HasPopup::Menu);
    });
    let shown = Popup::menu(response)
        .gap(space::XS)
        .frame(tokens.floating_frame())
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            content(ui)
        });
    shown.map(|shown| shown.inner)
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn a_menu_is_opened_and_gone_through_by_key() {
        let mut harness = harness_state(
            |ui, picked: &mut Vec<&str>| {
                menu_button(ui, Button::quiet("Snooze").caret(), |ui| {
                    for label in ["Tomorrow", "Next week"] {
                        if menu_item(ui, Some(icons::CLOCK), label).clicked() {
                            picked.push(label);
                        }
                    }
                });
            },
            Vec::new(),
        );
        harness.run();
        harness.get_by_label("Snooze").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        harness.get_by_label("Tomorrow");
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.key_press(Key::ArrowDown);
        harness.run();
        assert!(harness.get_by_label("Next week").is_focused());
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state(), &["Next week"]);
        assert!(harness.query_by_label("Next week").is_none());
    }
}
