//! The line below: where saving stands, and what comes next.

use egui::{Align, Layout, Panel, Ui};

use crate::app::{SaveStatus, State, words};
use crate::etiquette::Status;
use crate::time::Clock;
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::text::{Text, icon};

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>) {
    let frame = ui.tokens().bar_frame();
    let line = ui.tokens().line_stroke();
    let shown = Panel::bottom("status bar")
        .exact_size(metrics::STATUS_BAR)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                saved(ui, scene.state);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    // However long a name is, the two stay apart.
                    ui.set_max_width((ui.available_width() - space::XL).max(0.0));
                    if let Some(next) = next(scene.state, scene.clock) {
                        line_of(ui, &next);
                    }
                });
            });
        });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
}

fn saved(ui: &mut Ui, state: &State) {
    let file = state.file.as_ref().and_then(|path| path.file_name());
    let file = file.map_or_else(String::new, |name| format!(" · {}", name.to_string_lossy()));
    let tokens = ui.tokens();
    let (picture, words, color): (Icon, String, _) = match &state.saving {
        SaveStatus::Saved => (icons::CHECK, format!("Saved{file}"), tokens.muted),
        SaveStatus::Saving => (icons::CIRCLE_DASHED, format!("Saving…{file}"), tokens.muted),
        SaveStatus::Failed(why) => (
            icons::WARNING_CIRCLE,
            format!("Not saved: {}{file}", why.trim_end_matches('.')),
            tokens.late,
        ),
        SaveStatus::ReadOnly(_) => (
            icons::LOCK_SIMPLE,
            format!("Reading only{file}"),
            tokens.muted,
        ),
        SaveStatus::NotLoaded => (
            icons::WARNING_CIRCLE,
            format!("Not loaded{file}"),
            tokens.late,
        ),
        SaveStatus::Sample => (
            icons::INFO,
            "A sample: nothing is kept".to_owned(),
            tokens.muted,
        ),
    };
    icon(ui, picture, size::ICON_SMALL, color);
    Text::new(&words)
        .size(size::SMALL)
        .color(color)
        .rows(1)
        .role(egui::Role::Status)
        .show(ui);
}

fn line_of(ui: &mut Ui, words: &str) {
    let color = ui.tokens().muted;
    Text::new(words)
        .size(size::SMALL)
        .color(color)
        .rows(1)
        .show(ui);
}

/// “Next: today 18:00, thank Ann Ito at Quill & Sons”.
fn next(state: &State, clock: &Clock) -> Option<String> {
    let action = state
        .plan
        .actions()
        .find(|action| action.status == Status::Waiting && !action.optional)?;
    let application = state.application(action.application)?;
    Some(format!(
        "Next: {}",
        words::coming(action, application, clock)
    ))
}
