//! What is to be written, before the desktop asks where; and how far it has come.

use egui::{Context, ProgressBar, Ui};

use super::Step;
use super::fields::{self, title_of};
use crate::app::{Command, Effect, ExportPlan, Progress};
use crate::exchange::{Days, Format, Part};
use crate::model::ApplicationId;
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::text::{caption, muted};

/// What is chosen.
#[derive(Debug)]
pub(super) struct Form {
    format: Format,
    /// One application only.
    application: Option<ApplicationId>,
    from: String,
    until: String,
}

impl Form {
    pub(super) fn new() -> Self {
        Self {
            format: Format::Events,
            application: None,
            from: String::new(),
            until: String::new(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let running = scene.state.exporting.clone();
        let part = self.part(scene).filter(|_| running.is_none());
        let dialog = Dialog::new("export", "Export", "Cancel")
            .primary("Choose the place…")
            .ready(part.is_some());
        let ((), choice) = dialog.show(ctx, |ui| match &running {
            Some(plan) => bar(ui, scene, plan),
            None => self.fields(ui, scene),
        });
        if let Some(plan) = running.filter(|_| choice.is_some()) {
            plan.progress.stop();
        }
        fields::step(choice, || {
            if let Some(part) = part {
                let plan = ExportPlan {
                    format: self.format,
                    part,
                    name: self.file_name(scene),
                    progress: Progress::default(),
                };
                scene.send(Command::Ask(Effect::ChooseExport(plan)));
            }
            // It is closed by what comes of it.
            Step::Open
        })
    }

    fn fields(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let formats = Format::ALL.map(|format| (format, format.label()));
        Choice::new("As", &formats).show(ui, &mut self.format);
        caption(ui, self.format.hint());
        let at_hand = scene.state.at_hand();
        let application = at_hand.and_then(|id| scene.state.application(id));
        if let Some(application) = application {
            let parts = [
                (None, "All applications".to_owned()),
                (Some(application.id), title_of(application)),
            ];
            Choice::new("Of", &parts).show(ui, &mut self.application);
        }
        if self.has_days() {
            let today = scene.clock.today();
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let half = (ui.available_width() - space::M) / 2.0;
                DateField::new("From", &mut self.from, today)
                    .width(half)
                    .show(ui);
                DateField::new("Until", &mut self.until, today)
                    .width(half)
                    .show(ui);
            });
            caption(
                ui,
                "An empty field means from the beginning, and until today.",
            );
        }
    }

    /// Whether it tells of the days between two.
    fn has_days(&self) -> bool {
        match self.format {
            Format::Report => self.application.is_none(),
            Format::Bundle => true,
            Format::Events | Format::Table | Format::Calendar => false,
        }
    }

    fn file_name(&self, scene: &Scene<'_>) -> String {
        let application = self.application.and_then(|id| scene.state.application(id));
        let key = application.map(|application| application.key.as_str());
        self.format.file_name(key)
    }

    /// How much goes out; nothing while a field is wrong.
    fn part(&self, scene: &Scene<'_>) -> Option<Part> {
        let day = |text| fields::day(text, scene.clock).ok();
        let days = if self.has_days() {
            Days {
                from: day(&self.from)?,
                until: day(&self.until)?,
            }
        } else {
            Days::default()
        };
        let is_backwards = days
            .from
            .zip(days.until)
            .is_some_and(|(from, until)| from > until);
        (!is_backwards).then_some(Part {
            application: self.application,
            days,
        })
    }
}

fn bar(ui: &mut Ui, scene: &Scene<'_>, plan: &ExportPlan) {
    let in_all = scene.state.search.applications.len().max(1);
    muted(ui, "Writing…");
    let done = plan.progress.done() as f32 / in_all as f32;
    ui.add(ProgressBar::new(done).desired_height(space::XS));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Banner, BannerKind, Dialog as Which};
    use crate::ui::testing::{Window, search};

    fn asked(window: &Window) -> ExportPlan {
        match window.asked.borrow().last() {
            Some(Effect::ChooseExport(plan)) => plan.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_report_is_of_the_days_that_are_named() {
        let mut window = Window::on(search(&[("Acme", "applied")]));
        window.apply(Command::dialog(Which::Export));
        window.choose_in("As", "Report");
        window.fill("From", "2026-11-09");
        window.fill("Until", "2026-11-02");
        window.press("Choose the place…");
        assert!(window.asked.borrow().is_empty(), "the days are backwards");
        window.fill("Until", "2026-11-20");
        window.press("Choose the place…");
        let plan = asked(&window);
        assert_eq!(
            (plan.format, plan.name.as_str()),
            (Format::Report, "report.md")
        );
        let days = plan.part.days;
        assert_eq!(days.from.unwrap().to_string(), "2026-11-09");
        assert_eq!(days.until.unwrap().to_string(), "2026-11-20");
    }

    #[test]
    fn the_open_application_can_go_out_alone() {
        let mut window = Window::on(search(&[("Acme", "applied"), ("Bolt", "applied")]));
        let acme = window.id("Acme");
        window.apply(Command::open(acme));
        window.apply(Command::dialog(Which::Export));
        window.choose_in("As", "Report");
        window.choose_in("Of", "Acme, Engineer");
        window.press("Choose the place…");
        let plan = asked(&window);
        assert_eq!(plan.part.application, Some(acme));
        assert_eq!(plan.name, "acme.md");
    }

    #[test]
    fn what_takes_its_time_is_seen_and_can_be_stopped() {
        let mut window = Window::on(search(&[("Acme", "applied")]));
        window.apply(Command::dialog(Which::Export));
        window.press("Choose the place…");
        let plan = asked(&window);
        window.apply(Command::Exporting(plan.clone()));
        assert!(window.shows("Writing…"));
        window.press("Cancel");
        assert!(!plan.progress.note(1), "nobody waits for it any more");
        window.apply(Command::dialog(Which::Export));
        let done = Banner::new(BannerKind::News, "Exported to x");
        window.apply(Command::Exported(done));
        assert!(window.state().dialog.is_none() && window.state().exporting.is_none());
    }
}
