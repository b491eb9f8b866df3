//! How letters are written: what can be inserted at the left, the template in the middle, and the
//! letter that it makes at the right.
//!
//! - `desk`: the template at hand, and the letter it makes, worked out once for each change
//! - `side`: which template, what can be inserted, and what can be done with it
//! - `sheet`: its subject and its text
//! - `preview`: the letter, and for whom
//!
//! What is typed is kept at once. What no letter can be made of yet waits beside the version in
//! force, so that nothing is lost by leaving.

mod desk;
mod preview;
mod sheet;
mod side;
#[cfg(test)]
mod tests;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, UiBuilder};

use super::icons;
use super::scene::Scene;
use super::theme::{UiExt as _, size, space};
use super::widgets::button::Button;
use super::widgets::text::Text;
use crate::app::Go;
use crate::model::ApplicationId;
use desk::Desk;

/// Height of the line that says where one is.
const BAR: f32 = 44.0;
/// Width of what can be inserted.
const SIDE: f32 = 264.0;
/// With less room than this the letter stands below its template.
const WIDE: f32 = 1_080.0;
/// With less room than this everything stands in one column.
const NARROW: f32 = 640.0;
/// Heights of template and letter where one stands below the other.
const SHEET_BELOW: f32 = 460.0;

/// What the view keeps between frames.
#[derive(Debug, Default)]
pub struct TemplatesView {
    desk: Option<Desk>,
    /// The application whose letter is shown; nothing for the example.
    chosen: Option<ApplicationId>,
}

impl TemplatesView {
    /// Shows the template that the state says is being written.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let Some(scenario) = scene.state.template else {
            self.closed();
            return;
        };
        if self
            .desk
            .as_ref()
            .is_none_or(|desk| desk.scenario != scenario)
        {
            if self.desk.is_none() {
                self.chosen = desk::at_hand(scene.state);
            }
            self.desk = Some(Desk::new(scenario, scene));
        }
        let Some(mut desk) = self.desk.take() else {
            return;
        };
        desk.follow(scene, &mut self.chosen);
        bar(ui, scene, &desk);
        let width = ui.available_width();
        if width < NARROW {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                padded(ui, space::L, |ui| side::show(ui, scene, &mut desk));
                self.sheets_below(ui, scene, &mut desk);
            });
        } else {
            beside(ui, scene, &mut desk);
            if width < WIDE {
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| self.sheets_below(ui, scene, &mut desk));
            } else {
                self.sheets_beside(ui, scene, &mut desk);
            }
        }
        self.desk = Some(desk);
    }

    /// No template is open.
    pub fn closed(&mut self) {
        self.desk = None;
    }

    /// The template at the left, its letter at the right.
    fn sheets_beside(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
        let around = Margin::from(space::L);
        CentralPanel::default()
            .frame(Frame::new().inner_margin(around))
            .show(ui, |ui| {
                let room = ui.available_rect_before_wrap();
                let (left, right) = room.split_left_right_at_fraction(0.5);
                let half = space::L / 2.0;
                let left = left.with_max_x(left.right() - half);
                let right = right.with_min_x(right.left() + half);
                ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
                    sheet::show(ui, scene, desk);
                });
                ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
                    preview::show(ui, scene, desk, &mut self.chosen);
                });
            });
    }

    fn sheets_below(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
        padded(ui, space::L, |ui| {
            let size = egui::vec2(ui.available_width(), SHEET_BELOW);
            let top_down = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(size, top_down, |ui| sheet::show(ui, scene, desk));
            ui.add_space(space::L);
            ui.allocate_ui_with_layout(size, top_down, |ui| {
                preview::show(ui, scene, desk, &mut self.chosen);
            });
        });
    }
}

/// What can be inserted, in a column of its own.
fn beside(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    let line = ui.tokens().line_stroke();
    let shown = Panel::left("template: what can be inserted")
        .exact_size(SIDE)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new())
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                padded(ui, space::L, |ui| side::show(ui, scene, desk));
            });
        });
    let rect = shown.response.rect;
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
}

fn padded(ui: &mut Ui, around: f32, content: impl FnOnce(&mut Ui)) {
    Frame::new()
        .inner_margin(Margin::from(around))
        .show(ui, content);
}

/// “‹ Back / Templates  Thank-you”, and whose version it is.
fn bar(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let line = ui.tokens().line_stroke();
    let (muted, faint, frame) = {
        let tokens = ui.tokens();
        (tokens.muted, tokens.faint, tokens.bar_frame())
    };
    let shown = Panel::top("template: where it belongs")
        .exact_size(BAR)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                let panel = scene.state.panel.as_ref();
                let letter = panel.is_some_and(|panel| panel.compose.is_some());
                let back = if letter {
                    "Letter"
                } else {
                    scene.state.view.name()
                };
                let name = format!("Back to {}", back.to_lowercase());
                let button = Button::link(back).icon(icons::CARET_LEFT).name(&name);
                if button.show(ui).clicked() {
                    scene.go(Go::Back);
                }
                Text::new("/").color(faint).show(ui);
                Text::new("Templates").semibold().show(ui);
                Text::new(&desk.standing(&scene.state.search))
                    .size(size::BODY)
                    .color(muted)
                    .role(egui::Role::Status)
                    .rows(1)
                    .show(ui);
            });
        });
    let rect = shown.response.rect;
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}
