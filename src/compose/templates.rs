//! The templates of `assets/templates/`, and the user's own versions of them.

use std::sync::OnceLock;

use super::file::Parts;
use super::{engine, phrasing};
use crate::model::{JobSearch, Scenario, TemplateText};

/// Whom a fact belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The person the letter is for.
    Person,
    /// The application, whoever the letter is for.
    Application,
    /// The user, whatever the application.
    User,
}

impl Scope {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Application, Self::User];

    /// Its name in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Application => "application",
            Self::User => "user",
        }
    }
}

/// A fact that a scenario's letters are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactSpec {
    /// Its name in templates, files and on the command line.
    pub key: String,
    /// The question that asks for it.
    pub label: String,
    /// What helps to answer.
    pub hint: String,
    /// What stands in brackets where it is missing.
    pub blank: String,
    /// Whether a letter without it has a blank; else the sentence is left out.
    pub required: bool,
    /// Whom it belongs to.
    pub scope: Scope,
}

/// One of our templates.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub(super) facts: Vec<FactSpec>,
    pub(super) subject: &'static str,
    pub(super) body: &'static str,
}

macro_rules! files {
    ($($variant:ident $name:literal)*) => {
        fn file_of(scenario: Scenario) -> &'static str {
            match scenario {
                $(Scenario::$variant => {
                    include_str!(concat!("../../assets/templates/", $name, ".jinja"))
                })*
                Scenario::Own(_) => include_str!("../../assets/templates/own.jinja"),
            }
        }
    };
}

files! {
    ThankYou "thank-you"
    CheckInFirst "check-in-first"
    CheckInSecond "check-in-second"
    CheckInFinal "check-in-final"
    LinkedInFinal "linkedin-final"
    Value "value"
    News "news"
    LinkedInConnect "linkedin-connect"
    Phone "phone"
    AnswerUpdate "answer-update"
    AnswerRejection "answer-rejection"
    LastWord "last-word"
    OtherOfferMention "other-offer-mention"
    OtherOfferExpedite "other-offer-expedite"
    Withdraw "withdraw"
    Accept "accept"
    AskForTime "ask-for-time"
    Question "question"
    ConfirmInterview "confirm-interview"
    RescheduleInterview "reschedule-interview"
    MissedCall "missed-call"
    ThankReferrer "thank-referrer"
    SendPromised "send-promised"
}

/// Our template of a scenario; of one of the user's own, what it begins with.
pub(super) fn source_of(scenario: Scenario) -> &'static Source {
    static SOURCES: OnceLock<Vec<(Scenario, Source)>> = OnceLock::new();
    static OWN: OnceLock<Source> = OnceLock::new();
    static NONE: Source = Source {
        facts: Vec::new(),
        subject: "",
        body: "",
    };
    if matches!(scenario, Scenario::Own(_)) {
        return OWN.get_or_init(|| parse(file_of(scenario)));
    }
    SOURCES
        .get_or_init(|| {
            Scenario::ALL
                .iter()
                .map(|scenario| (*scenario, parse(file_of(*scenario))))
                .collect()
        })
        .iter()
        .find(|(of, _)| *of == scenario)
        .map_or(&NONE, |(_, source)| source)
}

/// The facts that a scenario's letters are made of, in the order in which to ask for them.
pub fn facts_of(scenario: Scenario) -> &'static [FactSpec] {
    &source_of(scenario).facts
}

/// The facts that a scenario's letters are made of in this search: those of ours, and what else the
/// user's own version of the template speaks of.
pub fn facts_for(search: &JobSearch, scenario: Scenario) -> Vec<&'static FactSpec> {
    let mut facts: Vec<&'static FactSpec> = facts_of(scenario).iter().collect();
    if let Some(own) = own_template(search, scenario) {
        let names = engine::names_in(own);
        let further = names.iter().filter_map(|name| spec_of(scenario, name));
        for spec in further {
            if !facts.iter().any(|fact| fact.key == spec.key) {
                facts.push(spec);
            }
        }
    }
    facts
}

