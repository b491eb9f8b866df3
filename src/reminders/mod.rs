//! What to notify, once: also after a restart, never in a flood, never twice.
//!
//! - `words`: what an action is called, on a card, in a list, in a notification
//! - `engine`: which reminders are to be raised at a moment; pure
//! - `ledger`: what was raised, snoozed and dismissed; on the disk before it counts
//! - `notifier`: the thread that looks, claims, shows and records
//! - `desktop`: the system's notification service
//!
//! A reminder is written down as claimed, then shown, then written down as shown. Only where the
//! program ends between the last two is it shown again, under the same number, so that it
//! replaces the first.

mod desktop;
mod engine;
mod ledger;
mod notifier;
mod words;

pub use desktop::{Desktop, Notification, SystemDesktop};
pub use engine::{Due, Look, look};
pub use ledger::{Key, Ledger, LedgerFile};
pub use notifier::{Notifier, NotifierStatus, ReadClock};
pub use words::{headline, plain, short, title};
