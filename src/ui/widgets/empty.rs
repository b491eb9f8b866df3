//! Nothing here yet: an icon, a sentence, and what to do.

use egui::{Align2, Color32, Response, Sense, Ui, vec2};

use super::{button::Button, text};
use crate::ui::{
    fonts,
    icons::Icon,
    theme::{UiExt as _, metrics, size, space},
};

/// Stands in the middle of the room there is. Gives the button's response, if there is one.
pub fn empty_state(
    ui: &mut Ui,
    icon: Icon,
    sentence: &str,
    button: Option<&str>,
) -> Option<Response> {
    let tokens = ui.tokens();
    let width = ui.available_width().min(metrics::DIALOG);
    let galley = text::layout(
        ui,
        sentence,
        fonts::regular(size::BODY),
        Color32::PLACEHOLDER,
        width,
        6,
    );
    let high = size::ICON_LARGE
        + space::M
        + galley.size().y
        + if button.is_some() {
            space::L + metrics::CONTROL
        } else {
            0.0
        };
    let above = ((ui.available_height() - high) / 2.0).clamp(space::XXL, 10.0 * space::XXL);
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(above);
        let (rect, _) =
            ui.allocate_exact_size(vec2(size::ICON_LARGE, size::ICON_LARGE), Sense::hover());
        let font = fonts::icon(size::ICON_LARGE);
        ui.painter().text(
            rect.center(),
            Align2::CENTER_CENTER,
            icon.glyph(),
            font,
            tokens.faint,
        );
        ui.add_space(space::M);
        ui.scope(|ui| {
            ui.set_max_width(width);
            text::Text::new(sentence)
                .color(tokens.muted)
                .rows(6)
                .show(ui);
        });
        button.map(|label| {
            ui.add_space(space::L);
            Button::secondary(label).show(ui)
        })
    })
    .inner
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::{icons, widgets::testing::harness_state};

    #[test]
    fn the_sentence_is_said_and_the_button_pressed() {
        let mut harness = harness_state(
            |ui, pressed: &mut bool| {
                let button = empty_state(ui, icons::TRAY, "Nothing to do", Some("New application"));
                *pressed |= button.is_some_and(|button| button.clicked());
            },
            false,
        );
        harness.run();
        harness.get_by_label("Nothing to do");
        harness.get_by_label("New application").click();
        harness.run();
        assert!(harness.state());
    }
}
