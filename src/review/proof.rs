//! What the proof-reader found joins the rest.

use super::{Check, Desk, Finding};

/// Adds what the proof-reader found, but where another check speaks of the same words already: it
/// knows the application, the proof-reader does not.
pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let proof = desk.draft.proof.iter();
    let new: Vec<Finding> = proof
        .filter(|slip| !findings.iter().any(|known| speaks_of(known, slip)))
        .cloned()
        .collect();
    findings.extend(new);
}

fn speaks_of(known: &Finding, slip: &Finding) -> bool {
    let of_words = matches!(
        known.check,
        Check::Placeholder
            | Check::WrongName
            | Check::Ultimatum
            | Check::Pushy
            | Check::Desperate
            | Check::Casual
            | Check::Grammar
    );
    of_words && known.part == slip.part && known.start < slip.end && slip.start < known.end
}
