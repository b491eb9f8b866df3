//! A page that one reads: a column of a good width in the middle of the room there is.

use egui::{ScrollArea, Ui};

use super::theme::{metrics, space};

/// Shows the page, which scrolls. Within it nothing stands apart by itself.
pub fn page(ui: &mut Ui, salt: &str, content: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
    area.show(ui, |ui| {
        let available = ui.available_width();
        let width = metrics::READING.min(available - 2.0 * space::XL);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(space::XL);
        ui.horizontal_top(|ui| {
            ui.add_space(((available - width) / 2.0 - ui.spacing().item_spacing.x).max(0.0));
            ui.vertical(|ui| {
                ui.set_width(width.max(metrics::FIELD));
                content(ui);
            });
        });
        ui.add_space(space::XXL);
    });
}
