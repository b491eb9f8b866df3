//! Log a reply: what they said, and what follows from it.

use chrono::NaiveDate;
use egui::{Context, Ui};

use super::Step;
use super::fields::{self, Consequences};
use crate::app::{Command, Dialog as Which, Edit};
use crate::model::{ApplicationId, Reply, ReplyKind};
use crate::time::When;
use crate::ui::scene::Scene;
use crate::ui::theme::{metrics, space};
use crate::ui::widgets::date::{DateField, TimeField, parse_time};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::segmented::segmented;

#[derive(Debug)]
pub(super) struct Form {
    pub(super) fresh: bool,
    application: ApplicationId,
    kind: ReplyKind,
    day: String,
    from: String,
    text: String,
    /// Empty means now.
    date: String,
    time: String,
    consequences: Consequences,
}

impl Form {
    pub(super) fn new(application: ApplicationId, scene: &Scene<'_>) -> Self {
        let known = fields::known(scene, application);
        let from = match known.as_slice() {
            [only] => only.clone(),
            _ => String::new(),
        };
        Self {
            fresh: true,
            application,
            kind: ReplyKind::Update,
            day: String::new(),
            from,
            text: String::new(),
            date: String::new(),
            time: String::new(),
            consequences: Consequences::default(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let edit = self.edit(scene);
        let dialog = Dialog::new("reply", "Log a reply", "Cancel")
            .primary("Log the reply")
            .ready(edit.is_some())
            .width(metrics::LETTER);
        let ((), choice) = dialog.show(ctx, |ui| {
            self.fields(ui, scene);
            if let Some(edit) = &edit {
                self.consequences.show(ui, scene, self.application, edit);
            }
        });
        self.fresh = false;
        fields::step(choice, || self.confirm(scene))
    }

    fn fields(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        fields::about(ui, scene, self.application);
        let kinds = ReplyKind::ALL.map(|kind| (kind, kind.label()));
        segmented(ui, "What is it?", &mut self.kind, &kinds);
        let today = scene.clock.today();
        if let Some(label) = day_of(self.kind) {
            let earliest = self.received(scene);
            DateField::new(label, &mut self.day, today)
                .not_before(earliest)
                .show(ui);
        }
        let known = fields::known(scene, self.application);
        fields::people(ui, "From", &mut self.from, &known, true);
        TextField::new("What they wrote", &mut self.text)
            .example("Paste it, or note it in your words")
            .rows(3)
            .focus(self.fresh)
            .show(ui);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let half = (ui.available_width() - space::M) / 2.0;
            DateField::new("Received on, if not now", &mut self.date, today)
                .width(half)
                .show(ui);
            TimeField::new("at", &mut self.time).width(half).show(ui);
        });
    }

    /// When it came: now, or on a day, or at a moment.
    fn at(&self, scene: &Scene<'_>) -> Option<When> {
        let date = fields::day(&self.date, scene.clock).ok()?;
        let time = match self.time.trim() {
            "" => None,
            text => Some(parse_time(text)?),
        };
        Some(match (date, time) {
            (None, None) => When::Moment(scene.clock.now),
            (Some(day), None) if day == scene.clock.today() => When::Moment(scene.clock.now),
            (Some(day), None) => When::Day(day),
            (day, Some(time)) => {
                let day = day.unwrap_or(scene.clock.today());
                When::Moment(scene.clock.zone.at(day.and_time(time)))
            }
        })
    }

    /// The day it came; today while that cannot be read.
    fn received(&self, scene: &Scene<'_>) -> NaiveDate {
        let date = fields::day(&self.date, scene.clock).ok().flatten();
        date.unwrap_or(scene.clock.today())
    }

    fn day(&self, scene: &Scene<'_>) -> Option<Option<NaiveDate>> {
        match day_of(self.kind) {
            Some(_) => fields::day_from(&self.day, self.received(scene), scene.clock).ok(),
            None => Some(None),
        }
    }

    /// What would be logged; nothing while a field is wrong.
    fn edit(&self, scene: &Scene<'_>) -> Option<Edit> {
        let from = self.from.trim();
        let reply = Reply {
            kind: self.kind,
            day: self.day(scene)?,
            from: (!from.is_empty()).then(|| from.to_owned()),
            text: self.text.trim().to_owned(),
        };
        Some(Edit::reply(self.at(scene)?, reply))
    }

    fn confirm(&self, scene: &mut Scene<'_>) -> Step {
        let Some(edit) = self.edit(scene) else {
            return Step::Open;
        };
        scene.send(Command::edit(self.application, edit));
        if self.kind == ReplyKind::Interview {
            let from = self.from.trim();
            scene.send(Command::dialog(Which::Invited {
                application: self.application,
                day: self.day(scene).flatten(),
                from: (!from.is_empty()).then(|| from.to_owned()),
            }));
        }
        Step::Done
    }
}

/// The day that such a reply may name.
fn day_of(kind: ReplyKind) -> Option<&'static str> {
    match kind {
        ReplyKind::Update => Some("Their new day, if they named one"),
        ReplyKind::Offer => Some("Decide by, if they named a day"),
        ReplyKind::Interview => Some("Day of the interview, if it is known"),
        ReplyKind::Rejection | ReplyKind::Other => None,
    }
}
