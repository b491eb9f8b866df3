//! Several ways to say the same, so that two people who compare their letters do not read the same
//! sentence twice.
//!
//! A letter is put together of parts, and every part is there in as many phrasings. Which one a
//! letter gets follows from its place among all the letters that the interviews at that company
//! ask for: the first six have no sentence in common (but what was noted itself), and no two of the
//! first thirty-six are put together alike.

use crate::model::{Application, EntryId, JobSearch, same_name};

/// How many phrasings every part has.
const COUNT: usize = 6;

/// What several templates are put together of.
struct Part {
    /// Its name in templates: `{% include part.opening %}`.
    name: &'static str,
    /// Its phrasings, parted by lines of three dashes.
    file: &'static str,
}

macro_rules! parts {
    ($($name:literal $file:literal)*) => {
        const PARTS: &[Part] = &[$(Part {
            name: $name,
            file: include_str!(concat!("../../assets/templates/", $file, ".jinja")),
        }),*];
    };
}

parts! {
    "opening" "thank-you/opening"
    "interest" "thank-you/interest"
    "fit" "thank-you/fit"
    "addition" "thank-you/addition"
    "close" "thank-you/close"
    "subject" "thank-you/subject"
    "pass_on" "pass-on"
    "connect" "linkedin-connect/words"
}

impl Part {
    fn phrasings(&self) -> impl Iterator<Item = &'static str> {
        self.file.split("\n---\n").map(str::trim)
    }

    /// The name under which the engine knows a phrasing.
    fn template(&self, phrasing: usize) -> String {
        format!("{} {phrasing}", self.name)
    }
}

/// Every phrasing with the name under which the engine knows it.
pub(super) fn templates() -> impl Iterator<Item = (String, &'static str)> {
    PARTS.iter().flat_map(|part| {
        part.phrasings()
            .enumerate()
            .map(|(phrasing, source)| (part.template(phrasing), source))
    })
}

/// What the letter at that place is put together of: each part's name, and its phrasing's.
///
/// Beyond the first six, the parts move against each other.
pub(super) fn parts_at(place: usize) -> impl Iterator<Item = (&'static str, String)> {
    PARTS.iter().enumerate().map(move |(index, part)| {
        let phrasing = (place + index * (place / COUNT)) % COUNT;
        (part.name, part.template(phrasing))
    })
}

/// A template whose parts are written out, each in its first phrasing, so that it can be read and
/// changed by itself.
pub(super) fn written_out(source: &str) -> String {
    PARTS.iter().fold(source.to_owned(), |text, part| {
        let include = format!("{{% include part.{} %}}", part.name);
        text.replace(&include, part.phrasings().next().unwrap_or_default())
    })
}

/// The place of a letter to `person` among the letters that the interviews at this company ask
/// for, from 0: one for each interviewer of each interview, in the order of recording. An interview
/// that is recorded later changes no place.
///
/// `interview` is the one that the letter follows; without one, the place after all.
pub(super) fn place_of(
    search: &JobSearch,
    application: &Application,
    interview: Option<EntryId>,
    person: &str,
) -> usize {
    let others = search
        .applications
        .values()
        .map(AsRef::as_ref)
        .filter(|other| other.id != application.id && is_same_company(other, application));
    let mut interviews: Vec<_> = others
        .chain([application])
        .flat_map(|application| &application.history)
        .filter_map(|entry| Some((entry.id, &entry.interview()?.2.with)))
        .collect();
    interviews.sort_by_key(|(id, _)| *id);
    let mut seats = interviews
        .iter()
        .flat_map(|(id, with)| with.iter().map(move |name| (*id, name)));
    let count = seats.clone().count();
    seats
        .position(|(id, name)| Some(id) == interview && same_name(name, person))
        .unwrap_or(count)
}

fn is_same_company(one: &Application, other: &Application) -> bool {
    same_name(&one.company, &other.company)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_part_has_as_many_phrasings() {
        for part in PARTS {
            let different: BTreeSet<_> = part.phrasings().collect();
            assert_eq!(different.len(), COUNT, "{}", part.name);
        }
    }

    #[test]
    fn six_letters_share_no_part_and_thirty_six_are_not_put_together_alike() {
        let body = |place| parts_at(place).take(5).collect::<Vec<_>>();
        for place in 1..COUNT {
            for earlier in 0..place {
                let shared = body(place).iter().any(|part| body(earlier).contains(part));
                assert!(!shared, "{earlier} and {place}");
            }
        }
        let different: BTreeSet<_> = (0..COUNT * COUNT).map(body).collect();
        assert_eq!(different.len(), COUNT * COUNT);
    }

    #[test]
    fn a_template_can_be_written_out() {
        let text = written_out("A {% include part.connect %} B");
        assert!(text.starts_with("A thank you for our"), "{text}");
        assert!(!text.contains("include"), "{text}");
    }
}
