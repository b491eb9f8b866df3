mod answers;
mod bad_input;
mod manners;
mod year;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::watch::Watch;
use super::*;
use crate::etiquette::{Action, Plan};
use crate::model::{
    Application, ApplicationId, Entry, Event, Format, Interview, Message, Scenario,
};
use crate::reminders::desktop::{Notification, Take};
use crate::reminders::ledger::{Ledger, Shown};
use crate::time::{When, Zone};

/// A desktop that records, and fails as it is told.
#[derive(Default)]
struct Recorder {
    shown: Mutex<Vec<Notification>>,
    asked: AtomicUsize,
    mood: Mutex<Mood>,
    withdrawn: Mutex<Vec<Shown>>,
    counts: Mutex<Vec<usize>>,
    take: Mutex<Option<Take>>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Mood {
    #[default]
    Works,
    Errs,
    Hangs,
    /// Its caller is killed before anything is shown.
    DiesBefore,
    /// Its caller is killed when it is shown.
    DiesAfter,
}

impl Desktop for Recorder {
    fn show(&self, notification: &Notification) -> Result<Shown, String> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let mood = *self.mood.lock().unwrap();
        if mood == Mood::DiesAfter {
            self.shown.lock().unwrap().push(notification.clone());
        }
        if matches!(mood, Mood::DiesBefore | Mood::DiesAfter) {
            while *self.mood.lock().unwrap() == mood {
                thread::sleep(Duration::from_millis(1));
            }
            return Err("nobody asks any more".to_owned());
        }
        loop {
            let mood = *self.mood.lock().unwrap();
            match mood {
                Mood::Works => break,
                Mood::Errs => return Err("no such service".to_owned()),
                Mood::Hangs | Mood::DiesBefore | Mood::DiesAfter => {
                    thread::sleep(Duration::from_millis(1));
                }
            }
        }
        self.shown.lock().unwrap().push(notification.clone());
        Ok(Shown {
            id: notification.number,
            by: 1,
        })
    }

    fn withdraw(&self, shown: Shown) {
        self.withdrawn.lock().unwrap().push(shown);
    }

    fn count(&self, pressing: usize) {
        self.counts.lock().unwrap().push(pressing);
    }

    fn listen(&self, take: Take) {
        *self.take.lock().unwrap() = Some(take);
    }
}

impl Recorder {
    fn titles(&self) -> Vec<String> {
        let shown = self.shown.lock().unwrap();
        shown.iter().map(|one| one.title.clone()).collect()
    }
    fn mood(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }
}

/// A search on a disk, a desktop and a clock to turn.
struct World {
    folder: tempfile::TempDir,
    desktop: Arc<Recorder>,
    clock: Arc<Mutex<Clock>>,
    search: JobSearch,
    wishes: Arc<Mutex<Vec<Wish>>>,
}

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

fn berlin() -> Zone {
    zone("Europe/Berlin")
}

fn moment(text: &str) -> Moment {
    match When::parse(text, berlin()).unwrap() {
        When::Moment(moment) => moment,
        When::Day(_) => panic!("{text} has no hour"),
    }
}

impl World {
    fn at(text: &str) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            desktop: Arc::default(),
            clock: Arc::new(Mutex::new(Clock::at(moment(text), berlin()))),
            search: JobSearch::default(),
            wishes: Arc::default(),
        }
    }

    fn set(&self, text: &str) {
        self.clock.lock().unwrap().now = moment(text);
    }

    fn turn(&self, by: TimeDelta) {
        self.clock.lock().unwrap().now += by;
    }

    fn travel(&self, name: &str) {
        let mut clock = self.clock.lock().unwrap();
        *clock = Clock::at(clock.now, zone(name));
    }

    fn places(&self) -> Places {
        Places::of(&self.folder.path().join("afterword.ron")).unwrap()
    }

    fn read_clock(&self) -> ReadClock {
        let clock = Arc::clone(&self.clock);
        Arc::new(move || *clock.lock().unwrap())
    }

    fn around(&self) -> Surroundings {
        let wishes = Arc::clone(&self.wishes);
        Surroundings {
            desktop: Arc::<Recorder>::clone(&self.desktop),
            clock: self.read_clock(),
            grant: Arc::new(move |wish| wishes.lock().unwrap().push(wish)),
            wake: Arc::new(|| {}),
        }
    }

    fn watch(&self) -> Watch {
        let bell = Arc::new(|_| {});
        Watch::new(&self.places(), self.search.clone(), &self.around(), bell)
    }

    /// An interview of an hour with those people.
    fn interview(&mut self, company: &str, start: &str, with: &[&str]) -> ApplicationId {
        let day = moment(start) - TimeDelta::days(20);
        let mut one = Application::new(
            company.to_lowercase(),
            company.to_owned(),
            "Engineer".to_owned(),
            When::Moment(day),
        );
        one.history.push(Entry::new(
            When::Moment(moment(start)),
            Event::Interview(Interview {
                minutes: 60,
                format: Format::Video,
                with: with.iter().map(|name| (*name).to_owned()).collect(),
                round: None,
            }),
        ));
        // The debriefing reminds, too; these tests are about one reminder.
        for name in with {
            one.history.push(Entry::new(
                When::Moment(moment(start) + TimeDelta::hours(1)),
                Event::Fact {
                    key: "topic".to_owned(),
                    value: "queues".to_owned(),
                    with: Some((*name).to_owned()),
                },
            ));
        }
        let id = one.id;
        self.search.put(one);
        id
    }

    fn thank(&mut self, id: ApplicationId, name: &str, at: &str) {
        let mut one = (**self.search.application(id).unwrap()).clone();
        one.history.push(Entry::new(
            When::Moment(moment(at)),
            Event::Sent(Message {
                scenario: Scenario::ThankYou,
                to: vec![name.to_owned()],
                channel: None,
                subject: String::new(),
                body: String::new(),
                day: None,
            }),
        ));
        self.search.put(one);
    }
}

