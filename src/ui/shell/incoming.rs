//! What is dropped on the window or pasted into it from elsewhere.

use std::sync::Arc;

use egui::{Align2, Area, Context, Event, Id, Order};

use crate::app::{Command, Effect};
use crate::exchange::csv::Source;
use crate::ui::scene::Scene;
use crate::ui::theme::UiExt as _;
use crate::ui::widgets::text::strong;

/// Takes in a file that was dropped, and a table that was pasted where nobody types.
pub(super) fn listen(ctx: &Context, scene: &mut Scene<'_>, typing: bool) {
    if scene.state.dialog.is_some() {
        return;
    }
    let (hovers, dropped, pasted) = ctx.input(|input| {
        let dropped = input.raw.dropped_files.first();
        let dropped = dropped.map(|file| file.path().to_path_buf());
        let pasted = input.events.iter().find_map(|event| match event {
            Event::Paste(text) if !typing && is_table(text) => Some(text.clone()),
            _ => None,
        });
        (!input.raw.hovered_files.is_empty(), dropped, pasted)
    });
    if hovers {
        invite(ctx);
    }
    if let Some(path) = dropped {
        scene.send(Command::Ask(Effect::TakeInFile(path)));
    } else if let Some(text) = pasted {
        let source = Source::Text(Arc::from(text));
        scene.send(Command::Ask(Effect::ReadTable(source)));
    }
}

/// Whether a text is a header and rows, as spreadsheets put them on the clipboard.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_parted = |line: &str| line.contains(['\t', ',', ';']);
    lines.next().is_some_and(is_parted) && lines.next().is_some()
}

fn invite(ctx: &Context) {
    Area::new(Id::unique("drop a file"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_CENTER, egui::Vec2::ZERO)
        .interactable(false)
        .show(ctx, |ui| {
            ui.tokens().floating_frame().show(ui, |ui| {
                strong(ui, "Drop it here to import it");
            });
        });
}

#[cfg(test)]
mod tests {
    use super::is_table;

    #[test]
    fn cells_of_a_spreadsheet_are_a_table_and_a_letter_is_none() {
        assert!(is_table("Company\tPosition\nAcme\tEngineer\n"));
        assert!(is_table("Company,Position\n\nAcme,Engineer"));
        assert!(!is_table("Company\tPosition\n"));
        assert!(!is_table("Dear Dana\nthank you"));
    }
}
