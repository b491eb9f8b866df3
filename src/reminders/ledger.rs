use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::etiquette::Action;
use crate::store::{Disk, Lock, Places, RealDisk, lock_within, replace};
use crate::time::Moment;

/// What is remembered of an action that is no longer there, for this long.
const REMEMBERED: TimeDelta = TimeDelta::days(60);

/// No ledger is larger.
const LARGEST: u64 = 32_000_000;

/// Names an action over restarts: the application, the task, and whom or what it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(String);

impl Key {
    /// The key of `action`.
    pub fn of(action: &Action) -> Self {
        let mut key = format!("{}/{}", action.application.0, action.task.name());
        if let Some(interview) = action.interview {
            key.push_str(&format!("/{}", interview.0));
        }
        if let Some(person) = &action.person {
            key.push_str(&format!("/{person}"));
        }
        Self(key)
    }

    /// A number for the notification service, so that a second one of this action replaces the
    /// first. Far from the small numbers that services count up.
    pub(crate) fn number(&self) -> u32 {
        number(&self.0)
    }
}

/// A stable number for `text` (FNV-1a): services know notifications by number, also after a
/// restart.
pub(crate) fn number(text: &str) -> u32 {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash | 0x8000_0000
}

/// How far a reminder has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum State {
    /// About to be shown.
    Claimed,
    /// Shown, or let pass because the clock was set back.
    Done,
}

/// What is remembered of one action.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    /// The newest reminder that was raised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) raised: Option<(Moment, State)>,
    /// Until when it is to be quiet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) snoozed: Option<Moment>,
    /// Its due moment when the user wanted to hear no more of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dismissed: Option<Moment>,
}

impl Record {
    fn newest(&self) -> Option<Moment> {
        let raised = self.raised.map(|(moment, _)| moment);
        raised.max(self.snoozed).max(self.dismissed)
    }
}

/// What was raised, snoozed and dismissed. It may be lost without harm beyond a repetition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ledger {
    /// When somebody last looked what is due (to some minutes).
    pub(crate) last_look: Option<Moment>,
    /// What is remembered of each action.
    pub(crate) records: BTreeMap<Key, Record>,
}

impl Ledger {
    /// Writes down that the reminder is about to be shown. A snooze has come to its end with it.
    pub fn claim(&mut self, key: &Key, moment: Moment) {
        let record = self.record(key);
        record.raised = Some((moment, State::Claimed));
        record.snoozed = None;
    }

    /// Writes down that the reminder was shown, or is not to be.
    pub fn done(&mut self, key: &Key, moment: Moment) {
        self.record(key).raised = Some((moment, State::Done));
    }

    /// Has the action be quiet until then, and then raised again.
    pub fn snooze(&mut self, key: &Key, until: Moment) {
        let record = self.record(key);
        record.snoozed = Some(until);
    }

    /// Has the action, as it is due then, raised no more.
    pub fn dismiss(&mut self, key: &Key, due: Moment) {
        let record = self.record(key);
        record.dismissed = Some(due);
        record.snoozed = None;
    }

    /// Forgets what is old and of no action that is there.
    pub fn prune(&mut self, present: &BTreeSet<Key>, now: Moment) {
        let is_fresh = |record: &Record| {
            record
                .newest()
                .is_some_and(|moment| now.signed_duration_since(moment) < REMEMBERED)
        };
        self.records
            .retain(|key, record| present.contains(key) || is_fresh(record));
    }

    fn record(&mut self, key: &Key) -> &mut Record {
        self.records.entry(key.clone()).or_default()
    }
}

/// The ledger on the disk. What cannot be written is remembered for as long as this lives.
pub struct LedgerFile {
    path: PathBuf,
    lock: PathBuf,
    disk: Arc<dyn Disk>,
    read: Vec<u8>,
    known: Ledger,
    /// Whether `known` has what the disk has not.
    unwritten: bool,
}

impl LedgerFile {
    /// The ledger of the search at `places`.
    pub fn new(places: &Places) -> Self {
        Self::on(Arc::new(RealDisk), places)
    }

    pub(crate) fn on(disk: Arc<dyn Disk>, places: &Places) -> Self {
        Self {
            path: places.ledger(),
            lock: places.ledger_lock(),
            disk,
            read: Vec::new(),
            known: Ledger::default(),
            unwritten: false,
        }
    }

