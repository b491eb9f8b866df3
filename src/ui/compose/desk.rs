//! Everything about the letter at hand, worked out once for each change of what it depends on.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::app::{Panel, State};
use crate::compose::{
    self, ChangedFact, Correction, FactSpec, Request, Said, Scope, TemplateError, Unit, bounds_of,
    count_words,
};
use crate::etiquette::{self, Action, Permission, Task, ThankState};
use crate::model::{Application, Draft, Event, Message, Muted, Scenario, same_name};
use crate::proofread::Manuscript;
use crate::review::{self, Check, Finding, Level, Part};
use crate::time::{Clock, When};
use crate::ui::widgets::letter::{Mark, MarkKind};

/// A text longer than this is read over only when the typing rests.
const LONG: usize = 12_000;
/// How long it rests, in seconds.
const REST: f64 = 0.4;
/// More marks than these help nobody.
const MOST_MARKS: usize = 200;

/// What the letter depends on. While it stays the same, nothing is worked out anew.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct At {
    pub(super) panel: Panel,
    generation: u64,
    minute: i64,
    despite: bool,
}

impl At {
    pub(super) fn new(state: &State, panel: &Panel, clock: &Clock, despite: bool) -> Self {
        Self {
            panel: panel.clone(),
            generation: state.generation,
            minute: clock.now.timestamp().div_euclid(60),
            despite,
        }
    }
}

/// What lies on the sheet.
#[derive(Debug)]
pub(super) enum Mode {
    /// A letter to be written.
    Letter,
    /// The letter that was sent.
    Sent(When, Box<Message>),
    /// Nothing: the rules say not to write.
    Locked,
    /// Nothing: nobody is known whom it could be for.
    Nobody,
    /// Nothing: the user's own template is wrong.
    Broken(TemplateError),
}

/// A fact of the letter.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) spec: &'static FactSpec,
    /// Whose it is, where it is a person's.
    pub(super) with: Option<String>,
    /// What was noted.
    pub(super) noted: String,
    /// What the letter says where nothing was noted.
    pub(super) otherwise: Option<String>,
}

/// Somebody with a letter of their own.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) state: ThankState,
}

/// The letter at hand.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) at: At,
    pub(super) application: Arc<Application>,
    pub(super) scenario: Scenario,
    /// Whom it is for, if it is for one person alone; the draft is kept under that name.
    pub(super) person: Option<String>,
    /// Whom it is addressed to.
    pub(super) to: Vec<String>,
    pub(super) mode: Mode,
    pub(super) subject: String,
    pub(super) body: String,
    /// Whether the text is the user's, not the template's.
    pub(super) by_hand: bool,
    /// What the review is not to tell of this letter.
    pub(super) ignored: Vec<Muted>,
    /// What each fact said when the user began to write.
    said: Said,
    /// What has changed since, where their words can follow.
    pub(super) changed: Vec<ChangedFact>,
    pub(super) facts: Vec<Fact>,
    pub(super) people: Vec<Person>,
    pub(super) permission: Permission,
    pub(super) action: Option<Action>,
    /// What the review found; nothing while the text is not read over yet.
    pub(super) findings: Option<Vec<Finding>>,
    /// The findings as marks in the text.
    pub(super) marks: Vec<Mark>,
    read_at: f64,
    /// Whether the proof-reader has it.
    is_handed_over: bool,
    /// What the proof-reader had said when the letter was read over.
    heard: u64,
}

impl Desk {
    /// Works everything out; `now` is egui's time, in seconds.
    pub(super) fn new(at: At, state: &State, clock: &Clock, now: f64) -> Option<Self> {
        let application = Arc::clone(state.application(at.panel.application)?);
        let chosen = at.panel.compose.clone()?;
        let scenario = chosen.scenario;
        let ctx = state.context(clock);
        let request = Request {
            scenario,
            person: chosen.person.as_deref(),
            facts: &BTreeMap::new(),
        };
        let letter = compose::compose(&application, &ctx, &request);
        let (to, person) = match &letter {
            Ok(letter) => (letter.to.clone(), letter.person.clone()),
            Err(_) => {
                let person = chosen.person.clone();
                let to = etiquette::addressees(&application, &ctx, scenario, person.as_deref());
                (to, person)
            }
        };
        let who = person.as_deref().or(to.first().map(String::as_str));
        let permission = etiquette::may(&application, &ctx, scenario, person.as_deref());
        let actions = state.plan.of(application.id);
        let draft = application.draft(scenario, person.as_deref()).cloned();
        let mut desk = Self {
            facts: facts_of(
                &application,
                who,
                compose::known_facts(&application, &ctx, &request),
            ),
            people: people_of(state, &application, scenario, person.as_deref()),
            action: action_of(actions, scenario, person.as_deref()).cloned(),
            by_hand: draft.is_some(),
            ignored: Vec::new(),
            said: compose::said(&application, &ctx, &request),
            changed: Vec::new(),
            subject: String::new(),
            body: String::new(),
            mode: Mode::Letter,
            findings: None,
            marks: Vec::new(),
            read_at: now,
            is_handed_over: false,
            heard: 0,
            at,
            application,
            scenario,
            person,
            to,
            permission,
        };
        match (draft, letter) {
            (Some(draft), _) => {
                desk.changed = compose::changed_facts(&draft, &desk.said);
                desk.said = draft.said;
                (desk.subject, desk.body) = (draft.subject, draft.body);
                desk.ignored = draft.ignored;
            }
            (None, Ok(letter)) => {
                (desk.subject, desk.body) = (letter.subject, letter.body);
                desk.mode = desk.mode_by_rule();
            }
            (None, Err(error)) => desk.mode = Mode::Broken(error),
        }
        if desk.body.len() > LONG {
            desk.read_at = now + REST;
        }
        Some(desk)
    }

