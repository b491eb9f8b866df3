//! Changes of the settings.

use super::{Banner, BannerKind, State};
use crate::app::change::{Change, Settings, Typing};
use crate::app::command::Effect;
use crate::compose::TemplateFile;
use crate::model::Scenario;
use crate::time::Clock;

impl State {
    pub(in crate::app) fn set(
        &mut self,
        title: &str,
        typing: Option<&'static str>,
        clock: &Clock,
        edit: impl FnOnce(&mut Settings),
    ) -> Vec<Effect> {
        let before = Settings::of(&self.search);
        let mut after = before.clone();
        edit(&mut after);
        let change = Change {
            title: title.to_owned(),
            settings: Some(Box::new((before, after))),
            typing: typing.map(Typing::Setting),
            ..Change::default()
        };
        self.make(change, clock)
    }

    pub(super) fn set_template(
        &mut self,
        scenario: Scenario,
        text: Option<crate::model::TemplateText>,
        clock: &Clock,
    ) -> Vec<Effect> {
        let typing = text.is_some().then(|| scenario.name());
        let label = scenario.label();
        let title = match &text {
            Some(_) => format!("Changed the template “{label}”"),
            None => format!("Reset the template “{label}”"),
        };
        self.set(&title, typing, clock, |settings| {
            match text {
                Some(text) => settings.templates.insert(scenario.name().to_owned(), text),
                None => settings.templates.remove(scenario.name()),
            };
        })
    }

    pub(super) fn import_template(&mut self, file: &str, clock: &Clock) -> Vec<Effect> {
        match TemplateFile::parse(file) {
            Ok(TemplateFile { scenario, text }) => {
                let mut templates = self.search.templates.clone();
                templates.insert(scenario.name().to_owned(), text);
                let title = format!("Imported the template “{}”", scenario.label());
                self.set(&title, None, clock, |settings| {
                    settings.templates = templates;
                })
            }
            Err(error) => {
                let text = format!("No template was imported: {error}");
                self.tell(Banner::new(BannerKind::Failure, text))
            }
        }
    }
}
