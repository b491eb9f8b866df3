//! What comes from files of other kinds, and what goes into them.

use std::path::{Path, PathBuf};

use super::{Desktop, News, failure};
use crate::app::{Banner, BannerKind, Command};
use crate::compose::TemplateFile;
use crate::exchange::events;
use crate::model::JobSearch;

impl Desktop {
    pub(super) fn import(&mut self, path: PathBuf) {
        if let Some(saver) = &self.saver {
            saver.back_up_next();
        }
        self.take_in_text(path, Command::Import);
    }

    pub(super) fn import_template(&mut self, path: PathBuf) {
        self.take_in_text(path, Command::ImportTemplate);
    }

    pub(super) fn export(&mut self, path: PathBuf, current: &JobSearch) {
        let search = current.clone();
        self.give_out(path, move |path| {
            match path.extension().and_then(|ending| ending.to_str()) {
                Some("jsonl") => Ok(events::export(&search)),
                _ => Err("name it with the ending .jsonl".to_owned()),
            }
        });
    }

    pub(super) fn export_template(&mut self, path: PathBuf, template: &TemplateFile) {
        let text = template.to_text();
        self.give_out(path, move |_| Ok(text));
    }

    /// Reads the file and does with its text what the command says.
    fn take_in_text(&mut self, path: PathBuf, command: fn(String) -> Command) {
        self.spawn(move |sender| {
            let command = match std::fs::read_to_string(&path) {
                Ok(text) => command(text),
                Err(error) => failure(&format!("{} cannot be read: {error}", path.display())),
            };
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    /// Writes a text that is made off the frame, and says what came of it.
    fn give_out(
        &mut self,
        path: PathBuf,
        text: impl FnOnce(&Path) -> Result<String, String> + Send + 'static,
    ) {
        self.spawn(move |sender| {
            let done = text(&path)
                .and_then(|text| std::fs::write(&path, text).map_err(|error| error.to_string()));
            let _ = sender.send(News::Command(Box::new(exported(&path, done))));
        });
    }
}

/// What is said when an export is done.
fn exported(path: &Path, done: Result<(), String>) -> Command {
    let path = path.display();
    match done {
        Ok(()) => Command::Tell(Banner::new(BannerKind::News, format!("Exported to {path}"))),
        Err(why) => failure(&format!("Nothing was exported to {path}: {why}")),
    }
}
