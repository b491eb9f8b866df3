//! The tabs on top of the window.

use egui::{Color32, CornerRadius, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{paint, text};
use crate::ui::{
    fonts,
    theme::{UiExt as _, metrics, radius, size, space},
};

/// A tab that leads to a view. The count of what waits there stands in a badge; zero shows none.
///
/// `count_words` says the count to assistive technology ("4 due"); the tab's name is the label alone.
pub fn nav_tab(
    ui: &mut Ui,
    label: &str,
    selected: bool,
    count: usize,
    count_words: &str,
) -> Response {
    let tokens = ui.tokens();
    let font = if selected {
        fonts::semibold(size::BODY)
    } else {
        fonts::regular(size::BODY)
    };
    // The room is that of the heavier face, so that nothing moves when another tab is chosen.
    let heavy = text::layout(
        ui,
        label,
        fonts::semibold(size::BODY),
        Color32::PLACEHOLDER,
        f32::INFINITY,
        1,
    );
    let galley = text::layout(ui, label, font, Color32::PLACEHOLDER, f32::INFINITY, 1);
    let badge = (count > 0).then(|| {
        let number = if count > 99 {
            "99+".to_owned()
        } else {
            count.to_string()
        };
        text::layout(
            ui,
            &number,
            fonts::semibold(size::SMALL),
            tokens.on_accent,
            f32::INFINITY,
            1,
        )
    });
    let badge_height = size::SMALL + 6.0;
    let badge_width = badge.as_ref().map_or(0.0, |galley| {
        (galley.size().x + space::S + 1.0).max(badge_height)
    });
    let badge_room = if badge.is_some() {
        badge_width + space::S - 2.0
    } else {
        0.0
    };
    let wanted = vec2(
        heavy.size().x + badge_room + 2.0 * space::M,
        metrics::CONTROL,
    );
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());

    if ui.is_rect_visible(rect) {
        let fill = if selected {
            tokens.accent_ground
        } else {
            paint::quiet_fill(ui, &response, Color32::TRANSPARENT)
        };
        let color = if selected {
            tokens.accent
        } else if response.hovered() {
            tokens.text
        } else {
            tokens.muted
        };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
        let left = rect.left() + space::M + (heavy.size().x - galley.size().x) / 2.0;
        paint::galley_at(ui.painter(), left, rect.center().y, &galley, color);
        if let Some(number) = badge {
            let center = pos2(rect.right() - space::M - badge_width / 2.0, rect.center().y);
            let disc = egui::Rect::from_center_size(center, vec2(badge_width, badge_height));
            ui.painter()
                .rect_filled(disc, badge_height / 2.0, tokens.accent);
            let left = center.x - number.size().x / 2.0;
            paint::galley_at(ui.painter(), left, center.y, &number, tokens.on_accent);
        }
        paint::focus_ring(ui, &response, rect, radius::CONTROL);
    }

    response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(selected);
        if count > 0 {
            node.set_description(count_words);
        }
    });
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn a_tab_is_named_after_its_view_and_chosen_by_key() {
        let mut harness = harness_state(
            |ui, chosen: &mut usize| {
                ui.horizontal(|ui| {
                    for (i, (name, count)) in [("Today", 4), ("Board", 0)].into_iter().enumerate() {
                        if nav_tab(ui, name, *chosen == i, count, "4 due").clicked() {
                            *chosen = i;
                        }
                    }
                });
            },
            0,
        );
        harness.run();
        harness.get_by_role_and_label(Role::Tab, "Today");
        harness.get_by_label("Board").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(*harness.state(), 1);
    }
}
