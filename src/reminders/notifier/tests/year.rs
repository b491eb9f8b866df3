//! Two hundred applications, a window and two agents that are started, stopped and killed, a service
//! that errs and hangs, clocks that jump, and journeys: what comes, how often.
//!
//! `AFTERWORD_YEAR=whole cargo test --release --lib a_simulated_year -- --nocapture` runs a year with
//! a thousand kills and prints its table; without that, some weeks are run.

use std::collections::BTreeMap;

use super::*;
use crate::model::OnDaysOff;
use crate::reminders::ledger::{State, Told};

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }
}

#[derive(Debug, Default)]
struct Table {
    looks: usize,
    starts: usize,
    stops: usize,
    kills: usize,
    killed_before_showing: usize,
    killed_before_recording: usize,
    jumps: usize,
    journeys: usize,
    due: usize,
    told: usize,
    repeated: usize,
    twice: usize,
    /// Done before anybody could look.
    done_first: usize,
    /// Due, and not told by somebody who looked in peace.
    lost: Vec<String>,
}

/// A search whose year is written down already: what lies ahead of the clock has not happened.
fn year_of(world: &mut World, days: u64, dice: &mut Dice) {
    world.search.reminders.on_days_off = OnDaysOff::Everything;
    let begin = moment("2027-01-04T00:00");
    for n in 0..200 {
        let day = i64::try_from(dice.below(days)).unwrap();
        let minutes = i64::try_from(8 * 60 + dice.below(11 * 60)).unwrap();
        let start = begin + TimeDelta::days(day) + TimeDelta::minutes(minutes);
        let start = start.naive_local().format("%Y-%m-%dT%H:%M").to_string();
        let id = world.interview(&format!("Acme {n}"), &start, &["Ann Ito"]);
        if dice.one_in(2) {
            let hours = i64::try_from(dice.below(30)).unwrap();
            let sent = moment(&start) + TimeDelta::hours(2 + hours);
            world.thank(
                id,
                "Ann Ito",
                &sent.naive_local().format("%Y-%m-%dT%H:%M").to_string(),
            );
        }
    }
}

type Moments = BTreeMap<Key, Vec<Moment>>;

/// Every moment at which a reminder falls due by the plan, for somebody who looks often enough.
fn due_moments(world: &World, zone_at: &dyn Fn(Moment) -> Zone, end: Moment) -> Moments {
    let mut moments = Moments::new();
    let mut clock = *world.clock.lock().unwrap();
    let mut plan = Plan::new(&world.search, &clock);
    while clock.now < end {
        let before = clock;
        clock = Clock::at(clock.now + TimeDelta::minutes(15), zone_at(clock.now));
        if clock.zone == before.zone {
            plan.advance(&world.search, &clock);
        } else {
            plan = Plan::new(&world.search, &clock);
        }
        for action in plan.actions().filter(|action| action.due <= clock.now) {
            for reminder in &action.reminders {
                if before.now < *reminder && *reminder <= clock.now {
                    moments.entry(Key::of(action)).or_default().push(*reminder);
                }
            }
        }
    }
    moments
}

/// What the ledger says was told, and what was told before by the same key.
#[derive(Default)]
struct Tellings {
    by_key: BTreeMap<Key, Vec<Told>>,
}

impl Tellings {
    fn take_in(&mut self, ledger: &Ledger) {
        for (key, record) in &ledger.records {
            if let Some((told, State::Done)) = record.told {
                let known = self.by_key.entry(key.clone()).or_default();
                if known.last() != Some(&told) {
                    known.push(told);
                }
            }
        }
    }
}

struct Run {
    world: World,
    dice: Dice,
    notifiers: [Option<Watch>; 3],
    told: Tellings,
    table: Table,
    /// How many reminders were on the screen when their notifier was killed.
    on_screen: usize,
}

impl Run {
    fn step(&mut self) {
        for place in 0..3 {
            match &self.notifiers[place] {
                None if self.dice.one_in(3) => {
                    self.notifiers[place] = Some(self.world.watch());
                    self.notifiers[place].as_mut().unwrap().patience = Duration::from_millis(20);
                    self.table.starts += 1;
                }
                Some(_) if self.dice.one_in(20) => {
                    self.notifiers[place] = None;
                    self.table.stops += 1;
                }
                _ => {}
            }
            if let Some(mut watch) = self.notifiers[place].take() {
                self.look(&mut watch);
                // Killed or not, its lock is let go.
                if !self.dies(&watch) {
                    self.notifiers[place] = Some(watch);
                }
            }
        }
        let mut ledger = crate::reminders::LedgerFile::new(&self.world.places());
        self.told.take_in(ledger.read());
    }

    fn look(&mut self, watch: &mut Watch) {
        let mood = match self.dice.below(12) {
            0 => Mood::Errs,
            1 | 2 => Mood::DiesBefore,
            3 | 4 => Mood::DiesAfter,
            _ => Mood::Works,
        };
        self.world.desktop.mood(mood);
        watch.tick();
        self.table.looks += 1;
        if mood == Mood::Works && watch.status == NotifierStatus::Working && !watch.hangs() {
            self.miss_nothing(watch);
        }
    }

