//! Everything an application asks for, and the table of all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::cadence::cadence;
use super::stage::stage;
use super::story::Story;
use super::{Action, Cadence, Context, Elsewhere, Rule, Status, Task, Why};
use crate::model::{Application, ApplicationId, Event, JobSearch, StageId};
use crate::time::{Clock, Moment, When};

/// What one application asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanOf {
    /// Its actions, most urgent first.
    pub actions: Vec<Action>,
    /// When that may next be otherwise without anything being recorded.
    pub next: Option<Moment>,
}

/// Every open action of `application`, waiting ones too.
pub fn plan_of(application: &Application, context: &Context<'_>) -> PlanOf {
    let story = Story::new(application, context);
    let actions = story.actions();
    let next = story.next_boundary(&actions);
    PlanOf { actions, next }
}

impl Story<'_> {
    fn actions(&self) -> Vec<Action> {
        let mut actions = Vec::new();
        self.thank_you_actions(&mut actions);
        self.debrief_actions(&mut actions);
        self.answer_actions(&mut actions);
        self.decide_actions(&mut actions);
        self.phone_actions(&mut actions);
        self.check_in_actions(&mut actions);
        self.move_on_actions(&mut actions);
        self.elsewhere_actions(&mut actions);
        for action in &mut actions {
            action.status = self.status(action);
        }
        actions.sort_by_key(Action::urgency);
        actions
    }

    fn status(&self, action: &Action) -> Status {
        if action.late.is_some_and(|late| late <= self.now()) {
            Status::Late
        } else if action.due <= self.now() {
            Status::Due
        } else {
            Status::Waiting
        }
    }

    /// An action addressed as a check-in is, with one reminder at its due moment; never late.
    pub fn action(&self, task: Task, rule: Rule, due: Moment, why: Why) -> Action {
        Action {
            to: self
                .check_in_addressee()
                .map(str::to_owned)
                .into_iter()
                .collect(),
            ..self.bare_action(task, rule, due, why)
        }
    }

    /// The same, addressed to nobody yet.
    pub fn bare_action(&self, task: Task, rule: Rule, due: Moment, why: Why) -> Action {
        let due = self.zone().show(due);
        Action {
            application: self.application.id,
            task,
            to: Vec::new(),
            person: None,
            interview: None,
            rule,
            status: Status::Waiting,
            due,
            late: None,
            reminders: vec![due],
            optional: false,
            why,
        }
    }

    /// The next moment at which the plan may change by itself: something falls due or late, an
    /// interview or a day ends, or what was dated ahead comes.
    fn next_boundary(&self, actions: &[Action]) -> Option<Moment> {
        let of_actions = actions.iter().flat_map(|action| {
            action
                .reminders
                .iter()
                .copied()
                .chain([action.due])
                .chain(action.late)
        });
        let of_meetings = self.meetings.iter().flat_map(|meeting| {
            [
                meeting.start.moment,
                meeting.end.moment,
                meeting.end.moment + TimeDelta::hours(24),
            ]
        });
        let of_history = self.application.history.iter().flat_map(|entry| {
            let comes = match entry.at {
                When::Moment(moment) => moment,
                When::Day(day) => self.zone().at(day.and_time(chrono::NaiveTime::MIN)),
            };
            let day_over = match &entry.event {
                Event::CallInvited { day } => Some(self.end_of(*day)),
                _ => None,
            };
            [Some(comes), day_over].into_iter().flatten()
        });
        let applied = match self.application.applied {
            When::Moment(moment) => moment,
            When::Day(day) => self.zone().at(day.and_time(chrono::NaiveTime::MIN)),
        };
        of_actions
            .chain(of_meetings)
            .chain(of_history)
            .chain([applied])
            .filter(|moment| *moment > self.now())
            .min()
    }
}

/// One application's line of the table.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    actions: Vec<Action>,
    stage: StageId,
    cadence: Cadence,
    /// Since when the employer has been silent, unless it is over.
    silent_since: Option<NaiveDate>,
    /// Whether an offer waits for an answer.
    has_offer: bool,
    next: Option<Moment>,
}

impl Row {
    fn new(application: &Application, context: &Context<'_>) -> Self {
        let story = Story::new(application, context);
        let actions = story.actions();
        Self {
            stage: stage(&story),
            cadence: cadence(&story, &actions),
            silent_since: story.silent_since(),
            has_offer: story.open_offer().is_some(),
            next: story.next_boundary(&actions),
            actions,
        }
    }
}

/// The rows of all applications. A large search is shared out among the processor's cores.
fn rows(search: &JobSearch, clock: &Clock, elsewhere: &Elsewhere) -> Vec<(ApplicationId, Row)> {
    const WORTH_A_THREAD: usize = 1_000;
    let context = Context {
        search,
        clock,
        elsewhere,
    };
    let applications: Vec<&Arc<Application>> = search.applications.values().collect();
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = applications.len().div_ceil(cores).max(WORTH_A_THREAD);
    let compute = |share: &[&Arc<Application>]| -> Vec<(ApplicationId, Row)> {
        let rows = share
            .iter()
            .map(|application| (application.id, Row::new(application, &context)));
        rows.collect()
    };
    if applications.len() <= share {
        return compute(&applications);
    }
    std::thread::scope(|scope| {
        let compute = &compute;
        let shares: Vec<_> = applications
            .chunks(share)
            .map(|share| (share, scope.spawn(move || compute(share))))
            .collect();
        // A thread that could not finish is made up for here.
        let rows = shares
            .into_iter()
            .flat_map(|(share, thread)| thread.join().unwrap_or_else(|_| compute(share)));
        rows.collect()
    })
}

