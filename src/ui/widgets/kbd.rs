//! A key or a combination of keys, as a hint.

use egui::{Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::{paint, text};
use crate::ui::{
    fonts,
    theme::{UiExt as _, radius, size, space},
};

/// Shows `Ctrl K` and its like as a small key cap.
pub fn kbd(ui: &mut Ui, keys: &str) -> Response {
    let tokens = ui.tokens();
    let galley = text::layout(
        ui,
        keys,
        fonts::regular(size::SMALL),
        tokens.muted,
        f32::INFINITY,
        1,
    );
    let wanted = galley.size() + vec2(2.0 * space::XS, 0.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    paint::boxed(
        ui.painter(),
        rect,
        radius::PILL,
        tokens.hovered,
        tokens.line_stroke(),
    );
    paint::galley_at(
        ui.painter(),
        rect.left() + space::XS,
        rect.center().y,
        &galley,
        tokens.muted,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    response
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn a_key_is_said_as_it_is_written() {
        let mut harness = harness(|ui| {
            kbd(ui, "Ctrl K");
        });
        harness.run();
        harness.get_by_label("Ctrl K");
    }
}
