//! Changes of applications and their cards.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::State;
use crate::app::board::{Board, Column, ranks_for_all};
use crate::app::change::Change;
use crate::app::command::Effect;
use crate::app::dialog::Dialog;
use crate::app::edit::{Details, Edit};
use crate::etiquette;
use crate::model::{Application, ApplicationId, Entry, Event, Order, StageId, StageMeaning};
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

    pub(super) fn edit(&mut self, id: ApplicationId, edit: Edit, clock: &Clock) -> Vec<Effect> {
        let Some(before) = self.search.application(id).cloned() else {
            return Vec::new();
        };
        let title = edit.title(&before.company, &self.search);
        let typing = edit.typing(&before);
        let mut after = Application::clone(&before);
        edit.make(&mut after, clock);
        let mut change = Change::of_one(title, Some(before), after);
        change.typing = typing;
        self.make(change, clock)
    }

    /// Changes all that were moved together in the same way.
    pub(super) fn follow_up(
        &mut self,
        ids: &[ApplicationId],
        edit: &Edit,
        clock: &Clock,
    ) -> Vec<Effect> {
        let mut change = Change {
            title: edit.title(&self.names_of(ids), &self.search),
            ..Change::default()
        };
        for id in ids {
            if let Some(before) = self.search.application(*id).cloned() {
                let mut after = Application::clone(&before);
                edit.clone().make(&mut after, clock);
                change.touch(*id, Some(before), Some(Arc::new(after)));
            }
        }
        self.make_follow_up(change, clock)
    }

    /// Puts cards into a stage, one below the other. Where the column is not sorted by hand, its
    /// order says where they stand.
    pub(super) fn move_cards(
        &mut self,
        ids: &[ApplicationId],
        stage: &StageId,
        index: usize,
        clock: &Clock,
    ) -> Vec<Effect> {
        let ids: Vec<ApplicationId> = ids
            .iter()
            .filter(|id| self.search.application(**id).is_some())
            .copied()
            .collect();
        let Some(first) = ids.first().copied() else {
            return Vec::new();
        };
        let changes_stage = |id: &ApplicationId| self.plan.stage(*id) != Some(stage);
        let newcomers: BTreeSet<ApplicationId> =
            ids.iter().filter(|id| changes_stage(id)).copied().collect();
        let mut change = Change {
            title: self.title_of_move(&ids, stage, !newcomers.is_empty()),
            ..Change::default()
        };
        let ranks = self.ranks_in(&ids, stage, index);
        let touched: BTreeSet<_> = ranks.keys().chain(&newcomers).copied().collect();
        for card in touched {
            let Some(before) = self.search.application(card).cloned() else {
                continue;
            };
            let mut after = Application::clone(&before);
            after.rank = ranks.get(&card).copied().unwrap_or(before.rank);
            if newcomers.contains(&card) {
                let to = stage.clone();
                let entry = Entry::new(When::Moment(clock.now), Event::Stage { to });
                after.history.push(entry);
            }
            change.touch(card, Some(before), Some(Arc::new(after)));
        }
        self.selection = Some(first);
        let effects = self.make(change, clock);
        let asked_about = ids.into_iter().filter(|id| newcomers.contains(id));
        self.ask_after_move(asked_about.collect(), stage, clock);
        effects
    }

    /// The ranks that put cards at a place among the shown ones of a stage; none where ranks do
    /// not count.
    fn ranks_in(
        &self,
        moved: &[ApplicationId],
        stage: &StageId,
        index: usize,
    ) -> BTreeMap<ApplicationId, f64> {
        let all = Board::new(&self.search, &self.plan, |_| true);
        let by_hand = |column: &&Column| column.stage.order == Order::Hand;
        let Some(column) = all.column(stage).filter(by_hand) else {
            return BTreeMap::new();
        };
        let standing = column.cards.iter().filter(|card| !moved.contains(card));
        let others: Vec<(ApplicationId, f64)> = standing
            .filter_map(|card| Some((*card, self.search.application(*card)?.rank)))
            .collect();
        let shown = self
            .board
            .column(stage)
            .map_or(&[][..], |column| &column.cards);
        // Cards that are not shown stand between those that are: before the same card.
        let following = shown.iter().filter(|card| !moved.contains(card)).nth(index);
        let place = following.and_then(|card| others.iter().position(|(other, _)| other == card));
        ranks_for_all(moved, place.unwrap_or(others.len()), others)
    }

    fn title_of_move(
        &self,
        moved: &[ApplicationId],
        stage: &StageId,
        changes_stage: bool,
    ) -> String {
        let what = self.names_of(moved);
        let name = self.search.stage(stage).map_or("", |stage| &stage.name);
        if changes_stage {
            format!("Moved {what} to {name}")
        } else {
            format!("Moved {what} within {name}")
        }
    }

    /// “Acme”, or “3 applications”.
    fn names_of(&self, ids: &[ApplicationId]) -> String {
        let [only] = ids else {
            return format!("{} applications", ids.len());
        };
        let application = self.search.application(*only);
        application.map_or_else(String::new, |one| one.company.clone())
    }

    /// A card on the stage of offers wants a deadline, one on the stage of what is over an
    /// outcome. Both may be left open. Several that came together are asked about once.
    fn ask_after_move(
        &mut self,
        mut applications: Vec<ApplicationId>,
        stage: &StageId,
        clock: &Clock,
    ) {
        let meaning = self.search.stage(stage).map(|stage| stage.meaning);
        if meaning == Some(StageMeaning::Offer) {
            let ctx = self.context(clock);
            let has_none = |one: &Arc<Application>| etiquette::open_offer(one, &ctx).is_none();
            applications.retain(|id| self.search.application(*id).is_some_and(has_none));
        }
        if applications.is_empty() {
            return;
        }
        match meaning {
            Some(StageMeaning::Offer) => {
                self.dialog = Some(Dialog::OfferDeadline { applications });
            }
            Some(StageMeaning::Closed) => self.dialog = Some(Dialog::Outcome { applications }),
            _ => {}
        }
    }

    pub(super) fn remove(&mut self, ids: &[ApplicationId], clock: &Clock) -> Vec<Effect> {
        let mut change = Change {
            title: format!("Removed {}", self.names_of(ids)),
            ..Change::default()
        };
        for id in ids {
            if let Some(before) = self.search.application(*id).cloned() {
                change.touch(*id, Some(before), None);
            }
        }
        self.make(change, clock)
    }
}
