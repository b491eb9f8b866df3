//! The palette: a few letters lead to any application, person or command.

use egui::{
    Align, Align2, Color32, Context, CornerRadius, Id, Key, Layout, Margin, Modal, Modifiers,
    Response, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use super::Step;
use crate::app::{Command, Entry, Go, Palette, Target};
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::shell::keys;
use crate::ui::theme::{UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::kbd::kbd;
use crate::ui::widgets::search::SearchBox;
use crate::ui::widgets::text::{Text, icon, muted, one_line};

/// So many entries are shown; more letters make fewer of them.
const MANY: usize = 50;

/// So far below the top of the window it begins: further down the more room there is.
fn below_top(ctx: &Context) -> f32 {
    (ctx.content_rect().height() / 8.0).min(2.0 * metrics::TOP_BAR)
}

#[derive(Debug)]
pub(super) struct Form {
    pub(super) fresh: bool,
    palette: Palette,
    words: String,
    /// What was found for the words.
    found: Option<Vec<Entry>>,
    chosen: usize,
    /// Whether what is chosen is to be brought into sight.
    moved: bool,
}

impl Form {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        Self {
            fresh: true,
            palette: Palette::new(scene.state, scene.clock),
            words: String::new(),
            found: None,
            chosen: 0,
            moved: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let found = self.found.take();
        let found = found.unwrap_or_else(|| self.search());
        self.walk(ctx, found.len());
        let mut picked = ctx
            .input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
            .then_some(self.chosen);
        let tokens = ctx.tokens();
        let frame = tokens
            .floating_frame()
            .corner_radius(radius::DIALOG)
            .inner_margin(Margin::from(space::M));
        let id = Id::unique("palette");
        let area = Modal::default_area(id)
            .role(Role::Dialog)
            .accessible_name("Go to anything")
            .anchor(Align2::CENTER_TOP, vec2(0.0, below_top(ctx)));
        let modal = Modal::new(id)
            .area(area)
            .frame(frame)
            .backdrop_color(tokens.backdrop);
        let before = self.words.clone();
        let shown = modal.show(ctx, |ui| {
            let width = metrics::LETTER.min(ctx.content_rect().width() - 2.0 * space::XL);
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = space::S;
            SearchBox::new(
                "Find an application, a person or a command",
                "Clear",
                &mut self.words,
            )
            .width(width)
            .focus(std::mem::take(&mut self.fresh))
            .show(ui);
            let clicked = self.list(ui, &found);
            picked = picked.or(clicked);
        });
        if self.words == before {
            self.found = Some(found.clone());
        } else {
            (self.chosen, self.moved) = (0, true);
            ctx.request_repaint();
        }
        if let Some(entry) = picked.and_then(|place| found.get(place)) {
            go(scene, entry);
            return Step::Done;
        }
        if shown.should_close() {
            ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            return Step::Done;
        }
        Step::Open
    }

    fn search(&mut self) -> Vec<Entry> {
        let found = self.palette.find(&self.words, MANY);
        found.into_iter().cloned().collect()
    }

    /// Up and down walk the list; the keyboard stays in the field.
    fn walk(&mut self, ctx: &Context, many: usize) {
        let (up, down) = ctx.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowUp), pressed(Key::ArrowDown))
        });
        if down && self.chosen + 1 < many {
            self.chosen += 1;
        } else if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.moved |= up || down;
    }

    fn list(&mut self, ui: &mut Ui, found: &[Entry]) -> Option<usize> {
        if found.is_empty() {
            muted(ui, "Nothing of that name. Fewer letters find more.");
            return None;
        }
        let mut clicked = None;
        let most = ui.ctx().content_rect().height() - below_top(ui.ctx()) - 4.0 * metrics::FIELD;
        ScrollArea::vertical()
            .max_height(most.clamp(metrics::FIELD, 10.0 * ROW))
            .min_scrolled_height(metrics::FIELD)
            // The scroll bar stands beside the entries.
            .content_margin(Margin {
                right: Margin::from(space::M).right,
                ..Margin::ZERO
            })
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, entry) in found.iter().enumerate() {
                    let chosen = place == self.chosen;
                    let response = row(ui, entry, chosen);
                    if chosen && self.moved {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        clicked = Some(place);
                    }
                }
            });
        self.moved = false;
        clicked
    }
}

/// The height of an entry.
const ROW: f32 = 44.0;

fn row(ui: &mut Ui, entry: &Entry, chosen: bool) -> Response {
    let wanted = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    if ui.is_rect_visible(rect) {
        let tokens = ui.tokens();
        let ground = match (chosen, response.hovered()) {
            (true, _) => tokens.accent_ground,
            (false, true) => tokens.hovered,
            (false, false) => Color32::TRANSPARENT,
        };
        let corner = CornerRadius::same(radius::CONTROL);
        ui.painter().rect_filled(rect, corner, ground);
        let inside = rect.shrink2(vec2(space::S, 0.0));
        let builder = egui::UiBuilder::new()
            .max_rect(inside)
            .layout(Layout::left_to_right(Align::Center));
        let mut child = ui.new_child(builder);
        contents(&mut child, entry);
    }
    response.widget_info(|| {
        let name = format!("{}, {}", entry.title, entry.detail);
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, one_line(&name))
    });
    response
}

fn contents(ui: &mut Ui, entry: &Entry) {
    let tokens = ui.tokens();
    icon(ui, picture(entry), size::ICON, tokens.muted);
    ui.add_space(space::XS);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Target::Command(command) = entry.target
            && let Some(keys) = keys::shown(ui.ctx(), command)
        {
            kbd(ui, &keys);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space((ROW - size::line(size::BODY) - size::line(size::SMALL)) / 2.0);
                Text::new(&entry.title).semibold().rows(1).show(ui);
                Text::new(&entry.detail)
                    .size(size::SMALL)
                    .color(tokens.muted)
                    .rows(1)
                    .show(ui);
            });
        });
    });
}

fn picture(entry: &Entry) -> Icon {
    match entry.target {
        Target::Person(_) => icons::USER,
        Target::Application(_) => icons::BUILDINGS,
        Target::Letter(..) => icons::ENVELOPE_SIMPLE,
        Target::Template(_) => icons::NOTE_PENCIL,
        Target::Command(_) => icons::CARET_RIGHT,
    }
}

fn go(scene: &mut Scene<'_>, entry: &Entry) {
    let command = match entry.target {
        Target::Application(id) | Target::Person(id) => Some(Command::open(id)),
        Target::Letter(id, scenario) => Some(Command::compose(id, scenario, None)),
        Target::Template(scenario) => Some(Command::Go(Go::Template(scenario))),
        Target::Command(command) => command.command(scene.state),
    };
    if let Some(command) = command {
        scene.send(command);
    }
}
