//! What a command did to the job search, so that it can be undone and done again.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Application, ApplicationId, JobSearch, Scenario, Settings};
use crate::reminders::{Key, Quiet};
use crate::time::Moment;

/// An application before and after a change; nothing where it did not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched {
    /// Before the change.
    pub before: Option<Arc<Application>>,
    /// After it.
    pub after: Option<Arc<Application>>,
}

/// What the user keeps typing at. Changes of the same text that follow each other are undone
/// together.
#[derive(Clone, Debug, PartialEq)]
pub enum Typing {
    /// A letter begun.
    Draft(ApplicationId, Scenario, Option<String>),
    /// A fact for letters.
    Fact(ApplicationId, String, Option<String>),
    /// A field of the settings, by its name.
    Setting(&'static str),
}

/// What one command did to the job search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// In words, in the past tense: “Moved Acme to Offer”.
    pub title: String,
    /// The applications it touched.
    pub applications: BTreeMap<ApplicationId, Touched>,
    /// The settings before and after, if it touched them.
    pub settings: Option<Box<(Settings, Settings)>>,
    /// When it was made, once it is.
    pub at: Option<Moment>,
    /// What is kept quiet before and after, by the action, if it touched that.
    pub quiet: BTreeMap<Key, (Option<Quiet>, Option<Quiet>)>,
    /// What was being typed, if it was by typing.
    pub typing: Option<Typing>,
}

impl Change {
    /// A change of one application.
    pub fn of_one(title: String, before: Option<Arc<Application>>, after: Application) -> Self {
        let mut change = Self {
            title,
            ..Self::default()
        };
        change.touch(after.id, before, Some(Arc::new(after)));
        change
    }

    /// The change of everything from one search to another.
    pub fn between(title: String, before: &JobSearch, after: &JobSearch) -> Self {
        let mut change = Self {
            title,
            ..Self::default()
        };
        let ids = before.applications.keys().chain(after.applications.keys());
        for id in ids {
            let (old, new) = (before.application(*id), after.application(*id));
            let is_same = match (old, new) {
                (Some(old), Some(new)) => Arc::ptr_eq(old, new) || old == new,
                _ => false,
            };
            if !is_same {
                change.touch(*id, old.cloned(), new.cloned());
            }
        }
        let settings = (Settings::of(before), Settings::of(after));
        change.settings = (settings.0 != settings.1).then(|| Box::new(settings));
        change
    }

    /// Adds an application to what it touches.
    pub fn touch(
        &mut self,
        id: ApplicationId,
        before: Option<Arc<Application>>,
        after: Option<Arc<Application>>,
    ) {
        self.applications.insert(id, Touched { before, after });
    }

    /// Whether nothing differs by it.
    pub fn is_empty(&self) -> bool {
        self.applications
            .values()
            .all(|touched| touched.before == touched.after)
            && self.settings.as_ref().is_none_or(|both| both.0 == both.1)
            && self.quiet.values().all(|both| both.0 == both.1)
    }

    /// Whether anything of it is kept in the file: what is kept quiet has a place of its own.
    pub fn is_of_the_file(&self) -> bool {
        !self.applications.is_empty() || self.settings.is_some()
    }

    /// Makes it so.
    pub fn redo(&self, search: &mut JobSearch) {
        for (id, touched) in &self.applications {
            put(search, *id, touched.after.as_ref());
        }
        if let Some(both) = &self.settings {
            both.1.clone().put_into(search);
        }
    }

    /// Makes it as it was before.
    pub fn undo(&self, search: &mut JobSearch) {
        for (id, touched) in &self.applications {
            put(search, *id, touched.before.as_ref());
        }
        if let Some(both) = &self.settings {
            both.0.clone().put_into(search);
        }
    }

    /// Takes up what `later` did, so that both are one.
    fn absorb(&mut self, later: Self) {
        for (id, touched) in later.applications {
            self.applications
                .entry(id)
                .and_modify(|mine| mine.after.clone_from(&touched.after))
                .or_insert(touched);
        }
        for (key, theirs) in later.quiet {
            self.quiet
                .entry(key)
                .and_modify(|mine| mine.1 = theirs.1)
                .or_insert(theirs);
        }
        if let Some(theirs) = later.settings {
            match &mut self.settings {
                Some(mine) => mine.1 = theirs.1,
                mine @ None => *mine = Some(theirs),
            }
        }
    }
}

fn put(search: &mut JobSearch, id: ApplicationId, application: Option<&Arc<Application>>) {
    match application {
        Some(application) => search.applications.insert(id, Arc::clone(application)),
        None => search.applications.remove(&id),
    };
}

/// How many changes are kept.
const DEPTH: usize = 500;

/// What was done, and what was undone and may be done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Remembers a change that was just made.
    pub fn push(&mut self, change: Change) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if change.typing.is_some() && last.typing == change.typing => {
                last.absorb(change);
            }
            _ => {
                self.done.push(change);
                if self.done.len() > DEPTH {
                    self.done.remove(0);
                }
            }
        }
    }

    /// Remembers a change that belongs to the last one, such as the outcome asked for after a
    /// card was dropped on the stage for what is over. The last one's words hold for both.
    pub fn push_follow_up(&mut self, change: Change) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last)
                if change
                    .applications
                    .keys()
                    .any(|id| last.applications.contains_key(id)) =>
            {
                last.absorb(change);
            }
            _ => self.push(change),
        }
    }

    /// Everything that can be undone, the oldest first.
    pub fn done(&self) -> &[Change] {
        &self.done
    }

    /// Everything that was undone and can be done again, the one undone last at the end.
    pub fn undone(&self) -> &[Change] {
        &self.undone
    }

    /// The change that can be undone.
    pub fn undoable(&self) -> Option<&Change> {
        self.done.last()
    }

    /// The change that can be done again.
    pub fn redoable(&self) -> Option<&Change> {
        self.undone.last()
    }

    /// Takes the newest change back in `search`; returns it.
    pub fn undo(&mut self, search: &mut JobSearch) -> Option<&Change> {
        let change = self.done.pop()?;
        change.undo(search);
        self.undone.push(change);
        self.undone.last()
    }

    /// Makes the change that was undone last again in `search`; returns it.
    pub fn redo(&mut self, search: &mut JobSearch) -> Option<&Change> {
        let change = self.undone.pop()?;
        change.redo(search);
        self.done.push(change);
        self.done.last()
    }
}