    /// The letter as a draft of the user's.
    pub(super) fn draft(&self) -> Draft {
        Draft {
            scenario: self.scenario,
            person: self.person.clone(),
            subject: self.subject.clone(),
            body: self.body.clone(),
            ignored: self.ignored.clone(),
            said: self.said.clone(),
        }
    }

    /// What lies on the sheet as long as the user has not begun to write.
    fn mode_by_rule(&self) -> Mode {
        let nobody = is_personal(self.scenario) && self.person.is_none();
        if nobody {
            return Mode::Nobody;
        }
        let never = !self.permission.allowed && self.permission.from.is_none();
        if !never || self.at.despite {
            return Mode::Letter;
        }
        match self.sent() {
            Some((at, message)) => Mode::Sent(at, Box::new(message.clone())),
            None => Mode::Locked,
        }
    }

    /// The last letter of this kind that was sent to this person.
    fn sent(&self) -> Option<(When, &Message)> {
        let person = self
            .person
            .as_deref()
            .filter(|_| is_personal(self.scenario));
        let wanted: Vec<&str> = person
            .into_iter()
            .chain(self.to.iter().map(String::as_str))
            .collect();
        self.application.history.iter().rev().find_map(|entry| {
            let Event::Sent(message) = &entry.event else {
                return None;
            };
            let to_them = person.is_none()
                || message
                    .to
                    .iter()
                    .any(|to| wanted.iter().any(|name| same_name(to, name)));
            (message.scenario == self.scenario && to_them).then_some((entry.at, message))
        })
    }

    /// Reads the letter over, a long one not before the typing rests.
    pub(super) fn read_in_time(&mut self, state: &State, clock: &Clock, ctx: &Context) {
        let is_read = self.findings.is_some();
        let heard_all = self.heard == state.proofreading.number;
        if is_read && heard_all || !matches!(self.mode, Mode::Letter) {
            return;
        }
        if is_read {
            self.read(state, clock);
            return;
        }
        let rest = self.read_at - ctx.input(|input| input.time);
        if rest > 0.0 {
            ctx.request_repaint_after(Duration::try_from_secs_f64(rest).unwrap_or_default());
            return;
        }
        self.read(state, clock);
    }

    /// Reads the letter over now.
    pub(super) fn read(&mut self, state: &State, clock: &Clock) {
        let draft = review::Draft {
            subject: &self.subject,
            body: &self.body,
            scenario: Some(self.scenario),
            to: &self.to,
            person: self.person.as_deref(),
            channel: None,
            ignored: &self.ignored,
            proof: &self.proof(state),
        };
        let ctx = state.context(clock);
        let findings = review::review(&draft, Some(&self.application), &ctx);
        self.heard = state.proofreading.number;
        self.marks = marks_of(&findings, self.body.chars().count());
        self.marks
            .extend(self.changed.iter().flat_map(marks_of_change));
        self.findings = Some(findings);
    }

    /// What the proof-reader said of this letter, as far as it still holds.
    fn proof(&self, state: &State) -> Vec<Finding> {
        let proof = state.proofreading.proof.as_ref();
        let proof = proof.filter(|_| !state.search.spelling.off);
        proof.map_or_else(Vec::new, |proof| {
            proof.findings_in(&self.subject, &self.body)
        })
    }

    /// Whether the proof-reader has not read this letter yet.
    pub(super) fn awaits_proof(&self, state: &State) -> bool {
        let proofreading = &state.proofreading;
        let read = proofreading.proof.as_ref();
        let read = read.is_some_and(|proof| proof.is_of(&self.subject, &self.body));
        !read && proofreading.unavailable.is_none() && !state.search.spelling.off
    }

    /// The letter for the proof-reader, once it was read over here.
    pub(super) fn for_the_proof_reader(&mut self) -> Option<Manuscript> {
        if self.findings.is_none() || std::mem::replace(&mut self.is_handed_over, true) {
            return None;
        }
        Some(Manuscript {
            subject: self.subject.clone(),
            body: self.body.clone(),
        })
    }

    /// Why copying should ask first.
    pub(super) fn blockers(&mut self, state: &State, clock: &Clock) -> Vec<String> {
        if self.findings.is_none() {
            self.read(state, clock);
        }
        self.findings
            .iter()
            .flatten()
            .filter(|finding| finding.level == Level::Blocker)
            .map(|finding| finding.message.clone())
            .collect()
    }

