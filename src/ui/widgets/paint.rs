//! What several widgets draw alike.

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, Galley, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui,
    pos2,
};

use crate::ui::{
    fonts,
    icons::Icon,
    theme::{UiExt as _, metrics, space},
};

/// The ring around what has the keyboard's focus. It stands off by a point, so that it shows on every fill.
pub(crate) fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let gap = metrics::LINE;
        ui.painter().rect_stroke(
            rect.expand(gap),
            CornerRadius::same(radius + 1),
            ui.tokens().ring_stroke(),
            StrokeKind::Outside,
        );
    }
}

/// An icon in the middle of a square.
pub(crate) fn icon(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    painter.text(
        center,
        Align2::CENTER_CENTER,
        icon.glyph(),
        fonts::icon(size),
        color,
    );
}

/// A galley with its middle on a horizontal line, starting at `left`.
pub(crate) fn galley_at(
    painter: &Painter,
    left: f32,
    middle: f32,
    galley: &Arc<Galley>,
    color: Color32,
) {
    let top = (middle - galley.size().y / 2.0).round();
    painter.galley(pos2(left, top), Arc::clone(galley), color);
}

/// The fill of a control that is quiet until the pointer comes.
pub(crate) fn quiet_fill(ui: &Ui, response: &Response, resting: Color32) -> Color32 {
    let tokens = ui.tokens();
    if !ui.is_enabled() {
        resting
    } else if response.is_pointer_button_down_on() {
        tokens.pressed
    } else if response.hovered() {
        tokens.hovered
    } else {
        resting
    }
}

/// A rectangle with a line of one point inside its edge.
pub(crate) fn boxed(painter: &Painter, rect: Rect, radius: u8, fill: Color32, stroke: Stroke) {
    painter.rect(
        rect,
        CornerRadius::same(radius),
        fill,
        stroke,
        StrokeKind::Inside,
    );
}

/// Adds hover text with the shortcut behind it.
pub(crate) fn hover(response: Response, text: Option<&str>, shortcut: Option<&str>) -> Response {
    if text.is_none() && shortcut.is_none() {
        return response;
    }
    response.on_hover_ui(|ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if let Some(text) = text {
                super::text::Text::new(text)
                    .size(crate::ui::theme::size::SMALL)
                    .rows(8)
                    .show(ui);
            }
            if let Some(shortcut) = shortcut {
                super::kbd::kbd(ui, shortcut);
            }
        });
    })
}
