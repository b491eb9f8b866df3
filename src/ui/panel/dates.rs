//! What they said that still counts: a promised day, an invited call, an offer with its deadline.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{Align, Layout, Ui};

use super::entry;
use crate::app::{Command, Dialog};
use crate::etiquette::{self, OpenOffer};
use crate::model::{Application, EntryId, Event};
use crate::time::Clock;
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, icon};

pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    entries: &mut BTreeMap<EntryId, entry::Form>,
) {
    let ctx = scene.state.context(scene.clock);
    let promise = etiquette::promise_in_force(application, &ctx);
    let call = invited_call(application, scene.clock);
    let offer = etiquette::open_offer(application, &ctx);
    if promise.is_none() && call.is_none() && offer.is_none() {
        return;
    }
    super::heading(ui, "What they said", |_| {});
    if let Some(offer) = offer {
        self::offer(ui, scene, application, &offer, entries);
    }
    if let Some(day) = promise {
        let words = format!("They decide by {}", scene.clock.long_day(day));
        let dialog = Dialog::Promise {
            application: application.id,
        };
        dated(ui, scene, icons::HOURGLASS, &words, dialog);
    }
    if let Some(day) = call {
        let words = format!("They invited a call on {}", scene.clock.long_day(day));
        let dialog = Dialog::CallInvited {
            application: application.id,
        };
        dated(ui, scene, icons::PHONE, &words, dialog);
    }
}

/// The newest invited day that is not over.
fn invited_call(application: &Application, clock: &Clock) -> Option<NaiveDate> {
    let mut newest = application.history.iter().rev();
    newest.find_map(|entry| match entry.event {
        Event::CallInvited { day } if day >= clock.today() => Some(day),
        _ => None,
    })
}

fn row(ui: &mut Ui, picture: Icon, words: &str, end: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let color = ui.tokens().muted;
        icon(ui, picture, size::ICON, color);
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - 6.0 * space::L);
            Text::new(words).rows(2).show(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), end);
    });
}

fn dated(ui: &mut Ui, scene: &mut Scene<'_>, picture: Icon, words: &str, dialog: Dialog) {
    row(ui, picture, words, |ui| {
        let name = format!("Another day: {words}");
        if Button::link("Another day").name(&name).show(ui).clicked() {
            scene.send(Command::dialog(dialog));
        }
    });
}

fn offer(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    offer: &OpenOffer,
    entries: &mut BTreeMap<EntryId, entry::Form>,
) {
    let words = offer.deadline.map_or_else(
        || "Their offer names no day".to_owned(),
        |day| format!("Their offer stands until {}", scene.clock.long_day(day)),
    );
    row(ui, icons::HANDSHAKE, &words, |ui| {
        let button = Button::link("Deadline")
            .name("Change the offer’s deadline")
            .show(ui);
        if button.clicked()
            && let Some(entry) = application.entry(offer.entry)
        {
            let form = entry::Form::new(entry, scene.clock, &button);
            entries.insert(offer.entry, form.at_top());
        }
    });
    if entries
        .get(&offer.entry)
        .is_some_and(entry::Form::is_at_top)
        && let Some(form) = entries.get_mut(&offer.entry)
        && form.show(ui, scene, application)
    {
        entries.remove(&offer.entry);
    }
}
