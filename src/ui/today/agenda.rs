//! What stands on the list of Today, and in which words.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::app::{State, words};
use crate::etiquette::{Action, Status, Task};
use crate::model::{Application, ApplicationId, EntryId, Scenario};
use crate::reminders::Quiet;
use crate::time::{Clock, Moment, plus_days, weekday};

/// The groups of the list.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    /// Due, most urgent first.
    pub(super) now: Vec<Line>,
    /// Falls due before midnight.
    pub(super) later: Vec<Line>,
    /// Could be done, and may as well be left; and what falls due on another day: one line for each application that asks for nothing today, and the
    /// thank-yous that are owed for an interview that was held.
    pub(super) waiting: Vec<Line>,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// What is to be done; of several thank-yous, the first.
    pub(crate) action: Action,
    /// The people to thank, where there is more than one.
    pub(crate) people: Vec<String>,
    /// What else is to be done by it: the other thank-yous.
    pub(crate) others: Vec<Action>,
    /// The interview that comes first, if what is to be done waits for one.
    pub(crate) interview: Option<Moment>,
    /// How the user keeps it quiet.
    pub(crate) quiet: Option<Quiet>,
}

impl Agenda {
    /// The list for that day.
    pub(super) fn of(state: &State, clock: &Clock) -> Self {
        let [mut now, mut later, mut optional, mut waiting] = [(); 4].map(|()| Lines::default());
        for action in state.plan.actions() {
            let Some(application) = state.application(action.application) else {
                continue;
            };
            let quiet = state.quiet_of(action, clock);
            let put_off = match quiet {
                Some(Quiet::NotNeeded(_)) => continue,
                Some(Quiet::Until(until)) => Some(until),
                None => None,
            };
            let interview = start_ahead(action, application, clock);
            let day = clock.zone.date(put_off.or(interview).unwrap_or(action.due));
            let waits = put_off.is_some() || action.status == Status::Waiting;
            let group = match action.optional {
                true if !waits => &mut optional,
                true if put_off.is_none() => continue,
                false if !waits => &mut now,
                _ if day <= clock.today() => &mut later,
                _ => &mut waiting,
            };
            group.add(action, interview, quiet);
        }
        let pressing = now.lines.iter().chain(&later.lines);
        let mut seen: HashSet<ApplicationId> =
            pressing.map(|line| line.action.application).collect();
        waiting.lines.retain(|line| {
            let first = seen.insert(line.action.application);
            first || line.is_owed_thanks() || line.put_off().is_some()
        });
        later.lines.sort_by_key(Line::moment);
        waiting.lines.sort_by_key(Line::moment);
        optional.lines.append(&mut waiting.lines);
        Self {
            now: now.lines,
            later: later.lines,
            waiting: optional.lines,
        }
    }

    /// What the day holds, in a line: “Two letters and one answer. About fifteen minutes.”
    pub(super) fn summary(&self) -> String {
        let wanted = || self.now.iter();
        let parts: Vec<String> = Kind::ALL
            .iter()
            .filter_map(|kind| {
                let lines = wanted().filter(|line| Kind::of(line.action.task) == *kind);
                kind.counted(lines.map(Line::count).sum())
            })
            .collect();
        let minutes = wanted()
            .map(|line| line.count() * Kind::of(line.action.task).minutes())
            .sum();
        format!("{}. {}.", capital(&listed(&parts)), about(minutes))
    }

    /// When the first thing that was put off comes again.
    pub(super) fn wakes(&self) -> Option<Moment> {
        let ahead = self.later.iter().chain(&self.waiting);
        ahead.filter_map(Line::put_off).min()
    }

    /// The line that comes next after what is due.
    pub(super) fn next(&self) -> Option<&Line> {
        let mut ahead = self.later.iter().chain(&self.waiting);
        ahead.find(|line| line.put_off().is_some() || line.action.status == Status::Waiting)
    }
}

/// Everything that one application asks for, most urgent first.
pub(crate) fn lines_of(state: &State, application: &Application, clock: &Clock) -> Vec<Line> {
    let mut lines = Lines::default();
    for action in state.plan.of(application.id) {
        let quiet = state.quiet_of(action, clock);
        lines.add(action, start_ahead(action, application, clock), quiet);
    }
    lines.lines
}

/// Lines while they are put together.
#[derive(Default)]
struct Lines {
    lines: Vec<Line>,
    begun: HashMap<Together, usize>,
}

