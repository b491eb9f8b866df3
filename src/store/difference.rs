//! What one search has that another has not, counted in words.

use std::fmt;
use std::sync::Arc;

use super::merge::same;
use crate::model::{Application, Event, JobSearch, Settings};

/// What changes if one search takes the place of another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Applications that come.
    pub more: Vec<Arc<Application>>,
    /// Applications that go.
    pub fewer: Vec<Arc<Application>>,
    /// Applications in both that differ: before and after.
    pub changed: Vec<(Arc<Application>, Arc<Application>)>,
    /// Whether anything else differs: the profile, the rules, the columns, the templates.
    pub settings: bool,
}

impl Difference {
    /// What changes from `before` to `after`.
    pub fn between(before: &JobSearch, after: &JobSearch) -> Self {
        let only_in = |one: &JobSearch, other: &JobSearch| {
            let all = one.applications.values();
            all.filter(|application| other.application(application.id).is_none())
                .cloned()
                .collect()
        };
        let both = before.applications.values().filter_map(|old| {
            let new = after.application(old.id)?;
            (!same(old, new)).then(|| (Arc::clone(old), Arc::clone(new)))
        });
        Self {
            more: only_in(after, before),
            fewer: only_in(before, after),
            changed: both.collect(),
            settings: Settings::of(before) != Settings::of(after),
        }
    }

    /// Whether both are the same.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// How many more entries of a kind there are after it; less than none if fewer.
    fn grown(&self, counts: impl Fn(&Event) -> bool) -> i64 {
        let count = |one: &Application| {
            let entries = one.history.iter().filter(|entry| counts(&entry.event));
            i64::try_from(entries.count()).unwrap_or(i64::MAX)
        };
        let changed = self.changed.iter();
        changed.map(|(old, new)| count(new) - count(old)).sum()
    }
}

/// “3 applications more, 2 messages fewer”.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_message = |event: &Event| matches!(event, Event::Sent(_) | Event::Reply(_));
        let count = |list: usize| i64::try_from(list).unwrap_or(i64::MAX);
        let mut parts = Vec::new();
        let mut part = |number: i64, one: &str, many: &str| {
            let name = if number.abs() == 1 { one } else { many };
            let way = if number > 0 { "more" } else { "fewer" };
            if number != 0 {
                parts.push(format!("{} {name} {way}", number.abs()));
            }
        };
        part(count(self.more.len()), "application", "applications");
        part(-count(self.fewer.len()), "application", "applications");
        part(self.grown(is_message), "message", "messages");
        part(
            self.grown(|event| !is_message(event)),
            "other entry",
            "other entries",
        );
        if !self.changed.is_empty() && self.grown(|_| true) == 0 {
            parts.push(match self.changed.len() {
                1 => "1 application differs".to_owned(),
                number => format!("{number} applications differ"),
            });
        }
        if self.settings {
            parts.push("other settings".to_owned());
        }
        if parts.is_empty() {
            parts.push("the same as now".to_owned());
        }
        f.write_str(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::search;

    fn words(before: &JobSearch, after: &JobSearch) -> String {
        Difference::between(before, after).to_string()
    }

    #[test]
    fn it_is_told_in_words() {
        let old = search(&["Acme", "Globex", "Initech"]);
        assert_eq!(words(&old, &old.clone()), "the same as now");
        let mut new = old.clone();
        let first = *new.applications.keys().next().unwrap();
        let acme = Arc::make_mut(new.applications.get_mut(&first).unwrap());
        acme.salary = "70".to_owned();
        assert_eq!(words(&old, &new), "1 application differs");
        let acme = Arc::make_mut(new.applications.get_mut(&first).unwrap());
        acme.history
            .retain(|entry| !matches!(entry.event, Event::Sent(_)));
        assert_eq!(words(&old, &new), "1 message fewer");
        assert_eq!(words(&new, &old), "1 message more");
        let last = *new.applications.keys().last().unwrap();
        new.applications.remove(&last);
        new.profile.name = "Kim".to_owned();
        assert_eq!(
            words(&old, &new),
            "1 application fewer, 1 message fewer, other settings"
        );
    }
}
