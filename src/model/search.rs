use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    Achievement, Appearance, Application, ApplicationId, Muted, OwnScenario, Policy, Profile,
    Reminders, SavedView, Scenario, Spelling, Stage, StageId, StageMeaning, is_default,
};

/// The user's own version of a scenario's template.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TemplateText {
    /// The subject's template; empty where the channel has none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub subject: String,
    /// The text's template.
    pub body: String,
}

/// Somebody's whole search for work. A clone is a snapshot: it shares the applications.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct JobSearch {
    /// Who signs the letters.
    pub profile: Profile,
    /// The user's settings of the rules.
    pub policy: Policy,
    /// How the window looks.
    #[serde(skip_serializing_if = "is_default")]
    pub appearance: Appearance,
    /// How letters are proof-read.
    #[serde(skip_serializing_if = "is_default")]
    pub spelling: Spelling,
    /// How the user is reminded.
    #[serde(skip_serializing_if = "is_default")]
    pub reminders: Reminders,
    /// The board's columns, from left to right.
    pub stages: Vec<Stage>,
    /// What the user did before, for letters.
    #[serde(skip_serializing_if = "is_default")]
    pub achievements: Vec<Achievement>,
    /// The user's own versions of templates, by the scenario's name.
    #[serde(skip_serializing_if = "is_default")]
    pub templates: BTreeMap<String, TemplateText>,
    /// Templates that are being written and cannot be used yet, by the scenario's name.
    #[serde(skip_serializing_if = "is_default")]
    pub unfinished: BTreeMap<String, TemplateText>,
    /// The user's own scenarios, oldest first.
    #[serde(skip_serializing_if = "is_default")]
    pub scenarios: Vec<OwnScenario>,
    /// What the review of letters is not to tell any more.
    #[serde(skip_serializing_if = "is_default")]
    pub muted: Vec<Muted>,
    /// Filters of the board that have a name, in the order of their making.
    #[serde(skip_serializing_if = "is_default")]
    pub views: Vec<SavedView>,
    /// The applications, oldest first; in the file a list.
    #[serde(serialize_with = "as_list", deserialize_with = "from_list")]
    pub applications: BTreeMap<ApplicationId, Arc<Application>>,
}

impl Default for JobSearch {
    fn default() -> Self {
        Self {
            profile: Profile::default(),
            policy: Policy::default(),
            appearance: Appearance::default(),
            spelling: Spelling::default(),
            reminders: Reminders::default(),
            stages: Stage::standard(),
            achievements: Vec::new(),
            templates: BTreeMap::new(),
            unfinished: BTreeMap::new(),
            scenarios: Vec::new(),
            muted: Vec::new(),
            views: Vec::new(),
            applications: BTreeMap::new(),
        }
    }
}

impl JobSearch {
    /// The application with that id.
    pub fn application(&self, id: ApplicationId) -> Option<&Arc<Application>> {
        self.applications.get(&id)
    }

    /// The application that `name` names: by its key, else by its id.
    pub fn find(&self, name: &str) -> Option<&Arc<Application>> {
        self.applications
            .values()
            .find(|application| application.key == name)
            .or_else(|| self.applications.get(&ApplicationId(name.parse().ok()?)))
    }

    /// Adds or replaces an application.
    pub fn put(&mut self, application: Application) {
        self.applications
            .insert(application.id, Arc::new(application));
    }

    /// What a scenario is called: one of the user's own as they call it.
    pub fn label_of(&self, scenario: Scenario) -> &str {
        self.own_scenario(scenario)
            .map_or(scenario.label(), |own| own.label.as_str())
    }

    /// What is known of a scenario of the user's own; nothing of ours, and of one that they have
    /// deleted.
    pub fn own_scenario(&self, scenario: Scenario) -> Option<&OwnScenario> {
        self.scenarios.iter().find(|own| own.scenario == scenario)
    }

    /// Whether letters can be begun for that scenario.
    pub fn has_scenario(&self, scenario: Scenario) -> bool {
        !matches!(scenario, Scenario::Own(_)) || self.own_scenario(scenario).is_some()
    }

    /// The stage with that lasting name.
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == *id)
    }

    /// The first stage with that meaning; the standard one where the user has none.
    pub fn stage_meaning(&self, meaning: StageMeaning) -> StageId {
        self.stages
            .iter()
            .find(|stage| stage.meaning == meaning)
            .map_or_else(|| meaning.standard_id(), |stage| stage.id.clone())
    }

    /// A key for a new application, made of its names: short, unique, and fit for a command line.
    pub fn free_key(&self, company: &str, position: &str) -> String {
        let slug = slug(company, position);
        let taken = |key: &str| {
            self.applications
                .values()
                .any(|application| application.key == key)
        };
        if !taken(&slug) {
            return slug;
        }
        (2_u32..)
            .map(|n| format!("{slug}-{n}"))
            .find(|key| !taken(key))
            .unwrap_or(slug)
    }
}

/// A short name made of those of a company and a position, fit for a command line.
pub(crate) fn slug(company: &str, position: &str) -> String {
    let slug: String = format!("{company} {position}")
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect::<String>()
        .split_whitespace()
        .take(6)
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(60)
        .collect();
    if slug.is_empty() {
        "application".to_owned()
    } else {
        slug
    }
}

fn as_list<S: Serializer>(
    applications: &BTreeMap<ApplicationId, Arc<Application>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(applications.values())
}

fn from_list<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<ApplicationId, Arc<Application>>, D::Error> {
    let list = Vec::<Arc<Application>>::deserialize(deserializer)?;
    let mut applications = BTreeMap::new();
    for application in list {
        let id = application.id;
        if let Some(twin) = applications.insert(id, application) {
            return Err(serde::de::Error::custom(format!(
                "two applications have the id {}; one is “{}”",
                id.0, twin.company
            )));
        }
    }
    Ok(applications)
}
