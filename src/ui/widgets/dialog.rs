//! A dialog: one question, one primary button, Escape to leave it as it was.

use egui::{
    Align, Context, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Role, ScrollArea, TextEdit,
    Ui,
};

use super::{button::Button, field, segmented, text};
use crate::ui::theme::{UiExt as _, metrics, radius, space};

/// How a dialog was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogChoice {
    /// The primary button, or Enter.
    Confirmed,
    /// The other button, Escape, or a click beside the dialog.
    Cancelled,
}

/// A dialog over the window.
///
/// Enter confirms unless it has a meaning where the focus is: in an editor with several lines, or on a button.
/// Ctrl+Enter confirms from everywhere.
#[must_use = "A dialog is seen once it is shown"]
pub struct Dialog<'a> {
    id: Id,
    title: &'a str,
    primary: Option<&'a str>,
    cancel: &'a str,
    destructive: bool,
    ready: bool,
    width: f32,
}

impl<'a> Dialog<'a> {
    /// A dialog with its title and the words on the button that leaves everything as it was.
    pub fn new(
        id: impl std::hash::Hash + std::fmt::Debug,
        title: &'a str,
        cancel: &'a str,
    ) -> Self {
        Self {
            id: Id::unique(("dialog", id)),
            title,
            primary: None,
            cancel,
            destructive: false,
            ready: true,
            width: metrics::DIALOG,
        }
    }

    /// The primary button: what it does, in words.
    pub fn primary(mut self, label: &'a str) -> Self {
        self.primary = Some(label);
        self
    }

    /// The primary button takes something away.
    pub fn destructive(mut self) -> Self {
        self.destructive = true;
        self
    }

    /// Whether what was filled in can be confirmed.
    pub fn ready(mut self, ready: bool) -> Self {
        self.ready = ready;
        self
    }

    /// A width of its own.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the dialog; `Some` says how it was left in this frame.
    pub fn show<R>(
        self,
        ctx: &Context,
        body: impl FnOnce(&mut Ui) -> R,
    ) -> (R, Option<DialogChoice>) {
        let Self {
            id,
            title,
            primary,
            cancel,
            destructive,
            ready,
            width,
        } = self;
        let tokens = ctx.tokens();
        // Taken before the body is drawn, because a field gives its focus up on Enter.
        let enter = enter_confirms(ctx);
        let focused = ctx.memory(egui::Memory::focused);
        let screen = ctx.content_rect();
        let frame = tokens
            .floating_frame()
            .corner_radius(radius::DIALOG)
            .inner_margin(Margin::from(space::XL));
        let mut choice = None;

        let area = Modal::default_area(id)
            .role(Role::Dialog)
            .accessible_name(title);
        let modal = Modal::new(id)
            .area(area)
            .frame(frame)
            .backdrop_color(tokens.backdrop);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(width.min(screen.width() - 2.0 * (space::XL + space::L)));
            ui.spacing_mut().item_spacing.y = space::L;
            inset(ui, |ui| text::title(ui, title));
            let most = screen.height() - 10.0 * space::XL;
            let inner = ScrollArea::vertical()
                .max_height(most.max(4.0 * metrics::FIELD))
                // All of its height at once: otherwise it grows frame by frame.
                .min_scrolled_height(most.max(4.0 * metrics::FIELD))
                .content_margin(Margin {
                    // The scroll bar stands beside what is scrolled.
                    right: Margin::from(space::M).right,
                    ..ring_room()
                })
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    body(ui)
                })
                .inner;
            inset(ui, |ui| {
                ui.allocate_ui_with_layout(
                    egui::vec2(ui.available_width(), metrics::CONTROL),
                    Layout::right_to_left(Align::Center),
                    |ui| {
                        if let Some(label) = primary {
                            let button = if destructive {
                                Button::destructive(label)
                            } else {
                                Button::primary(label)
                            };
                            if button.enabled(ready).show(ui).clicked() {
                                choice = Some(DialogChoice::Confirmed);
                            }
                        }
                        if Button::secondary(cancel).show(ui).clicked() {
                            choice = Some(DialogChoice::Cancelled);
                        }
                    },
                );
            });
            inner
        });

        // It is put into the middle by the size it had: one more frame where that has changed, so
        // that it does not move later, under the pointer.
        let size = shown.response.rect.size();
        let before = ctx.data_mut(|data| {
            let before = data.get_temp(id);
            data.insert_temp(id, size);
            before
        });
        if before != Some(size) {
            ctx.request_repaint();
        }

        if choice.is_none() {
            if shown.should_close() {
                choice = Some(DialogChoice::Cancelled);
            } else if enter
                && ready
                && primary.is_some()
                && shown.is_top_modal
                && !shown.any_popup_open
            {
                choice = Some(DialogChoice::Confirmed);
            }
        }
        if enter && ctx.memory(egui::Memory::focused).is_none() {
            // If the dialog stays, because something in it is wrong, so does the keyboard.
            focused.inspect(|id| ctx.memory_mut(|memory| memory.request_focus(*id)));
        }
        if choice.is_some() {
            ctx.input_mut(|i| {
                i.consume_key(Modifiers::NONE, Key::Enter);
                i.consume_key(Modifiers::NONE, Key::Escape);
            });
        }
        (shown.inner, choice)
    }
}

