use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::snooze::Quiet;
use crate::etiquette::Action;
use crate::store::{Disk, Lock, Places, RealDisk, left_behind, lock_within, replace};
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
    /// About to be shown, since then.
    Claimed(Moment),
    /// Shown, or let pass because the clock was set back.
    Done,
}

/// Which reminder of an action was raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Told {
    /// The moment it was for.
    pub(crate) moment: Moment,
    /// How many of the action's reminders had come by then, itself included.
    pub(crate) nth: usize,
    /// When the action was due then.
    pub(crate) due: Moment,
}

/// A notification as a service knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shown {
    /// Its number there.
    pub id: u32,
    /// Which run of which service gave the number: another one knows it not, or as another's.
    pub by: u32,
}

/// What is remembered of one action.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    /// The newest reminder that was raised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) told: Option<(Told, State)>,
    /// The notification that is about it, as long as it may be on the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) shown: Option<Shown>,
    /// Until when it is to be quiet.
    #[serde(skip_serializing_if = "Option::is_none")]
    snoozed: Option<Moment>,
    /// Its due moment when the user wanted to hear no more of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    dismissed: Option<Moment>,
}

impl Record {
    /// How it is kept quiet, if that has not ended in the meantime.
    pub(crate) fn quiet(&self) -> Option<Quiet> {
        let snoozed = self.snoozed.map(Quiet::Until);
        snoozed.or(self.dismissed.map(Quiet::NotNeeded))
    }

    /// Whether neither a notifier nor the user did anything about it yet.
    pub(crate) fn is_untouched(&self) -> bool {
        self.told.is_none() && self.quiet().is_none()
    }

    fn newest(&self) -> Option<Moment> {
        let told = self.told.map(|(told, _)| told.moment);
        told.max(self.snoozed).max(self.dismissed)
    }
}

/// The ledger's own version; a higher one is of a newer program.
const VERSION: u32 = 1;

/// What was raised, snoozed and dismissed. It may be lost without harm beyond a repetition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ledger {
    version: u32,
    /// When somebody last looked what is due (to some minutes).
    pub(crate) last_look: Option<Moment>,
    /// Whether the user was asked whether reminders are to begin at login.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) login_offered: bool,
    /// What is remembered of each action.
    pub(crate) records: BTreeMap<Key, Record>,
}

impl Ledger {
    /// When somebody last looked what is due, to some minutes.
    pub fn last_look(&self) -> Option<Moment> {
        self.last_look
    }

    /// Writes down that the reminder is about to be shown. A snooze has come to its end with it.
    pub(crate) fn claim(&mut self, key: &Key, told: Told, now: Moment) {
        let record = self.record(key);
        record.told = Some((told, State::Claimed(now)));
        record.snoozed = None;
    }

    /// Writes down that the reminder was shown, or is not to be.
    pub(crate) fn done(&mut self, key: &Key, told: Told, shown: Option<Shown>) {
        let record = self.record(key);
        record.told = Some((told, State::Done));
        record.shown = shown.or(record.shown);
    }

    /// Writes down that a notification is on the screen no more.
    pub(crate) fn withdrawn(&mut self, shown: Shown) {
        for record in self.records.values_mut() {
            if record.shown == Some(shown) {
                record.shown = None;
            }
        }
    }

    /// The actions that a notification is about.
    pub(crate) fn shown_by(&self, shown: Shown) -> Vec<Key> {
        let by = |(_, record): &(&Key, &Record)| record.shown == Some(shown);
        let keys = self.records.iter().filter(by);
        keys.map(|(key, _)| key.clone()).collect()
    }

    /// Keeps the action quiet, or no more.
    pub fn keep_quiet(&mut self, key: &Key, quiet: Option<Quiet>) {
        let record = self.record(key);
        record.snoozed = None;
        record.dismissed = None;
        match quiet {
            Some(Quiet::Until(until)) => record.snoozed = Some(until),
            Some(Quiet::NotNeeded(due)) => record.dismissed = Some(due),
            None => {}
        }
    }

    /// What is kept quiet, and how; some of it may have ended since.
    pub fn quiet(&self) -> BTreeMap<Key, Quiet> {
        self.records
            .iter()
            .filter_map(|(key, record)| Some((key.clone(), record.quiet()?)))
            .collect()
    }

    /// Forgets what is old and of no action that is there, and snoozes that have come to their end
    /// while what they put off was done.
    pub fn prune(&mut self, present: &BTreeSet<Key>, now: Moment) {
        let is_fresh = |record: &Record| {
            record
                .newest()
                .is_some_and(|moment| now.signed_duration_since(moment) < REMEMBERED)
        };
        self.records
            .retain(|key, record| present.contains(key) || is_fresh(record));
        for (key, record) in &mut self.records {
            if !present.contains(key) {
                record.snoozed = record.snoozed.filter(|until| *until > now);
            }
        }
    }

