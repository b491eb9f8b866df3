//! How did it end? Asked after a card was put on the stage for what is over.

use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields::{self, Consequences};
use crate::app::{Command, Edit};
use crate::model::{Application, ApplicationId, Event, Outcome, ReplyKind};
use crate::ui::scene::Scene;
use crate::ui::theme::metrics;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::segmented::segmented_with_focus;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    applications: Vec<ApplicationId>,
    outcome: Outcome,
    #[serde(skip)]
    consequences: Consequences,
}

impl Form {
    pub(super) fn new(applications: Vec<ApplicationId>, scene: &Scene<'_>) -> Self {
        Self {
            fresh: true,
            outcome: likely(&applications, scene),
            applications,
            consequences: Consequences::default(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let title = match self.applications.len() {
            1 => "How did it end?",
            _ => "How did they end?",
        };
        let dialog = Dialog::new("outcome", title, "Skip")
            .primary("Note the outcome")
            .width(metrics::LETTER);
        let ((), choice) = dialog.show(ctx, |ui| {
            fields::about_all(ui, scene, &self.applications);
            let outcomes = Outcome::ALL.map(|outcome| (outcome, outcome.label()));
            segmented_with_focus(ui, "Outcome", &mut self.outcome, &outcomes, self.fresh);
            let edit = Edit::close(self.outcome);
            self.consequences
                .show_for(ui, scene, &self.applications, &edit);
        });
        self.fresh = false;
        fields::step(choice, || {
            scene.send(Command::FollowUp(
                self.applications.clone(),
                Edit::close(self.outcome),
            ));
            Step::Done
        })
    }
}

/// What the last words of the employers make likely: of several, only what all of them do.
fn likely(applications: &[ApplicationId], scene: &Scene<'_>) -> Outcome {
    let mut each = applications
        .iter()
        .filter_map(|id| scene.state.application(*id))
        .map(|application| likely_of(application));
    let first = each.next().unwrap_or(Outcome::NoResponse);
    if each.all(|other| other == first) {
        first
    } else {
        Outcome::NoResponse
    }
}

fn likely_of(application: &Application) -> Outcome {
    let replies = application.history.iter().rev();
    let last = replies.into_iter().find_map(|entry| match &entry.event {
        Event::Reply(reply) => Some(reply.kind),
        _ => None,
    });
    match last {
        Some(ReplyKind::Rejection) => Outcome::Rejected,
        Some(ReplyKind::Offer) => Outcome::Accepted,
        _ => Outcome::NoResponse,
    }
}