impl Lines {
    fn add(&mut self, action: &Action, interview: Option<Moment>, quiet: Option<Quiet>) {
        let together = together(action, interview, quiet);
        let begun = together.and_then(|together| self.begun.get(&together).copied());
        if let Some(line) = begun.and_then(|place| self.lines.get_mut(place)) {
            line.people.extend(action.person.clone());
            line.others.push(action.clone());
            return;
        }
        if let Some(together) = together {
            self.begun.insert(together, self.lines.len());
        }
        self.lines.push(Line {
            action: action.clone(),
            people: action.person.clone().into_iter().collect(),
            others: Vec::new(),
            interview,
            quiet,
        });
    }
}

/// The start of the interview that an action waits for, while that has not ended.
fn start_ahead(action: &Action, application: &Application, clock: &Clock) -> Option<Moment> {
    let (start, end, _) = application.entry(action.interview?)?.interview()?;
    (action.status == Status::Waiting && end > clock.now).then_some(start)
}

/// What shares a line: the thank-yous of one interview that stand alike, and everything that waits
/// for the same interview.
type Together = (ApplicationId, EntryId, Status, bool, Option<Quiet>);

fn together(action: &Action, ahead: Option<Moment>, quiet: Option<Quiet>) -> Option<Together> {
    let shares = ahead.is_some() || action.task == Task::Write(Scenario::ThankYou);
    let interview = action.interview.filter(|_| shares)?;
    Some((
        action.application,
        interview,
        action.status,
        ahead.is_some(),
        quiet,
    ))
}

impl Line {
    /// A thank-you after an interview that was held: owed, whatever else there is to do.
    fn is_owed_thanks(&self) -> bool {
        self.interview.is_none() && self.action.task == Task::Write(Scenario::ThankYou)
    }

    /// All that is to be done by it.
    pub(crate) fn actions(&self) -> Vec<Action> {
        let all = std::iter::once(&self.action).chain(&self.others);
        all.cloned().collect()
    }

    /// Until when the user has put it off.
    pub(crate) fn put_off(&self) -> Option<Moment> {
        match self.quiet? {
            Quiet::Until(until) => Some(until),
            Quiet::NotNeeded(_) => None,
        }
    }

    /// Whether there is something to be put off, or that was.
    pub(crate) fn can_wait(&self) -> bool {
        let is_due = self.interview.is_none() && self.action.status != Status::Waiting;
        self.quiet.is_some() || is_due
    }

    /// When it is to be thought of.
    fn moment(&self) -> Moment {
        self.put_off().or(self.interview).unwrap_or(self.action.due)
    }

    fn count(&self) -> usize {
        self.people.len().max(1)
    }

    /// Who and what: “Thank Ann Ito and Luis Prado, Quill & Sons”.
    pub(crate) fn title(&self, application: &Application) -> String {
        let company = &application.company;
        if self.interview.is_some() {
            return format!("Interview with {company}");
        }
        let whom = match self.people.as_slice() {
            [] | [_] => self.action.person.clone(),
            several => Some(listed(several)),
        };
        let whom = whom.or_else(|| self.action.to.first().cloned());
        title_of(self.action.task, company, whom.as_deref())
    }

    /// What alone, where the company is plain to see: “Thank Ann Ito and Luis Prado”.
    pub(crate) fn brief(&self) -> String {
        if self.interview.is_some() {
            return "Interview".to_owned();
        }
        match (self.action.task, self.people.as_slice()) {
            (Task::Write(Scenario::ThankYou), several @ [_, _, ..]) => {
                format!("Thank {}", listed(several))
            }
            _ => words::headline(&self.action),
        }
    }

    /// Why, with real dates.
    pub(crate) fn why(&self, application: &Application, clock: &Clock) -> String {
        if let Some(start) = self.interview {
            return why_interview(start, clock);
        }
        let why = self.reason(application, clock);
        match self.quiet {
            Some(Quiet::Until(until)) => {
                format!("Put off until {}. {why}", words::moment(until, clock))
            }
            Some(Quiet::NotNeeded(_)) => format!("Not needed, you said. {why}"),
            None => why,
        }
    }

    fn reason(&self, application: &Application, clock: &Clock) -> String {
        let why = match self.people.as_slice() {
            [] | [_] => self.action.why(application, clock),
            several => {
                let mut all = self.action.clone();
                all.person = Some(listed(several));
                all.why(application, clock)
            }
        };
        let thanks = self.action.task == Task::Write(Scenario::ThankYou);
        match (self.action.status, self.action.late) {
            _ if self.action.optional => format!("Optional. {why}"),
            // A late thank-you says so itself.
            (Status::Late, Some(late)) if !thanks => {
                format!("{}. {why}", capital(&words::lateness(late, clock)))
            }
            _ => why,
        }
    }

