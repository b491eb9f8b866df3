//! Putting a line off, or saying that it is not needed.

use egui::{Response, Ui};

use super::agenda::Line;
use crate::app::{Command, Dialog};
use crate::reminders::Quiet;
use crate::reminders::snooze::choices;
use crate::time::Moment;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::metrics;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::text::divider;

/// The button, and the menu that it opens.
pub(super) fn menu(ui: &mut Ui, scene: &mut Scene<'_>, line: &Line, title: &str) {
    let name = format!("Not now: {title}");
    let button = IconButton::new(icons::BELL_Z, &name).small().show(ui);
    menu_of(&button, scene, line);
}

/// The menu on a button elsewhere.
pub(crate) fn menu_of(button: &Response, scene: &mut Scene<'_>, line: &Line) {
    menu_on(button, |ui| {
        ui.set_max_width(metrics::SEARCH);
        entries(ui, scene, line);
    });
}

fn entries(ui: &mut Ui, scene: &mut Scene<'_>, line: &Line) {
    if line.quiet.is_some() {
        let back = MenuItem::new("Bring it back now").icon(icons::ARROW_COUNTER_CLOCKWISE);
        if back.show(ui).clicked() {
            scene.send(Command::Wake(line.actions()));
        }
        divider(ui);
    }
    let Some(application) = scene.state.application(line.action.application) else {
        return;
    };
    let context = scene.state.context(scene.clock);
    for choice in choices(&line.action, application, &context) {
        let item = MenuItem::new(&choice.words).icon(icons::CLOCK);
        if item.show(ui).clicked() {
            scene.send(put_off(line, choice.until));
        }
    }
    let other = MenuItem::new("Another moment…").icon(icons::CALENDAR_BLANK);
    if other.show(ui).clicked() {
        let actions = line.actions();
        scene.send(Command::dialog(Dialog::Snooze { actions }));
    }
    if matches!(line.quiet, Some(Quiet::NotNeeded(_))) {
        return;
    }
    divider(ui);
    let not_needed = MenuItem::new("Not needed").icon(icons::BELL_SLASH);
    if not_needed.show(ui).clicked() {
        scene.send(Command::NotNeeded(line.actions()));
    }
}

fn put_off(line: &Line, until: Moment) -> Command {
    Command::Snooze {
        actions: line.actions(),
        until,
    }
}
