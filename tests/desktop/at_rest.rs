//! What the window costs while nothing happens.

use std::thread;
use std::time::Duration;

use super::afterword::Afterword;
use super::desk::{Desk, Parts};

#[test]
fn a_window_at_rest_needs_no_processor() {
    const WHILE: Duration = Duration::from_secs(10);
    let desk = Desk::with(
        "at-rest",
        Parts {
            screen_reader: false,
            notifications: true,
        },
    );
    let window = Afterword::open(&desk, &["--demo"]);
    let before = window.program.come_to_rest();
    thread::sleep(WHILE);
    let used = window.program.processor_time() - before;
    let memory = window.program.memory();
    println!(
        "In {} s at rest: {} ms of the processor; {} MiB resident, {} MiB of them its own",
        WHILE.as_secs(),
        used.as_millis(),
        memory.resident / 1024,
        memory.own / 1024
    );
    assert!(used <= WHILE / 200, "{used:?} of the processor");
    window.close();
}
