//! Which template it is, what can be inserted into it, and what can be done with it.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use crate::app::{Command, Dialog, Effect, Go, ScenarioEdit};
use crate::model::Scenario;
use crate::ui::compose::GROUPS;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::menu::{MenuItem, menu_button};
use crate::ui::widgets::text::{caption, muted, section, subheading};

/// Width of the menu of templates.
const CHOICES: f32 = 280.0;

/// Shows what can be inserted.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    ui.spacing_mut().item_spacing.y = space::S;
    chooser(ui, scene, desk);
    if let Scenario::Own(_) = desk.scenario {
        own(ui, scene, desk);
    }
    ui.add_space(space::S);
    subheading(ui, "Insert");
    caption(ui, "It goes where you were writing.");
    chips(ui, scene, desk);
    ui.add_space(space::S);
    subheading(ui, "This template");
    actions(ui, scene, desk);
}

fn chooser(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    let label = scene.state.search.label_of(desk.scenario).to_owned();
    let name = format!("Template: {label}");
    let button = Button::secondary(&label).name(&name).caret();
    let shown = menu_button(ui, button, |ui| choices(ui, scene, desk.scenario));
    if std::mem::take(&mut desk.fresh) {
        shown.response.request_focus();
    }
}

fn choices(ui: &mut Ui, scene: &mut Scene<'_>, chosen: Scenario) {
    ui.set_min_width(CHOICES);
    let room = ui.ctx().content_rect().bottom() - ui.min_rect().top() - space::XL;
    ui.set_max_height(room);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        for (name, scenarios) in GROUPS {
            heading(ui, name);
            for scenario in *scenarios {
                choice(ui, scene, *scenario, chosen);
            }
        }
        heading(ui, "Your own");
        for own in &scene.state.search.scenarios {
            choice(ui, scene, own.scenario, chosen);
        }
        let new = MenuItem::new("New letter of your own…").icon(icons::PLUS);
        if new.show(ui).clicked() {
            scene.send(Command::dialog(Dialog::OwnScenario { rename: None }));
        }
        ui.add_space(space::XS);
    });
}

fn heading(ui: &mut Ui, name: &str) {
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.vertical(|ui| {
            ui.add_space(space::S);
            section(ui, name);
        });
    });
}

fn choice(ui: &mut Ui, scene: &mut Scene<'_>, scenario: Scenario, chosen: Scenario) {
    let search = &scene.state.search;
    let mut item = MenuItem::new(search.label_of(scenario)).checked(scenario == chosen);
    if scenario != chosen && search.templates.contains_key(scenario.name()) {
        item = item.icon(icons::NOTE_PENCIL);
    }
    if item.show(ui).clicked() && scenario != chosen {
        scene.go(Go::Template(scenario));
    }
}

/// What can be done with a letter of the user's own.
fn own(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let scenario = desk.scenario;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if Button::link("Rename…").show(ui).clicked() {
            let rename = Some(scenario);
            scene.send(Command::dialog(Dialog::OwnScenario { rename }));
        }
        if Button::link("Delete this letter").show(ui).clicked() {
            scene.send(Command::OwnScenario(ScenarioEdit::Delete(scenario)));
        }
    });
}

fn chips(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    let mut insert = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for chip in &desk.chips {
            let name = format!("Insert {}", chip.label);
            let hover = format!("{}\n{}", chip.insert, chip.example);
            let button = Button::secondary(&chip.label).name(&name).hover(&hover);
            if button.show(ui).clicked() {
                insert = Some(chip.insert.clone());
            }
        }
    });
    if let Some(words) = insert {
        desk.insert(scene, &words);
        ui.ctx().request_repaint();
    }
}

fn actions(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let (scenario, search) = (desk.scenario, &scene.state.search);
    let name = scenario.name();
    let differs = search.templates.contains_key(name) || search.unfinished.contains_key(name);
    let reset = match scenario {
        Scenario::Own(_) => "Start it again",
        _ => "Reset to Afterword’s",
    };
    let again = Button::quiet(reset).icon(icons::ARROW_COUNTER_CLOCKWISE);
    if again.enabled(differs).show(ui).clicked() {
        scene.send(Command::Template(scenario, None));
    }
    let export = Button::quiet("Export to a file…").icon(icons::UPLOAD_SIMPLE);
    if export.enabled(desk.error.is_none()).show(ui).clicked() {
        scene.send(Command::Ask(Effect::ExportTemplate(scenario)));
    }
    let import = Button::quiet("Import a template…").icon(icons::DOWNLOAD_SIMPLE);
    if import.show(ui).clicked() {
        scene.send(Command::Ask(Effect::ChooseTemplate));
    }
    let words = "{{ … }} is filled in, {% if … %} decides. docs/LETTERS.md has all of it.";
    muted(ui, words);
}
