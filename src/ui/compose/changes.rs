//! What changed after the user had begun to write: their words stay, and the change is offered.

use egui::{Frame, Margin, Ui};

use super::desk::Desk;
use super::findings::{Place, shortened};
use crate::app::{Command, Edit};
use crate::compose::ChangedFact;
use crate::review::Part;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, icon, subheading};

/// Of what stands there and what could, so many characters are shown.
const SHOWN: usize = 60;

/// What was pressed at a change.
enum Pressed {
    Go,
    TakeUp,
    Leave,
}

/// Shows what changed; gives the place that the user wants to be led to.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) -> Option<Place> {
    if desk.changed.is_empty() {
        return None;
    }
    subheading(ui, "Changed since you wrote this");
    let mut pressed = None;
    for fact in &desk.changed {
        let row = ui.push_id(&fact.key, |ui| row(ui, fact));
        pressed = row.inner.map(|press| (fact, press)).or(pressed);
    }
    ui.add_space(space::S);
    let (fact, press) = pressed?;
    let mut draft = desk.draft();
    match press {
        Pressed::Go => return place_of(fact),
        Pressed::TakeUp => fact.take_up(&mut draft),
        Pressed::Leave => fact.leave(&mut draft),
    }
    let edit = Edit::ReviseDraft(draft);
    scene.send(Command::edit(desk.application.id, edit));
    None
}

/// The first place that would change.
fn place_of(fact: &ChangedFact) -> Option<Place> {
    let in_body = fact.body.first().map(|it| (Part::Body, it));
    let in_subject = fact.subject.first().map(|it| (Part::Subject, it));
    let (part, correction) = in_body.or(in_subject)?;
    Some(Place {
        part,
        range: correction.place.clone(),
    })
}

/// “What you talked about”, what stands there, and what could.
fn row(ui: &mut Ui, fact: &ChangedFact) -> Option<Pressed> {
    let correction = fact.body.first().or(fact.subject.first())?;
    let found = shortened(&correction.found, SHOWN);
    let better = shortened(&correction.replacement, SHOWN);
    let muted = ui.tokens().muted;
    let frame = Frame::new().inner_margin(Margin::from(space::XS));
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS / 2.0;
        ui.horizontal_top(|ui| {
            icon(ui, icons::INFO, size::ICON, muted);
            let inside = ui.vertical(|ui| {
                let words = format!("{}: your letter says “{found}”.", capitalised(&fact.label));
                Text::new(&words).rows(5).show(ui);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    buttons(ui, fact, &found, &better)
                })
                .inner
            });
            inside.inner
        })
        .inner
    });
    shown.inner
}

fn buttons(ui: &mut Ui, fact: &ChangedFact, found: &str, better: &str) -> Option<Pressed> {
    let mut pressed = None;
    let words = format!("Replace with “{}”", shortened(better, SHOWN / 2));
    let name = format!("Replace “{found}” with “{better}”");
    let replace = Button::link(&words).name(&name).hover(&name);
    if replace.show(ui).clicked() {
        pressed = Some(Pressed::TakeUp);
    }
    let name = format!("Go to “{found}”");
    if Button::link("Go").name(&name).show(ui).clicked() {
        pressed = Some(Pressed::Go);
    }
    let name = format!("Keep my words for {}", fact.label);
    let keep = Button::link("Keep my words").name(&name);
    if keep.show(ui).clicked() {
        pressed = Some(Pressed::Leave);
    }
    pressed
}

fn capitalised(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
