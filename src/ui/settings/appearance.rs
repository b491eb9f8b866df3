//! How the window looks.

use egui::Ui;

use super::{group, setting};
use crate::app::Command;
use crate::model::{Appearance, Density, Motion, Theme};
use crate::ui::scene::Scene;
use crate::ui::theme::metrics;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::segmented::segmented;

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let about = "What it looks like on this and every computer that opens this file.";
    group(ui, "Appearance", about, |ui| {
        let before = &scene.state.search.appearance;
        let mut after = before.clone();
        theme(ui, &mut after);
        text_size(ui, &mut after);
        cards(ui, &mut after);
        motion(ui, &mut after);
        if after != *before {
            scene.send(Command::Appearance(after));
        }
    });
}

fn theme(ui: &mut Ui, appearance: &mut Appearance) {
    let effect = "“System” changes with your desktop, in the evening too.";
    setting(ui, "Theme", effect, |ui| {
        let options = [
            (Theme::System, "System"),
            (Theme::Light, "Light"),
            (Theme::Dark, "Dark"),
        ];
        segmented(ui, "Theme", &mut appearance.theme, &options);
    });
}

fn text_size(ui: &mut Ui, appearance: &mut Appearance) {
    let effect = "Everything grows with it: words, buttons, cards. Ctrl + and Ctrl − do it from \
                  everywhere.";
    setting(ui, "Text size", effect, |ui| {
        let options = Appearance::TEXT_PERCENTS.map(|size| (size, format!("{size} %")));
        Choice::new("Text size", &options)
            .hide_label()
            .width(metrics::SEARCH / 2.0)
            .show(ui, &mut appearance.text_percent);
    });
}

fn cards(ui: &mut Ui, appearance: &mut Appearance) {
    let effect = "Compact cards have fewer lines, so that more of them can be seen.";
    setting(ui, "Cards", effect, |ui| {
        let options = [
            (Density::Comfortable, "Comfortable"),
            (Density::Compact, "Compact"),
        ];
        segmented(ui, "Cards", &mut appearance.density, &options);
    });
}

fn motion(ui: &mut Ui, appearance: &mut Appearance) {
    let effect = "Short movements show where something went. “As set” asks your system, “None” has \
                  nothing move.";
    setting(ui, "Motion", effect, |ui| {
        let options = [
            (Motion::System, "As set"),
            (Motion::Full, "Short"),
            (Motion::None, "None"),
        ];
        segmented(ui, "Motion", &mut appearance.motion, &options);
    });
}
