//! A banner: something about the whole window that stays until it is dealt with.

use egui::{Align, CornerRadius, Frame, Layout, Response, Role, Ui, accesskit::Live, vec2};

use super::row::Row;
use super::text::{self, Text};
use crate::ui::{
    icons,
    theme::{Tone, UiExt as _, metrics, radius, size, space},
};

/// A sentence on the ground of its tone, with buttons at the right, or beneath it where there is little room.
///
/// `actions` draws the buttons; the first of them stands rightmost.
pub fn banner(ui: &mut Ui, tone: Tone, words: &str, actions: impl FnOnce(&mut Ui)) -> Response {
    let tokens = ui.tokens();
    let (color, ground) = match tone {
        Tone::Neutral => (tokens.muted, tokens.hovered),
        tone => tokens.tone(tone),
    };
    let icon = match tone {
        Tone::Neutral | Tone::Accent => icons::INFO,
        Tone::Due => icons::WARNING,
        Tone::Late => icons::WARNING_CIRCLE,
        Tone::Done => icons::CHECK_CIRCLE,
    };
    let frame = Frame::new()
        .fill(ground)
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(egui::Margin::from(vec2(space::M, space::S)));
    let role = if tone == Tone::Late {
        Role::Alert
    } else {
        Role::Status
    };
    // What is wrong interrupts what is being read.
    let live = if tone == Tone::Late {
        Live::Assertive
    } else {
        Live::Polite
    };
    let response = frame
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let words_ui = |ui: &mut Ui| {
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.add_space((metrics::CONTROL - size::ICON) / 2.0);
                        text::icon(ui, icon, size::ICON, color);
                    });
                    ui.vertical(|ui| {
                        ui.add_space((metrics::CONTROL - size::line(size::BODY)) / 2.0);
                        Text::new(words).rows(6).live(live).show(ui);
                    });
                });
            };
            if ui.available_width() < metrics::DIALOG {
                words_ui(ui);
                // Without buttons there is no second row.
                ui.spacing_mut().interact_size.y = 0.0;
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.horizontal_wrapped(actions);
            } else {
                // As high as a button, not as the rest of the view.
                let row = vec2(ui.available_width(), metrics::CONTROL);
                ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Min), |ui| {
                    let row = Row::new(ui, "banner", Align::Min);
                    row.start(ui, words_ui);
                    row.end(ui, actions);
                });
            }
        })
        .response;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(role);
    });
    response
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::{quiet, testing::harness_state};

    #[test]
    fn a_banner_says_its_sentence_and_can_be_acted_on() {
        for width in [300.0, 760.0] {
            let mut harness = harness_state(
                move |ui, opened: &mut bool| {
                    ui.set_max_width(width);
                    banner(
                        ui,
                        Tone::Due,
                        "Reminders are off until the agent runs",
                        |ui| {
                            *opened |= quiet(ui, "Start the agent").clicked();
                        },
                    );
                },
                false,
            );
            harness.run();
            harness.get_by_label("Reminders are off until the agent runs");
            harness.get_by_label("Start the agent").click();
            harness.run();
            assert!(harness.state());
        }
    }
}
