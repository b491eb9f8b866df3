//! A frame of each view, laid out and not painted: 500 applications in at most 4 ms, 10,000 in at
//! most twice that, as only what can be seen is laid out. Searching 10,000 as one types: 10 ms.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use afterword::app::finding::Index;
use afterword::app::{Command, Effect, Go, Palette, State, View};
use afterword::model::{Application, Entry, Event, JobSearch, Stage, StageId, StageMeaning};
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
        application.history.push(letter(number));
        search.put(application);
    }
    search
}

/// A note of about the length of a letter: what is searched is not names alone.
fn letter(number: usize) -> Entry {
    let text = format!(
        "Conversation {number}. {}",
        "We spoke about retry storms in the payment queue and how it is drained. ".repeat(15)
    );
    let at = When::parse("2026-11-20", clock().zone).unwrap();
    Entry::new(at, Event::Note { text })
}

fn window(
    search: JobSearch,
    commands: impl IntoIterator<Item = Command> + 'static,
) -> Harness<'static, AfterwordApp> {
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        .build_eframe(move |cc| {
            let mut state = State::new(search, None, &clock());
            for command in commands {
                state.apply(command, &clock());
            }
            AfterwordApp::new(&cc.egui_ctx, state, Box::new(Nothing(clock())))
        });
    harness.run();
    harness
}

fn board(count: usize) -> Harness<'static, AfterwordApp> {
    window(search(count), [Command::Go(Go::View(View::Board))])
}

#[divan::bench(args = [0, 500, 10_000])]
fn frame(bencher: divan::Bencher<'_, '_>, count: usize) {
    let mut harness = board(count);
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [500, 10_000])]
fn frame_of_today(bencher: divan::Bencher<'_, '_>, count: usize) {
    let mut harness = window(search(count), [Command::Go(Go::View(View::Today))]);
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [500, 10_000])]
fn frame_of_insights(bencher: divan::Bencher<'_, '_>, count: usize) {
    let mut harness = window(search(count), [Command::Go(Go::View(View::Insights))]);
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [500, 10_000])]
fn frame_with_a_panel(bencher: divan::Bencher<'_, '_>, count: usize) {
    let search = search(count);
    let id = *search.applications.keys().next().unwrap();
    let open = [Command::Go(Go::View(View::Board)), Command::open(id)];
    let mut harness = window(search, open);
    bencher.bench_local(|| harness.step());
}

#[divan::bench]
fn frame_of_2000_cards_in_one_column(bencher: divan::Bencher<'_, '_>) {
    let mut search = search(2000);
    for application in search.applications.values_mut() {
        std::sync::Arc::make_mut(application).stage = Some(StageId("applied".to_owned()));
    }
    let mut harness = window(search, [Command::Go(Go::View(View::Board))]);
    bencher.bench_local(|| harness.step());
}

#[divan::bench]
fn frame_of_300_columns(bencher: divan::Bencher<'_, '_>) {
    let mut search = search(500);
    for number in 0..300 {
        let name = format!("Step {number}");
        let stage = Stage::new(StageId(name.clone()), name, StageMeaning::Own);
        search.stages.push(stage);
    }
    let mut harness = window(search, [Command::Go(Go::View(View::Board))]);
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [500, 10_000])]
fn palette_as_one_types(bencher: divan::Bencher<'_, '_>, count: usize) {
    let state = State::new(search(count), None, &clock());
    let mut palette = Palette::new(&state, &clock());
    bencher.bench_local(|| palette.find("statinst", 50).len());
}

#[divan::bench(args = [500, 10_000])]
fn index_of_words(bencher: divan::Bencher<'_, '_>, count: usize) {
    let search = search(count);
    bencher.bench_local(|| Index::of(&search));
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
    // One letter, words of names, words of notes, and words that stand nowhere.
    let mut words = ["s", "statistics 12", "drained queue", "zürich"]
        .into_iter()
        .cycle();
    bencher.bench_local(|| {
        let words = words.next().unwrap().to_owned();
        state.apply(Command::Go(Go::Search(words)), &clock());
    });
}
