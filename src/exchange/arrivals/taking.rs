use super::{Arrivals, What};
use crate::model::{ApplicationId, JobSearch};
use crate::time::Clock;

/// What was made of what came.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The search with all of it in it.
    pub search: JobSearch,
    /// What became of each thing, in their order.
    pub fates: Vec<Fate>,
    /// How many are new, change something, are known already, and do not come in.
    pub counts: Counts,
    /// The applications that have changed.
    pub applications: Vec<ApplicationId>,
}

/// What becomes of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    New,
    /// It changes what is there, in these points.
    Changed(Vec<&'static str>),
    /// All of it is known.
    Same,
    /// It does not come in; why.
    LeftOut(&'static str),
}

/// How many things had each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New ones.
    pub new: usize,
    /// Those that change something.
    pub changed: usize,
    /// Those that are known already.
    pub same: usize,
    /// Those that do not come in.
    pub left_out: usize,
}

impl Arrivals {
    /// Puts everything where it is to go, in a copy of `search`.
    pub fn take_in(&self, search: &JobSearch, clock: &Clock) -> Taken {
        let mut taken = Taken {
            search: search.clone(),
            fates: Vec::with_capacity(self.items.len()),
            counts: Counts {
                left_out: self.left_out.len(),
                ..Counts::default()
            },
            applications: Vec::new(),
        };
        for item in &self.items {
            let mut fate = item.homeless();
            for id in &item.to {
                if let Some(next) = taken.put(&item.what, *id, clock) {
                    fate = fate.and(next);
                }
            }
            taken.count(&fate);
            taken.fates.push(fate);
        }
        taken
    }
}

impl super::Arrival {
    /// Why it does not come in while it is to go nowhere.
    fn homeless(&self) -> Fate {
        Fate::LeftOut(match (&self.what, self.fits.is_empty()) {
            (What::Person(_), true) => "no application of yours is at their company",
            (What::Invitation(_), true) => "it fits no application of yours",
            (What::Invitation(_), false) if self.to.is_empty() => {
                "it is not clear which application it belongs to"
            }
            _ => "you leave it out",
        })
    }
}

impl Taken {
    fn put(&mut self, what: &What, id: ApplicationId, clock: &Clock) -> Option<Fate> {
        let mut application = self.search.application(id)?.as_ref().clone();
        let fate = match what {
            What::Person(person) => person.put_into(&mut application, clock),
            What::Invitation(invitation) => invitation.put_into(&mut application, clock),
        };
        if matches!(fate, Fate::New | Fate::Changed(_)) {
            if !self.applications.contains(&id) {
                self.applications.push(id);
            }
            self.search.put(application);
        }
        Some(fate)
    }

    fn count(&mut self, fate: &Fate) {
        match fate {
            Fate::New => self.counts.new += 1,
            Fate::Changed(_) => self.counts.changed += 1,
            Fate::Same => self.counts.same += 1,
            Fate::LeftOut(_) => self.counts.left_out += 1,
        }
    }
}

impl Fate {
    /// It in words.
    pub fn words(&self) -> String {
        match self {
            Self::New => "new".to_owned(),
            Self::Changed(what) => format!("changes {}", what.join(", ")),
            Self::Same => "known already".to_owned(),
            Self::LeftOut(why) => format!("left out: {why}"),
        }
    }

    /// What became of something that went to two places.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::New, _) | (_, Self::New) => Self::New,
            (Self::Changed(mut all), Self::Changed(more)) => {
                all.extend(more);
                all.dedup();
                Self::Changed(all)
            }
            (changed @ Self::Changed(_), _) | (_, changed @ Self::Changed(_)) => changed,
            (Self::Same, _) | (_, Self::Same) => Self::Same,
            (Self::LeftOut(_), last) => last,
        }
    }
}
