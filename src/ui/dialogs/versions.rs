//! Two versions of an application side by side; one click keeps one of them.

use egui::{Context, Ui};

use super::Step;
use crate::app::{Command, Differing, Versions, differing};
use crate::model::Application;
use crate::ui::scene::Scene;
use crate::ui::theme::metrics;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::{Dialog, DialogChoice};
use crate::ui::widgets::text::{Text, body, caption, divider, strong};

/// So many lines of a text are shown.
const LINES: usize = 6;

pub(super) fn show(ctx: &Context, scene: &mut Scene<'_>, versions: Versions) -> Step {
    let both = [versions.ours, versions.theirs].map(|id| scene.state.application(id).cloned());
    let [Some(ours), Some(theirs)] = both else {
        return Step::Left;
    };
    let dialog =
        Dialog::new("versions", "Which version stays?", "Decide later").width(metrics::LETTER);
    let (keep_theirs, choice) = dialog.show(ctx, |ui| {
        let words = format!(
            "{}, {} was changed here and elsewhere. They differ in this:",
            ours.company, ours.position
        );
        body(ui, &words);
        side_by_side(ui, &ours, &theirs)
    });
    if let Some(keep_theirs) = keep_theirs {
        scene.send(Command::Settle {
            versions,
            keep_theirs,
        });
        return Step::Done;
    }
    match choice {
        Some(DialogChoice::Cancelled) => Step::Left,
        Some(DialogChoice::Confirmed) | None => Step::Open,
    }
}

/// Whether the one from elsewhere was chosen, once one is.
fn side_by_side(ui: &mut Ui, ours: &Application, theirs: &Application) -> Option<bool> {
    let all = differing(ours, theirs);
    ui.columns_const(|[left, right]| {
        let keep_ours = column(left, "Here", &all, |one| &one.ours);
        let keep_theirs = column(right, "From elsewhere", &all, |one| &one.theirs);
        match (keep_ours, keep_theirs) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            (false, false) => None,
        }
    })
}

/// One version; whether it was chosen.
fn column(
    ui: &mut Ui,
    title: &str,
    all: &[Differing],
    side: impl Fn(&Differing) -> &String,
) -> bool {
    strong(ui, title);
    for one in all {
        caption(ui, &one.what);
        let words = side(one);
        let words = if words.is_empty() { "(nothing)" } else { words };
        Text::new(words).rows(LINES).show(ui);
    }
    divider(ui);
    let name = format!("Keep this one: {title}");
    Button::primary("Keep this one")
        .name(&name)
        .show(ui)
        .clicked()
}
