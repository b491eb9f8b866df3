//! The line above the columns: views, what is filtered, and what is done with marked cards.

use std::collections::BTreeSet;

use egui::{Align, Frame, Layout, Margin, Ui, vec2};

use super::menu;
use crate::app::{Command, Go, UserCommand, ViewEdit};
use crate::model::{ApplicationId, Density, Filter};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::shell::keys;
use crate::ui::theme::{UiExt as _, metrics, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::menu::menu_on;
use crate::ui::widgets::row::Row;
use crate::ui::widgets::text::Text;

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let margin = Margin {
        bottom: 0,
        ..Margin::from(vec2(space::L, space::S))
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        let wanted = vec2(ui.available_width(), metrics::CONTROL);
        ui.allocate_ui_with_layout(wanted, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(wanted);
            ui.spacing_mut().item_spacing.x = space::XS;
            let row = Row::new(ui, "toolbar", Align::Center);
            row.start(ui, |ui| {
                let marked = scene.state.board.in_order(&scene.state.marked);
                if marked.is_empty() {
                    views(ui, scene);
                } else {
                    with_marked(ui, scene, marked);
                }
            });
            row.end(ui, |ui| at_the_end(ui, scene));
        });
    });
}

/// What the board shows and how.
fn at_the_end(ui: &mut Ui, scene: &mut Scene<'_>) {
    let command = UserCommand::Filter;
    let mut filter = Button::quiet(command.name())
        .icon(icons::FUNNEL_SIMPLE)
        .hover(command.hint())
        .selected(scene.state.filtering);
    if let Some(keys) = keys::first(command) {
        filter = filter.shortcut(keys);
    }
    if filter.show(ui).clicked() {
        do_now(scene, command);
    }
    let shown = !scene.state.hides_closed();
    icon_for(ui, scene, UserCommand::Closed, icons::ARCHIVE, shown);
    let compact = scene.state.search.appearance.density == Density::Compact;
    icon_for(ui, scene, UserCommand::Density, icons::ROWS, compact);
}

fn icon_for(ui: &mut Ui, scene: &mut Scene<'_>, command: UserCommand, icon: icons::Icon, on: bool) {
    let name = command.name_now(scene.state);
    let mut button = IconButton::new(icon, &name).selected(on);
    if let Some(keys) = keys::first(command) {
        button = button.shortcut(keys);
    }
    if button.show(ui).clicked() {
        do_now(scene, command);
    }
}

/// All, the views that have a name, and what to do with what is shown now.
fn views(ui: &mut Ui, scene: &mut Scene<'_>) {
    let state = scene.state;
    let everything = Button::quiet("All").selected(state.filter.is_empty());
    if everything.show(ui).clicked() {
        scene.go(Go::Filter(Filter::default()));
    }
    for view in &state.search.views {
        let shown = view.filter == state.filter;
        if Button::quiet(&view.name).selected(shown).show(ui).clicked() {
            scene.go(Go::Filter(view.filter.clone()));
        }
        if shown {
            let name = format!("Remove the view {}", view.name);
            if IconButton::new(icons::X, &name).small().show(ui).clicked() {
                scene.send(Command::View(ViewEdit::Remove(view.name.clone())));
            }
        }
    }
    if state.filter.is_empty() {
        return;
    }
    ui.add_space(space::S);
    let words = format!(
        "{} of {}",
        state.board.shown(),
        state.search.applications.len()
    );
    let color = ui.tokens().muted;
    Text::new(&words)
        .color(color)
        .rows(1)
        .role(egui::Role::Status)
        .show(ui);
    let command = UserCommand::SaveView;
    if command.command(state).is_some() && Button::link(command.name()).show(ui).clicked() {
        do_now(scene, command);
    }
}

/// What is done with several cards at once.
fn with_marked(ui: &mut Ui, scene: &mut Scene<'_>, marked: Vec<ApplicationId>) {
    let words = match marked.len() {
        1 => "1 card marked".to_owned(),
        many => format!("{many} cards marked"),
    };
    Text::new(&words)
        .semibold()
        .rows(1)
        .role(egui::Role::Status)
        .show(ui);
    ui.add_space(space::S);
    let button = Button::secondary("Move to").caret().show(ui);
    menu_on(&button, |ui| menu::move_all_to(ui, scene, &marked));
    let remove = Button::quiet("Remove").icon(icons::TRASH).show(ui);
    if Button::quiet("Unmark").show(ui).clicked() {
        scene.go(Go::Mark(BTreeSet::new()));
    }
    if remove.clicked() {
        scene.send(Command::RemoveAll(marked));
    }
}

fn do_now(scene: &mut Scene<'_>, command: UserCommand) {
    if let Some(command) = command.command(scene.state) {
        scene.send(command);
    }
}
