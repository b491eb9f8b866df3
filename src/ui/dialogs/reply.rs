//! Log a reply: what they said, and what follows from it. What a pasted text seems to say is
//! proposed beneath it.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Context, Event, Ui};
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields::{self, Consequences};
use super::proposals::{Chosen, Proposals, Taken};
use super::received::Belonging;
use crate::app::{Command, Dialog as Which, Edit};
use crate::exchange::mail::Mail;
use crate::model::{ApplicationId, Reply, ReplyKind};
use crate::reading::LONGEST;
use crate::time::When;
use crate::ui::scene::Scene;
use crate::ui::theme::{metrics, space};
use crate::ui::widgets::date::{DateField, TimeField};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::typed::parse_time;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    application: ApplicationId,
    kind: ReplyKind,
    day: String,
    from: String,
    text: String,
    /// Empty means now.
    date: String,
    time: String,
    /// The mail that it came by, if it did.
    belonging: Option<Belonging>,
    /// Whether the text was longer than is kept.
    cut: bool,
    #[serde(skip)]
    proposals: Proposals,
    #[serde(skip)]
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
            belonging: None,
            cut: false,
            proposals: Proposals::default(),
            consequences: Consequences::default(),
        }
    }

    /// With what a mail says; what it amounts to is proposed.
    pub(super) fn of_mail(mail: &Arc<Mail>, scene: &Scene<'_>) -> Self {
        let belonging = Belonging::new(mail, scene);
        let local = mail.sent.map(|sent| scene.clock.zone.local(sent));
        let application = belonging.application();
        let mut form = Self {
            fresh: false,
            from: belonging.sender(scene),
            text: mail.text.clone(),
            date: local
                .map(|local| local.date().to_string())
                .unwrap_or_default(),
            time: local
                .map(|local| scene.clock.hour(local.time()))
                .unwrap_or_default(),
            belonging: Some(belonging),
            ..Self::new(application.unwrap_or(NOWHERE), scene)
        };
        form.cut = shorten(&mut form.text);
        form
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let edit = self.edit(scene);
        let is_placed = self.belonging.as_ref().is_none_or(|belonging| {
            belonging.application().is_some() && !belonging.is_known(scene)
        });
        let dialog = Dialog::new("reply", "Log a reply", "Cancel")
            .primary("Log the reply")
            .ready(edit.is_some() && is_placed)
            .width(metrics::LETTER);
        let ((), choice) = dialog.show(ctx, |ui| {
            self.fields(ui, scene);
            if let Some(edit) = &edit {
                self.consequences.show(ui, scene, self.application, edit);
            }
        });
        fields::step(choice, || self.confirm(scene))
    }

    fn fields(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.place(ui, scene);
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
        self.text_field(ui);
        self.propose(ui, scene);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let half = (ui.available_width() - space::M) / 2.0;
            DateField::new("Received on, if not now", &mut self.date, today)
                .width(half)
                .show(ui);
            TimeField::new("at", &mut self.time).width(half).show(ui);
        });
    }

    /// Says whose reply it is, or asks.
    fn place(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(belonging) = &mut self.belonging else {
            fields::about(ui, scene, self.application);
            return;
        };
        if belonging.show(ui, scene) {
            self.application = belonging.application().unwrap_or(NOWHERE);
            self.from = belonging.sender(scene);
            self.consequences = Consequences::default();
            // Who wrote it is asked of the people of the other application.
            self.proposals = Proposals::default();
        }
    }

    /// The field for their words. What is far too long is cut before it is laid out.
    fn text_field(&mut self, ui: &mut Ui) {
        ui.input_mut(|input| {
            for event in &mut input.events {
                if let Event::Paste(text) | Event::Text(text) = event {
                    self.cut |= shorten(text);
                }
            }
        });
        let mut field = TextField::new("What they wrote", &mut self.text)
            .example("Paste it, or note it in your words")
            .rows(3)
            .focus(std::mem::take(&mut self.fresh));
        if self.cut {
            field = field.hint(CUT);
        }
        let changed = field.show(ui).changed();
        if changed {
            self.cut = shorten(&mut self.text) || self.cut && self.text.chars().count() == LONGEST;
        }
    }

    /// Proposes what the text seems to say, and takes what the user takes.
    fn propose(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let on = fields::day(&self.date, scene.clock).ok().flatten();
        self.proposals.read(scene, self.application, &self.text, on);
        let chosen = self.chosen(scene);
        let taken = self.proposals.show(ui, &chosen);
        match taken {
            None => return,
            Some(Taken::Kind(kind)) => self.kind = kind,
            Some(Taken::Day(day)) => self.day = day.to_string(),
            Some(Taken::From(name)) => self.from = name,
        }
        // With nothing left to take the keyboard goes back to the text.
        self.fresh = !self.proposals.is_open(&self.chosen(scene));
    }

    fn chosen(&self, scene: &Scene<'_>) -> Chosen {
        Chosen {
            kind: self.kind,
            day: fields::day(&self.day, scene.clock).ok().flatten(),
            from: self.from.trim().to_owned(),
        }
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
        let origin = self.belonging.as_ref().and_then(Belonging::origin);
        Some(Edit::mail(self.at(scene)?, reply, origin))
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

/// Stands for the application while nobody knows it.
const NOWHERE: ApplicationId = ApplicationId(uuid::Uuid::nil());

/// What is said of a text that was cut.
const CUT: &str = "This is long, so only its beginning is kept";

/// Cuts a text that is longer than is read.
fn shorten(text: &mut String) -> bool {
    let end = text.char_indices().nth(LONGEST).map(|(end, _)| end);
    if let Some(end) = end {
        text.truncate(end);
    }
    end.is_some()
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
