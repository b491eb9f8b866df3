//! Filters of the board that have a name.

use super::command::Effect;
use super::state::State;
use crate::model::{Filter, SavedView};
use crate::time::Clock;

/// What is done to the filters that have a name.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewEdit {
    /// A filter gets a name; one that has the name already is replaced.
    Save {
        /// The name.
        name: String,
        /// What it shows.
        filter: Filter,
    },
    /// Away with the one of that name.
    Remove(String),
}

impl State {
    pub(super) fn edit_views(&mut self, edit: ViewEdit, clock: &Clock) -> Vec<Effect> {
        match edit {
            ViewEdit::Save { name, filter } => {
                let name = name.trim().to_owned();
                if name.is_empty() {
                    return Vec::new();
                }
                let title = format!("Saved the view {name}");
                self.set(&title, None, clock, |settings| {
                    let views = &mut settings.views;
                    match views.iter_mut().find(|view| view.name == name) {
                        Some(view) => view.filter = filter,
                        None => views.push(SavedView { name, filter }),
                    }
                })
            }
            ViewEdit::Remove(name) => {
                let title = format!("Removed the view {name}");
                self.set(&title, None, clock, |settings| {
                    settings.views.retain(|view| view.name != name);
                })
            }
        }
    }

    /// The name of the view that is shown, if what is shown has one.
    pub fn view_shown(&self) -> Option<&SavedView> {
        self.search
            .views
            .iter()
            .find(|view| view.filter == self.filter)
    }

    /// All tags of the search, each once, in the order of the alphabet.
    pub fn tags(&self) -> Vec<&str> {
        let all = self.search.applications.values();
        let mut tags: Vec<&str> = all.flat_map(|one| &one.tags).map(String::as_str).collect();
        tags.sort_unstable();
        tags.dedup();
        tags
    }
}
