//! The bar on top: the views, the search, and the button for a new application.

use egui::{Align, Key, Panel, Ui};

use super::keys;
use crate::app::{Command, Go, UserCommand, View};
use crate::etiquette::{Action, Status};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::row::Row;
use crate::ui::widgets::search::SearchBox;
use crate::ui::widgets::tab::nav_tab;
use crate::ui::widgets::text::{Text, divider};

/// What the bar keeps between frames.
#[derive(Debug, Default)]
pub(super) struct TopBar {
    words: String,
    focus_search: bool,
    /// Whether Enter ended the search: what was found is to get the keyboard.
    entered: bool,
}

impl TopBar {
    /// Puts the keyboard into the search field with the next frame.
    pub(super) fn focus_search(&mut self) {
        self.focus_search = true;
    }

    /// Whether Enter was pressed in the search field with this frame.
    pub(super) fn entered(&mut self) -> bool {
        std::mem::take(&mut self.entered)
    }

    pub(super) fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let frame = ui.tokens().bar_frame();
        let line = ui.tokens().line_stroke();
        let shown = Panel::top("top bar")
            .exact_size(metrics::TOP_BAR)
            .show_separator_line(false)
            .frame(frame)
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    let fit = Fit::of(ui.available_width());
                    if fit >= Fit::Whole {
                        Text::new("Afterword").size(size::LARGE).semibold().show(ui);
                        ui.add_space(space::S);
                    }
                    if fit >= Fit::Tabs {
                        tabs(ui, scene);
                    } else {
                        views(ui, scene);
                    }
                    self.right_side(ui, scene, fit);
                });
            });
        let rect = shown.response.rect;
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
    }

    /// The search and what stands after it.
    fn right_side(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, fit: Fit) {
        ui.spacing_mut().item_spacing.x = space::S;
        let row = Row::new(ui, "top bar", Align::Center);
        row.start(ui, |ui| {
            let room = ui.available_width();
            let search = metrics::SEARCH.min(room - space::M).max(0.0);
            ui.add_space(room - search);
            self.search(ui, scene, search);
        });
        row.end(ui, |ui| {
            more(ui, scene);
            new_application(ui, scene, fit);
        });
    }

    fn search(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, width: f32) {
        if self.words != scene.state.filter.words && !self.focus_search {
            self.words.clone_from(&scene.state.filter.words);
        }
        let shortcut = keys::shown(ui.ctx(), UserCommand::Search).unwrap_or_default();
        let response = SearchBox::new("Search", "Clear search", &mut self.words)
            .keys(&shortcut)
            .width(width)
            .focus(std::mem::take(&mut self.focus_search))
            .show(ui);
        if response.changed() {
            scene.go(Go::Search(self.words.clone()));
        }
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        self.entered = enter && response.lost_focus() && !self.words.is_empty();
    }
}

/// How much of the bar a window has room for.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Fit {
    /// One button for all views.
    Menu,
    /// A tab for each view.
    Tabs,
    /// And words on the button for a new application.
    Words,
    /// And the program's name.
    Whole,
}

impl Fit {
    fn of(room: f32) -> Self {
        match room {
            room if room >= 900.0 => Self::Whole,
            room if room >= 720.0 => Self::Words,
            room if room >= 560.0 => Self::Tabs,
            _ => Self::Menu,
        }
    }
}

/// The views in a menu.
fn views(ui: &mut Ui, scene: &mut Scene<'_>) {
    let here = scene.state.view;
    let name = format!("Views: {}", here.name());
    let button = Button::quiet(here.name()).caret().name(&name).show(ui);
    menu_on(&button, |ui| {
        for view in View::TABS {
            let item = MenuItem::new(view.name()).checked(view == here);
            if item.show(ui).clicked() {
                scene.go(Go::View(view));
            }
        }
    });
}

fn tabs(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.spacing_mut().item_spacing.x = space::XS;
    for view in View::TABS {
        let count = if view == View::Today { due(scene) } else { 0 };
        let selected = scene.state.view == view;
        if nav_tab(ui, view.name(), selected, count, &format!("{count} due")).clicked() {
            scene.go(Go::View(view));
        }
    }
}

/// How many things are to be done now.
fn due(scene: &Scene<'_>) -> usize {
    let wanted =
        |action: &&Action| !action.optional && scene.state.quiet_of(action, scene.clock).is_none();
    let actions = scene.state.plan.actions();
    let due = actions.take_while(|action| action.status != Status::Waiting);
    due.filter(wanted).count()
}

fn new_application(ui: &mut Ui, scene: &mut Scene<'_>, fit: Fit) {
    let command = UserCommand::NewApplication;
    if fit < Fit::Words {
        let button = IconButton::new(icons::PLUS, command.name()).framed();
        if button.show(ui).clicked() {
            send(scene, command);
        }
        return;
    }
    let mut button = Button::primary(command.name())
        .icon(icons::PLUS)
        .hover(command.hint());
    if let Some(keys) = keys::first(command) {
        button = button.shortcut(keys);
    }
    if button.show(ui).clicked() {
        send(scene, command);
    }
}

/// Everything that needs no place of its own.
fn more(ui: &mut Ui, scene: &mut Scene<'_>) {
    let button = IconButton::new(icons::DOTS_THREE_VERTICAL, "Menu").show(ui);
    menu_on(&button, |ui| {
        ui.set_max_width(metrics::SEARCH);
        for group in [
            &[UserCommand::Palette][..],
            &[UserCommand::Undo, UserCommand::Redo, UserCommand::History],
            &[UserCommand::Open, UserCommand::SaveElsewhere],
            &[UserCommand::Import, UserCommand::Export],
            &[UserCommand::Templates],
            &[UserCommand::Larger, UserCommand::Smaller],
            &[
                UserCommand::Rules,
                UserCommand::Shortcuts,
                UserCommand::Quit,
            ],
        ] {
            for command in group {
                entry(ui, scene, *command);
            }
            if group.last() != Some(&UserCommand::Quit) {
                divider(ui);
            }
        }
    });
}

fn entry(ui: &mut Ui, scene: &mut Scene<'_>, command: UserCommand) {
    let name = command.name_now(scene.state);
    let mut item = MenuItem::new(&name).enabled(command.command(scene.state).is_some());
    if let Some(keys) = keys::first(command) {
        item = item.shortcut(keys);
    }
    if item.show(ui).clicked() {
        send(scene, command);
    }
}

fn send(scene: &mut Scene<'_>, command: UserCommand) {
    let command: Option<Command> = command.command(scene.state);
    if let Some(command) = command {
        scene.send(command);
    }
}
