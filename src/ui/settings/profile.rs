//! Who signs the letters.

use egui::Ui;

use super::typing::{Typing, any};
use crate::app::Command;
use crate::model::Profile;
use crate::ui::scene::Scene;
use crate::ui::widgets::field::TextField;

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, typing: &mut Typing) {
    let profile = &scene.state.search.profile;
    let mut changed = None;
    super::group(
        ui,
        "You",
        "Your letters end with this. It stays in your file and goes nowhere else.",
        |ui| {
            changed = fields(ui, profile, typing);
        },
    );
    if let Some(profile) = changed {
        scene.send(Command::Profile(profile));
    }
}

/// The profile as it is after a field was left, if that changed it.
fn fields(ui: &mut Ui, profile: &Profile, typing: &mut Typing) -> Option<Profile> {
    let mut after = profile.clone();
    super::pair(ui, |ui, width| {
        line(ui, typing, ("Name", "Mina Okafor"), width, &mut after.name);
        line(
            ui,
            typing,
            ("Sign-off", "Kind regards"),
            width,
            &mut after.sign_off,
        );
    });
    super::pair(ui, |ui, width| {
        line(
            ui,
            typing,
            ("Phone", "+44 20 7946 0000"),
            width,
            &mut after.phone,
        );
        let example = "https://www.linkedin.com/in/…";
        line(
            ui,
            typing,
            ("LinkedIn", example),
            width,
            &mut after.linkedin,
        );
    });
    let lines = typing.field(
        ui,
        "Lines below the name",
        &profile.signature.join("\n"),
        any,
        |ui, text, _| {
            TextField::new("Lines below the name", text)
                .example("Backend engineer\nBristol")
                .rows(3)
                .show(ui)
        },
    );
    if let Some(lines) = lines {
        after.signature = lines.lines().map(str::to_owned).collect();
    }
    (after != *profile).then_some(after)
}

fn line(
    ui: &mut Ui,
    typing: &mut Typing,
    (label, example): (&'static str, &str),
    width: f32,
    value: &mut String,
) {
    let left = typing.field(ui, label, value, any, |ui, text, _| {
        TextField::new(label, text)
            .example(example)
            .width(width)
            .show(ui)
    });
    if let Some(text) = left {
        *value = text;
    }
}
