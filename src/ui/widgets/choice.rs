//! A choice of one among several, in a menu.

use egui::{Popup, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{field, menu::MenuItem, paint, text};
use crate::ui::{
    fonts, icons,
    theme::{UiExt as _, metrics, radius, size, space},
};

/// A field whose answer is picked from a menu.
///
/// ```text
/// Choice::new("Format", &[(Format::Phone, "Phone"), (Format::Video, "Video")]).show(ui, &mut format);
/// ```
#[must_use = "A choice is seen once it is shown"]
pub struct Choice<'a, T, S = &'a str> {
    label: &'a str,
    options: &'a [(T, S)],
    placeholder: &'a str,
    hide_label: bool,
    width: f32,
}

impl<'a, T: PartialEq + Clone, S: AsRef<str>> Choice<'a, T, S> {
    /// The label above and what there is to choose from, with their words.
    pub fn new(label: &'a str, options: &'a [(T, S)]) -> Self {
        Self {
            label,
            options,
            placeholder: "",
            hide_label: false,
            width: f32::INFINITY,
        }
    }

    /// What is shown while the value is none of the options.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// Keeps the label for assistive technology alone.
    pub fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    /// Narrower than the room there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the choice; `.changed()` says that another was picked.
    pub fn show(self, ui: &mut Ui, value: &mut T) -> Response {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.vertical(|ui| self.show_parts(ui, value)).inner
        })
        .inner
    }

    fn show_parts(self, ui: &mut Ui, value: &mut T) -> Response {
        let Self {
            label,
            options,
            placeholder,
            hide_label,
            width,
        } = self;
        let width = width.min(ui.available_width());
        let tokens = ui.tokens();
        ui.set_max_width(width);
        let id = ui.make_persistent_id(("choice", label));
        if !hide_label {
            field::label_above(ui, label, id);
        }

        let current = options
            .iter()
            .find(|(option, _)| option == value)
            .map(|(_, words)| words.as_ref());
        let (_, rect) = ui.allocate_space(vec2(width, metrics::FIELD));
        let mut response = ui.interact(rect, id, Sense::click());
        if ui.is_rect_visible(rect) {
            let fill = paint::quiet_fill(ui, &response, tokens.surface);
            paint::boxed(
                ui.painter(),
                rect,
                radius::CONTROL,
                fill,
                tokens.edge_stroke(),
            );
            let color = if current.is_some() {
                tokens.text
            } else {
                tokens.muted
            };
            let side = space::S + 2.0 + metrics::LINE;
            let room = width - 2.0 * side - size::ICON - space::XS;
            let words = current.unwrap_or(placeholder);
            let galley = text::layout(ui, words, fonts::regular(size::BODY), color, room, 1);
            paint::galley_at(
                ui.painter(),
                rect.left() + side,
                rect.center().y,
                &galley,
                color,
            );
            let caret = pos2(rect.right() - side - size::ICON / 2.0, rect.center().y);
            paint::icon(
                ui.painter(),
                icons::CARET_DOWN,
                caret,
                size::ICON,
                tokens.muted,
            );
            field::ring(ui, &response);
        }
        super::reveal(&response);
        response.widget_info(|| WidgetInfo {
            current_text_value: current.map(str::to_owned),
            ..WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), label)
        });
        let response_id = response.id;
        ui.ctx().accesskit_node_builder(response_id, |node| {
            node.set_has_popup(egui::accesskit::HasPopup::Listbox);
        });

        let picked = Popup::menu(&response)
            .gap(space::XS)
            .width(width)
            .frame(tokens.floating_frame())
            .accessible_name(label)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_min_width(width - 2.0 * (space::XS + metrics::LINE));
                let mut picked = None;
                egui::ScrollArea::vertical()
                    .max_height(10.0 * metrics::MENU_ITEM)
                    .show(ui, |ui| {
                        for (i, (option, words)) in options.iter().enumerate() {
                            ui.push_id(i, |ui| {
                                let item = MenuItem::new(words.as_ref())
                                    .checked(option == value)
                                    .role(Role::ListBoxOption);
                                if item.show(ui).clicked() {
                                    picked = Some(option.clone());
                                }
                            });
                        }
                    });
                picked
            })
            .and_then(|shown| shown.inner);
        if let Some(picked) = picked {
            response.request_focus();
            if picked != *value {
                *value = picked;
                response.mark_changed();
            }
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

/// A choice of one among several; see [`Choice`].
pub fn choice<T: PartialEq + Clone>(
    ui: &mut Ui,
    label: &str,
    value: &mut T,
    options: &[(T, &str)],
) -> Response {
    Choice::new(label, options).show(ui, value)
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn another_is_picked_by_key() {
        let mut harness = harness_state(
            |ui, value: &mut u8| {
                choice(
                    ui,
                    "Format",
                    value,
                    &[(1, "Phone"), (2, "Video"), (3, "On site")],
                );
            },
            1,
        );
        harness.run();
        let field = harness.get_by_role_and_label(Role::ComboBox, "Format");
        assert_eq!(field.value().as_deref(), Some("Phone"));
        field.focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        for _ in 0..2 {
            harness.key_press(Key::ArrowDown);
            harness.run();
        }
        assert!(harness.get_by_label("Video").is_focused());
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(*harness.state(), 2);
        assert!(harness.get_by_label("Format").is_focused());
    }
}
