//! `wrong-name` in subject and text: companies, positions and people of other applications.

mod foreign;

use std::collections::{HashMap, HashSet};

use super::text::{Word, contains, folded_words};
use super::{Check, Desk, Finding, Part};
use crate::model::{Application, Event};
use foreign::{Foreign, Kind, foreign_names};

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let Some(app) = desk.app else { return };
    let written: HashSet<&str> = desk
        .parts()
        .into_iter()
        .flat_map(|(_, text)| &text.words)
        .map(|word| word.folded.as_str())
        .collect();
    let foreign = foreign_names(desk, app, &written);
    if foreign.is_empty() {
        return;
    }
    let own = own_names(desk, app);
    let mut by_first: HashMap<&str, Vec<&Foreign>> = HashMap::new();
    for name in &foreign {
        let first = name.words.first().map_or("", String::as_str);
        by_first.entry(first).or_default().push(name);
    }
    // A wrong greeting is found as one already.
    let greeted: HashSet<(Part, usize)> = findings
        .iter()
        .filter(|finding| finding.check == Check::WrongName)
        .map(|finding| (finding.part, finding.start))
        .collect();
    for (part, text) in desk.parts() {
        let mut last_end = 0;
        for (index, word) in text.words.iter().enumerate() {
            let first = word.folded.as_str();
            let bare = first.strip_suffix("'s").unwrap_or(first);
            let Some(names) = by_first.get(first).or_else(|| by_first.get(bare)) else {
                continue;
            };
            let rest = text.words.get(index..).unwrap_or_default();
            let longest = names
                .iter()
                .filter(|name| stands(&name.words, rest) && name.is_meant(text, part, index))
                .filter(|name| !own.iter().any(|own| contains(own, &name.words)))
                .max_by_key(|name| name.words.len());
            let Some(name) = longest else { continue };
            let last = rest.get(name.words.len() - 1);
            if let (Some(first), Some(last)) = (rest.first(), last) {
                let place = (first.start, last.end - possessive(&name.words, last));
                let is_new = place.0 >= last_end && !greeted.contains(&(part, place.0));
                if is_new {
                    findings.extend(found(desk, part, name, place));
                }
                last_end = last_end.max(place.1);
            }
        }
    }
}

fn found(desk: &Desk, part: Part, name: &Foreign, place: (usize, usize)) -> Option<Finding> {
    let app = desk.app?;
    let written = desk.text(part).slice(place.0, place.1);
    let (what, right) = match name.kind {
        Kind::Company | Kind::ShortCompany => {
            ("is the company of another application", app.company.clone())
        }
        Kind::Position => (
            "is the position of another application",
            app.position.clone(),
        ),
        Kind::Person => (
            "is somebody at another company",
            desk.draft
                .person
                .or(desk.draft.to.first().map(String::as_str))
                .unwrap_or_default()
                .to_owned(),
        ),
    };
    let message = format!(
        "“{written}” {what} ({}), and this letter is for {}: put the right name there.",
        name.of, app.company
    );
    Some(Finding {
        suggestions: Some(right)
            .filter(|right| !right.is_empty())
            .into_iter()
            .collect(),
        ..desk.finding(Check::WrongName, part, place, message)
    })
}

fn stands(name: &[String], words: &[Word]) -> bool {
    let Some((last, begin)) = name.split_last() else {
        return false;
    };
    let Some(end) = words.get(begin.len()) else {
        return false;
    };
    let ends = end.folded == *last || end.folded.strip_suffix("'s") == Some(last);
    ends && begin
        .iter()
        .zip(words)
        .all(|(name, word)| word.folded == *name)
}

/// How many characters of the last word (“’s”) are not the name's.
fn possessive(name: &[String], last: &Word) -> usize {
    let whole = name.last().is_some_and(|name| *name == last.folded);
    if whole { 0 } else { 2 }
}

/// What this letter may speak of: this application, the user, and what the user noted for it.
fn own_names(desk: &Desk, app: &Application) -> Vec<Vec<String>> {
    let profile = &desk.ctx.search.profile;
    let facts = app.history.iter().filter_map(|entry| match &entry.event {
        Event::Fact { value, .. } => Some(value.as_str()),
        _ => None,
    });
    let achievements = desk
        .ctx
        .search
        .achievements
        .iter()
        .flat_map(|done| [done.place.as_str(), &done.what, &done.result]);
    [
        app.company.as_str(),
        &app.position,
        &app.location,
        &profile.name,
    ]
    .into_iter()
    .chain(app.people())
    .chain(app.contacts.iter().map(|contact| contact.role.as_str()))
    .chain(profile.signature.iter().map(String::as_str))
    .chain(desk.draft.to.iter().map(String::as_str))
    .chain(desk.draft.person)
    .chain(facts)
    .chain(achievements)
    .map(folded_words)
    .collect()
}
