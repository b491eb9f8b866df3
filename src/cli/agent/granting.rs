//! What users answer to a notification of the agent.

use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::thread;

use crate::app::{Command, Effect, State};
use crate::reminders::{LedgerFile, ReadClock, Target, Wish};
use crate::store::{Opened, Places, Store};
use crate::time::Clock;
use crate::ui::desktop::{Request, ask};

/// Has the window do it, or where none is open, starts one, or does it without.
pub(super) fn granting(file: &Path, clock: ReadClock) -> Arc<dyn Fn(Wish) + Send + Sync> {
    let file = file.to_owned();
    Arc::new(move |wish| {
        let (file, clock) = (file.clone(), Arc::clone(&clock));
        // On a thread of its own: a window may take its time to answer.
        let granted = thread::Builder::new()
            .name("granting".to_owned())
            .spawn(move || grant(&file, wish, &clock()));
        if let Err(error) = granted {
            tracing::warn!("what was clicked is not done: {error}");
        }
    })
}

fn grant(file: &Path, wish: Wish, clock: &Clock) {
    let done = match wish {
        Wish::Open(target, token) => match ask(file, Request::Follow(target)) {
            Ok(()) => Ok(()),
            Err(_) => open_window(file, target, token).map_err(|error| error.to_string()),
        },
        Wish::Done(target) => match ask(file, Request::Done(target)) {
            Ok(()) => Ok(()),
            Err(_) => note_done(file, target, clock),
        },
    };
    if let Err(why) = done {
        tracing::warn!("what was clicked is not done: {why}");
    }
}

fn open_window(file: &Path, target: Target, token: Option<String>) -> std::io::Result<()> {
    let mut window = Process::new(crate::reminders::login::program()?);
    window
        .arg("--file")
        .arg(file)
        .arg("--follow")
        .arg(target.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(token) = token {
        window.env("XDG_ACTIVATION_TOKEN", token);
    }
    let mut child = window.spawn()?;
    // Whoever ends is waited for, else it stays in the system's list.
    child.wait().map(drop)
}

/// Does in the file what the window would have done.
fn note_done(file: &Path, target: Target, clock: &Clock) -> Result<(), String> {
    let Ok(Opened::Loaded { mut store, .. }) = Store::open(file) else {
        return Err("the file cannot be changed now".to_owned());
    };
    let places = Places::of(file).map_err(|error| error.to_string())?;
    let mut state = State::new(store.known().clone(), Some(file.to_owned()), clock);
    for effect in state.apply(Command::Done(target), clock) {
        match effect {
            Effect::Save(search) => {
                store.save(&search).map_err(|error| error.to_string())?;
            }
            Effect::KeepQuiet(key, quiet) => {
                LedgerFile::new(&places).change(|ledger| ledger.keep_quiet(&key, quiet))?;
            }
            // Nothing else comes of it.
            _ => {}
        }
    }
    Ok(())
}
