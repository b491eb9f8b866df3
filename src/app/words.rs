//! Days and actions in the words of cards, lists and bars.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::etiquette::{Action, Plan, Status, Task};
use crate::model::{
    Application, ApplicationId, Entry, Event, JobSearch, Outcome, Scenario, StageMeaning,
};
use crate::time::{Clock, Moment, When, plus_days};

/// How much something wants to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is late.
    Late,
    /// It is due.
    Due,
    /// It can wait.
    Quiet,
}

/// What a picture beside the words shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A letter is to be written.
    Letter,
    /// An answer is to be written.
    Answer,
    /// A call is to be made.
    Call,
    /// Something is to be noted.
    Note,
    /// A decision is to be made.
    Decision,
    /// A day has to come first.
    Clock,
    /// They promised a day.
    Hourglass,
    /// An interview lies ahead.
    Calendar,
    /// It is over.
    Over,
}

/// What is next for a card, in a few words.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The words.
    pub text: String,
    /// How much it wants to be seen.
    pub tone: Tone,
    /// The picture beside it.
    pub sign: Sign,
}

/// “today”, “tomorrow”, “yesterday”, else “Mon 30 Nov”, with the year if it is another.
pub fn day(day: NaiveDate, clock: &Clock) -> String {
    let today = clock.today();
    if day == today {
        "today".to_owned()
    } else if day == plus_days(today, 1) {
        "tomorrow".to_owned()
    } else if day == plus_days(today, -1) {
        "yesterday".to_owned()
    } else {
        date(day, clock)
    }
}

/// “Mon 30 Nov”, with the year if it is another than now.
pub fn date(day: NaiveDate, clock: &Clock) -> String {
    if day.year() == clock.today().year() {
        clock.short_day(day)
    } else {
        let comma = if clock.region.month_first { "," } else { "" };
        format!("{}{comma} {}", clock.short_day(day), day.year())
    }
}

/// “today 18:00”, “Mon 30 Nov, 09:00”.
pub fn moment(moment: Moment, clock: &Clock) -> String {
    let local = clock.zone.local(moment);
    let words = day(local.date(), clock);
    let comma = if words.contains(' ') { "," } else { "" };
    format!("{words}{comma} {}", clock.hour(local.time()))
}

/// “Mon 30 Nov, 14:00”, or the day alone where no hour is known. Never relative.
pub fn when(when: When, clock: &Clock) -> String {
    match when {
        When::Day(day) => date(day, clock),
        When::Moment(moment) => {
            let local = clock.zone.local(moment);
            format!(
                "{}, {}",
                date(local.date(), clock),
                clock.hour(local.time())
            )
        }
    }
}

/// “15:00”, “15:00 tomorrow”, “Wed 25 Nov, 15:00”: as it follows “by”.
pub fn deadline(moment: Moment, clock: &Clock) -> String {
    let local = clock.zone.local(moment);
    let time = clock.hour(local.time());
    match day(local.date(), clock).as_str() {
        "today" => time,
        "tomorrow" => format!("{time} tomorrow"),
        other => format!("{other}, {time}"),
    }
}

/// “3 hours late”.
pub fn lateness(late: Moment, clock: &Clock) -> String {
    let span = clock.now.signed_duration_since(late);
    let (count, unit) = if span < TimeDelta::hours(1) {
        return "late".to_owned();
    } else if span < TimeDelta::hours(48) {
        (span.num_hours(), "hour")
    } else {
        (span.num_days(), "day")
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural} late")
}

/// With a full stop at its end, where it has none.
pub fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let end = if text.ends_with(['.', '?', '”']) {
        ""
    } else {
        "."
    };
    format!("{text}{end}")
}

/// The name somebody is called by: the first that is no title.
pub fn first_name(name: &str) -> &str {
    name.split_whitespace()
        .find(|word| !word.ends_with('.'))
        .unwrap_or(name)
}

/// What an action asks for, with names in full: “Thank Per Lind”, “Second check-in”.
pub fn headline(action: &Action) -> String {
    let whom = action
        .person
        .as_deref()
        .or(action.to.first().map(String::as_str));
    headline_for(action.task, whom)
}

