//! What the etiquette says: every rule as a page to read, reached from every “Why?”.

#[cfg(test)]
mod tests;

use egui::{Align, Frame, Margin, Response, Ui};

use super::icons;
use super::page::page;
use super::scene::Scene;
use super::theme::{UiExt as _, radius, size, space};
use super::widgets::button::{Button, IconButton};
use super::widgets::text::{Text, caption, divider, muted, title};
use crate::app::{Command, Go};
use crate::etiquette::Rule;
use crate::etiquette::handbook::{Entry, Handbook};

/// What the page keeps between frames.
#[derive(Debug, Default)]
pub struct RulesView {
    /// The rule that was brought into sight.
    shown: Option<Rule>,
    /// Whether the page was drawn in the frame before.
    open: bool,
}

impl RulesView {
    /// Notes that another view is shown.
    pub fn closed(&mut self) {
        *self = Self::default();
    }

    /// Shows the rules, and where it was opened for one of them, that one.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let wanted = scene.state.rule;
        let arrived = !std::mem::replace(&mut self.open, true);
        let seek = wanted.is_some() && wanted != self.shown;
        self.shown = wanted;
        let handbook = Handbook::ours();
        page(ui, "rules", |ui| {
            let back = Button::quiet("Back").icon(icons::ARROW_LEFT);
            let back = back.hover("Where you were; Escape does it too").show(ui);
            if back.clicked() {
                scene.go(Go::Back);
            }
            if arrived {
                back.request_focus();
            }
            ui.add_space(space::S);
            title(ui, "What does the etiquette say?");
            ui.add_space(space::S);
            paragraphs(ui, &handbook.words);
            ui.add_space(space::L);
            for entry in &handbook.rules {
                let chosen = wanted == Some(entry.rule);
                let shown = rule(ui, entry, chosen);
                if chosen && seek {
                    shown.scroll_to_me(Some(Align::Center));
                }
            }
            ui.add_space(space::XL);
            heading(ui, "Where the rules leave a choice");
            ui.add_space(space::S);
            paragraphs(ui, &handbook.choices);
            ui.add_space(space::L);
            hours(ui, scene);
        });
    }
}

/// A link to what the page says of a rule.
pub fn link(ui: &mut Ui, scene: &mut Scene<'_>, rule: Rule) -> Response {
    let words = Handbook::ours()
        .entry(rule)
        .map_or("The rules", |entry| entry.title.as_str());
    let name = format!("The rule: {words}");
    let link = Button::link(words)
        .icon(icons::BOOK_OPEN)
        .name(&name)
        .hover("What the etiquette says about it");
    let response = link.show(ui);
    if response.clicked() {
        scene.send(Command::Go(Go::Rules(Some(rule))));
    }
    response
}

/// A small way to the rule, where there is no room for its words.
pub fn why(ui: &mut Ui, scene: &mut Scene<'_>, rule: Rule) -> Response {
    let words = Handbook::ours()
        .entry(rule)
        .map_or("The rules", |entry| entry.title.as_str());
    let name = format!("Why? {words}");
    let response = IconButton::new(icons::QUESTION, &name).small().show(ui);
    if response.clicked() {
        scene.send(Command::Go(Go::Rules(Some(rule))));
    }
    response
}

fn rule(ui: &mut Ui, entry: &Entry, chosen: bool) -> Response {
    let tokens = ui.tokens();
    let fill = if chosen {
        tokens.accent_ground
    } else {
        egui::Color32::TRANSPARENT
    };
    let frame = Frame::new()
        .fill(fill)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::from(space::M))
        // In line with the words around it.
        .outer_margin(Margin {
            left: -Margin::from(space::M).left,
            right: -Margin::from(space::M).right,
            ..Margin::ZERO
        });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.horizontal(|ui| {
            heading(ui, &entry.title);
            caption(ui, entry.rule.name());
        });
        muted(ui, &entry.text);
    });
    shown.response
}

fn heading(ui: &mut Ui, words: &str) {
    Text::new(words)
        .size(size::LARGE)
        .semibold()
        .role(egui::Role::Heading)
        .show(ui);
}

fn paragraphs(ui: &mut Ui, texts: &[String]) {
    for text in texts {
        muted(ui, text);
        ui.add_space(space::S);
    }
}

/// The hours and days are the user's.
fn hours(ui: &mut Ui, scene: &mut Scene<'_>) {
    divider(ui);
    ui.add_space(space::L);
    if Button::secondary("Change the hours and days")
        .icon(icons::SLIDERS_HORIZONTAL)
        .show(ui)
        .clicked()
    {
        scene.go(Go::View(crate::app::View::Settings));
    }
}
