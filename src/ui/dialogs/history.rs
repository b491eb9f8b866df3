//! What was done, step by step: a click goes back to any of them, or forward again.

use egui::{
    Align, Context, CornerRadius, Layout, Response, Role, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::{Step, fields};
use crate::app::{Change, Command, words};
use crate::time::{Clock, When};
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::text::{Text, icon, muted};

/// So many steps are shown at first, on either side of now.
const MANY: usize = 100;

pub(super) fn show(ctx: &Context, scene: &mut Scene<'_>) -> Step {
    let dialog = Dialog::new("history", "What you did", "Close").width(metrics::LETTER);
    let (picked, choice) = dialog.show(ctx, |ui| {
        muted(
            ui,
            "Go back to any step. What came after it can be done again.",
        );
        ui.spacing_mut().item_spacing.y = 0.0;
        steps(ui, scene)
    });
    if let Some(steps) = picked {
        scene.send(Command::WalkTo(steps));
    }
    fields::step(choice, || Step::Left)
}

/// The steps, the newest on top; what was undone stands above those that count. What is returned
/// is how many of them are to count.
fn steps(ui: &mut Ui, scene: &Scene<'_>) -> Option<usize> {
    let history = &scene.state.history;
    let (done, undone) = (history.done(), history.undone());
    let mut picked = None;
    // The one undone last is the next to be done again.
    let ahead = undone.iter().rev().enumerate().take(MANY);
    let ahead: Vec<(usize, &Change)> = ahead
        .map(|(place, one)| (done.len() + place + 1, one))
        .collect();
    for (steps, change) in ahead.into_iter().rev() {
        if row(ui, scene.clock, Some(change), Stands::Undone, steps).clicked() {
            picked = Some(steps);
        }
    }
    for (place, change) in done.iter().enumerate().rev().take(MANY) {
        let steps = place + 1;
        let stands = if steps == done.len() {
            Stands::Now
        } else {
            Stands::Done
        };
        if row(ui, scene.clock, Some(change), stands, steps).clicked() && stands != Stands::Now {
            picked = Some(steps);
        }
    }
    if done.len() <= MANY {
        let stands = if done.is_empty() {
            Stands::Now
        } else {
            Stands::Done
        };
        if row(ui, scene.clock, None, stands, 0).clicked() && !done.is_empty() {
            picked = Some(0);
        }
    }
    picked
}

/// How a step stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// It was taken back.
    Undone,
    /// It is the last one that counts.
    Now,
    /// It counts.
    Done,
}

impl Stands {
    fn icon(self) -> Icon {
        match self {
            Self::Undone => icons::CIRCLE_DASHED,
            Self::Now => icons::CARET_RIGHT,
            Self::Done => icons::CHECK,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Undone => "taken back",
            Self::Now => "you are here",
            Self::Done => "",
        }
    }
}

/// One step; without a change, what there was before all of them.
fn row(
    ui: &mut Ui,
    clock: &Clock,
    change: Option<&Change>,
    stands: Stands,
    salt: usize,
) -> Response {
    let title = change.map_or("As it was opened", |change| change.title.as_str());
    let at = change.and_then(|change| change.at);
    let at = at
        .map(|at| words::when(When::Moment(at), clock))
        .unwrap_or_default();
    let said: Vec<&str> = [title, at.as_str(), stands.words()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    ui.push_id(salt, |ui| {
        let wanted = vec2(ui.available_width(), metrics::FIELD);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        if ui.is_rect_visible(rect) {
            paint(ui, rect, &response, stands, title, &at);
        }
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, true, stands == Stands::Now, said.join(", "))
        });
        response
    })
    .inner
}

fn paint(
    ui: &mut Ui,
    rect: egui::Rect,
    response: &Response,
    stands: Stands,
    title: &str,
    at: &str,
) {
    let tokens = ui.tokens();
    let corner = CornerRadius::same(radius::CONTROL);
    if stands == Stands::Now {
        ui.painter().rect_filled(rect, corner, tokens.accent_ground);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, tokens.hovered);
    }
    if response.has_focus() {
        let ring = tokens.ring_stroke();
        ui.painter()
            .rect_stroke(rect, corner, ring, StrokeKind::Inside);
    }
    let builder = UiBuilder::new()
        .max_rect(rect.shrink2(vec2(space::S, 0.0)))
        .layout(Layout::left_to_right(Align::Center));
    let mut child = ui.new_child(builder);
    let color = if stands == Stands::Undone {
        tokens.muted
    } else {
        tokens.text
    };
    icon(&mut child, stands.icon(), size::ICON_SMALL, color);
    child.with_layout(Layout::right_to_left(Align::Center), |ui| {
        Text::new(at)
            .size(size::SMALL)
            .color(tokens.muted)
            .rows(1)
            .show(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            Text::new(title).color(color).rows(1).show(ui);
        });
    });
}
