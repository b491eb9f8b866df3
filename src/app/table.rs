//! A table on its way in: what was found in a file, and what an import would make of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::exchange::csv::{CsvError, Imported, Mapping, Table};
use crate::model::JobSearch;

/// A table that was looked at. Two are the same only if they are the same look.
#[derive(Clone, Debug)]
pub struct TableOffer(pub Arc<Table>);

impl PartialEq for TableOffer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A table, and what its columns are to mean.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePlan {
    /// The table.
    pub offer: TableOffer,
    /// What its columns mean.
    pub mapping: Mapping,
    /// How far the look ahead has come.
    pub progress: Progress,
}

/// How far something has come that takes its time, and whether it is still wanted.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<(AtomicUsize, AtomicBool)>);

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Progress {
    /// Notes how much is done; whether to go on.
    pub fn note(&self, done: usize) -> bool {
        self.0.0.store(done, Ordering::Relaxed);
        !self.0.1.load(Ordering::Relaxed)
    }

    /// How much is done.
    pub fn done(&self) -> usize {
        self.0.0.load(Ordering::Relaxed)
    }

    /// Nobody wants it any more.
    pub fn stop(&self) {
        self.0.1.store(true, Ordering::Relaxed);
    }
}

/// What an import would make of a table, before it is taken in.
#[derive(Clone, Debug)]
pub struct TablePreview {
    /// What was planned.
    pub plan: TablePlan,
    /// The search that it was planned for.
    pub before: JobSearch,
    /// What would come of it, or what has to be said first.
    pub made: Result<Arc<Imported>, CsvError>,
}

impl PartialEq for TablePreview {
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan
    }
}
