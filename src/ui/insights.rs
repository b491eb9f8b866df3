//! Insights: a few honest figures.

use egui::{ScrollArea, Ui};

use super::scene::Scene;
use super::theme::{UiExt as _, metrics, size, space};
use super::widgets::text::{Text, caption, divider, muted, title};
use crate::insights::Figures;

/// Shows the figures.
pub fn show(ui: &mut Ui, scene: &Scene<'_>) {
    let figures = Figures::of(&scene.state.search, &scene.state.plan, scene.clock);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let side = ((ui.available_width() - metrics::READING) / 2.0).max(space::L);
        let frame =
            egui::Frame::new().inner_margin(egui::Margin::from(egui::vec2(side, space::XL)));
        frame.show(ui, |ui| {
            title(ui, "Insights");
            muted(ui, &figures.summary());
            ui.add_space(space::L);
            answers(ui, &figures);
            ui.add_space(space::L);
            stages(ui, &figures);
        });
    });
}

fn answers(ui: &mut Ui, figures: &Figures) {
    let gap = space::XXL;
    let third = (ui.available_width() - 2.0 * gap) / 3.0;
    let width = third.clamp(metrics::SEARCH / 2.0, metrics::READING / 4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(gap, space::L);
        let share = figures
            .answered_percent()
            .map_or_else(|| "–".to_owned(), |share| format!("{share} %"));
        figure(ui, width, &share, "of those applied to have answered");
        let days = match figures.median_days_to_answer {
            None => "–".to_owned(),
            Some(1) => "1 day".to_owned(),
            Some(days) => format!("{days} days"),
        };
        figure(ui, width, &days, "until the first answer, half are quicker");
        figure(
            ui,
            width,
            &figures.interviews.to_string(),
            "interviews held",
        );
    });
}

fn figure(ui: &mut Ui, width: f32, number: &str, words: &str) {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = space::XS;
        Text::new(number).size(size::DISPLAY).semibold().show(ui);
        caption(ui, words);
    });
}

fn stages(ui: &mut Ui, figures: &Figures) {
    let most = figures
        .stages
        .iter()
        .map(|(_, count)| *count)
        .max()
        .unwrap_or(0)
        .max(1);
    for (name, count) in &figures.stages {
        ui.horizontal(|ui| {
            let name_width = (metrics::READING / 4.0).min(ui.available_width() * 0.4);
            ui.scope(|ui| {
                ui.set_width(name_width);
                Text::new(name).rows(1).show(ui);
            });
            Text::new(&count.to_string()).semibold().show(ui);
            let room = (ui.available_width() - space::L).max(0.0);
            #[expect(clippy::cast_precision_loss, reason = "a bar is drawn to the point")]
            let width = room * *count as f32 / most as f32;
            let (rect, _) =
                ui.allocate_exact_size(egui::vec2(room, space::S), egui::Sense::hover());
            let bar = egui::Rect::from_min_size(rect.min, egui::vec2(width, rect.height()));
            ui.painter()
                .rect_filled(bar, super::theme::radius::PILL, ui.tokens().accent);
        });
        divider(ui);
    }
}
