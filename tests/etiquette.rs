//! The rules, judged by the cases in `tests/cases`: events in, actions out.
//!
//! A case needs no Rust; `tests/cases/README.md` says how to write one.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use afterword::etiquette::{Action, Context, Plan, Status, may};
use afterword::exchange::events;
use afterword::model::{DayOff, Entry, Event, JobSearch, Message, Scenario};
use afterword::time::{Clock, Moment, When, Zone};
use chrono::{NaiveTime, Weekday};

#[test]
fn every_case_holds() {
    let mut count = 0;
    let mut failures = String::new();
    for file in case_files() {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for case in Case::read_all(&name, &text) {
            count += 1;
            for wrong in case.judge() {
                let _ = writeln!(failures, "{name}: {}\n{wrong}\n", case.title);
            }
        }
    }
    assert!(count >= 100, "only {count} cases were found");
    let number = failures.matches(".cases: ").count();
    assert!(
        failures.is_empty(),
        "{number} of {count} cases:\n{failures}"
    );
}

/// A letter of the user's own is sent in every application of every case, at every moment that
/// something else happened, and nothing falls due otherwise.
#[test]
fn a_letter_of_ones_own_moves_nothing() {
    let own: Scenario = "own-portfolio".parse().unwrap();
    let mut compared = 0;
    for file in case_files() {
        let text = fs::read_to_string(&file).unwrap();
        for case in Case::read_all("", &text) {
            let Ok(imported) = events::import(&JobSearch::default(), &case.events, case.zone)
            else {
                continue;
            };
            let without = imported.search;
            let with = with_letters(&without, own);
            for (now, _) in &case.expectations {
                let clock = Clock::at(moment(now, case.zone), case.zone);
                let told = |search: &JobSearch| -> Vec<String> {
                    let plan = Plan::new(search, &clock);
                    plan.actions().map(|action| show(action, search)).collect()
                };
                let expected = told(&without);
                compared += expected.len();
                assert_eq!(told(&with), expected, "{} at {now}", case.title);
            }
        }
    }
    assert!(compared > 200, "only {compared} actions were compared");
}

fn with_letters(search: &JobSearch, scenario: Scenario) -> JobSearch {
    let mut with = search.clone();
    for application in search.applications.values() {
        let mut application = (**application).clone();
        let happened = std::mem::take(&mut application.history);
        for entry in happened {
            let letter = Event::Sent(Message {
                scenario,
                to: application
                    .people()
                    .iter()
                    .map(|name| (*name).to_owned())
                    .collect(),
                channel: None,
                subject: String::new(),
                body: "My work.".to_owned(),
                day: None,
            });
            // What was sent lies behind; an interview may lie ahead.
            let at = entry.at;
            application.history.push(entry);
            application.history.push(Entry::new(at, letter));
        }
        with.put(application);
    }
    with
}

fn case_files() -> Vec<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "cases"))
        .collect();
    files.sort();
    files
}

/// One case: its settings and events, and what is expected at which clock.
struct Case {
    title: String,
    zone: Zone,
    policy: Vec<String>,
    events: String,
    expectations: Vec<(String, Vec<String>)>,
}

impl Case {
    fn read_all(file: &str, text: &str) -> Vec<Self> {
        let mut cases: Vec<Self> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            if word == "case" {
                cases.push(Self {
                    title: rest.to_owned(),
                    zone: "Europe/Berlin".parse().unwrap(),
                    policy: Vec::new(),
                    events: String::new(),
                    expectations: Vec::new(),
                });
                continue;
            }
            let case = cases
                .last_mut()
                .unwrap_or_else(|| panic!("{file}: begins without a case"));
            match word {
                "zone" => case.zone = rest.parse().unwrap(),
                "policy" => case.policy.push(rest.to_owned()),
                "event" => {
                    case.events.push_str(rest);
                    case.events.push('\n');
                }
                "now" => case.expectations.push((rest.to_owned(), Vec::new())),
                "plan" | "has" | "hasnot" | "may" | "why" => match case.expectations.last_mut() {
                    Some((_, lines)) => lines.push(line.to_owned()),
                    None => panic!("{file}:{}: a clock (now …) comes first", number + 1),
                },
                other => panic!("{file}:{}: what is “{other}”?", number + 1),
            }
        }
        cases
    }

    fn judge(&self) -> Vec<String> {
        let empty = self.empty_search();
        let search = match events::import(&empty, &self.events, self.zone) {
            Ok(imported) => imported.search,
            Err(error) => return vec![format!("its events: {error}")],
        };
        assert!(
            !self.expectations.is_empty(),
            "{}: expects nothing",
            self.title
        );
        let wrong = self.expectations.iter().flat_map(|(now, lines)| {
            let clock = Clock::at(moment(now, self.zone), self.zone);
            judge_at(&search, &clock, lines)
                .into_iter()
                .map(move |wrong| format!("  at {now}: {wrong}"))
        });
        wrong.collect()
    }

    fn empty_search(&self) -> JobSearch {
        let mut search = JobSearch::default();
        for line in &self.policy {
            let (key, value) = line.split_once(' ').unwrap();
            let time = || NaiveTime::parse_from_str(value, "%H:%M").unwrap();
            match key {
                "morning" => search.policy.morning = time(),
                "evening" => search.policy.evening = time(),
                "weekend" => {
                    search.policy.weekend = value
                        .split(',')
                        .map(|day| day.trim().parse::<Weekday>().unwrap())
                        .collect();
                }
                "day-off" => search.policy.days_off.push(DayOff {
                    day: value.parse().unwrap(),
                    name: String::new(),
                }),
                "applied" => search.policy.check_applied = value != "off",
                other => panic!("{}: no policy “{other}”", self.title),
            }
        }
        search
    }
}