    /// Tells this letter from every other, and from itself after a change.
    pub(super) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let of = (self.application.id, self.scenario, &self.person);
        (of, &self.subject, &self.body).hash(&mut hasher);
        hasher.finish()
    }

    /// How long it is, in words, and whether that is right.
    pub(super) fn length(&self) -> (String, bool) {
        let Some(bounds) = bounds_of(self.scenario) else {
            return (format!("{} words", count_words(&self.body)), true);
        };
        let length = bounds.unit.measure(&self.body);
        let unit = match bounds.unit {
            Unit::Words => "words",
            Unit::Characters => "characters",
        };
        let range = match bounds.least {
            0 => format!("at most {}", bounds.most),
            least => format!("{least} to {}", bounds.most),
        };
        let fits = (bounds.least..=bounds.most).contains(&length);
        (format!("{length} of {range} {unit}"), fits)
    }
}

/// Whether every interviewer gets a letter of their own.
pub(super) fn is_personal(scenario: Scenario) -> bool {
    matches!(scenario, Scenario::ThankYou | Scenario::LinkedInConnect)
}

fn facts_of(
    application: &Application,
    who: Option<&str>,
    known: Vec<(&'static FactSpec, Option<String>)>,
) -> Vec<Fact> {
    known
        .into_iter()
        .map(|(spec, value)| {
            let with = who.filter(|_| spec.scope == Scope::Person);
            let noted = application.fact(&spec.key, with).unwrap_or_default();
            Fact {
                spec,
                with: with.map(str::to_owned),
                otherwise: value.filter(|_| noted.is_empty()),
                noted: noted.to_owned(),
            }
        })
        .collect()
}

/// The action that this letter would do.
fn action_of<'a>(
    actions: &'a [Action],
    scenario: Scenario,
    person: Option<&str>,
) -> Option<&'a Action> {
    actions.iter().find(|action| match action.task {
        Task::Write(other) => {
            other == scenario
                && (!is_personal(scenario)
                    || match (action.person.as_deref(), person) {
                        (Some(a), Some(b)) => same_name(a, b),
                        _ => true,
                    })
        }
        Task::AnswerOffer => matches!(scenario, Scenario::Accept | Scenario::AskForTime),
        Task::Debrief | Task::Close | Task::Decide => false,
    })
}

/// Everybody who gets such a letter, with how theirs stands.
fn people_of(
    state: &State,
    application: &Application,
    scenario: Scenario,
    person: Option<&str>,
) -> Vec<Person> {
    if !is_personal(scenario) {
        return Vec::new();
    }
    let mut people: Vec<Person> = Vec::new();
    let mut add = |name: &str, state: ThankState| {
        if !people.iter().any(|known| same_name(&known.name, name)) {
            let name = name.to_owned();
            people.push(Person { name, state });
        }
    };
    let cadence = state.plan.cadence(application.id);
    for (name, thanked) in cadence.iter().flat_map(|cadence| &cadence.thank_yous) {
        let state = match scenario {
            Scenario::ThankYou => *thanked,
            _ if is_connected(application, name) => ThankState::Sent,
            _ => ThankState::ToCome,
        };
        add(name, state);
    }
    for action in state.plan.of(application.id) {
        if action.task == Task::Write(scenario)
            && let Some(name) = &action.person
        {
            add(name, ThankState::Owed);
        }
    }
    if let Some(person) = person {
        add(person, ThankState::ToCome);
    }
    people
}

fn is_connected(application: &Application, name: &str) -> bool {
    application.history.iter().any(|entry| match &entry.event {
        Event::Sent(message) => {
            message.scenario == Scenario::LinkedInConnect
                && message.to.iter().any(|to| same_name(to, name))
        }
        _ => false,
    })
}

/// Where a changed fact still stands in its old words.
fn marks_of_change(fact: &ChangedFact) -> impl Iterator<Item = Mark> + '_ {
    let mark = |correction: &Correction| Mark {
        range: correction.place.clone(),
        kind: MarkKind::Hint,
        message: format!("Changed since you wrote this: {}", fact.label),
    };
    fact.body.iter().map(mark)
}

/// The findings in the text as marks. What is said of the whole text marks nothing.
fn marks_of(findings: &[Finding], length: usize) -> Vec<Mark> {
    findings
        .iter()
        .filter(|finding| finding.part == Part::Body && finding.start < finding.end)
        .filter(|finding| !(finding.start == 0 && finding.end >= length))
        .filter(|finding| finding.check != Check::TooSoon)
        .take(MOST_MARKS)
        .map(|finding| Mark {
            range: finding.start..finding.end,
            kind: match (finding.check, finding.level) {
                (Check::Placeholder, _) => MarkKind::Blank,
                (_, Level::Blocker) => MarkKind::Blocker,
                (_, Level::Warning) => MarkKind::Warning,
                (_, Level::Hint) => MarkKind::Hint,
            },
            message: finding.message.clone(),
        })
        .collect()
}
