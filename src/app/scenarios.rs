//! The user's own scenarios, as they make, rename and delete them.

use super::command::Effect;
use super::state::State;
use crate::model::{JobSearch, OwnScenario, Scenario};
use crate::time::Clock;

/// What is done to the user's own scenarios.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioEdit {
    /// A new one that the user calls so; its template is opened.
    Add(String),
    /// The user calls it otherwise. Its lasting name stays, so that what was sent is found.
    Rename(Scenario, String),
    /// Away with it and its template. What was sent by it stays, under the lasting name.
    Delete(Scenario),
}

/// Why a scenario of one's own cannot be called so, as a sentence; nothing where it can. `but` is
/// the one that is renamed.
pub fn label_taken(search: &JobSearch, label: &str, but: Option<Scenario>) -> Option<&'static str> {
    let label = label.trim().to_lowercase();
    let own = search.scenarios.iter().map(|own| own.scenario);
    let mut all = Scenario::ALL.iter().copied().chain(own);
    all.any(|scenario| Some(scenario) != but && search.label_of(scenario).to_lowercase() == label)
        .then_some("There is a letter with that name")
}

impl State {
    pub(super) fn edit_scenarios(&mut self, edit: ScenarioEdit, clock: &Clock) -> Vec<Effect> {
        match edit {
            ScenarioEdit::Add(label) => self.add_scenario(&label, clock),
            ScenarioEdit::Rename(scenario, label) => self.rename_scenario(scenario, &label, clock),
            ScenarioEdit::Delete(scenario) => {
                let title = format!("Deleted the letter “{}”", self.search.label_of(scenario));
                self.set(&title, None, clock, |settings| {
                    settings.scenarios.retain(|own| own.scenario != scenario);
                    settings.templates.remove(scenario.name());
                    settings.unfinished.remove(scenario.name());
                })
            }
        }
    }

    fn add_scenario(&mut self, label: &str, clock: &Clock) -> Vec<Effect> {
        if label.trim().is_empty() || label_taken(&self.search, label, None).is_some() {
            return Vec::new();
        }
        let Some(own) = OwnScenario::new(label, &self.names_in_use()) else {
            return Vec::new();
        };
        let scenario = own.scenario;
        let title = format!("Made the letter “{}”", own.label);
        let effects = self.set(&title, None, clock, |settings| settings.scenarios.push(own));
        self.template = Some(scenario);
        effects
    }

    /// The scenarios whose names a new one may not have: those there are, and those that letters
    /// were written by.
    fn names_in_use(&self) -> Vec<OwnScenario> {
        let mut known = self.search.scenarios.clone();
        let applications = self.search.applications.values();
        let written = applications.flat_map(|application| {
            let drafts = application.drafts.iter().map(|draft| draft.scenario);
            let sent = application
                .history
                .iter()
                .filter_map(|entry| match &entry.event {
                    crate::model::Event::Sent(message) => Some(message.scenario),
                    _ => None,
                });
            drafts.chain(sent)
        });
        known.extend(written.map(|scenario| OwnScenario {
            scenario,
            label: String::new(),
        }));
        known
    }

    fn rename_scenario(&mut self, scenario: Scenario, label: &str, clock: &Clock) -> Vec<Effect> {
        let label = label.trim();
        if label.is_empty() || label_taken(&self.search, label, Some(scenario)).is_some() {
            return Vec::new();
        }
        let before = self.search.label_of(scenario);
        let title = format!("Renamed the letter “{before}” to “{label}”");
        self.set(&title, None, clock, |settings| {
            let mut all = settings.scenarios.iter_mut();
            if let Some(own) = all.find(|own| own.scenario == scenario) {
                label.clone_into(&mut own.label);
            }
        })
    }
}
