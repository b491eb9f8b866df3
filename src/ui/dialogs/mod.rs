//! The dialogs: which is open says the state, what is typed into it is kept here.
//!
//! How an interview went and what a reply said is much to type: left by Escape, these dialogs have
//! it again when they are opened again for the same application. The others begin anew. A dialog
//! that another one came before was not left, and keeps what was typed.

mod backups;
mod blockers;
mod column;
mod confirm;
mod damaged;
mod day;
mod debrief;
mod fields;
mod history;
mod interview;
mod new_application;
mod note;
mod offer;
mod outcome;
mod own_scenario;
mod palette;
mod proposals;
mod reply;
mod save_view;
mod shortcuts;
mod table;
#[cfg(test)]
mod tests;
mod versions;

use egui::Context;

use crate::app::{Dialog, Go};
use crate::ui::scene::Scene;

/// How a dialog stands after a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// It is still open.
    Open,
    /// It was left as it was.
    Left,
    /// What it was for is done.
    Done,
}

/// What is typed into a dialog.
#[derive(Debug)]
enum Form {
    NewApplication(new_application::Form),
    Interview(interview::Form),
    Debrief(debrief::Form),
    Day(day::Form),
    // Larger than the others by what was read.
    Reply(Box<reply::Form>),
    Offer(offer::Form),
    Outcome(outcome::Form),
    Note(note::Form),
    Column(column::Form),
    OwnScenario(own_scenario::Form),
    Palette(Box<palette::Form>),
    Backups(backups::Form),
    SaveView(save_view::Form),
    Table(Box<table::Form>),
    /// Nothing is typed.
    None,
}

/// The dialogs of the window.
#[derive(Debug, Default)]
pub struct Dialogs {
    open: Option<(Dialog, Form)>,
    left: Vec<(Dialog, Form)>,
}

/// So many dialogs that were left keep what was typed.
const KEPT: usize = 20;

impl Dialogs {
    /// Shows the dialog that is open.
    pub fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) {
        self.follow(scene);
        let Some((dialog, form)) = &mut self.open else {
            return;
        };
        let step = match form {
            Form::NewApplication(form) => form.show(ctx, scene),
            Form::Interview(form) => form.show(ctx, scene),
            Form::Debrief(form) => form.show(ctx, scene),
            Form::Day(form) => form.show(ctx, scene),
            Form::Reply(form) => form.show(ctx, scene),
            Form::Offer(form) => form.show(ctx, scene),
            Form::Outcome(form) => form.show(ctx, scene),
            Form::Note(form) => form.show(ctx, scene),
            Form::Column(form) => form.show(ctx, scene),
            Form::OwnScenario(form) => form.show(ctx, scene),
            Form::Palette(form) => form.show(ctx, scene),
            Form::SaveView(form) => form.show(ctx, scene),
            Form::Backups(form) => match dialog {
                Dialog::Backups(all) => form.show(ctx, scene, all),
                _ => Step::Left,
            },
            Form::Table(form) => form.show(ctx, scene),
            Form::None => match dialog {
                Dialog::Blockers(blockers) => blockers::show(ctx, scene, blockers),
                Dialog::Confirm(question) => confirm::show(ctx, scene, question),
                Dialog::Damaged(file) => damaged::show(ctx, scene, file),
                Dialog::Versions(versions) => versions::show(ctx, scene, *versions),
                Dialog::History => history::show(ctx, scene),
                _ => shortcuts::show(ctx),
            },
        };
        match step {
            Step::Open => {}
            Step::Left => {
                if !outlives_escape(form) {
                    self.open = None;
                }
                scene.go(Go::CloseDialog);
            }
            Step::Done => {
                self.open = None;
                close_before_the_rest(scene);
            }
        }
    }

    /// Notes what was typed about how an interview went, before the window closes for good.
    pub fn keep(&mut self, scene: &mut Scene<'_>) {
        let open = self.open.take();
        for (_, form) in self.left.drain(..).chain(open) {
            if let Form::Debrief(form) = form {
                form.keep(scene);
            }
        }
    }

    /// Takes up the dialog that the state says is open, and lays the one before aside.
    fn follow(&mut self, scene: &Scene<'_>) {
        let wanted = scene.state.dialog.as_ref();
        if self.open.as_ref().map(|(dialog, _)| dialog) == wanted {
            return;
        }
        if let Some(before) = self.open.take() {
            self.left.retain(|(dialog, _)| *dialog != before.0);
            self.left.push(before);
            if self.left.len() > KEPT {
                self.left.remove(0);
            }
        }
        let Some(wanted) = wanted else {
            return;
        };
        let kept = self.left.iter().position(|(dialog, _)| dialog == wanted);
        self.open = Some(match kept {
            Some(place) => {
                let (dialog, mut form) = self.left.remove(place);
                form.open_again();
                (dialog, form)
            }
            None => (wanted.clone(), Form::new(wanted, scene)),
        });
    }
}

