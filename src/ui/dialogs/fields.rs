//! What several dialogs ask for alike.

use chrono::NaiveDate;
use egui::{Response, Ui};

use super::Step;
use crate::app::Edit;
use crate::model::{Application, ApplicationId, same_name};
use crate::time::Clock;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::date::OVER;
use crate::ui::widgets::dialog::DialogChoice;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::text::{Text, icon};
use crate::ui::widgets::typed::parse_date;

/// What is wrong with a day, where something is.
pub(super) const NOT_A_DAY: &str = "Write a day such as 2026-11-30";

/// “Quill & Sons, Backend engineer”.
pub(super) fn title_of(application: &Application) -> String {
    format!("{}, {}", application.company, application.position)
}

/// Which application a dialog is about.
pub(super) fn about(ui: &mut Ui, scene: &Scene<'_>, id: ApplicationId) {
    if let Some(application) = scene.state.application(id) {
        let color = ui.tokens().muted;
        Text::new(&title_of(application))
            .color(color)
            .rows(1)
            .show(ui);
    }
}

/// Which applications a dialog is about: the one, or how many.
pub(super) fn about_all(ui: &mut Ui, scene: &Scene<'_>, ids: &[ApplicationId]) {
    if let [only] = ids {
        return about(ui, scene, *only);
    }
    let color = ui.tokens().muted;
    let names = ids.iter().filter_map(|id| scene.state.application(*id));
    let names: Vec<&str> = names.map(|one| one.company.as_str()).collect();
    let words = format!("{} applications: {}", ids.len(), names.join(", "));
    Text::new(&words).color(color).rows(2).show(ui);
}

/// The day that was typed: nothing where nothing was, an error where it is none.
pub(super) fn day(text: &str, clock: &Clock) -> Result<Option<NaiveDate>, &'static str> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_date(text, clock).map(Some).ok_or(NOT_A_DAY)
}

/// The day that was typed, as [`day`], where only `earliest` and later days make sense.
pub(super) fn day_from(
    text: &str,
    earliest: NaiveDate,
    clock: &Clock,
) -> Result<Option<NaiveDate>, &'static str> {
    match day(text, clock)? {
        Some(day) if day < earliest => Err(OVER),
        day => Ok(day),
    }
}

/// The names in a text that parts them by commas, each once.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in text
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        if !names.iter().any(|known| same_name(known, name)) {
            names.push(name.to_owned());
        }
    }
    names
}

/// A field for names, with a button for everybody who is known and not among them yet.
/// Gives the field's response.
pub(super) fn people(
    ui: &mut Ui,
    label: &str,
    text: &mut String,
    known: &[String],
    one: bool,
) -> Response {
    let mut field = TextField::new(label, text);
    field = if one {
        field.example("Dana Wu")
    } else {
        field.example("Dana Wu, Ann Ito")
    };
    let response = field.show(ui);
    let chosen = names(text);
    let rest: Vec<&String> = known
        .iter()
        .filter(|name| !chosen.iter().any(|chosen| same_name(chosen, name)))
        .take(8)
        .collect();
    if rest.is_empty() {
        return response;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for name in rest {
            let words = format!("Add {name}");
            if Button::quiet(name)
                .icon(icons::PLUS)
                .name(&words)
                .show(ui)
                .clicked()
            {
                if one || chosen.is_empty() {
                    text.clone_from(name);
                } else {
                    *text = format!("{}, {name}", chosen.join(", "));
                }
            }
        }
    });
    response
}

/// Everybody known on the employer's side.
pub(super) fn known(scene: &Scene<'_>, id: ApplicationId) -> Vec<String> {
    scene
        .state
        .application(id)
        .map(|application| {
            application
                .people()
                .into_iter()
                .map(str::to_owned)
                .collect()
        })
        .unwrap_or_default()
}

/// What would follow, worked out once for what is typed.
#[derive(Debug, Default)]
pub(super) struct Consequences {
    of: Option<(Edit, u64)>,
    sentences: Vec<String>,
}

impl Consequences {
    /// Shows what would follow from `edit` of one; of several the dialog says all there is to say.
    pub(super) fn show_for(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        ids: &[ApplicationId],
        edit: &Edit,
    ) {
        if let [only] = ids {
            self.show(ui, scene, *only, edit);
        }
    }

    /// Shows what would follow from `edit`.
    pub(super) fn show(&mut self, ui: &mut Ui, scene: &Scene<'_>, id: ApplicationId, edit: &Edit) {
        let generation = scene.state.generation;
        if self
            .of
            .as_ref()
            .is_none_or(|(of, then)| of != edit || *then != generation)
        {
            self.sentences = scene.state.consequences(id, edit, scene.clock);
            self.of = Some((edit.clone(), generation));
        }
        if self.sentences.is_empty() {
            return;
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let muted = ui.tokens().muted;
            Text::new("What follows")
                .size(size::SMALL)
                .color(muted)
                .show(ui);
            for sentence in &self.sentences {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::XS;
                    icon(ui, icons::ARROW_RIGHT, size::ICON, muted);
                    Text::new(sentence).show(ui);
                });
            }
        });
    }
}

/// What a choice means while nothing can be wrong.
pub(super) fn step(choice: Option<DialogChoice>, confirm: impl FnOnce() -> Step) -> Step {
    match choice {
        None => Step::Open,
        Some(DialogChoice::Cancelled) => Step::Left,
        Some(DialogChoice::Confirmed) => confirm(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_by_commas_and_stand_once() {
        assert_eq!(
            names(" Dana Wu,, ann ito , Ann Ito,"),
            ["Dana Wu", "ann ito"]
        );
        assert!(names(" , ").is_empty());
    }
}
