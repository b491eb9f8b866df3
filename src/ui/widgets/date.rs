//! Fields for a day and for a time of day: typed as people write them, or picked from a calendar.

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use egui::{Context, Id, Popup, PopupCloseBehavior, Rect, Response, Ui, UiBuilder, Vec2, pos2};

use super::{
    button::IconButton,
    calendar,
    field::TextField,
    typed::{impossible_date, impossible_time, parse_time, read_day},
};
use crate::region::Region;
use crate::ui::{
    icons,
    theme::{UiExt as _, metrics, space},
};

/// Tells the fields and calendars of the window how days and hours are written where the user is.
pub fn set_region(ctx: &Context, region: Region) {
    ctx.data_mut(|data| data.insert_temp(region_id(), region));
}

/// How days and hours are written.
pub(super) fn region(ui: &Ui) -> Region {
    ui.data(|data| data.get_temp(region_id()))
        .unwrap_or_default()
}

fn region_id() -> Id {
    Id::unique("region")
}

/// What a [`DateField`] says.
#[derive(Debug)]
pub struct DateResponse {
    /// The editor's response; `.changed()` also when a day was picked.
    pub response: Response,
    /// The day, if what was typed is one.
    pub date: Option<NaiveDate>,
}

/// What a [`TimeField`] says.
#[derive(Debug)]
pub struct TimeResponse {
    /// The editor's response.
    pub response: Response,
    /// The time, if what was typed is one.
    pub time: Option<NaiveTime>,
}

/// A field for a day.
#[must_use = "A field is seen once it is shown"]
pub struct DateField<'a> {
    label: &'a str,
    text: &'a mut String,
    today: NaiveDate,
    error: Option<&'a str>,
    earliest: Option<NaiveDate>,
    hint: Option<&'a str>,
    unreadable: &'a str,
    example: &'a str,
    width: f32,
}

impl<'a> DateField<'a> {
    /// `text` is what is typed and stays as it is typed. `today` is what the calendar marks.
    pub fn new(label: &'a str, text: &'a mut String, today: NaiveDate) -> Self {
        Self {
            label,
            text,
            today,
            error: None,
            earliest: None,
            hint: None,
            unreadable: "Write a day such as 2026-11-30",
            example: "2026-11-30",
            width: f32::INFINITY,
        }
    }

    /// What is wrong with a day that can be read.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Days before this one are told to be over, once they are written out or the field is left.
    /// The day is read all the same: whoever asks for it refuses it.
    pub fn not_before(mut self, earliest: NaiveDate) -> Self {
        self.earliest = Some(earliest);
        self
    }

    /// A line beneath that helps.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Other words for what cannot be read as a day.
    pub fn unreadable(mut self, words: &'a str) -> Self {
        self.unreadable = words;
        self
    }

    /// Narrower than the room there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the field, with a button for the calendar inside. Arrow down opens it too.
    pub fn show(self, ui: &mut Ui) -> DateResponse {
        let Self {
            label,
            text,
            today,
            error,
            earliest,
            hint,
            unreadable,
            example,
            width,
        } = self;
        let region = region(ui);
        let impossible = impossible_date(text, region);
        let unreadable = impossible.as_deref().unwrap_or(unreadable);
        let error = unreadable_error(
            ui,
            label,
            text,
            read_day(text, today, region).is_some(),
            unreadable,
        )
        .or_else(|| over_error(ui, label, text, earliest, today))
        .or(error);
        let understood = understood(text, today, region);
        let mut field = TextField::new(label, text)
            .example(example)
            .error(error)
            .width(width)
            .trailing(metrics::TARGET);
        if let Some(hint) = understood.as_deref().or(hint) {
            field = field.hint(hint);
        }
        let mut response = field.show(ui);
        remember_focus(ui, label, &response);

        let button_name = format!("Calendar for {label}");
        let corner = pos2(
            response.rect.right() - metrics::TARGET - 3.0,
            response.rect.center().y - metrics::TARGET / 2.0,
        );
        let at = Rect::from_min_size(corner, Vec2::splat(metrics::TARGET));
        let mut child = ui.new_child(UiBuilder::new().id_salt(("calendar", label)).max_rect(at));
        let button = IconButton::new(icons::CALENDAR_BLANK, &button_name)
            .small()
            .show(&mut child);
        let popup_id = Popup::default_response_id(&button);
        let was_open = Popup::is_id_open(ui.ctx(), popup_id);
        if response.has_focus() && ui.input(|i| i.key_pressed(egui::Key::ArrowDown)) {
            Popup::open_id(ui.ctx(), popup_id);
        }

        let chosen = read_day(text, today, region);
        let picked = Popup::from_toggle_button_response(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            // The button ends a little above the foot of the field.
            .gap(space::S + 1.0)
            .frame(
                ui.tokens()
                    .floating_frame()
                    .inner_margin(egui::Margin::from(space::S)),
            )
            .accessible_name(&button_name)
            .show(|ui| calendar::calendar(ui, popup_id.with("month"), chosen, today, !was_open))
            .and_then(|shown| shown.inner);
        if let Some(day) = picked {
            *text = day.format("%Y-%m-%d").to_string();
            Popup::close_id(ui.ctx(), popup_id);
            response.request_focus();
            response.mark_changed();
        }
        DateResponse {
            date: read_day(text, today, region),
            response,
        }
    }
}

/// A field for a time of day.
#[must_use = "A field is seen once it is shown"]
pub struct TimeField<'a> {
    label: &'a str,
    text: &'a mut String,
    error: Option<&'a str>,
    unreadable: &'a str,
    width: f32,
}

