//! The tokens: colours by role, sizes of type, steps of space, radii, shadows, icons.

use egui::{Color32, CornerRadius, Frame, Margin, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::ui::icons as icon;
use crate::ui::theme::{UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::Text;
use crate::ui::widgets::text::{self, caption};

/// Every role with its name.
pub(super) fn colors(ui: &mut Ui) {
    let t = ui.tokens();
    let rows: [&[(&str, Color32)]; 5] = [
        &[
            ("ground", t.ground),
            ("surface", t.surface),
            ("raised", t.raised),
            ("hovered", t.hovered),
            ("pressed", t.pressed),
        ],
        &[
            ("line", t.line),
            ("edge", t.edge),
            ("faint", t.faint),
            ("muted", t.muted),
            ("text", t.text),
        ],
        &[
            ("accent", t.accent),
            ("hovered", t.accent_hovered),
            ("pressed", t.accent_pressed),
            ("on accent", t.on_accent),
            ("its ground", t.accent_ground),
        ],
        &[
            ("due", t.due),
            ("its ground", t.due_ground),
            ("done", t.done),
            ("its ground", t.done_ground),
        ],
        &[
            ("late", t.late),
            ("hovered", t.late_hovered),
            ("its ground", t.late_ground),
        ],
    ];
    for row in rows {
        ui.horizontal_wrapped(|ui| {
            for (name, color) in row {
                swatch(ui, name, *color);
            }
        });
    }
}

fn swatch(ui: &mut Ui, name: &str, color: Color32) {
    let (rect, _) =
        ui.allocate_exact_size(vec2(metrics::CONTROL, metrics::CONTROL), Sense::hover());
    let around = Stroke::new(metrics::LINE, ui.tokens().edge);
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter()
        .rect(rect, corner, color, around, StrokeKind::Inside);
    let width = metrics::CONTROL * 3.0;
    ui.allocate_ui(vec2(width, metrics::CONTROL), |ui| {
        ui.set_width(width);
        caption(ui, name);
    });
}

pub(super) fn type_scale(ui: &mut Ui) {
    for (name, points) in [
        ("small", size::SMALL),
        ("body", size::BODY),
        ("large", size::LARGE),
        ("title", size::TITLE),
        ("display", size::DISPLAY),
    ] {
        ui.horizontal(|ui| {
            let words = format!("{name}, {points}");
            Text::new(&words).size(points).show(ui);
            Text::new("0123456789 Łódź Żółć")
                .size(points)
                .semibold()
                .show(ui);
        });
    }
}

pub(super) fn measures(ui: &mut Ui) {
    let tokens = ui.tokens();
    ui.horizontal(|ui| {
        for step in [
            space::XS,
            space::S,
            space::M,
            space::L,
            space::XL,
            space::XXL,
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(step, space::XXL), Sense::hover());
            ui.painter().rect_filled(rect, 0.0, tokens.accent);
            ui.add_space(space::M);
        }
        for corner in [radius::PILL, radius::CONTROL, radius::CARD, radius::DIALOG] {
            let side = vec2(metrics::FIELD * 2.0, metrics::FIELD);
            let (rect, _) = ui.allocate_exact_size(side, Sense::hover());
            box_of(ui, rect, corner);
            ui.add_space(space::S);
        }
    });
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        tokens
            .card_frame()
            .show(ui, |ui| caption(ui, "on the ground"));
        ui.add_space(space::L);
        let floating = tokens.floating_frame();
        let floating = floating.inner_margin(Margin::from(space::M));
        floating.show(ui, |ui| caption(ui, "floats"));
        ui.add_space(space::L);
        let ring = Frame::new()
            .stroke(tokens.ring_stroke())
            .corner_radius(radius::CONTROL)
            .inner_margin(Margin::from(space::M));
        ring.show(ui, |ui| caption(ui, "has the focus"));
    });
    ui.add_space(space::L);
}

fn box_of(ui: &Ui, rect: Rect, corner: u8) {
    let stroke = ui.tokens().edge_stroke();
    let corner = CornerRadius::same(corner);
    let fill = ui.tokens().surface;
    ui.painter()
        .rect(rect, corner, fill, stroke, StrokeKind::Inside);
}

pub(super) fn icons(ui: &mut Ui) {
    let color = ui.tokens().muted;
    ui.horizontal_wrapped(|ui| {
        for (name, icon) in icon::ALL {
            text::icon(ui, *icon, size::ICON, color).on_hover_text(*name);
        }
    });
}
