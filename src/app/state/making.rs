//! How a change is made, taken back, and followed by what is derived.

use super::{SaveStatus, State};
use crate::app::board::Board;
use crate::app::change::Change;
use crate::app::command::Effect;
use crate::app::dialog::Dialog;
use crate::app::finding::Sieve;
use crate::etiquette::Plan;
use crate::model::ApplicationId;
use crate::time::Clock;

impl State {
    /// Makes a change, remembers it, and says so unless it is being typed.
    pub(in crate::app) fn make(&mut self, mut change: Change, clock: &Clock) -> Vec<Effect> {
        if change.is_empty() {
            return Vec::new();
        }
        change.at = Some(clock.now);
        change.redo(&mut self.search);
        self.follow(&change, clock);
        if change.typing.is_none() {
            self.say(change.title.clone(), true);
        }
        let effects = self.kept(&change, false);
        self.history.push(change);
        effects
    }

    pub(super) fn make_follow_up(&mut self, mut change: Change, clock: &Clock) -> Vec<Effect> {
        if change.is_empty() {
            return Vec::new();
        }
        change.at = Some(clock.now);
        change.redo(&mut self.search);
        self.follow(&change, clock);
        self.say(change.title.clone(), true);
        let effects = self.kept(&change, false);
        self.history.push_follow_up(change);
        effects
    }

    pub(super) fn walk(&mut self, back: bool, clock: &Clock) -> Vec<Effect> {
        let walked = if back {
            self.history.undo(&mut self.search)
        } else {
            self.history.redo(&mut self.search)
        };
        let Some(change) = walked.cloned() else {
            return Vec::new();
        };
        self.follow(&change, clock);
        let word = if back { "Undone" } else { "Done again" };
        self.say(format!("{word}: {}", change.title), false);
        self.kept(&change, back)
    }

    /// Has the outside keep what a change did, or what taking it `back` did.
    fn kept(&mut self, change: &Change, back: bool) -> Vec<Effect> {
        let mut effects = self.quieten(change, back);
        if change.is_of_the_file() {
            effects.extend(self.save());
        }
        effects
    }

    /// Walks through what was done until so many steps stand, taking back or doing again what
    /// lies between.
    pub(super) fn walk_to(&mut self, steps: usize, clock: &Clock) -> Vec<Effect> {
        let standing = self.history.done().len();
        let back = steps < standing;
        let mut walked = Vec::new();
        while self.history.done().len() != steps {
            let step = if back {
                self.history.undo(&mut self.search)
            } else {
                self.history.redo(&mut self.search)
            };
            let Some(change) = step.cloned() else {
                break;
            };
            self.track(&change, clock);
            walked.push(change);
        }
        let Some(change) = walked.last() else {
            return Vec::new();
        };
        let word = if back { "Undone" } else { "Done again" };
        let more = match walked.len() - 1 {
            0 => String::new(),
            1 => ", and one step more".to_owned(),
            more => format!(", and {more} steps more"),
        };
        let words = format!("{word}: {}{more}", change.title);
        self.refresh(clock);
        self.say(words, false);
        let mut effects = Vec::new();
        for change in &walked {
            effects.extend(self.quieten(change, back));
        }
        effects.extend(self.save());
        effects
    }

    /// Brings what is derived from the search up to a change of it.
    pub(super) fn follow(&mut self, change: &Change, clock: &Clock) {
        self.track(change, clock);
        self.refresh(clock);
    }

    /// Brings plan and index up to a change of the search; what is shown of them is not yet.
    fn track(&mut self, change: &Change, clock: &Clock) {
        if change.settings.is_some() {
            self.plan = Plan::new(&self.search, clock);
        } else {
            for id in change.applications.keys() {
                self.plan.update(&self.search, *id, clock);
            }
        }
        self.index_again(change);
    }

    pub(super) fn index_again(&mut self, change: &Change) {
        for id in change.applications.keys() {
            self.index.update(&self.search, *id);
        }
    }

    pub(super) fn refresh(&mut self, clock: &Clock) {
        self.boundary = self.plan.next_boundary(clock.now);
        self.today = clock.today();
        let sieve = Sieve::new(&self.filter, &self.index, &self.plan, self.today);
        self.board = Board::new(&self.search, &self.plan, |one| sieve.fits(one));
        self.generation += 1;
        self.ask_about_versions();
        let gone = |id: ApplicationId| !self.search.applications.contains_key(&id);
        if self.panel.as_ref().is_some_and(|p| gone(p.application)) {
            self.panel = None;
        }
        if self.selection.is_some_and(gone) {
            self.selection = None;
        }
        self.marked
            .retain(|id| self.search.applications.contains_key(id));
        self.template = self.template.filter(|it| self.search.has_scenario(*it));
        let about = self.dialog.as_ref().and_then(Dialog::application);
        if about.is_some_and(gone) {
            self.dialog = None;
        }
    }

    pub(super) fn save(&self) -> Vec<Effect> {
        match self.saving {
            SaveStatus::ReadOnly(_) | SaveStatus::Sample | SaveStatus::NotLoaded => Vec::new(),
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Failed(_) => {
                vec![Effect::Save(Box::new(self.search.clone()))]
            }
        }
    }
}
