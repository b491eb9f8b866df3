//! A card: company, position, what is next, and where the waiting stands.

use egui::{
    Align, Align2, Context, CornerRadius, Frame, Id, Layout, Margin, Rect, Response, Role, Sense,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use crate::app::words::{self, Next, Sign};
use crate::etiquette::{Cadence, RungState, ThankState};
use crate::model::{Application, ApplicationId, Density};
use crate::time::Clock;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{Tone, UiExt as _, radius, size, space};
use crate::ui::widgets::cadence::{Dot, cadence};
use crate::ui::widgets::pill::pill;
use crate::ui::widgets::text::{Text, layout, one_line};

/// What the focus and the hand of egui know a card by, wherever it stands.
pub fn card_id(id: ApplicationId) -> Id {
    Id::unique(("card", id))
}

/// Shows the card into `rect`, whose height is what it had before; the response has its real one.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    application: &Application,
    rect: Rect,
) -> Response {
    let id = application.id;
    let next = words::next(&scene.state.search, &scene.state.plan, id, scene.clock);
    let marked = scene.state.marked.contains(&id);
    let builder = UiBuilder::new()
        .scope_id(card_id(id))
        .sense(Sense::click_and_drag())
        .max_rect(rect);
    let response = ui
        .scope_builder(builder, |ui| {
            let panel = scene.state.panel.as_ref();
            let open = panel.is_some_and(|panel| panel.application == id);
            let response = ui.response();
            let frame = frame(ui, scene, &response, marked);
            let shown = frame.show(ui, |ui| contents(ui, scene, application, next.as_ref()));
            if marked {
                mark(ui, shown.response.rect);
            }
            ring(ui, shown.response.rect, response.has_focus() || open);
        })
        .response;
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, name(application, next.as_ref())));
    if !scene.state.marked.is_empty() {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_selected(marked));
    }
    response
}

/// The card as it hangs on the pointer, with how many come along.
pub(super) fn ghost(
    ui: &mut Ui,
    scene: &Scene<'_>,
    application: &Application,
    width: f32,
    count: usize,
) {
    let tokens = ui.tokens();
    let (state, id) = (scene.state, application.id);
    let next = words::next(&state.search, &state.plan, id, scene.clock);
    ui.set_width(width);
    let frame = density_frame(ui, scene).shadow(tokens.floating_shadow());
    let shown = frame.show(ui, |ui| contents(ui, scene, application, next.as_ref()));
    if count > 1 {
        badge(ui, shown.response.rect, count);
    }
}

/// How many cards hang on the pointer, on the corner of the one that is seen.
fn badge(ui: &Ui, card: Rect, count: usize) {
    let tokens = ui.tokens();
    let font = fonts::semibold(size::SMALL);
    let words = layout(
        ui,
        &count.to_string(),
        font,
        tokens.on_accent,
        f32::INFINITY,
        1,
    );
    let room = vec2(
        words.size().x + space::M,
        size::line(size::SMALL) + space::XS,
    );
    let at = Rect::from_center_size(card.right_top(), room.max(Vec2::splat(room.y)));
    let corner = CornerRadius::same(radius::DIALOG);
    ui.painter().rect_filled(at, corner, tokens.accent);
    let corner = at.center() - words.size() / 2.0;
    ui.painter().galley(corner, words, tokens.on_accent);
}

/// The place of the card that hangs on the pointer.
pub(super) fn outline(ui: &Ui, rect: Rect) {
    let corner = CornerRadius::same(radius::CARD);
    let tokens = ui.tokens();
    ui.painter().rect(
        rect,
        corner,
        tokens.ground,
        tokens.edge_stroke(),
        StrokeKind::Inside,
    );
}

fn frame(ui: &Ui, scene: &Scene<'_>, response: &Response, marked: bool) -> Frame {
    let tokens = ui.tokens();
    let frame = density_frame(ui, scene);
    if marked {
        frame
            .fill(tokens.accent_ground)
            .stroke(tokens.edge_stroke())
    } else if response.hovered() {
        frame.stroke(tokens.edge_stroke())
    } else {
        frame
    }
}

fn density_frame(ui: &Ui, scene: &Scene<'_>) -> Frame {
    let frame = ui.tokens().card_frame();
    if is_compact(scene) {
        frame.inner_margin(Margin::from(vec2(space::M, space::S)))
    } else {
        frame
    }
}

fn is_compact(scene: &Scene<'_>) -> bool {
    scene.state.search.appearance.density == Density::Compact
}

/// A check in the corner: a mark is not told by its colour alone.
fn mark(ui: &Ui, card: Rect) {
    let at = card.right_bottom() - Vec2::splat(space::M);
    let tokens = ui.tokens();
    let radius = size::ICON / 2.0 + 1.0;
    ui.painter().circle_filled(at, radius, tokens.accent_ground);
    let (glyph, font) = (icons::CHECK_CIRCLE.glyph(), fonts::icon(size::ICON));
    ui.painter()
        .text(at, Align2::CENTER_CENTER, glyph, font, tokens.accent);
}

