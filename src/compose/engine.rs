//! The template language, set up for letters: nothing is escaped, notes are data and never
//! templates, and what a template may cost is limited.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use minijinja::value::{Object, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior};

use super::bounds::{aim_of, bounds_of};
use super::known::Known;
use super::templates::{self, FactSpec};
use super::{phrasing, wording};
use crate::model::{OwnName, Scenario, TemplateText};

/// How much of what may be left out a letter tells: from everything to the essential.
const ROOM: std::ops::RangeInclusive<u8> = 0..=4;

/// What one letter may cost: far above any letter, far below a wait.
const FUEL: u64 = 100_000;

/// What is wrong with a template without a text.
pub(super) const MISSING: &str = "the text of the letter is missing";

/// The part of a template that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Its subject.
    Subject,
    /// Its text.
    Body,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Subject => "subject",
            Self::Body => "text",
        })
    }
}

/// What is wrong with a user's own version of a template, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the template “{scenario}”, {place}, line {line}: {reason}")]
pub struct TemplateError {
    /// Whose template.
    pub scenario: Scenario,
    /// In which part.
    pub place: Place,
    /// On which line of that part, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

/// A letter as its template gave it.
pub(super) struct Rendered {
    pub(super) subject: String,
    pub(super) body: String,
    pub(super) missing: Vec<FactSpec>,
}

/// Whether `text` can be read as a template.
///
/// # Errors
/// What is wrong, and on which line.
pub fn try_template(scenario: Scenario, text: &TemplateText) -> Result<(), TemplateError> {
    for (place, source) in [(Place::Subject, &text.subject), (Place::Body, &text.body)] {
        environment()
            .template_from_named_str(scenario.name(), source)
            .map_err(|error| explained(scenario, place, &error))?;
    }
    if text.body.trim().is_empty() {
        return Err(TemplateError {
            scenario,
            place: Place::Body,
            line: 1,
            reason: MISSING.to_owned(),
        });
    }
    Ok(())
}

/// The fullest letter that is not too long. Templates leave out what `room` does not allow.
///
/// `own` is the user's version of the template, if they have one.
pub(super) fn fitting(
    own: Option<&TemplateText>,
    scenario: Scenario,
    known: &Known,
) -> Result<Rendered, TemplateError> {
    let fullest = render(own, scenario, known, *ROOM.end())?;
    let (Some(bounds), Some(aim)) = (bounds_of(scenario), aim_of(scenario)) else {
        return Ok(fullest);
    };
    let length = |letter: &Rendered| bounds.unit.measure(&letter.body);
    let mut letter = fullest;
    for room in ROOM.rev().skip(1) {
        if length(&letter) <= aim.most {
            break;
        }
        let shorter = render(own, scenario, known, room)?;
        // Rather a little ample than too short.
        if length(&shorter) < bounds.least && length(&letter) <= bounds.most {
            break;
        }
        letter = shorter;
    }
    Ok(letter)
}

fn render(
    own: Option<&TemplateText>,
    scenario: Scenario,
    known: &Known,
    room: u8,
) -> Result<Rendered, TemplateError> {
    let mut values = Values::new(scenario, known);
    values.put("room", Value::from(room));
    let parts: BTreeMap<_, _> = phrasing::parts_at(known.place).collect();
    values.put("part", Value::from(parts));
    values.put("phrasing", Value::from(known.place + 1));
    let part = |place: Place| {
        print(own, scenario, place, &values.map).map_err(|error| explained(scenario, place, &error))
    };
    let subject = wording::line(&part(Place::Subject)?);
    let body = tidied(&part(Place::Body)?);
    Ok(Rendered {
        subject,
        body,
        missing: values.missing(scenario),
    })
}

/// The user's own version is read anew, as it may have changed; ours are read once.
fn print(
    own: Option<&TemplateText>,
    scenario: Scenario,
    place: Place,
    values: &BTreeMap<String, Value>,
) -> Result<String, minijinja::Error> {
    let values = Value::from_object(values.clone());
    if let Some(own) = own {
        let source = match place {
            Place::Subject => &own.subject,
            Place::Body => &own.body,
        };
        return environment().render_named_str(scenario.name(), source, values);
    }
    environment()
        .get_template(&template_name(scenario, place))?
        .render(values)
}

/// The name under which the engine knows a template of ours. What the user's own scenarios begin
/// with is one for all.
fn template_name(scenario: Scenario, place: Place) -> String {
    let name = match scenario {
        Scenario::Own(_) => "own",
        ours => ours.name(),
    };
    format!("{name} {place}")
}

/// The names that a template speaks of; none where it cannot be read.
pub(super) fn names_in(text: &TemplateText) -> BTreeSet<String> {
    [&text.subject, &text.body]
        .into_iter()
        .filter_map(|source| environment().template_from_str(source).ok())
        .flat_map(|template| template.undeclared_variables(false))
        .collect()
}

fn environment() -> &'static Environment<'static> {
    static ENVIRONMENT: OnceLock<Environment<'static>> = OnceLock::new();
    ENVIRONMENT.get_or_init(|| {
        let mut env = Environment::new();
        env.set_auto_escape_callback(|_| AutoEscape::None);
        // A misspelt name is an error that names its line; a missing fact is a `Blank`.
        env.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        env.set_fuel(Some(FUEL));
        for (name, filter) in FILTERS {
            env.add_filter(*name, move |value: Value| on_text(&value, filter));
        }
        env.add_filter("words", |value: Value| {
            super::count_words(&value.to_string())
        });
        for (name, source) in phrasing::templates() {
            // Ours are tested to be right; a wrong one would be reported where it is asked for.
            let _ = env.add_template_owned(name, source);
        }
        let own = OwnName::parse("own-letter").map(Scenario::Own);
        for scenario in Scenario::ALL.iter().chain(&own) {
            let ours = templates::source_of(*scenario);
            for (place, source) in [(Place::Subject, ours.subject), (Place::Body, ours.body)] {
                let _ = env.add_template_owned(template_name(*scenario, place), source);
            }
        }
        env
    })
}

type Filter = fn(&str) -> String;

/// What makes a note fit into a sentence, by its name in templates.
const FILTERS: &[(&str, Filter)] = &[
    ("clause", wording::clause),
    ("sentence", wording::sentence),
    ("about", wording::about),
    ("first_person", wording::first_person),
    ("account", wording::account),
    ("question", wording::question),
    ("day", wording::day),
    ("line", wording::line),
];

fn on_text(value: &Value, filter: &Filter) -> Result<Value, minijinja::Error> {
    if value.is_undefined() {
        return Err(ErrorKind::UndefinedError.into());
    }
    Ok(Value::from(filter(&value.to_string())))
}

/// A fact nobody noted: nothing to a condition, and a blank in brackets where it is printed.
#[derive(Debug)]
struct Blank {
    text: String,
    printed: AtomicBool,
}

impl Object for Blank {
    fn is_true(self: &Arc<Self>) -> bool {
        false
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.printed.store(true, Ordering::Relaxed);
        write!(f, "[{}]", self.text)
    }
}

/// What a template may speak of.
struct Values {
    map: BTreeMap<String, Value>,
    blanks: Vec<(String, Arc<Blank>)>,
}

impl Values {
    fn new(scenario: Scenario, known: &Known) -> Self {
        let mut values = Self {
            map: BTreeMap::new(),
            blanks: Vec::new(),
        };
        for (key, fact) in &known.facts {
            match fact {
                Some(text) => values.put(key, Value::from(text.as_str())),
                None => values.put_blank(scenario, key),
            }
        }
        for (key, flag) in &known.flags {
            values.put(key, Value::from(*flag));
        }
        values
    }

