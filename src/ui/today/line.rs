//! One line of Today: a picture, who and what, why, and one button that does it.

use egui::{
    Align, Color32, CornerRadius, Layout, Rect, Response, Role, Sense, Shape, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::agenda::Line;
use super::snooze;
use crate::app::{Command, words};
use crate::etiquette::Status;
use crate::model::Scenario;
use crate::ui::board::picture;
use crate::ui::doing;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::rules;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::text::{Text, divider, icon, layout, one_line};

/// Room for the button at the right.
const BUTTON: f32 = 96.0;

/// Room for the way to its rule and for the menu that puts it off.
const BESIDE: f32 = 2.0 * metrics::TARGET + space::XS + space::M;

/// What stands out of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Emphasis {
    /// Its button is the one of the view.
    pub(super) primary: bool,
    /// Its picture has the colour of its urgency.
    pub(super) coloured: bool,
}

/// Shows the line. A click anywhere but on its button opens the application. What is returned is
/// its button, or the line itself where it has none.
pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    line: &Line,
    emphasis: Emphasis,
) -> Option<Response> {
    let application = scene.state.application(line.action.application)?;
    let application = application.as_ref();
    let (title, why) = (line.title(application), line.why(application, scene.clock));
    let salt = (
        line.action.application,
        line.action.task,
        &line.action.person,
        line.action.interview,
    );
    let builder = UiBuilder::new().id_salt(salt).sense(Sense::click());
    let row = ui.scope_builder(builder, |ui| {
        ui.set_min_width(ui.available_width());
        let ground = ui.painter().add(Shape::Noop);
        let response = ui.response();
        ui.add_space(space::M + 2.0);
        let button = contents(ui, scene, line, emphasis, &title, &why);
        ui.add_space(space::M + 2.0);
        let rect = ui.min_rect();
        ui.painter().set(ground, hover(ui, rect, &response));
        button
    });
    let response = row.response;
    ring(ui, &response);
    response.widget_info(|| {
        let name = format!("{title}. {why}");
        WidgetInfo::labeled(Role::Button, true, one_line(&name))
    });
    if response.clicked() {
        scene.send(Command::open(application.id));
    }
    divider(ui);
    Some(row.inner.unwrap_or(response))
}

fn contents(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    line: &Line,
    emphasis: Emphasis,
    title: &str,
    why: &str,
) -> Option<Response> {
    let full = ui.available_rect_before_wrap();
    let right = room_at_right(ui, scene, line);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.vertical(|ui| {
            ui.add_space((size::line(size::LARGE) - size::ICON) / 2.0);
            let color = color(ui, line, emphasis.coloured);
            icon(ui, sign(line), size::ICON, color);
        });
        ui.add_space(space::L);
        ui.vertical(|ui| {
            let room = ui.available_width() - right - BESIDE - space::L;
            ui.set_max_width(room.max(BUTTON));
            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
            Text::new(title)
                .size(size::LARGE)
                .semibold()
                .rows(2)
                .show(ui);
            let muted = ui.tokens().muted;
            Text::new(why).color(muted).rows(3).show(ui);
        });
    });
    let at = Rect::from_min_size(
        pos2(full.right() - right, full.top()),
        vec2(right, metrics::CONTROL),
    );
    let builder = UiBuilder::new()
        .max_rect(at)
        .layout(Layout::right_to_left(Align::Min));
    let mut child = ui.new_child(builder);
    let button = right_side(&mut child, scene, line, emphasis, title);
    let before = Rect::from_min_size(
        pos2(at.left() - BESIDE, full.top()),
        vec2(BESIDE, metrics::CONTROL),
    );
    let builder = UiBuilder::new()
        .max_rect(before)
        .layout(Layout::left_to_right(Align::Center));
    beside(&mut ui.new_child(builder), scene, line, title);
    button
}

/// The way to its rule, and a menu to put it off.
fn beside(ui: &mut Ui, scene: &mut Scene<'_>, line: &Line, title: &str) {
    ui.spacing_mut().item_spacing.x = space::XS;
    rules::why(ui, scene, line.action.rule);
    if line.can_wait() {
        snooze::menu(ui, scene, line, title);
    }
}

/// The button, or until when it waits.
fn right_side(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    line: &Line,
    emphasis: Emphasis,
    title: &str,
) -> Option<Response> {
    if let Some(words) = waits_until(scene, line) {
        let muted = ui.tokens().muted;
        Text::new(day_of(&words))
            .color(muted)
            .rows(1)
            .show(ui)
            .on_hover_text(&words);
        None
    } else {
        doing::button(ui, scene, &line.action, emphasis.primary, title)
    }
}

/// Until when it waits, where that stands in the place of a button.
fn waits_until(scene: &Scene<'_>, line: &Line) -> Option<String> {
    let later = line.action.status == Status::Waiting
        && scene.clock.zone.date(line.action.due) > scene.clock.today();
    let waits = line.interview.is_some() || line.put_off().is_some() || later;
    waits.then(|| line.until(scene.clock))
}

/// “Fri 4 Dec” of “Fri 4 Dec, 09:00”; “tomorrow 08:00” as it is.
fn day_of(words: &str) -> &str {
    // Where the month comes first, there is a comma behind the weekday, too.
    words.rsplit_once(',').map_or(words, |(day, _)| day)
}

/// Room for what stands at the right: a button, or all the words until when it waits.
fn room_at_right(ui: &Ui, scene: &Scene<'_>, line: &Line) -> f32 {
    let Some(words) = waits_until(scene, line) else {
        return BUTTON;
    };
    let font = fonts::regular(size::BODY);
    let words = layout(
        ui,
        day_of(&words),
        font,
        Color32::PLACEHOLDER,
        f32::INFINITY,
        1,
    );
    words.size().x.ceil().max(BUTTON)
}

fn sign(line: &Line) -> icons::Icon {
    if line.put_off().is_some() {
        return icons::CLOCK;
    }
    if line.interview.is_some() {
        return icons::CALENDAR_BLANK;
    }
    let waits = line.action.status == Status::Waiting
        && line
            .action
            .task
            .scenario()
            .is_some_and(Scenario::is_check_in);
    if waits {
        icons::HOURGLASS
    } else {
        picture(words::sign(&line.action))
    }
}

fn color(ui: &Ui, line: &Line, coloured: bool) -> Color32 {
    let tokens = ui.tokens();
    match line.action.status {
        _ if !coloured || line.action.optional => tokens.muted,
        Status::Late => tokens.late,
        Status::Due => tokens.due,
        Status::Waiting => tokens.muted,
    }
}

fn hover(ui: &Ui, rect: Rect, response: &Response) -> Shape {
    if response.hovered() || response.is_pointer_button_down_on() {
        let rect = rect.expand2(vec2(space::M, 0.0));
        Shape::rect_filled(
            rect,
            CornerRadius::same(radius::CONTROL),
            ui.tokens().hovered,
        )
    } else {
        Shape::Noop
    }
}

fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let rect = response.rect.expand2(vec2(space::M, 0.0));
        let corner = CornerRadius::same(radius::CONTROL);
        ui.painter()
            .rect_stroke(rect, corner, ui.tokens().ring_stroke(), StrokeKind::Inside);
    }
}
