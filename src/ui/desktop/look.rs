//! What the system wishes for the look of all windows, asked for as long as the window is open.
//!
//! egui asks the window itself, which knows on Windows and on a Mac. Under Linux only the desktop
//! portal knows, and whether things may move nobody tells but the system.

use mundy::{ColorScheme, Interest, Preferences, ReducedMotion, Subscription};

use crate::app::SystemLook;

/// Tells what the system wishes, now and whenever it changes, until what is returned is dropped.
pub(super) fn follow(mut tell: impl FnMut(SystemLook) + Send + Sync + 'static) -> Subscription {
    let interest = Interest::ColorScheme | Interest::ReducedMotion;
    Preferences::subscribe(interest, move |wishes| tell(look(&wishes)))
}

fn look(wishes: &Preferences) -> SystemLook {
    SystemLook {
        dark: match wishes.color_scheme {
            ColorScheme::Dark => Some(true),
            ColorScheme::Light => Some(false),
            ColorScheme::NoPreference => None,
        },
        still: wishes.reduced_motion == ReducedMotion::Reduce,
    }
}
