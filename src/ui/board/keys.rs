//! The board by keyboard: arrows walk from card to card, with Alt or Shift they take the card along.

use egui::{Context, Event, EventFilter, Key, Modifiers, Popup};

use super::{BoardView, Menu, card};
use crate::app::{Board, Command, Go, State};
use crate::model::ApplicationId;
use crate::ui::scene::Scene;

/// A step on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
}

const ARROWS: [(Key, Step); 4] = [
    (Key::ArrowUp, Step::Up),
    (Key::ArrowDown, Step::Down),
    (Key::ArrowLeft, Step::Left),
    (Key::ArrowRight, Step::Right),
];

impl BoardView {
    /// Takes in the keys while a card has the keyboard, and arrows while nothing has.
    pub(super) fn keys(&mut self, ctx: &Context, scene: &mut Scene<'_>) {
        if scene.state.dialog.is_some() || Popup::is_any_open(ctx) {
            return;
        }
        let focused = self.focused.filter(|id| card::has_focus(ctx, *id));
        let Some(id) = focused else {
            if ctx.memory(egui::Memory::focused).is_none() && arrow(ctx).is_some() {
                self.reveal = at_hand(scene.state);
            }
            return;
        };
        keep_arrows(ctx, id);
        match arrow(ctx).or_else(|| far(ctx).map(|step| (step, false))) {
            Some((step, true)) => self.take_along(scene, id, step),
            Some((step, false)) => self.walk(scene.state, id, step),
            None => {}
        }
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::M)) {
            self.menu = Some(Menu::Opens(id));
            ctx.request_repaint();
        }
    }

    fn walk(&mut self, state: &State, id: ApplicationId, step: Step) {
        let next = state.board.place(id).and_then(|place| {
            let (column, row) = target(state, place, step)?;
            let cards = &state.board.columns.get(column)?.cards;
            cards.get(row.min(cards.len().saturating_sub(1))).copied()
        });
        if next.is_some() {
            self.reveal = next;
        }
    }

    fn take_along(&mut self, scene: &mut Scene<'_>, id: ApplicationId, step: Step) {
        let Some((column, row)) = scene.state.board.place(id) else {
            return;
        };
        let columns = &scene.state.board.columns;
        let (to, index) = match step {
            Step::Up if row == 0 => return,
            Step::Up => (column, row - 1),
            Step::Down => (column, row + 1),
            Step::Left if column == 0 => return,
            Step::Left => (column - 1, row),
            Step::Right => (column + 1, row),
            Step::First | Step::Last => return,
        };
        let Some(target) = columns.get(to) else {
            return;
        };
        if to == column && index >= target.cards.len() {
            return;
        }
        let stage = target.stage.id.clone();
        if scene.state.folded.contains(&stage) {
            scene.go(Go::Fold(stage.clone(), false));
        }
        scene.send(Command::Move {
            application: id,
            stage,
            index,
        });
        self.reveal = Some(id);
    }
}

/// The card to begin at: the one at hand, else the first.
fn at_hand(state: &State) -> Option<ApplicationId> {
    let shown = |id: &ApplicationId| {
        state
            .board
            .place(*id)
            .is_some_and(|(column, _)| is_open(state, column))
    };
    state.selection.filter(shown).or_else(|| first(state))
}

/// The first card of the first column that has one and is not folded.
pub(super) fn first(state: &State) -> Option<ApplicationId> {
    let columns = state.board.columns.iter().enumerate();
    columns
        .filter(|(column, _)| is_open(state, *column))
        .find_map(|(_, column)| column.cards.first().copied())
}

fn is_open(state: &State, column: usize) -> bool {
    state
        .board
        .columns
        .get(column)
        .is_some_and(|column| !state.folded.contains(&column.stage.id))
}

/// Where a step leads; columns that are folded or empty are stepped over.
fn target(state: &State, (column, row): (usize, usize), step: Step) -> Option<(usize, usize)> {
    let board: &Board = &state.board;
    let has_cards = |column: &usize| {
        is_open(state, *column)
            && board
                .columns
                .get(*column)
                .is_some_and(|column| !column.cards.is_empty())
    };
    match step {
        Step::Up => Some((column, row.checked_sub(1)?)),
        Step::Down => Some((column, row + 1)),
        Step::First => Some((column, 0)),
        Step::Last => Some((column, usize::MAX)),
        Step::Left => (0..column)
            .rev()
            .find(has_cards)
            .map(|column| (column, row)),
        Step::Right => (column + 1..board.columns.len())
            .find(has_cards)
            .map(|column| (column, row)),
    }
}

/// The arrow that was pressed, and whether with Alt or Shift. What counts are the modifiers of that
/// press: those of the frame may be released already.
fn arrow(ctx: &Context) -> Option<(Step, bool)> {
    ctx.input_mut(|input| {
        let found = input.events.iter().enumerate().find_map(|(place, event)| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return None;
            };
            let step = ARROWS.iter().find(|(arrow, _)| arrow == key)?.1;
            let with_others = modifiers.ctrl || modifiers.command || modifiers.mac_cmd;
            (!with_others).then_some((place, step, modifiers.alt || modifiers.shift))
        });
        let (place, step, takes_along) = found?;
        input.events.remove(place);
        Some((step, takes_along))
    })
}

fn far(ctx: &Context) -> Option<Step> {
    ctx.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::Home) {
            Some(Step::First)
        } else if input.consume_key(Modifiers::NONE, Key::End) {
            Some(Step::Last)
        } else {
            None
        }
    })
}

/// Keeps egui from walking by itself to whatever lies in that direction.
fn keep_arrows(ctx: &Context, id: ApplicationId) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ctx.memory_mut(|memory| memory.set_focus_lock_filter(card::card_id(id), filter));
}