#[test]
fn a_reminder_comes_once_in_a_thousand_ticks_of_two_notifiers_and_over_restarts() {
    let mut world = World::at("2026-11-23T17:00");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let (mut one, mut two) = (world.watch(), world.watch());
    for n in 0..1000 {
        one.tick();
        two.tick();
        if n == 500 {
            one = world.watch();
        }
        world.turn(TimeDelta::seconds(10));
    }
    assert_eq!(
        world.desktop.titles(),
        ["Thank Ann Ito (Acme) by 15:00 tomorrow"]
    );
    let shown = world.desktop.shown.lock().unwrap()[0].clone();
    assert!(
        shown.body.starts_with("You met Ann Ito today"),
        "{}",
        shown.body
    );
    assert!(shown.number > 0);
}

#[test]
fn when_one_notifier_ends_the_next_takes_over() {
    let mut world = World::at("2026-11-23T17:00");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let (mut one, mut two) = (world.watch(), world.watch());
    one.tick();
    two.tick();
    assert_eq!(two.status, NotifierStatus::Elsewhere);
    drop(one);
    world.set("2026-11-23T18:00");
    let start = Instant::now();
    while two.status != NotifierStatus::Working {
        assert!(start.elapsed() < Duration::from_secs(5), "within seconds");
        thread::sleep(Duration::from_millis(1));
        two.tick();
    }
    assert_eq!(world.desktop.titles().len(), 1);
}

#[test]
fn the_last_call_comes_as_well_and_then_nothing() {
    let mut world = World::at("2026-11-23T17:00");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    for _ in 0..(3 * 24 * 60) {
        watch.tick();
        world.turn(TimeDelta::minutes(1));
    }
    assert_eq!(
        world.desktop.titles(),
        [
            "Thank Ann Ito (Acme) by 15:00 tomorrow",
            "Thank Ann Ito (Acme) by 15:00"
        ]
    );
}

#[test]
fn only_the_newest_reminder_of_an_action_is_raised() {
    let mut world = World::at("2026-11-24T14:00");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    watch.tick();
    assert_eq!(world.desktop.titles(), ["Thank Ann Ito (Acme) by 15:00"]);
}

#[test]
fn what_was_done_meanwhile_is_not_reminded_of() {
    let mut world = World::at("2026-11-23T17:00");
    let id = world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    world.thank(id, "Ann Ito", "2026-11-23T17:30");
    watch.follow(world.search.clone());
    world.set("2026-11-23T18:00");
    watch.tick();
    assert_eq!(world.desktop.titles(), Vec::<String>::new());
}

#[test]
fn many_at_once_are_one_summary() {
    let mut world = World::at("2026-11-23T18:30");
    for n in 0..5 {
        world.interview(&format!("Acme {n}"), "2026-11-23T14:00", &["Ann Ito"]);
    }
    let mut watch = world.watch();
    watch.tick();
    watch.tick();
    assert_eq!(world.desktop.titles(), ["5 follow-ups are due"]);
    let body = world.desktop.shown.lock().unwrap()[0].body.clone();
    assert_eq!(body.lines().last(), Some("and 2 more"));
}

