//! Copies of earlier states, in `backups/` beside the file.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike as _, NaiveDateTime, TimeDelta, Utc};

use super::disk::{Disk, ReplaceError, left_behind, names_beside, replace};
use super::format::{self, LARGEST, Unreadable};
use super::places::Places;
use crate::model::JobSearch;

/// So many of the newest are kept whatever the clock says: it may have been wrong.
const NEWEST: usize = 10;

/// So many of those that can be read are never removed.
const READABLE: usize = 3;

/// All copies are kept for so many days; then one a day, one a week, and at last one a month.
const EACH_FOR: i64 = 2;
const DAILY_FOR: i64 = 30;
const WEEKLY_FOR: i64 = 180;

/// No copy of ours has such a number: one a second for thirty years has not.
const TOO_LARGE: u64 = 1_000_000_000;

/// In names, where a colon is not allowed everywhere.
const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// A copy of an earlier state of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// When it was taken; nothing for what an interrupted save left behind.
    pub taken: Option<DateTime<Utc>>,
    /// Its size in bytes.
    pub size: u64,
    /// Copies are counted, so that their order is right whatever the clock said.
    number: u64,
}

impl Backup {
    /// Every copy of the search that is kept in the file at `path`, the newest first.
    ///
    /// # Errors
    /// The path names no file.
    pub fn all(path: &Path) -> io::Result<Vec<Self>> {
        Places::of(path).map(|places| list(&places))
    }

    /// The copy at that path, when nothing else of it matters.
    pub fn at(path: PathBuf) -> Self {
        Self {
            path,
            taken: None,
            size: 0,
            number: 0,
        }
    }

    /// What it holds.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(&self) -> Result<JobSearch, Unreadable> {
        self.bytes(&super::RealDisk).map(|(_, search)| search)
    }

    /// Its bytes, which are a search.
    pub(crate) fn bytes(&self, disk: &dyn Disk) -> Result<(Vec<u8>, JobSearch), Unreadable> {
        let bytes = disk
            .read(&self.path, LARGEST)
            .map_err(|error| Unreadable::nowhere(format!("It cannot be read: {error}.")))?;
        let search = format::read(&bytes)?.search;
        Ok((bytes, search))
    }
}

/// Every copy of the search at `places`, the newest first.
pub(crate) fn list(places: &Places) -> Vec<Backup> {
    let folder = places.backups();
    let stem = places.stem();
    let mut backups: Vec<Backup> = names_beside(&folder.join("any"))
        .into_iter()
        .filter_map(|name| {
            let (taken, number) = parse_name(&stem, &name)?;
            let path = folder.join(name);
            let size = fs::metadata(&path)
                .ok()
                .filter(fs::Metadata::is_file)?
                .len();
            Some(Backup {
                path,
                taken: Some(taken.and_utc()),
                size,
                number,
            })
        })
        .collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.number));
    backups
}

/// What interrupted saves of the file left behind, the last written first.
pub(crate) fn orphans(places: &Places) -> Vec<Backup> {
    let mut orphans: Vec<_> = left_behind(places.file())
        .into_iter()
        .filter_map(|path| {
            let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
            let backup = Backup {
                path,
                taken: None,
                size: about.len(),
                number: 0,
            };
            Some((about.modified().ok(), backup))
        })
        .collect();
    orphans.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    orphans.into_iter().map(|(_, backup)| backup).collect()
}

/// Puts a copy of the file's `bytes`, which are a search, among the backups.
pub(crate) fn take(disk: &dyn Disk, places: &Places, bytes: &[u8]) -> Result<(), ReplaceError> {
    let newest = list(places).first().map_or(0, |newest| newest.number);
    let path = free_path(places, newest + 1);
    // By way of another name, so that half a copy never counts as one.
    replace(disk, &path, bytes)
}

/// Where the copy of that number goes, or the next one whose name is free: where locks do not hold,
/// somebody else may have taken one at the same moment.
fn free_path(places: &Places, number: u64) -> PathBuf {
    let (folder, stem) = (places.backups(), places.stem());
    let path = |number| folder.join(name(&stem, number));
    (number..)
        .map(path)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or_else(|| path(number))
}

