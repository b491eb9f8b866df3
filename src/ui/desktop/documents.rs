//! Documents of an application: where they are, opening them, and copying them beside the search.

use std::path::{Path, PathBuf};

use super::{Desktop, News, failure};
use crate::app::{Command, Edit};
use crate::exchange::copy_beside;
use crate::model::{Application, ApplicationId, Document, JobSearch};

impl Desktop {
    /// Has the desktop open a document, if that may be.
    pub(super) fn open_document(&mut self, place: String) {
        let document = Document {
            place,
            ..Document::default()
        };
        if document.is_link() {
            self.hand_over(document.place);
            return;
        }
        match self.path_of(&document.place).canonicalize() {
            Ok(path) => self.hand_over(path),
            Err(_) => self.tell(failure(&format!(
                "{} is not there any more.",
                document.place
            ))),
        }
    }

    /// Puts a copy into a folder beside the search, and has the application name that one.
    pub(super) fn copy_document(&mut self, id: ApplicationId, place: String, current: &JobSearch) {
        let own = self.saver.as_ref().map(|saver| saver.file().to_owned());
        let (Some(own), Some(application)) = (own, current.application(id)) else {
            self.tell(failure("A sample has no folder to copy to."));
            return;
        };
        let (from, key) = (self.path_of(&place), key_of(application));
        self.spawn(move |sender| {
            let command = match copy_beside(&own, &key, &from) {
                Ok(copy) => Command::edit(
                    id,
                    Edit::Relocate {
                        from: place,
                        to: copy,
                    },
                ),
                Err(why) => failure(&format!("{} is not copied: {why}.", from.display())),
            };
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    fn path_of(&self, place: &str) -> PathBuf {
        let own = self.saver.as_ref().and_then(|saver| saver.file().parent());
        own.unwrap_or(Path::new("")).join(place)
    }
}

/// What the folder of its documents is called.
fn key_of(application: &Application) -> String {
    application.key.clone()
}
