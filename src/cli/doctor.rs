use std::path::Path;

use clap::Args;
use serde::Serialize;

use super::output::clean;
use super::session::Session;
use crate::store::{Backup, Opened, Places, Store};

/// Where everything is kept, whether it can be read, who notifies, and what is wrong
#[derive(Debug, Args)]
pub(super) struct Doctor {}

#[derive(Debug, Serialize)]
struct Findings {
    file: FileFindings,
    backups: BackupFindings,
    ledger: LedgerFindings,
    notifications: Service,
    problems: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FileFindings {
    path: String,
    /// `fine`, `missing`, `newer` or `damaged`.
    state: &'static str,
    applications: Option<usize>,
}

#[derive(Debug, Serialize)]
struct BackupFindings {
    folder: String,
    count: usize,
    readable: usize,
    newest: Option<String>,
}

#[derive(Debug, Serialize)]
struct LedgerFindings {
    path: String,
    exists: bool,
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
    let (state, applications, backups) = match Store::open(path)? {
        Opened::Loaded { store, notice } => {
            problems.extend(notice);
            (
                "fine",
                Some(store.known().applications.len()),
                store.backups(),
            )
        }
        Opened::New(store) => ("missing", None, store.backups()),
        Opened::Newer(store) => {
            problems.extend(store.read_only().map(str::to_owned));
            (
                "newer",
                Some(store.known().applications.len()),
                store.backups(),
            )
        }
        Opened::Damaged(damage) => {
            problems.push(damage.what.why.clone());
            ("damaged", None, damage.backups)
        }
    };
    let notifications = service();
    problems.extend(notifications.as_ref().err().cloned());
    Ok(Findings {
        file: FileFindings {
            path: shown(places.file()),
            state,
            applications,
        },
        backups: look_through(&backups, &places, &mut problems),
        ledger: LedgerFindings {
            path: shown(&places.ledger()),
            exists: places.ledger().exists(),
        },
        notifications: Service {
            name: notifications.unwrap_or_default(),
        },
        problems,
    })
}

fn look_through(backups: &[Backup], places: &Places, problems: &mut Vec<String>) -> BackupFindings {
    let readable: Vec<_> = backups
        .iter()
        .filter(|backup| backup.read().is_ok())
        .collect();
    let broken = backups.len() - readable.len();
    if broken > 0 {
        problems.push(format!("{broken} of the earlier states cannot be read."));
    }
    BackupFindings {
        folder: shown(&places.backups()),
        count: backups.len(),
        readable: readable.len(),
        newest: readable.first().map(|backup| shown(&backup.path)),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl Findings {
    fn text(&self) -> String {
        let holds = match (self.file.state, self.file.applications) {
            ("missing", _) => "not there yet; the first save makes it".to_owned(),
            (state, Some(1)) => format!("{state}, 1 application"),
            (state, Some(count)) => format!("{state}, {count} applications"),
            (state, None) => state.to_owned(),
        };
        let ledger = if self.ledger.exists {
            "there"
        } else {
            "not there yet"
        };
        let service = self.notifications.name.as_deref().unwrap_or("none answers");
        let mut text = format!(
            "File           {}\n               {holds}\n\
             Backups        {}\n               {} of {} can be read\n\
             Reminders      {}\n               {ledger}\n\
             Notifications  {}\n\n",
            clean(&self.file.path),
            clean(&self.backups.folder),
            self.backups.readable,
            self.backups.count,
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
#[cfg(target_os = "linux")]
fn service() -> Result<Option<String>, String> {
    use std::sync::mpsc;
    use std::time::Duration;

    /// A service that hangs must not hang the doctor.
    const PATIENCE: Duration = Duration::from_secs(3);

    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        // Nobody listens any more if it took too long.
        let _ = sender.send(notify_rust::get_server_information());
    });
    match receiver.recv_timeout(PATIENCE) {
        Ok(Ok(server)) => Ok(Some(format!("{} {}", server.name, server.version))),
        Ok(Err(_)) => Err(
            "No notification service answers, so reminders show in the window alone.".to_owned(),
        ),
        Err(_) => {
            Err("The notification service hangs, so reminders show in the window alone.".to_owned())
        }
    }
}

/// The name of the notification service, if the system can be asked for it.
#[cfg(not(target_os = "linux"))]
fn service() -> Result<Option<String>, String> {
    Ok(None)
}