fn headline_for(task: Task, whom: Option<&str>) -> String {
    match task {
        Task::Write(Scenario::ThankYou) => {
            format!("Thank {}", whom.unwrap_or("the interviewer"))
        }
        Task::Write(Scenario::Phone) => format!("Call {}", whom.unwrap_or("them")),
        Task::Write(Scenario::CheckInFirst) => "Check in".to_owned(),
        Task::Write(Scenario::AnswerUpdate) => "Answer their update".to_owned(),
        Task::Write(Scenario::AnswerRejection) => "Answer the rejection".to_owned(),
        Task::Write(Scenario::LastWord) => "Say a last word".to_owned(),
        Task::Write(Scenario::Withdraw) => "Withdraw".to_owned(),
        Task::Write(Scenario::OtherOfferMention) => "Mention your other offer".to_owned(),
        Task::Write(scenario) => scenario.label().to_owned(),
        Task::Debrief => "Note how it went".to_owned(),
        Task::Close => "Close as no response".to_owned(),
        Task::AnswerOffer => "Answer the offer".to_owned(),
        Task::Decide => "Decide".to_owned(),
    }
}

/// An action as the status bar tells of it: “today 18:00, thank Ann Ito at Quill & Sons”.
pub fn coming(action: &Action, application: &Application, clock: &Clock) -> String {
    let mut letters = headline(action);
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let at = match action.task {
        Task::Write(Scenario::CheckInFirst) => "with",
        _ => "at",
    };
    format!(
        "{}, {letters} {at} {}",
        moment(action.due, clock),
        application.company
    )
}

/// The picture for an action.
pub fn sign(action: &Action) -> Sign {
    match action.task {
        Task::Write(Scenario::AnswerUpdate | Scenario::AnswerRejection) | Task::AnswerOffer => {
            Sign::Answer
        }
        Task::Write(Scenario::Phone) => Sign::Call,
        Task::Write(_) => Sign::Letter,
        Task::Debrief => Sign::Note,
        Task::Decide => Sign::Decision,
        Task::Close => Sign::Over,
    }
}

/// What is next for an application, for its card: what is due, else what lies ahead, else how it
/// ended.
pub fn next(search: &JobSearch, plan: &Plan, id: ApplicationId, clock: &Clock) -> Option<Next> {
    let application = search.application(id)?;
    let actions = plan.of(id);
    let pressing = actions
        .iter()
        .find(|action| action.status != Status::Waiting && !action.optional);
    if let Some(action) = pressing {
        return Some(of_action(action, actions, clock));
    }
    if let Some(outcome) = outcome(search, plan, application) {
        return Some(quiet(outcome.label().to_owned(), Sign::Over));
    }
    if let Some(start) = interview_ahead(application, clock) {
        let text = format!("Interview {}", moment(start, clock));
        return Some(quiet(text, Sign::Calendar));
    }
    actions
        .iter()
        .find(|action| !action.optional)
        .or(actions.first())
        .map(|action| of_action(action, actions, clock))
}

fn quiet(text: String, sign: Sign) -> Next {
    Next {
        text,
        tone: Tone::Quiet,
        sign,
    }
}

fn of_action(action: &Action, all: &[Action], clock: &Clock) -> Next {
    let what = match action.task {
        Task::Write(Scenario::ThankYou) => thank(action, all),
        // The picture and the stage say to what.
        _ if sign(action) == Sign::Answer => "Answer".to_owned(),
        task => headline_for(task, action.to.first().map(|name| first_name(name))),
    };
    let text = match (action.status, action.late) {
        (Status::Late, Some(late)) => format!("{what}, {}", lateness(late, clock)),
        (_, Some(late)) if action.task == Task::Decide => {
            let last = clock.zone.date(late - TimeDelta::seconds(1));
            format!("{what} by {}", day(last, clock))
        }
        (_, Some(late)) if has_deadline(action.task) => {
            format!("{what} by {}", deadline(late, clock))
        }
        (Status::Waiting, _) => format!("{what} {}", day(clock.zone.date(action.due), clock)),
        _ if !is_message(action.task) => what,
        _ if clock.zone.date(action.due) == clock.today() => format!("{what} today"),
        _ => format!("{what} now"),
    };
    let (tone, sign) = match action.status {
        Status::Late => (Tone::Late, sign(action)),
        Status::Due if !action.optional => (Tone::Due, sign(action)),
        Status::Waiting if action.task.scenario().is_some_and(Scenario::is_check_in) => {
            let promised = matches!(action.rule, crate::etiquette::Rule::Promise);
            let sign = if promised {
                Sign::Hourglass
            } else {
                Sign::Clock
            };
            (Tone::Quiet, sign)
        }
        Status::Due | Status::Waiting => (Tone::Quiet, sign(action)),
    };
    Next { text, tone, sign }
}

/// Whether its day is worth naming once it has come.
fn is_message(task: Task) -> bool {
    task.scenario()
        .is_some_and(|scenario| scenario.is_check_in() || scenario == Scenario::Phone)
}

