//! A filter, made ready to be asked of many applications.

use chrono::NaiveDate;

use super::fold::folded;
use super::index::{Index, Words};
use crate::etiquette::{Plan, Status};
use crate::model::{Application, ApplicationId, Doing, Filter};

/// A filter, made ready to be asked of many applications.
#[derive(Debug)]
pub struct Sieve<'a> {
    filter: &'a Filter,
    words: Words,
    person: String,
    tag: String,
    index: &'a Index,
    plan: &'a Plan,
    today: NaiveDate,
}

impl<'a> Sieve<'a> {
    /// What `filter` asks for, on that day.
    pub fn new(filter: &'a Filter, index: &'a Index, plan: &'a Plan, today: NaiveDate) -> Self {
        Self {
            filter,
            words: Words::of(&filter.words),
            person: folded(filter.person.trim()),
            tag: folded(filter.tag.trim()),
            index,
            plan,
            today,
        }
    }

    /// Whether an application fits all that is asked for.
    pub fn fits(&self, application: &Application) -> bool {
        let id = application.id;
        self.stands_there(id)
            && self.filter.doing.is_none_or(|doing| self.does(id, doing))
            && (!self.filter.offer || self.plan.has_offer(id))
            && self.is_silent(id)
            && self.bears_the_tag(application)
            && self.knows_the_person(application)
            && self.index.holds(id, &self.words)
    }

    fn stands_there(&self, id: ApplicationId) -> bool {
        let stages = &self.filter.stages;
        let stands_in = || self.plan.stage(id).is_some_and(|one| stages.contains(one));
        stages.is_empty() || stands_in()
    }

    fn does(&self, id: ApplicationId, doing: Doing) -> bool {
        let mut wanted = self.plan.of(id).iter().filter(|action| !action.optional);
        match doing {
            Doing::Due => wanted.any(|action| action.status != Status::Waiting),
            Doing::Waiting => {
                let all_wait = wanted.clone().all(|one| one.status == Status::Waiting);
                all_wait && wanted.next().is_some()
            }
        }
    }

    fn is_silent(&self, id: ApplicationId) -> bool {
        let Some(days) = self.filter.silent_days else {
            return true;
        };
        let since = self.plan.silent_since(id);
        since.is_some_and(|since| (self.today - since).num_days() >= i64::from(days))
    }

    fn bears_the_tag(&self, application: &Application) -> bool {
        self.tag.is_empty() || application.tags.iter().any(|tag| folded(tag) == self.tag)
    }

    fn knows_the_person(&self, application: &Application) -> bool {
        let knows = |name: &&str| folded(name).contains(&self.person);
        self.person.is_empty() || application.people().iter().any(knows)
    }
}