    /// Takes over what another version of it knows of later moments.
    fn take_in(&mut self, other: Self) {
        for (key, theirs) in other.records {
            let ours = self.record(&key);
            if theirs.newest() >= ours.newest() {
                *ours = theirs;
            }
        }
        self.last_look = self.last_look.max(other.last_look);
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
    /// Whether a newer program wrote it: it is read as far as it is known, and left as it is.
    is_newer: bool,
    revision: u64,
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
            is_newer: false,
            revision: 0,
        }
    }

    /// What it says now. One that cannot be read says nothing new.
    pub fn read(&mut self) -> &Ledger {
        if let Ok(bytes) = self.disk.read(&self.path, LARGEST)
            && bytes != self.read
        {
            if let Ok(ledger) = ron::de::from_bytes::<Ledger>(&bytes) {
                self.is_newer = ledger.version > VERSION;
                let before = std::mem::replace(&mut self.known, ledger);
                if self.unwritten {
                    self.known.take_in(before);
                }
            }
            self.read = bytes;
            self.revision += 1;
        }
        &self.known
    }

    /// Grows whenever it may say something else.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
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
        self.revision += 1;
        if matches!(lock, Lock::Busy) {
            return Err("the reminders’ file is in use by another program".to_owned());
        }
        if self.is_newer {
            return Err("the reminders’ file is of a newer version of Afterword".to_owned());
        }
        self.known.version = VERSION;
        let text = ron::ser::to_string_pretty(&self.known, ron::ser::PrettyConfig::new())
            .map_err(io::Error::other)
            .map_err(|error| error.to_string())?;
        replace(&*self.disk, &self.path, text.as_bytes()).map_err(|error| {
            self.tidy(&lock);
            format!("the reminders’ file cannot be written: {error}")
        })?;
        self.read = text.into_bytes();
        self.unwritten = false;
        Ok(())
    }

    /// Takes away what could not be put in the ledger's place. A search would keep it; the ledger is
    /// tried again twice a minute, and would fill the folder.
    fn tidy(&self, lock: &Lock) {
        if matches!(lock, Lock::Held(_)) {
            for left in left_behind(&self.path) {
                // What cannot be removed now can be the next time.
                let _ = self.disk.remove(&left);
            }
        }
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

    fn told(text: &str) -> Told {
        Told {
            moment: moment(text),
            nth: 1,
            due: moment(text),
        }
    }

    const AT: &str = "2026-11-30T09:00:00+01:00";

    #[test]
    fn it_says_the_same_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        let (one, two) = (Key("one".to_owned()), Key("two".to_owned()));
        let at = moment(AT);
        let mut file = LedgerFile::new(&places);
        file.change(|ledger| {
            ledger.claim(&one, told(AT), at);
            ledger.keep_quiet(&two, Some(Quiet::Until(at)));
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
        let (mut one, mut two) = (LedgerFile::new(&places), LedgerFile::new(&places));
        for n in 0..10 {
            one.change(|ledger| ledger.claim(&Key(format!("one {n}")), told(AT), moment(AT)))
                .unwrap();
            two.change(|ledger| ledger.claim(&Key(format!("two {n}")), told(AT), moment(AT)))
                .unwrap();
        }
        assert_eq!(one.read().records.len(), 20);
    }

    #[test]
    fn a_damaged_one_or_a_folder_in_its_place_is_no_disaster() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        let key = Key("one".to_owned());
        std::fs::write(places.ledger(), "(records: {").unwrap();
        let mut file = LedgerFile::new(&places);
        assert_eq!(*file.read(), Ledger::default());
        file.change(|ledger| ledger.claim(&key, told(AT), moment(AT)))
            .unwrap();
        assert_eq!(LedgerFile::new(&places).read().records.len(), 1);

        std::fs::remove_file(places.ledger()).unwrap();
        std::fs::create_dir(places.ledger()).unwrap();
        let mut file = LedgerFile::new(&places);
        assert!(
            file.change(|ledger| ledger.claim(&key, told(AT), moment(AT)))
                .is_err()
        );
        assert_eq!(file.read().records.len(), 1, "remembered for this run");
        assert!(left_behind(&places.ledger()).is_empty(), "nothing piles up");
    }

    #[test]
    fn old_records_of_what_is_gone_are_forgotten() {
        let (here, gone, fresh) = (
            Key("here".to_owned()),
            Key("gone".to_owned()),
            Key("fresh".to_owned()),
        );
        let mut ledger = Ledger::default();
        let old = told("2026-01-01T09:00:00+01:00");
        ledger.done(&here, old, None);
        ledger.done(&gone, old, None);
        ledger.done(&fresh, told("2026-11-01T09:00:00+01:00"), None);
        ledger.prune(
            &BTreeSet::from([here.clone()]),
            moment("2026-11-30T09:00:00+01:00"),
        );
        assert_eq!(ledger.records.keys().collect::<Vec<_>>(), [&fresh, &here]);
    }

    #[test]
    fn a_newer_one_is_heeded_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        let (one, two) = (Key("one".to_owned()), Key("two".to_owned()));
        let mut file = LedgerFile::new(&places);
        file.change(|ledger| ledger.done(&one, told(AT), None))
            .unwrap();
        let text = std::fs::read_to_string(places.ledger()).unwrap();
        let newer = text.replacen("version: 1", "version: 2, moods: [1]", 1);
        assert_ne!(newer, text);
        std::fs::write(places.ledger(), &newer).unwrap();
        let mut file = LedgerFile::new(&places);
        assert!(file.read().records.contains_key(&one));
        let changed = file.change(|ledger| ledger.done(&two, told(AT), None));
        assert!(changed.is_err());
        assert!(file.read().records.contains_key(&two), "for this run");
        let after = std::fs::read_to_string(places.ledger()).unwrap();
        assert_eq!(after, newer);
    }

    #[test]
    fn a_snooze_that_ends_after_the_thing_was_done_is_over() {
        let key = Key("one".to_owned());
        let mut ledger = Ledger::default();
        ledger.keep_quiet(&key, Some(Quiet::Until(moment(AT))));
        ledger.prune(&BTreeSet::new(), moment(AT) - TimeDelta::hours(1));
        assert_eq!(ledger.quiet().len(), 1, "it may be undone until then");
        ledger.prune(&BTreeSet::new(), moment(AT));
        assert_eq!(ledger.quiet().len(), 0);
    }
}
