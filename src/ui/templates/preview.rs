//! The letter that the template makes, and for whom.

use egui::{Frame, Margin, ScrollArea, TextEdit, Ui};

use super::desk::Desk;
use super::sheet;
use crate::compose::Letter;
use crate::model::ApplicationId;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::empty::empty_state;
use crate::ui::widgets::menu::{MenuItem, menu_button};
use crate::ui::widgets::text::{Text, divider, muted, subheading};

/// So many applications are offered; the one at hand is among them.
const OFFERED: usize = 200;
/// Width of the menu of applications.
const CHOICES: f32 = 280.0;

/// Shows the letter.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    desk: &Desk,
    chosen: &mut Option<ApplicationId>,
) {
    sheet::head(ui, |ui| {
        subheading(ui, "Letter to");
        chooser(ui, scene, chosen);
    });
    let size = ui.available_size();
    sheet::sheet(ui, size, |ui| match &desk.letter {
        Some(Ok(written)) => letter(ui, written),
        _ => {
            let words = "The letter appears again once the template can be read.";
            empty_state(ui, icons::WARNING_CIRCLE, words, None);
        }
    });
}

/// “An example ▾”: which application the letter is shown for.
fn chooser(ui: &mut Ui, scene: &Scene<'_>, chosen: &mut Option<ApplicationId>) {
    let name_of = |id: ApplicationId| {
        let application = scene.state.application(id);
        application.map(|it| format!("{}, {}", it.company, it.position))
    };
    let example = "An example";
    let now = chosen.and_then(name_of);
    let label = now.as_deref().unwrap_or(example);
    let name = format!("Letter to {label}");
    let button = Button::quiet(label).name(&name).caret();
    let picked = menu_button(ui, button, |ui| {
        let mut picked = None;
        ui.set_min_width(CHOICES);
        let room = ui.ctx().content_rect().bottom() - ui.min_rect().top() - space::XL;
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            let item = MenuItem::new(example).checked(chosen.is_none());
            if item.show(ui).clicked() {
                picked = Some(None);
            }
            for id in offered(scene, *chosen) {
                let Some(name) = name_of(id) else { continue };
                ui.push_id(id.0, |ui| {
                    let item = MenuItem::new(&name).checked(*chosen == Some(id));
                    if item.show(ui).clicked() {
                        picked = Some(Some(id));
                    }
                });
            }
        });
        picked
    });
    if let Some(picked) = picked.inner.flatten() {
        *chosen = picked;
        ui.ctx().request_repaint();
    }
}

/// The newest applications, the one at hand first.
fn offered(scene: &Scene<'_>, chosen: Option<ApplicationId>) -> Vec<ApplicationId> {
    let newest = scene.state.search.applications.keys().rev().copied();
    let others = newest.filter(|id| Some(*id) != chosen);
    chosen.into_iter().chain(others).take(OFFERED).collect()
}

fn letter(ui: &mut Ui, letter: &Letter) {
    ScrollArea::vertical()
        .id_salt("letter of the template")
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin::from(space::L))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    if !letter.subject.is_empty() {
                        Text::new(&letter.subject).semibold().show(ui);
                        divider(ui);
                    }
                    let mut text = letter.body.as_str();
                    let response = ui.add(
                        TextEdit::multiline(&mut text)
                            .font(fonts::letter(size::LETTER))
                            .text_color(ui.tokens().text)
                            .frame(Frame::new())
                            .desired_width(f32::INFINITY),
                    );
                    ui.ctx()
                        .accesskit_node_builder(response.id, |node| node.set_label("Letter"));
                    let blanks: Vec<_> =
                        letter.missing.iter().map(|it| it.blank.as_str()).collect();
                    if !blanks.is_empty() {
                        muted(ui, &format!("Not noted there yet: {}", blanks.join("; ")));
                    }
                });
        });
}
