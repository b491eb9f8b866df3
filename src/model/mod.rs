//! What a job search is made of: plain data. No clock, no files, no window.
//!
//! An [`Application`] is its history plus what can be derived from it; nothing that can be
//! derived is stored.

mod appearance;
mod application;
mod contact;
mod document;
mod event;
mod muted;
mod named;
mod own_scenario;
mod policy;
mod profile;
mod reminders;
mod scenario;
mod search;
mod settings;
mod spelling;
mod stage;
mod view;

pub use appearance::{Appearance, Density, Motion, Theme};
pub use application::{Application, ApplicationId, Draft};
pub use contact::{Contact, Prefers, name_key, same_name};
pub use document::Document;
pub use event::{
    Entry, EntryId, Event, Format, Interview, Message, Origin, Outcome, Reply, ReplyKind,
};
pub use muted::Muted;
pub use own_scenario::{OwnName, OwnScenario};
pub use policy::{DayOff, Policy};
pub use profile::{Achievement, Profile};
pub use reminders::{OnDaysOff, QuietHours, ReminderKind, Reminders};
pub use scenario::{Channel, Scenario};
pub(crate) use search::slug;
pub use search::{JobSearch, TemplateText};
pub use settings::Settings;
pub use spelling::{Dialect, Spelling};
pub use stage::{Order, Stage, StageId, StageMeaning};
pub use view::{Doing, Filter, SavedView};

use std::collections::BTreeMap;

/// Fields of an imported line that this version does not know, by name, as JSON text: they are
/// kept and exported again.
pub type Unknown = BTreeMap<String, String>;

/// Used by serde to leave out what is not set.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
