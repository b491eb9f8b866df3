//! The child's end: reads orders, answers them, and ends when nobody asks any more.

use std::io::{self, BufRead, Write};

use super::protocol::{Answer, Order};
use super::reader::Reader;

/// Answers orders line by line until `input` ends.
///
/// # Errors
/// A pipe broke: nobody listens any more.
pub fn serve(input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut reader: Option<Reader> = None;
    for line in input.lines() {
        // What is no order is of another version; nobody waits for an answer to it.
        let Ok(order) = serde_json::from_str(&line?) else {
            continue;
        };
        let answer = match order {
            Order::Know { number, knowledge } => {
                match &mut reader {
                    Some(reader) => reader.know(knowledge),
                    None => reader = Some(Reader::new(knowledge)),
                }
                Answer {
                    answer: number,
                    ..Answer::default()
                }
            }
            Order::Read {
                number,
                subject,
                body,
            } => {
                let Some(reader) = &mut reader else { continue };
                Answer {
                    answer: number,
                    subject: reader.read(&subject),
                    body: reader.read(&body),
                }
            }
        };
        let text = serde_json::to_string(&answer)?;
        // On a line of its own, whatever was printed before it.
        writeln!(output, "\n{text}")?;
        output.flush()?;
    }
    Ok(())
}
