//! The hours and days that the rules go by.

use chrono::{NaiveTime, Weekday};
use egui::{Align, Layout, Ui};
use serde::{Deserialize, Serialize};

use super::typing::Typing;
use crate::app::{Command, Go, words};
use crate::model::{DayOff, Policy};
use crate::time::{Clock, weekday};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{metrics, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::date::{DateField, TimeField};
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::text::{Text, caption, muted};
use crate::ui::widgets::toggle::{checkbox, switch};
use crate::ui::widgets::typed::{parse_date, parse_time};

/// A day off that is being added.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct NewDayOff {
    day: String,
    name: String,
    #[serde(skip)]
    tried: bool,
}

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, typing: &mut Typing, new: &mut NewDayOff) {
    let policy = &scene.state.search.policy;
    let clock = scene.clock;
    let mut after = policy.clone();
    let mut etiquette = false;
    let about = "When messages fall due. The order of things is the etiquette’s; the hours and days are yours.";
    super::group(ui, "Rules", about, |ui| {
        hours(ui, clock, typing, &mut after);
        intervals(ui, typing, &mut after);
        applied(ui, typing, &mut after);
        weekend(ui, clock, &mut after);
        days_off(ui, clock, &mut after, new);
        etiquette = Button::link("What does the etiquette say?")
            .icon(icons::BOOK_OPEN)
            .show(ui)
            .clicked();
    });
    if etiquette {
        scene.go(Go::Rules(None));
    }
    if after != *policy {
        scene.send(Command::Policy(after));
    }
}

fn hours(ui: &mut Ui, clock: &Clock, typing: &mut Typing, policy: &mut Policy) {
    super::pair(ui, |ui, width| {
        time(
            ui,
            (clock, typing),
            (
                "Morning: check-ins fall due",
                "Calls and closings come in the morning, too",
            ),
            width,
            &mut policy.morning,
        );
        time(
            ui,
            (clock, typing),
            (
                "Evening: thank-yous of the day",
                "The first reminder after an interview",
            ),
            width,
            &mut policy.evening,
        );
    });
}

fn time(
    ui: &mut Ui,
    (clock, typing): (&Clock, &mut Typing),
    (label, effect): (&str, &str),
    width: f32,
    value: &mut NaiveTime,
) {
    let read = |text: &str| parse_time(text).ok_or("Write a time such as 09:00");
    let left = typing.field(ui, label, &clock.hour(*value), read, |ui, text, wrong| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let field = TimeField::new(label, text).error(wrong).width(width);
            let response = field.show(ui).response;
            hint(ui, width, effect);
            response
        })
        .inner
    });
    if let Some(time) = left {
        *value = time;
    }
}

fn intervals(ui: &mut Ui, typing: &mut Typing, policy: &mut Policy) {
    let late = policy.overdue_days;
    let first = policy.first_check_in_days;
    super::pair(ui, |ui, width| {
        let label = (
            "Days of silence before the first check-in",
            "A promised day goes before it",
        );
        days(
            ui,
            typing,
            label,
            width,
            &mut policy.first_check_in_days,
            |days| {
                (days < late)
                    .then_some(days)
                    .ok_or("Fewer than the days after which it is late")
            },
        );
        let label = (
            "Days of silence after which it is late",
            "Shown in red from then on; writing is still fine",
        );
        days(ui, typing, label, width, &mut policy.overdue_days, |days| {
            (days > first)
                .then_some(days)
                .ok_or("More than the days before the first check-in")
        });
    });
    super::pair(ui, |ui, width| {
        let label = (
            "Days between messages nobody asked for",
            "Also between two check-ins; thank-yous and answers do not count",
        );
        days(ui, typing, label, width, &mut policy.interval_days, Ok);
    });
}

/// What a setting does, under its field.
fn hint(ui: &mut Ui, width: f32, effect: &str) {
    ui.set_max_width(width);
    caption(ui, effect);
}

/// A field for a number of days.
fn days(
    ui: &mut Ui,
    typing: &mut Typing,
    (label, effect): (&str, &str),
    width: f32,
    value: &mut u32,
    fits: impl FnOnce(u32) -> Result<u32, &'static str>,
) {
    let read = |text: &str| match text.trim().parse::<u32>() {
        Ok(days @ 1..=365) => fits(days),
        _ => Err("Write a number of days from 1 to 365"),
    };
    let left = typing.field(ui, label, &value.to_string(), read, |ui, text, wrong| {
        TextField::new(label, text)
            .hint(effect)
            .error(wrong)
            .width(width)
            .show(ui)
    });
    if let Some(days) = left {
        *value = days;
    }
}

