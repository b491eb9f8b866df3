//! One application: what is next on top, then the people, the meetings and the whole conversation.
//!
//! Forms open in the place of what they change. What is typed into one that is not saved is kept
//! while another application is looked at.

mod dates;
mod details;
mod documents;
mod entry;
mod form;
mod header;
mod interviews;
mod next;
mod people;
mod pin;
#[cfg(test)]
mod tests;
mod timeline;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::{Frame, Margin, ScrollArea, Ui};
use serde::{Deserialize, Serialize};

use super::scene::Scene;
use super::theme::space;
use super::widgets::text::divider;
use crate::model::{Application, ApplicationId, EntryId, JobSearch};

/// In a panel of less height the top scrolls with the rest, which had no room otherwise.
const LOW: f32 = 420.0;

/// What the panel keeps between frames. As data it is its open forms.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelView {
    /// The application that is shown.
    #[serde(skip)]
    shown: Option<ApplicationId>,
    /// Whether the next step is to get the keyboard: the panel was opened by key.
    #[serde(skip)]
    lead: bool,
    /// Forms that are open, each by what it changes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    details: BTreeMap<ApplicationId, details::Form>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pins: BTreeMap<ApplicationId, pin::Form>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    people: BTreeMap<(ApplicationId, Option<String>), people::Form>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    documents: documents::Forms,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    entries: BTreeMap<EntryId, entry::Form>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    inserts: timeline::Inserts,
    /// Whether the rule behind what is next is shown.
    #[serde(skip)]
    explained: bool,
    /// Whether the whole advert is shown.
    #[serde(skip)]
    whole_advert: bool,
    #[serde(skip)]
    timeline: timeline::Timeline,
    /// Entries whose text is shown in full.
    #[serde(skip)]
    unfolded: BTreeSet<EntryId>,
}

impl PanelView {
    /// Says that no panel is open: the next is a new one, even on the same application.
    pub fn closed(&mut self) {
        self.shown = None;
    }

    /// An application with an open form.
    pub fn interrupted(&self, search: &JobSearch) -> Option<ApplicationId> {
        let of_entry = |id: &EntryId| {
            let mut all = search.applications.values();
            let one = all.find(|one| one.entry(*id).is_some());
            one.map(|one| one.id)
        };
        let people = self.people.keys().map(|(id, _)| id);
        let inserts = self.inserts.keys().map(|(id, _)| id);
        let forms = self.details.keys().chain(self.pins.keys());
        let forms = forms.chain(self.documents.keys());
        let mut by_id = forms.chain(people).chain(inserts);
        by_id
            .next()
            .copied()
            .or_else(|| self.entries.keys().find_map(of_entry))
    }

    /// Forgets forms about what is not there any more.
    pub fn forget_unknown(&mut self, search: &JobSearch) {
        let is_known = |id: &ApplicationId| search.application(*id).is_some();
        self.details.retain(|id, _| is_known(id));
        self.pins.retain(|id, _| is_known(id));
        self.documents.retain(|id, _| is_known(id));
        self.people.retain(|(id, _), _| is_known(id));
        self.inserts.retain(|(id, _), _| is_known(id));
        let all = || search.applications.values();
        self.entries
            .retain(|id, _| all().any(|one| one.entry(*id).is_some()));
    }

    /// Shows the application whose panel is open.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let Some(application) = scene.state.open_application().map(Arc::clone) else {
            return;
        };
        let arrived = self.shown.replace(application.id) != Some(application.id);
        if arrived {
            self.explained = false;
            self.whole_advert = false;
            self.lead = ui.memory(|memory| memory.focused().is_some());
            self.timeline = timeline::Timeline::default();
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let margin = Margin::from(space::L);
        let is_low = ui.available_height() < LOW;
        if !is_low {
            self.top(ui, scene, &application);
        }
        // Another application is read from its top.
        let area = ScrollArea::vertical()
            .id_salt(("panel", application.id))
            .auto_shrink(false);
        area.show(ui, |ui| {
            if is_low {
                self.top(ui, scene, &application);
            }
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                let parts = next::Parts {
                    pins: &mut self.pins,
                    explained: &mut self.explained,
                    lead: &mut self.lead,
                };
                next::show(ui, scene, &application, parts);
                dates::show(ui, scene, &application, &mut self.entries);
                people::show(ui, scene, &application, &mut self.people);
                interviews::show(ui, scene, &application);
                documents::show(
                    ui,
                    scene,
                    &application,
                    &mut self.documents,
                    &mut self.whole_advert,
                );
                timeline::show(
                    ui,
                    scene,
                    &application,
                    timeline::Parts {
                        timeline: &mut self.timeline,
                        entries: &mut self.entries,
                        inserts: &mut self.inserts,
                        details: &mut self.details,
                        unfolded: &mut self.unfolded,
                    },
                );
            });
        });
    }

    fn top(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, application: &Application) {
        Frame::new()
            .inner_margin(Margin::from(space::L))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                let (details, papers) = (&mut self.details, &mut self.documents);
                header::show(ui, scene, application, details, papers);
            });
        divider(ui);
    }
}

/// A section's heading with something to press at its end.
fn heading(ui: &mut Ui, words: &str, end: impl FnOnce(&mut Ui)) {
    use super::widgets::text::subheading;
    ui.add_space(space::L);
    ui.horizontal(|ui| {
        subheading(ui, words);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), end);
    });
}
