//! Whole searches: taken in, brought back, merged, settled.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Banner, BannerKind, State};
use crate::app::change::Change;
use crate::app::command::{Command, Effect};
use crate::app::dialog::Dialog;
use crate::app::versions::Versions;
use crate::etiquette::Plan;
use crate::exchange;
use crate::model::JobSearch;
use crate::store;
use crate::time::Clock;

impl State {
    pub(super) fn exported(&mut self, banner: Banner) -> Vec<Effect> {
        self.exporting = None;
        if self.dialog == Some(Dialog::Export) {
            self.dialog = None;
        }
        self.tell(banner)
    }

    pub(super) fn import(&mut self, text: &str, clock: &Clock) -> Vec<Effect> {
        let imported = match exchange::events::import(&self.search, text, clock.zone) {
            Ok(imported) => imported,
            Err(error) => {
                let text = format!("Nothing was imported: {error}");
                return self.tell(Banner::new(BannerKind::Failure, text));
            }
        };
        let title = match imported.added {
            0 => "Everything in this file was here already".to_owned(),
            1 => "Imported 1 event".to_owned(),
            n => format!("Imported {n} events"),
        };
        // Stages of one's own come along, so it is more than the applications.
        let change = Change::between(title, &self.search, &imported.search);
        if change.is_empty() {
            self.say(change.title, false);
            return Vec::new();
        }
        self.make(change, clock)
    }

    pub(super) fn bring_back(
        &mut self,
        earlier: &JobSearch,
        when: &str,
        clock: &Clock,
    ) -> Vec<Effect> {
        let title = format!("Went back to the backup of {when}");
        let change = Change::between(title, &self.search, earlier);
        if change.is_empty() {
            self.say("That backup is the same as now".to_owned(), false);
        }
        self.make(change, clock)
    }

    pub(super) fn merge_copy(
        &mut self,
        copy: &JobSearch,
        path: PathBuf,
        clock: &Clock,
    ) -> Vec<Effect> {
        let merged = store::merge_copy(&self.search, copy);
        let title = "Took the second version in".to_owned();
        let change = Change::between(title, &self.search, &merged.search);
        if change.is_empty() {
            self.say("All of it was here already".to_owned(), false);
        }
        let mut effects = self.make(change, clock);
        let mut notes = merged.notes;
        notes.retain(|note| !store::is_about_versions(note));
        if !notes.is_empty() {
            effects.extend(self.tell(Banner::new(BannerKind::News, notes.join(" "))));
        }
        effects.push(Effect::PutCopyAway(path));
        effects
    }

    pub(super) fn settle(
        &mut self,
        versions: Versions,
        keep_theirs: bool,
        clock: &Clock,
    ) -> Vec<Effect> {
        let both = [versions.ours, versions.theirs].map(|id| self.search.application(id).cloned());
        let [Some(ours), Some(theirs)] = both else {
            return Vec::new();
        };
        let whose = if keep_theirs {
            "from elsewhere"
        } else {
            "from here"
        };
        let mut change = Change {
            title: format!("Kept the version of {} {whose}", ours.company),
            ..Change::default()
        };
        change.touch(versions.theirs, Some(Arc::clone(&theirs)), None);
        if keep_theirs {
            let mut kept = Arc::unwrap_or_clone(theirs);
            store::unmark(&mut kept);
            kept.id = ours.id;
            kept.key.clone_from(&ours.key);
            kept.rank = ours.rank;
            change.touch(versions.ours, Some(ours), Some(Arc::new(kept)));
        }
        self.make(change, clock)
    }

    /// Has a banner ask for one of two versions as long as there are two.
    pub(super) fn ask_about_versions(&mut self) {
        let pairs = store::other_versions(&self.search);
        let pair = pairs.first().map(|(ours, theirs)| Versions {
            ours: *ours,
            theirs: *theirs,
        });
        if pair == self.versions {
            return;
        }
        self.versions = pair;
        self.banners
            .retain(|banner| banner.kind != BannerKind::Versions);
        let named = pair.and_then(|pair| Some((pair, self.search.application(pair.ours)?)));
        if let Some((pair, ours)) = named {
            let text = format!(
                "{}, {} was changed here and elsewhere in different ways. Both versions are kept.",
                ours.company, ours.position
            );
            let banner = Banner::new(BannerKind::Versions, text)
                .with_action("Compare…", Command::dialog(Dialog::Versions(pair)));
            self.banners.push(banner);
        }
    }

    pub(super) fn replace(
        &mut self,
        search: JobSearch,
        file: Option<PathBuf>,
        clock: &Clock,
    ) -> Vec<Effect> {
        let (notifier, generation, view) = (self.notifier.clone(), self.generation, self.view);
        let dialect_guess = self.dialect_guess;
        let recent = std::mem::take(&mut self.recent);
        let login = self.reminding.login;
        *self = Self::new(search, file, clock);
        self.recent = recent;
        self.notifier = notifier;
        self.dialect_guess = dialect_guess;
        self.reminding.login = login;
        self.generation = generation + 1;
        self.view = view;
        Vec::new()
    }

    /// Takes over what came from outside as a change of its own, which can be undone as one.
    pub(super) fn adopt(
        &mut self,
        search: JobSearch,
        note: Option<String>,
        clock: &Clock,
    ) -> Vec<Effect> {
        let title = "Took over changes made elsewhere".to_owned();
        let mut change = Change::between(title, &self.search, &search);
        change.at = Some(clock.now);
        self.search = search;
        self.plan = Plan::new(&self.search, clock);
        self.index_again(&change);
        self.refresh(clock);
        if !change.is_empty() {
            self.say(change.title.clone(), true);
            self.history.push(change);
        }
        note.map_or_else(Vec::new, |note| {
            self.tell(Banner::new(BannerKind::News, note))
        })
    }
}
