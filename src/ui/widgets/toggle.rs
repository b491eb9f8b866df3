//! Yes or no: a checkbox for an answer, a switch for what takes effect at once.

use egui::{
    Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, lerp, pos2,
    vec2,
};

use super::{paint, text};
use crate::ui::{
    fonts, icons,
    theme::{Tokens, UiExt as _, metrics, radius, size, space},
};

/// A box to tick, with its words.
pub fn checkbox(ui: &mut Ui, value: &mut bool, label: &str) -> Response {
    toggle(
        ui,
        value,
        label,
        Role::CheckBox,
        Vec2::splat(metrics::CHECKBOX),
        paint_box,
    )
}

/// A switch, with its words.
pub fn switch(ui: &mut Ui, value: &mut bool, label: &str) -> Response {
    let height = metrics::CHECKBOX + 2.0;
    toggle(
        ui,
        value,
        label,
        Role::Switch,
        vec2(height * 1.7, height),
        paint_switch,
    )
}

fn toggle(
    ui: &mut Ui,
    value: &mut bool,
    label: &str,
    role: Role,
    mark: Vec2,
    paint_mark: fn(&Ui, &Tokens, &Response, Rect, bool),
) -> Response {
    let tokens = ui.tokens();
    let room = ui.available_width() - mark.x - space::S;
    let galley = text::layout(
        ui,
        label,
        fonts::regular(size::BODY),
        tokens.text,
        room,
        usize::MAX,
    );
    let height = galley.size().y.max(metrics::TARGET);
    let wanted = vec2(mark.x + space::S + galley.size().x, height);
    let (rect, mut response) = ui.allocate_exact_size(wanted, Sense::click());
    if response.clicked() {
        *value = !*value;
        response.mark_changed();
    }
    if ui.is_rect_visible(rect) {
        // Beside the first line, even if the words take several.
        let first = if galley.rows.len() > 1 {
            size::line(size::BODY)
        } else {
            height
        };
        let middle = rect.top() + first.max(mark.y) / 2.0;
        let mark_rect = Rect::from_center_size(pos2(rect.left() + mark.x / 2.0, middle), mark);
        paint_mark(ui, tokens, &response, mark_rect, *value);
        let left = rect.left() + mark.x + space::S;
        paint::galley_at(ui.painter(), left, rect.center().y, &galley, tokens.text);
    }
    super::reveal(&response);
    response
        .widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), *value, text::one_line(label)));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn paint_box(ui: &Ui, tokens: &Tokens, response: &Response, rect: Rect, on: bool) {
    if on {
        let fill = if response.hovered() {
            tokens.accent_hovered
        } else {
            tokens.accent
        };
        paint::boxed(ui.painter(), rect, radius::PILL, fill, Stroke::NONE);
        paint::icon(
            ui.painter(),
            icons::CHECK,
            rect.center(),
            size::ICON_SMALL,
            tokens.on_accent,
        );
    } else {
        let fill = paint::quiet_fill(ui, response, tokens.surface);
        paint::boxed(ui.painter(), rect, radius::PILL, fill, tokens.edge_stroke());
    }
    paint::focus_ring(ui, response, rect, radius::PILL);
}

fn paint_switch(ui: &Ui, tokens: &Tokens, response: &Response, rect: Rect, on: bool) {
    let quick = ui.style().animation_time;
    let along = ui.ctx().animate_bool_with_time(response.id, on, quick);
    let half = rect.height() / 2.0;
    let fill = if on {
        tokens.accent
    } else {
        paint::quiet_fill(ui, response, tokens.surface)
    };
    let stroke = if on {
        Stroke::NONE
    } else {
        tokens.edge_stroke()
    };
    ui.painter()
        .rect(rect, half, fill, stroke, egui::StrokeKind::Inside);
    let x = lerp((rect.left() + half)..=(rect.right() - half), along);
    let knob: Color32 = if on { tokens.on_accent } else { tokens.edge };
    ui.painter()
        .circle_filled(pos2(x, rect.center().y), half - space::XS, knob);
    if response.has_focus() {
        let corner = CornerRadius::from(half + metrics::LINE);
        let ring = rect.expand(metrics::LINE);
        ui.painter().rect_stroke(
            ring,
            corner,
            tokens.ring_stroke(),
            egui::StrokeKind::Outside,
        );
    }
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn both_are_found_by_their_words_and_turned_by_space() {
        let mut harness = harness_state(
            |ui, (a, b): &mut (bool, bool)| {
                checkbox(ui, a, "Start with the system");
                switch(ui, b, "Remind me");
            },
            (false, true),
        );
        harness.run();
        harness
            .get_by_role_and_label(Role::CheckBox, "Start with the system")
            .focus();
        harness.run();
        harness.key_press(Key::Space);
        harness.run();
        harness
            .get_by_role_and_label(Role::Switch, "Remind me")
            .click();
        harness.run();
        assert_eq!(harness.state(), &(true, false));
    }
}
