//! The clock of the window.

use std::cell::Cell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};

use crate::region::Region;
use crate::reminders::ReadClock;
use crate::time::{Clock, Moment, Zone};

/// The system's zone is asked for this often: users travel, but not between two frames.
const ZONE_HOLDS: Duration = Duration::from_secs(60);

/// Where the window reads the time: from the system, or from a moment it was told to begin at.
pub(super) struct ClockSource {
    began: Option<(Moment, Instant)>,
    zone: Cell<(Zone, Instant)>,
    region: Region,
}

impl ClockSource {
    /// The system's clock, or one that begins at `now` and goes on from there.
    pub(super) fn new(now: Option<Moment>) -> Self {
        let started = Instant::now();
        Self {
            began: now.map(|now| (now, started)),
            zone: Cell::new((Zone::of_this_machine(), started)),
            region: Region::of_this_machine(),
        }
    }

    /// The same clock for another thread, which asks seldom.
    pub(super) fn for_a_thread(&self) -> ReadClock {
        let (began, region) = (self.began, self.region);
        Arc::new(move || at(began, Zone::of_this_machine()).with_region(region))
    }

    /// The clock as it stands.
    pub(super) fn now(&self) -> Clock {
        let (mut zone, read) = self.zone.get();
        if read.elapsed() > ZONE_HOLDS {
            zone = Zone::of_this_machine();
            self.zone.set((zone, Instant::now()));
        }
        at(self.began, zone).with_region(self.region)
    }
}

fn at(began: Option<(Moment, Instant)>, zone: Zone) -> Clock {
    match began {
        None => Clock::at(Utc::now(), zone),
        Some((moment, started)) => {
            let passed = TimeDelta::from_std(started.elapsed()).unwrap_or_default();
            Clock::at(moment + passed, zone)
        }
    }
}
