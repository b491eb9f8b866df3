//! Notifications for what falls due while the window is open.

use std::sync::Arc;

use egui::Context;

use super::clock::ClockSource;
use crate::app::{self, Command};
use crate::model::JobSearch;
use crate::reminders::{Notifier, NotifierStatus, SystemDesktop};
use crate::store::Store;

/// The notifier of the search that the window shows, if that search is kept in a file.
#[derive(Default)]
pub(super) struct Reminding {
    notifier: Option<Notifier>,
    /// What the window was told about it.
    told: app::NotifierStatus,
}

impl Reminding {
    /// From now on notifies of the search in that store.
    pub(super) fn watch(&mut self, store: &Store, clock: &ClockSource, ctx: &Context) {
        let ctx = ctx.clone();
        // The one before lets go of its lock first.
        self.notifier = None;
        self.notifier = Some(Notifier::start(
            store.places(),
            store.known().clone(),
            Arc::new(SystemDesktop),
            clock.for_a_thread(),
            Arc::new(move || ctx.request_repaint()),
        ));
    }

    /// The search has changed.
    pub(super) fn update(&self, search: &JobSearch) {
        if let Some(notifier) = &self.notifier {
            notifier.update(search.clone());
        }
    }

    /// Tries again at once what could not be shown.
    pub(super) fn retry(&self) {
        if let Some(notifier) = &self.notifier {
            notifier.look_now();
        }
    }

    /// How notifying goes, if the window does not know yet.
    pub(super) fn news(&mut self) -> Option<Command> {
        let status = match self.notifier.as_ref()?.status() {
            NotifierStatus::Working | NotifierStatus::Elsewhere => app::NotifierStatus::Working,
            NotifierStatus::Failing(why) => app::NotifierStatus::Unavailable(why),
        };
        if status == self.told {
            return None;
        }
        self.told = status.clone();
        Some(Command::Notifier(status))
    }
}
