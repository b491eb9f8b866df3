//! Marks: cards that are moved together, marked by click or by key.

use std::collections::BTreeSet;

use egui::{Context, Popup, Ui};

use super::{BoardView, card};
use crate::app::{Command, Go, State, UserCommand};
use crate::model::ApplicationId;
use crate::ui::scene::Scene;
use crate::ui::shell::keys;

impl BoardView {
    /// A click opens a card; with Ctrl it marks it, with Shift all up to it.
    pub(super) fn clicked(&mut self, ui: &Ui, scene: &mut Scene<'_>, id: ApplicationId) {
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.command {
            self.mark(scene, id);
        } else if modifiers.shift {
            self.mark_to(scene, id);
        } else {
            if !scene.state.marked.is_empty() {
                scene.go(Go::Mark(BTreeSet::new()));
            }
            scene.send(Command::open(id));
        }
    }

    /// The keys for it, taken before the card takes a press of the space bar for a click.
    pub(super) fn mark_by_key(&mut self, ctx: &Context, scene: &mut Scene<'_>) {
        let focused = self.focused.filter(|id| card::has_focus(ctx, *id));
        let Some(id) = focused else {
            return;
        };
        if scene.state.dialog.is_some() || Popup::is_any_open(ctx) {
            return;
        }
        if keys::pressed(ctx, UserCommand::MarkTo) {
            self.mark_to(scene, id);
        } else if keys::pressed(ctx, UserCommand::Mark) {
            self.mark(scene, id);
        } else if keys::pressed(ctx, UserCommand::MarkColumn) {
            mark_column(scene, id);
        }
    }

    /// Marks a card, or takes its mark away.
    fn mark(&mut self, scene: &mut Scene<'_>, id: ApplicationId) {
        let mut marked = scene.state.marked.clone();
        if !marked.remove(&id) {
            marked.insert(id);
        }
        self.anchor = Some(id);
        scene.go(Go::Mark(marked));
    }

    /// Marks all cards from the one that was marked last to this one, column by column.
    fn mark_to(&mut self, scene: &mut Scene<'_>, id: ApplicationId) {
        let anchor = self.anchor.or(scene.state.selection).unwrap_or(id);
        let mut marked = scene.state.marked.clone();
        marked.extend(between(scene.state, anchor, id));
        scene.go(Go::Mark(marked));
    }
}

/// All cards from one to the other, in the order in which one reads the board, without those in
/// columns that are folded.
fn between(state: &State, one: ApplicationId, other: ApplicationId) -> Vec<ApplicationId> {
    let columns = state.board.columns.iter();
    let open = columns.filter(|column| !state.folded.contains(&column.stage.id));
    let cards: Vec<ApplicationId> = open.flat_map(|column| &column.cards).copied().collect();
    let place = |id| cards.iter().position(|card| *card == id);
    let (Some(a), Some(b)) = (place(one), place(other)) else {
        return vec![other];
    };
    cards.get(a.min(b)..=a.max(b)).unwrap_or_default().to_vec()
}

fn mark_column(scene: &mut Scene<'_>, id: ApplicationId) {
    let board = &scene.state.board;
    let place = board.place(id);
    let Some(column) = place.and_then(|(column, _)| board.columns.get(column)) else {
        return;
    };
    let mut marked = scene.state.marked.clone();
    marked.extend(&column.cards);
    scene.go(Go::Mark(marked));
}