fn applied(ui: &mut Ui, typing: &mut Typing, policy: &mut Policy) {
    switch(
        ui,
        &mut policy.check_applied,
        "Check in once on an application that nobody answered",
    );
    if policy.check_applied {
        super::pair(ui, |ui, width| {
            let label = (
                "Days after applying",
                "When the one check-in falls due; as long again, and it is time to move on",
            );
            days(ui, typing, label, width, &mut policy.applied_days, Ok);
        });
    }
}

fn weekend(ui: &mut Ui, clock: &Clock, policy: &mut Policy) {
    const WEEK: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        caption(
            ui,
            "Days of the week on which nobody is written to: check-ins wait for the next working day",
        );
        let in_a_row = if ui.available_width() < metrics::DIALOG + metrics::CONTROL {
            3
        } else {
            7
        };
        let lead = clock.region.first_weekday.num_days_from_monday() as usize;
        let mut week = WEEK;
        week.rotate_left(lead);
        for week in week.chunks(in_a_row) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                for day in week {
                    let mut off = policy.weekend.contains(day);
                    let name = name_of(*day);
                    if checkbox(ui, &mut off, name).changed() {
                        policy.weekend.retain(|other| other != day);
                        policy.weekend.extend(off.then_some(*day));
                    }
                }
            });
        }
        if WEEK.iter().all(|day| policy.weekend.contains(day)) {
            caption(
                ui,
                "Without a working day nothing is moved: every day counts as one.",
            );
        }
    });
}

/// Its English name.
fn name_of(day: Weekday) -> &'static str {
    use chrono::{Days, NaiveDate};
    let monday = NaiveDate::default() + Days::new(4);
    weekday(monday + Days::new(u64::from(day.num_days_from_monday())))
}

fn days_off(ui: &mut Ui, clock: &Clock, policy: &mut Policy, new: &mut NewDayOff) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        caption(
            ui,
            "Days off, such as public holidays: check-ins wait for the day after",
        );
        let mut gone = None;
        for (place, off) in policy.days_off.iter().enumerate() {
            ui.push_id(off.day, |ui| {
                if day_off(ui, clock, off) {
                    gone = Some(place);
                }
            });
        }
        if let Some(place) = gone {
            policy.days_off.remove(place);
        }
        if policy.days_off.is_empty() {
            muted(ui, "None yet");
        }
    });
    new.show(ui, clock, policy);
}

/// One day off; whether it is to go.
fn day_off(ui: &mut Ui, clock: &Clock, off: &DayOff) -> bool {
    let mut remove = false;
    let day = words::date(off.day, clock);
    ui.horizontal(|ui| {
        let words = if off.name.is_empty() {
            day.clone()
        } else {
            format!("{day}, {}", off.name)
        };
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - space::XXL);
            Text::new(&words).rows(1).show(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = format!("Remove {words}");
            remove = IconButton::new(icons::TRASH, &name)
                .small()
                .show(ui)
                .clicked();
        });
    });
    remove
}

impl NewDayOff {
    fn show(&mut self, ui: &mut Ui, clock: &Clock, policy: &mut Policy) {
        let day = parse_date(&self.day, clock);
        let error = match day {
            None if self.tried && self.day.trim().is_empty() => Some("Which day is it?"),
            Some(day) if policy.days_off.iter().any(|off| off.day == day) => {
                Some("This day is off already")
            }
            _ => None,
        };
        super::pair(ui, |ui, width| {
            DateField::new("Day off", &mut self.day, clock.today())
                .error(error)
                .width(width)
                .show(ui);
            TextField::new("What it is", &mut self.name)
                .example("Christmas")
                .width(width)
                .show(ui);
        });
        if Button::secondary("Add the day")
            .icon(icons::PLUS)
            .show(ui)
            .clicked()
        {
            self.tried = true;
            if let Some(day) = day.filter(|_| error.is_none()) {
                let name = self.name.trim().to_owned();
                policy.days_off.push(DayOff { day, name });
                policy.days_off.sort_by_key(|off| off.day);
                *self = Self::default();
            }
        }
    }
}
