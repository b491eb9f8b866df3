//! The board: a column a stage, a card an application, moved by hand or by key.

mod card;
mod column;
mod column_menu;
mod filters;
mod hand;
mod keys;
mod marks;
mod menu;
#[cfg(test)]
mod tests;
mod toolbar;

use std::collections::HashMap;

use egui::{Align, Layout, Margin, Rect, Role, ScrollArea, Ui, UiBuilder, vec2};

pub use card::{card_id, dots, look, picture};
pub use menu::move_to;

use crate::app::{Column, Command, Dialog, Go, State};
use crate::model::{ApplicationId, Density, Filter, StageId};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::widgets::empty::empty_state;
use hand::{Hand, Settling};

/// Beside the cards of a column, for its scroll bar.
const GUTTER: f32 = space::S;

/// Columns are no wider than this, however much room there is.
const WIDEST: f32 = 300.0;
/// Columns are no narrower than this.
const NARROWEST: f32 = 208.0;

/// The menu of a card that was opened by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Menu {
    /// It opens with the next frame.
    Opens(ApplicationId),
    /// It is open; the keyboard goes back to the card after it.
    Open(ApplicationId),
}

/// What the board keeps between frames.
#[derive(Debug, Default)]
pub struct BoardView {
    /// The heights that cards had when they were last seen.
    heights: HashMap<ApplicationId, f32>,
    /// The width of cards and columns.
    width: f32,
    /// How much room cards take.
    density: Density,
    filters: filters::Filters,
    hand: Option<Hand>,
    /// How often cards were taken into the hand.
    drags: u64,
    settling: Option<Settling>,
    /// The card that was marked last: others are marked from there.
    anchor: Option<ApplicationId>,
    /// The card that had the keyboard when it was last seen.
    focused: Option<ApplicationId>,
    /// The card to be scrolled to and given the keyboard.
    reveal: Option<ApplicationId>,
    /// The card whose panel is open.
    opened: Option<ApplicationId>,
    /// The card to be scrolled to: its panel may have covered it.
    in_sight: Option<ApplicationId>,
    /// The column to be scrolled to.
    reveal_column: Option<StageId>,
    menu: Option<Menu>,
}

