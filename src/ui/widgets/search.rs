//! The search box: an icon, the words, and the shortcut until there are words.

use egui::{Key, Response, Ui, UiBuilder, vec2};

use super::{
    button::IconButton,
    field::{Edit, edit},
    paint, text,
};
use crate::ui::{
    fonts, icons,
    theme::{UiExt as _, metrics, size, space},
};

/// A search box.
#[must_use = "A search box is seen once it is shown"]
pub struct SearchBox<'a> {
    name: &'a str,
    clear: &'a str,
    value: &'a mut String,
    keys: Option<&'a str>,
    width: f32,
    focus: bool,
}

impl<'a> SearchBox<'a> {
    /// `name` is shown while it is empty and said by assistive technology; `clear` names the button that empties it.
    pub fn new(name: &'a str, clear: &'a str, value: &'a mut String) -> Self {
        Self {
            name,
            clear,
            value,
            keys: None,
            width: metrics::SEARCH,
            focus: false,
        }
    }

    /// The shortcut that gets here, such as `Ctrl K`.
    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }

    /// A width of its own.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Takes the keyboard's focus; pass true in the one frame in which it should.
    pub fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    /// Shows the box. Escape empties and leaves it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let Self {
            name,
            clear,
            value,
            keys,
            width,
            focus,
        } = self;
        let tokens = ui.tokens();
        let id = ui.make_persistent_id(("search", name));
        let icon_room = size::ICON + space::XS;
        let keys = keys.filter(|_| value.is_empty());
        let keys = keys.map(|keys| {
            text::layout(
                ui,
                keys,
                fonts::regular(size::SMALL),
                tokens.muted,
                f32::INFINITY,
                1,
            )
        });
        let trailing = match &keys {
            Some(galley) => galley.size().x + space::S,
            None if value.is_empty() => 0.0,
            None => metrics::TARGET,
        };
        let mut response = edit(
            ui,
            id,
            value,
            Edit {
                example: name,
                width: width.min(ui.available_width()),
                height: metrics::CONTROL,
                leading: icon_room,
                trailing,
                stroke: tokens.edge_stroke(),
                ..Edit::default()
            },
        );
        if focus {
            response.request_focus();
        }
        let rect = response.rect;
        let icon_at = rect.left_center() + vec2(space::S + 2.0 + size::ICON / 2.0, 0.0);
        paint::icon(
            ui.painter(),
            icons::MAGNIFYING_GLASS,
            icon_at,
            size::ICON,
            tokens.muted,
        );
        if let Some(galley) = keys {
            let left = rect.right() - galley.size().x - space::S - 2.0;
            paint::galley_at(ui.painter(), left, rect.center().y, &galley, tokens.muted);
        }
        // egui gives up the focus on Escape by itself; the words go with it.
        let mut cleared = false;
        if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Escape)) && !value.is_empty() {
            value.clear();
            cleared = true;
        }
        if !value.is_empty() {
            let corner = rect.right_center() - vec2(metrics::TARGET + 1.0, metrics::TARGET / 2.0);
            let at = egui::Rect::from_min_size(corner, egui::Vec2::splat(metrics::TARGET));
            let mut child = ui.new_child(UiBuilder::new().max_rect(at));
            if IconButton::new(icons::X, clear)
                .small()
                .show(&mut child)
                .clicked()
            {
                value.clear();
                response.request_focus();
                cleared = true;
            }
        }
        if cleared {
            response.mark_changed();
        }
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::Role::SearchInput);
            node.set_label(name);
        });
        response
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn words_can_be_typed_and_cleared_by_key_and_by_button() {
        let mut harness = harness_state(
            |ui, value: &mut String| {
                SearchBox::new("Search", "Clear search", value)
                    .keys("Ctrl K")
                    .show(ui);
            },
            String::new(),
        );
        harness.run();
        assert!(harness.query_by_label("Clear search").is_none());
        harness.get_by_label("Search").focus();
        harness.run();
        harness.get_by_label("Search").type_text("bolt");
        harness.run();
        assert_eq!(harness.state(), "bolt");
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(harness.state(), "");
        harness.get_by_label("Search").focus();
        harness.run();
        harness.get_by_label("Search").type_text("kestrel");
        harness.run();
        harness.get_by_label("Clear search").click();
        harness.run();
        assert_eq!(harness.state(), "");
    }
}
