//! What is dropped on the window or pasted into it from elsewhere.

use std::path::PathBuf;

use egui::{Align2, Area, Context, Event, Id, Order};

use crate::app::{Command, Edit, Effect};
use crate::exchange::Kind;
use crate::model::Document;
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
        scene.send(of_file(path, scene));
    } else if let Some(text) = pasted {
        scene.send(Command::Ask(Effect::TakeInText(text)));
    }
}

/// What becomes of a file: it is taken in, or it belongs to the application that is open.
fn of_file(path: PathBuf, scene: &Scene<'_>) -> Command {
    let open = scene.state.open_application();
    match open.filter(|_| Kind::of_file(&path).is_none()) {
        None => Command::Ask(Effect::TakeInFile(path)),
        Some(application) => {
            let document = Document {
                place: path.to_string_lossy().into_owned(),
                ..Document::default()
            };
            Command::edit(application.id, Edit::Attach(document))
        }
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