impl BoardView {
    /// Shows the board.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if scene.state.search.applications.is_empty() {
            return welcome(ui, scene);
        }
        toolbar::show(ui, scene);
        if scene.state.filtering {
            self.filters.show(ui, scene);
        } else {
            self.filters.closed();
        }
        if scene.state.board.shown() == 0 && !scene.state.filter.is_empty() {
            return nothing_found(ui, scene);
        }
        self.mark_by_key(ui.ctx(), scene);
        self.follow_pointer(ui.ctx());
        self.follow_panel(scene);
        self.columns(ui, scene);
        self.ghost(ui.ctx(), scene);
        self.let_go(ui.ctx(), scene);
        self.keys(ui.ctx(), scene);
    }

    /// Gives the first card the keyboard.
    pub fn lead(&mut self, state: &State) {
        self.reveal = keys::first(state);
    }

    /// Brings the card into sight whose panel opens, and its column with it.
    fn follow_panel(&mut self, scene: &Scene<'_>) {
        let opened = scene.state.panel.as_ref().map(|panel| panel.application);
        if opened == self.opened {
            return;
        }
        self.opened = opened;
        let board = &scene.state.board;
        let place = opened.and_then(|id| board.place(id));
        let column = place.and_then(|(column, _)| board.columns.get(column));
        if let Some(column) = column
            && !scene.state.folded.contains(&column.stage.id)
        {
            self.in_sight = opened;
            self.reveal_column = Some(column.stage.id.clone());
        }
    }

    /// All columns are of one width: as wide as lets them fit, as long as that is a good width
    /// for a card. Cards of another width have other heights.
    fn fit(&mut self, ui: &Ui, scene: &Scene<'_>) {
        let columns = &scene.state.board.columns;
        let is_folded = |column: &&Column| scene.state.folded.contains(&column.stage.id);
        let (mut open, mut taken) = (0.0_f32, space::L + GUTTER);
        for column in columns {
            taken += space::L;
            if is_folded(&column) {
                taken += column::FOLDED;
            } else {
                open += 1.0;
            }
        }
        let room = (ui.available_width() - taken) / open.max(1.0);
        let width = room.floor().clamp(NARROWEST, WIDEST);
        let density = scene.state.search.appearance.density;
        if (width - self.width).abs() > 0.5 || density != self.density {
            (self.width, self.density) = (width, density);
            self.heights.clear();
        }
    }

    fn columns(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.fit(ui, scene);
        let board = &scene.state.board;
        ScrollArea::horizontal()
            .id_salt("board")
            .auto_shrink(false)
            .content_margin(Margin::from(vec2(space::L, 0.0)))
            .show_viewport(ui, |ui, viewport| {
                ui.add_space(space::S);
                let height = ui.available_height() - space::S;
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.x = space::L - GUTTER;
                    for column in &board.columns {
                        self.place(ui, scene, column, height);
                    }
                });
                self.scroll_at_sides(ui, viewport);
            });
    }

    /// Gives a column its place, and shows it if it can be seen.
    fn place(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, column: &Column, height: f32) {
        let folded = scene.state.folded.contains(&column.stage.id);
        let width = if folded { column::FOLDED } else { self.width };
        let size = vec2(width + GUTTER, height);
        let rect = Rect::from_min_size(ui.cursor().min, size);
        if !folded && self.reveal_column.as_ref() == Some(&column.stage.id) {
            self.reveal_column = None;
            ui.scroll_to_rect(rect, None);
        }
        if !ui.is_rect_visible(rect) && !self.is_needed(column) {
            ui.allocate_space(size);
            return;
        }
        if folded {
            ui.scope(|ui| {
                ui.set_min_size(size);
                ui.set_max_height(height);
                if column::folded(ui, scene, column, self.hand.as_mut()) {
                    self.reveal_column = Some(column.stage.id.clone());
                }
            });
            return;
        }
        let builder = UiBuilder::new()
            .max_rect(rect)
            .id_salt(&column.stage.id)
            .layout(Layout::top_down(Align::Min))
            .accessibility_role(Role::Group)
            .accessibility_label(column::name(column));
        ui.scope_builder(builder, |ui| {
            bounds(ui, rect);
            ui.set_min_size(size);
            self.column(ui, scene, column);
        });
    }

    /// Whether a column has to be there even out of sight: the card in the hand, or the one with
    /// the keyboard, stands in it.
    fn is_needed(&self, column: &Column) -> bool {
        let lead = self.hand.as_ref().map(Hand::lead);
        [lead, self.reveal, self.in_sight, self.focused]
            .into_iter()
            .flatten()
            .any(|id| column.cards.contains(&id))
    }
}

/// Tells assistive technology where a group is: egui does so for widgets alone.
fn bounds(ui: &Ui, rect: Rect) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_bounds(egui::accesskit::Rect {
            x0: rect.min.x.into(),
            y0: rect.min.y.into(),
            x1: rect.max.x.into(),
            y1: rect.max.y.into(),
        });
    });
}

fn welcome(ui: &mut Ui, scene: &mut Scene<'_>) {
    let words = "Every application is a card here, and moves from left to right as things happen. \
                 The first needs no more than a company and a position.";
    let button = empty_state(ui, icons::KANBAN, words, Some("Add your first application"));
    if button.is_some_and(|button| button.clicked()) {
        scene.send(Command::dialog(Dialog::NewApplication { stage: None }));
    }
}

fn nothing_found(ui: &mut Ui, scene: &mut Scene<'_>) {
    let filter = &scene.state.filter;
    let words = if *filter == Filter::words(filter.words.clone()) {
        format!("Nothing holds “{}”", filter.words.trim())
    } else {
        "No application stands like that now".to_owned()
    };
    let button = empty_state(ui, icons::MAGNIFYING_GLASS, &words, Some("Show all"));
    if button.is_some_and(|button| button.clicked()) {
        scene.go(Go::Filter(Filter::default()));
    }
}
