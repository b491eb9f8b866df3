//! A status: an icon and words, on a ground that says how urgent it is.

use egui::{Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{paint, text};
use crate::ui::{
    fonts,
    icons::Icon,
    theme::{Tone, UiExt as _, metrics, radius, size, space},
};

/// A status on the ground of its tone. Cut with `…` where there is no room, the whole on hover.
pub fn pill(ui: &mut Ui, tone: Tone, icon: Icon, words: &str) -> Response {
    let tokens = ui.tokens();
    let (color, ground) = tokens.tone(tone);
    // Without a ground the words begin at the edge, in line with what stands above.
    let side = if tone == Tone::Neutral {
        0.0
    } else {
        space::S - 2.0
    };
    let icon_room = size::ICON_SMALL + space::XS;
    let room = ui.available_width() - icon_room - 2.0 * side;
    let galley = text::layout(ui, words, fonts::regular(size::SMALL), color, room, 1);
    let wanted = vec2(galley.size().x + icon_room + 2.0 * side, metrics::PILL);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    if ui.is_rect_visible(rect) {
        paint::boxed(ui.painter(), rect, radius::PILL, ground, Stroke::NONE);
        let middle = rect.center().y;
        let left = rect.left() + side;
        let at = pos2(left + size::ICON_SMALL / 2.0, middle);
        paint::icon(ui.painter(), icon, at, size::ICON_SMALL, color);
        paint::galley_at(ui.painter(), left + icon_room, middle, &galley, color);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text::one_line(words)));
    if galley.elided {
        text::whole_on_hover(response, words)
    } else {
        response
    }
}

/// A status that is not urgent: the same without a ground.
pub fn plain_status(ui: &mut Ui, icon: Icon, words: &str) -> Response {
    pill(ui, Tone::Neutral, icon, words)
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::{icons, widgets::testing::harness};

    #[test]
    fn a_status_says_its_words_and_stays_in_its_card() {
        let long = "Thank ".repeat(500);
        let words = long.clone();
        let mut harness = harness(move |ui| {
            ui.set_max_width(200.0);
            pill(
                ui,
                Tone::Due,
                icons::ENVELOPE_SIMPLE,
                "Thank Ann by 15:00 tomorrow",
            );
            pill(ui, Tone::Late, icons::WARNING, &words);
        });
        harness.run();
        harness.get_by_label("Thank Ann by 15:00 tomorrow");
        assert!(harness.get_by_label(&long).rect().width() <= 200.5);
    }
}
