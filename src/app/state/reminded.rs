//! What a notification leads to, and what its buttons do.

use super::{Banner, BannerKind, Compose, Reminding, SaveStatus, State, View};
use crate::app::command::{Command, Effect, Go};
use crate::app::dialog::Dialog;
use crate::app::edit::Edit;
use crate::etiquette::{Action, Status, Task};
use crate::model::{Message, Outcome, Scenario};
use crate::reminders::Target;
use crate::time::{Clock, When};

impl State {
    /// Goes to where the action is done: the letter, the dialog, or else the application. One that
    /// was done in the meantime leads to its application.
    pub(super) fn follow_reminder(&mut self, target: Target, clock: &Clock) -> Vec<Effect> {
        let Target::Action(application, _) = target else {
            return self.go(Go::View(View::Today), clock);
        };
        self.dialog = None;
        let Some(action) = self.action(target) else {
            return self.go(Go::Application(application), clock);
        };
        let go = match (action.task, action.interview) {
            (Task::Write(scenario), _) => {
                let person = action.person.clone();
                Go::Compose(application, Compose { scenario, person })
            }
            (Task::Debrief, Some(interview)) => Go::Dialog(Dialog::Debrief {
                application,
                interview,
            }),
            (Task::Close, _) => Go::Dialog(Dialog::Outcome {
                applications: vec![application],
            }),
            (Task::AnswerOffer | Task::Decide | Task::Debrief, _) => Go::Application(application),
        };
        if matches!(go, Go::Dialog(_)) {
            self.open(application, None);
        }
        self.go(go, clock)
    }

    /// Records that an action was done elsewhere, as far as that is known without asking.
    pub(super) fn done_already(&mut self, target: Target, clock: &Clock) -> Vec<Effect> {
        match self.action(target).and_then(|action| done(action, clock)) {
            Some(command) => self.carry_out(command, clock),
            None => Vec::new(),
        }
    }

    /// Offers reminders while the window is closed: once, when there is something to remind of.
    pub(super) fn reminding(&mut self, mut reminding: Reminding) -> Vec<Effect> {
        reminding.trial = self.reminding.trial.take();
        self.reminding = reminding;
        let is_off = self.reminding.login.is_some_and(|login| !login.on);
        if !is_off {
            self.banners
                .retain(|banner| banner.kind != BannerKind::Login);
        }
        let is_open = |action: &Action| action.status != Status::Waiting;
        let is_due = self.plan.actions().any(is_open);
        let is_kept = self.file.is_some() && self.saving != SaveStatus::NotLoaded;
        if !is_off || self.reminding.offered || !is_due || !is_kept {
            return Vec::new();
        }
        self.reminding.offered = true;
        let banner = Banner::new(BannerKind::Login, OFFER)
            .with_action("Remind me", Command::Ask(Effect::StartAtLogin(true)));
        let mut effects = self.tell(banner);
        effects.push(Effect::LoginOffered);
        effects
    }

    fn action(&self, target: Target) -> Option<&Action> {
        let Target::Action(application, _) = target else {
            return None;
        };
        let mut actions = self.plan.of(application).iter();
        actions.find(|action| target.is(action))
    }
}

/// What is asked once.
const OFFER: &str = "Something is due. Shall Afterword remind you also while this window is closed? A small program would start when you log in; Settings can switch it off.";

/// The command that says that an action was done.
fn done(action: &Action, clock: &Clock) -> Option<Command> {
    let edit = match action.task {
        Task::Write(scenario) => Edit::Sent {
            at: When::Moment(clock.now),
            person: action.person.clone(),
            message: message(action, scenario),
        },
        Task::Close => Edit::close(Outcome::NoResponse),
        Task::Debrief | Task::Decide => return Some(Command::NotNeeded(vec![action.clone()])),
        Task::AnswerOffer => return None,
    };
    Some(Command::edit(action.application, edit))
}

/// A message of which only the addressee is known.
fn message(action: &Action, scenario: Scenario) -> Message {
    // Who passes a letter on is not who it is for.
    let to = match &action.person {
        Some(person) => vec![person.clone()],
        None => action.to.clone(),
    };
    Message {
        scenario,
        to,
        channel: None,
        subject: String::new(),
        body: String::new(),
        day: None,
    }
}
