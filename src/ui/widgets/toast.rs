//! Toasts: what happened by itself, said in passing, with a way back.

use std::collections::VecDeque;

use egui::{Align2, Area, Context, Id, Order, Role, Ui, accesskit::Live, vec2};

use super::{
    button::{Button, IconButton},
    text::Text,
};
use crate::ui::{
    icons,
    theme::{UiExt as _, metrics, motion, space},
};

/// What a toast was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToastEvent<A> {
    /// Its button was pressed; this is what the toast was made with.
    Acted(A),
}

/// The toasts to be shown, the newest lowest.
#[derive(Debug)]
pub struct Toasts<A> {
    items: VecDeque<Toast<A>>,
    next: u64,
}

#[derive(Debug)]
struct Toast<A> {
    key: u64,
    words: String,
    action: Option<(String, A)>,
    /// Seconds of egui's clock; set when first shown and put off while the pointer or the focus is on it.
    until: Option<f64>,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self {
            items: VecDeque::new(),
            next: 0,
        }
    }
}

impl<A: Clone> Toasts<A> {
    /// More than these at once are not read; the oldest go.
    const MOST: usize = 3;

    /// Says something.
    pub fn say(&mut self, words: impl Into<String>) {
        self.push(words.into(), None);
    }

    /// Says something that can be answered with a button, as `Undo`.
    pub fn say_with(&mut self, words: impl Into<String>, button: impl Into<String>, action: A) {
        self.push(words.into(), Some((button.into(), action)));
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.items.clear();
    }

    /// Whether anything is being said.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    fn push(&mut self, words: String, action: Option<(String, A)>) {
        while self.items.len() >= Self::MOST {
            self.items.pop_front();
        }
        self.items.push_back(Toast {
            key: self.next,
            words,
            action,
            until: None,
        });
        self.next += 1;
    }

    /// Shows them at the lower right, over the status line, where nothing is worked on, and under
    /// whatever floats. `dismiss` names the button that takes one away.
    pub fn show(&mut self, ctx: &Context, dismiss: &str) -> Option<ToastEvent<A>> {
        if self.items.is_empty() {
            return None;
        }
        let now = ctx.input(|i| i.time);
        let mut event = None;
        let mut gone = Vec::new();
        let area = Area::new(Id::unique("toasts"))
            .order(Order::Middle)
            .anchor(Align2::RIGHT_BOTTOM, vec2(-space::XS, -LIFT));
        area.show(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for toast in &mut self.items {
                let until = *toast.until.get_or_insert(now + motion::TOAST);
                let (held, pressed) = ui
                    .push_id(toast.key, |ui| toast_ui(ui, toast, dismiss))
                    .inner;
                match pressed {
                    Some(Pressed::Action) => {
                        event = toast
                            .action
                            .take()
                            .map(|(_, action)| ToastEvent::Acted(action));
                        gone.push(toast.key);
                    }
                    Some(Pressed::Dismiss) => gone.push(toast.key),
                    None if held => toast.until = Some(now + motion::TOAST),
                    None if until <= now => gone.push(toast.key),
                    None => {
                        let rest =
                            std::time::Duration::try_from_secs_f64(until - now).unwrap_or_default();
                        ctx.request_repaint_after(rest);
                    }
                }
            }
        });
        if !gone.is_empty() {
            self.items.retain(|toast| !gone.contains(&toast.key));
            ctx.request_repaint();
        }
        event
    }
}

/// How far above the window's edge: the lowest lies on the status line.
const LIFT: f32 = 2.0;

enum Pressed {
    Action,
    Dismiss,
}

fn toast_ui<A>(ui: &mut Ui, toast: &Toast<A>, dismiss: &str) -> (bool, Option<Pressed>) {
    let tokens = ui.tokens();
    let mut pressed = None;
    let mut focused = false;
    let frame = tokens.floating_frame().inner_margin(egui::Margin {
        left: egui::Margin::from(space::L).left,
        ..egui::Margin::from(space::XS)
    });
    let response = frame
        .show(ui, |ui| {
            let width = metrics::TOAST.min(ui.ctx().content_rect().width() - 2.0 * space::L);
            ui.set_max_width(width);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                ui.scope(|ui| {
                    ui.set_max_width(width - 8.0 * space::L);
                    Text::new(&toast.words)
                        .rows(1)
                        .role(Role::Status)
                        .live(Live::Polite)
                        .show(ui);
                });
                if let Some((label, _)) = &toast.action {
                    let button = Button::link(label).show(ui);
                    focused |= button.has_focus();
                    if button.clicked() {
                        pressed = Some(Pressed::Action);
                    }
                }
                let close = IconButton::new(icons::X, dismiss).small().show(ui);
                focused |= close.has_focus();
                if close.clicked() {
                    pressed = Some(Pressed::Dismiss);
                }
            });
        })
        .response;
    (focused || response.contains_pointer(), pressed)
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn undo_gives_back_what_the_toast_was_made_with() {
        let mut toasts = Toasts::default();
        toasts.say_with("Bolt moved to Waiting", "Undo", 7);
        let mut harness = harness_state(
            |ui, (toasts, answer): &mut (Toasts<i32>, Option<ToastEvent<i32>>)| {
                if let Some(event) = toasts.show(ui.ctx(), "Dismiss") {
                    *answer = Some(event);
                }
            },
            (toasts, None),
        );
        harness.run_steps(4);
        harness.get_by_label("Bolt moved to Waiting");
        harness.get_by_label("Undo").click();
        harness.run_steps(4);
        assert_eq!(harness.state().1, Some(ToastEvent::Acted(7)));
        assert!(harness.query_by_label("Undo").is_none());
    }

    #[test]
    fn a_toast_goes_by_itself_and_at_most_three_are_shown() {
        let mut toasts: Toasts<()> = Toasts::default();
        for i in 0..5 {
            toasts.say(format!("Said {i}"));
        }
        let mut harness = harness_state(
            |ui, toasts: &mut Toasts<()>| {
                toasts.show(ui.ctx(), "Dismiss");
            },
            toasts,
        );
        harness.run_steps(3);
        assert!(harness.query_by_label("Said 1").is_none());
        harness.get_by_label("Said 4");
        harness.input_mut().time = Some(60.0);
        harness.run_steps(3);
        assert!(harness.state().is_empty());
    }
}
