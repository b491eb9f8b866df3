use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::bail;
use clap::Args;
use serde::Serialize;

use super::session::Session;
use crate::reminders::{Notifier, NotifierStatus, SystemDesktop};
use crate::store::{Opened, Places, Store};

/// Raises what falls due while no window is open
#[derive(Debug, Args)]
pub(super) struct Agent {
    /// Raise what is due now, then exit
    #[arg(long)]
    once: bool,
}

#[derive(Debug, Serialize)]
struct Json {
    /// `done`, or `elsewhere` where another window or agent notifies of this search.
    notified: &'static str,
}

/// How often the file is looked at for changes.
const LOOK: Duration = Duration::from_secs(30);

impl Agent {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let places = Places::of(&session.file)?;
        if self.once {
            once(session, &places)
        } else {
            stay(session, &places)
        }
    }
}

fn once(session: &Session, places: &Places) -> anyhow::Result<()> {
    let clock = session.read_clock();
    let (notified, text) =
        match Notifier::once(places, session.search()?, Arc::new(SystemDesktop), clock) {
            NotifierStatus::Working => ("done", "What is due has been raised.\n"),
            NotifierStatus::Elsewhere => (
                "elsewhere",
                "Another window or agent notifies of this search.\n",
            ),
            NotifierStatus::Failing(why) => bail!("what is due could not be shown: {why}"),
        };
    session.answer(&Json { notified }, || text.to_owned())
}

/// Notifies until the process is ended. The ledger is on the disk before anything is shown, so that
/// an end at any moment loses nothing.
fn stay(session: &Session, places: &Places) -> anyhow::Result<()> {
    let search = session.search()?;
    let clock = session.read_clock();
    let notifier = Notifier::start(
        places,
        search,
        Arc::new(SystemDesktop),
        clock,
        Arc::new(|| {}),
    );
    let mut store = None;
    loop {
        follow(&session.file, &mut store, &notifier);
        thread::sleep(LOOK);
    }
}

/// Tells the notifier what has changed in the file. One that cannot be read is tried again at the
/// next look; until then the last known state counts.
fn follow(file: &Path, store: &mut Option<Store>, notifier: &Notifier) {
    match store {
        Some(store) => {
            if store.refresh().is_ok_and(|found| found.merged) {
                notifier.update(store.known().clone());
            }
        }
        None => {
            if let Ok(
                Opened::Loaded { store: opened, .. } | Opened::New(opened) | Opened::Newer(opened),
            ) = Store::open(file)
            {
                notifier.update(opened.known().clone());
                *store = Some(opened);
            }
        }
    }
}
