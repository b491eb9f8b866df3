//! What can be done with a card, in its menu; the panel shows the same.

use egui::{Popup, Response, Ui};

use crate::app::{Command, Dialog};
use crate::model::{ApplicationId, Stage, StageMeaning};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::UiExt as _;
use crate::ui::widgets::menu::MenuItem;
use crate::ui::widgets::text::{divider, section};

/// The menu of a card: by the right mouse button, or by `M` while the keyboard is on the card.
pub(super) fn on_card(response: &Response, scene: &mut Scene<'_>, id: ApplicationId) {
    let tokens = response.ctx.tokens();
    Popup::context_menu(response)
        .frame(tokens.floating_frame())
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            card_menu(ui, scene, id);
        });
}

fn card_menu(ui: &mut Ui, scene: &mut Scene<'_>, id: ApplicationId) {
    if MenuItem::new("Open")
        .icon(icons::SIDEBAR_SIMPLE)
        .show(ui)
        .clicked()
    {
        scene.send(Command::open(id));
    }
    let log = MenuItem::new("Log a reply…").icon(icons::CHAT_CIRCLE_TEXT);
    if log.show(ui).clicked() {
        scene.send(Command::dialog(Dialog::LogReply { application: id }));
    }
    let interview = MenuItem::new("Add an interview…").icon(icons::CALENDAR_PLUS);
    if interview.show(ui).clicked() {
        let dialog = Dialog::Interview {
            application: id,
            entry: None,
        };
        scene.send(Command::dialog(dialog));
    }
    divider(ui);
    section(ui, "Move to");
    move_to(ui, scene, id);
    divider(ui);
    let remove = MenuItem::new("Remove").icon(icons::TRASH).destructive();
    if remove.show(ui).clicked() {
        scene.send(Command::Remove(id));
    }
}

/// The stages an application can be moved to, as entries of a menu. A moved card stands on top.
pub fn move_to(ui: &mut Ui, scene: &mut Scene<'_>, id: ApplicationId) {
    let standing = scene.state.plan.stage(id).cloned();
    for stage in &scene.state.search.stages {
        let here = standing.as_ref() == Some(&stage.id);
        let name = format!("Move to {}", stage.name);
        let item = MenuItem::new(&name).icon(picture(stage)).checked(here);
        if item.show(ui).clicked() && !here {
            scene.send(Command::Move {
                application: id,
                stage: stage.id.clone(),
                index: 0,
            });
        }
    }
}

fn picture(stage: &Stage) -> icons::Icon {
    match stage.meaning {
        StageMeaning::Wishlist => icons::BOOKMARK_SIMPLE,
        StageMeaning::Applied => icons::PAPER_PLANE_TILT,
        StageMeaning::Interviewing => icons::USERS,
        StageMeaning::Waiting => icons::HOURGLASS,
        StageMeaning::Offer => icons::HANDSHAKE,
        StageMeaning::Closed => icons::ARCHIVE,
        StageMeaning::Own => icons::TAG_SIMPLE,
    }
}
