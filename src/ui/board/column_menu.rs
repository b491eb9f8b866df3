//! What can be done with a column, in its menu.

use egui::Ui;

use crate::app::{ColumnEdit, Command, Dialog, Go, can_be_deleted};
use crate::model::{Order, Stage};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::metrics;
use crate::ui::widgets::menu::MenuItem;
use crate::ui::widgets::text::divider;

/// Why a column of the rules' own stays.
const NEEDED: &str = "The rules move cards here. It can be renamed or folded.";

/// Shows the entries.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, stage: &Stage) {
    ui.set_max_width(metrics::CARD);
    let stages = &scene.state.search.stages;
    let id = &stage.id;
    let is_last = |end: Option<&Stage>| end.is_some_and(|end| end.id == *id);
    let (first, last) = (is_last(stages.first()), is_last(stages.last()));
    let deletable = can_be_deleted(stages, id);
    let dialog = |new| {
        let stage = id.clone();
        Command::dialog(Dialog::Column { stage, new })
    };
    let edit = Command::Column;
    let entries = [
        ("Rename…", icons::PENCIL_SIMPLE, true, dialog(false)),
        ("New column…", icons::PLUS, true, dialog(true)),
        (
            "Move left",
            icons::CARET_LEFT,
            !first,
            edit(ColumnEdit::MoveLeft(id.clone())),
        ),
        (
            "Move right",
            icons::CARET_RIGHT,
            !last,
            edit(ColumnEdit::MoveRight(id.clone())),
        ),
        (
            "Fold",
            icons::SIDEBAR_SIMPLE,
            true,
            Command::Go(Go::Fold(id.clone(), true)),
        ),
    ];
    for (words, icon, enabled, command) in entries {
        if MenuItem::new(words)
            .icon(icon)
            .enabled(enabled)
            .show(ui)
            .clicked()
        {
            scene.send(command);
        }
    }
    divider(ui);
    for (order, words, icon) in [
        (Order::Hand, "Sort by hand", icons::LIST),
        (Order::NextDate, "Sort by next date", icons::CALENDAR_BLANK),
        (Order::Name, "Sort by name", icons::TEXT_AA),
    ] {
        let item = MenuItem::new(words)
            .icon(icon)
            .checked(stage.order == order);
        if item.show(ui).clicked() {
            scene.send(edit(ColumnEdit::Sort(id.clone(), order)));
        }
    }
    divider(ui);
    let delete = MenuItem::new("Delete").icon(icons::TRASH).destructive();
    let mut response = delete.enabled(deletable).show(ui);
    if !deletable {
        response = response.on_disabled_hover_text(NEEDED);
    }
    if response.clicked() {
        scene.send(edit(ColumnEdit::Delete(id.clone())));
    }
}