    /// What it says now. One that cannot be read says nothing new.
    pub fn read(&mut self) -> &Ledger {
        if let Ok(bytes) = self.disk.read(&self.path, LARGEST)
            && bytes != self.read
        {
            if let Ok(ledger) = ron::de::from_bytes(&bytes) {
                self.known = ledger;
            }
            self.read = bytes;
        }
        &self.known
    }

    /// Changes what it says; when this returns without an error, it is on the disk.
    ///
    /// # Errors
    /// It could not be written; this run remembers it all the same.
    pub fn change(&mut self, change: impl FnOnce(&mut Ledger)) -> Result<(), String> {
        const PATIENCE: Duration = Duration::from_secs(2);
        let lock = lock_within(&self.lock, PATIENCE);
        let before = self.read().clone();
        change(&mut self.known);
        if self.known == before && !self.unwritten {
            return Ok(());
        }
        self.unwritten = true;
        if matches!(lock, Lock::Busy) {
            return Err("the reminders’ file is in use by another program".to_owned());
        }
        let text = ron::ser::to_string_pretty(&self.known, ron::ser::PrettyConfig::new())
            .map_err(io::Error::other)
            .map_err(|error| error.to_string())?;
        replace(&*self.disk, &self.path, text.as_bytes())
            .map_err(|error| format!("the reminders’ file cannot be written: {error}"))?;
        self.read = text.into_bytes();
        self.unwritten = false;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn places(folder: &tempfile::TempDir) -> Places {
        Places::of(&folder.path().join("afterword.ron")).unwrap()
    }

    #[test]
    fn it_says_the_same_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        let (one, two) = (Key("one".to_owned()), Key("two".to_owned()));
        let at = moment("2026-11-30T09:00:00+01:00");
        let mut file = LedgerFile::new(&places);
        file.change(|ledger| {
            ledger.claim(&one, at);
            ledger.snooze(&two, at);
            ledger.last_look = Some(at);
        })
        .unwrap();
        let known = file.read().clone();
        assert_eq!(*LedgerFile::new(&places).read(), known);
        assert_eq!(known.records.len(), 2);
    }

    #[test]
    fn two_programs_see_what_the_other_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        let at = moment("2026-11-30T09:00:00+01:00");
        let (mut one, mut two) = (LedgerFile::new(&places), LedgerFile::new(&places));
        for n in 0..10 {
            one.change(|ledger| ledger.claim(&Key(format!("one {n}")), at))
                .unwrap();
            two.change(|ledger| ledger.claim(&Key(format!("two {n}")), at))
                .unwrap();
        }
        assert_eq!(one.read().records.len(), 20);
    }

    #[test]
    fn a_damaged_one_or_a_folder_in_its_place_is_no_disaster() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        let key = Key("one".to_owned());
        let at = moment("2026-11-30T09:00:00+01:00");
        std::fs::write(places.ledger(), "(records: {").unwrap();
        let mut file = LedgerFile::new(&places);
        assert_eq!(*file.read(), Ledger::default());
        file.change(|ledger| ledger.claim(&key, at)).unwrap();
        assert_eq!(LedgerFile::new(&places).read().records.len(), 1);

        std::fs::remove_file(places.ledger()).unwrap();
        std::fs::create_dir(places.ledger()).unwrap();
        let mut file = LedgerFile::new(&places);
        assert!(file.change(|ledger| ledger.claim(&key, at)).is_err());
        assert_eq!(file.read().records.len(), 1, "remembered for this run");
    }

    #[test]
    fn old_records_of_what_is_gone_are_forgotten() {
        let (here, gone, fresh) = (
            Key("here".to_owned()),
            Key("gone".to_owned()),
            Key("fresh".to_owned()),
        );
        let mut ledger = Ledger::default();
        let old = moment("2026-01-01T09:00:00+01:00");
        ledger.done(&here, old);
        ledger.done(&gone, old);
        ledger.done(&fresh, moment("2026-11-01T09:00:00+01:00"));
        ledger.prune(
            &BTreeSet::from([here.clone()]),
            moment("2026-11-30T09:00:00+01:00"),
        );
        assert_eq!(ledger.records.keys().collect::<Vec<_>>(), [&fresh, &here]);
    }
}
