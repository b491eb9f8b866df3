//! A frame of the board, laid out and not painted: 500 applications in at most 4 ms, 10,000 in at
//! most twice that, as only what can be seen is laid out.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use afterword::app::{Command, Effect, Go, State, View};
use afterword::model::{Application, JobSearch, StageId};
use afterword::time::{Clock, Moment, When};
use afterword::ui::shell::{AfterwordApp, Outside};
use egui_kittest::Harness;

fn main() {
    divan::main();
}

/// A desk on which nothing happens.
struct Nothing(Clock);

impl Outside for Nothing {
    fn clock(&self) -> Clock {
        self.0
    }

    fn perform(&mut self, _: Effect, _: &egui::Context) {}

    fn news(&mut self, _: &JobSearch) -> Vec<Command> {
        Vec::new()
    }

    fn close(&mut self) {}
}

fn clock() -> Clock {
    let now: Moment = "2026-11-23T16:00:00+01:00".parse().unwrap();
    Clock::at(now, "Europe/Berlin".parse().unwrap())
}

fn search(count: usize) -> JobSearch {
    let stages = ["applied", "interviewing", "waiting", "offer"];
    let mut search = JobSearch::default();
    for (number, stage) in (0..count).zip(stages.into_iter().cycle()) {
        let mut application = Application::new(
            format!("key-{number}"),
            format!("Company {number} of Applied Statistics and Instruments"),
            "Research software engineer".to_owned(),
            When::parse("2026-11-20", clock().zone).unwrap(),
        );
        application.stage = Some(StageId(stage.to_owned()));
        search.put(application);
    }
    search
}

fn board(count: usize) -> Harness<'static, AfterwordApp> {
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        .build_eframe(move |cc| {
            let mut state = State::new(search(count), None, &clock());
            state.apply(Command::Go(Go::View(View::Board)), &clock());
            AfterwordApp::new(&cc.egui_ctx, state, Box::new(Nothing(clock())))
        });
    harness.run();
    harness
}

#[divan::bench(args = [0, 500, 10_000])]
fn frame(bencher: divan::Bencher<'_, '_>, count: usize) {
    let mut harness = board(count);
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [500, 10_000])]
fn move_a_card(bencher: divan::Bencher<'_, '_>, count: usize) {
    let mut state = State::new(search(count), None, &clock());
    let id = *state.search.applications.keys().next().unwrap();
    let mut stages = ["waiting", "applied"].into_iter().cycle();
    bencher.bench_local(|| {
        let stage = StageId(stages.next().unwrap().to_owned());
        state.apply(
            Command::Move {
                application: id,
                stage,
                index: 3,
            },
            &clock(),
        );
    });
}

#[divan::bench(args = [500, 10_000])]
fn search_as_one_types(bencher: divan::Bencher<'_, '_>, count: usize) {
    let mut state = State::new(search(count), None, &clock());
    let mut words = ["statistics 12", "statistics 123"].into_iter().cycle();
    bencher.bench_local(|| {
        let words = words.next().unwrap().to_owned();
        state.apply(Command::Go(Go::Search(words)), &clock());
    });
}
