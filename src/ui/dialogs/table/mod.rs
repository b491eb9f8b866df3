//! A table on its way in: what its columns mean, what is to be said about days and stages, and what
//! would come of it.

#[cfg(test)]
mod tests;

use egui::{Context, ProgressBar, Ui};

use super::{Step, fields};
use crate::app::{Command, Effect, Progress, TableOffer, TablePlan, TablePreview};
use crate::exchange::csv::{
    DateOrder, Fate, Field, Imported, Line, Mapping, Report, Standing, Table,
};
use crate::model::Outcome;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, space};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text::{Text, body, caption, divider, muted, strong};

/// What the user has said of the table so far.
#[derive(Debug)]
pub(super) struct Form {
    offer: TableOffer,
    mapping: Mapping,
    /// The look ahead that was asked for last.
    asked: Option<TablePlan>,
}

/// How much of a preview is shown.
const LINES: usize = 12;
const REMARKS: usize = 30;

impl Form {
    pub(super) fn new(offer: &TableOffer) -> Self {
        Self {
            offer: offer.clone(),
            mapping: Mapping::guessed(&offer.0),
            asked: None,
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        self.look_ahead(scene);
        let preview = scene.state.table.as_ref();
        let preview = preview.filter(|preview| Some(&preview.plan) == self.asked.as_ref());
        let made = preview.and_then(|preview| preview.made.as_ref().ok());
        let words = made.map_or_else(|| "Import".to_owned(), |made| button(&made.report));
        let is_ready = made.is_some_and(|made| !made.applications.is_empty());
        let dialog = Dialog::new("table", "Import a table", "Cancel")
            .width(metrics::READING)
            .primary(&words)
            .ready(is_ready);
        let ((), choice) = dialog.show(ctx, |ui| {
            self.source(ui);
            self.order(ui, scene);
            self.outcome(ui, preview);
            divider(ui);
            self.columns(ui);
            self.stages(ui, scene);
        });
        if let Some(progress) = self.progress().filter(|_| choice.is_some()) {
            progress.stop();
        }
        let preview = preview.cloned();
        fields::step(choice, || {
            if let Some(preview) = preview {
                scene.send(Command::TakeInTable(Box::new(preview)));
            }
            Step::Done
        })
    }

    fn progress(&self) -> Option<&Progress> {
        self.asked.as_ref().map(|asked| &asked.progress)
    }

    /// Asks for a look ahead where what is said has changed.
    fn look_ahead(&mut self, scene: &mut Scene<'_>) {
        let is_asked = self
            .asked
            .as_ref()
            .is_some_and(|asked| asked.mapping == self.mapping);
        if is_asked {
            return;
        }
        if let Some(progress) = self.progress() {
            progress.stop();
        }
        let plan = TablePlan {
            offer: self.offer.clone(),
            mapping: self.mapping.clone(),
            progress: Progress::default(),
        };
        self.asked = Some(plan.clone());
        let search = Box::new(scene.state.search.clone());
        scene.send(Command::Ask(Effect::PreviewTable { plan, search }));
    }

    fn table(&self) -> &Table {
        &self.offer.0
    }

    fn source(&self, ui: &mut Ui) {
        let table = self.table();
        let rows = match table.rows {
            1 => "1 row".to_owned(),
            rows => format!("{rows} rows"),
        };
        strong(ui, &format!("{}: {rows}", table.source.title()));
        caption(
            ui,
            &format!("{} · {}", table.origin.label(), table.written_as()),
        );
    }

    /// Asks how days are meant that can be read in two ways.
    fn order(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let today = scene.clock.today();
        for reading in self.mapping.date_readings(&self.offer.0) {
            let day = |order| {
                reading
                    .day(order, today)
                    .map(crate::time::long_day)
                    .unwrap_or_default()
            };
            if reading.is_told {
                let order = reading.order.unwrap_or(DateOrder::DayFirst);
                let words = format!(
                    "“{}” in “{}” is {}",
                    reading.example,
                    reading.column,
                    day(order)
                );
                caption(ui, &words);
                continue;
            }
            let question = format!(
                "Which day is “{}” in “{}”, row {}?",
                reading.example, reading.column, reading.row
            );
            body(ui, &question);
            let options =
                [DateOrder::DayFirst, DateOrder::MonthFirst].map(|order| (Some(order), day(order)));
            let options: Vec<(Option<DateOrder>, &str)> = options
                .iter()
                .map(|(order, words)| (*order, words.as_str()))
                .collect();
            ui.push_id(&reading.column, |ui| {
                segmented(ui, &question, &mut self.mapping.order, &options);
            });
        }
    }

    /// What would come of it.
    fn outcome(&self, ui: &mut Ui, preview: Option<&TablePreview>) {
        match preview.map(|preview| &preview.made) {
            None => {
                let rows = self.table().rows.max(1);
                let done = self.progress().map_or(0, Progress::done);
                muted(ui, "Reading the rows…");
                let part = done as f32 / rows as f32;
                ui.add(ProgressBar::new(part).desired_height(space::XS));
            }
            Some(Err(error)) => {
                let color = ui.tokens().due;
                Text::new(&format!("Not yet: {error}."))
                    .color(color)
                    .show(ui);
            }
            Some(Ok(imported)) => preview_of(ui, imported),
        }
    }

    /// The columns, each with an example and what it means.
    fn columns(&mut self, ui: &mut Ui) {
        strong(ui, "What the columns mean");
        let options: Vec<(Field, &str)> = Field::ALL
            .into_iter()
            .map(|field| (field, field.label()))
            .collect();
        let mut change = None;
        for (place, column) in self.offer.0.columns.iter().enumerate() {
            let Some(mut field) = self.mapping.fields.get(place).copied() else {
                continue;
            };
            ui.push_id(place, |ui| {
                ui.columns(2, |parts| {
                    let [left, right] = parts else { return };
                    left.spacing_mut().item_spacing.y = 0.0;
                    Text::new(&column.name).semibold().rows(1).show(left);
                    let example = match column.examples.as_slice() {
                        [] => "Nothing in it".to_owned(),
                        examples => examples.join(" · "),
                    };
                    let color = left.tokens().muted;
                    Text::new(&example).color(color).rows(1).show(left);
                    let label = format!("Meaning of “{}”", column.name);
                    let choice = Choice::new(&label, &options).hide_label();
                    if choice.show(right, &mut field).changed() {
                        change = Some((place, field));
                    }
                });
            });
        }
        if let Some((place, field)) = change {
            self.mapping.set(place, field);
        }
    }

    /// The words for stages, each with what it means.
    fn stages(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let stages = &scene.state.search.stages;
        let words = self.mapping.stage_words(&self.offer.0, stages);
        if words.is_empty() {
            return;
        }
        divider(ui);
        strong(ui, "What the words for stages mean");
        let stages = stages
            .iter()
            .map(|stage| (Some(Standing::Stage(stage.id.clone())), stage.name.clone()));
        let ends = Outcome::ALL.into_iter().map(|end| {
            (
                Some(Standing::Ended(end)),
                format!("Closed: {}", end.label()),
            )
        });
        let unknown = (None, "Not known: keep it in a note".to_owned());
        let options: Vec<(Option<Standing>, String)> =
            stages.chain(ends).chain([unknown]).collect();
        for (word, count, mut standing) in words {
            ui.push_id(&word, |ui| {
                ui.columns(2, |parts| {
                    let [left, right] = parts else { return };
                    Text::new(&format!("{word} ({count})")).rows(1).show(left);
                    let label = format!("Meaning of “{word}”");
                    let choice = Choice::new(&label, &options).hide_label();
                    if choice.show(right, &mut standing).changed()
                        && let Some(standing) = standing.clone()
                    {
                        self.mapping.stages.insert(word.clone(), standing);
                    }
                });
            });
        }
    }
}

/// What the button does.
fn button(report: &Report) -> String {
    match (report.new, report.changed) {
        (0, 0) => "Import".to_owned(),
        (1, 0) => "Import 1 application".to_owned(),
        (new, 0) => format!("Import {new} applications"),
        (0, 1) => "Update 1 application".to_owned(),
        (0, changed) => format!("Update {changed} applications"),
        (new, changed) => format!("Import {new}, update {changed}"),
    }
}

fn preview_of(ui: &mut Ui, imported: &Imported) {
    let report = &imported.report;
    body(
        ui,
        &format!(
            "{} new, {} changed, {} known already, {} left out",
            report.new, report.changed, report.same, report.left_out
        ),
    );
    remarks(ui, report);
    for line in report.lines.iter().take(LINES) {
        row(ui, line);
    }
    let more = report.taken().saturating_sub(LINES);
    if more > 0 {
        muted(ui, &format!("and {more} more"));
    }
}

/// What is to be said of rows, those first that do not come in.
fn remarks(ui: &mut Ui, report: &Report) {
    let (out, rest): (Vec<_>, Vec<_>) = report.remarks.iter().partition(|remark| remark.left_out);
    for remark in out.iter().chain(&rest).take(REMARKS) {
        let color = if remark.left_out {
            ui.tokens().late
        } else {
            ui.tokens().due
        };
        let left_out = if remark.left_out { "Left out. " } else { "" };
        Text::new(&format!("{left_out}{}", remark.sentence()))
            .color(color)
            .show(ui);
    }
    let more = report.remarks_in_all.saturating_sub(REMARKS);
    if more > 0 {
        muted(ui, &format!("and {more} more remarks"));
    }
}

fn row(ui: &mut Ui, line: &Line) {
    let fate = match &line.fate {
        Fate::New => "new".to_owned(),
        Fate::Changed(what) => format!("changes {}", what.join(", ")),
        Fate::Same => "known already".to_owned(),
    };
    let words = format!(
        "{} · {}, {} · {} · {} · {fate}",
        line.row, line.company, line.position, line.applied, line.stage
    );
    let color = ui.tokens().muted;
    Text::new(&words).color(color).rows(1).show(ui);
}