/// Whether its 24 hours are what matters to the user.
fn has_deadline(task: Task) -> bool {
    matches!(
        task,
        Task::Write(Scenario::ThankYou | Scenario::AnswerUpdate | Scenario::AnswerRejection)
            | Task::AnswerOffer
    )
}

/// “Thank Ann”, “Thank Ann and Luis”, “Thank 3 people”: all whose thank-you stands alike.
fn thank(action: &Action, all: &[Action]) -> String {
    let names: Vec<&str> = all
        .iter()
        .filter(|other| other.task == action.task && other.status == action.status)
        .filter_map(|other| other.person.as_deref())
        .map(first_name)
        .collect();
    match names.as_slice() {
        [] => headline_for(action.task, None),
        [one] => format!("Thank {one}"),
        [one, other] => format!("Thank {one} and {other}"),
        more => format!("Thank {} people", more.len()),
    }
}

/// The start of the next interview, if one lies ahead or is being held.
pub fn interview_ahead(application: &Application, clock: &Clock) -> Option<Moment> {
    let called_off = |start: Moment| {
        application.history.iter().any(|entry| {
            matches!(entry.event, Event::Cancelled { interview }
                if interview == When::Moment(start))
        })
    };
    application
        .history
        .iter()
        .filter_map(Entry::interview)
        .filter(|(start, end, _)| *end > clock.now && !called_off(*start))
        .map(|(start, ..)| start)
        .min()
}

/// How it ended, if it stands on the stage of what is over.
fn outcome(search: &JobSearch, plan: &Plan, application: &Application) -> Option<Outcome> {
    let stage = search.stage(plan.stage(application.id)?)?;
    if stage.meaning != StageMeaning::Closed {
        return None;
    }
    application.outcome()
}

/// When the words for what is shown change by themselves: at midnight, and with every hour or
/// day that something is late.
pub fn next_wording(plan: &Plan, clock: &Clock) -> Moment {
    let midnight = plus_days(clock.today(), 1).and_time(chrono::NaiveTime::MIN);
    let midnight = clock.zone.at(midnight);
    plan.actions()
        .take_while(|action| action.status == Status::Late)
        .filter_map(|action| action.late)
        .map(|late| {
            let hours = clock.now.signed_duration_since(late).num_hours();
            late + TimeDelta::hours(hours + 1)
        })
        .fold(midnight, Moment::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock() -> Clock {
        let zone: crate::time::Zone = "Europe/Berlin".parse().unwrap();
        Clock::at("2026-11-23T16:00:00+01:00".parse::<Moment>().unwrap(), zone)
    }

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn moments_are_told_as_one_says_them() {
        let clock = clock();
        for (text, words) in [
            ("2026-11-23T18:00:00+01:00", "today 18:00"),
            ("2026-11-24T10:00:00+01:00", "tomorrow 10:00"),
            ("2026-11-30T08:00:00+00:00", "Mon 30 Nov, 09:00"),
            ("2027-01-04T09:00:00+01:00", "Mon 4 Jan 2027, 09:00"),
        ] {
            assert_eq!(moment(at(text), &clock), words);
        }
        assert_eq!(
            deadline(at("2026-11-24T15:00:00+01:00"), &clock),
            "15:00 tomorrow"
        );
    }

    #[test]
    fn moments_are_told_as_in_the_users_region() {
        let region = crate::region::Region::named("en_US").unwrap();
        let clock = clock().with_region(region);
        for (text, words) in [
            ("2026-11-23T18:00:00+01:00", "today 6:00 PM"),
            ("2026-11-30T08:00:00+00:00", "Mon, Nov 30, 9:00 AM"),
            ("2027-01-04T09:00:00+01:00", "Mon, Jan 4, 2027, 9:00 AM"),
        ] {
            assert_eq!(moment(at(text), &clock), words);
        }
    }

    #[test]
    fn lateness_is_told_in_hours_then_in_days() {
        let clock = clock();
        for (text, words) in [
            ("2026-11-23T15:30:00+01:00", "late"),
            ("2026-11-23T15:00:00+01:00", "1 hour late"),
            ("2026-11-22T15:00:00+01:00", "25 hours late"),
            ("2026-11-21T15:00:00+01:00", "2 days late"),
        ] {
            assert_eq!(lateness(at(text), &clock), words);
        }
    }

    #[test]
    fn a_title_is_no_first_name() {
        assert_eq!(first_name("Dr. Ann Ito"), "Ann");
        assert_eq!(first_name("Ann"), "Ann");
        assert_eq!(first_name(""), "");
    }
}
