//! A program that runs on the desktop.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use super::within;

/// A running program; it ends when this is dropped.
pub struct Program {
    child: Child,
    output: PathBuf,
}

impl Program {
    pub(super) fn start(mut command: Command, output: &Path) -> Self {
        let log = File::create(output).expect("a file for what the program says");
        let errors = log.try_clone().expect("a second handle");
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn();
        let child = child.unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        Self {
            child,
            output: output.to_owned(),
        }
    }

    /// What it has said so far.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.output).unwrap_or_default()
    }

    /// Asks it to end, as a system does that shuts down.
    pub fn terminate(&self) {
        terminate(self.child.id());
    }

    /// How it ended, if it does within that time.
    pub fn ended(&mut self, time: Duration) -> Option<ExitStatus> {
        within(time, || self.child.try_wait().ok().flatten())
    }

    /// The time of the processor that it has used, in all its threads.
    pub fn processor_time(&self) -> Duration {
        let line = self.proc("stat");
        // The name stands in brackets and may hold anything; user and system time are the
        // 14th and 15th field, in hundredths of a second.
        let after_name = line.rsplit_once(')').map_or("", |(_, rest)| rest);
        let fields: Vec<u64> = after_name
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse().ok())
            .collect();
        assert_eq!(fields.len(), 2, "the times of the program: {line}");
        Duration::from_millis(10 * fields.iter().sum::<u64>())
    }

    /// Waits until it has used no time for a second; what it has used until then.
    pub fn come_to_rest(&self) -> Duration {
        let mut before = self.processor_time();
        let rests = within(Duration::from_secs(20), || {
            thread::sleep(Duration::from_secs(1));
            let now = self.processor_time();
            let rests = now == before;
            before = now;
            rests.then_some(())
        });
        assert!(rests.is_some(), "it does not come to rest; {before:?} used");
        before
    }

    /// The memory that it holds, in KiB: what is its own, and all with what it shares (files it
    /// has mapped).
    pub fn memory(&self) -> Memory {
        let status = self.proc("status");
        let kib = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.and_then(|line| line.split_whitespace().next());
            number.and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        Memory {
            resident: kib("VmRSS:"),
            own: kib("RssAnon:"),
        }
    }

    /// The processes that it has started and that run now.
    pub fn children(&self) -> Vec<u32> {
        let processes = fs::read_dir("/proc").expect("the processes");
        let numbers = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        let mut children: Vec<u32> = numbers
            .filter(|process| parent_of(*process) == Some(self.child.id()))
            .collect();
        children.sort_unstable();
        children
    }

    fn proc(&self, file: &str) -> String {
        let path = format!("/proc/{}/{file}", self.child.id());
        fs::read_to_string(path).expect("the program runs")
    }
}

/// The process that started that one, if it runs and is more than an entry in a table.
fn parent_of(process: u32) -> Option<u32> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, after_name) = line.rsplit_once(')')?;
    let mut fields = after_name.split_whitespace();
    let runs = fields.next()? != "Z";
    fields.next()?.parse().ok().filter(|_| runs)
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Memory in KiB.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// All that is in memory for it.
    pub resident: u64,
    /// Of that, what no file stands behind.
    pub own: u64,
}

/// Asks a process to end.
pub(super) fn terminate(process: u32) {
    let _ = Command::new("kill")
        .args(["-TERM", &process.to_string()])
        .stderr(Stdio::null())
        .status();
}