fn ring(ui: &Ui, rect: Rect, ringed: bool) {
    if ringed {
        let corner = CornerRadius::same(radius::CARD);
        ui.painter()
            .rect_stroke(rect, corner, ui.tokens().ring_stroke(), StrokeKind::Inside);
    }
}

fn contents(ui: &mut Ui, scene: &Scene<'_>, application: &Application, next: Option<&Next>) {
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing = vec2(space::XS, 0.0);
    // Of a name of ten thousand letters two lines are seen; no more of it is laid out.
    let (company, position) = (
        beginning(&application.company),
        beginning(&application.position),
    );
    let strip = scene.state.plan.cadence(application.id);
    let strip = |ui: &mut Ui| {
        if let Some(strip) = strip {
            dots(ui, strip, scene.clock);
        }
    };
    if is_compact(scene) {
        return compact(ui, company, position, next, strip);
    }
    Text::new(company).semibold().rows(2).show(ui);
    let muted = ui.tokens().muted;
    Text::new(position).color(muted).rows(2).show(ui);
    ui.add_space(space::S);
    if let Some(next) = next {
        let (tone, icon) = look(next);
        pill(ui, tone, icon, &next.text);
        ui.add_space(space::S);
    }
    strip(ui);
}

/// A line for each thing, with the strip at the end of the first.
fn compact(
    ui: &mut Ui,
    company: &str,
    position: &str,
    next: Option<&Next>,
    strip: impl FnOnce(&mut Ui),
) {
    let line = vec2(ui.available_width(), size::line(size::BODY));
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(line);
        strip(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            Text::new(company).semibold().rows(1).show(ui);
        });
    });
    let muted = ui.tokens().muted;
    Text::new(position).color(muted).rows(1).show(ui);
    if let Some(next) = next {
        ui.add_space(space::XS);
        let (tone, icon) = look(next);
        pill(ui, tone, icon, &next.text);
    }
}

/// As much of a name as a card can show, and then some, so that it ends in “…”.
fn beginning(name: &str) -> &str {
    const ENOUGH: usize = 400;
    let end = name.char_indices().nth(ENOUGH).map(|(end, _)| end);
    name.get(..end.unwrap_or(name.len())).unwrap_or(name)
}

/// `COMPANY, POSITION`, and what is next.
fn name(application: &Application, next: Option<&Next>) -> String {
    let names = format!("{}, {}", application.company, application.position);
    let names = one_line(&names);
    next.map_or_else(
        || names.to_string(),
        |next| format!("{names}, {}", one_line(&next.text)),
    )
}

/// Tone and picture of what is next.
pub fn look(next: &Next) -> (Tone, Icon) {
    let tone = match next.tone {
        words::Tone::Late => Tone::Late,
        words::Tone::Due => Tone::Due,
        words::Tone::Quiet => Tone::Neutral,
    };
    (tone, picture(next.sign))
}

/// The picture that stands for a sign.
pub fn picture(sign: Sign) -> Icon {
    match sign {
        Sign::Letter => icons::ENVELOPE_SIMPLE,
        Sign::Answer => icons::CHAT_CIRCLE_TEXT,
        Sign::Call => icons::PHONE,
        Sign::Note => icons::NOTE_PENCIL,
        Sign::Decision => icons::SCALES,
        Sign::Clock => icons::CLOCK,
        Sign::Hourglass => icons::HOURGLASS,
        Sign::Calendar => icons::CALENDAR_BLANK,
        Sign::Over => icons::ARCHIVE,
    }
}

/// The cadence strip of an application.
pub fn dots(ui: &mut Ui, strip: &Cadence, clock: &Clock) -> Response {
    let thanks: Vec<Dot> = strip
        .thank_yous
        .iter()
        .map(|(_, state)| match state {
            ThankState::Sent => Dot::Filled,
            ThankState::Owed => Dot::Ring,
            ThankState::Late => Dot::Late,
            ThankState::ToCome => Dot::Small,
        })
        .collect();
    let thanks = if thanks.is_empty() {
        vec![Dot::Struck]
    } else {
        thanks
    };
    let checks = strip.check_ins.map(|state| match state {
        RungState::Sent => Dot::Filled,
        RungState::Due => Dot::Half,
        RungState::Late => Dot::Late,
        RungState::ToCome => Dot::Small,
        RungState::Struck => Dot::Struck,
    });
    cadence(ui, &[&thanks, &checks], &strip.sentence(clock.zone))
}

/// Whether the keyboard is on that card.
pub(super) fn has_focus(ctx: &Context, id: ApplicationId) -> bool {
    ctx.memory(|memory| memory.has_focus(card_id(id)))
}

/// The gap where a card would land, as far as it is open.
pub(super) fn landing(ui: &Ui, at: Rect) {
    let tokens = ui.tokens();
    let corner = CornerRadius::same(radius::CARD);
    let ring = tokens.ring_stroke();
    ui.painter()
        .rect(at, corner, tokens.accent_ground, ring, StrokeKind::Inside);
}
