//! The form for what names and describes an application.

use egui::{Response, Ui};
use serde::{Deserialize, Serialize};

use super::form::{self, Leave, Opener};
use crate::app::{Command, Details, Edit};
use crate::model::Application;
use crate::time::{Clock, When};
use crate::ui::scene::Scene;
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::typed::parse_date;

/// What is typed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    opener: Opener,
    #[serde(skip)]
    fresh: bool,
    #[serde(skip)]
    tried: bool,
    company: String,
    position: String,
    applied: String,
    location: String,
    source: String,
    salary: String,
    url: String,
    /// Parted by commas.
    tags: String,
}

impl Form {
    pub(super) fn new(application: &Application, clock: &Clock, opener: &Response) -> Self {
        let details = Details::of(application);
        Self {
            opener: Opener::new(opener),
            fresh: true,
            tried: false,
            company: details.company,
            position: details.position,
            applied: details.applied.date(clock.zone).to_string(),
            location: details.location,
            source: details.source,
            salary: details.salary,
            url: details.url,
            tags: details.tags.join(", "),
        }
    }

    /// Shows the form; whether it is done with.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        application: &Application,
    ) -> bool {
        let leave = form::sheet(ui, |ui| {
            let entered = self.fields(ui, scene.clock);
            let pressed = form::buttons(ui, "Save details", |_| {});
            pressed.or(entered.then_some(Leave::Save))
        });
        self.fresh = false;
        let done = match leave {
            None => false,
            Some(Leave::Cancel) => true,
            Some(Leave::Save) => self.save(scene, application),
        };
        if done {
            self.opener.refocus(ui);
        }
        done
    }

    fn fields(&mut self, ui: &mut Ui, clock: &Clock) -> bool {
        let empty = |value: &str, words: &'static str| {
            (self.tried && value.trim().is_empty()).then_some(words)
        };
        let (no_company, no_position, no_day) = (
            empty(&self.company, "Which company is it?"),
            empty(&self.position, "Which position is it?"),
            empty(&self.applied, "Write a day such as 2026-11-30"),
        );
        let company = TextField::new("Company", &mut self.company)
            .error(no_company)
            .focus(self.fresh)
            .show(ui);
        let position = TextField::new("Position", &mut self.position)
            .error(no_position)
            .show(ui);
        let applied = DateField::new("Applied on", &mut self.applied, clock.today())
            .error(no_day)
            .show(ui);
        let mut entered = [company, position, applied.response]
            .iter()
            .any(form::entered);
        for (label, example, value) in [
            ("Location", "Łódź, two days a week", &mut self.location),
            ("Found through", "A friend", &mut self.source),
            ("Salary", "70,000 to 80,000 €", &mut self.salary),
            ("Advertisement", "https://…", &mut self.url),
            ("Tags", "remote, first choice", &mut self.tags),
        ] {
            let field = TextField::new(label, value).example(example).show(ui);
            entered |= form::entered(&field);
        }
        entered
    }

    fn save(&mut self, scene: &mut Scene<'_>, application: &Application) -> bool {
        self.tried = true;
        let zone = scene.clock.zone;
        let Some(day) = parse_date(&self.applied, scene.clock) else {
            return false;
        };
        if self.company.trim().is_empty() || self.position.trim().is_empty() {
            return false;
        }
        // A day that stays keeps the hour it may have had.
        let applied = if application.applied.date(zone) == day {
            application.applied
        } else {
            When::Day(day)
        };
        let text = |field: &str| field.trim().to_owned();
        let details = Details {
            company: text(&self.company),
            position: text(&self.position),
            applied,
            url: text(&self.url),
            location: text(&self.location),
            source: text(&self.source),
            salary: text(&self.salary),
            tags: Details::tags_in(&self.tags),
        };
        scene.send(Command::edit(application.id, Edit::Details(details)));
        true
    }
}
