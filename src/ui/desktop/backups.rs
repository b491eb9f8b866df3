//! Earlier states of the search: shown, and gone back to.

use std::path::{Path, PathBuf};

use super::{Desktop, News, failure};
use crate::app::{Banner, BannerKind, Command, Dialog, EarlierState, words};
use crate::model::{Application, JobSearch};
use crate::store::{Backup, Difference};
use crate::time::Clock;

/// So many backups are offered in the place of a damaged file.
const OFFERED: usize = 5;

/// So many lines of a preview are for one kind of change.
const LINES: usize = 8;

impl Desktop {
    pub(super) fn restore(&mut self, path: &Path, backup: &Path) {
        let begun = self.damage.as_ref().and_then(|damage| {
            let backup = damage.backups.iter().find(|b| b.path == *backup)?;
            Some(damage.restore(backup))
        });
        if let Some(begun) = begun {
            self.begin_with(path, begun);
        }
    }

    pub(super) fn salvage(&mut self, path: &Path) {
        let begun = self
            .damage
            .as_ref()
            .map(|damage| damage.go_on_with(damage.salvage()));
        if let Some(begun) = begun {
            self.begin_with(path, begun);
        }
    }

    pub(super) fn list_backups(&mut self, file: PathBuf, current: JobSearch) {
        let clock = self.clock.now();
        self.spawn(move |sender| {
            let command = match Backup::all(&file) {
                Ok(all) => Command::dialog(Dialog::Backups(of(&all, &current, &clock))),
                Err(error) => failure(&format!("The backups cannot be looked at: {error}")),
            };
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    pub(super) fn read_backup(&mut self, chosen: EarlierState) {
        if let Some(saver) = &self.saver {
            saver.back_up_next();
        }
        self.spawn(move |sender| {
            let command = bring_back(chosen);
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }
}

/// The newest backups that can be read.
pub(super) fn offered(all: &[Backup], current: &JobSearch, clock: &Clock) -> Vec<EarlierState> {
    let readable = all.iter().filter_map(|backup| one(backup, current, clock));
    readable.take(OFFERED).collect()
}

/// Every backup that can be read, compared with `current`.
fn of(all: &[Backup], current: &JobSearch, clock: &Clock) -> Vec<EarlierState> {
    let all = all.iter();
    all.filter_map(|backup| one(backup, current, clock))
        .collect()
}

/// Reads a backup, for going back to it.
fn bring_back(chosen: EarlierState) -> Command {
    match Backup::at(chosen.path).read() {
        Ok(search) => Command::BringBack {
            search: Box::new(search),
            when: chosen.when,
        },
        Err(why) => Command::Tell(Banner::new(
            BannerKind::Failure,
            format!("The backup of {} cannot be read: {why}", chosen.when),
        )),
    }
}

fn one(backup: &Backup, current: &JobSearch, clock: &Clock) -> Option<EarlierState> {
    let search = backup.read().ok()?;
    let difference = Difference::between(current, &search);
    let when = backup.taken.map_or_else(
        || "an interrupted save".to_owned(),
        |taken| words::moment(clock.zone.show(taken), clock),
    );
    Some(EarlierState {
        when,
        path: backup.path.clone(),
        applications: search.applications.len(),
        differs: difference.to_string(),
        preview: preview(&difference),
    })
}

fn preview(difference: &Difference) -> Vec<String> {
    let mut lines = Vec::new();
    let come = difference.more.iter().map(|one| name(one));
    some(&mut lines, "Comes back", come);
    let go = difference.fewer.iter().map(|one| name(one));
    some(&mut lines, "Goes", go);
    let change = difference.changed.iter().map(|(before, after)| {
        let alone = Difference {
            changed: vec![(before.clone(), after.clone())],
            ..Difference::default()
        };
        match alone.to_string().as_str() {
            "1 application differs" => name(after),
            counts => format!("{} ({counts})", name(after)),
        }
    });
    some(&mut lines, "Changes", change);
    if difference.settings {
        lines.push("The settings change, too.".to_owned());
    }
    lines
}

fn name(application: &Application) -> String {
    format!("{}, {}", application.company, application.position)
}

/// The first of `names`, each behind a word, and how many there are besides.
fn some(lines: &mut Vec<String>, word: &str, names: impl ExactSizeIterator<Item = String>) {
    let more = names.len().saturating_sub(LINES);
    lines.extend(names.take(LINES).map(|name| format!("{word}: {name}")));
    if more > 0 {
        lines.push(format!("{word}: {more} more"));
    }
}
