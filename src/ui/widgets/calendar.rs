//! A small calendar of one month, gone through with the arrow keys.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use egui::{
    CornerRadius, EventFilter, Id, Key, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::{
    button::IconButton,
    date::region,
    paint,
    text::{self, Text},
};
use crate::ui::{
    fonts, icons,
    theme::{UiExt as _, metrics, radius, size, space},
};

/// From Monday.
const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// What the calendar remembers while it is open.
#[derive(Clone, Copy)]
struct View {
    /// The first day of the month that is shown.
    month: NaiveDate,
    /// The day that gets the focus as soon as it is drawn.
    focus: Option<NaiveDate>,
}

/// Shows the month around `chosen`, or else `today`. Gives the day that was picked in this frame.
///
/// `opened` is true in the frame in which it appears: it then starts afresh, with the focus on the chosen day.
pub fn calendar(
    ui: &mut Ui,
    id: Id,
    chosen: Option<NaiveDate>,
    today: NaiveDate,
    opened: bool,
) -> Option<NaiveDate> {
    let start = chosen.unwrap_or(today);
    let remembered = ui
        .data(|data| data.get_temp::<View>(id))
        .filter(|_| !opened);
    let mut view = remembered.unwrap_or(View {
        month: first_of(start),
        focus: Some(start),
    });
    let mut picked = None;
    let first = region(ui).first_weekday;

    ui.spacing_mut().item_spacing = Vec2::ZERO;
    ui.set_width(7.0 * metrics::DAY);
    ui.horizontal(|ui| {
        let room = ui.available_width() - 2.0 * metrics::CONTROL - space::S;
        ui.allocate_ui(vec2(room, metrics::CONTROL), |ui| {
            ui.add_space(space::S);
            Text::new(&view.month.format("%B %Y").to_string())
                .semibold()
                .rows(1)
                .fill()
                .show(ui);
        });
        if IconButton::new(icons::CARET_LEFT, "Previous month")
            .show(ui)
            .clicked()
        {
            view = View {
                month: shifted(view.month, -1),
                focus: None,
            };
        }
        if IconButton::new(icons::CARET_RIGHT, "Next month")
            .show(ui)
            .clicked()
        {
            view = View {
                month: shifted(view.month, 1),
                focus: None,
            };
        }
    });
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        let color = ui.tokens().muted;
        for name in week(first) {
            let (rect, _) =
                ui.allocate_exact_size(vec2(metrics::DAY, size::line(size::SMALL)), Sense::hover());
            let galley = text::layout(
                ui,
                name,
                fonts::regular(size::SMALL),
                color,
                metrics::DAY,
                1,
            );
            let left = rect.center().x - galley.size().x / 2.0;
            paint::galley_at(ui.painter(), left, rect.center().y, &galley, color);
        }
    });

    let lead = u64::from(view.month.weekday().days_since(first));
    let mut day = view
        .month
        .checked_sub_days(Days::new(lead))
        .unwrap_or(view.month);
    let month = view.month;
    let mut go_to = None;
    for _week in 0..6 {
        ui.horizontal(|ui| {
            for _ in 0..7 {
                let cell = Cell {
                    day,
                    inside: day.month() == month.month(),
                    chosen: chosen == Some(day),
                    today: day == today,
                };
                match day_ui(ui, id, cell, &mut view.focus) {
                    DayEvent::Nothing => {}
                    DayEvent::Picked => picked = Some(day),
                    DayEvent::GoTo(to) => go_to = Some(to),
                }
                day = day.succ_opt().unwrap_or(day);
            }
        });
    }
    // Only now: a day drawn later in this frame would see the same key pressed, and move on.
    if let Some(to) = go_to {
        view = View {
            month: first_of(to),
            focus: Some(to),
        };
        ui.request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id, view));
    picked
}

/// The names of a week that begins so.
fn week(first: Weekday) -> impl Iterator<Item = &'static str> {
    let lead = first.num_days_from_monday() as usize;
    WEEKDAYS.into_iter().cycle().skip(lead).take(WEEKDAYS.len())
}

#[derive(Clone, Copy)]
struct Cell {
    day: NaiveDate,
    inside: bool,
    chosen: bool,
    today: bool,
}

enum DayEvent {
    Nothing,
    Picked,
    GoTo(NaiveDate),
}

fn day_ui(ui: &mut Ui, id: Id, cell: Cell, focus: &mut Option<NaiveDate>) -> DayEvent {
    let mut event = DayEvent::Nothing;
    let Cell {
        day,
        inside,
        chosen,
        today,
    } = cell;
    let tokens = ui.tokens();
    let (_, rect) = ui.allocate_space(Vec2::splat(metrics::DAY));
    let response = ui.interact(rect, id.with(day), Sense::click());
    if *focus == Some(day) && !ui.is_sizing_pass() {
        response.request_focus();
        *focus = None;
    }
    if response.has_focus() {
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let to = ui.input(|i| {
            let days = |n: i64| day.checked_add_signed(chrono::TimeDelta::days(n));
            [
                (Key::ArrowLeft, days(-1)),
                (Key::ArrowRight, days(1)),
                (Key::ArrowUp, days(-7)),
                (Key::ArrowDown, days(7)),
                (Key::PageUp, day.checked_sub_months(Months::new(1))),
                (Key::PageDown, day.checked_add_months(Months::new(1))),
            ]
            .into_iter()
            .find_map(|(key, to)| to.filter(|_| i.key_pressed(key)))
        });
        if let Some(to) = to {
            event = DayEvent::GoTo(to);
        }
    }

    if ui.is_rect_visible(rect) {
        let spot = rect.shrink(1.0);
        let resting = if chosen {
            tokens.accent
        } else {
            egui::Color32::TRANSPARENT
        };
        let fill = if chosen {
            resting
        } else {
            paint::quiet_fill(ui, &response, resting)
        };
        let corner = CornerRadius::same(radius::CONTROL);
        ui.painter().rect_filled(spot, corner, fill);
        let color = match (chosen, today, inside) {
            (true, _, _) => tokens.on_accent,
            (false, true, _) => tokens.accent,
            (false, false, true) => tokens.text,
            (false, false, false) => tokens.muted,
        };
        let font = if today || chosen {
            fonts::semibold(size::BODY)
        } else {
            fonts::regular(size::BODY)
        };
        let galley = text::layout(ui, &day.day().to_string(), font, color, metrics::DAY, 1);
        let left = spot.center().x - galley.size().x / 2.0;
        paint::galley_at(ui.painter(), left, spot.center().y, &galley, color);
        if response.has_focus() {
            let (stroke, kind) = (tokens.ring_stroke(), StrokeKind::Inside);
            let ring = if chosen {
                egui::Stroke::new(stroke.width, tokens.text)
            } else {
                stroke
            };
            ui.painter().rect_stroke(spot, corner, ring, kind);
        }
    }
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            ui.is_enabled(),
            chosen,
            day.format("%A %-d %B %Y"),
        )
    });
    if response.clicked() {
        DayEvent::Picked
    } else {
        event
    }
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn shifted(month: NaiveDate, by: i8) -> NaiveDate {
    let months = Months::new(u32::from(by.unsigned_abs()));
    let to = if by < 0 {
        month.checked_sub_months(months)
    } else {
        month.checked_add_months(months)
    };
    to.unwrap_or(month)
}
