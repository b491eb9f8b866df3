//! The interviews, those ahead first.

use egui::{Align, Layout, Ui};

use crate::app::{Command, Dialog, Edit, words};
use crate::model::{Application, Entry, Event, Interview};
use crate::time::{Moment, When};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::text::Text;

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, application: &Application) {
    let mut held: Vec<(Moment, Moment, &Interview, &Entry)> = application
        .history
        .iter()
        .filter_map(|entry| {
            entry
                .interview()
                .map(|(start, end, it)| (start, end, it, entry))
        })
        .collect();
    if held.is_empty() {
        return;
    }
    held.sort_by_key(|(start, ..)| std::cmp::Reverse(*start));
    super::heading(ui, "Interviews", |ui| {
        let add = Button::link("Another")
            .name("Another interview")
            .icon(icons::CALENDAR_PLUS);
        if add.show(ui).clicked() {
            scene.send(Command::dialog(Dialog::Interview {
                application: application.id,
                entry: None,
            }));
        }
    });
    for (start, end, interview, entry) in held {
        let off = called_off(application, start);
        ui.push_id(entry.id, |ui| {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - space::XL - space::S);
                    ui.spacing_mut().item_spacing.y = space::XS / 2.0;
                    summary(ui, scene, start, interview, off);
                });
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    let over = end <= scene.clock.now;
                    menu(ui, scene, application, entry, off, over);
                });
            });
        });
    }
}

fn called_off(application: &Application, start: Moment) -> bool {
    application.history.iter().any(|entry| {
        matches!(entry.event, Event::Cancelled { interview: When::Moment(off) } if off == start)
    })
}

fn summary(ui: &mut Ui, scene: &Scene<'_>, start: Moment, interview: &Interview, off: bool) {
    let when = words::when(When::Moment(start), scene.clock);
    let when = match &interview.round {
        Some(round) => format!("{when} · {round}"),
        None => when,
    };
    Text::new(&when).semibold().rows(2).show(ui);
    let color = ui.tokens().muted;
    let text = describe(interview, off);
    Text::new(&text)
        .size(size::SMALL)
        .color(color)
        .rows(3)
        .show(ui);
}

/// “Video, 60 minutes, with Dana Wu and Ann Ito”.
pub(super) fn describe(interview: &Interview, off: bool) -> String {
    let minutes = match interview.minutes {
        1 => "1 minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    let with = if interview.with.is_empty() {
        String::new()
    } else {
        format!(", with {}", interview.with.join(", "))
    };
    let off = if off { "Called off. " } else { "" };
    format!("{off}{}, {minutes}{with}", interview.format.label())
}

fn menu(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    entry: &Entry,
    off: bool,
    over: bool,
) {
    let id = application.id;
    let name = format!("Interview {}: more", words::when(entry.at, scene.clock));
    let button = IconButton::new(icons::DOTS_THREE, &name).small().show(ui);
    menu_on(&button, |ui| {
        if over
            && !off
            && MenuItem::new("How did it go?…")
                .icon(icons::NOTE_PENCIL)
                .show(ui)
                .clicked()
        {
            scene.send(Command::dialog(Dialog::Debrief {
                application: id,
                interview: entry.id,
            }));
        }
        if MenuItem::new("Change…")
            .icon(icons::PENCIL_SIMPLE)
            .show(ui)
            .clicked()
        {
            scene.send(Command::dialog(Dialog::Interview {
                application: id,
                entry: Some(entry.id),
            }));
        }
        if !over
            && !off
            && MenuItem::new("Call off")
                .icon(icons::CALENDAR_X)
                .show(ui)
                .clicked()
        {
            scene.send(Command::edit(id, Edit::Cancel(entry.id)));
        }
        if MenuItem::new("Remove")
            .icon(icons::TRASH)
            .destructive()
            .show(ui)
            .clicked()
        {
            scene.send(Command::edit(id, Edit::RemoveEntry(entry.id)));
        }
    });
}
