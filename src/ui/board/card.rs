//! A card: company, position, what is next, and where the waiting stands.

use egui::{
    Color32, Context, CornerRadius, Frame, Id, Rect, Response, Role, Sense, StrokeKind, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use crate::app::words::{self, Next, Sign};
use crate::etiquette::{Cadence, RungState, ThankState};
use crate::model::{Application, ApplicationId};
use crate::time::Clock;
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{Tone, UiExt as _, metrics, radius, space};
use crate::ui::widgets::cadence::{Dot, cadence};
use crate::ui::widgets::pill::pill;
use crate::ui::widgets::text::{Text, one_line};

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
    let builder = UiBuilder::new()
        .scope_id(card_id(id))
        .sense(Sense::click_and_drag())
        .max_rect(rect);
    let response = ui
        .scope_builder(builder, |ui| {
            let open = scene
                .state
                .panel
                .as_ref()
                .is_some_and(|panel| panel.application == id);
            let response = ui.response();
            let shown =
                frame(ui, &response).show(ui, |ui| contents(ui, scene, application, next.as_ref()));
            ring(ui, shown.response.rect, response.has_focus() || open);
        })
        .response;
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, name(application, next.as_ref())));
    response
}

/// The card as it hangs on the pointer.
pub(super) fn ghost(ui: &mut Ui, scene: &Scene<'_>, application: &Application, width: f32) {
    let tokens = ui.tokens();
    let next = words::next(
        &scene.state.search,
        &scene.state.plan,
        application.id,
        scene.clock,
    );
    ui.set_width(width);
    tokens
        .card_frame()
        .shadow(tokens.floating_shadow())
        .show(ui, |ui| contents(ui, scene, application, next.as_ref()));
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

fn frame(ui: &Ui, response: &Response) -> Frame {
    let tokens = ui.tokens();
    let frame = tokens.card_frame();
    if response.hovered() {
        frame.stroke(tokens.edge_stroke())
    } else {
        frame
    }
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
    Text::new(&application.company).semibold().rows(2).show(ui);
    Text::new(&application.position)
        .color(ui.tokens().muted)
        .rows(2)
        .show(ui);
    ui.add_space(space::S);
    if let Some(next) = next {
        let (tone, icon) = look(next);
        pill(ui, tone, icon, &next.text);
        ui.add_space(space::S);
    }
    if let Some(strip) = scene.state.plan.cadence(application.id) {
        dots(ui, strip, scene.clock);
    }
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

/// The line where a card would land.
pub(super) fn landing(ui: &Ui, at: Rect) {
    let color: Color32 = ui.tokens().accent;
    let painter = ui.painter();
    painter.hline(at.x_range(), at.center().y, (metrics::RING, color));
    for end in [at.left_center(), at.right_center()] {
        painter.circle_filled(end, 1.5 * metrics::RING, color);
    }
}
