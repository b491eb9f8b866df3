//! Ways through the window.

use super::{Compose, Panel, State, View};
use crate::app::command::{Effect, Go};
use crate::model::ApplicationId;
use crate::time::Clock;

impl State {
    pub(super) fn go(&mut self, go: Go, clock: &Clock) -> Vec<Effect> {
        match go {
            Go::View(view) => {
                self.view = view;
                self.panel = None;
            }
            Go::Application(application) => self.open(application, None),
            Go::Compose(application, compose) => self.open(application, Some(compose)),
            Go::Dialog(dialog) => self.dialog = Some(dialog),
            Go::Select(card) => self.selection = card,
            Go::Insist(letter) => self.insisted = Some(letter),
            Go::Filter(words) => {
                if words != self.filter {
                    self.filter = words;
                    self.refresh(clock);
                }
                if !self.filter.is_empty() && self.view != View::Board {
                    self.view = View::Board;
                    self.panel = None;
                }
            }
            Go::Fold(stage, true) => {
                self.folded.insert(stage);
            }
            Go::Fold(stage, false) => {
                self.folded.remove(&stage);
            }
            Go::Back => self.back(clock),
            Go::CloseDialog => self.dialog = None,
            Go::ClosePanel => self.panel = None,
        }
        Vec::new()
    }

    pub(super) fn open(&mut self, application: ApplicationId, compose: Option<Compose>) {
        if self.search.applications.contains_key(&application) {
            self.selection = Some(application);
            self.panel = Some(Panel {
                application,
                compose,
            });
        }
    }

    pub(super) fn back(&mut self, clock: &Clock) {
        if self.dialog.take().is_some() {
            return;
        }
        match &mut self.panel {
            Some(panel) if panel.compose.is_some() => panel.compose = None,
            Some(_) => self.panel = None,
            None if !self.filter.is_empty() => {
                self.filter.clear();
                self.refresh(clock);
            }
            None => {}
        }
    }
}
