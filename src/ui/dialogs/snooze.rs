//! A moment of the user's own until which something is put off.

use egui::Context;

use super::Step;
use super::fields::{self, NOT_A_DAY};
use crate::app::Command;
use crate::etiquette::Action;
use crate::reminders::snooze::may_last_until;
use crate::time::Moment;
use crate::time::hour;
use crate::ui::scene::Scene;
use crate::ui::widgets::date::{DateField, TimeField};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::typed::{parse_date, parse_time};

#[derive(Debug)]
pub(super) struct Form {
    pub(super) fresh: bool,
    actions: Vec<Action>,
    date: String,
    time: String,
    tried: bool,
}

impl Form {
    /// Begins with the hour at which the user's days begin.
    pub(super) fn new(actions: Vec<Action>, scene: &Scene<'_>) -> Self {
        Self {
            fresh: true,
            actions,
            date: String::new(),
            time: hour(scene.state.search.policy.morning),
            tried: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let until = self.until(scene);
        let wrong = until.as_ref().err().copied().filter(|_| self.tried);
        let today = scene.clock.today();
        let dialog = Dialog::new("snooze", "Until when?", "Cancel").primary("Put it off");
        let ((), choice) = dialog.show(ctx, |ui| {
            if let Some(action) = self.actions.first() {
                fields::about(ui, scene, action.application);
            }
            let date = DateField::new("Date", &mut self.date, today)
                .not_before(today)
                .error(wrong)
                .show(ui);
            if self.fresh {
                date.response.request_focus();
            }
            TimeField::new("Time", &mut self.time).show(ui);
        });
        self.fresh = false;
        fields::step(choice, || {
            self.tried = true;
            let Ok(until) = until else {
                return Step::Open;
            };
            let actions = std::mem::take(&mut self.actions);
            scene.send(Command::Snooze { actions, until });
            Step::Done
        })
    }

    fn until(&self, scene: &Scene<'_>) -> Result<Moment, &'static str> {
        let day = parse_date(&self.date, scene.clock).ok_or(NOT_A_DAY)?;
        let time = parse_time(&self.time).ok_or("Write an hour such as 09:30")?;
        may_last_until(day.and_time(time), scene.clock)
    }
}
