//! The letter: what it is made of at the left, the sheet at the right.
//!
//! - `desk`: everything about the letter at hand, worked out once for each change
//! - `occasion`: which scenario, when it is due, and why
//! - `facts`: what the letter is made of
//! - `changes`: facts that changed after the user had begun to write
//! - `findings`: what to mend before it is sent
//! - `spelling`: which English it is held to
//! - `people`: whom it is for, and how long it is
//! - `sheet`: subject and text
//! - `send`: copying, the mail program, and marking as sent
//!
//! The text follows the facts until it is edited by hand; from then on the user's words are kept
//! as a draft of the application, until they are sent or thrown away.

mod changes;
mod desk;
mod facts;
mod findings;
mod mailto;
mod occasion;
mod people;
mod send;
mod sheet;
mod spelling;
#[cfg(test)]
mod tests;

use egui::{
    Align, CentralPanel, Context, Frame, Key, Layout, Margin, Modifiers, Panel, Ui, UiBuilder,
};

use super::scene::Scene;
use super::theme::{UiExt as _, metrics, size, space};
use super::widgets::button::Button;
use super::widgets::text::Text;
use crate::app::{Command, FindingStep, Go, words};
use crate::etiquette;
use crate::ui::icons;
use desk::{At, Desk, Mode};
use findings::{Place, Walking};
pub(super) use occasion::GROUPS;
use send::Sending;
pub(super) use spelling::dialects;

/// Height of the line that says where one is.
const BAR: f32 = 44.0;
/// Width of the left column.
const SIDE: f32 = 400.0;
/// Where there is less room than this for both columns, they stand one above the other.
const NARROW: f32 = 640.0;
/// Where the window is lower than this, it scrolls as one.
const LOW: f32 = 360.0;
/// Height of the sheet where it stands below.
const SHEET_BELOW: f32 = 440.0;

/// What leads to the template of the letter at hand.
const EDIT_TEMPLATE: &str = "Edit this template";

/// What the view keeps between frames.
#[derive(Debug, Default)]
pub struct ComposeView {
    desk: Option<Desk>,
    sending: Sending,
    /// The place that the keyboard is to be led to in the next frame: in this one the click on the
    /// button would take it away again.
    go: Option<Place>,
    /// Where the keyboard walks among the findings.
    walking: Walking,
    /// The place that it is led to in this frame.
    going: Option<Place>,
    /// Whether the letter was just opened by key: then the keyboard goes on from its beginning.
    fresh: bool,
    /// The letter that is written although the rules say not to.
    despite: Option<crate::app::Panel>,
    /// How high the row beneath the sheet was. It is shown after the sheet, as it is read.
    below: f32,
    /// Whether nobody signed when the letter was opened: then it asks for the user's name.
    asks_who_signs: bool,
}

