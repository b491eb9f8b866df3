//! Everything one can go to or do, found by a few letters.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::menu::UserCommand;
use super::state::State;
use super::words;
use crate::model::{Application, ApplicationId};
use crate::time::Clock;

/// Where an entry leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an application.
    Application(ApplicationId),
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
    /// Among entries that fit equally well, lower ones come first.
    order: usize,
}

/// All entries at the moment at which the palette was opened.
pub struct Palette {
    entries: Vec<Entry>,
    matcher: Matcher,
}

impl std::fmt::Debug for Palette {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Palette of {}", self.entries.len())
    }
}

impl Palette {
    /// The applications, what is due in them first; their people; and the commands that can do
    /// something now.
    pub fn new(state: &State, clock: &Clock) -> Self {
        let mut entries = Vec::new();
        let mut applications: Vec<&Application> = state
            .search
            .applications
            .values()
            .map(AsRef::as_ref)
            .collect();
        let urgency = urgency(state);
        applications.sort_by_key(|application| urgency(application.id));
        for application in applications {
            push_application(&mut entries, state, application, clock);
        }
        for command in UserCommand::ALL {
            if command != UserCommand::Palette && command.command(state).is_some() {
                entries.push(Entry {
                    title: command.name_now(state),
                    detail: command.hint().to_owned(),
                    target: Target::Command(command),
                    order: entries.len(),
                });
            }
        }
        Self {
            entries,
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
        let (matcher, mut letters) = (&mut self.matcher, Vec::new());
        let mut found: Vec<(u32, &Entry)> = Vec::new();
        for entry in &self.entries {
            let text = format!("{} {}", entry.title, entry.detail);
            let whole = pattern.score(Utf32Str::new(&text, &mut letters), matcher);
            let Some(whole) = whole else {
                continue;
            };
            // Words in the title are what is meant before words in what explains it.
            let title = pattern.score(Utf32Str::new(&entry.title, &mut letters), matcher);
            found.push((whole + title.unwrap_or(0), entry));
        }
        found.sort_by_key(|(score, entry)| (std::cmp::Reverse(*score), entry.order));
        found
            .into_iter()
            .take(limit)
            .map(|(_, entry)| entry)
            .collect()
    }

    fn first(&self, limit: usize) -> Vec<&Entry> {
        let is_application = |entry: &&Entry| entry.title_of_application();
        let is_command = |entry: &&Entry| matches!(entry.target, Target::Command(_));
        let applications = self.entries.iter().filter(is_application).take(FEW);
        let commands = self.entries.iter().filter(is_command);
        applications.chain(commands).take(limit).collect()
    }
}

/// So many applications are offered before anything is typed.
const FEW: usize = 5;

impl Entry {
    /// Whether it is an application by its own name, not by that of one of its people.
    fn title_of_application(&self) -> bool {
        matches!(self.target, Target::Application(_)) && !self.is_person()
    }

    /// Whether it is a person.
    pub fn is_person(&self) -> bool {
        self.detail.starts_with(AT)
    }
}

/// What the detail of a person begins with.
const AT: &str = "at ";

fn push_application(
    entries: &mut Vec<Entry>,
    state: &State,
    application: &Application,
    clock: &Clock,
) {
    let target = Target::Application(application.id);
    let next = words::next(&state.search, &state.plan, application.id, clock);
    let detail = match next {
        Some(next) => format!("{} · {}", application.position, next.text),
        None => application.position.clone(),
    };
    entries.push(Entry {
        title: application.company.clone(),
        detail,
        target,
        order: entries.len(),
    });
    for person in application.people() {
        entries.push(Entry {
            title: person.to_owned(),
            detail: format!("{AT}{}, {}", application.company, application.position),
            target,
            order: entries.len(),
        });
    }
}

/// Where an application stands in the order of what is to be done; those without anything last.
fn urgency(state: &State) -> impl Fn(ApplicationId) -> usize {
    let mut places = std::collections::HashMap::new();
    for (place, action) in state.plan.actions().enumerate() {
        places.entry(action.application).or_insert(place);
    }
    move |id| places.get(&id).copied().unwrap_or(usize::MAX)
}
