//! A choice among few, all of them seen.

use std::ops::Range;

use egui::{
    Align, Color32, Context, CornerRadius, Id, Layout, Response, Role, Sense, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::{paint, text};
use crate::ui::{
    fonts,
    theme::{UiExt as _, metrics, radius, size, space},
};

/// Segments side by side, one of them chosen. `name` says to assistive technology what is chosen.
pub fn segmented<T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, &str)],
) -> Response {
    segmented_with_focus(ui, name, value, options, false)
}

/// Segments as [`segmented`] shows them; with `focus` the chosen one takes the keyboard.
pub fn segmented_with_focus<T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, &str)],
    focus: bool,
) -> Response {
    let tokens = ui.tokens();
    let mut changed = false;
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(tokens.edge_stroke())
        .corner_radius(radius::CONTROL + 2)
        .inner_margin(egui::Margin::from(space::XS / 2.0));
    let mut group = frame
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = space::XS / 2.0;
            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
            let mut row = |ui: &mut Ui, places: Range<usize>| {
                let (first, many) = (places.start, places.len());
                for (i, (option, words)) in options.iter().enumerate().skip(first).take(many) {
                    let chosen = option == value;
                    let segment = ui.push_id((name, i), |ui| segment(ui, words, chosen)).inner;
                    if chosen && focus {
                        segment.request_focus();
                    }
                    if segment.has_focus() {
                        let place = chosen.then_some(segment.id);
                        ui.data_mut(|data| data.insert_temp(chosen_focus(), place));
                    }
                    let clicked = segment.clicked();
                    if clicked && !chosen {
                        *value = option.clone();
                        changed = true;
                    }
                }
            };
            let rows = rows(ui, options);
            if let [all] = rows.as_slice() {
                // From the left even at the right end of a line.
                let words = options.iter().map(|(_, words)| width(ui, words));
                let wanted = words.sum::<f32>() + ui.spacing().item_spacing.x * (all.len() as f32);
                let layout = Layout::left_to_right(Align::Center);
                let size = vec2(wanted, metrics::TARGET);
                ui.allocate_ui_with_layout(size, layout, |ui| row(ui, all.clone()));
            } else {
                ui.vertical(|ui| {
                    for places in rows {
                        ui.horizontal(|ui| row(ui, places));
                    }
                });
            }
        })
        .response;
    ui.ctx().accesskit_node_builder(group.id, |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(name);
    });
    if changed {
        group.mark_changed();
    }
    group
}

/// Which chosen segment had the focus last.
fn chosen_focus() -> Id {
    Id::unique("afterword: chosen segment")
}

/// Whether the focus is on a segment that is chosen already: there Enter is left to the dialog.
pub(crate) fn focus_is_on_chosen(ctx: &Context) -> bool {
    let last: Option<Id> = ctx.data(|data| data.get_temp(chosen_focus()).flatten());
    last.is_some() && last == ctx.memory(egui::Memory::focused)
}

/// Which segments stand in one row: all of them, but in a narrow dialog.
fn rows<T>(ui: &Ui, options: &[(T, &str)]) -> Vec<Range<usize>> {
    let (room, gap) = (ui.available_width(), space::XS / 2.0);
    let mut rows = Vec::new();
    let (mut start, mut taken) = (0, 0.0);
    for (place, (_, words)) in options.iter().enumerate() {
        let needed = width(ui, words) + gap;
        if place > start && taken + needed > room + gap {
            rows.push(start..place);
            (start, taken) = (place, 0.0);
        }
        taken += needed;
    }
    rows.push(start..options.len());
    rows
}

/// The room of a segment: that of the heavier face, so that nothing moves when another is chosen.
fn width(ui: &Ui, words: &str) -> f32 {
    let font = fonts::semibold(size::BODY);
    let heavy = text::layout(ui, words, font, Color32::PLACEHOLDER, f32::INFINITY, 1);
    heavy.size().x + 2.0 * space::M
}

fn segment(ui: &mut Ui, words: &str, chosen: bool) -> Response {
    let tokens = ui.tokens();
    let font = if chosen {
        fonts::semibold(size::BODY)
    } else {
        fonts::regular(size::BODY)
    };
    let galley = text::layout(ui, words, font, Color32::PLACEHOLDER, f32::INFINITY, 1);
    let wanted = vec2(width(ui, words), metrics::TARGET);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    if ui.is_rect_visible(rect) {
        let resting = if chosen {
            tokens.accent_ground
        } else {
            Color32::TRANSPARENT
        };
        let fill = if chosen {
            resting
        } else {
            paint::quiet_fill(ui, &response, resting)
        };
        let color = if chosen { tokens.accent } else { tokens.muted };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
        let left = rect.center().x - galley.size().x / 2.0;
        paint::galley_at(ui.painter(), left, rect.center().y, &galley, color);
        if response.has_focus() {
            let corner = CornerRadius::same(radius::CONTROL);
            ui.painter()
                .rect_stroke(rect, corner, tokens.ring_stroke(), StrokeKind::Inside);
        }
    }
    super::reveal(&response);
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, words));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn arrows_and_space_choose() {
        let mut harness = harness_state(
            |ui, value: &mut u8| {
                segmented(
                    ui,
                    "Theme",
                    value,
                    &[(0, "System"), (1, "Light"), (2, "Dark")],
                );
            },
            0,
        );
        harness.run();
        harness.get_by_label("Theme");
        harness.get_by_label("Light").focus();
        harness.run();
        harness.key_press(Key::ArrowRight);
        harness.run();
        harness.run();
        assert!(harness.get_by_label("Dark").is_focused());
        harness.key_press(Key::Space);
        harness.run();
        assert_eq!(*harness.state(), 2);
    }
}
