//! Ways through the window.

use super::{Compose, Panel, State, View};
use crate::app::command::{Effect, Go};
use crate::model::{ApplicationId, Filter, StageMeaning};
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
            Go::Mark(cards) => self.marked = cards,
            Go::Search(words) => {
                let filter = Filter {
                    words,
                    ..self.filter.clone()
                };
                self.show_only(filter, clock);
            }
            Go::Filter(filter) => self.show_only(filter, clock),
            Go::Filtering(open) => {
                self.filtering = open;
                if open && self.view != View::Board {
                    self.view = View::Board;
                    self.panel = None;
                }
            }
            Go::Closed(shown) => self.show_closed(shown),
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

    fn show_only(&mut self, filter: Filter, clock: &Clock) {
        if filter != self.filter {
            self.filter = filter;
            self.refresh(clock);
        }
        if !self.filter.is_empty() && self.view != View::Board {
            self.view = View::Board;
            self.panel = None;
        }
    }

    fn show_closed(&mut self, shown: bool) {
        let stages = self.search.stages.iter();
        let closed = stages.filter(|stage| stage.meaning == StageMeaning::Closed);
        for stage in closed {
            if shown {
                self.folded.remove(&stage.id);
            } else {
                self.folded.insert(stage.id.clone());
            }
        }
    }

    /// Whether a column of what is over is folded.
    pub fn hides_closed(&self) -> bool {
        let mut stages = self.search.stages.iter();
        stages.any(|stage| stage.meaning == StageMeaning::Closed && self.folded.contains(&stage.id))
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
            None if !self.marked.is_empty() => self.marked.clear(),
            None if !self.filter.is_empty() => self.show_only(Filter::default(), clock),
            None => self.filtering = false,
        }
    }
}
