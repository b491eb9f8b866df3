//! Changes of the settings.

use super::State;
use crate::app::change::{Change, Typing};
use crate::app::command::Effect;
use crate::model::Settings;
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
}
