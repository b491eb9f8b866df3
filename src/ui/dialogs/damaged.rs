//! The file did not load: what is wrong with it, and the ways on. It stays as it is.

use egui::{Context, Ui};

use super::Step;
use crate::app::{Command, DamagedFile, EarlierState, Effect};
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::{Dialog, DialogChoice};
use crate::ui::widgets::text::{Text, body};

/// A way on from the file.
struct Way {
    words: String,
    icon: Icon,
    effect: Effect,
}

pub(super) fn show(ctx: &Context, scene: &mut Scene<'_>, file: &DamagedFile) -> Step {
    let leave = if file.at_start { "Quit" } else { "Cancel" };
    let mut ways = ways_on(file);
    let first = ways.remove(best(file, ways.len()));
    let dialog = Dialog::new("damaged", "This file does not load", leave)
        .primary(&first.words)
        .width(metrics::LETTER);
    let ((), choice) = dialog.show(ctx, |ui| {
        body(ui, "It was left as it is; nothing is written over it.");
        let path = file.path.display().to_string();
        let color = ui.tokens().muted;
        Text::new(&path)
            .size(size::SMALL)
            .color(color)
            .rows(3)
            .show(ui);
        Text::new(&file.why).color(ui.tokens().late).show(ui);
        other_ways(ui, scene, &ways);
    });
    match choice {
        Some(DialogChoice::Confirmed) => {
            scene.send(Command::Ask(first.effect));
            Step::Open
        }
        Some(DialogChoice::Cancelled) if !file.at_start => Step::Left,
        Some(DialogChoice::Cancelled) => {
            scene.send(Command::Ask(Effect::Quit));
            Step::Open
        }
        None => Step::Open,
    }
}

fn other_ways(ui: &mut Ui, scene: &mut Scene<'_>, ways: &[Way]) {
    ui.add_space(space::XS);
    for way in ways {
        let button = Button::secondary(&way.words).icon(way.icon);
        if button.show(ui).clicked() {
            scene.send(Command::Ask(way.effect.clone()));
        }
    }
}

/// Every way on: what can be read of the file, its backups, another file, a new one.
fn ways_on(file: &DamagedFile) -> Vec<Way> {
    let mut ways = Vec::new();
    if file.rest.0 > 0 {
        ways.push(Way {
            words: words_of_rest(file.rest),
            icon: icons::FILE,
            effect: Effect::Salvage(file.path.clone()),
        });
    }
    ways.extend(file.backups.iter().map(|state| restore(file, state)));
    ways.push(Way {
        words: "Open another file…".to_owned(),
        icon: icons::FOLDER_OPEN,
        effect: Effect::ChooseFile,
    });
    ways.push(Way {
        words: "Start anew beside it".to_owned(),
        icon: icons::FILE,
        effect: Effect::StartBeside(file.path.clone()),
    });
    ways
}

fn restore(file: &DamagedFile, state: &EarlierState) -> Way {
    Way {
        words: format!(
            "Open the backup of {}, {}",
            state.when,
            applications(state.applications)
        ),
        icon: icons::CLOCK_COUNTER_CLOCKWISE,
        effect: Effect::Restore {
            path: file.path.clone(),
            backup: state.path.clone(),
        },
    }
}

fn words_of_rest((read, lost): (usize, usize)) -> String {
    match lost {
        0 => format!("Open what can be read, {}", applications(read)),
        lost => format!(
            "Open what can be read, {read} of {}",
            applications(read + lost)
        ),
    }
}

fn applications(number: usize) -> String {
    match number {
        1 => "1 application".to_owned(),
        number => format!("{number} applications"),
    }
}

/// The place among `count` ways of the one that keeps the most. What can be read of the file is
/// newer than a backup, but may have lost something.
fn best(file: &DamagedFile, count: usize) -> usize {
    let (read, lost) = file.rest;
    let backup = file.backups.first().map(|state| state.applications);
    let place = match backup {
        Some(earlier) if read > 0 && (earlier > read || (lost > 0 && earlier == read)) => 1,
        Some(_) | None => 0,
    };
    place.min(count.saturating_sub(1))
}
