//! Which application a row speaks of, so that the same file again updates and never doubles.
//!
//! Company and position must be the same. Among several such applications the link decides, then
//! the day; what is left over goes together in order. Two that were applied for months apart are
//! two.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::incoming::Incoming;
use crate::model::{Application, ApplicationId, JobSearch, name_key};
use crate::time::Zone;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// An application that is there.
    Known(ApplicationId),
    /// One that is not.
    New,
    /// The same as an earlier row, of that number.
    Repeats(u64),
}

/// An application applied for again after so long is another one.
const ANOTHER_AFTER_DAYS: i64 = 60;
/// Nobody has so many applications for one position; looking on would only take time.
const MOST_LOOKED_AT: usize = 50;

/// What each of `rows` is about.
pub(super) fn targets(rows: &[Incoming], search: &JobSearch, zone: Zone) -> Vec<Target> {
    let mut groups: HashMap<(String, String), Group<'_>> = HashMap::new();
    for (place, row) in rows.iter().enumerate() {
        let key = (name_key(&row.company), name_key(&row.position));
        groups.entry(key).or_default().rows.push((place, row));
    }
    for application in search.applications.values() {
        let key = (
            name_key(&application.company),
            name_key(&application.position),
        );
        if let Some(group) = groups.get_mut(&key) {
            group.known.push(Known::of(application, zone));
        }
    }
    let mut targets = vec![Target::New; rows.len()];
    for group in groups.into_values() {
        for (place, target) in group.assign() {
            if let Some(slot) = targets.get_mut(place) {
                *slot = target;
            }
        }
    }
    targets
}

/// Rows and applications of one position at one company.
#[derive(Default)]
struct Group<'a> {
    rows: Vec<(usize, &'a Incoming)>,
    known: Vec<Known>,
}

struct Known {
    id: ApplicationId,
    link: String,
    day: NaiveDate,
}

impl Known {
    fn of(application: &Application, zone: Zone) -> Self {
        Self {
            id: application.id,
            link: link_key(&application.url),
            day: application.applied.date(zone),
        }
    }

    /// Whether a row that is not surely about it can be.
    fn may_be(&self, link: &str, row: &Incoming, is_only_one: bool) -> bool {
        let same_link = self.link.is_empty() || link.is_empty() || self.link == link;
        let near = row
            .applied
            .is_none_or(|day| (day - self.day).num_days().abs() <= ANOTHER_AFTER_DAYS);
        let same_day = row.applied == Some(self.day);
        near && (same_link || (is_only_one && same_day))
    }
}

impl Group<'_> {
    fn assign(self) -> Vec<(usize, Target)> {
        let is_only_one = self.rows.len() == 1 && self.known.len() == 1;
        let mut assigned = Vec::new();
        let mut open = Vec::new();
        let mut seen: HashMap<(String, Option<NaiveDate>), u64> = HashMap::new();
        for (place, row) in self.rows {
            let link = link_key(&row.link);
            let day = row.applied.or(row.saved).filter(|_| link.is_empty());
            match seen.get(&(link.clone(), day)) {
                Some(earlier) => assigned.push((place, Target::Repeats(*earlier))),
                None => {
                    seen.insert((link.clone(), day), row.row);
                    open.push((place, row, link));
                }
            }
        }
        let mut free = Free::of(self.known);
        open.retain(|(place, row, link)| match free.certain(link, row) {
            Some(id) => {
                assigned.push((*place, Target::Known(id)));
                false
            }
            None => true,
        });
        for (place, row, link) in open {
            let target = free
                .possible(&link, row, is_only_one)
                .map_or(Target::New, Target::Known);
            assigned.push((place, target));
        }
        assigned
    }
}

/// Applications that no row speaks of yet.
struct Free {
    known: Vec<Known>,
    by_link: HashMap<String, usize>,
    by_day: HashMap<NaiveDate, Vec<usize>>,
    taken: HashSet<ApplicationId>,
}

impl Free {
    fn of(known: Vec<Known>) -> Self {
        let mut by_link = HashMap::new();
        let mut by_day: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, known) in known.iter().enumerate() {
            if !known.link.is_empty() {
                by_link.entry(known.link.clone()).or_insert(place);
            }
            by_day.entry(known.day).or_default().push(place);
        }
        Self {
            known,
            by_link,
            by_day,
            taken: HashSet::new(),
        }
    }

    /// The application with the same link, or of the same day where links do not speak against it.
    fn certain(&mut self, link: &str, row: &Incoming) -> Option<ApplicationId> {
        let by_link = self.by_link.get(link).copied();
        let of_that_day = row.applied.and_then(|day| self.by_day.get(&day));
        let by_day = of_that_day.into_iter().flatten().copied();
        let found = by_link
            .into_iter()
            .chain(by_day)
            .take(MOST_LOOKED_AT)
            .find_map(|place| {
                let known = self.known.get(place)?;
                let fits = known.link.is_empty() || link.is_empty() || known.link == link;
                (fits && !self.taken.contains(&known.id)).then_some(known.id)
            })?;
        self.taken.insert(found);
        Some(found)
    }

    fn possible(&mut self, link: &str, row: &Incoming, is_only_one: bool) -> Option<ApplicationId> {
        let found = self
            .known
            .iter()
            .take(MOST_LOOKED_AT)
            .find(|known| !self.taken.contains(&known.id) && known.may_be(link, row, is_only_one))?
            .id;
        self.taken.insert(found);
        Some(found)
    }
}

/// A link without what differs between two visits of the same page.
fn link_key(link: &str) -> String {
    let link = link.trim();
    let link = link.split_once('#').map_or(link, |(page, _)| page);
    let (page, query) = link.split_once('?').unwrap_or((link, ""));
    let page = page
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches('/')
        .to_lowercase();
    let of_tracking = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default().to_lowercase();
        name.starts_with("utm_")
            || matches!(
                name.as_str(),
                "trk" | "refid" | "trackingid" | "ref" | "src" | "fbclid" | "gclid"
            )
    };
    let query: Vec<&str> = query
        .split('&')
        .filter(|part| !part.is_empty() && !of_tracking(part))
        .collect();
    if query.is_empty() {
        page
    } else {
        format!("{page}?{}", query.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::link_key;

    #[test]
    fn a_link_is_the_same_however_it_was_come_by() {
        let plain = "linkedin.com/jobs/view/42";
        for link in [
            "https://www.linkedin.com/jobs/view/42/",
            "http://linkedin.com/jobs/view/42?trk=feed&refId=abc",
            "HTTPS://www.linkedin.com/jobs/view/42#apply"
                .to_lowercase()
                .as_str(),
        ] {
            assert_eq!(link_key(link), plain, "{link}");
        }
        assert_ne!(
            link_key("https://a.example/jobs?id=1"),
            link_key("https://a.example/jobs?id=2")
        );
    }
}
