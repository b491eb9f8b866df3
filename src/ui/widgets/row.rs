//! A row with something at its end, in the order of reading.

use egui::{Align, Id, Layout, Ui, Vec2, vec2};

/// A row of two parts, the second of which stands at the right. egui's layout from the right shows
/// the last thing first, and Tab and screen readers would walk it that way.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    id: Id,
    align: Align,
    /// The width that the end had when it was seen last.
    end: f32,
}

/// More than anything at the end of a row needs.
const UNBOUND: f32 = 10_000.0;

impl Row {
    /// A row of the `ui` it is made with, told from others there by its name.
    pub fn new(ui: &Ui, name: &str, align: Align) -> Self {
        // Of several in one list each has its own end.
        let id = ui.unique_id().with(("row", name));
        let end = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
        Self { id, align, end }
    }

    /// Shows what begins the row, in the room that the end leaves.
    pub fn start(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
        let room = ui.available_width() - self.end - ui.spacing().item_spacing.x;
        let size = vec2(room.max(0.0), ui.available_height());
        self.part(ui, size, |ui| {
            ui.set_min_width(size.x);
            add(ui);
        });
    }

    /// Shows what ends it.
    pub fn end(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
        // As wide as it wants to be: of what it is given less of, it would show less.
        let size = vec2(UNBOUND, ui.available_height());
        let width = self.part(ui, size, add);
        if (width - self.end).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(self.id, width));
            ui.ctx()
                .request_discard("the end of a row is of another width");
        }
    }

    fn part(&self, ui: &mut Ui, size: Vec2, add: impl FnOnce(&mut Ui)) -> f32 {
        let layout = Layout::left_to_right(self.align);
        let shown = ui.allocate_ui_with_layout(size, layout, add);
        shown.response.rect.width()
    }
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::button::Button;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn rows_below_each_other_have_ends_of_their_own() {
        let mut harness = harness(|ui| {
            ui.set_width(400.0);
            for name in ["Two", "A longer one", ""] {
                ui.horizontal(|ui| {
                    let row = Row::new(ui, "buttons", Align::Center);
                    row.start(ui, |_| {});
                    row.end(ui, |ui| {
                        if !name.is_empty() {
                            Button::secondary(name).show(ui);
                        }
                    });
                });
            }
        });
        harness.run();
        let [short, long] = ["Two", "A longer one"].map(|name| harness.get_by_label(name).rect());
        assert!((short.right() - long.right()).abs() < 1.0);
        assert!(short.left() > long.left());
    }

    #[test]
    fn the_end_stands_at_the_right_and_is_walked_last() {
        let mut harness = harness(|ui| {
            ui.set_width(400.0);
            ui.horizontal(|ui| {
                let row = Row::new(ui, "buttons", Align::Center);
                row.start(ui, |ui| {
                    Button::secondary("One").show(ui);
                });
                row.end(ui, |ui| {
                    Button::secondary("Two").show(ui);
                    Button::secondary("Three").show(ui);
                });
            });
        });
        harness.run();
        let [one, two, three] =
            ["One", "Two", "Three"].map(|name| harness.get_by_label(name).rect());
        assert!((three.right() - one.left() - 400.0).abs() < 1.0);
        assert!(one.right() < two.left() && two.right() < three.left());
        for name in ["One", "Two", "Three"] {
            harness.key_press(Key::Tab);
            harness.run();
            assert!(harness.get_by_label(name).is_focused(), "{name}");
        }
    }
}
