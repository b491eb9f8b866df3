//! Second versions of the file that a synchronising program has left beside it.

use std::path::PathBuf;

use super::{Desktop, News, failure};
use crate::app::{Banner, BannerKind, Command, Effect};
use crate::model::JobSearch;
use crate::store::{self, Difference, Saver};

impl Desktop {
    /// Offers a second version of the file that a synchronising program has left.
    pub(super) fn offer_copy(&mut self, path: PathBuf, current: &JobSearch) {
        let current = current.clone();
        self.spawn(move |sender| {
            if let Some(offer) = offer(path, &current) {
                let _ = sender.send(News::Command(Box::new(offer)));
            }
        });
    }

    pub(super) fn read_copy(&mut self, path: PathBuf) {
        if let Some(saver) = &self.saver {
            saver.back_up_next();
        }
        self.spawn(move |sender| {
            let _ = sender.send(News::Command(Box::new(read(path))));
        });
    }

    /// Moves copies away once what they held is on the disk.
    pub(super) fn put_copies_away(&mut self) {
        let is_saved = |saver: &Saver| saver.status() == store::SaveStatus::Saved;
        if !self.saver.as_ref().is_some_and(is_saved) {
            return;
        }
        for (file, copy) in std::mem::take(&mut self.merged_copies) {
            if let Err(error) = store::put_copy_away(&file, &copy) {
                let why = format!("{} stays where it is: {error}", copy.display());
                self.tell(failure(&why));
            }
        }
    }
}

/// Says what is different in it, and offers to take it in; nothing where it says the same.
fn offer(path: PathBuf, current: &JobSearch) -> Option<Command> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let found = "Your synchronising program has left a second version of the file";
    let banner = match store::read_copy(&path) {
        Ok(copy) => {
            let merged = store::merge_copy(current, &copy);
            let brings = Difference::between(current, &merged.search);
            let words = if brings.is_none() {
                "All of it is here already.".to_owned()
            } else {
                format!("Taking it in brings: {brings}.")
            };
            Banner::new(BannerKind::Copies, format!("{found}, {name}. {words}"))
                .with_action("Take it in", Command::Ask(Effect::ReadCopy(path)))
        }
        Err(why) => Banner::new(
            BannerKind::Copies,
            format!("{found}, {name}, which cannot be read: {why}"),
        ),
    };
    Some(Command::Tell(banner))
}

/// Reads it, for taking it in.
fn read(path: PathBuf) -> Command {
    match store::read_copy(&path) {
        Ok(search) => Command::MergeCopy {
            search: Box::new(search),
            path,
        },
        Err(why) => Command::Tell(Banner::new(
            BannerKind::Failure,
            format!("{} cannot be read: {why}", path.display()),
        )),
    }
}
