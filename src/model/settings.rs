use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Achievement, Appearance, Application, ApplicationId, JobSearch, Muted, OwnScenario, Policy,
    Profile, Reminders, SavedView, Spelling, Stage, TemplateText,
};

/// Everything of a job search that is not an application.
///
/// Both ways name every field, so that a new one of [`JobSearch`] does not compile until it is
/// here; what compares, merges or undoes settings then knows it, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Who signs the letters.
    pub profile: Profile,
    /// The user's settings of the rules.
    pub policy: Policy,
    /// How the window looks.
    pub appearance: Appearance,
    /// How letters are proof-read.
    pub spelling: Spelling,
    /// How the user is reminded.
    pub reminders: Reminders,
    /// The board's columns, from left to right.
    pub stages: Vec<Stage>,
    /// What the user did before, for letters.
    pub achievements: Vec<Achievement>,
    /// The user's own versions of templates, by the scenario's name.
    pub templates: BTreeMap<String, TemplateText>,
    /// Templates that are being written and cannot be used yet, by the scenario's name.
    pub unfinished: BTreeMap<String, TemplateText>,
    /// The user's own scenarios.
    pub scenarios: Vec<OwnScenario>,
    /// What the review of letters is not to tell any more.
    pub muted: Vec<Muted>,
    /// Filters of the board that have a name, in the order of their making.
    pub views: Vec<SavedView>,
}

impl Settings {
    /// The settings of that search.
    pub fn of(search: &JobSearch) -> Self {
        let JobSearch {
            profile,
            policy,
            appearance,
            spelling,
            reminders,
            stages,
            achievements,
            templates,
            unfinished,
            scenarios,
            muted,
            views,
            applications: _,
        } = search;
        Self {
            profile: profile.clone(),
            policy: policy.clone(),
            appearance: appearance.clone(),
            spelling: spelling.clone(),
            reminders: reminders.clone(),
            stages: stages.clone(),
            achievements: achievements.clone(),
            templates: templates.clone(),
            unfinished: unfinished.clone(),
            scenarios: scenarios.clone(),
            muted: muted.clone(),
            views: views.clone(),
        }
    }

    /// A search with these settings and those applications.
    pub fn with(self, applications: BTreeMap<ApplicationId, Arc<Application>>) -> JobSearch {
        let Self {
            profile,
            policy,
            appearance,
            spelling,
            reminders,
            stages,
            achievements,
            templates,
            unfinished,
            scenarios,
            muted,
            views,
        } = self;
        JobSearch {
            profile,
            policy,
            appearance,
            spelling,
            reminders,
            stages,
            achievements,
            templates,
            unfinished,
            scenarios,
            muted,
            views,
            applications,
        }
    }

    /// Puts them in the place of that search's own.
    pub fn put_into(self, search: &mut JobSearch) {
        *search = self.with(std::mem::take(&mut search.applications));
    }
}