fn moment(text: &str, zone: Zone) -> Moment {
    When::parse(text, zone)
        .unwrap_or_else(|expected| panic!("“{text}”: expected {expected}"))
        .moment(zone, NaiveTime::MIN)
}

fn judge_at(search: &JobSearch, clock: &Clock, lines: &[String]) -> Vec<String> {
    let plan = Plan::new(search, clock);
    let actions: Vec<&Action> = plan.actions().collect();
    let mut wrong = Vec::new();
    let planned: Vec<Wanted> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("plan "))
        .map(|line| Wanted::read(line, clock.zone))
        .collect();
    if !planned.is_empty() {
        let wanted: Vec<&Wanted> = planned.iter().filter(|w| w.scenario != "nothing").collect();
        let fits = wanted.len() == actions.len()
            && wanted
                .iter()
                .zip(&actions)
                .all(|(w, action)| w.fits(action, search));
        if !fits {
            let wanted: Vec<_> = wanted.iter().map(|w| w.line.as_str()).collect();
            wrong.push(format!("expected the plan\n{}", indented(&wanted)));
        }
    }
    for line in lines {
        let (word, rest) = line.split_once(' ').unwrap();
        let holds = match word {
            "has" => {
                let wanted = Wanted::read(rest, clock.zone);
                actions.iter().any(|action| wanted.fits(action, search))
            }
            "hasnot" => {
                let wanted = Wanted::read(rest, clock.zone);
                !actions.iter().any(|action| wanted.fits(action, search))
            }
            "may" => match judge_may(search, clock, &plan, rest) {
                Ok(()) => true,
                Err(got) => {
                    wrong.push(format!("expected {line}\n    got {got}"));
                    true
                }
            },
            "why" => judge_why(search, clock, &actions, rest),
            _ => true,
        };
        if !holds {
            wrong.push(format!("expected {line}"));
        }
    }
    if wrong.iter().any(|line| !line.contains("\n    got ")) {
        let got: Vec<_> = actions.iter().map(|action| show(action, search)).collect();
        wrong.push(format!("got\n{}", indented(&got)));
    }
    wrong
}

fn indented(lines: &[impl AsRef<str>]) -> String {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| format!("      {}", line.as_ref()))
        .collect();
    lines.join("\n")
}

fn show(action: &Action, search: &JobSearch) -> String {
    let key = search
        .application(action.application)
        .map_or("?", |application| &application.key);
    let to: Vec<_> = action
        .to
        .iter()
        .map(|name| format!("to {name:?} "))
        .collect();
    let reminders: Vec<_> = action.reminders.iter().map(Moment::to_rfc3339).collect();
    format!(
        "{} of {key} {}rule {} {} due {} late {} remind {}{}",
        action.task.name(),
        to.concat(),
        action.rule,
        action.status.name(),
        action.due.to_rfc3339(),
        action
            .late
            .map_or("never".to_owned(), |late| late.to_rfc3339()),
        reminders.join(", "),
        if action.optional { " optional" } else { "" }
    )
}

/// What a line expects of an action; what it leaves out may be anything.
#[derive(Default)]
struct Wanted {
    line: String,
    scenario: String,
    application: Option<String>,
    to: Option<Vec<String>>,
    rule: Option<String>,
    status: Option<Status>,
    due: Option<Moment>,
    late: Option<Option<Moment>>,
    reminders: Option<Vec<Moment>>,
    optional: bool,
    channel: Option<String>,
}

