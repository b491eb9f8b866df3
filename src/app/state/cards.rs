//! Changes of applications and their cards.

use std::sync::Arc;

use super::State;
use crate::app::board::{Board, ranks_for};
use crate::app::change::Change;
use crate::app::command::Effect;
use crate::app::dialog::Dialog;
use crate::app::edit::{Details, Edit};
use crate::etiquette;
use crate::model::{Application, ApplicationId, Entry, Event, StageId, StageMeaning};
use crate::time::{Clock, When};

impl State {
    pub(super) fn add(
        &mut self,
        details: Details,
        stage: Option<StageId>,
        clock: &Clock,
    ) -> Vec<Effect> {
        let key = self.search.free_key(&details.company, &details.position);
        let mut application = Application::new(key, String::new(), String::new(), details.applied);
        let title = format!("Added {}", details.company);
        details.put_into(&mut application);
        application.stage = stage;
        application.rank = self.rank_on_top();
        let id = application.id;
        let effects = self.make(Change::of_one(title, None, application), clock);
        self.open(id, None);
        effects
    }

    /// A rank above all others, as long as anything was ever put above the rest by hand.
    pub(super) fn rank_on_top(&self) -> f64 {
        let ranks = self.search.applications.values().map(|a| a.rank);
        let top = ranks.fold(0.0, f64::min);
        if top < 0.0 { top - 1.0 } else { 0.0 }
    }

    pub(super) fn edit(
        &mut self,
        id: ApplicationId,
        edit: Edit,
        follows_up: bool,
        clock: &Clock,
    ) -> Vec<Effect> {
        let Some(before) = self.search.application(id).cloned() else {
            return Vec::new();
        };
        let (title, typing) = (edit.title(&before), edit.typing(&before));
        let mut after = Application::clone(&before);
        edit.make(&mut after, clock);
        let mut change = Change::of_one(title, Some(before), after);
        change.typing = typing;
        if follows_up {
            self.make_follow_up(change, clock)
        } else {
            self.make(change, clock)
        }
    }

    pub(super) fn move_card(
        &mut self,
        id: ApplicationId,
        stage: &StageId,
        index: usize,
        clock: &Clock,
    ) -> Vec<Effect> {
        let Some(moved) = self.search.application(id).cloned() else {
            return Vec::new();
        };
        let others = self.cards_of(stage, id);
        let ranks = ranks_for(id, self.hidden_included(stage, id, index, &others), &others);
        let changes_stage = self.plan.stage(id) != Some(stage);
        let mut change = Change {
            title: self.title_of_move(&moved, stage, changes_stage),
            ..Change::default()
        };
        for (card, rank) in ranks {
            let Some(before) = self.search.application(card).cloned() else {
                continue;
            };
            let mut after = Application::clone(&before);
            after.rank = rank;
            if card == id && changes_stage {
                let to = stage.clone();
                let entry = Entry::new(When::Moment(clock.now), Event::Stage { to });
                after.history.push(entry);
            }
            change.touch(card, Some(before), Some(Arc::new(after)));
        }
        self.selection = Some(id);
        let effects = self.make(change, clock);
        if changes_stage {
            self.ask_after_move(id, stage, clock);
        }
        effects
    }

    /// A place among the shown cards of a stage as one among all of them: before the same card.
    pub(super) fn hidden_included(
        &self,
        stage: &StageId,
        moved: ApplicationId,
        index: usize,
        all: &[(ApplicationId, f64)],
    ) -> usize {
        let mut columns = self.board.columns.iter();
        let column = columns.find(|column| column.stage.id == *stage);
        let shown = column.into_iter().flat_map(|column| &column.cards);
        let following = shown.filter(|card| **card != moved).nth(index);
        following
            .and_then(|following| all.iter().position(|(card, _)| card == following))
            .unwrap_or(all.len())
    }

    /// The ranks of the cards of a stage but for one, in their order, whether shown or not.
    pub(super) fn cards_of(
        &self,
        stage: &StageId,
        but: ApplicationId,
    ) -> Vec<(ApplicationId, f64)> {
        let all = Board::new(&self.search, &self.plan, "");
        let column = all.columns.iter().find(|column| column.stage.id == *stage);
        column
            .into_iter()
            .flat_map(|column| &column.cards)
            .filter(|card| **card != but)
            .filter_map(|card| Some((*card, self.search.application(*card)?.rank)))
            .collect()
    }

    pub(super) fn title_of_move(
        &self,
        moved: &Application,
        stage: &StageId,
        changes_stage: bool,
    ) -> String {
        let name = self.search.stage(stage).map_or("", |stage| &stage.name);
        if changes_stage {
            format!("Moved {} to {name}", moved.company)
        } else {
            format!("Moved {} within {name}", moved.company)
        }
    }

    /// A card on the stage of offers wants a deadline, one on the stage of what is over an
    /// outcome. Both may be left open.
    pub(super) fn ask_after_move(
        &mut self,
        application: ApplicationId,
        stage: &StageId,
        clock: &Clock,
    ) {
        let Some(moved) = self.search.application(application) else {
            return;
        };
        let meaning = self.search.stage(stage).map(|stage| stage.meaning);
        let ctx = self.context(clock);
        match meaning {
            Some(StageMeaning::Offer) if etiquette::open_offer(moved, &ctx).is_none() => {
                self.dialog = Some(Dialog::OfferDeadline { application });
            }
            Some(StageMeaning::Closed) => self.dialog = Some(Dialog::Outcome { application }),
            _ => {}
        }
    }

    pub(super) fn remove(&mut self, id: ApplicationId, clock: &Clock) -> Vec<Effect> {
        let Some(before) = self.search.application(id).cloned() else {
            return Vec::new();
        };
        let mut change = Change {
            title: format!("Removed {}", before.company),
            ..Change::default()
        };
        change.touch(id, Some(before), None);
        self.make(change, clock)
    }
}
