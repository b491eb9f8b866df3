//! What to notify, once: also after a restart, never in a flood, never twice.
//!
//! - `manners`: quiet hours, days off, and what the user wants to hear of
//! - `words`: what an action is called, on a card, in a list, in a notification
//! - `engine`: which reminders are to be raised at a moment; pure
//! - `ledger`: what was raised, snoozed and dismissed; on the disk before it counts
//! - `snooze`: putting an action off, and the choices for it
//! - `notifier`: the thread that looks, claims, shows and records
//! - `calendar`: a file for calendars with what is to come
//! - `login`: starting the agent when the user logs in
//! - `notification`: what is shown, and its buttons; `target`: what a click on it leads to
//! - `desktop`: the system's notification service
//!
//! A reminder is written down as claimed, then shown, then written down as shown. Only where the
//! program ends between the last two is it shown again, under the same number, so that it
//! replaces the first.

mod calendar;
mod desktop;
mod engine;
mod ledger;
pub mod login;
mod manners;
mod notification;
mod notifier;
pub mod snooze;
mod target;
mod words;

pub use desktop::{Answer, Button, Desktop, Notification, SystemDesktop, Take, Urgency, trial};
pub use ledger::{Key, Ledger, LedgerFile, Shown};
pub use notifier::{Notifier, NotifierStatus, ReadClock, Refresh, Surroundings, Wish};
pub use snooze::Quiet;
pub use target::Target;
pub use words::{headline, plain, short, title};
