//! A running child: its process, and a thread that passes orders and answers through its pipes.

use std::io::{self, BufRead, BufReader, Read as _, Write as _};
use std::process::{Child as Process, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::handle::Program;
use super::protocol::Answer;

/// A line longer than this is no answer.
const LONGEST_LINE: u64 = 8_000_000;

/// What the thread of a child says.
pub(super) enum Said {
    /// An answer to the order that was sent last.
    Answer(Answer),
    /// Its pipes broke: it is gone, or of no use any more.
    Gone,
}

/// A child at work. Dropping it ends its process.
pub(super) struct Child {
    process: Process,
    lines: Sender<(u64, String)>,
}

impl Child {
    /// Starts `program`. `say` is called for every answer, on the child's own thread.
    pub(super) fn start(
        program: &Program,
        say: impl FnMut(Said) + Send + 'static,
    ) -> io::Result<Self> {
        let mut command = Command::new(&program.path);
        command
            .args(&program.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        without_a_console(&mut command);
        let mut process = command.spawn()?;
        let pipes = (process.stdin.take(), process.stdout.take());
        let (lines, orders) = channel();
        // From here on dropping it ends the process, also if there is no thread for it.
        let child = Self { process, lines };
        if let (Some(input), Some(output)) = pipes {
            thread::Builder::new()
                .name("proof-reader's pipes".to_owned())
                .spawn(move || converse(input, output, &orders, say))?;
        }
        Ok(child)
    }

    /// Sends a line; the answer of that number comes through `say`.
    pub(super) fn send(&self, number: u64, line: String) {
        // A thread that ended has said that the child is gone.
        let _ = self.lines.send((number, line));
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // It may be gone already; then there is nothing to end, and only its rest to clear.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Passes one order after the other, until the pipes break or nobody has orders any more.
fn converse(
    mut input: ChildStdin,
    output: ChildStdout,
    orders: &Receiver<(u64, String)>,
    mut say: impl FnMut(Said),
) {
    let mut output = BufReader::new(output);
    while let Ok((number, line)) = orders.recv() {
        let sent = writeln!(input, "{line}").and_then(|()| input.flush());
        let answer = sent.and_then(|()| answer_to(number, &mut output));
        if let Ok(answer) = answer {
            say(Said::Answer(answer));
        } else {
            say(Said::Gone);
            return;
        }
    }
}

/// Reads on until the answer of that number comes.
fn answer_to(number: u64, output: &mut impl BufRead) -> io::Result<Answer> {
    loop {
        let mut line = Vec::new();
        output.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.last() != Some(&b'\n') {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match serde_json::from_slice::<Answer>(&line) {
            Ok(answer) if answer.answer == number => return Ok(answer),
            // Rubbish, or an answer that nobody waits for any more.
            _ => {}
        }
    }
}

#[cfg(windows)]
fn without_a_console(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_a_console(_: &mut Command) {}