    /// Until when it waits.
    pub(crate) fn until(&self, clock: &Clock) -> String {
        words::moment(self.moment(), clock)
    }
}

fn why_interview(start: Moment, clock: &Clock) -> String {
    let local = clock.zone.local(start);
    let time = clock.hour(local.time());
    if start <= clock.now {
        return format!("It began at {time}. Note how it went when it is over.");
    }
    let day = match (local.date() - clock.today()).num_days() {
        0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
        _ => format!("On {}", clock.long_day(local.date())),
    };
    format!("{day} at {time}. Nothing to send before.")
}

fn title_of(task: Task, company: &str, whom: Option<&str>) -> String {
    let and_whom = whom.map_or_else(String::new, |whom| format!(", {whom}"));
    match task {
        Task::Write(Scenario::ThankYou) => {
            format!("Thank {}, {company}", whom.unwrap_or("the interviewer"))
        }
        Task::Write(Scenario::CheckInFirst) => format!("Check in with {company}{and_whom}"),
        Task::Write(
            scenario @ (Scenario::CheckInSecond | Scenario::CheckInFinal | Scenario::LinkedInFinal),
        ) => format!("{} with {company}{and_whom}", scenario.label()),
        Task::Write(Scenario::Phone) => format!("Call {}, {company}", whom.unwrap_or("them")),
        Task::Write(Scenario::AnswerUpdate) => format!("Answer {} update", owned(company)),
        Task::Write(Scenario::AnswerRejection) => format!("Answer {} rejection", owned(company)),
        Task::Write(Scenario::LastWord) => format!("Say a last word to {company}"),
        Task::Write(Scenario::Withdraw) => format!("Withdraw from {company}"),
        Task::Write(Scenario::OtherOfferMention) => {
            format!("Mention your other offer to {company}")
        }
        Task::Write(scenario) => format!("{}, {company}", scenario.label()),
        Task::Debrief => format!("Note how it went at {company}"),
        Task::Close => format!("Close {company} as “no response”"),
        Task::AnswerOffer => format!("Answer {} offer", owned(company)),
        Task::Decide => format!("Decide on {} offer", owned(company)),
    }
}

/// “Fathom’s”, “Quill & Sons’”.
fn owned(name: &str) -> String {
    let s = if name.ends_with(['s', 'S']) { "" } else { "s" };
    format!("{name}’{s}")
}

/// “A”, “A and B”, “A, B and C”.
fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// What a line is, where lines are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Answer,
    Call,
    Decision,
    Note,
    Closing,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Letter,
        Self::Answer,
        Self::Call,
        Self::Decision,
        Self::Note,
        Self::Closing,
    ];

    fn of(task: Task) -> Self {
        match task {
            Task::Write(Scenario::AnswerUpdate | Scenario::AnswerRejection) | Task::AnswerOffer => {
                Self::Answer
            }
            Task::Write(Scenario::Phone) => Self::Call,
            Task::Write(_) => Self::Letter,
            Task::Decide => Self::Decision,
            Task::Debrief => Self::Note,
            Task::Close => Self::Closing,
        }
    }

    fn minutes(self) -> usize {
        match self {
            Self::Letter | Self::Answer | Self::Note => 5,
            Self::Call | Self::Decision => 10,
            Self::Closing => 1,
        }
    }

    fn counted(self, count: usize) -> Option<String> {
        let (one, many) = match self {
            Self::Letter => ("letter", "letters"),
            Self::Answer => ("answer", "answers"),
            Self::Call => ("call", "calls"),
            Self::Decision => ("decision", "decisions"),
            Self::Note => ("conversation to note", "conversations to note"),
            Self::Closing => ("application to close", "applications to close"),
        };
        match count {
            0 => None,
            1 => Some(format!("one {one}")),
            _ => Some(format!("{} {many}", number(count))),
        }
    }
}

/// “About fifteen minutes”, in steps that do not pretend to know.
fn about(minutes: usize) -> String {
    match minutes {
        0..=4 => "A minute or two".to_owned(),
        5..=50 => format!("About {} minutes", number(minutes.div_ceil(5) * 5)),
        51..=75 => "About an hour".to_owned(),
        76..=105 => "About an hour and a half".to_owned(),
        _ => format!("About {} hours", number((minutes + 30) / 60)),
    }
}

