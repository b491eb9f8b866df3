//! The board by keyboard: arrows walk from card to card, with Alt or Shift they take the card along.

use egui::{Context, Event, EventFilter, Key, Popup};

use super::{BoardView, Menu, card};
use crate::app::{Board, Command, Go, State, UserCommand};
use crate::model::{ApplicationId, Order, StageId};
use crate::ui::scene::Scene;
use crate::ui::shell::keys;

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

/// The commands that are steps.
const STEPPING: [UserCommand; 3] = [UserCommand::Walk, UserCommand::Ends, UserCommand::TakeAlong];

fn step_of(key: Key) -> Option<Step> {
    Some(match key {
        Key::ArrowUp => Step::Up,
        Key::ArrowDown => Step::Down,
        Key::ArrowLeft => Step::Left,
        Key::ArrowRight => Step::Right,
        Key::Home => Step::First,
        Key::End => Step::Last,
        _ => return None,
    })
}

impl BoardView {
    /// Takes in the keys while a card has the keyboard, and arrows while nothing has.
    pub(super) fn keys(&mut self, ctx: &Context, scene: &mut Scene<'_>) {
        if scene.state.dialog.is_some() || Popup::is_any_open(ctx) {
            return;
        }
        let focused = self.focused.filter(|id| card::has_focus(ctx, *id));
        let Some(id) = focused else {
            if ctx.memory(egui::Memory::focused).is_none() && pressed(ctx).is_some() {
                self.reveal = at_hand(scene.state);
            }
            return;
        };
        keep_arrows(ctx, id);
        match pressed(ctx) {
            Some((step, true)) => self.take_along(scene, id, step),
            Some((step, false)) => self.walk(scene.state, id, step),
            None => {}
        }
        if keys::pressed(ctx, UserCommand::CardMenu) {
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
        let state = scene.state;
        let moved = if state.marked.contains(&id) {
            state.board.in_order(&state.marked)
        } else {
            vec![id]
        };
        let Some((stage, index)) = destination(state, id, &moved, step) else {
            return;
        };
        if state.folded.contains(&stage) {
            scene.go(Go::Fold(stage.clone(), false));
        }
        scene.send(Command::MoveAll {
            applications: moved,
            stage,
            index,
        });
        self.reveal = Some(id);
    }
}

/// Where a step takes the card at hand, and what is marked with it: a stage, and the place of the
/// first among the other cards there.
fn destination(
    state: &State,
    id: ApplicationId,
    moved: &[ApplicationId],
    step: Step,
) -> Option<(StageId, usize)> {
    let (column, row) = state.board.place(id)?;
    let columns = &state.board.columns;
    let to = match step {
        Step::Up | Step::Down => column,
        Step::Left => column.checked_sub(1)?,
        Step::Right => column + 1,
        Step::First | Step::Last => return None,
    };
    let target = columns.get(to)?;
    let stage = target.stage.id.clone();
    let is_other = |card: &&ApplicationId| !moved.contains(card);
    let others = target.cards.iter().filter(is_other).count();
    let first = target.cards.iter().position(|card| moved.contains(card));
    let above = target.cards.iter().take(first.unwrap_or(row));
    let above = above.filter(is_other).count();
    let by_hand = target.stage.order == Order::Hand;
    match step {
        Step::Up if by_hand => Some((stage, above.checked_sub(1)?)),
        Step::Down if by_hand => (above < others).then_some((stage, above + 1)),
        Step::Up | Step::Down => None,
        _ => Some((stage, row.min(others))),
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

/// The step that was asked for by key, and whether the card is to come along. What counts are the
/// modifiers of that press: those of the frame may be released already.
fn pressed(ctx: &Context) -> Option<(Step, bool)> {
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
            let command = STEPPING.into_iter().find(|command| {
                let chords = command.chords().iter();
                let mut keys = chords.filter_map(|chord| keys::shortcut(*chord));
                keys.any(|keys| keys.logical_key == *key && modifiers.matches_exact(keys.modifiers))
            })?;
            Some((place, step_of(*key)?, command == UserCommand::TakeAlong))
        });
        let (place, step, takes_along) = found?;
        input.events.remove(place);
        Some((step, takes_along))
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
