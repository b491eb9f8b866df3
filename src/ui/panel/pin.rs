//! The next check-in at a moment of the user's own.

use std::collections::BTreeMap;

use egui::{Response, Ui};
use serde::{Deserialize, Serialize};

use super::form::{self, Leave, Moment, Opener};
use crate::app::{Command, Edit, words};
use crate::etiquette::{Action, Why};
use crate::model::{Application, ApplicationId, Scenario};
use crate::time::When;
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::caption;

/// What is typed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    opener: Opener,
    #[serde(skip)]
    fresh: bool,
    at: Moment,
}

/// Shows what can be done about the moment of the next check-in, where there is one.
pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    forms: &mut BTreeMap<ApplicationId, Form>,
) {
    let id = application.id;
    let actions = scene.state.plan.of(id);
    let check_in = actions
        .iter()
        .find(|action| action.task.scenario().is_some_and(Scenario::is_check_in));
    let Some(check_in) = check_in else {
        forms.remove(&id);
        return;
    };
    if let Some(form) = forms.get_mut(&id) {
        if form.show(ui, scene, check_in) {
            forms.remove(&id);
        }
        return;
    }
    let pinned = matches!(check_in.why, Why::Pinned { .. });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let words = if pinned {
            "Choose another moment"
        } else {
            "Choose a moment of your own"
        };
        let pin = Button::link(words).icon(icons::PUSH_PIN).show(ui);
        if pin.clicked() {
            forms.insert(id, Form::new(check_in, scene, &pin));
        }
        if pinned {
            let back = Button::link("Take it back").icon(icons::PUSH_PIN_SLASH);
            if back.show(ui).clicked() {
                scene.send(Command::edit(id, Edit::pin(None)));
            }
        }
    });
}

impl Form {
    fn new(check_in: &Action, scene: &Scene<'_>, opener: &Response) -> Self {
        Self {
            opener: Opener::new(opener),
            fresh: true,
            at: Moment::of(When::Moment(check_in.due), scene.clock),
        }
    }

    fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, check_in: &Action) -> bool {
        let leave = form::sheet(ui, |ui| {
            let entered = self.at.fields(ui, scene.clock, self.fresh);
            let by_rule = match &check_in.why {
                Why::Pinned { by_rule, .. } => *by_rule,
                _ => check_in.due,
            };
            let by_rule = words::when(When::Moment(by_rule), scene.clock);
            caption(ui, &format!("By rule it is {by_rule}"));
            let pressed = form::buttons(ui, "Pin the check-in", |_| {});
            pressed.or(entered.then_some(Leave::Save))
        });
        self.fresh = false;
        let done = match leave {
            None => false,
            Some(Leave::Cancel) => true,
            Some(Leave::Save) => self.save(scene, check_in),
        };
        if done {
            self.opener.refocus(ui);
        }
        done
    }

    fn save(&mut self, scene: &mut Scene<'_>, check_in: &Action) -> bool {
        let morning = scene.state.search.policy.morning;
        let Some(When::Moment(moment)) = self.at.parse(scene.clock, Some(morning)) else {
            return false;
        };
        scene.send(Command::edit(check_in.application, Edit::pin(Some(moment))));
        true
    }
}