/// Numbers as words where words are short.
fn number(n: usize) -> String {
    let word = match n {
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        11 => "eleven",
        12 => "twelve",
        15 => "fifteen",
        20 => "twenty",
        25 => "twenty-five",
        30 => "thirty",
        35 => "thirty-five",
        40 => "forty",
        45 => "forty-five",
        50 => "fifty",
        _ => return n.to_string(),
    };
    word.to_owned()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The heading of the view: “Monday 23 November”.
pub(super) fn heading(day: NaiveDate, clock: &Clock) -> String {
    clock.long_day(day)
}

/// What an empty day says: that there is nothing to do, and what comes next.
pub(super) fn nothing_to_do(next: Option<&Line>, state: &State, clock: &Clock) -> String {
    let told = next.and_then(|line| {
        let application = state.application(line.action.application)?;
        Some((line, line.title(application)))
    });
    let Some((line, title)) = told else {
        return "Nothing to do, and nothing to wait for.".to_owned();
    };
    let mut letters = title.chars();
    let title: String = letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    });
    if line.moment() <= clock.now {
        return format!("Nothing to do now but what is under way: {title}.");
    }
    let at = coming(line.moment(), clock);
    format!("Nothing to do. The next is {at}: {title}.")
}

/// “today 18:00”, “Monday 09:00” within a week, else “Mon 7 Dec, 09:00”.
fn coming(moment: Moment, clock: &Clock) -> String {
    let local = clock.zone.local(moment);
    let (day, today) = (local.date(), clock.today());
    if day > plus_days(today, 1) && day < plus_days(today, 7) {
        format!("{} {}", weekday(day), clock.hour(local.time()))
    } else {
        words::moment(moment, clock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::events;
    use crate::model::JobSearch;
    use crate::ui::testing::clock;

    /// An evening interview with two people, and another one with them after it.
    const EVENING: &str = r#"{"application":"q","event":"applied","at":"2026-11-02","company":"Quill","position":"Engineer"}
{"application":"q","event":"interview","at":"2026-11-23T19:40","minutes":60,"format":"video","with":["Dana Wu","Luis Prado"]}
{"application":"q","event":"interview","at":"2026-11-30T10:00","minutes":60,"format":"video","with":["Ann Ito"]}"#;

    fn titles(lines: &[Line], state: &State) -> Vec<String> {
        let title = |line: &Line| line.title(state.application(line.action.application).unwrap());
        lines.iter().map(title).collect()
    }

    #[test]
    fn thank_yous_of_an_interview_that_was_held_stand_beside_its_debrief() {
        let zone = clock().zone;
        let search = events::import(&JobSearch::default(), EVENING, zone);
        let clock = Clock::at("2026-11-23T21:00:00+01:00".parse::<Moment>().unwrap(), zone);
        let state = State::new(search.unwrap().search, None, &clock);
        let agenda = Agenda::of(&state, &clock);
        assert_eq!(titles(&agenda.now, &state), ["Note how it went at Quill"]);
        assert!(agenda.later.is_empty());
        assert_eq!(
            titles(&agenda.waiting, &state),
            ["Thank Dana Wu and Luis Prado, Quill"]
        );
        assert_eq!(agenda.waiting[0].until(&clock), "tomorrow 08:00");
    }

    #[test]
    fn an_interview_ahead_is_one_line() {
        let zone = clock().zone;
        let search = events::import(&JobSearch::default(), EVENING, zone);
        let clock = Clock::at("2026-11-23T16:00:00+01:00".parse::<Moment>().unwrap(), zone);
        let state = State::new(search.unwrap().search, None, &clock);
        let agenda = Agenda::of(&state, &clock);
        assert!(agenda.now.is_empty());
        assert_eq!(titles(&agenda.later, &state), ["Interview with Quill"]);
        assert!(agenda.waiting.is_empty());
    }

    #[test]
    fn minutes_are_told_in_words_that_do_not_pretend() {
        for (minutes, words) in [
            (1, "A minute or two"),
            (15, "About fifteen minutes"),
            (26, "About thirty minutes"),
            (60, "About an hour"),
            (130, "About two hours"),
        ] {
            assert_eq!(about(minutes), words);
        }
    }

    #[test]
    fn lists_and_possessives_read_as_one_says_them() {
        let names = ["Ann", "Luis", "Dana"].map(str::to_owned);
        assert_eq!(listed(&names), "Ann, Luis and Dana");
        assert_eq!(owned("Fathom"), "Fathom’s");
        assert_eq!(owned("Quill & Sons"), "Quill & Sons’");
    }
}
