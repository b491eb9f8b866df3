//! The file, and the program itself.

use std::path::Path;

use egui::Ui;

use crate::app::{Command, Dialog, Effect, SaveStatus, State};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, caption, subheading};

/// The licences, by what they are for, with their texts.
const LICENCES: [(&str, &str); 5] = [
    ("Afterword, MIT", include_str!("../../../LICENSE-MIT")),
    (
        "Afterword, Apache 2.0",
        include_str!("../../../LICENSE-APACHE"),
    ),
    (
        "Inter, SIL Open Font License",
        include_str!("../../../assets/fonts/Inter-LICENSE.txt"),
    ),
    (
        "Source Serif, SIL Open Font License",
        include_str!("../../../assets/fonts/AfterwordSerif-LICENSE.md"),
    ),
    (
        "Phosphor icons, MIT",
        include_str!("../../../assets/fonts/Phosphor-LICENSE.txt"),
    ),
];

pub(super) fn file(ui: &mut Ui, scene: &mut Scene<'_>) {
    let about =
        "Everything is in one file that you can read, copy and keep. Backups are made beside it.";
    super::group(ui, "Your file", about, |ui| {
        place(ui, scene.state);
        let folder = scene.state.file.as_deref().and_then(Path::parent);
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.map(Path::to_owned);
        let mut buttons = vec![
            ("Open…", Command::Ask(Effect::ChooseFile)),
            ("Save elsewhere…", Command::Ask(Effect::ChoosePlace)),
            ("Export…", Command::dialog(Dialog::Export)),
        ];
        let show = |folder| ("Show the folder", Command::Ask(Effect::ShowFolder(folder)));
        buttons.extend(folder.map(show));
        let in_a_row = if ui.available_width() < metrics::LETTER {
            2
        } else {
            4
        };
        for row in buttons.chunks(in_a_row) {
            ui.horizontal(|ui| {
                for (words, command) in row {
                    if Button::secondary(words).show(ui).clicked() {
                        scene.send(command.clone());
                    }
                }
            });
        }
        backups(ui, scene);
        recent(ui, scene);
    });
}

fn backups(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(file) = &scene.state.file else {
        return;
    };
    if Button::secondary("Backups…").show(ui).clicked() {
        scene.send(Command::Ask(Effect::ListBackups {
            file: file.clone(),
            current: Box::new(scene.state.search.clone()),
        }));
    }
}

/// Files that were opened before, to be opened again.
fn recent(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.state.recent.is_empty() {
        return;
    }
    caption(ui, "Opened before");
    for file in &scene.state.recent {
        let name = file.display().to_string();
        if Button::link(&name).icon(icons::FILE).show(ui).clicked() {
            scene.send(Command::Ask(Effect::Open(file.clone())));
        }
    }
}

/// Where the file is, and whether it holds what the window shows.
fn place(ui: &mut Ui, state: &State) {
    let path = state.file.as_ref().map(|path| path.display().to_string());
    let words = path.unwrap_or_else(|| "No file: this is a sample".to_owned());
    Text::new(&words).rows(3).show(ui);
    match &state.saving {
        SaveStatus::Failed(why) | SaveStatus::ReadOnly(why) => {
            caption(ui, why);
        }
        SaveStatus::NotLoaded | SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Sample => {}
    }
}

pub(super) fn about(ui: &mut Ui, licences: &mut bool) {
    let about = "What to say after the interview, and when. Nothing leaves your computer unless you send it.";
    super::group(ui, "About Afterword", about, |ui| {
        Text::new(concat!("Version ", env!("AFTERWORD_VERSION"))).show(ui);
        let words = if *licences {
            "Hide the licences"
        } else {
            "Show the licences"
        };
        if Button::secondary(words).show(ui).clicked() {
            *licences = !*licences;
        }
        if *licences {
            for (name, text) in LICENCES {
                ui.add_space(space::M);
                subheading(ui, name);
                let color = ui.tokens().muted;
                ui.label(egui::RichText::new(text).color(color).size(size::SMALL));
            }
        }
    });
}
