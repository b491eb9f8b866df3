//! What is dropped on the window or pasted into it from elsewhere.

use std::path::PathBuf;

use egui::{Align2, Area, Context, Event, Id, Order};

use crate::app::{Banner, BannerKind, Command, Edit, Effect};
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
        let dropped = input.raw.dropped_files.iter();
        let dropped: Vec<PathBuf> = dropped.map(|file| file.path().to_path_buf()).collect();
        let pasted = input.events.iter().find_map(|event| match event {
            Event::Paste(text) if !typing && Kind::of_text(text).is_some() => Some(text.clone()),
            _ => None,
        });
        (!input.raw.hovered_files.is_empty(), dropped, pasted)
    });
    if hovers {
        invite(ctx);
    }
    take_in(dropped, scene);
    if let Some(text) = pasted {
        scene.send(Command::Ask(Effect::TakeInText(text)));
    }
}

/// Takes in the first file that can be, and attaches what cannot. Of what is taken in, each asks
/// something, so the others wait to be dropped again.
fn take_in(dropped: Vec<PathBuf>, scene: &mut Scene<'_>) {
    let mut waiting = 0;
    let mut asks = false;
    for path in dropped {
        let command = of_file(path, scene);
        if !matches!(command, Command::Ask(_)) {
            scene.send(command);
        } else if asks {
            waiting += 1;
        } else {
            asks = true;
            scene.send(command);
        }
    }
    if waiting > 0 {
        let words = "One file is taken in at a time. Drop the others again after this one.";
        scene.send(Command::Tell(Banner::new(BannerKind::News, words)));
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

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use egui::{DroppedFile, DroppedFileHandle};

    use super::*;
    use crate::ui::testing::{Window, search};

    #[derive(Debug)]
    struct Dropped(PathBuf);

    impl DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }

        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("nobody reads it here".to_owned())
        }
    }

    fn drop(window: &mut Window, names: &[&str]) {
        let files = names
            .iter()
            .map(|name| Arc::new(Dropped(PathBuf::from(name))) as DroppedFileHandle);
        window.harness.input_mut().dropped_files = files.collect();
        window.harness.run();
    }

    #[test]
    fn of_several_files_one_asks_and_the_others_are_told_of() {
        let mut window = Window::on(search(&[("Acme", "applied")]));
        drop(&mut window, &["/a/people.vcf", "/a/mail.eml"]);
        let taken = Effect::TakeInFile(PathBuf::from("/a/people.vcf"));
        assert_eq!(*window.asked.borrow(), [taken]);
        assert!(window.shows("One file is taken in at a time."));
    }

    #[test]
    fn what_is_nothing_to_take_in_belongs_to_the_application_that_is_open() {
        let mut window = Window::on(search(&[("Acme", "applied")]));
        drop(&mut window, &["/a/cv.pdf"]);
        let taken = Effect::TakeInFile(PathBuf::from("/a/cv.pdf"));
        assert_eq!(*window.asked.borrow(), [taken], "to be told why it is not");
        let acme = window.id("Acme");
        window.apply(Command::open(acme));
        drop(&mut window, &["/a/cv.pdf", "/a/contract.docx"]);
        let documents = &window.application("Acme").documents;
        let places: Vec<_> = documents.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(places, ["/a/cv.pdf", "/a/contract.docx"]);
    }
}