type Place = ((u8, i64, i64), ApplicationId, usize);

/// The plan: every action of every application, kept up to date with the least work.
///
/// The card, the Today list, the notification and `--json` all read it.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    rows: BTreeMap<ApplicationId, Row>,
    order: BTreeSet<Place>,
    boundaries: BTreeSet<(Moment, ApplicationId)>,
    elsewhere: Elsewhere,
}

impl Plan {
    /// The plan of a whole search.
    pub fn new(search: &JobSearch, clock: &Clock) -> Self {
        let mut plan = Self {
            elsewhere: Elsewhere::of(search, clock),
            ..Self::default()
        };
        plan.compute_all(search, clock);
        plan
    }

    /// Plans one application again, which was changed, added or removed. All others follow only if
    /// it changes what they must know of it (an offer, an acceptance).
    pub fn update(&mut self, search: &JobSearch, id: ApplicationId, clock: &Clock) {
        let others_follow = match search.application(id) {
            Some(application) => self.elsewhere.update(search, application, clock),
            None => self.elsewhere.remove(id),
        };
        if others_follow {
            self.compute_all(search, clock);
        } else {
            self.compute(search, id, clock);
        }
    }

    /// Follows the clock; true if anything may have changed.
    pub fn advance(&mut self, search: &JobSearch, clock: &Clock) -> bool {
        let elsewhere = Elsewhere::of(search, clock);
        if elsewhere != self.elsewhere {
            self.elsewhere = elsewhere;
            self.compute_all(search, clock);
            return true;
        }
        let passed: Vec<ApplicationId> = self
            .boundaries
            .iter()
            .take_while(|(moment, _)| *moment <= clock.now)
            .map(|(_, id)| *id)
            .collect();
        for id in &passed {
            self.compute(search, *id, clock);
        }
        !passed.is_empty()
    }

    /// When the plan next changes by itself.
    pub fn next_boundary(&self, now: Moment) -> Option<Moment> {
        let of_rows = self.boundaries.first().map(|(moment, _)| *moment);
        of_rows.into_iter().chain(self.elsewhere.next(now)).min()
    }

    /// All actions: the longest late first, then what is late soonest, then what falls due soonest.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.order
            .iter()
            .filter_map(|(_, id, index)| self.rows.get(id)?.actions.get(*index))
    }

    /// One application's actions, most urgent first.
    pub fn of(&self, id: ApplicationId) -> &[Action] {
        self.rows.get(&id).map_or(&[], |row| &row.actions)
    }

    /// The stage one application's card stands in.
    pub fn stage(&self, id: ApplicationId) -> Option<&StageId> {
        self.rows.get(&id).map(|row| &row.stage)
    }

    /// Where one application's waiting stands.
    pub fn cadence(&self, id: ApplicationId) -> Option<&Cadence> {
        self.rows.get(&id).map(|row| &row.cadence)
    }

    /// The day since which one application’s employer has been silent: of their last word or the
    /// last interview, else of applying. Nothing once it is over, or not applied for yet.
    pub fn silent_since(&self, id: ApplicationId) -> Option<NaiveDate> {
        self.rows.get(&id)?.silent_since
    }

    /// Whether one application has an offer that waits for an answer.
    pub fn has_offer(&self, id: ApplicationId) -> bool {
        self.rows.get(&id).is_some_and(|row| row.has_offer)
    }

    /// What the applications must know of each other.
    pub fn elsewhere(&self) -> &Elsewhere {
        &self.elsewhere
    }

    fn compute_all(&mut self, search: &JobSearch, clock: &Clock) {
        self.rows.clear();
        self.order.clear();
        self.boundaries.clear();
        for (id, row) in rows(search, clock, &self.elsewhere) {
            self.insert(id, row);
        }
    }

    fn compute(&mut self, search: &JobSearch, id: ApplicationId, clock: &Clock) {
        self.forget(id);
        if let Some(application) = search.application(id) {
            let context = Context {
                search,
                clock,
                elsewhere: &self.elsewhere,
            };
            let row = Row::new(application, &context);
            self.insert(id, row);
        }
    }

    fn insert(&mut self, id: ApplicationId, row: Row) {
        self.order.extend(places(id, &row));
        self.boundaries.extend(row.next.map(|next| (next, id)));
        self.rows.insert(id, row);
    }

    fn forget(&mut self, id: ApplicationId) {
        let Some(row) = self.rows.remove(&id) else {
            return;
        };
        for place in places(id, &row) {
            self.order.remove(&place);
        }
        if let Some(next) = row.next {
            self.boundaries.remove(&(next, id));
        }
    }
}

fn places(id: ApplicationId, row: &Row) -> impl Iterator<Item = Place> {
    row.actions
        .iter()
        .enumerate()
        .map(move |(index, action)| (action.urgency(), id, index))
}