/// Whether what was typed is worth keeping when the dialog is left.
fn outlives_escape(form: &Form) -> bool {
    matches!(form, Form::Debrief(_) | Form::Reply(_) | Form::Note(_))
}

/// Closes the dialog before what it asked for is done, as that may open another one.
fn close_before_the_rest(scene: &mut Scene<'_>) {
    scene.go_first(Go::CloseDialog);
}

impl Form {
    fn new(dialog: &Dialog, scene: &Scene<'_>) -> Self {
        match dialog {
            Dialog::NewApplication { stage } => {
                Self::NewApplication(new_application::Form::new(stage.clone()))
            }
            Dialog::Interview { application, entry } => {
                Self::Interview(interview::Form::new(*application, *entry, scene))
            }
            Dialog::Invited {
                application,
                day,
                from,
            } => Self::Interview(interview::Form::invited(
                *application,
                *day,
                from.as_deref(),
                scene,
            )),
            Dialog::Debrief {
                application,
                interview,
            } => Self::Debrief(debrief::Form::new(*application, *interview, scene)),
            Dialog::Promise { application } => Self::Day(day::Form::promise(*application)),
            Dialog::CallInvited { application } => Self::Day(day::Form::call(*application)),
            Dialog::LogReply { application } => {
                Self::Reply(Box::new(reply::Form::new(*application, scene)))
            }
            Dialog::OfferDeadline { application } => Self::Offer(offer::Form::new(*application)),
            Dialog::Outcome { application } => {
                Self::Outcome(outcome::Form::new(*application, scene))
            }
            Dialog::Note { application } => Self::Note(note::Form::new(*application)),
            Dialog::Column { stage, new } => Self::Column(column::Form::new(stage, *new, scene)),
            Dialog::OwnScenario { rename } => {
                Self::OwnScenario(own_scenario::Form::new(*rename, scene))
            }
            Dialog::Palette => Self::Palette(Box::new(palette::Form::new(scene))),
            Dialog::SaveView => Self::SaveView(save_view::Form::new()),
            Dialog::Table(offer) => Self::Table(Box::new(table::Form::new(offer))),
            Dialog::Backups(_) => Self::Backups(backups::Form::default()),
            Dialog::Blockers(_)
            | Dialog::Confirm(_)
            | Dialog::Damaged(_)
            | Dialog::Versions(_)
            | Dialog::History
            | Dialog::Shortcuts => Self::None,
        }
    }

    /// The first field gets the keyboard again.
    fn open_again(&mut self) {
        match self {
            Self::NewApplication(form) => form.fresh = true,
            Self::Interview(form) => form.fresh = true,
            Self::Debrief(form) => form.fresh = true,
            Self::Day(form) => form.fresh = true,
            Self::Reply(form) => form.fresh = true,
            Self::Offer(form) => form.fresh = true,
            Self::Note(form) => form.fresh = true,
            Self::Column(form) => form.fresh = true,
            Self::OwnScenario(form) => form.fresh = true,
            Self::Palette(form) => form.fresh = true,
            Self::SaveView(form) => form.fresh = true,
            Self::Outcome(form) => form.fresh = true,
            Self::Backups(_) | Self::Table(_) | Self::None => {}
        }
    }
}
