//! The agent: notifies of what falls due while no window is open.

mod granting;
mod memory;

use std::path::Path;
use std::sync::Arc;

use anyhow::bail;
use clap::Args;
use serde::Serialize;

use super::session::Session;
use crate::model::JobSearch;
use crate::reminders::{Notifier, NotifierStatus, Surroundings, SystemDesktop, login};
use crate::store::{Opened, Places, Store};

/// Raises what falls due while no window is open
#[derive(Debug, Args)]
pub(super) struct Agent {
    /// Raise what is due now, then exit
    #[arg(long)]
    once: bool,
    /// Started at login: end when that is switched off
    #[arg(long, hide = true)]
    at_login: bool,
}

#[derive(Debug, Serialize)]
struct Json {
    /// `done`, or `elsewhere` where another window or agent notifies of this search.
    notified: &'static str,
}

impl Agent {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let places = Places::of(&session.file)?;
        let around = Surroundings {
            desktop: Arc::<SystemDesktop>::default(),
            clock: session.read_clock(),
            grant: granting::granting(&session.file, session.read_clock()),
            wake: Arc::new(|| {}),
        };
        if self.once {
            once(session, &places, &around)
        } else {
            let _announced = login::announce(&places);
            if let Err(error) = login::repair() {
                tracing::warn!("the start at login is not mended: {error}");
            }
            self.stay(session, &places, &around);
            Ok(())
        }
    }

    /// Notifies until the process is ended. The ledger is on the disk before anything is shown, so
    /// that an end at any moment loses nothing.
    fn stay(&self, session: &Session, places: &Places, around: &Surroundings) {
        let mut store = None;
        let search = look_at(&session.file, &mut store).unwrap_or_default();
        let (file, ends_with_entry) = (session.file.clone(), self.at_login);
        let refresh = move || {
            memory::trim();
            if ends_with_entry && !login::is_on() {
                std::process::exit(0);
            }
            look_at(&file, &mut store)
        };
        Notifier::stay(places, search, around, Box::new(refresh));
    }
}

fn once(session: &Session, places: &Places, around: &Surroundings) -> anyhow::Result<()> {
    let (notified, text) = match Notifier::once(places, session.search()?, around) {
        NotifierStatus::Working => ("done", "What is due has been raised.\n"),
        NotifierStatus::Elsewhere => (
            "elsewhere",
            "Another window or agent notifies of this search.\n",
        ),
        NotifierStatus::Failing(why) => bail!("what is due could not be shown: {why}"),
    };
    session.answer(&Json { notified }, || text.to_owned())
}

/// What is in the file now, if that is new. One that is gone or cannot be read is tried again at
/// the next look; until then the last known state counts.
fn look_at(file: &Path, store: &mut Option<Store>) -> Option<JobSearch> {
    if let Some(store) = store {
        let merged = store.refresh().is_ok_and(|found| found.merged);
        return merged.then(|| store.known().clone());
    }
    match Store::open(file) {
        Ok(Opened::Loaded { store: opened, .. } | Opened::New(opened) | Opened::Newer(opened)) => {
            Some(store.insert(opened).known().clone())
        }
        Ok(Opened::Damaged(damage)) => damage.newest_readable()?.read().ok(),
        Err(_) => None,
    }
}
