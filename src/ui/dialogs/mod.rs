//! The dialogs: which is open says the state, what is typed into it is kept here.
//!
//! How an interview went and what a reply said is much to type: left by Escape, these dialogs have
//! it again when they are opened again for the same application. The others begin anew. A dialog
//! that another one came before was not left, and keeps what was typed.
//!
//! Forms are data: what is typed is kept on the disk until it is done with, and is there again
//! after a crash (`ui::shell::unsaved`).

mod arrivals;
mod backups;
mod blockers;
mod column;
mod confirm;
mod damaged;
mod day;
mod debrief;
mod export;
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
mod received;
mod reply;
mod save_view;
mod shortcuts;
mod snooze;
mod table;
#[cfg(test)]
mod tests;
mod versions;

use egui::Context;
use serde::{Deserialize, Serialize, Serializer};

use crate::app::{Dialog, Go};
use crate::model::JobSearch;
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
#[derive(Debug, Serialize, Deserialize)]
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
    #[serde(skip)]
    Palette(Box<palette::Form>),
    #[serde(skip)]
    Backups(backups::Form),
    SaveView(save_view::Form),
    // What is read again from its source.
    #[serde(skip)]
    Table(Box<table::Form>),
    #[serde(skip)]
    Arrivals(Box<arrivals::Form>),
    #[serde(skip)]
    Export(export::Form),
    #[serde(skip)]
    Snooze(Box<snooze::Form>),
    /// Nothing is typed.
    #[serde(skip)]
    None,
}

/// A dialog with what is typed into it.
#[derive(Debug, Serialize, Deserialize)]
struct Sheet {
    dialog: Dialog,
    form: Form,
    /// How the form was before anything was typed; nothing for one that an earlier run has left.
    #[serde(skip)]
    begun: Option<String>,
}

/// The dialogs of the window. As data they are what was typed and is not done with.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Dialogs {
    #[serde(skip_serializing_if = "nothing_typed")]
    open: Option<Sheet>,
    #[serde(
        serialize_with = "those_with_words",
        skip_serializing_if = "nothing_left"
    )]
    left: Vec<Sheet>,
}

fn nothing_typed(open: &Option<Sheet>) -> bool {
    !open.as_ref().is_some_and(Sheet::has_words)
}

fn nothing_left(left: &[Sheet]) -> bool {
    !left.iter().any(Sheet::has_words)
}

fn those_with_words<S: Serializer>(left: &[Sheet], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(left.iter().filter(|sheet| sheet.has_words()))
}

impl Sheet {
    fn new(dialog: Dialog, form: Form) -> Self {
        Self {
            dialog,
            begun: Some(form.as_text()),
            form,
        }
    }

    /// Whether something was typed.
    fn has_words(&self) -> bool {
        self.form.is_typed() && self.begun != Some(self.form.as_text())
    }
}

/// So many dialogs that were left keep what was typed.
const KEPT: usize = 20;

impl Dialogs {
    /// Shows the dialog that is open.
    pub fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) {
        self.follow(scene);
        let Some(Sheet { dialog, form, .. }) = &mut self.open else {
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
            Form::Snooze(form) => form.show(ctx, scene),
            Form::Backups(form) => match dialog {
                Dialog::Backups(all) => form.show(ctx, scene, all),
                _ => Step::Left,
            },
            Form::Table(form) => form.show(ctx, scene),
            Form::Arrivals(form) => form.show(ctx, scene),
            Form::Export(form) => form.show(ctx, scene),
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
        for sheet in self.left.drain(..).chain(open) {
            if let Form::Debrief(form) = sheet.form {
                form.keep(scene);
            }
        }
    }

    /// The dialog that was open when an earlier run ended, until another frame is shown.
    pub fn interrupted(&self) -> Option<&Dialog> {
        self.open.as_ref().map(|sheet| &sheet.dialog)
    }

    /// Forgets what is about applications that are not there any more.
    pub fn forget_unknown(&mut self, search: &JobSearch) {
        let is_known = |sheet: &Sheet| {
            let about = sheet.dialog.application();
            about.is_none_or(|id| search.application(id).is_some())
        };
        self.left.retain(is_known);
        self.open = self.open.take().filter(is_known);
    }

    /// Takes up the dialog that the state says is open, and lays the one before aside.
    fn follow(&mut self, scene: &Scene<'_>) {
        let wanted = scene.state.dialog.as_ref();
        if self.open.as_ref().map(|sheet| &sheet.dialog) == wanted {
            return;
        }
        if let Some(before) = self.open.take().filter(|sheet| sheet.form.is_typed()) {
            self.left.retain(|sheet| sheet.dialog != before.dialog);
            self.left.push(before);
            if self.left.len() > KEPT {
                self.left.remove(0);
            }
        }
        let Some(wanted) = wanted else {
            return;
        };
        let kept = self.left.iter().position(|sheet| sheet.dialog == *wanted);
        self.open = Some(match kept {
            Some(place) => {
                let mut sheet = self.left.remove(place);
                sheet.form.open_again();
                sheet
            }
            None => Sheet::new(wanted.clone(), Form::new(wanted, scene)),
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
            Dialog::OfferDeadline { applications } => {
                Self::Offer(offer::Form::new(applications.clone()))
            }
            Dialog::Outcome { applications } => {
                Self::Outcome(outcome::Form::new(applications.clone(), scene))
            }
            Dialog::Note { application } => Self::Note(note::Form::new(*application)),
            Dialog::Column { stage, new } => Self::Column(column::Form::new(stage, *new, scene)),
            Dialog::OwnScenario { rename } => {
                Self::OwnScenario(own_scenario::Form::new(*rename, scene))
            }
            Dialog::Palette => Self::Palette(Box::new(palette::Form::new(scene))),
            Dialog::SaveView => Self::SaveView(save_view::Form::new()),
            Dialog::Table(offer) => Self::Table(Box::new(table::Form::new(offer))),
            Dialog::Export => Self::Export(export::Form::new()),
            Dialog::Arrivals(offer) => Self::Arrivals(Box::new(arrivals::Form::new(offer))),
            Dialog::Received(mail) => Self::Reply(Box::new(reply::Form::of_mail(mail, scene))),
            Dialog::Snooze { actions } => {
                Self::Snooze(Box::new(snooze::Form::new(actions.clone(), scene)))
            }
            Dialog::Backups(_) => Self::Backups(backups::Form::default()),
            Dialog::Blockers(_)
            | Dialog::Confirm(_)
            | Dialog::Damaged(_)
            | Dialog::Versions(_)
            | Dialog::History
            | Dialog::Shortcuts => Self::None,
        }
    }

    /// Whether words are typed into it that are worth keeping.
    fn is_typed(&self) -> bool {
        !matches!(self, Self::Palette(_) | Self::Backups(_) | Self::None)
    }

    /// What is typed, to compare it and to keep it.
    fn as_text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
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
            Self::Snooze(form) => form.fresh = true,
            Self::Outcome(form) => form.fresh = true,
            Self::Backups(_)
            | Self::Table(_)
            | Self::Arrivals(_)
            | Self::Export(_)
            | Self::None => {}
        }
    }
}
