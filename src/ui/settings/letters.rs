//! How letters are written, and letters of the user's own.

use egui::Ui;

use crate::app::{Command, Dialog, Go};
use crate::model::Scenario;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::widgets::button::Button;

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let about = "Every letter follows a template, which you can change. Letters of your own can be \
                 written to anybody at any time.";
    super::group(ui, "Letters", about, |ui| {
        let changed = changed(scene);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            for scenario in changed {
                let label = scene.state.search.label_of(scenario).to_owned();
                let name = format!("Edit the template “{label}”");
                let button = Button::secondary(&label).icon(icons::NOTE_PENCIL);
                if button.name(&name).show(ui).clicked() {
                    scene.go(Go::Template(scenario));
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if Button::secondary("Edit the templates").show(ui).clicked() {
                scene.go(Go::Template(Scenario::ThankYou));
            }
            let new = Button::secondary("New letter of your own…").icon(icons::PLUS);
            if new.show(ui).clicked() {
                scene.send(Command::dialog(Dialog::OwnScenario { rename: None }));
            }
        });
    });
}

/// What the user changed or made.
fn changed(scene: &Scene<'_>) -> Vec<Scenario> {
    let search = &scene.state.search;
    let is_changed = |scenario: &Scenario| {
        let name = scenario.name();
        search.templates.contains_key(name) || search.unfinished.contains_key(name)
    };
    let ours = Scenario::ALL.iter().copied().filter(is_changed);
    let own = search.scenarios.iter().map(|own| own.scenario);
    ours.chain(own).collect()
}
