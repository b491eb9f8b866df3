//! Second versions of the file that a synchronising program has left beside it.

use std::path::PathBuf;

use crate::app::{Banner, BannerKind, Command, Effect};
use crate::model::JobSearch;
use crate::store::{self, Difference};

/// Says what is different in it, and offers to take it in; nothing where it says the same.
pub(super) fn offer(path: PathBuf, current: &JobSearch) -> Option<Command> {
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
pub(super) fn read(path: PathBuf) -> Command {
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