impl Wanted {
    fn read(line: &str, zone: Zone) -> Self {
        let words = words(line);
        let word = |index: usize| words.get(index).map_or("", String::as_str);
        let is_time = |index| word(index).starts_with(|c: char| c.is_ascii_digit());
        let time = |index| moment(word(index).trim_end_matches(','), zone);
        let mut wanted = Self {
            line: line.to_owned(),
            scenario: word(0).to_owned(),
            ..Self::default()
        };
        let mut at = 1;
        while at < words.len() {
            let next = word(at + 1).to_owned();
            let used = match word(at) {
                // `due` and `late` are statuses unless a time follows.
                "waiting" => wanted.set_status(Status::Waiting),
                "due" if !is_time(at + 1) => wanted.set_status(Status::Due),
                "late" if !is_time(at + 1) && next != "never" => wanted.set_status(Status::Late),
                "due" => {
                    wanted.due = Some(time(at + 1));
                    2
                }
                "late" => {
                    wanted.late = Some((next != "never").then(|| time(at + 1)));
                    2
                }
                "remind" => {
                    let last = (at + 1..words.len())
                        .find(|index| !word(*index).ends_with(','))
                        .unwrap();
                    wanted.reminders = Some((at + 1..=last).map(time).collect());
                    last + 1 - at
                }
                "to" => {
                    let to = wanted.to.get_or_insert_default();
                    to.extend((next != "nobody").then_some(next));
                    2
                }
                "of" => {
                    wanted.application = Some(next);
                    2
                }
                "rule" => {
                    wanted.rule = Some(next);
                    2
                }
                "channel" => {
                    wanted.channel = Some(next);
                    2
                }
                "optional" => {
                    wanted.optional = true;
                    1
                }
                other => panic!("{line}: what is “{other}”?"),
            };
            at += used;
        }
        wanted
    }

    fn set_status(&mut self, status: Status) -> usize {
        self.status = Some(status);
        1
    }

    fn fits(&self, action: &Action, search: &JobSearch) -> bool {
        let key = search
            .application(action.application)
            .map(|application| application.key.as_str());
        self.scenario == action.task.name()
            && self
                .application
                .as_deref()
                .is_none_or(|wanted| Some(wanted) == key)
            && self.to.as_ref().is_none_or(|to| *to == action.to)
            && self
                .rule
                .as_deref()
                .is_none_or(|rule| rule == action.rule.name())
            && self.status.is_none_or(|status| status == action.status)
            && self.due.is_none_or(|due| due == action.due)
            && self.late.is_none_or(|late| late == action.late)
            && self
                .reminders
                .as_ref()
                .is_none_or(|reminders| *reminders == action.reminders)
            && (!self.optional || action.optional)
            && self.channel.as_deref().is_none_or(|channel| {
                action
                    .task
                    .channel()
                    .map_or("none", |channel| channel.name())
                    == channel
            })
    }
}

/// Words of a line; a quoted name is one word.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn judge_may(search: &JobSearch, clock: &Clock, plan: &Plan, line: &str) -> Result<(), String> {
    let words = words(line);
    let mut words = words.iter().map(String::as_str);
    let scenario: Scenario = words.next().unwrap().parse().unwrap();
    let key = words.next().unwrap();
    let application = search
        .find(key)
        .unwrap_or_else(|| panic!("{line}: no application {key}"));
    let (mut to, mut allowed, mut rule, mut from) = (None, None, None, None);
    while let Some(word) = words.next() {
        match word {
            "to" => to = words.next(),
            "yes" => allowed = Some(true),
            "no" => allowed = Some(false),
            "rule" => rule = words.next(),
            "from" => {
                let text = words.next().unwrap();
                from = Some((text != "never").then(|| moment(text, clock.zone)));
            }
            other => panic!("{line}: what is “{other}”?"),
        }
    }
    let context = Context {
        search,
        clock,
        elsewhere: plan.elsewhere(),
    };
    let got = may(application, &context, scenario, to);
    let fits = allowed.is_none_or(|allowed| allowed == got.allowed)
        && rule.is_none_or(|rule| rule == got.rule.name())
        && from.is_none_or(|from| from == got.from);
    if fits {
        Ok(())
    } else {
        Err(format!("{got:?}"))
    }
}

fn judge_why(search: &JobSearch, clock: &Clock, actions: &[&Action], line: &str) -> bool {
    let (wanted, text) = line.split_once(" contains ").unwrap();
    let wanted = Wanted::read(wanted, clock.zone);
    let text = text.trim().trim_matches('"');
    actions.iter().any(|action| {
        let application = search.application(action.application).unwrap();
        wanted.fits(action, search) && action.why(application, clock).contains(text)
    })
}
