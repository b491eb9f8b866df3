//! What is typed into any form and is no part of the search yet.
//!
//! Forms are data, so one look at the views tells it. It is given to the outside as text, which
//! keeps it on the disk; the next start puts it back where it was typed, and says so. Whoever adds
//! a form need only derive `Serialize` and `Deserialize` for it, within [`Views`].

#[cfg(test)]
mod tests;

use std::time::Duration;

use egui::Context;

use super::{Outside, Views};
use crate::app::{Banner, BannerKind, Command, Go, State, View};

/// From a letter that is typed to its way to the disk: with the writing, less than a second.
const PAUSE: f64 = 0.3;

/// What the outside was told last.
#[derive(Debug, Default)]
pub(super) struct Unsaved {
    told: String,
    /// When that was, in egui's seconds.
    at: f64,
}

impl Unsaved {
    /// Tells the outside what is typed, if it has not for a while.
    pub(super) fn follow(&mut self, ctx: &Context, views: &Views, outside: &mut dyn Outside) {
        let now = ctx.input(|input| input.time);
        let rest = self.at + PAUSE - now;
        if rest > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(rest));
            return;
        }
        self.at = now;
        self.tell(views, outside);
    }

    /// Tells the outside at once.
    pub(super) fn tell(&mut self, views: &Views, outside: &mut dyn Outside) {
        let words = words_of(views);
        if words != self.told {
            outside.keep_words(&words);
            self.told = words;
        }
    }
}

/// What is typed, as text; empty where nothing is.
fn words_of(views: &Views) -> String {
    match ron::to_string(views) {
        Ok(text) if text != "()" => text,
        Ok(_) => String::new(),
        Err(_) => {
            // Its own words may quote what is typed.
            tracing::error!("what is typed cannot be put into text");
            String::new()
        }
    }
}

impl Views {
    /// Puts back what was typed when an earlier run ended; what is to be said of it. Nothing where
    /// the text is of another version.
    pub(super) fn take_up(&mut self, words: &str, state: &State) -> Option<Vec<Command>> {
        let mut kept = match words {
            "" => Self::default(),
            words => ron::from_str::<Self>(words).ok()?,
        };
        kept.dialogs.forget_unknown(&state.search);
        kept.panel.forget_unknown(&state.search);
        let go_on = kept.interrupted(state);
        self.dialogs = kept.dialogs;
        self.panel = kept.panel;
        self.settings = kept.settings;
        Some(go_on.map(banner).into_iter().collect())
    }

    /// The way to what was being typed.
    fn interrupted(&self, state: &State) -> Option<Command> {
        let dialog = self.dialogs.interrupted().cloned().map(Command::dialog);
        let panel = || self.panel.interrupted(&state.search).map(Command::open);
        let settings = || {
            let is_interrupted = self.settings.is_interrupted();
            is_interrupted.then_some(Command::Go(Go::View(View::Settings)))
        };
        dialog.or_else(panel).or_else(settings)
    }
}

fn banner(go_on: Command) -> Command {
    let text = "You were typing when Afterword ended. Your words are kept.";
    Command::Tell(Banner::new(BannerKind::Words, text).with_action("Go on typing", go_on))
}