/// Thins out old copies, now that a file of `size` bytes was saved for good. What cannot be removed
/// stays.
pub(crate) fn prune(disk: &dyn Disk, places: &Places, size: u64) {
    let backups = list(places);
    let mut outdated = outdated(&backups, Utc::now());
    if outdated.is_empty() {
        return;
    }
    // A file that shrank may have lost something that nobody has noticed yet.
    let larger = backups
        .iter()
        .find(|backup| is_much_less(size, backup.size));
    let readable = backups.iter().filter(|backup| backup.bytes(disk).is_ok());
    let spared: Vec<&Backup> = readable.take(READABLE).chain(larger).collect();
    outdated.retain(|backup| !spared.contains(backup));
    for backup in outdated {
        let _ = disk.remove(&backup.path);
    }
}

/// Whether there is so much less than before, of bytes or applications, that something may be lost.
pub(crate) fn is_much_less(now: u64, before: u64) -> bool {
    now < before / 2
}

/// The time that one copy stands for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Span {
    Itself(u64),
    Day(i32, u32),
    Week(i32, u32),
    Month(i32, u32),
}

/// Those of `backups`, the newest first, that have a newer one in the time they stand for.
fn outdated(backups: &[Backup], now: DateTime<Utc>) -> Vec<&Backup> {
    let mut taken = BTreeSet::new();
    let mut outdated = Vec::new();
    for (place, backup) in backups.iter().enumerate() {
        let is_first = taken.insert(span(backup, now));
        if !is_first && place >= NEWEST {
            outdated.push(backup);
        }
    }
    outdated
}

fn span(backup: &Backup, now: DateTime<Utc>) -> Span {
    let Some(taken) = backup.taken else {
        return Span::Itself(backup.number);
    };
    let age = now - taken;
    let week = taken.iso_week();
    if age < TimeDelta::days(EACH_FOR) {
        Span::Itself(backup.number)
    } else if age < TimeDelta::days(DAILY_FOR) {
        Span::Day(taken.year(), taken.ordinal())
    } else if age < TimeDelta::days(WEEKLY_FOR) {
        Span::Week(week.year(), week.week())
    } else {
        Span::Month(taken.year(), taken.month())
    }
}

/// The present in UTC, for the names of files: it is about the machine, not about the search.
pub(crate) fn stamp() -> String {
    Utc::now().format(STAMP).to_string()
}

fn name(stem: &str, number: u64) -> String {
    format!("{stem}-{}-{number:04}.ron", stamp())
}

fn parse_name(stem: &str, name: &str) -> Option<(NaiveDateTime, u64)> {
    let rest = name.strip_prefix(stem)?.strip_prefix('-')?;
    let (taken, number) = rest.strip_suffix(".ron")?.split_once('-')?;
    let taken = NaiveDateTime::parse_from_str(taken, STAMP).ok()?;
    let number = number.parse().ok().filter(|number| *number < TOO_LARGE)?;
    Some((taken, number))
}

/// Whether anything says that there was a search here before.
pub(crate) fn any_trace(places: &Places) -> bool {
    !list(places).is_empty() || !left_behind(places.file()).is_empty()
}

