//! A column: its heading, and as many of its cards as can be seen.

use egui::{
    Align, CornerRadius, FontSelection, Layout, Popup, Pos2, Rect, Response, Role, ScrollArea,
    Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, emath::TSTransform, vec2,
};

use super::hand::Hand;
use super::menu::{self, By};
use super::{BoardView, Menu, card, column_menu};
use crate::app::{Column, Command, Dialog, Go};
use crate::model::{ApplicationId, Order, StageMeaning};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::menu::menu_on;
use crate::ui::widgets::text::{Text, layout};

/// Between two cards, and where one would land.
const GAP: f32 = space::S;
/// The height a card is taken to have until it was seen.
const USUAL_HEIGHT: f32 = 110.0;
/// Cards this far out of sight are laid out too, so that Tab finds the next one.
const MARGIN: f32 = 120.0;
/// A card held so near to an edge makes the column scroll.
const EDGE: f32 = 40.0;
/// Points a frame that it scrolls by.
const SCROLL_SPEED: f32 = 10.0;
/// The width of a folded column.
pub(super) const FOLDED: f32 = 44.0;

/// The name of a column for assistive technology.
pub(super) fn name(column: &Column) -> String {
    format!("{}, {} applications", column.stage.name, column.total)
}

impl BoardView {
    /// Shows a column of its whole width.
    pub(super) fn column(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, column: &Column) {
        ui.spacing_mut().item_spacing.y = space::XS;
        heading(ui, scene, column, self.width);
        let area = ui.available_rect_before_wrap();
        let landing = self.hand.as_ref().and_then(|hand| hand.over(area));
        let shown = ScrollArea::vertical()
            .id_salt(&column.stage.id)
            .auto_shrink(false)
            .show_viewport(ui, |ui, viewport| {
                let top = ui.max_rect().top();
                let landing = landing.map(|pointer| self.index_at(column, pointer.y - top));
                // Where its order says where a card stands, no gap promises a place.
                let gap = landing.filter(|_| column.stage.order == Order::Hand);
                if let (Some(index), Some(hand)) = (landing, &mut self.hand) {
                    hand.target = Some((column.stage.id.clone(), index));
                }
                let total = self.cards(ui, scene, column, viewport, gap);
                if landing.is_some() {
                    self.scroll_at_edges(ui, viewport, total);
                }
            });
        if column.cards.is_empty() && landing.is_none() {
            hint(ui, scene, column, shown.inner_rect);
        }
    }

    /// Lays out the cards that can be seen; returns the height of all.
    fn cards(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        column: &Column,
        viewport: Rect,
        landing: Option<usize>,
    ) -> f32 {
        let origin = ui.max_rect().min;
        let seen = viewport.expand(MARGIN);
        let landing = landing.filter(|index| !self.is_home(column, *index));
        let mut y = 0.0;
        let mut others = 0;
        for id in &column.cards {
            if !self.holds(*id) {
                y += self.gap(ui, column, Some(*id), landing == Some(others), origin, y);
                others += 1;
            }
            let mut height = self.height(*id);
            let is_seen = y + height >= seen.min.y && y <= seen.max.y;
            if is_seen || self.is_kept(ui, *id) {
                let rect = Rect::from_min_size(origin + vec2(0.0, y), vec2(self.width, height));
                height = self.card(ui, scene, *id, rect);
            }
            y += height + GAP;
        }
        y += self.gap(ui, column, None, landing == Some(others), origin, y);
        let all = Rect::from_min_size(origin, vec2(self.width, y));
        ui.advance_cursor_after_rect(all);
        y
    }