#[test]
fn three_at_once_come_one_by_one() {
    let mut world = World::at("2026-11-23T18:30");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito", "Per Ek", "Li Na"]);
    let mut watch = world.watch();
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 3);
    let shown = world.desktop.shown.lock().unwrap();
    let numbers: BTreeSet<u32> = shown.iter().map(|one| one.number).collect();
    assert_eq!(numbers.len(), 3);
}

#[test]
fn after_an_absence_there_is_one_summary() {
    let mut world = World::at("2026-11-20T18:30");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito", "Per Ek"]);
    world.watch().tick();
    world.set("2026-11-23T19:00");
    world.watch().tick();
    assert_eq!(world.desktop.titles(), ["2 follow-ups are due"]);
}

#[test]
fn a_clock_that_is_set_fires_nothing_again() {
    for back in [
        TimeDelta::hours(1),
        TimeDelta::hours(8),
        TimeDelta::days(40),
        TimeDelta::days(730),
    ] {
        let mut world = World::at("2026-11-23T17:59");
        world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
        let mut watch = world.watch();
        watch.tick();
        world.set("2026-11-23T18:01");
        watch.tick();
        assert_eq!(world.desktop.titles().len(), 1);
        for by in [-back, back] {
            world.turn(by);
            watch.tick();
            watch = {
                drop(watch);
                world.watch()
            };
            watch.tick();
        }
        assert_eq!(world.desktop.titles().len(), 1, "{back}");
    }
}

#[test]
fn a_clock_set_back_raises_nothing_that_was_done_since() {
    let mut world = World::at("2026-11-24T10:00");
    let id = world.interview("Acme", "2026-11-22T14:00", &["Ann Ito"]);
    world.thank(id, "Ann Ito", "2026-11-23T09:00");
    let mut watch = world.watch();
    watch.tick();
    world.set("2026-11-22T20:00");
    watch.tick();
    watch.tick();
    assert_eq!(world.desktop.titles(), Vec::<String>::new());
}

#[test]
fn a_clock_set_forward_and_corrected_loses_no_later_reminder() {
    let mut world = World::at("2026-11-23T10:00");
    let mut watch = world.watch();
    watch.tick();
    world.set("2027-01-02T10:00");
    watch.tick();
    world.set("2026-11-23T10:01");
    watch.tick();
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    watch.follow(world.search.clone());
    world.set("2026-11-23T18:01");
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 1);
}

#[test]
fn a_journey_to_another_time_zone_repeats_nothing() {
    let mut world = World::at("2026-11-23T18:01");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 1);
    world.travel("America/New_York");
    for _ in 0..(8 * 6) {
        watch.tick();
        world.turn(TimeDelta::minutes(10));
    }
    assert_eq!(world.desktop.titles().len(), 1);
}

#[test]
fn both_clock_changes_and_a_zone_without_midnight_are_survived() {
    for (name, day) in [
        ("Europe/Berlin", "2027-03-27"),
        ("Europe/Berlin", "2026-10-24"),
        ("America/New_York", "2027-03-13"),
        ("Asia/Beirut", "2027-03-27"),
    ] {
        let mut world = World::at(&format!("{day}T12:00"));
        world.travel(name);
        world.interview("Acme", &format!("{day}T14:00"), &["Ann Ito"]);
        let mut watch = world.watch();
        for _ in 0..(48 * 4) {
            watch.tick();
            world.turn(TimeDelta::minutes(15));
        }
        assert_eq!(world.desktop.titles().len(), 2, "{name} {day}");
    }
}

#[test]
fn no_service_is_told_and_tried_again() {
    let mut world = World::at("2026-11-23T18:01");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    world.desktop.mood(Mood::Errs);
    let mut watch = world.watch();
    watch.tick();
    assert_eq!(
        watch.status,
        NotifierStatus::Failing("no such service".to_owned())
    );
    watch.tick();
    assert_eq!(world.desktop.asked.load(Ordering::SeqCst), 2);
    world.desktop.mood(Mood::Works);
    drop(watch);
    let mut watch = world.watch();
    watch.tick();
    watch.tick();
    assert_eq!(watch.status, NotifierStatus::Working);
    assert_eq!(world.desktop.titles().len(), 1);
}

#[test]
fn a_hanging_service_blocks_nothing_and_gets_one_request() {
    let mut world = World::at("2026-11-23T18:01");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito", "Per Ek"]);
    world.desktop.mood(Mood::Hangs);
    let mut watch = world.watch();
    watch.patience = Duration::from_millis(30);
    for _ in 0..20 {
        watch.tick();
    }
    assert!(matches!(watch.status, NotifierStatus::Failing(_)));
    assert_eq!(world.desktop.asked.load(Ordering::SeqCst), 1);
    world.desktop.mood(Mood::Works);
    let start = Instant::now();
    while world.desktop.titles().len() < 2 {
        assert!(start.elapsed() < Duration::from_secs(20));
        thread::sleep(Duration::from_millis(5));
        watch.tick();
    }
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 2);
    assert_eq!(watch.status, NotifierStatus::Working);
}

