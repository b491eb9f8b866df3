use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use serde::Serialize;
use uuid::Uuid;

use super::{Global, output};
use crate::exchange::demo;
use crate::model::{Application, JobSearch, Scenario};
use crate::reminders::{ReadClock, Target};
use crate::store::{Damage, Opened, Places, Store};
use crate::time::{Clock, Moment, Zone};

/// What one command works with: its clock, and the file of the search.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) clock: Clock,
    pub(super) now: Option<Moment>,
    pub(super) json: bool,
    pub(super) file: PathBuf,
    pub(super) follow: Option<Target>,
    /// The sample search, thrown away at the end.
    demo: Option<Sample>,
}

impl Session {
    pub(super) fn new(global: Global) -> anyhow::Result<Self> {
        let clock = match global.now {
            Some(now) => Clock::at(now, Zone::of_this_machine()),
            None => Clock::system(),
        };
        let demo = global.demo.then(|| Sample::new(&clock)).transpose()?;
        let file = match &demo {
            Some(sample) => sample.file(),
            None => global
                .file
                .or_else(Places::default_file)
                .context("you have no data folder; name a file with --file")?,
        };
        Ok(Self {
            clock,
            now: global.now,
            json: global.json,
            file,
            follow: global.follow,
            demo,
        })
    }

    pub(super) fn is_demo(&self) -> bool {
        self.demo.is_some()
    }

    /// The search, to look at. Where its file is damaged, the newest earlier state stands in.
    pub(super) fn search(&self) -> anyhow::Result<JobSearch> {
        match Store::open(&self.file)? {
            Opened::Loaded { store, notice } => {
                if let Some(notice) = notice {
                    output::note(&notice);
                }
                Ok(store.known().clone())
            }
            Opened::New(store) => Ok(store.known().clone()),
            Opened::Newer(store) => {
                output::note(store.read_only().unwrap_or_default());
                Ok(store.known().clone())
            }
            Opened::Damaged(damage) => earlier_state(&damage),
        }
    }

    /// The search, to change.
    pub(super) fn store(&self) -> anyhow::Result<Store> {
        match Store::open(&self.file)? {
            Opened::Loaded { store, .. } | Opened::New(store) => Ok(store),
            Opened::Newer(store) => {
                bail!(
                    "{}",
                    store
                        .read_only()
                        .unwrap_or("the file is of a newer version")
                )
            }
            Opened::Damaged(damage) => Err(unreadable(&damage)),
        }
    }

    /// The clock for what goes on for long: it stands still where `--now` set it.
    pub(super) fn read_clock(&self) -> ReadClock {
        let (clock, stands_still) = (self.clock, self.now.is_some());
        Arc::new(move || if stands_still { clock } else { Clock::system() })
    }

    /// Prints the answer: as JSON if that was asked for, else as text.
    pub(super) fn answer(
        &self,
        json: &impl Serialize,
        text: impl FnOnce() -> String,
    ) -> anyhow::Result<()> {
        if self.json {
            output::print_json(json)
        } else {
            output::print(&text())
        }
    }
}

/// The application that `--application` names.
pub(super) fn application<'a>(
    search: &'a JobSearch,
    name: &str,
) -> anyhow::Result<&'a Arc<Application>> {
    search
        .find(name)
        .ok_or_else(|| anyhow!("there is no application “{name}” in this search"))
}

/// The occasion that was named, if letters can be begun for it here.
pub(super) fn occasion(search: &JobSearch, scenario: Scenario) -> anyhow::Result<Scenario> {
    if search.has_scenario(scenario) {
        return Ok(scenario);
    }
    let own: Vec<_> = search
        .scenarios
        .iter()
        .map(|own| own.scenario.name())
        .collect();
    let own = match own.as_slice() {
        [] => "there are none of your own".to_owned(),
        own => format!("of your own there are: {}", own.join(", ")),
    };
    Err(anyhow!(
        "there is no scenario “{scenario}” in this search; {own}"
    ))
}

fn earlier_state(damage: &Damage) -> anyhow::Result<JobSearch> {
    let backup = damage.newest_readable().ok_or_else(|| unreadable(damage))?;
    let search = backup.read().map_err(|_| unreadable(damage))?;
    output::note(&format!(
        "{:#}; this is the earlier state in {}",
        unreadable(damage),
        backup.path.display()
    ));
    Ok(search)
}

fn unreadable(damage: &Damage) -> anyhow::Error {
    anyhow!(
        "{} cannot be read: {}",
        damage.path.display(),
        damage.what.why.trim_end_matches('.')
    )
}

/// A sample search in a folder of its own, which goes with it.
#[derive(Debug)]
struct Sample {
    folder: PathBuf,
}

impl Sample {
    fn new(clock: &Clock) -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("afterword-sample-{}", Uuid::now_v7()));
        std::fs::create_dir(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        let sample = Self { folder };
        Store::save_copy(&sample.file(), &demo(clock))?;
        Ok(sample)
    }

    fn file(&self) -> PathBuf {
        let folder: &Path = &self.folder;
        folder.join("sample.ron")
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which clears its temporary folder.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
