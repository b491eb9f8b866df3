//! How did it end? Asked after a card was put on the stage for what is over.

use egui::Context;
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields::{self, Consequences};
use crate::app::{Command, Edit};
use crate::model::{ApplicationId, Event, Outcome, ReplyKind};
use crate::ui::scene::Scene;
use crate::ui::theme::metrics;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::segmented::segmented_with_focus;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    application: ApplicationId,
    outcome: Outcome,
    #[serde(skip)]
    consequences: Consequences,
}

impl Form {
    pub(super) fn new(application: ApplicationId, scene: &Scene<'_>) -> Self {
        Self {
            fresh: true,
            application,
            outcome: likely(application, scene),
            consequences: Consequences::default(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let dialog = Dialog::new("outcome", "How did it end?", "Skip")
            .primary("Note the outcome")
            .width(metrics::LETTER);
        let ((), choice) = dialog.show(ctx, |ui| {
            fields::about(ui, scene, self.application);
            let outcomes = Outcome::ALL.map(|outcome| (outcome, outcome.label()));
            segmented_with_focus(ui, "Outcome", &mut self.outcome, &outcomes, self.fresh);
            let edit = Edit::close(self.outcome);
            self.consequences.show(ui, scene, self.application, &edit);
        });
        self.fresh = false;
        fields::step(choice, || {
            scene.send(Command::FollowUp(
                self.application,
                Edit::close(self.outcome),
            ));
            Step::Done
        })
    }
}

/// What the last word of the employer makes likely.
fn likely(application: ApplicationId, scene: &Scene<'_>) -> Outcome {
    let last = scene
        .state
        .application(application)
        .and_then(|application| {
            application
                .history
                .iter()
                .rev()
                .find_map(|entry| match &entry.event {
                    Event::Reply(reply) => Some(reply.kind),
                    _ => None,
                })
        });
    match last {
        Some(ReplyKind::Rejection) => Outcome::Rejected,
        Some(ReplyKind::Offer) => Outcome::Accepted,
        _ => Outcome::NoResponse,
    }
}
