//! The window without a window: what is open, what can be done, and what is done by it.
//!
//! Views read a [`State`] and return [`Command`]s; [`State::apply`] is the only place where
//! anything changes. What the outside has to do for it (save, copy, open) comes back as
//! [`Effect`]s. Nothing here knows how it is drawn.

mod arriving;
mod board;
mod change;
mod columns;
mod command;
mod consequences;
mod dialog;
mod edit;
mod exporting;
pub mod finding;
mod menu;
mod palette;
mod scenarios;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod versions;
mod views;
pub mod words;

pub use arriving::ArrivalsOffer;
pub use board::{Board, Column};
pub use change::{Change, History};
pub use columns::{ColumnEdit, can_be_deleted, name_taken};
pub use command::{Command, Effect, FindingStep, Go};
pub use dialog::{Blockers, Confirm, DamagedFile, Dialog, EarlierState};
pub use edit::{Details, Edit, Happening};
pub use exporting::ExportPlan;
pub use menu::{Chord, Group, UserCommand};
pub use palette::{Entry, Palette, Target};
pub use scenarios::{ScenarioEdit, label_taken};
pub use state::{
    Banner, BannerKind, Compose, NotifierStatus, Panel, Proofreading, Reminding, SaveStatus, State,
    SystemLook, Toast, View,
};
pub use table::{Progress, TableOffer, TablePlan, TablePreview};
pub use versions::{Differing, Versions, differing};
pub use views::ViewEdit;
