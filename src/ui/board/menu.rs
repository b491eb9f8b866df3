//! What can be done with a card, in its menu; the panel shows the same.

use egui::{Popup, Response, SetOpenCommand, Ui};

use crate::app::{Command, UserCommand};
use crate::model::{ApplicationId, Stage, StageMeaning};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::shell::keys;
use crate::ui::theme::{UiExt as _, metrics};
use crate::ui::widgets::menu::MenuItem;
use crate::ui::widgets::text::divider;

/// How the menu of a card comes to be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By the right mouse button, where the pointer is.
    Pointer,
    /// By `M`, beside the card; the keyboard goes into it in the frame in which it opens.
    Key {
        /// Whether it opens in this frame.
        opens: bool,
    },
}

/// The menu of a card.
pub(super) fn on_card(response: &Response, scene: &mut Scene<'_>, id: ApplicationId, by: By) {
    let popup = match by {
        By::Pointer => Popup::context_menu(response),
        By::Key { opens } => {
            Popup::menu(response).open_memory(opens.then_some(SetOpenCommand::Bool(true)))
        }
    };
    let frame = response.ctx.tokens().floating_frame();
    popup.frame(frame).show(|ui| {
        ui.set_max_width(metrics::CARD);
        ui.spacing_mut().item_spacing.y = 0.0;
        card_menu(ui, scene, id, by == By::Key { opens: true });
    });
}

fn card_menu(ui: &mut Ui, scene: &mut Scene<'_>, id: ApplicationId, enter: bool) {
    for (command, icon) in [
        (UserCommand::OpenCard, icons::SIDEBAR_SIMPLE),
        (UserCommand::LogReply, icons::CHAT_CIRCLE_TEXT),
        (UserCommand::AddInterview, icons::CALENDAR_PLUS),
        (UserCommand::AddNote, icons::NOTE_PENCIL),
    ] {
        let mut item = MenuItem::new(command.name()).icon(icon);
        if let Some(keys) = keys::first(command) {
            item = item.shortcut(keys);
        }
        let item = item.show(ui);
        if enter && command == UserCommand::OpenCard {
            item.request_focus();
        }
        if item.clicked() {
            command.on(id).into_iter().for_each(|it| scene.send(it));
        }
    }
    divider(ui);
    move_to(ui, scene, id);
    divider(ui);
    let remove = MenuItem::new(UserCommand::Remove.name())
        .icon(icons::TRASH)
        .destructive();
    if remove.show(ui).clicked() {
        scene.send(Command::Remove(id));
    }
}

/// The stages an application can be moved to, as entries of a menu. A moved card stands on top.
pub fn move_to(ui: &mut Ui, scene: &mut Scene<'_>, id: ApplicationId) {
    move_all_to(ui, scene, &[id]);
}

/// The stages that applications can be moved to.
pub(super) fn move_all_to(ui: &mut Ui, scene: &mut Scene<'_>, ids: &[ApplicationId]) {
    let state = scene.state;
    for stage in &state.search.stages {
        let here = ids
            .iter()
            .all(|id| state.plan.stage(*id) == Some(&stage.id));
        let name = format!("Move to {}", stage.name);
        let item = MenuItem::new(&name).icon(picture(stage)).checked(here);
        if item.show(ui).clicked() && !here {
            scene.send(Command::MoveAll {
                applications: ids.to_vec(),
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
