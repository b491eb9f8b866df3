use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::output::clean;
use super::session::Session;
use crate::model::JobSearch;
use crate::reminders::{Ledger, SystemDesktop};
use crate::store::{
    Backup, Difference, Lock, Opened, Places, Store, UnsavedWords, second_versions, try_lock,
};

/// Where everything is kept, whether it can be read, who notifies, and what is wrong
#[derive(Debug, Args)]
pub(super) struct Doctor {}

#[derive(Debug, Serialize)]
struct Findings {
    file: FileFindings,
    backups: BackupFindings,
    ledger: LedgerFindings,
    /// Whether a window or an agent notifies of this search now.
    notifier: bool,
    notifications: Service,
    problems: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FileFindings {
    path: String,
    /// `fine`, `missing`, `newer` or `damaged`.
    state: &'static str,
    applications: Option<usize>,
    /// How many applications of a damaged file can still be read, and how many cannot.
    salvage: Option<SalvageFindings>,
}

#[derive(Debug, Serialize)]
struct SalvageFindings {
    readable: usize,
    lost: usize,
}

#[derive(Debug, Serialize)]
struct BackupFindings {
    folder: String,
    count: usize,
    readable: usize,
    newest: Option<String>,
    /// The newest of those that can be read.
    list: Vec<BackupFinding>,
}

#[derive(Debug, Serialize)]
struct BackupFinding {
    path: String,
    applications: usize,
    /// What is different in it; nothing where there is nothing to compare with.
    differs: Option<String>,
}

/// So many backups are told of one by one.
const TOLD: usize = 5;

#[derive(Debug, Serialize)]
struct LedgerFindings {
    path: String,
    exists: bool,
    readable: bool,
}

/// What answers where notifications are sent to.
#[derive(Debug, Serialize)]
struct Service {
    /// Its name; nothing where none answers, or where the system has no way to ask.
    name: Option<String>,
}

impl Doctor {
    pub(super) fn run(&self, session: &Session) -> anyhow::Result<()> {
        let findings = examine(&session.file)?;
        session.answer(&findings, || findings.text())
    }
}

fn examine(path: &Path) -> anyhow::Result<Findings> {
    let mut problems = Vec::new();
    let places = Places::of(path)?;
    let mut salvage = None;
    let (state, search, backups) = match Store::open(path)? {
        Opened::Loaded { store, notice } => {
            problems.extend(notice);
            ("fine", Some(store.known().clone()), store.backups())
        }
        Opened::New(store) => ("missing", None, store.backups()),
        Opened::Newer(store) => {
            problems.extend(store.read_only().map(str::to_owned));
            ("newer", Some(store.known().clone()), store.backups())
        }
        Opened::Damaged(damage) => {
            problems.push(damage.what.to_string());
            let found = damage.salvage();
            salvage = Some(SalvageFindings {
                readable: found.search.applications.len(),
                lost: found.lost,
            });
            ("damaged", None, damage.backups)
        }
    };
    problems.extend(beside(&places, search.as_ref()));
    let notifications = service();
    problems.extend(notifications.as_ref().err().cloned());
    Ok(Findings {
        file: FileFindings {
            path: shown(places.file()),
            state,
            applications: search.as_ref().map(|search| search.applications.len()),
            salvage,
        },
        backups: look_through(&backups, search.as_ref(), &places, &mut problems),
        ledger: ledger(&places, &mut problems),
        notifier: has_notifier(&places),
        notifications: Service {
            name: notifications.unwrap_or_default(),
        },
        problems,
    })
}

/// What stands beside the file and should not, or is of use.
fn beside(places: &Places, search: Option<&JobSearch>) -> Vec<String> {
    let mut found = Vec::new();
    if places.file().exists() && is_for_others(places.file()) {
        found.push("Other users of this computer can read the file.".to_owned());
    }
    let search = search.cloned().unwrap_or_default();
    for copy in second_versions(places, &search) {
        found.push(format!(
            "A second version of the file lies beside it, {}; the window offers to take it in.",
            shown(&copy)
        ));
    }
    if UnsavedWords::of(places.file()).is_ok_and(|words| words.read().is_some()) {
        found.push(
            "Words that were typed and not confirmed are kept; the window offers them.".to_owned(),
        );
    }
    let report = places.crash_report();
    if report.exists() {
        found.push(format!(
            "Afterword ended by a mistake of its own; a report without your data is in {}.",
            shown(&report)
        ));
    }
    let lock = places.lock();
    if lock.exists() && matches!(try_lock(&lock), Lock::Unknown) {
        found.push(
            "Files cannot be locked here, as on some network shares. Nothing is written over, but \
             use one machine at a time."
                .to_owned(),
        );
    }
    found
}

#[cfg(unix)]
fn is_for_others(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata()
        .is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

/// Elsewhere the folder says who may read.
#[cfg(not(unix))]
fn is_for_others(_: &Path) -> bool {
    false
}

fn look_through(
    backups: &[Backup],
    current: Option<&JobSearch>,
    places: &Places,
    problems: &mut Vec<String>,
) -> BackupFindings {
    let readable: Vec<BackupFinding> = backups
        .iter()
        .filter_map(|backup| {
            let search = backup.read().ok()?;
            Some(BackupFinding {
                path: shown(&backup.path),
                applications: search.applications.len(),
                differs: current.map(|now| Difference::between(now, &search).to_string()),
            })
        })
        .collect();
    let broken = backups.len() - readable.len();
    if broken > 0 {
        problems.push(format!("{broken} of the earlier states cannot be read."));
    }
    BackupFindings {
        folder: shown(&places.backups()),
        count: backups.len(),
        readable: readable.len(),
        newest: readable.first().map(|backup| backup.path.clone()),
        list: readable.into_iter().take(TOLD).collect(),
    }
}

fn ledger(places: &Places, problems: &mut Vec<String>) -> LedgerFindings {
    let path = places.ledger();
    let text = std::fs::read_to_string(&path).ok();
    let readable = text.is_none_or(|text| ron::from_str::<Ledger>(&text).is_ok());
    if !readable {
        problems.push(
            "The record of reminders cannot be read, so some may be raised a second time."
                .to_owned(),
        );
    }
    LedgerFindings {
        exists: path.exists(),
        path: shown(&path),
        readable,
    }
}

fn has_notifier(places: &Places) -> bool {
    let lock = places.notifier_lock();
    lock.exists() && matches!(try_lock(&lock), Lock::Busy)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn applications(count: usize) -> String {
    match count {
        1 => "1 application".to_owned(),
        count => format!("{count} applications"),
    }
}

impl BackupFindings {
    /// A line each for the newest.
    fn lines(&self) -> String {
        let line = |backup: &BackupFinding| {
            let path = Path::new(&backup.path);
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let holds = backup.differs.clone();
            let holds = holds.unwrap_or_else(|| applications(backup.applications));
            format!("               {}: {holds}\n", clean(&name))
        };
        self.list.iter().map(line).collect()
    }
}

impl Findings {
    fn text(&self) -> String {
        let holds = match (self.file.state, self.file.applications) {
            ("missing", _) => "not there yet; the first save makes it".to_owned(),
            (state, Some(count)) => format!("{state}, {}", applications(count)),
            (state, None) => match &self.file.salvage {
                Some(found) => format!(
                    "{state}; {} of {} can still be read, the window offers them",
                    found.readable,
                    applications(found.readable + found.lost)
                ),
                None => state.to_owned(),
            },
        };
        let ledger = match (self.ledger.exists, self.ledger.readable) {
            (false, _) => "not there yet",
            (true, true) => "fine",
            (true, false) => "damaged",
        };
        let notifier = if self.notifier {
            "a window or an agent notifies of this search"
        } else {
            "nobody notifies of this search now"
        };
        let service = self.notifications.name.as_deref().unwrap_or("none answers");
        let mut text = format!(
            "File           {}\n               {holds}\n\
             Backups        {}\n               {} of {} can be read\n{}\
             Reminders      {}\n               {ledger}\n\
             Notifications  {}\n               {notifier}\n\n",
            clean(&self.file.path),
            clean(&self.backups.folder),
            self.backups.readable,
            self.backups.count,
            self.backups.lines(),
            clean(&self.ledger.path),
            clean(service),
        );
        if self.problems.is_empty() {
            text.push_str("Nothing is wrong.\n");
        }
        for problem in &self.problems {
            text.push_str(&format!("Problem: {}\n", clean(problem)));
        }
        text
    }
}

/// The name of the notification service, if the system can be asked for it.
fn service() -> Result<Option<String>, String> {
    /// A service that hangs must not hang the doctor.
    const PATIENCE: Duration = Duration::from_secs(3);

    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // Nobody listens any more if it took too long.
        let _ = sender.send(SystemDesktop::service());
    });
    let hangs = || Err("the notification service does not answer".to_owned());
    let asked = receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| hangs());
    asked.map_err(|why| format!("Reminders show in the window alone: {why}."))
}
