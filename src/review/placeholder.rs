//! `placeholder`: any blank that was left, in whichever style people write blanks.

mod bare;
mod drawn;

use std::cmp::Reverse;

use super::brackets::bracketed;
use super::text::{Text, folded_words};
use super::{Check, Desk, Finding, Part};
use bare::bare;
use drawn::drawn;

/// The longest thing that is taken for a blank.
pub(super) const LONGEST: usize = 80;

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    for (part, text) in desk.parts() {
        let fenced = bracketed(text).into_iter().map(|place| (place, true));
        let open = drawn(text).into_iter().chain(bare(text, part));
        let mut places: Vec<_> = fenced.chain(open.map(|place| (place, false))).collect();
        places.sort_by_key(|((start, end), _)| (*start, Reverse(*end)));
        // Of blanks within each other the outermost counts.
        let mut last_end = 0;
        for (place, is_fenced) in places {
            if place.0 < last_end {
                continue;
            }
            last_end = place.1;
            if !(is_fenced && belongs_to_a_name(desk, text, place)) {
                findings.push(found(desk, part, place));
            }
        }
    }
}

fn found(desk: &Desk, part: Part, place: (usize, usize)) -> Finding {
    let blank = desk.text(part).slice(place.0, place.1);
    let blank = blank.trim();
    let suggestions = filling(desk, blank);
    let message = if suggestions.is_empty() {
        format!("“{blank}” is a blank that is still open: fill it in, or take the sentence out.")
    } else {
        format!("“{blank}” is a blank that is still open: put the real words there.")
    };
    Finding {
        suggestions,
        ..desk.finding(Check::Placeholder, part, place, message)
    }
}

/// What the blank asks for, where the application knows it.
fn filling(desk: &Desk, blank: &str) -> Vec<String> {
    let words = folded_words(&blank.replace('_', " "));
    let has = |word: &str| words.iter().any(|w| w == word);
    let profile = &desk.ctx.search.profile;
    let known = if has("your") || has("my") || has("sender") {
        has("name").then(|| profile.name.clone())
    } else if has("company") || has("companyname") || has("employer") {
        desk.app.map(|app| app.company.clone())
    } else if has("position") || has("role") || has("title") || has("jobtitle") {
        desk.app.map(|app| app.position.clone())
    } else if has("name") || has("interviewer") || has("recruiter") || has("firstname") {
        desk.addressee()
    } else {
        None
    };
    known.filter(|text| !text.is_empty()).into_iter().collect()
}

/// Whether the brackets are part of a name that is written so, such as a company “Acme [EU]”.
fn belongs_to_a_name(desk: &Desk, text: &Text, place: (usize, usize)) -> bool {
    let Some(app) = desk.app else { return false };
    let blank = text.slice(place.0, place.1);
    [
        app.company.as_str(),
        &app.position,
        &desk.ctx.search.profile.name,
    ]
    .into_iter()
    .chain(app.people())
    .any(|name| name.contains(&blank))
}