    /// After somebody looked in peace, the newest reminder of everything that is due was told.
    fn miss_nothing(&mut self, watch: &mut Watch) {
        let clock = *self.world.clock.lock().unwrap();
        let ledger = watch.ledger.read();
        let plan = Plan::new(&self.world.search, &clock);
        for action in plan.actions().filter(|action| action.due <= clock.now) {
            let has_come = |moment: &&Moment| **moment <= clock.now;
            let come = action.reminders.iter().filter(has_come).count();
            let record = ledger.records.get(&Key::of(action));
            let told = record.and_then(|record| record.told);
            let is_told = told.is_some_and(|(told, state)| {
                state == State::Done && (told.nth >= come || told.due != action.due)
            });
            if come > 0 && !is_told {
                let lost = format!("{:?} at {}: {told:?}", Key::of(action), clock.now);
                self.table.lost.push(lost);
            }
        }
    }

    /// Whether its process was killed in that look.
    fn dies(&mut self, watch: &Watch) -> bool {
        let mood = *self.world.desktop.mood.lock().unwrap();
        let dies = matches!(mood, Mood::DiesBefore | Mood::DiesAfter);
        if dies && watch.hangs() {
            match mood {
                Mood::DiesAfter => {
                    self.table.killed_before_recording += 1;
                    let shown = self.world.desktop.shown.lock().unwrap();
                    self.on_screen += count(shown.last().unwrap());
                }
                _ => self.table.killed_before_showing += 1,
            }
        }
        self.table.kills += usize::from(dies);
        self.world.desktop.mood(Mood::Works);
        dies
    }
}

/// How many reminders a notification stands for.
fn count(notification: &Notification) -> usize {
    let number = notification.title.strip_suffix(" follow-ups are due");
    number.and_then(|n| n.parse().ok()).unwrap_or(1)
}

#[test]
fn a_simulated_year_loses_nothing_and_tells_once() {
    let whole = std::env::var_os("AFTERWORD_YEAR").is_some();
    let days = if whole { 360 } else { 30 };
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut world = World::at("2027-01-04T06:00");
    year_of(&mut world, days, &mut dice);
    let begin = moment("2027-01-04T06:00");
    let end = begin + TimeDelta::days(i64::try_from(days).unwrap());
    let zone_at = move |at: Moment| match (at - begin).num_days() / 9 % 4 {
        1 => zone("America/New_York"),
        3 => zone("Asia/Tokyo"),
        _ => berlin(),
    };
    let due = due_moments(&world, &zone_at, end);

    let mut moments: Vec<Moment> = due.values().flatten().copied().collect();
    for _ in 0..(days * 6) {
        let minutes = i64::try_from(dice.below(days * 24 * 60)).unwrap();
        moments.push(begin + TimeDelta::minutes(minutes));
    }
    moments.sort_unstable();
    let mut run = Run {
        world,
        dice,
        notifiers: [None, None, None],
        told: Tellings::default(),
        table: Table::default(),
        on_screen: 0,
    };
    let mut here = berlin();
    for at in moments {
        let zone = zone_at(at);
        run.table.journeys += usize::from(zone != here);
        here = zone;
        if run.dice.one_in(60) {
            run.table.jumps += 1;
            let hours = [8, 40 * 24, -1, -24 * 730][usize::try_from(run.dice.below(4)).unwrap()];
            *run.world.clock.lock().unwrap() = Clock::at(at + TimeDelta::hours(hours), zone);
            run.step();
        }
        *run.world.clock.lock().unwrap() = Clock::at(at + TimeDelta::minutes(1), zone);
        run.step();
    }
    // At the end one looks in peace.
    run.notifiers = [None, None, None];
    let mut last = run.world.watch();
    for _ in 0..3 {
        last.tick();
        run.told.take_in(last.ledger.read());
    }
    settle(&mut run, &due);
    print(&run.table);
    assert_eq!(run.table.twice, 0);
    assert_eq!(run.table.lost, Vec::<String>::new());
    assert!(run.table.repeated <= run.on_screen, "{:?}", run.table);
    assert!(run.table.done_first * 20 < run.table.due, "{:?}", run.table);
    assert!(
        run.table.due > 300 && run.table.kills > 30,
        "{:?}",
        run.table
    );
}

#[expect(clippy::print_stdout, reason = "the table is what one runs it for")]
fn print(table: &Table) {
    println!("{table:#?}");
}

/// Counts what was told twice, and what never.
fn settle(run: &mut Run, due: &Moments) {
    let table = &mut run.table;
    table.due = due.values().map(Vec::len).sum();
    table.told = run.told.by_key.values().map(Vec::len).sum();
    let shown = run.world.desktop.shown.lock().unwrap();
    let on_screen: usize = shown.iter().map(count).sum();
    table.repeated = on_screen.saturating_sub(table.told);
    for told in run.told.by_key.values() {
        for (place, one) in told.iter().enumerate() {
            let before = &told[..place];
            table.twice += before.iter().filter(|b| b.moment == one.moment).count();
        }
    }
    for (key, moments) in due {
        let told = run.told.by_key.get(key).map_or(&[][..], Vec::as_slice);
        // A journey moves a time of day; where nobody looked, the newest stands for all.
        let is_told = |moment: &&Moment| {
            told.iter()
                .any(|told| told.moment + LONGEST_JOURNEY >= **moment)
        };
        table.done_first += moments.len() - moments.iter().filter(is_told).count();
    }
}

/// From one end of the world to the other.
const LONGEST_JOURNEY: TimeDelta = TimeDelta::hours(27);
