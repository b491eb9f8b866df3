//! Where the keyboard goes when something is closed: back to where it was before.

use egui::{Context, Id, Memory};

use crate::app::State;

/// What can lie on top of the view, the lowest first.
const LAYERS: usize = 4;

/// Which of the layers are there: the panel, a letter, a template, a dialog.
pub(super) type Layers = [bool; LAYERS];

/// The layers that are there now.
pub(super) fn layers(state: &State) -> Layers {
    let letter = state
        .panel
        .as_ref()
        .is_some_and(|panel| panel.compose.is_some());
    [
        state.panel.is_some(),
        letter,
        state.template.is_some(),
        state.dialog.is_some(),
    ]
}

/// What had the keyboard before each layer was opened.
#[derive(Debug, Default)]
pub(super) struct FocusTrail {
    before: [Option<Id>; LAYERS],
    /// What gets the keyboard back after the first frame without the layer: as long as there is
    /// a dialog, egui gives the keyboard to nothing else.
    again: Option<Id>,
}

impl FocusTrail {
    /// Remembers what is left when a layer opens, and finds it when one closes.
    pub(super) fn follow(&mut self, was: Layers, is: Layers, ctx: &Context) {
        let mut back = None;
        // Of several that close at once, what was beneath the lowest is left.
        for ((was, is), before) in was.into_iter().zip(is).zip(&mut self.before).rev() {
            if was && !is {
                back = before.take().or(back);
            }
        }
        let mut layers = was.into_iter().zip(is).zip(&mut self.before);
        if let Some((_, before)) = layers.find(|((was, is), _)| !was && *is) {
            let left = back.take().or_else(|| self.again.take());
            *before = left.or_else(|| ctx.memory(Memory::focused));
        }
        self.again = back.or(self.again);
    }

    /// Gives the keyboard back, once what was on top is gone.
    pub(super) fn give_back(&mut self, ctx: &Context) {
        if let Some(id) = self.again.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
            ctx.request_repaint();
        }
    }
}