    fn put(&mut self, key: &str, value: Value) {
        self.map.insert(key.to_owned(), value);
    }

    fn put_blank(&mut self, scenario: Scenario, key: &str) {
        let spec = templates::spec_of(scenario, key);
        let blank = Arc::new(Blank {
            text: spec.map_or_else(|| spoken(key), |spec| spec.blank.clone()),
            printed: AtomicBool::new(false),
        });
        self.put(key, Value::from_dyn_object(Arc::clone(&blank)));
        self.blanks.push((key.to_owned(), blank));
    }

    /// The facts that stand as blanks in what was printed, in the order of the template's head.
    fn missing(&self, scenario: Scenario) -> Vec<FactSpec> {
        let mut missing: Vec<FactSpec> = self
            .blanks
            .iter()
            .filter(|(_, blank)| blank.printed.load(Ordering::Relaxed))
            .filter_map(|(key, _)| templates::spec_of(scenario, key).cloned())
            .collect();
        let place = |spec: &FactSpec| {
            templates::facts_of(scenario)
                .iter()
                .position(|fact| fact.key == spec.key)
                .unwrap_or(usize::MAX)
        };
        missing.sort_by_key(place);
        missing
    }
}

/// What stands in the blank of a name that no template asks for.
pub(super) fn spoken(key: &str) -> String {
    match key {
        "sender" => "your name".to_owned(),
        _ => key.replace('_', " "),
    }
}

fn explained(scenario: Scenario, place: Place, error: &minijinja::Error) -> TemplateError {
    let reason = match error.kind() {
        ErrorKind::OutOfFuel => "it does too much; is there a loop without end?".to_owned(),
        ErrorKind::UndefinedError => "it uses a name that no fact has".to_owned(),
        ErrorKind::TemplateNotFound => {
            let detail = error.detail().unwrap_or("that is not there");
            format!("it includes another template, which it cannot: {detail}")
        }
        ErrorKind::InvalidOperation if is_too_deep(error) => {
            "it calls itself, and finds no end".to_owned()
        }
        kind => error
            .detail()
            .map_or_else(|| kind.to_string(), str::to_owned),
    };
    TemplateError {
        scenario,
        place,
        line: error.line().unwrap_or(1),
        reason,
    }
}

fn is_too_deep(error: &minijinja::Error) -> bool {
    error
        .detail()
        .is_some_and(|detail| detail.contains("recursion"))
}

/// Without what left-out sentences leave behind: doubled spaces, a space at a line's start or end,
/// more than one empty line.
fn tidied(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0_usize;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        let mut words = line.split(' ').filter(|word| !word.is_empty());
        tidy.extend(words.next());
        for word in words {
            tidy.push(' ');
            tidy.push_str(word);
        }
    }
    tidy
}
