//! Which file the search is kept in: opening one, beginning one, going on in another.

use std::path::{Path, PathBuf};

use super::{Desktop, News, backups, failure};
use crate::app::{Banner, BannerKind, Command, DamagedFile, Go, SaveStatus};
use crate::model::JobSearch;
use crate::store::{Damage, OpenError, Opened, SaveError, Store};

/// Between two files.
#[derive(Default)]
pub(super) struct OnTheWay {
    /// What is to be saved on arrival.
    pub(super) pending: Option<Box<JobSearch>>,
}

impl Desktop {
    pub(super) fn open(&mut self, path: PathBuf) {
        self.spawn(move |sender| {
            let opened = Store::open(&path);
            let _ = sender.send(News::Opened(path, Box::new(opened)));
        });
    }

    pub(super) fn opened(&mut self, path: &Path, opened: Result<Opened, OpenError>) -> Command {
        match opened {
            Ok(Opened::Loaded { store, notice }) => {
                if let Some(notice) = notice {
                    self.tell(Command::Tell(Banner::new(BannerKind::News, notice)));
                }
                self.opened_store(store, path)
            }
            Ok(Opened::New(store) | Opened::Newer(store)) => self.opened_store(store, path),
            Ok(Opened::Damaged(damage)) => self.damaged(damage),
            Err(error) => failure(&error.to_string()),
        }
    }

    fn opened_store(&mut self, store: Store, path: &Path) -> Command {
        let replace = replace(&store, path);
        self.damage = None;
        self.words.begin(store.places().file());
        self.keep_in(store);
        self.told = SaveStatus::Saved;
        replace
    }

    pub(super) fn begin_with(&mut self, path: &Path, begun: Result<Store, SaveError>) {
        match begun {
            Ok(store) => {
                self.damage = None;
                let replace = replace(&store, path);
                self.words.begin(store.places().file());
                self.keep_in(store);
                self.tell(replace);
                self.tell(Command::Go(Go::CloseDialog));
            }
            Err(error) => self.tell(failure(&error.to_string())),
        }
    }

    pub(super) fn damaged(&mut self, damage: Damage) -> Command {
        let clock = self.clock.now();
        let what = &damage.what;
        let place = match (what.line, what.column) {
            (0, _) => String::new(),
            (line, 0) => format!("Line {line}: "),
            (line, column) => format!("Line {line}, column {column}: "),
        };
        let salvage = damage.salvage();
        let file = DamagedFile {
            path: damage.path.clone(),
            why: format!("{place}{}", what.why),
            backups: backups::offered(&damage.backups, &salvage.search, &clock),
            rest: (salvage.search.applications.len(), salvage.lost),
            at_start: self.saver.is_none() && self.on_the_way.is_none(),
        };
        self.damage = Some(damage);
        Command::Damaged(file)
    }

    /// Writes `current` to another file, and goes on with this one.
    pub(super) fn save_copy(&mut self, path: PathBuf, current: &JobSearch) {
        let search = current.clone();
        self.spawn(move |sender| {
            let command = match Store::save_copy(&path, &search) {
                Ok(()) => {
                    let text = format!("A copy of everything is in {}.", path.display());
                    Command::Tell(Banner::new(BannerKind::News, text))
                }
                Err(why) => failure(&format!("Nothing was saved to {}: {why}.", path.display())),
            };
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    /// Saves `current` to another file, and goes on with that one.
    pub(super) fn move_to(&mut self, path: PathBuf, current: &JobSearch) {
        let saver = self.saver.take();
        let search = current.clone();
        self.on_the_way = Some(OnTheWay::default());
        self.spawn(move |sender| {
            // What could not be saved to the file so far is in `search`, too.
            let store = saver.and_then(|saver| saver.close().0);
            let (store, moved) = match store {
                Some(mut store) => {
                    let moved = store.save_as(&path, &search);
                    (Some(Box::new(store)), moved.map_err(|e| e.to_string()))
                }
                None => copy_and_open(&path, &search),
            };
            let _ = sender.send(News::Moved(store, path, moved));
        });
    }

    pub(super) fn moved(
        &mut self,
        store: Option<Box<Store>>,
        path: PathBuf,
        moved: Result<(), String>,
        current: &JobSearch,
    ) -> Command {
        let on_the_way = self.on_the_way.take().unwrap_or_default();
        if let Some(store) = store {
            self.keep_in(*store);
        }
        if let Some(saver) = &self.saver {
            match (on_the_way.pending, &moved) {
                (Some(pending), _) => saver.put(*pending),
                // The file so far may lack what could not be saved to it.
                (None, Err(_)) => saver.put(current.clone()),
                (None, Ok(())) => {}
            }
        }
        match moved {
            Ok(()) => {
                self.words.go_on_in(&path);
                Command::Moved(path)
            }
            Err(why) => failure(&format!("Not saved to {}: {why}.", path.display())),
        }
    }
}

fn replace(store: &Store, path: &Path) -> Command {
    Command::Replace {
        search: Box::new(store.known().clone()),
        file: Some(path.to_owned()),
    }
}

/// A sample, or what a damaged file left, begins a file of its own.
fn copy_and_open(path: &Path, search: &JobSearch) -> (Option<Box<Store>>, Result<(), String>) {
    let opened = Store::save_copy(path, search)
        .map_err(|error| error.to_string())
        .and_then(|()| Store::open(path).map_err(|error| error.to_string()));
    match opened {
        Ok(Opened::Loaded { store, .. } | Opened::New(store) | Opened::Newer(store)) => {
            (Some(Box::new(store)), Ok(()))
        }
        Ok(Opened::Damaged(damage)) => (None, Err(damage.what.why)),
        Err(why) => (None, Err(why)),
    }
}
