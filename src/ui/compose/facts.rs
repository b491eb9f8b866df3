//! What the letter is made of: each fact is asked once and kept where it belongs.

use egui::{Rect, Response, Ui, UiBuilder, Vec2, pos2};

use super::desk::{Desk, Fact};
use crate::app::{Command, Edit};
use crate::compose;
use crate::model::{Achievement, Channel, Scenario};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{metrics, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::menu::{MenuItem, menu_button, menu_on};
use crate::ui::widgets::text::Text;

/// An answer longer than this gets a second line.
const ONE_LINE: usize = 52;

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    let id = desk.application.id;
    let is_day = desk.scenario == Scenario::AskForTime;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        for fact in &mut desk.facts {
            let salt = (id, &fact.spec.key, fact.with.clone());
            let changed = ui.push_id(salt, |ui| {
                if is_day && fact.spec.key == "day" {
                    day(ui, scene, fact)
                } else {
                    field(ui, scene, fact)
                }
            });
            if changed.inner {
                let edit = Edit::SetFact {
                    key: fact.spec.key.clone(),
                    value: fact.noted.clone(),
                    with: fact.with.clone(),
                };
                scene.send(Command::edit(id, edit));
            }
        }
    });
}

/// What the user did before can stand in every letter, also where nothing asks for it.
pub(super) fn done_before(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let done = &scene.state.search.achievements;
    let asks = desk.facts.iter().any(|it| it.spec.key == "achievement");
    if done.is_empty() || asks || desk.scenario.channel() != Channel::Email {
        return;
    }
    let button = Button::quiet("Add something you did").icon(icons::PLUS);
    let picked = menu_button(ui, button.caret(), |ui| choices(ui, done)).inner;
    if let Some(achievement) = picked.flatten() {
        let mut draft = desk.draft();
        let paragraph = compose::told(&achievement);
        draft.body = compose::with_paragraph(&draft.body, &paragraph);
        let edit = Edit::ReviseDraft(draft);
        scene.send(Command::edit(desk.application.id, edit));
    }
}

/// Asks once for the name that every letter ends with.
pub(super) fn who_signs(ui: &mut Ui, scene: &mut Scene<'_>) {
    let mut profile = scene.state.search.profile.clone();
    let changed = TextField::new("Your name", &mut profile.name)
        .example("as you sign your letters")
        .show(ui)
        .changed();
    if changed {
        scene.send(Command::Profile(profile));
    }
}

fn field(ui: &mut Ui, scene: &Scene<'_>, fact: &mut Fact) -> bool {
    let done_before = match fact.spec.key.as_str() {
        "achievement" => scene.state.search.achievements.as_slice(),
        _ => &[],
    };
    let used = fact.otherwise.as_deref().map(used_now);
    let example = example(&fact.spec.hint);
    let rows = if fact.noted.chars().count() > ONE_LINE {
        2
    } else {
        1
    };
    let mut field = TextField::new(&fact.spec.label, &mut fact.noted)
        .example(&example)
        .rows(rows);
    if let Some(used) = &used {
        field = field.hint(used);
    }
    if !done_before.is_empty() {
        field = field.trailing(space::XL);
    }
    let response = field.show(ui);
    let (rect, mut changed) = (response.rect, response.changed());
    helped(ui, response, &fact.spec.hint, used.is_none());
    if !done_before.is_empty()
        && let Some(told) = pick(ui, rect, done_before)
    {
        fact.noted = told;
        changed = true;
    }
    changed
}

/// What helps to answer is said by assistive technology, and shown while the pointer rests.
fn helped(ui: &Ui, response: Response, hint: &str, describe: bool) {
    if describe {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(hint);
        });
    }
    if !response.has_focus() {
        response.on_hover_ui(|ui| {
            ui.set_max_width(metrics::TOOLTIP);
            Text::new(hint).size(size::SMALL).show(ui);
        });
    }
}

fn day(ui: &mut Ui, scene: &Scene<'_>, fact: &mut Fact) -> bool {
    let hint = match &fact.otherwise {
        Some(day) => format!("Three to five working days away; now {day}."),
        None => fact.spec.hint.clone(),
    };
    DateField::new(&fact.spec.label, &mut fact.noted, scene.clock.today())
        .hint(&hint)
        .show(ui)
        .response
        .changed()
}

fn used_now(words: &str) -> String {
    format!("Used now: “{words}”")
}

/// The first thing that a hint gives as an example.
fn example(hint: &str) -> String {
    let quoted = hint
        .split_once('“')
        .and_then(|(_, rest)| rest.split_once('”'))
        .map(|(example, _)| example);
    quoted.map_or_else(|| hint.to_owned(), |example| format!("e.g. {example}"))
}

/// A button inside the field that offers what the user did before.
fn pick(ui: &mut Ui, field: Rect, done_before: &[Achievement]) -> Option<String> {
    let corner = pos2(
        field.right() - space::XL - metrics::LINE * 3.0,
        field.top() + (metrics::FIELD - space::XL) / 2.0,
    );
    let at = Rect::from_min_size(corner, Vec2::splat(space::XL));
    let mut inside = ui.new_child(UiBuilder::new().id_salt("done before").max_rect(at));
    let button = IconButton::new(icons::CARET_DOWN, "Choose something you did")
        .small()
        .show(&mut inside);
    let picked = menu_on(&button, |ui| choices(ui, done_before)).flatten();
    picked.map(|achievement| told(&achievement))
}

fn choices(ui: &mut Ui, done_before: &[Achievement]) -> Option<Achievement> {
    let mut picked = None;
    for (place, achievement) in done_before.iter().enumerate() {
        let told = told(achievement);
        ui.push_id(place, |ui| {
            if MenuItem::new(&told).show(ui).clicked() {
                picked = Some(achievement.clone());
            }
        });
    }
    picked
}

/// “Gave every caller a budget at Bolt: 80 % fewer retries”.
fn told(achievement: &Achievement) -> String {
    let Achievement {
        place,
        what,
        result,
    } = achievement;
    let full = |text: &str| !text.trim().is_empty();
    let mut told = what.trim().to_owned();
    if full(place) {
        told = format!("{told} at {}", place.trim());
    }
    if full(result) {
        told = format!("{told}: {}", result.trim());
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_a_hint_stands_in_the_field() {
        assert_eq!(example("As in “releases”, or “tests”."), "e.g. releases");
        assert_eq!(example("One only."), "One only.");
    }

    #[test]
    fn what_was_done_is_told_in_a_line() {
        let mut done = Achievement {
            place: "Bolt".to_owned(),
            what: "Gave callers a budget".to_owned(),
            result: "80 % fewer retries".to_owned(),
        };
        assert_eq!(
            told(&done),
            "Gave callers a budget at Bolt: 80 % fewer retries"
        );
        done.place.clear();
        done.result.clear();
        assert_eq!(told(&done), "Gave callers a budget");
    }
}
