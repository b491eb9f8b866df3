//! How and when the user is reminded, and whether it works.

use chrono::NaiveTime;
use egui::Ui;

use super::typing::Typing;
use crate::app::{Command, Effect, NotifierStatus, words};
use crate::model::{OnDaysOff, QuietHours, ReminderKind, Reminders};
use crate::time::hour;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::date::TimeField;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::text::{Text, caption, icon};
use crate::ui::widgets::toggle::{checkbox, switch};
use crate::ui::widgets::typed::parse_time;

/// Width of a choice.
const WIDTH: f32 = 320.0;

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, typing: &mut Typing) {
    let before = &scene.state.search.reminders;
    let mut after = before.clone();
    let about = "Each thing that falls due is told once, and once more where there is a last call.";
    super::group(ui, "Reminders", about, |ui| {
        let mut on = !after.off;
        switch(ui, &mut on, "Show notifications");
        after.off = !on;
        if on {
            service(ui, scene);
            quiet_hours(ui, typing, &mut after);
            days_off(ui, &mut after);
            kinds(ui, &mut after);
            switch(ui, &mut after.sound, "Make a sound");
            switch(
                ui,
                &mut after.hide_names,
                "Hide names, as others may see the screen",
            );
        }
        login(ui, scene);
        calendar(ui, scene, typing, &mut after);
    });
    if after != *before {
        scene.send(Command::Reminders(after));
    }
}

/// Whether the desktop shows them, and a way to try.
fn service(ui: &mut Ui, scene: &mut Scene<'_>) {
    let tokens = ui.tokens();
    let (picture, color, words) = match &scene.state.notifier {
        NotifierStatus::Unknown => (
            icons::BELL,
            tokens.muted,
            "Nothing was to be told yet".to_owned(),
        ),
        NotifierStatus::Working => (
            icons::BELL,
            tokens.done,
            "Your desktop shows them".to_owned(),
        ),
        NotifierStatus::Unavailable(why) => (
            icons::BELL_SLASH,
            tokens.due,
            format!("Your desktop does not show them: {why}"),
        ),
    };
    ui.horizontal_top(|ui| {
        icon(ui, picture, size::ICON, color);
        Text::new(&words).rows(4).show(ui);
    });
    ui.horizontal(|ui| {
        if Button::secondary("Send a test").show(ui).clicked() {
            scene.send(Command::Ask(Effect::TryNotification));
        }
        let unavailable = matches!(scene.state.notifier, NotifierStatus::Unavailable(_));
        if unavailable && Button::secondary("Try again").show(ui).clicked() {
            scene.send(Command::Ask(Effect::RetryNotifier));
        }
    });
    if let Some(said) = &scene.state.reminding.trial {
        caption(ui, said);
    }
}

fn quiet_hours(ui: &mut Ui, typing: &mut Typing, reminders: &mut Reminders) {
    let mut on = reminders.quiet_hours.is_some();
    if switch(ui, &mut on, "Quiet hours: nothing is told").changed() {
        reminders.quiet_hours = on.then(QuietHours::default);
    }
    if let Some(quiet) = &mut reminders.quiet_hours {
        super::pair(ui, |ui, width| {
            time(ui, typing, "Quiet from", width, &mut quiet.from);
            time(ui, typing, "Quiet until", width, &mut quiet.to);
        });
    }
}

fn time(ui: &mut Ui, typing: &mut Typing, label: &str, width: f32, value: &mut NaiveTime) {
    let read = |text: &str| parse_time(text).ok_or("Write a time such as 22:00");
    let left = typing.field(ui, label, &hour(*value), read, |ui, text, wrong| {
        let field = TimeField::new(label, text).error(wrong).width(width);
        field.show(ui).response
    });
    if let Some(time) = left {
        *value = time;
    }
}

