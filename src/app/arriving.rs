//! People, invitations and mails on their way in: shown first, taken in as one step.

use std::sync::Arc;

use crate::exchange::arrivals::{Arrivals, Counts};

/// What a file brought, with a place for each thing. Two are the same only if they are the same
/// look at a file.
#[derive(Clone, Debug)]
pub struct ArrivalsOffer(pub Arc<Arrivals>);

impl PartialEq for ArrivalsOffer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What was done, for the history of steps.
pub(super) fn title(name: &str, counts: Counts) -> String {
    let entries = |count: usize| match count {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    match (counts.new, counts.changed) {
        (0, 0) => format!("Everything from {name} was here already"),
        (new, 0) => format!("Imported {} from {name}", entries(new)),
        (0, changed) => format!("Updated {} from {name}", entries(changed)),
        (new, changed) => format!("Imported {}, updated {changed} from {name}", entries(new)),
    }
}
