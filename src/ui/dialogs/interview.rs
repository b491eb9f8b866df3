//! An interview: when, how long, how, and with whom.

use chrono::NaiveDate;
use egui::{Context, Ui};
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields::{self, NOT_A_DAY};
use crate::app::{Command, Edit};
use crate::model::{ApplicationId, EntryId, Event, Format, Interview};
use crate::time::{Moment, When};
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
    entry: Option<EntryId>,
    date: String,
    time: String,
    minutes: String,
    format: Format,
    with: String,
    round: String,
    #[serde(skip)]
    tried: bool,
}

impl Form {
    pub(super) fn new(
        application: ApplicationId,
        entry: Option<EntryId>,
        scene: &Scene<'_>,
    ) -> Self {
        let mut form = Self {
            fresh: true,
            application,
            entry,
            date: String::new(),
            time: String::new(),
            minutes: "60".to_owned(),
            format: Format::Video,
            with: String::new(),
            round: String::new(),
            tried: false,
        };
        let known = scene.state.application(application);
        let entry = known.zip(entry).and_then(|(known, id)| known.entry(id));
        if let Some((start, _, interview)) = entry.and_then(|entry| entry.interview()) {
            let local = scene.clock.zone.local(start);
            form.date = local.date().to_string();
            form.time = scene.clock.hour(local.time());
            form.minutes = interview.minutes.to_string();
            form.format = interview.format;
            form.with = interview.with.join(", ");
            form.round = interview.round.clone().unwrap_or_default();
        }
        form
    }

    /// A new one, with the day and the person that the invitation named.
    pub(super) fn invited(
        application: ApplicationId,
        day: Option<NaiveDate>,
        from: Option<&str>,
        scene: &Scene<'_>,
    ) -> Self {
        Self {
            date: day.map(|day| day.to_string()).unwrap_or_default(),
            with: from.unwrap_or_default().to_owned(),
            ..Self::new(application, None, scene)
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let (title, primary) = match self.entry {
            None => ("Add an interview", "Add the interview"),
            Some(_) => ("Change the interview", "Change it"),
        };
        let dialog = Dialog::new("interview", title, "Cancel").primary(primary);
        let ((), choice) = dialog.show(ctx, |ui| self.fields(ui, scene));
        self.fresh = false;
        fields::step(choice, || self.confirm(scene))
    }

    fn fields(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        fields::about(ui, scene, self.application);
        self.when(ui, scene);
        ui.scope(|ui| {
            let formats = Format::ALL.map(|format| (format, format.label()));
            segmented(ui, "Format", &mut self.format, &formats);
        });
        let known = fields::known(scene, self.application);
        fields::people(ui, "With", &mut self.with, &known, false);
        TextField::new("Round", &mut self.round)
            .example("Second round")
            .show(ui);
    }

    fn when(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let needed = |value: &str, words| (self.tried && value.trim().is_empty()).then_some(words);
        let (no_date, no_time) = (
            needed(&self.date, NOT_A_DAY),
            needed(&self.time, "Write a time such as 14:30"),
        );
        let no_minutes =
            (self.tried && self.length().is_none()).then_some("Minutes, from 1 to 1440");
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let third = (ui.available_width() - 2.0 * space::M) / 3.0;
            let date = DateField::new("Date", &mut self.date, scene.clock.today())
                .error(no_date)
                .width(third.max(metrics::FIELD))
                .show(ui);
            if self.fresh {
                date.response.request_focus();
            }
            TimeField::new("Time", &mut self.time)
                .error(no_time)
                .width(third)
                .show(ui);
            TextField::new("Minutes", &mut self.minutes)
                .example("60")
                .error(no_minutes)
                .width(third)
                .show(ui);
        });
    }

    fn length(&self) -> Option<u32> {
        let minutes = self.minutes.trim().parse().ok()?;
        (1..=1440).contains(&minutes).then_some(minutes)
    }

    fn start(&self, scene: &Scene<'_>) -> Option<Moment> {
        let date = fields::day(&self.date, scene.clock).ok()??;
        let time = parse_time(&self.time)?;
        Some(scene.clock.zone.at(date.and_time(time)))
    }

    fn confirm(&mut self, scene: &mut Scene<'_>) -> Step {
        self.tried = true;
        let (Some(start), Some(minutes)) = (self.start(scene), self.length()) else {
            return Step::Open;
        };
        let round = self.round.trim();
        let interview = Interview {
            minutes,
            format: self.format,
            with: fields::names(&self.with),
            round: (!round.is_empty()).then(|| round.to_owned()),
        };
        let edit = match self.entry {
            None => Edit::interview(start, interview),
            Some(id) => Edit::ChangeEntry {
                id,
                at: When::Moment(start),
                event: Event::Interview(interview),
            },
        };
        scene.send(Command::edit(self.application, edit));
        Step::Done
    }
}
