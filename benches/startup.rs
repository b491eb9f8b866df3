//! The sample in its window next to an empty window (`examples/floor.rs`), in the same run and in
//! turn: the time until something is painted, the memory, and the processor at rest.
//!
//! The time ends when pixels of the window can be read from the X server, so it is what a person
//! waits. Aims: at most 1.3 times the time, at most 30 MiB more, no processor at rest.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "the tests in a real window use the rest")]
#[path = "../tests/desktop/desk/mod.rs"]
mod desk;

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("Start-up is measured on Linux only.");
}

#[cfg(target_os = "linux")]
fn main() {
    linux::main();
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::{Duration, Instant};

    use super::desk::program::Program;
    use super::desk::{Desk, PATIENCE, Parts, target_folder};

    const TURNS: usize = 7;
    /// Long enough for the frames that follow the first.
    const SETTLES: Duration = Duration::from_secs(2);
    const AT_REST: Duration = Duration::from_secs(10);

    /// What one start took.
    #[derive(Clone, Copy)]
    struct Start {
        painted: Duration,
        resident: u64,
        own: u64,
    }

    pub(super) fn main() {
        for tool in ["Xvfb", "openbox", "dbus-daemon"] {
            let there = Command::new("which")
                .arg(tool)
                .stdout(Stdio::null())
                .status();
            if !there.is_ok_and(|status| status.success()) {
                println!("Start-up is not measured: there is no {tool} to open a window on.");
                return;
            }
        }
        let floor = floor();
        let binary = PathBuf::from(env!("CARGO_BIN_EXE_afterword"));
        let desk = Desk::with(
            "startup",
            Parts {
                screen_reader: false,
                notifications: true,
            },
        );
        // The first start of each reads its file from the disk.
        start(&desk, &floor, &[]);
        start(&desk, &binary, &["--demo"]);
        let (mut floors, mut samples) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            floors.push(start(&desk, &floor, &[]));
            samples.push(start(&desk, &binary, &["--demo"]));
        }
        report(&floors, &samples);
        rest(&desk, "floor", &floor, &[]);
        rest(&desk, "sample", &binary, &["--demo"]);
    }

    /// Builds the empty window.
    fn floor() -> PathBuf {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .args(["build", "--release", "--quiet", "--example", "floor"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status();
        assert!(
            built.is_ok_and(|status| status.success()),
            "the floor is built"
        );
        target_folder().join("release/examples/floor")
    }

    fn open(desk: &Desk, binary: &Path, arguments: &[&str]) -> (Program, Duration) {
        let mut command = desk.command(binary);
        command.args(arguments);
        let began = Instant::now();
        let program = desk.start(command);
        loop {
            let window = desk.screen().window("Afterword");
            if window.is_some_and(|(window, _)| desk.screen().is_painted(window)) {
                return (program, began.elapsed());
            }
            assert!(began.elapsed() < PATIENCE, "no window: {}", program.said());
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn start(desk: &Desk, binary: &Path, arguments: &[&str]) -> Start {
        let (program, painted) = open(desk, binary, arguments);
        thread::sleep(SETTLES);
        let memory = program.memory();
        drop(program);
        while desk.screen().window("Afterword").is_some() {
            thread::sleep(Duration::from_millis(5));
        }
        Start {
            painted,
            resident: memory.resident,
            own: memory.own,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "figures to look at")]
    fn report(floors: &[Start], samples: &[Start]) {
        let time =
            |starts: &[Start]| middle(starts, |start| start.painted.as_micros() as f64) / 1e3;
        let mib = |starts: &[Start], of: fn(&Start) -> u64| {
            middle(starts, |start| of(start) as f64) / 1024.0
        };
        println!("The middle of {TURNS} starts each, in turn:");
        println!("{:24}{:>10}{:>10}", "", "floor", "sample");
        let (floor, sample) = (time(floors), time(samples));
        println!(
            "{:24}{floor:>7.0} ms{sample:>7.0} ms  {:.2} times",
            "first painted frame",
            sample / floor
        );
        for (name, of) in [
            (
                "resident memory",
                (|start| start.resident) as fn(&Start) -> u64,
            ),
            ("of it its own", |start| start.own),
        ] {
            let (floor, sample) = (mib(floors, of), mib(samples, of));
            println!(
                "{name:24}{floor:>6.1} MiB{sample:>6.1} MiB  {:+.1} MiB",
                sample - floor
            );
        }
    }

    fn middle(starts: &[Start], of: impl Fn(&Start) -> f64) -> f64 {
        let mut values: Vec<f64> = starts.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    }

    fn rest(desk: &Desk, name: &str, binary: &Path, arguments: &[&str]) {
        let (program, _) = open(desk, binary, arguments);
        thread::sleep(2 * SETTLES);
        let before = program.processor_time();
        thread::sleep(AT_REST);
        let used = program.processor_time() - before;
        println!(
            "{name}: {} ms of the processor in {} s at rest",
            used.as_millis(),
            AT_REST.as_secs()
        );
    }
}
