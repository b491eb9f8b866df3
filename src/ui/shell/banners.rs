//! What stays in sight beneath the top bar until it is dealt with.

use egui::{Margin, Panel, Ui, vec2};

use crate::app::{Banner, BannerKind, Command, SaveStatus, State};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{Tone, UiExt as _, space};
use crate::ui::widgets::banner::banner;
use crate::ui::widgets::button::{Button, IconButton};

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.state.banners.is_empty() {
        return;
    }
    let frame = ui
        .tokens()
        .bar_frame()
        .inner_margin(Margin::from(vec2(space::L, space::S)));
    Panel::top("banners")
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            for (index, banner) in scene.state.banners.iter().enumerate() {
                let stays = stays(banner, scene.state);
                let pressed = ui.push_id(index, |ui| one(ui, index, banner, stays)).inner;
                for command in pressed {
                    scene.send(command);
                }
            }
        });
}

/// Whether a banner goes by itself, and not before: what is not saved stays in sight.
fn stays(banner: &Banner, state: &State) -> bool {
    banner.kind == BannerKind::Saving && matches!(state.saving, SaveStatus::Failed(_))
}

fn one(ui: &mut Ui, index: usize, what: &Banner, stays: bool) -> Vec<Command> {
    let tone = match what.kind {
        BannerKind::Saving | BannerKind::Failure => Tone::Late,
        BannerKind::Notifications => Tone::Due,
        BannerKind::News
        | BannerKind::Login
        | BannerKind::Versions
        | BannerKind::Copies
        | BannerKind::Words => Tone::Accent,
    };
    let mut pressed = Vec::new();
    banner(ui, tone, &what.text, |ui| {
        let close = || Command::CloseBanner(index);
        for (words, command) in &what.actions {
            if Button::secondary(words).show(ui).clicked() {
                pressed.push(command.clone());
                if what.kind == BannerKind::Words {
                    pressed.push(close());
                }
            }
        }
        let closing = IconButton::new(icons::X, "Close").small();
        if !stays && closing.show(ui).clicked() {
            pressed.push(close());
        }
    });
    pressed
}