/// Removes what interrupted saves left behind. Only for whoever holds the lock.
pub(crate) fn sweep(disk: &dyn Disk, file: &Path) {
    for path in left_behind(file) {
        let _ = disk.remove(&path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::RealDisk;

    #[test]
    fn names_of_another_file_are_not_taken_for_ours() {
        let (taken, number) = parse_name("jobs", "jobs-20261123T080000Z-0012.ron").unwrap();
        assert_eq!(taken.to_string(), "2026-11-23 08:00:00");
        assert_eq!(number, 12);
        for name in [
            "jobs-2026-20261123T080000Z-0012.ron",
            "jobs-20261123T080000Z-0012.ron.tmp",
            "jobs.ron",
            "jobs-x.ron",
            "jobs-20261123T080000Z-18446744073709551615.ron",
        ] {
            assert!(parse_name("jobs", name).is_none(), "{name}");
        }
    }

    fn backup(number: u64, taken: DateTime<Utc>) -> Backup {
        Backup {
            path: PathBuf::from(number.to_string()),
            taken: Some(taken),
            size: 0,
            number,
        }
    }

    #[test]
    fn all_of_two_days_stay_then_one_a_day_a_week_and_a_month() {
        let now: DateTime<Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
        // Four a day for two years, the newest first.
        let backups: Vec<Backup> = (0_u64..2 * 365 * 4)
            .map(|n| {
                let age = TimeDelta::hours(6) * i32::try_from(n).unwrap();
                backup(10_000 - n, now - age)
            })
            .collect();
        let gone = outdated(&backups, now);
        let kept = |from: i64, to: i64| {
            let ages = backups.iter().filter(|backup| !gone.contains(backup));
            ages.filter(|backup| {
                let age = now - backup.taken.unwrap();
                age >= TimeDelta::days(from) && age < TimeDelta::days(to)
            })
            .count()
        };
        assert_eq!(kept(0, 2), 8);
        assert_eq!(kept(2, 30), 29 + 1, "one of them as the tenth newest");
        assert_eq!(kept(30, 180), 22);
        assert_eq!(kept(180, 3000), 19);
    }

    #[test]
    fn a_clock_that_jumps_does_not_take_the_newest() {
        let taken: DateTime<Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
        let backups: Vec<Backup> = (0..15).map(|n| backup(15 - n, taken)).collect();
        let in_two_years = taken + TimeDelta::days(730);
        let gone: Vec<u64> = outdated(&backups, in_two_years)
            .into_iter()
            .map(|backup| backup.number)
            .collect();
        assert_eq!(gone, [5, 4, 3, 2, 1]);
        assert_eq!(
            outdated(&backups, taken - TimeDelta::days(730)),
            Vec::<&Backup>::new()
        );
    }

    /// A copy of that content, taken long ago.
    fn old_copy(places: &Places, number: u64, content: &[u8]) {
        let name = format!("jobs-20240105T080000Z-{number:04}.ron");
        fs::create_dir_all(places.backups()).unwrap();
        fs::write(places.backups().join(name), content).unwrap();
    }

    fn numbers(places: &Places) -> Vec<u64> {
        list(places).iter().map(|backup| backup.number).collect()
    }

    #[test]
    fn a_copy_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::of(&folder.path().join("jobs.ron")).unwrap();
        let good = format::write(&JobSearch::default(), 1).unwrap().bytes;
        take(&RealDisk, &places, &good).unwrap();
        // A program on another machine takes the same number in this second and the next ones.
        for second in 0..5 {
            let stamp = (Utc::now() + TimeDelta::seconds(second)).format(STAMP);
            let path = places.backups().join(format!("jobs-{stamp}-0002.ron"));
            fs::create_dir(&path).unwrap();
        }
        take(&RealDisk, &places, &good).unwrap();
        assert_eq!(numbers(&places), [3, 1]);
    }

    #[test]
    fn the_last_three_that_can_be_read_stay_and_a_much_larger_one() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::of(&folder.path().join("jobs.ron")).unwrap();
        let good = format::write(&JobSearch::default(), 1).unwrap().bytes;
        let large = [good.as_slice(), &b" ".repeat(10 * good.len())].concat();
        old_copy(&places, 1, &good);
        old_copy(&places, 2, &large);
        for number in 3..8 {
            old_copy(&places, number, &good);
        }
        for number in 8..20 {
            old_copy(&places, number, b"damaged");
        }
        prune(&RealDisk, &places, good.len() as u64);
        let kept = numbers(&places);
        assert_eq!(kept, [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 7, 6, 5, 2]);
        prune(&RealDisk, &places, good.len() as u64);
        assert_eq!(numbers(&places), kept);
    }
}
