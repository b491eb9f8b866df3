//! What is put off, and what is not needed.

use std::collections::BTreeMap;

use super::State;
use crate::app::change::Change;
use crate::app::command::Effect;
use crate::app::words;
use crate::etiquette::Action;
use crate::reminders::{Key, Quiet, headline};
use crate::time::{Clock, hour};

impl State {
    /// How `action` is kept quiet at the moment, if it is.
    pub fn quiet_of(&self, action: &Action, clock: &Clock) -> Option<Quiet> {
        let quiet = self.quiet.get(&Key::of(action))?;
        quiet.holds(action, clock.now).then_some(*quiet)
    }

    /// Keeps actions quiet, each as `quiet` says, or no more; as one step.
    pub(super) fn keep_quiet(
        &mut self,
        actions: &[Action],
        quiet: impl Fn(&Action) -> Option<Quiet>,
        clock: &Clock,
    ) -> Vec<Effect> {
        let Some(first) = actions.first() else {
            return Vec::new();
        };
        let Some(application) = self.search.application(first.application) else {
            return Vec::new();
        };
        let name = match actions.len() {
            1 => headline(first, application),
            many => format!("{} and {} more", headline(first, application), many - 1),
        };
        let title = match quiet(first) {
            Some(Quiet::Until(until)) => {
                let local = clock.zone.local(until);
                let day = words::day(local.date(), clock);
                format!("Put off until {day}, {}: {name}", hour(local.time()))
            }
            Some(Quiet::NotNeeded(_)) => format!("Not needed: {name}"),
            None => format!("Not put off any more: {name}"),
        };
        let change = actions.iter().map(|action| {
            let key = Key::of(action);
            let before = self.quiet.get(&key).copied();
            (key, (before, quiet(action)))
        });
        let change = Change {
            title,
            quiet: change.collect(),
            ..Change::default()
        };
        self.make(change, clock)
    }

    /// Keeps quiet what a change says, or what was before it; the ledger is told.
    pub(super) fn quieten(&mut self, change: &Change, back: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (key, (before, after)) in &change.quiet {
            let quiet = if back { *before } else { *after };
            match quiet {
                Some(quiet) => self.quiet.insert(key.clone(), quiet),
                None => self.quiet.remove(key),
            };
            effects.push(Effect::KeepQuiet(key.clone(), quiet));
        }
        effects
    }

    /// The ledger says something else now: a snooze has fired, or a notification was put off.
    pub(super) fn quieted(&mut self, quiet: BTreeMap<Key, Quiet>, clock: &Clock) -> Vec<Effect> {
        self.quiet = quiet;
        self.refresh(clock);
        Vec::new()
    }
}
