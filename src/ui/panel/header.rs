//! The top of the panel: which application it is, and where it stands.

use std::collections::BTreeMap;

use egui::{Align, Layout, Response, Ui};

use super::{details, documents};
use crate::app::{Command, Dialog, Effect, Go, words};
use crate::model::{Application, ApplicationId};
use crate::ui::board::move_to;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::text::{Text, caption, divider, title};

pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    forms: &mut BTreeMap<ApplicationId, details::Form>,
    papers: &mut documents::Forms,
) {
    ui.horizontal_top(|ui| {
        let buttons = 2.0 * (space::XL + space::S);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - buttons);
            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
            title(ui, &application.company);
            let muted = ui.tokens().muted;
            Text::new(&application.position)
                .color(muted)
                .rows(2)
                .show(ui);
        });
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.add_space(ui.available_width() - 2.0 * metrics::TARGET - space::XS);
            more(ui, scene, application, forms, papers);
            if IconButton::new(icons::X, "Close the panel")
                .small()
                .show(ui)
                .clicked()
            {
                scene.go(Go::ClosePanel);
            }
        });
    });
    stage(ui, scene, application);
    if let Some(form) = forms.get_mut(&application.id) {
        if form.show(ui, scene, application) {
            forms.remove(&application.id);
        }
    } else {
        facts(ui, scene, application);
    }
}

fn more(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    forms: &mut BTreeMap<ApplicationId, details::Form>,
    papers: &mut documents::Forms,
) {
    let id = application.id;
    let button = IconButton::new(icons::DOTS_THREE_VERTICAL, "More")
        .small()
        .show(ui);
    menu_on(&button, |ui| {
        if entry(ui, "Edit details", icons::PENCIL_SIMPLE).clicked() {
            forms.insert(id, details::Form::new(application, scene.clock, &button));
        }
        for (words, icon, dialog) in [
            (
                "Log a reply…",
                icons::CHAT_CIRCLE_TEXT,
                Dialog::LogReply { application: id },
            ),
            (
                "They named a day…",
                icons::HOURGLASS,
                Dialog::Promise { application: id },
            ),
            (
                "They invited a call…",
                icons::PHONE,
                Dialog::CallInvited { application: id },
            ),
            (
                "How did it end?…",
                icons::ARCHIVE,
                Dialog::Outcome {
                    applications: vec![id],
                },
            ),
        ] {
            if entry(ui, words, icon).clicked() {
                scene.send(Command::dialog(dialog));
            }
        }
        divider(ui);
        documents::ways_to_add(ui, scene, application, papers, &button);
        divider(ui);
        let remove = MenuItem::new("Remove application")
            .icon(icons::TRASH)
            .destructive();
        if remove.show(ui).clicked() {
            scene.send(Command::Remove(id));
        }
    });
}

fn entry(ui: &mut Ui, words: &str, icon: icons::Icon) -> Response {
    MenuItem::new(words).icon(icon).show(ui)
}

/// The stage, as a button that moves the card.
fn stage(ui: &mut Ui, scene: &mut Scene<'_>, application: &Application) {
    let stage = scene.state.plan.stage(application.id);
    let stage = stage.and_then(|id| scene.state.search.stage(id));
    let name = stage.map_or("No stage", |stage| stage.name.as_str());
    let spoken = format!("{name}, Move to");
    let button = Button::secondary(name)
        .caret()
        .name(&spoken)
        .hover("Move to another stage")
        .show(ui);
    menu_on(&button, |ui| move_to(ui, scene, application.id));
}

/// What else is known of it, in a line or two.
fn facts(ui: &mut Ui, scene: &mut Scene<'_>, application: &Application) {
    let applied = application.applied.date(scene.clock.zone);
    let applied = words::date(applied, scene.clock);
    let mut parts = vec![format!("Applied {applied}")];
    let details = [&application.location, &application.salary];
    parts.extend(
        details
            .into_iter()
            .filter(|words| !words.is_empty())
            .cloned(),
    );
    if !application.source.is_empty() {
        parts.push(format!("found through {}", application.source));
    }
    parts.extend(application.tags.iter().map(|tag| format!("#{tag}")));
    let color = ui.tokens().muted;
    Text::new(&parts.join(" · "))
        .size(size::SMALL)
        .color(color)
        .rows(3)
        .show(ui);
    let url = &application.url;
    if url.starts_with("https://") || url.starts_with("http://") {
        let link = Button::link("Advertisement")
            .icon(icons::ARROW_SQUARE_OUT)
            .show(ui);
        if link
            .on_hover_ui(|ui| {
                caption(ui, url);
            })
            .clicked()
        {
            scene.send(Command::Ask(Effect::OpenUrl(url.clone())));
        }
    } else if !url.is_empty() {
        Text::new(url)
            .size(size::SMALL)
            .color(color)
            .rows(1)
            .show(ui);
    }
}