    /// Shows one card and takes in what is done to it; returns its real height.
    fn card(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, id: ApplicationId, rect: Rect) -> f32 {
        let Some(application) = scene.state.application(id) else {
            return 0.0;
        };
        if self.holds(id) {
            // egui holds on to a widget only as long as it is there.
            ui.interact(rect, card::card_id(id), Sense::click_and_drag());
            card::outline(ui, rect);
            return rect.height();
        }
        let away = TSTransform::from_translation(self.settling(ui.ctx(), id, rect.min));
        let shown = ui.with_visual_transform(away, |ui| card::show(ui, scene, application, rect));
        let response = shown.inner;
        let height = response.rect.height();
        if self.heights.insert(id, height) != Some(height) {
            ui.ctx().request_repaint();
        }
        if response.drag_started()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            self.take(scene, &response, id, pointer);
        }
        if response.clicked() {
            self.clicked(ui, scene, id);
        }
        if self.in_sight == Some(id) {
            response.scroll_to_me(None);
            // Cards on the way there turn out to be of other heights than they were taken for.
            if is_in_sight(ui, response.rect) {
                self.in_sight = None;
            } else {
                ui.ctx().request_repaint();
            }
        }
        if self.reveal == Some(id) {
            self.reveal = None;
            response.scroll_to_me(None);
            response.request_focus();
            self.in_sight = Some(id);
            ui.ctx().request_repaint();
        }
        if response.has_focus() {
            self.focused = Some(id);
        }
        self.menu(&response, scene, id);
        height
    }

    fn menu(&mut self, response: &Response, scene: &mut Scene<'_>, id: ApplicationId) {
        let by = match self.menu {
            Some(Menu::Opens(of)) if of == id => By::Key { opens: true },
            Some(Menu::Open(of)) if of == id => By::Key { opens: false },
            _ => By::Pointer,
        };
        menu::on_card(response, scene, id, by);
        if by == (By::Key { opens: true }) {
            self.menu = Some(Menu::Open(id));
        }
        if self.menu == Some(Menu::Open(id)) && !Popup::is_any_open(&response.ctx) {
            // The keyboard comes back to where it was.
            self.menu = None;
            if scene.state.dialog.is_none() {
                self.reveal = Some(id);
            }
        }
    }

    fn height(&self, id: ApplicationId) -> f32 {
        self.heights.get(&id).copied().unwrap_or(USUAL_HEIGHT)
    }

    /// Whether that card has to be there even out of sight.
    fn is_kept(&self, ui: &Ui, id: ApplicationId) -> bool {
        self.hand.as_ref().is_some_and(|hand| hand.lead() == id)
            || self.reveal == Some(id)
            || self.in_sight == Some(id)
            || (self.focused == Some(id) && card::has_focus(ui.ctx(), id))
    }

    /// The place among the other cards at which those in the hand would land if they were let go
    /// at `y`. Gaps do not count: they follow from it.
    fn index_at(&self, column: &Column, y: f32) -> usize {
        let (mut top, mut index) = (0.0, 0);
        for id in &column.cards {
            let height = self.height(*id);
            if top + height / 2.0 > y {
                break;
            }
            if !self.holds(*id) {
                index += 1;
            }
            top += height + GAP;
        }
        index
    }

    /// Whether the one card in the hand stands at that place already: its outline is the gap.
    fn is_home(&self, column: &Column, index: usize) -> bool {
        let held = column.cards.iter().filter(|id| self.holds(**id)).count();
        held == 1 && column.cards.get(index).is_some_and(|id| self.holds(*id))
    }

    /// Opens a gap above that card, or at the end, where what is in the hand would land; returns
    /// its height.
    fn gap(
        &mut self,
        ui: &Ui,
        column: &Column,
        above: Option<ApplicationId>,
        here: bool,
        origin: Pos2,
        y: f32,
    ) -> f32 {
        let Some(hand) = &mut self.hand else {
            return 0.0;
        };
        let lead = hand.lead();
        let opened = hand.opened(ui.ctx(), (column.stage.id.clone(), above), here);
        if opened <= 0.0 {
            return 0.0;
        }
        let height = opened * (self.height(lead) + GAP);
        let size = vec2(self.width, (height - GAP).max(0.0));
        card::landing(ui, Rect::from_min_size(origin + vec2(0.0, y), size));
        height
    }

    /// Scrolls while a card is held at the upper or lower edge.
    fn scroll_at_edges(&self, ui: &Ui, viewport: Rect, total: f32) {
        let Some(pointer) = self.hand.as_ref().and_then(|hand| hand.pointer) else {
            return;
        };
        let seen = ui.clip_rect();
        let delta = if pointer.y < seen.top() + EDGE && viewport.min.y > 0.0 {
            SCROLL_SPEED
        } else if pointer.y > seen.bottom() - EDGE && viewport.max.y < total {
            -SCROLL_SPEED
        } else {
            return;
        };
        ui.scroll_with_delta(Vec2::new(0.0, delta));
        ui.ctx().request_repaint();
    }
}

/// Whether a card is seen as a whole, or as much of it as there is room for.
fn is_in_sight(ui: &Ui, card: Rect) -> bool {
    let seen = ui.clip_rect().y_range();
    card.height() > seen.span() || (seen.min <= card.top() + 0.5 && card.bottom() - 0.5 <= seen.max)
}