impl<'a> TimeField<'a> {
    /// `text` is what is typed and stays as it is typed.
    pub fn new(label: &'a str, text: &'a mut String) -> Self {
        Self {
            label,
            text,
            error: None,
            unreadable: "Write a time such as 14:30",
            width: f32::INFINITY,
        }
    }

    /// What is wrong with a time that can be read.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Other words for what cannot be read as a time.
    pub fn unreadable(mut self, words: &'a str) -> Self {
        self.unreadable = words;
        self
    }

    /// Narrower than the room there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the field.
    pub fn show(self, ui: &mut Ui) -> TimeResponse {
        let Self {
            label,
            text,
            error,
            unreadable,
            width,
        } = self;
        let unreadable = impossible_time(text).unwrap_or(unreadable);
        let error =
            unreadable_error(ui, label, text, parse_time(text).is_some(), unreadable).or(error);
        let response = TextField::new(label, text)
            .example("14:30")
            .error(error)
            .width(width)
            .show(ui);
        remember_focus(ui, label, &response);
        TimeResponse {
            time: parse_time(text),
            response,
        }
    }
}

/// Which day is meant, unless it is written as only one can be.
fn understood(text: &str, today: NaiveDate, region: Region) -> Option<String> {
    let day = read_day(text, today, region)?;
    let is_plain = text.trim() == day.format("%Y-%m-%d").to_string();
    (!is_plain).then(|| format!("{} {}", region.long_day(day), day.year()))
}

/// What is said of a day that is over where one to come is asked for.
pub(crate) const OVER: &str = "That day is over; is the year right?";

/// `2026-11-3` may become `2026-11-30`: only a day with all its figures is judged while it is typed.
fn over_error(
    ui: &Ui,
    label: &str,
    text: &str,
    earliest: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<&'static str> {
    let over = read_day(text, today, region(ui))? < earliest?;
    let written_out = text.trim().len() >= "2026-11-30".len();
    (over && (written_out || !is_typing(ui, label))).then_some(OVER)
}

fn is_typing(ui: &Ui, label: &str) -> bool {
    let id = ui.make_persistent_id(("typing", label));
    ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false)
}

/// Nobody likes to be told of an error while still typing: it shows once the field is left.
fn unreadable_error<'a>(
    ui: &Ui,
    label: &str,
    text: &str,
    readable: bool,
    words: &'a str,
) -> Option<&'a str> {
    let typing = is_typing(ui, label);
    (!readable && !typing && !text.trim().is_empty()).then_some(words)
}

fn remember_focus(ui: &Ui, label: &str, response: &Response) {
    let id = ui.make_persistent_id(("typing", label));
    let typing = response.has_focus();
    ui.data_mut(|data| data.insert_temp(id, typing));
    if response.lost_focus() {
        ui.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_cannot_be_read_is_said_once_the_field_is_left() {
        let mut harness = harness_state(
            |ui, text: &mut String| {
                DateField::new("Interview", text, day("2026-11-23")).show(ui);
            },
            String::new(),
        );
        harness.run();
        harness.get_by_label("Interview").focus();
        harness.run();
        harness.get_by_label("Interview").type_text("30. ");
        harness.run();
        let error = "Write a day such as 2026-11-30";
        assert!(harness.query_by_label(error).is_none());
        harness.key_press(Key::Tab);
        harness.run();
        harness.get_by_label(error);
        assert_eq!(harness.state(), "30. ");
    }

    #[test]
    fn a_day_is_picked_from_the_calendar_by_key() {
        let mut harness = harness_state(
            |ui, text: &mut String| {
                DateField::new("Interview", text, day("2026-11-23")).show(ui);
            },
            "2026-11-27".to_owned(),
        );
        harness.run();
        harness.get_by_label("Calendar for Interview").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.get_by_label("Friday 27 November 2026").is_focused());
        for key in [Key::ArrowRight, Key::ArrowDown] {
            harness.key_press(key);
            harness.run();
        }
        assert!(
            harness
                .get_by_label("Saturday 5 December 2026")
                .is_focused()
        );
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state(), "2026-12-05");
        assert!(harness.query_by_label("Saturday 5 December 2026").is_none());
    }
}
