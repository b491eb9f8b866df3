//! What stays in sight beneath the top bar until it is dealt with.

use egui::{Margin, Panel, Ui, vec2};

use crate::app::{Banner, BannerKind, Command};
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
                ui.push_id(index, |ui| one(ui, index, banner))
                    .inner
                    .into_iter()
                    .for_each(|command| scene.send(command));
            }
        });
}

fn one(ui: &mut Ui, index: usize, what: &Banner) -> Option<Command> {
    let tone = match what.kind {
        BannerKind::Saving | BannerKind::Failure => Tone::Late,
        BannerKind::Notifications => Tone::Due,
        BannerKind::News | BannerKind::Versions | BannerKind::Copies => Tone::Accent,
    };
    let mut pressed = None;
    banner(ui, tone, &what.text, |ui| {
        if IconButton::new(icons::X, "Close")
            .small()
            .show(ui)
            .clicked()
        {
            pressed = Some(Command::CloseBanner(index));
        }
        if let Some((words, command)) = &what.action
            && Button::secondary(words).show(ui).clicked()
        {
            pressed = Some((**command).clone());
        }
    });
    pressed
}