fn heading(ui: &mut Ui, scene: &mut Scene<'_>, column: &Column, width: f32) {
    let tokens = ui.tokens();
    let wanted = vec2(width, metrics::CONTROL);
    ui.allocate_ui_with_layout(wanted, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(wanted);
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.add_space(space::XS);
        let can_add = column.stage.meaning != StageMeaning::Closed;
        let buttons_width = metrics::TARGET * if can_add { 2.0 } else { 1.0 };
        let words = vec2(ui.available_width() - buttons_width, metrics::CONTROL);
        ui.allocate_ui_with_layout(words, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(words);
            ui.spacing_mut().item_spacing.x = space::S;
            let count = count(column, !scene.state.filter.is_empty());
            ui.set_max_width(words.x - space::XL);
            Text::new(&column.stage.name)
                .semibold()
                .rows(1)
                .role(Role::Heading)
                .show(ui);
            Text::new(&count).color(tokens.muted).rows(1).show(ui);
        });
        buttons(ui, scene, column);
    });
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>, column: &Column) {
    ui.spacing_mut().item_spacing.x = 0.0;
    let stage = &column.stage;
    let name = format!("Column {}", stage.name);
    let button = IconButton::new(icons::DOTS_THREE_VERTICAL, &name)
        .small()
        .show(ui);
    menu_on(&button, |ui| column_menu::show(ui, scene, stage));
    if stage.meaning != StageMeaning::Closed {
        let name = format!("New application in {}", stage.name);
        let button = IconButton::new(icons::PLUS, &name).small().show(ui);
        if button.clicked() {
            let stage = Some(stage.id.clone());
            scene.send(Command::dialog(Dialog::NewApplication { stage }));
        }
    }
}

/// How many cards there are; of those that stand there, how many are shown.
fn count(column: &Column, filtered: bool) -> String {
    if filtered && column.cards.len() < column.total {
        format!("{} of {}", column.cards.len(), column.total)
    } else {
        column.total.to_string()
    }
}

/// What brings a card into an empty column.
fn hint(ui: &mut Ui, scene: &Scene<'_>, column: &Column, rect: Rect) {
    let words = if !scene.state.filter.is_empty() && column.total > 0 {
        "No match here"
    } else {
        match column.stage.meaning {
            StageMeaning::Wishlist => "Positions you may apply for, until you do",
            StageMeaning::Applied => "What you sent and heard nothing of yet",
            StageMeaning::Interviewing => "An interview ahead brings a card here",
            StageMeaning::Waiting => "After an interview a card waits here for their word",
            StageMeaning::Offer => "An offer brings a card here, with the day you decide by",
            StageMeaning::Closed => "What is over, however it ended",
            StageMeaning::Own => "Drag a card here",
        }
    };
    let rect = rect.shrink2(vec2(space::XS, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        Text::new(words)
            .size(size::SMALL)
            .color(ui.tokens().muted)
            .show(ui);
    });
}

/// A folded column: a strip that a click or Enter unfolds. A card can be dropped on it.
/// True if it was unfolded.
pub(super) fn folded(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    column: &Column,
    hand: Option<&mut Hand>,
) -> bool {
    let tokens = ui.tokens();
    let wanted = vec2(FOLDED, ui.available_height());
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let mut fill = if response.hovered() {
        tokens.hovered
    } else {
        tokens.ground
    };
    if let Some(hand) = hand
        && hand.over(rect).is_some()
    {
        hand.target = Some((column.stage.id.clone(), 0));
        fill = tokens.accent_ground;
    }
    let corner = CornerRadius::same(radius::CARD);
    let stroke = if response.has_focus() {
        tokens.ring_stroke()
    } else {
        tokens.line_stroke()
    };
    ui.painter()
        .rect(rect, corner, fill, stroke, StrokeKind::Inside);
    let font = FontSelection::Default.resolve(ui.style());
    let filtered = !scene.state.filter.is_empty();
    let count = count(column, filtered);
    let words = format!("{}  {count}", column.stage.name);
    let galley = layout(
        ui,
        &words,
        font,
        tokens.muted,
        rect.height() - space::XXL,
        1,
    );
    let size = galley.size();
    let at = rect.center() + vec2(size.y / 2.0, -size.x / 2.0);
    let shape = egui::epaint::TextShape::new(at, galley, tokens.muted)
        .with_angle(std::f32::consts::FRAC_PI_2);
    ui.painter().add(shape);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(column)));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(false));
    let unfolded = response.clicked();
    if unfolded {
        scene.go(Go::Fold(column.stage.id.clone(), false));
    }
    response.on_hover_text(format!("Show {}", column.stage.name));
    unfolded
}
