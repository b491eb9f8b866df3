//! Putting an action off: how long, and what is remembered of it.
//!
//! An action of the plan may be *quiet*: put off until a moment ([`Quiet::Until`]), or not needed
//! as it is due now ([`Quiet::NotNeeded`]). That is kept in the ledger beside the file, lasts over
//! restarts, and ends by itself: a snooze when its moment comes or the thing was done, “not needed”
//! when the action falls due anew. The rules do not know of it: `plan`, `due` and `may` say what
//! they said before.
//!
//! For a view: [`choices`] are the lines of the menu, each with its moment;
//! `app::Command::{Snooze, NotNeeded, Wake}` do it and can be undone; `app::State::quiet_of` says
//! whether an action is quiet now, and until when. A moment of the user's own is a `Snooze`, too,
//! if [`may_last_until`] takes it.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

use crate::etiquette::{self, Action, Context};
use crate::model::Application;
use crate::time::{Clock, Moment, plus_days, short_day};

/// No snooze is longer: what is put off for years was forgotten.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// This evening is offered until so long before it begins.
const WORTH_WAITING: TimeDelta = TimeDelta::minutes(30);

/// How an action is kept quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Quiet {
    /// Until then; it is raised once more at that moment.
    Until(Moment),
    /// For as long as it is due at that moment: it is not needed.
    NotNeeded(Moment),
}

impl Quiet {
    /// Whether it still holds for `action`.
    pub fn holds(self, action: &Action, now: Moment) -> bool {
        match self {
            Self::Until(until) => until > now,
            Self::NotNeeded(due) => is_same(due, action.due),
        }
    }
}

/// A moment is the same also where a journey to another time zone has moved it: “09:00 on Monday”
/// is raised once, wherever that is.
pub(super) fn is_same(a: Moment, b: Moment) -> bool {
    a == b || a.naive_local() == b.naive_local()
}

/// One way to put an action off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How long, in words: “One hour”, “This evening”.
    pub words: String,
    /// The moment at which it comes again.
    pub until: Moment,
}

/// The ways to put `action` of `application` off, the shortest first; each leads to another moment
/// ahead.
pub fn choices(action: &Action, application: &Application, context: &Context<'_>) -> Vec<Choice> {
    let clock = context.clock;
    let (policy, today) = (&context.search.policy, clock.today());
    let monday = (1..=7)
        .map(|days| plus_days(today, days))
        .find(|day| day.weekday() == Weekday::Mon)
        .unwrap_or(today);
    let morning = |day: NaiveDate| at(clock, day, policy.morning);
    let promised = etiquette::promise_in_force(application, context)
        .map(|day| policy.working_day_from(plus_days(day, 1)));

    let mut choices = vec![Choice {
        words: "One hour".to_owned(),
        until: clock.zone.show(clock.now + TimeDelta::hours(1)),
    }];
    let mut offer = |words: &str, until: Moment| {
        let is_new = choices.iter().all(|choice| choice.until != until);
        if is_new && until > clock.now {
            choices.push(Choice {
                words: words.to_owned(),
                until,
            });
        }
    };
    if let Some(evening) = this_evening(context) {
        offer("This evening", evening);
    }
    offer("Tomorrow morning", morning(plus_days(today, 1)));
    offer("Monday morning", morning(monday));
    // A check-in waits for that day by itself.
    if let Some(day) = promised.filter(|day| morning(*day) != action.due) {
        let words = format!("The working day after they promised, {}", short_day(day));
        offer(&words, morning(day));
    }
    choices.sort_by_key(|choice| choice.until);
    choices
}

/// The evening of today, by the user's hour; nothing if it is about to begin or has begun.
pub fn this_evening(context: &Context<'_>) -> Option<Moment> {
    let clock = context.clock;
    let evening = at(clock, clock.today(), context.search.policy.evening);
    (evening - WORTH_WAITING > clock.now).then_some(evening)
}

/// Until when a notification is put off that cannot ask: this evening, else tomorrow morning.
pub fn until_evening(context: &Context<'_>) -> Moment {
    let clock = context.clock;
    this_evening(context).unwrap_or_else(|| {
        let tomorrow = plus_days(clock.today(), 1);
        at(clock, tomorrow, context.search.policy.morning)
    })
}

/// Whether something can be put off until the moment that clocks here show as `local`.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn may_last_until(local: NaiveDateTime, clock: &Clock) -> Result<Moment, &'static str> {
    let until = clock.zone.at(local);
    if until <= clock.now {
        Err("That moment is over")
    } else if until > clock.now + LONGEST {
        Err("That is more than a year away")
    } else {
        Ok(until)
    }
}

