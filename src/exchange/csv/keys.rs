use std::collections::{HashMap, HashSet};

use crate::model::{JobSearch, slug};

/// Keys of a search, to find free ones among many.
pub(super) struct Keys {
    taken: HashSet<String>,
    next: HashMap<String, u32>,
}

impl Keys {
    pub(super) fn of(search: &JobSearch) -> Self {
        let keys = search.applications.values();
        Self {
            taken: keys.map(|application| application.key.clone()).collect(),
            next: HashMap::new(),
        }
    }

    pub(super) fn free(&mut self, company: &str, position: &str) -> String {
        let slug = slug(company, position);
        let next = self.next.entry(slug.clone()).or_insert(1);
        loop {
            let key = match *next {
                1 => slug.clone(),
                n => format!("{slug}-{n}"),
            };
            *next += 1;
            if self.taken.insert(key.clone()) {
                return key;
            }
        }
    }
}
