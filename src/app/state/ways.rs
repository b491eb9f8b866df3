//! Ways through the window.

use super::{Compose, Left, Panel, State, View};
use crate::app::command::{Effect, Go};
use crate::etiquette::Rule;
use crate::model::{ApplicationId, Filter, StageMeaning};
use crate::time::Clock;

impl State {
    pub(super) fn go(&mut self, go: Go, clock: &Clock) -> Vec<Effect> {
        match go {
            Go::View(view) => {
                self.view = view;
                self.panel = None;
                self.left = None;
                self.template = None;
            }
            Go::Template(scenario) => {
                self.template = Some(scenario).filter(|it| self.search.has_scenario(*it));
            }
            Go::Rules(rule) => self.open_rules(rule),
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
                    self.template = None;
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
            Go::ClosePanel => {
                self.panel = None;
                self.template = None;
            }
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
            self.template = None;
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
            self.template = None;
            self.panel = Some(Panel {
                application,
                compose,
            });
        }
    }

    /// Shows the rules, and remembers what was open, a letter included.
    fn open_rules(&mut self, rule: Option<Rule>) {
        if self.view != View::Rules {
            let panel = self.panel.take();
            self.left = Some(Left {
                view: self.view,
                panel,
            });
        }
        self.dialog = None;
        self.panel = None;
        self.view = View::Rules;
        self.rule = rule;
    }

    fn leave_rules(&mut self) {
        let left = self.left.take();
        self.view = left.as_ref().map_or(View::default(), |left| left.view);
        let panel = left.and_then(|left| left.panel);
        self.panel =
            panel.filter(|panel| self.search.applications.contains_key(&panel.application));
    }

    pub(super) fn back(&mut self, clock: &Clock) {
        if self.dialog.take().is_some() {
            return;
        }
        if self.template.take().is_some() {
            return;
        }
        match &mut self.panel {
            Some(panel) if panel.compose.is_some() => panel.compose = None,
            Some(_) => self.panel = None,
            None if self.view == View::Rules => self.leave_rules(),
            None if !self.marked.is_empty() => self.marked.clear(),
            None if !self.filter.is_empty() => self.show_only(Filter::default(), clock),
            None => self.filtering = false,
        }
    }
}