fn at(clock: &Clock, day: NaiveDate, time: NaiveTime) -> Moment {
    clock.zone.at(day.and_time(time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::{Elsewhere, Plan};
    use crate::model::{Entry, Event, JobSearch};
    use crate::time::{When, Zone, rfc3339};

    /// The choices on a first check-in, a week after an interview, with a day promised or without.
    fn on(now: &str, promise: Option<&str>) -> Vec<(String, String)> {
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        let moment = |text: &str| match When::parse(text, zone).unwrap() {
            When::Moment(moment) => moment,
            When::Day(_) => panic!("{text} has no hour"),
        };
        let clock = Clock::at(moment(now), zone);
        let mut one = Application::new(
            "quill".to_owned(),
            "Quill".to_owned(),
            "Engineer".to_owned(),
            When::parse("2026-10-01", zone).unwrap(),
        );
        if let Some(day) = promise {
            let day = day.parse().unwrap();
            let at = When::Moment(clock.now - TimeDelta::hours(1));
            one.history.push(Entry::new(at, Event::Promise { day }));
        }
        let (id, mut search) = (one.id, JobSearch::default());
        search.put(one);
        let plan = Plan::new(&search, &clock);
        let context = Context {
            search: &search,
            clock: &clock,
            elsewhere: &Elsewhere::of(&search, &clock),
        };
        let mut action = plan.of(id)[0].clone();
        // Something that does not wait for the promise, such as a letter due now.
        action.due = clock.now;
        choices(&action, search.application(id).unwrap(), &context)
            .into_iter()
            .map(|choice| (choice.words, rfc3339(choice.until)))
            .collect()
    }

    fn named<'a>(choices: &'a [(String, String)], words: &str) -> Option<&'a str> {
        let choice = choices.iter().find(|(name, _)| name.starts_with(words));
        choice.map(|(_, until)| until.as_str())
    }

    #[test]
    fn each_choice_has_its_moment() {
        let choices = on("2026-11-24T10:00", Some("2026-12-04"));
        for (words, until) in [
            ("One hour", "2026-11-24T11:00:00+01:00"),
            ("This evening", "2026-11-24T18:00:00+01:00"),
            ("Tomorrow morning", "2026-11-25T09:00:00+01:00"),
            ("Monday morning", "2026-11-30T09:00:00+01:00"),
            (
                "The working day after they promised, Mon 7 Dec",
                "2026-12-07T09:00:00+01:00",
            ),
        ] {
            assert_eq!(named(&choices, words), Some(until), "{choices:#?}");
        }
    }

    #[test]
    fn what_is_over_or_offered_already_is_left_out() {
        let choices = on("2026-11-29T17:50", None);
        assert_eq!(named(&choices, "This evening"), None);
        // Tomorrow is Monday.
        assert_eq!(
            named(&choices, "Tomorrow"),
            Some("2026-11-30T09:00:00+01:00")
        );
        assert_eq!(named(&choices, "Monday"), None);
        assert_eq!(named(&choices, "The working day"), None);
    }

    #[test]
    fn on_a_monday_monday_is_the_next_one() {
        let choices = on("2026-11-30T08:00", None);
        assert_eq!(named(&choices, "Monday"), Some("2026-12-07T09:00:00+01:00"));
    }

    #[test]
    fn an_hour_lasts_an_hour_also_where_the_clocks_change() {
        let choices = on("2026-10-25T02:30", None);
        assert_eq!(
            named(&choices, "One hour"),
            Some("2026-10-25T02:30:00+01:00"),
            "the same hour by the clock, an hour later"
        );
        let local = "2027-03-28T02:30:00".parse().unwrap();
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        let clock = Clock::at(zone.at("2027-03-27T12:00:00".parse().unwrap()), zone);
        let until = may_last_until(local, &clock).unwrap();
        assert_eq!(rfc3339(until), "2027-03-28T03:00:00+02:00", "in the gap");
    }

    #[test]
    fn a_moment_of_ones_own_lies_ahead_and_within_a_year() {
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        let noon: NaiveDateTime = "2026-11-24T12:00:00".parse().unwrap();
        let clock = Clock::at(zone.at(noon), zone);
        assert!(may_last_until(noon, &clock).is_err());
        assert!(may_last_until(noon - TimeDelta::days(700), &clock).is_err());
        assert!(may_last_until(noon + TimeDelta::days(700), &clock).is_err());
        assert!(may_last_until(noon + TimeDelta::minutes(1), &clock).is_ok());
    }
}