/// Room for the rings around what has the focus.
fn ring_room() -> Margin {
    Margin::from(metrics::RING + metrics::LINE)
}

/// Puts something in line with the body, which has room for rings around it.
fn inset<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) {
    Frame::new()
        .inner_margin(Margin {
            top: 0,
            bottom: 0,
            left: ring_room().left,
            right: Margin::from(space::M).right,
        })
        .show(ui, content);
}

fn enter_confirms(ctx: &Context) -> bool {
    let (enter, command) = ctx.input(|i| (i.key_pressed(Key::Enter), i.modifiers.command));
    if !enter {
        return false;
    }
    if command {
        return true;
    }
    match ctx.memory(egui::Memory::focused) {
        None => true,
        Some(focused) => {
            segmented::focus_is_on_chosen(ctx)
                || TextEdit::load_state(ctx, focused).is_some()
                    && !field::focus_is_in_multiline(ctx)
        }
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::{TextField, testing::harness_state};

    #[derive(Default)]
    struct State {
        name: String,
        notes: String,
        choice: Option<DialogChoice>,
    }

    fn app(ui: &mut Ui, state: &mut State) {
        if state.choice.is_some() {
            return;
        }
        let dialog = Dialog::new("rename", "Rename the stage", "Cancel").primary("Rename");
        let ((), choice) = dialog.show(ui.ctx(), |ui| {
            TextField::new("Name", &mut state.name).show(ui);
            TextField::new("Notes", &mut state.notes).rows(3).show(ui);
        });
        state.choice = choice;
    }

    #[track_caller]
    fn check(focus: Option<&str>, key: Key, expected: Option<DialogChoice>) {
        let mut harness = harness_state(app, State::default());
        harness.run();
        harness.get_by_role_and_label(Role::Dialog, "Rename the stage");
        if let Some(label) = focus {
            harness.get_by_label(label).focus();
            harness.run();
        }
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().choice, expected);
    }

    #[test]
    fn enter_confirms_and_escape_leaves() {
        check(None, Key::Enter, Some(DialogChoice::Confirmed));
        check(Some("Name"), Key::Enter, Some(DialogChoice::Confirmed));
        check(Some("Notes"), Key::Enter, None);
        check(Some("Cancel"), Key::Enter, Some(DialogChoice::Cancelled));
        check(None, Key::Escape, Some(DialogChoice::Cancelled));
    }

    #[test]
    fn what_is_wrong_keeps_the_keyboard_on_enter() {
        let mut harness = harness_state(
            |ui, name: &mut String| {
                let dialog = Dialog::new("day", "By when", "Cancel")
                    .primary("Save")
                    .ready(false);
                let _ = dialog.show(ui.ctx(), |ui| TextField::new("Day", name).show(ui));
            },
            "2026-11-31".to_owned(),
        );
        harness.run();
        harness.get_by_label("Day").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.get_by_label("Day").is_focused());
    }

    #[test]
    fn the_keyboard_brings_what_it_comes_to_into_sight() {
        let mut harness = harness_state(
            |ui, (): &mut ()| {
                let _ = Dialog::new("many", "Many", "Cancel").show(ui.ctx(), |ui| {
                    for number in 0..30 {
                        let mut text = String::new();
                        TextField::new(&format!("Field {number}"), &mut text).show(ui);
                    }
                });
            },
            (),
        );
        harness.run();
        for _ in 0..25 {
            harness.key_press(Key::Tab);
            harness.run();
        }
        let focused = harness.get_by(|node| node.is_focused() && node.role() == Role::TextInput);
        let rect = focused.rect();
        assert!(rect.top() >= 0.0 && rect.bottom() <= 600.0, "{rect:?}");
    }
}
