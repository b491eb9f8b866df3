//! The button that does what an action asks for, wherever the action is shown.

use egui::{Response, Ui};

use super::icons;
use super::scene::Scene;
use super::widgets::button::Button;
use super::widgets::menu::{MenuItem, menu_on};
use crate::app::{Command, Dialog, Edit};
use crate::etiquette::{Action, Task};
use crate::model::{Outcome, Scenario};

/// Shows the button. `about` says what it is for, where the words alone do not.
pub fn button(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    action: &Action,
    primary: bool,
    about: &str,
) -> Option<Response> {
    let (words, command) = match action.task {
        Task::AnswerOffer | Task::Decide => return Some(answer(ui, scene, action, primary, about)),
        Task::Write(scenario) => {
            let words = if scenario == Scenario::Phone {
                "Prepare"
            } else {
                "Write"
            };
            (words, letter(action, scenario))
        }
        Task::Debrief => {
            let dialog = Dialog::Debrief {
                application: action.application,
                interview: action.interview?,
            };
            ("Note it", Command::dialog(dialog))
        }
        Task::Close => (
            "Close",
            Command::edit(action.application, Edit::close(Outcome::NoResponse)),
        ),
    };
    let response = kind(words, primary).show(ui);
    describe(&response, about);
    if response.clicked() {
        scene.send(command);
    }
    Some(response)
}

/// The ways to answer an offer.
fn answer(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    action: &Action,
    primary: bool,
    about: &str,
) -> Response {
    let response = kind("Answer", primary).caret().show(ui);
    describe(&response, about);
    menu_on(&response, |ui| {
        for (words, icon, scenario) in [
            ("Ask for time…", icons::CLOCK, Scenario::AskForTime),
            ("Accept…", icons::HANDSHAKE, Scenario::Accept),
            ("Decline…", icons::SIGN_OUT, Scenario::Withdraw),
        ] {
            if MenuItem::new(words).icon(icon).show(ui).clicked() {
                scene.send(letter(action, scenario));
            }
        }
    });
    response
}

fn kind(words: &str, primary: bool) -> Button<'_> {
    if primary {
        Button::primary(words)
    } else {
        Button::secondary(words)
    }
}

fn letter(action: &Action, scenario: Scenario) -> Command {
    Command::compose(action.application, scenario, action.person.clone())
}

fn describe(response: &Response, about: &str) {
    let about = super::widgets::text::one_line(about).into_owned();
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_description(about);
    });
}
