//! What the forms of the panel have in common.

use chrono::NaiveTime;
use egui::{Align, Frame, Id, Key, Layout, Margin, Response, Ui};
use serde::{Deserialize, Serialize};

use crate::time::{Clock, When};
use crate::ui::theme::{UiExt as _, metrics, radius, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::date::{DateField, TimeField};
use crate::ui::widgets::typed::{parse_date, parse_time};

/// How a form was left in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    /// What it says is to be so.
    Save,
    /// Everything stays as it was.
    Cancel,
}

/// The sheet that a form stands on.
pub(super) fn sheet<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = ui.tokens();
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(tokens.edge_stroke())
        .corner_radius(radius::CARD)
        .inner_margin(Margin::from(space::M));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::M;
        content(ui)
    });
    shown.inner
}

/// The buttons below a form; `left` may add one at the other side.
pub(super) fn buttons(ui: &mut Ui, save: &str, left: impl FnOnce(&mut Ui)) -> Option<Leave> {
    let mut leave = None;
    ui.horizontal(|ui| {
        left(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::secondary(save).show(ui).clicked() {
                leave = Some(Leave::Save);
            }
            if Button::quiet("Cancel").show(ui).clicked() {
                leave = Some(Leave::Cancel);
            }
        });
    });
    leave
}

/// Whether a field of one line was left by Enter, which saves.
pub(super) fn entered(response: &Response) -> bool {
    response.lost_focus() && response.ctx.input(|input| input.key_pressed(Key::Enter))
}

/// Who opened a form, so that the keyboard goes back there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opener(Id);

/// Nobody: the form was open already when the program began.
impl Default for Opener {
    fn default() -> Self {
        Self(Id::NULL)
    }
}

impl Opener {
    pub(super) fn new(response: &Response) -> Self {
        Self(response.id)
    }

    /// Gives the keyboard back.
    pub(super) fn refocus(self, ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(self.0));
    }
}

/// A day with an hour, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Moment {
    date: String,
    time: String,
    /// Whether it was to be saved already: what is missing is said from then on.
    #[serde(skip)]
    tried: bool,
}

impl Moment {
    pub(super) fn of(at: When, clock: &Clock) -> Self {
        match at {
            When::Day(day) => Self {
                date: day.to_string(),
                ..Self::default()
            },
            When::Moment(moment) => {
                let local = clock.zone.local(moment);
                Self {
                    date: local.date().to_string(),
                    time: clock.hour(local.time()),
                    tried: false,
                }
            }
        }
    }

    /// Two fields side by side; whether one was left by Enter.
    pub(super) fn fields(&mut self, ui: &mut Ui, clock: &Clock, focus: bool) -> bool {
        let half = (ui.available_width() - space::M) / 2.0;
        let missing = self.tried && self.date.trim().is_empty();
        let mut left = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let date = DateField::new("Date", &mut self.date, clock.today())
                .error(missing.then_some("Write a day such as 2026-11-30"))
                .width(half.max(metrics::FIELD))
                .show(ui);
            if focus {
                date.response.request_focus();
            }
            let time = TimeField::new("Time", &mut self.time).width(half).show(ui);
            left = entered(&date.response) || entered(&time.response);
        });
        left
    }

    /// What was typed: nothing where it is no moment. A day alone stays one, unless an hour is
    /// wanted.
    pub(super) fn parse(&mut self, clock: &Clock, otherwise: Option<NaiveTime>) -> Option<When> {
        self.tried = true;
        let day = parse_date(&self.date, clock)?;
        let time = match self.time.trim() {
            "" => otherwise,
            text => Some(parse_time(text)?),
        };
        Some(time.map_or(When::Day(day), |time| {
            When::Moment(clock.zone.at(day.and_time(time)))
        }))
    }
}
