//! What is dropped on the window or pasted into it from elsewhere.

use egui::{Align2, Area, Context, Event, Id, Order};

use crate::app::{Command, Effect};
use crate::exchange::Kind;
use crate::ui::scene::Scene;
use crate::ui::theme::UiExt as _;
use crate::ui::widgets::text::strong;

/// Takes in a file that was dropped, and a table, people, an invitation or a mail that
/// was pasted where nobody types.
pub(super) fn listen(ctx: &Context, scene: &mut Scene<'_>, typing: bool) {
    if scene.state.dialog.is_some() {
        return;
    }
    let (hovers, dropped, pasted) = ctx.input(|input| {
        let dropped = input.raw.dropped_files.first();
        let dropped = dropped.map(|file| file.path().to_path_buf());
        let pasted = input.events.iter().find_map(|event| match event {
            Event::Paste(text) if !typing && Kind::of_text(text).is_some() => Some(text.clone()),
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
        scene.send(Command::Ask(Effect::TakeInText(text)));
    }
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