#[test]
fn whoever_ends_between_claiming_and_recording_repeats_it_under_the_same_number() {
    let mut world = World::at("2026-11-23T18:01");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    let key = watch.ledger.read().records.keys().next().unwrap().clone();
    let claim = |ledger: &mut Ledger| {
        let (told, _) = ledger.records[&key].told.unwrap();
        ledger.claim(&key, told, told.moment);
    };
    watch.ledger.change(claim).unwrap();
    drop(watch);
    world.watch().tick();
    let shown = world.desktop.shown.lock().unwrap();
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[0].number, shown[1].number);
}

#[test]
fn a_snooze_lasts_over_a_restart_and_fires_once() {
    let mut world = World::at("2026-11-23T18:01");
    let id = world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    let plan = Plan::new(&world.search, &world.clock.lock().unwrap());
    let key = Key::of(&plan.of(id)[0]);
    watch.note(vec![Request::Quiet(
        key.clone(),
        Some(Quiet::Until(moment("2026-11-23T20:00"))),
    )]);
    drop(watch);
    world.set("2026-11-23T19:59");
    let mut watch = world.watch();
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 1);
    world.set("2026-11-23T20:01");
    for _ in 0..5 {
        watch.tick();
    }
    watch = {
        drop(watch);
        world.watch()
    };
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 2);

    watch.note(vec![Request::Quiet(
        key.clone(),
        Some(Quiet::Until(moment("2026-11-23T21:00"))),
    )]);
    world.thank(id, "Ann Ito", "2026-11-23T20:30");
    watch.follow(world.search.clone());
    world.set("2026-11-23T21:30");
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 2, "it was done meanwhile");
}

#[test]
fn the_dock_is_told_how_much_is_to_be_done_whenever_that_changes() {
    let mut world = World::at("2026-11-23T18:01");
    let id = world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    watch.tick();
    let told = |counts: &[usize]| {
        let start = Instant::now();
        while *world.desktop.counts.lock().unwrap() != counts {
            let so_far = world.desktop.counts.lock().unwrap().clone();
            assert!(start.elapsed() < Duration::from_secs(5), "{so_far:?}");
            thread::sleep(Duration::from_millis(1));
        }
    };
    told(&[1]);
    let plan = Plan::new(&world.search, &world.clock.lock().unwrap());
    let pressing = |action: &&Action| !action.optional;
    let action = plan.of(id).iter().find(pressing).unwrap().clone();
    watch.note(vec![Request::Quiet(
        Key::of(&action),
        Some(Quiet::NotNeeded(action.due)),
    )]);
    watch.tick();
    told(&[1, 0]);
}

#[test]
fn a_dismissed_action_is_raised_no_more() {
    let mut world = World::at("2026-11-23T18:01");
    let id = world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    let mut watch = world.watch();
    watch.tick();
    let plan = Plan::new(&world.search, &world.clock.lock().unwrap());
    let action = plan.of(id)[0].clone();
    watch.note(vec![Request::Quiet(
        Key::of(&action),
        Some(Quiet::NotNeeded(action.due)),
    )]);
    world.set("2026-11-24T13:30");
    watch.tick();
    assert_eq!(world.desktop.titles().len(), 1);
}

#[test]
fn a_ledger_that_cannot_be_written_is_told_and_repeats_nothing_in_this_run() {
    let mut world = World::at("2026-11-23T18:01");
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    std::fs::create_dir_all(world.places().ledger()).unwrap();
    let mut watch = world.watch();
    watch.tick();
    assert!(matches!(watch.status, NotifierStatus::Failing(_)));
    for _ in 0..5 {
        watch.tick();
    }
    assert_eq!(world.desktop.titles().len(), 1);
}

#[test]
fn the_thread_notifies_of_a_change_and_ends() {
    let mut world = World::at("2026-11-23T18:01");
    let start = Instant::now();
    let notifier = Notifier::start(&world.places(), world.search.clone(), world.around());
    world.interview("Acme", "2026-11-23T14:00", &["Ann Ito"]);
    notifier.update(world.search.clone());
    while world.desktop.titles().is_empty() {
        assert!(start.elapsed() < Duration::from_secs(20));
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(notifier.status(), NotifierStatus::Working);
    drop(notifier);
}
