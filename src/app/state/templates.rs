//! Changes of the user's templates.

use super::{Banner, BannerKind, State};
use crate::app::command::Effect;
use crate::compose::{self, TemplateFile};
use crate::model::{OwnScenario, Scenario, Settings, TemplateText};
use crate::time::Clock;

impl State {
    /// Takes up what the user wrote, or goes back to ours. What no letter can be made of yet is
    /// kept beside the version in force.
    pub(super) fn set_template(
        &mut self,
        scenario: Scenario,
        text: Option<TemplateText>,
        clock: &Clock,
    ) -> Vec<Effect> {
        let typing = text.is_some().then(|| scenario.name());
        let label = self.search.label_of(scenario);
        let title = match &text {
            Some(_) => format!("Changed the template “{label}”"),
            None => format!("Reset the template “{label}”"),
        };
        let text = text.unwrap_or_else(|| compose::ours_of(scenario));
        let usable = compose::check_template(&self.search, clock, scenario, &text).is_ok();
        self.set(&title, typing, clock, |settings| {
            if usable {
                put(settings, scenario, text);
            } else {
                settings.unfinished.insert(scenario.name().to_owned(), text);
            }
        })
    }

    pub(super) fn import_template(&mut self, file: &str, clock: &Clock) -> Vec<Effect> {
        let read = TemplateFile::parse(file).map_err(|error| error.to_string());
        let read = read.and_then(|file| {
            compose::check_template(&self.search, clock, file.scenario, &file.text)
                .map_err(|error| error.to_string())?;
            Ok(file)
        });
        match read {
            Ok(file) => self.take_in(file, clock),
            Err(error) => {
                let text = format!("No template was imported: {error}");
                self.tell(Banner::new(BannerKind::Failure, text))
            }
        }
    }

    /// With a template of a scenario that is not known yet, the scenario comes along.
    fn take_in(&mut self, file: TemplateFile, clock: &Clock) -> Vec<Effect> {
        let TemplateFile {
            scenario,
            label,
            text,
        } = file;
        let known = self.search.has_scenario(scenario);
        let own = label.filter(|_| !known);
        let own = own.map(|label| OwnScenario { scenario, label });
        let called = own.as_ref().map(|own| own.label.clone());
        let called = called.unwrap_or_else(|| self.search.label_of(scenario).to_owned());
        let title = format!("Imported the template “{called}”");
        self.set(&title, None, clock, |settings| {
            settings.scenarios.extend(own);
            put(settings, scenario, text);
        })
    }
}

/// Makes it the version in force. One that says what ours says is ours.
pub(in crate::app) fn put(settings: &mut Settings, scenario: Scenario, text: TemplateText) {
    let name = scenario.name();
    settings.unfinished.remove(name);
    if text == compose::ours_of(scenario) {
        settings.templates.remove(name);
    } else {
        settings.templates.insert(name.to_owned(), text);
    }
}