impl ComposeView {
    /// Shows the letter that the state says is open.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.follow(ui, scene);
        self.going = self.go.take();
        let Some(mut desk) = self.desk.take() else {
            return;
        };
        self.keys(ui.ctx(), scene, &mut desk);
        bar(ui, scene, &desk);
        // With so little room, what it is made of stands above the letter, and all of it scrolls.
        if ui.available_width() < NARROW || ui.available_height() < LOW {
            self.one_column(ui, scene, &mut desk);
        } else {
            self.two_columns(ui, scene, &mut desk);
        }
        self.desk = Some(desk);
    }

    /// Leads to a finding, or mends the one that was led to, in the next frame.
    pub fn step_to_finding(&mut self, step: FindingStep) {
        self.walking.step(step);
    }

    /// Brings the desk up to what is open, and reads the letter over when it is time.
    fn follow(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let state = scene.state;
        let Some(panel) = state.panel.as_ref().filter(|panel| panel.compose.is_some()) else {
            self.desk = None;
            return;
        };
        let despite = self.despite.as_ref() == Some(panel);
        let at = At::new(state, panel, scene.clock, despite);
        let known = self.desk.as_ref().map(|desk| &desk.at);
        if known.is_none() {
            self.fresh = ui.memory(|memory| memory.focused().is_some());
        }
        if known != Some(&at) {
            if known.is_none_or(|known| known.panel != at.panel) {
                self.sending.begin_again();
                self.go = None;
                self.walking = Walking::default();
                self.asks_who_signs = false;
            }
            // Once asked for, the field stays while the letter is open.
            self.asks_who_signs |= state.search.profile.name.trim().is_empty();
            self.desk = Desk::new(at, state, scene.clock, ui.input(|input| input.time));
        }
        if let Some(desk) = &mut self.desk {
            desk.read_in_time(state, scene.clock, ui.ctx());
            if let Some(manuscript) = desk.for_the_proof_reader() {
                scene.send(Command::Proofread(manuscript));
            }
        }
    }

    /// Ctrl+Enter marks as sent, Ctrl+Shift+C copies: taken before the text could take them.
    fn keys(&mut self, ctx: &Context, scene: &mut Scene<'_>, desk: &mut Desk) {
        let elsewhere = scene.state.dialog.is_some() || egui::Popup::is_any_open(ctx);
        if elsewhere || !matches!(desk.mode, Mode::Letter) {
            return;
        }
        if ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            send::mark(ctx, scene, desk, &mut self.sending);
        }
        let copy = Modifiers::COMMAND | Modifiers::SHIFT;
        if ctx.input_mut(|input| input.consume_key(copy, Key::C)) {
            send::copy_message(scene, desk);
        }
    }

    fn two_columns(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
        let width = SIDE.min(ui.available_width() * 0.42);
        let line = ui.tokens().line_stroke();
        let shown = Panel::left("letter: what it is made of")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::new())
            .show(ui, |ui| {
                egui::ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| self.side(ui, scene, desk));
            });
        let rect = shown.response.rect;
        ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
        let around = Margin {
            top: Margin::from(space::L).top,
            bottom: 0,
            ..Margin::from(space::XL)
        };
        CentralPanel::default()
            .frame(Frame::new().inner_margin(around))
            .show(ui, |ui| self.letter(ui, scene, desk));
    }

    fn one_column(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
        egui::ScrollArea::vertical()
            .auto_shrink(false)
            .show(ui, |ui| {
                self.side(ui, scene, desk);
                Frame::new()
                    .inner_margin(Margin::from(space::L))
                    .show(ui, |ui| {
                        ui.allocate_ui_with_layout(
                            egui::vec2(ui.available_width(), SHEET_BELOW),
                            Layout::top_down(Align::Min),
                            |ui| self.letter(ui, scene, desk),
                        );
                    });
            });
    }

    /// What the letter is made of.
    fn side(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
        let around = Margin::from(egui::vec2(space::XL - space::XS, space::L));
        Frame::new().inner_margin(around).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            occasion::show(ui, scene, desk, std::mem::take(&mut self.fresh));
            if matches!(desk.mode, Mode::Letter) {
                ui.add_space(space::XS);
                facts::show(ui, scene, desk);
                facts::done_before(ui, scene, desk);
                if self.asks_who_signs {
                    facts::who_signs(ui, scene);
                }
                ui.add_space(space::S);
                spelling::question(ui, scene);
                if let Some(place) = changes::show(ui, scene, desk) {
                    self.lead_to(ui, place);
                }
                if let Some(place) = findings::show(ui, scene, desk, &mut self.walking) {
                    self.lead_to(ui, place);
                }
                spelling::unread(ui, scene);
            }
        });
    }

    /// Leads the keyboard to a place of the letter, in the next frame.
    fn lead_to(&mut self, ui: &Ui, place: Place) {
        self.go = Some(place);
        ui.ctx().request_repaint();
    }

    /// The sheet with what stands above and below it.
    fn letter(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
        people::show(ui, scene, desk);
        ui.add_space(space::XS);
        let below = Margin {
            top: Margin::from(space::M).top,
            bottom: Margin::from(space::L).bottom,
            left: 0,
            right: 0,
        };
        let room = ui.available_rect_before_wrap();
        let (above, rest) = room.split_top_bottom_at_y(room.bottom() - self.below);
        ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
            let go = self.going.take();
            if sheet::show(ui, scene, desk, go.as_ref()) {
                self.despite = Some(desk.at.panel.clone());
            }
        });
        let shown = ui.scope_builder(UiBuilder::new().max_rect(rest), |ui| {
            let frame = Frame::new().inner_margin(below);
            frame.show(ui, |ui| send::show(ui, scene, desk, &mut self.sending));
        });
        let height = shown.response.rect.height();
        if (height - self.below).abs() > 0.5 {
            self.below = height;
            ui.ctx().request_repaint();
        }
    }
}

/// “‹ Board / Quill & Sons  Backend engineer · interviewed today, 14:00”.
fn bar(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let line = ui.tokens().line_stroke();
    let (muted, faint) = (ui.tokens().muted, ui.tokens().faint);
    let frame = ui.tokens().bar_frame();
    let shown = Panel::top("letter: where it belongs")
        .exact_size(BAR)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                let view = scene.state.view.name();
                let back = format!("Back to {view}");
                let button = Button::link(view).icon(icons::CARET_LEFT).name(&back);
                if button.show(ui).clicked() {
                    scene.go(Go::ClosePanel);
                }
                Text::new("/").color(faint).show(ui);
                let company = metrics::CARD.max(ui.available_width() * 0.4);
                ui.scope(|ui| {
                    ui.set_max_width(company.min(ui.available_width()));
                    let name = &desk.application.company;
                    Text::new(name).semibold().rows(1).show(ui);
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    edit_template(ui, scene, desk);
                    let left = Layout::left_to_right(Align::Center);
                    ui.with_layout(left, |ui| {
                        let rest = subtitle(scene, desk);
                        Text::new(&rest)
                            .size(size::BODY)
                            .color(muted)
                            .rows(1)
                            .show(ui);
                    });
                });
            });
        });
    let rect = shown.response.rect;
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// The way to how this letter is written.
fn edit_template(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let known = scene.state.search.has_scenario(desk.scenario);
    if known && Button::link(EDIT_TEMPLATE).show(ui).clicked() {
        scene.go(Go::Template(desk.scenario));
    }
}

fn subtitle(scene: &Scene<'_>, desk: &Desk) -> String {
    let ctx = scene.state.context(scene.clock);
    let position = &desk.application.position;
    let held = etiquette::last_interview(&desk.application, &ctx).and_then(|e| e.interview());
    let happened = match held {
        Some((start, ..)) => {
            let local = scene.clock.zone.local(start);
            let day = words::day(local.date(), scene.clock);
            format!("interviewed {day}, {}", scene.clock.hour(local.time()))
        }
        None => {
            let applied = desk.application.applied.date(scene.clock.zone);
            format!("applied {}", words::day(applied, scene.clock))
        }
    };
    if position.trim().is_empty() {
        happened
    } else {
        format!("{position} · {happened}")
    }
}