fn days_off(ui: &mut Ui, reminders: &mut Reminders) {
    let options = [
        (OnDaysOff::WhatCannotWait, "What cannot wait"),
        (OnDaysOff::Everything, "Everything"),
        (OnDaysOff::Nothing, "Nothing"),
    ];
    Choice::new("On weekends and days off", &options)
        .width(WIDTH)
        .show(ui, &mut reminders.on_days_off);
}

fn kinds(ui: &mut Ui, reminders: &mut Reminders) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        caption(ui, "Remind me of");
        for kind in ReminderKind::ALL {
            let mut on = !reminders.silent.contains(kind);
            if checkbox(ui, &mut on, kind.label()).changed() {
                reminders.silent.retain(|silent| silent != kind);
                reminders.silent.extend((!on).then_some(*kind));
                reminders.silent.sort_unstable();
            }
        }
    });
}

/// The agent that reminds while the window is closed.
fn login(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(login) = scene.state.reminding.login else {
        return;
    };
    let mut on = login.on;
    if switch(ui, &mut on, "Remind me also while the window is closed").changed() {
        scene.send(Command::Ask(Effect::StartAtLogin(on)));
    }
    let runs = if login.running {
        "A small program without a window starts when you log in. It runs now."
    } else if login.on {
        "A small program without a window starts when you log in. It does not run now."
    } else {
        "Now nothing is told while the window is closed."
    };
    let looked = scene.state.reminding.last_look.map(|moment| {
        let local = scene.clock.zone.local(moment);
        let day = words::day(local.date(), scene.clock);
        format!(" The last look was {day} at {}.", hour(local.time()))
    });
    caption(ui, &format!("{runs}{}", looked.unwrap_or_default()));
}

/// The file that calendars can show.
fn calendar(ui: &mut Ui, scene: &Scene<'_>, typing: &mut Typing, reminders: &mut Reminders) {
    let Some(file) = &scene.state.file else {
        return;
    };
    let mut on = reminders.calendar.is_some();
    let about = "Keep a calendar file with what is to come, for your calendar to show";
    if switch(ui, &mut on, about).changed() {
        let beside = file.with_extension("ics").display().to_string();
        reminders.calendar = on.then_some(beside);
    }
    if let Some(path) = &mut reminders.calendar {
        let read = |text: &str| match text.trim() {
            "" => Err("Where is it to be?"),
            path if path.to_lowercase().ends_with(".ics") => Ok(path.to_owned()),
            _ => Err("Write a name that ends in .ics"),
        };
        let label = "Calendar file";
        let left = typing.field(ui, label, path, read, |ui, text, wrong| {
            TextField::new(label, text).error(wrong).show(ui)
        });
        if let Some(new) = left {
            *path = new;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::app::{Command, Go, View};
    use crate::model::{OnDaysOff, QuietHours, ReminderKind, Reminders};
    use crate::ui::testing::{Window, search};

    fn reminders(window: &Window) -> &Reminders {
        &window.state().search.reminders
    }

    #[test]
    fn everything_about_reminders_can_be_set_and_is_off_where_it_costs() {
        let mut window = Window::on(search(&[("Bolt", "applied")]));
        window.apply(Command::Go(Go::View(View::Settings)));
        assert_eq!(*reminders(&window), Reminders::default());
        assert!(!reminders(&window).sound);
        assert_eq!(reminders(&window).on_days_off, OnDaysOff::WhatCannotWait);

        window.press("Quiet hours: nothing is told");
        assert_eq!(reminders(&window).quiet_hours, Some(QuietHours::default()));
        window.press("Thank-yous");
        assert_eq!(reminders(&window).silent, [ReminderKind::ThankYou]);
        window.press("Thank-yous");
        assert!(reminders(&window).silent.is_empty());
        window.press("Make a sound");
        window.press("Hide names, as others may see the screen");
        assert!(reminders(&window).sound && reminders(&window).hide_names);
        window.press("Show notifications");
        assert!(reminders(&window).off);
        assert!(!window.shows("Send a test"));
    }
}
