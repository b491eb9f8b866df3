//! Proof-reading a letter through a child, as the window does it: the first letter waits for the
//! dictionary, the others do not.
#![allow(clippy::unwrap_used)]

use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use afterword::model::{Dialect, JobSearch};
use afterword::proofread::{
    Knowledge, Limits, Manuscript, News, Program, Proof, Proofreader, SUB_COMMAND,
};
use divan::Bencher;

fn main() {
    divan::main();
}

/// 250 words.
const LETTER: &str = "Dear Dana,\n\nthank you for taking the time to speak with me on Tuesday. I \
particularly enjoyed what you said about how releases reach customers, and why the team moved away \
from weekly trains. At my last company we had a similar problem: every release was a small ceremony, \
and nobody dared to deploy on a Friday. We built the pipeline around feature flags, and within a \
quarter the average lead time fell from nine days to two.\n\nYou mentioned that the hardest part \
right now is how retries behave during peak hours. I have thought about it since. When I was at \
Bolt, I gave every caller a budget for retries, which cut the load by four fifths. It took us three \
weeks to find the right numbers, and two more to convince everybody that a refused call is better \
than a slow one. I would be glad to walk you through the details, and to hear whether it fits.\n\n\
What stayed with me most is the way you bring new colleagues in: a first change on the first day, \
and somebody at their side for a month. I have seen the opposite often enough to know how much it \
is worth. If I joined, I would like to take part in it from both sides.\n\nI remain very keen on \
the role. If there is anything else you need from me, please let me know. I look forward to hearing \
about the next step, and I wish you a calm end of the month.\n\nKind regards,\nMina Okafor\n";

/// A proof-reader at work, and what it says.
struct Desk {
    proofreader: Proofreader,
    news: Receiver<News>,
}

impl Desk {
    fn new() -> Self {
        let program = Program {
            path: env!("CARGO_BIN_EXE_afterword").into(),
            arguments: vec![SUB_COMMAND.into()],
        };
        let limits = Limits {
            pause: Duration::ZERO,
            ..Limits::default()
        };
        let (sender, news) = channel();
        let proofreader = Proofreader::start(Ok(program), limits, Dialect::British, move |news| {
            sender.send(news).unwrap();
        });
        Self { proofreader, news }
    }

    fn read(&self, body: String) -> Proof {
        let subject = "The Backend engineer role".to_owned();
        let manuscript = Manuscript { subject, body };
        self.proofreader.read(manuscript, JobSearch::default());
        match self.news.recv().unwrap() {
            News::Proof(proof) => *proof,
            News::Unavailable(why) => unreachable!("{why}"),
        }
    }
}

/// Starts the child, which loads its dictionary.
#[divan::bench(sample_count = 10)]
fn the_first_letter() -> Proof {
    Desk::new().read(LETTER.to_owned())
}

/// A keystroke later: one word differs.
#[divan::bench]
fn the_same_letter_after_a_word(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    desk.read(LETTER.to_owned());
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        desk.read(format!("{LETTER}\nIt was the word number {number}."))
    });
}

/// Nothing of it was read before: every sentence differs.
#[divan::bench]
fn another_letter(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    desk.read(LETTER.to_owned());
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        desk.read(LETTER.replace(", and", &format!(" {number} and")))
    });
}

/// What the window's own thread does for it: the words of a search of a thousand applications.
#[divan::bench]
fn the_words_of_a_search(bencher: Bencher<'_, '_>) {
    let mut search = JobSearch::default();
    for number in 0..1_000 {
        let applied = afterword::time::When::parse("2026-11-02", afterword::time::Zone::System);
        search.put(afterword::model::Application::new(
            format!("key-{number}"),
            format!("Company {number} Ltd"),
            format!("Engineer {number}"),
            applied.unwrap(),
        ));
    }
    bencher.bench_local(|| Knowledge::of(&search, Dialect::British));
}