/// The template in force: the user's own version, else ours, its parts written out.
pub fn template_of(search: &JobSearch, scenario: Scenario) -> TemplateText {
    own_template(search, scenario)
        .cloned()
        .unwrap_or_else(|| ours_of(scenario))
}

/// What the user is writing at: the version that cannot be used yet, else the one in force.
pub fn template_begun(search: &JobSearch, scenario: Scenario) -> TemplateText {
    let unfinished = search.unfinished.get(scenario.name());
    unfinished
        .cloned()
        .unwrap_or_else(|| template_of(search, scenario))
}

/// Our template, its parts written out; of one of the user's own scenarios, what it begins with.
pub fn ours_of(scenario: Scenario) -> TemplateText {
    let ours = source_of(scenario);
    TemplateText {
        subject: phrasing::written_out(ours.subject),
        body: phrasing::written_out(ours.body),
    }
}

/// The user's own version.
pub(super) fn own_template(search: &JobSearch, scenario: Scenario) -> Option<&TemplateText> {
    search.templates.get(scenario.name())
}

/// What a fact of that name asks for: in this scenario, else in any.
pub(super) fn spec_of(scenario: Scenario, key: &str) -> Option<&'static FactSpec> {
    std::iter::once(&scenario)
        .chain(Scenario::ALL)
        .flat_map(|scenario| facts_of(*scenario))
        .find(|spec| spec.key == key)
}

/// Ours are tested to be right; a wrong one would be an empty letter.
fn parse(file: &'static str) -> Source {
    Parts::of(file).map_or_else(
        |_| Source::default(),
        |parts| Source {
            facts: parts.facts,
            subject: parts.subject.trim(),
            body: parts.body.trim(),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_ones_own_is_asked_what_it_speaks_of() {
        let mut search = JobSearch::default();
        let keys = |search: &JobSearch, scenario| {
            let facts = facts_for(search, scenario).into_iter();
            facts.map(|fact| fact.key.as_str()).collect::<Vec<_>>()
        };
        let own: Scenario = "own-portfolio".parse().unwrap();
        assert_eq!(keys(&search, own), [""; 0]);
        assert_eq!(keys(&search, Scenario::Accept), ["start_day", "to_settle"]);
        for scenario in [own, Scenario::Accept] {
            let text = TemplateText {
                subject: "{{ topic | about }}".into(),
                body: "{% if start_day %}{{ company }} {{ start_day | day }}{% endif %}".into(),
            };
            search.templates.insert(scenario.name().to_owned(), text);
        }
        assert_eq!(keys(&search, own), ["start_day", "topic"]);
        assert_eq!(
            keys(&search, Scenario::Accept),
            ["start_day", "to_settle", "topic"]
        );
    }

    #[test]
    fn every_file_says_what_it_is_and_asks_helpfully() {
        for scenario in Scenario::ALL {
            let file = file_of(*scenario);
            let head = format!(
                "scenario: {scenario}\nchannel: {}\n",
                scenario.channel().name()
            );
            assert!(file.starts_with(&head), "{scenario}");
            assert_eq!(file.matches("---\n").count(), 2, "{scenario}");
            let declared = file.lines().filter(|l| l.starts_with("fact ")).count();
            assert_eq!(facts_of(*scenario).len(), declared, "{scenario}");
            for fact in facts_of(*scenario) {
                assert!(fact.label.ends_with('?'), "{scenario} {}", fact.key);
                assert!(!fact.blank.is_empty(), "{scenario} {}", fact.key);
                assert!(fact.hint.len() > 8, "{scenario} {}", fact.key);
            }
        }
    }

    #[test]
    fn ours_never_shout_and_never_repeat_what_everybody_writes() {
        for scenario in Scenario::ALL {
            let source = source_of(*scenario);
            for text in [source.subject, source.body] {
                assert!(!text.contains('!'), "{scenario}");
                let low = text.to_lowercase();
                for cliche in ["finds you well", "touch base", "reach out", "circle back"] {
                    assert!(!low.contains(cliche), "{scenario}: {cliche}");
                }
            }
        }
    }
}
