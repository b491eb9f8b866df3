//! Everything one can go to or do, found by a few letters.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

use super::menu::UserCommand;
use super::state::State;
use super::words;
use crate::model::{Application, ApplicationId, Scenario};
use crate::time::Clock;

/// Where an entry leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an application.
    Application(ApplicationId),
    /// To an application, by one of its people.
    Person(ApplicationId),
    /// To a letter of the user's own scenario, to an application.
    Letter(ApplicationId, Scenario),
    /// To the template of a scenario.
    Template(Scenario),
    /// To what a command does.
    Command(UserCommand),
}

/// Something to go to or to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// A company, a person, or the name of a command.
    pub title: String,
    /// The position, what is next, or what the command does.
    pub detail: String,
    /// Where it leads.
    pub target: Target,
}

/// An entry with its words as they are searched.
struct Item {
    entry: Entry,
    title: Utf32String,
    whole: Utf32String,
}

/// All entries at the moment at which the palette was opened. Of those that fit equally well, the
/// earlier ones come first.
pub struct Palette {
    items: Vec<Item>,
    matcher: Matcher,
}

impl std::fmt::Debug for Palette {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Palette of {}", self.items.len())
    }
}

impl Palette {
    /// The applications, what is due in them first; their people; and the commands that can do
    /// something now.
    pub fn new(state: &State, clock: &Clock) -> Self {
        let applications = state.search.applications.values();
        let mut applications: Vec<&Application> = applications.map(AsRef::as_ref).collect();
        let urgency = urgency(state);
        applications.sort_by_key(|application| urgency(application.id));
        let of_applications = applications
            .into_iter()
            .flat_map(|application| entries_of(state, application, clock));
        let can_be_done = |command: &UserCommand| {
            *command != UserCommand::Palette && command.command(state).is_some()
        };
        let commands = UserCommand::ALL.iter().copied().filter(can_be_done);
        let of_commands = commands.map(|command| Entry {
            title: command.name_now(state),
            detail: command.hint().to_owned(),
            target: Target::Command(command),
        });
        Self {
            items: of_applications
                .chain(of_commands)
                .chain(letters(state))
                .map(Item::new)
                .collect(),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }

    /// At most `limit` entries that hold the letters of `words` in their order, the best first.
    /// Without words: a few applications, the most urgent first, and then the commands.
    pub fn find(&mut self, words: &str, limit: usize) -> Vec<&Entry> {
        if words.trim().is_empty() {
            return self.first(limit);
        }
        let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
        let matcher = &mut self.matcher;
        let mut found: Vec<(u32, &Entry)> = Vec::new();
        let named = |entry: &Entry| words.trim().eq_ignore_ascii_case(&entry.title);
        for item in &self.items {
            if item.entry.is_hidden() && !named(&item.entry) {
                continue;
            }
            let Some(whole) = pattern.score(item.whole.slice(..), matcher) else {
                continue;
            };
            // Words in the title are what is meant before words in what explains it.
            let title = pattern.score(item.title.slice(..), matcher);
            found.push((whole + title.unwrap_or(0), &item.entry));
        }
        // A stable sort: of equal ones the earlier stays first.
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let best = found.into_iter().take(limit);
        best.map(|(_, entry)| entry).collect()
    }

    fn first(&self, limit: usize) -> Vec<&Entry> {
        let entries = self.items.iter().map(|item| &item.entry);
        let is_application = |entry: &&Entry| matches!(entry.target, Target::Application(_));
        let is_command =
            |entry: &&Entry| matches!(entry.target, Target::Command(_)) && !entry.is_hidden();
        let applications = entries.clone().filter(is_application).take(FEW);
        let commands = entries.filter(is_command);
        applications.chain(commands).take(limit).collect()
    }
}

/// So many applications are offered before anything is typed.
const FEW: usize = 5;

impl Entry {
    /// Whether only its whole name finds it.
    fn is_hidden(&self) -> bool {
        self.target == Target::Command(UserCommand::Gallery)
    }
}

impl Item {
    fn new(entry: Entry) -> Self {
        Self {
            title: Utf32String::from(entry.title.as_str()),
            whole: Utf32String::from(format!("{} {}", entry.title, entry.detail)),
            entry,
        }
    }
}

/// An application by its own name, and by the names of its people.
fn entries_of(state: &State, application: &Application, clock: &Clock) -> Vec<Entry> {
    let (company, position) = (&application.company, &application.position);
    let next = words::next(&state.search, &state.plan, application.id, clock);
    let itself = Entry {
        title: company.clone(),
        detail: next.map_or_else(
            || position.clone(),
            |next| format!("{position} · {}", next.text),
        ),
        target: Target::Application(application.id),
    };
    let people = application.people().into_iter().map(|person| Entry {
        title: person.to_owned(),
        detail: format!("at {company}, {position}"),
        target: Target::Person(application.id),
    });
    std::iter::once(itself).chain(people).collect()
}

/// The letters of the user's own, to any application; and the templates of all.
fn letters(state: &State) -> Vec<Entry> {
    let search = &state.search;
    let own = search.scenarios.iter().map(|own| own.scenario);
    let templates = Scenario::ALL
        .iter()
        .copied()
        .chain(own)
        .map(|scenario| Entry {
            title: format!("Edit the template “{}”", search.label_of(scenario)),
            detail: "How this letter is written".to_owned(),
            target: Target::Template(scenario),
        });
    let letters = search.scenarios.iter().flat_map(|own| {
        search.applications.values().map(|application| Entry {
            title: own.label.clone(),
            detail: format!("to {}, {}", application.company, application.position),
            target: Target::Letter(application.id, own.scenario),
        })
    });
    letters.chain(templates).collect()
}

/// Where an application stands in the order of what is to be done; those without anything last.
fn urgency(state: &State) -> impl Fn(ApplicationId) -> usize {
    let mut places = std::collections::HashMap::new();
    for (place, action) in state.plan.actions().enumerate() {
        places.entry(action.application).or_insert(place);
    }
    move |id| places.get(&id).copied().unwrap_or(usize::MAX)
}
