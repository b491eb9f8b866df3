//! What the board can be filtered by, in a line that one opens.

use egui::{Frame, Margin, Ui, vec2};

use crate::app::Go;
use crate::model::{Doing, Filter, StageId};
use crate::ui::scene::Scene;
use crate::ui::theme::{metrics, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::toggle::checkbox;

/// The width of a field for a few letters.
const NARROW: f32 = 132.0;

/// What is typed.
#[derive(Debug, Default)]
pub(super) struct Filters {
    /// The days of silence, as typed.
    silent: String,
    /// Whether they were shown in the frame before: with the first the keyboard goes there.
    is_open: bool,
}

impl Filters {
    pub(super) fn closed(&mut self) {
        self.is_open = false;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let opens = !std::mem::replace(&mut self.is_open, true);
        let mut filter = scene.state.filter.clone();
        let margin = Margin {
            bottom: 0,
            ..Margin::from(vec2(space::L, space::S))
        };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            // Buttons stand in the middle of the line that fields make.
            ui.spacing_mut().interact_size.y = metrics::FIELD;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::S, space::S);
                stages(ui, scene, &mut filter, opens);
                let doing = [
                    (None, "Any"),
                    (Some(Doing::Due), "Due"),
                    (Some(Doing::Waiting), "Waiting for them"),
                ];
                segmented(ui, "How it stands", &mut filter.doing, &doing);
                tags(ui, scene, &mut filter);
                TextField::new("Person", &mut filter.person)
                    .example("Person")
                    .hide_label()
                    .width(NARROW)
                    .show(ui);
                self.silence(ui, &mut filter);
                checkbox(ui, &mut filter.offer, "Has an offer");
            });
        });
        if filter != scene.state.filter {
            scene.go(Go::Filter(filter));
        }
    }

    fn silence(&mut self, ui: &mut Ui, filter: &mut Filter) {
        let days = |text: &str| text.trim().parse::<u32>().ok();
        // A view may have been chosen meanwhile.
        if days(&self.silent) != filter.silent_days {
            self.silent = filter
                .silent_days
                .map_or_else(String::new, |days| days.to_string());
        }
        let field = TextField::new("Silent for so many days", &mut self.silent)
            .example("Days of silence")
            .hide_label()
            .width(NARROW)
            .show(ui);
        if field.changed() {
            self.silent.retain(|c| c.is_ascii_digit());
            self.silent.truncate(4);
            filter.silent_days = days(&self.silent);
        }
    }
}

/// Of several stages one has to fit.
fn stages(ui: &mut Ui, scene: &Scene<'_>, filter: &mut Filter, focus: bool) {
    let chosen = &filter.stages;
    let words = match chosen.as_slice() {
        [] => "Any stage".to_owned(),
        [only] => scene
            .state
            .search
            .stage(only)
            .map_or_else(|| only.0.clone(), |stage| stage.name.clone()),
        several => format!("{} stages", several.len()),
    };
    let button = Button::secondary(&words).caret().show(ui);
    if focus {
        button.request_focus();
    }
    menu_on(&button, |ui| {
        ui.set_max_width(metrics::CARD);
        for stage in &scene.state.search.stages {
            let is_chosen = filter.stages.contains(&stage.id);
            let item = MenuItem::new(&stage.name).checked(is_chosen);
            if item.show(ui).clicked() {
                toggle(&mut filter.stages, &stage.id);
            }
        }
    });
}

fn toggle(stages: &mut Vec<StageId>, id: &StageId) {
    if stages.contains(id) {
        stages.retain(|stage| stage != id);
    } else {
        stages.push(id.clone());
    }
}

/// A tag, where there are any.
fn tags(ui: &mut Ui, scene: &Scene<'_>, filter: &mut Filter) {
    let tags = scene.state.tags();
    if tags.is_empty() && filter.tag.is_empty() {
        return;
    }
    let words = if filter.tag.is_empty() {
        "Any tag"
    } else {
        filter.tag.as_str()
    };
    let button = Button::secondary(words).caret().show(ui);
    menu_on(&button, |ui| {
        ui.set_max_width(metrics::CARD);
        let any = MenuItem::new("Any tag").checked(filter.tag.is_empty());
        if any.show(ui).clicked() {
            filter.tag.clear();
        }
        for tag in tags {
            if MenuItem::new(tag)
                .checked(filter.tag == tag)
                .show(ui)
                .clicked()
            {
                tag.clone_into(&mut filter.tag);
            }
        }
    });
}
