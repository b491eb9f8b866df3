//! The cadence strip: where the waiting stands, in dots.

use egui::{
    Color32, Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo,
    epaint::PathShape, pos2, vec2,
};

use super::{paint, text};
use crate::ui::theme::{Tokens, UiExt as _, metrics, space};

/// One message of the cadence. Each differs in shape as well as in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dot {
    /// Sent: filled.
    Filled,
    /// Owed: a ring.
    Ring,
    /// Due: half filled.
    Half,
    /// To come: small.
    Small,
    /// No longer: a line.
    Struck,
    /// Late: a filled diamond.
    Late,
}

/// From one dot to the next.
const PITCH: f32 = space::M;
const RADIUS: f32 = 4.0;

/// A row of dots, with a gap between the groups. `sentence` says it all in words, on hover and to assistive technology.
pub fn cadence(ui: &mut Ui, groups: &[&[Dot]], sentence: &str) -> Response {
    let tokens = ui.tokens();
    let groups = || groups.iter().filter(|group| !group.is_empty());
    let width = groups().map(|group| PITCH * len(group)).sum::<f32>()
        + PITCH * (len_of(groups()) - 1.0).max(0.0);
    let height = 2.0 * RADIUS + space::XS;
    let wanted = vec2(width.min(ui.available_width()), height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    if ui.is_rect_visible(rect) {
        let painter = ui
            .painter()
            .with_clip_rect(rect.expand(metrics::LINE).intersect(ui.clip_rect()));
        let mut x = rect.left() + RADIUS;
        for group in groups() {
            for dot in *group {
                paint_dot(&painter, tokens, *dot, pos2(x, rect.center().y));
                x += PITCH;
            }
            x += PITCH;
        }
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text::one_line(sentence)));
    paint::hover(response, Some(sentence), None)
}

fn len(group: &[Dot]) -> f32 {
    len_of(group.iter())
}

fn len_of<T>(items: impl Iterator<Item = T>) -> f32 {
    items.fold(0.0, |count, _| count + 1.0)
}

fn paint_dot(painter: &Painter, tokens: &Tokens, dot: Dot, center: Pos2) {
    let ring = |color: Color32, radius: f32| {
        painter.circle_stroke(center, radius, Stroke::new(1.25, color));
    };
    match dot {
        Dot::Filled => {
            painter.circle_filled(center, RADIUS, tokens.done);
        }
        Dot::Ring => ring(tokens.due, RADIUS - 0.6),
        Dot::Half => {
            painter.add(half_disc(center, RADIUS - 0.6, tokens.due));
            ring(tokens.due, RADIUS - 0.6);
        }
        Dot::Small => ring(tokens.muted, RADIUS - 1.75),
        Dot::Struck => {
            let across = (center.x - RADIUS)..=(center.x + RADIUS);
            painter.hline(across, center.y, Stroke::new(1.25, tokens.muted));
        }
        Dot::Late => {
            let r = RADIUS + 1.0;
            let points = vec![
                center + vec2(0.0, -r),
                center + vec2(r, 0.0),
                center + vec2(0.0, r),
                center + vec2(-r, 0.0),
            ];
            painter.add(Shape::convex_polygon(points, tokens.late, Stroke::NONE));
        }
    }
}

fn half_disc(center: Pos2, radius: f32, color: Color32) -> Shape {
    let quarter = std::f32::consts::FRAC_PI_2;
    let steps = 12_u8;
    let points = (0..=steps)
        .map(|step| {
            let angle = quarter + f32::from(step) / f32::from(steps) * 2.0 * quarter;
            center + radius * vec2(angle.cos(), angle.sin())
        })
        .collect();
    Shape::Path(PathShape::convex_polygon(points, color, Stroke::NONE))
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn the_strip_says_its_sentence_and_never_outgrows_its_card() {
        let sentence = "2 of 3 thanked; first check-in due Monday 30 November";
        let mut harness = harness(|ui| {
            ui.set_max_width(200.0);
            cadence(
                ui,
                &[
                    &[Dot::Filled, Dot::Filled, Dot::Ring],
                    &[Dot::Half, Dot::Small, Dot::Late],
                ],
                sentence,
            );
            cadence(ui, &[&[Dot::Struck; 200]], "Many");
            cadence(ui, &[], "None");
        });
        harness.run();
        harness.get_by_label(sentence);
        assert!(harness.get_by_label("Many").rect().width() <= 200.5);
    }
}
