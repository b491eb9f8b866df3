//! A new application: company and position suffice.

use egui::{Context, Ui};
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields;
use crate::app::{Command, Details};
use crate::model::{StageId, StageMeaning};
use crate::time::When;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    /// The field that gets the keyboard is the position, not the company.
    at_position: bool,
    stage: Option<StageId>,
    company: String,
    position: String,
    applied: String,
    location: String,
    source: String,
    url: String,
    salary: String,
    details: bool,
    #[serde(skip)]
    tried: bool,
}

impl Form {
    pub(super) fn new(stage: Option<StageId>) -> Self {
        Self {
            fresh: true,
            at_position: false,
            stage,
            company: String::new(),
            position: String::new(),
            applied: String::new(),
            location: String::new(),
            source: String::new(),
            url: String::new(),
            salary: String::new(),
            details: false,
            tried: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let dialog = Dialog::new("new application", "New application", "Cancel").primary("Add");
        let ((), choice) = dialog.show(ctx, |ui| self.fields(ui, scene));
        self.fresh = false;
        fields::step(choice, || self.add(scene))
    }

    fn fields(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let needed = |value: &str, words: &'static str| {
            (self.tried && value.trim().is_empty()).then_some(words)
        };
        let no_company = needed(&self.company, "Which company is it?");
        let no_position = needed(&self.position, "Which position is it?");
        TextField::new("Company", &mut self.company)
            .example("Quill & Sons")
            .error(no_company)
            .focus(self.fresh && !self.at_position)
            .show(ui);
        TextField::new("Position", &mut self.position)
            .example("Backend engineer")
            .error(no_position)
            .focus(self.fresh && self.at_position)
            .show(ui);
        if self.details {
            self.details(ui, scene);
        } else {
            let more = Button::link("More details").icon(icons::CARET_DOWN);
            if more.show(ui).clicked() {
                self.details = true;
            }
        }
    }

    fn details(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        DateField::new("Applied on", &mut self.applied, scene.clock.today())
            .hint("Today, if you leave it empty")
            .show(ui);
        TextField::new("Location", &mut self.location)
            .example("Łódź, two days a week")
            .show(ui);
        TextField::new("Found through", &mut self.source)
            .example("A friend")
            .show(ui);
        TextField::new("Advertisement", &mut self.url)
            .example("https://…")
            .show(ui);
        TextField::new("Salary", &mut self.salary)
            .example("70,000 to 80,000 €")
            .show(ui);
    }

    fn add(&mut self, scene: &mut Scene<'_>) -> Step {
        self.tried = true;
        let applied = match fields::day(&self.applied, scene.clock) {
            Ok(day) => When::Day(day.unwrap_or(scene.clock.today())),
            Err(_) => return Step::Open,
        };
        if self.company.trim().is_empty() || self.position.trim().is_empty() {
            self.fresh = true;
            self.at_position = !self.company.trim().is_empty();
            return Step::Open;
        }
        let text = |field: &str| field.trim().to_owned();
        let details = Details {
            company: text(&self.company),
            position: text(&self.position),
            applied,
            url: text(&self.url),
            location: text(&self.location),
            source: text(&self.source),
            salary: text(&self.salary),
            tags: Vec::new(),
        };
        // What is applied for stands where that says; only other stages are the user's word.
        let stage = self.stage.take().filter(|id| {
            let stage = scene.state.search.stage(id);
            stage.is_some_and(|stage| stage.meaning != StageMeaning::Applied)
        });
        scene.send(Command::Add { details, stage });
        Step::Done
    }
}
