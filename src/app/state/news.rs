//! What the outside has to say, and what is said to the user.

use super::{Banner, BannerKind, NotifierStatus, Proofreading, SaveStatus, State, Toast};
use crate::app::command::{Command, Effect};
use crate::app::words::sentence;
use crate::proofread::{self, Manuscript};

impl State {
    pub(super) fn saving(&mut self, status: SaveStatus) -> Vec<Effect> {
        self.banners
            .retain(|banner| banner.kind != BannerKind::Saving);
        match &status {
            SaveStatus::Failed(why) => {
                let text = format!(
                    "Not saved: {} Your changes are kept in this window, and saving is tried \
                     again and again.",
                    sentence(why)
                );
                let banner = Banner::new(BannerKind::Saving, text)
                    .with_action("Try again", Command::Ask(Effect::RetrySave))
                    .with_action("Save a copy…", Command::Ask(Effect::ChooseCopy));
                self.banners.push(banner);
            }
            SaveStatus::ReadOnly(why) => {
                let text = format!("{why} What you change now is not kept.");
                let banner = Banner::new(BannerKind::Saving, text)
                    .with_action("Save elsewhere…", Command::Ask(Effect::ChoosePlace));
                self.banners.push(banner);
            }
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Sample | SaveStatus::NotLoaded => {
            }
        }
        self.saving = status;
        Vec::new()
    }

    pub(super) fn notifier(&mut self, status: NotifierStatus) -> Vec<Effect> {
        self.banners
            .retain(|banner| banner.kind != BannerKind::Notifications);
        if let NotifierStatus::Unavailable(why) = &status {
            let text = format!(
                "Notifications do not reach you: {why}. What falls due shows here instead."
            );
            let banner = Banner::new(BannerKind::Notifications, text)
                .with_action("Try again", Command::Ask(Effect::RetryNotifier));
            self.banners.push(banner);
        }
        self.notifier = status;
        Vec::new()
    }

    /// Nothing is asked of the proof-reader where the user wants none.
    pub(super) fn proofread(&self, manuscript: Manuscript) -> Vec<Effect> {
        if self.search.spelling.off {
            return Vec::new();
        }
        let asked = (manuscript, self.search.clone());
        vec![Effect::Proofread(Box::new(asked))]
    }

    pub(super) fn proofread_so_far(&mut self, news: proofread::News) -> Vec<Effect> {
        let (proof, unavailable) = match news {
            proofread::News::Proof(proof) => (Some(*proof), None),
            proofread::News::Unavailable(why) => (None, Some(why)),
        };
        // What comes after the last letter was closed is of no use any more.
        if self.is_writing() {
            self.proofreading = Proofreading {
                proof,
                unavailable,
                number: self.proofreading.number + 1,
            };
        }
        Vec::new()
    }

    pub(super) fn tell(&mut self, banner: Banner) -> Vec<Effect> {
        self.banners.retain(|other| other.kind != banner.kind);
        self.banners.push(banner);
        Vec::new()
    }

    pub(super) fn say(&mut self, text: String, undo: bool) {
        self.toasts += 1;
        self.toast = Some(Toast {
            text,
            undo,
            number: self.toasts,
        });
    }
}
