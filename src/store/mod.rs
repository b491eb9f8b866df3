//! The one file that holds a search: load, save, back up, lock, merge, notice changes from outside.
//!
//! # The order of a save
//! Lock, read what is on the disk, merge if it is not what was last read or written, put into
//! text, read that text again and compare, copy the old file if this run has not yet, write a new
//! file beside the old one, sync it, read it back, look once more whether the old one is as it was
//! (locks do not hold everywhere), rename it, sync the folder. Only then is it saved. Whatever fails
//! on the way, the file is the old one or the new one.
//!
//! # Layout
//! - `store`: one search and its file; saving, and `error`: why not; `look`: whether it may have
//!   changed, and `store::found`: into what
//! - `opening`: what there may be at a path; `damage`: ways on from one that does not load;
//!   `elsewhere`: saving to another file
//! - `saver`: the thread that saves in the background
//! - `format`: the text; `past`: what the file held before; `merge`: two versions become one;
//!   `difference`: what they differ in
//! - `backup`: earlier states, and which of them are kept
//! - `copies`: second versions that synchronising programs leave beside the file
//! - `places`: which file is where; `lock`: between processes; `disk`: every file operation;
//!   `fingerprint`: tells one content from another
//! - `unsaved`: words that are typed and are no part of the search yet

mod backup;
mod copies;
mod damage;
mod difference;
mod disk;
mod elsewhere;
mod error;
mod fingerprint;
mod format;
mod lock;
mod look;
mod merge;
mod opening;
mod past;
mod places;
mod saver;
#[expect(clippy::module_inception, reason = "the file is about the Store")]
mod store;
mod unsaved;

#[cfg(test)]
mod tests;

pub(crate) use disk::{left_behind, private_file, replace};

pub use backup::Backup;
pub use copies::{merge_copy, put_copy_away, read_copy};
pub use damage::Damage;
pub use difference::Difference;
pub use disk::{Disk, RealDisk, ReplaceError};
pub use error::SaveError;
pub use fingerprint::Fingerprint;
pub use format::{SCHEMA, Salvage, Unreadable, Unwritable, read_bytes, salvage_bytes};
pub use merge::{Merged, is_about_versions, merge, other_versions, unmark};
pub use opening::{OpenError, Opened};
pub use places::Places;
pub use saver::{SaveStatus, Saver, Wake};
pub use store::{Saved, Store};
pub use unsaved::UnsavedWords;

pub(crate) use copies::second_versions;
pub(crate) use lock::{Lock, lock_when_free, lock_within, try_lock};
pub(crate) use merge::same_search;
