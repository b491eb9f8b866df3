//! How long a pasted reply takes to be read.

use afterword::model::Policy;
use afterword::reading::{LONGEST, Reading, Written, read};
use chrono::NaiveDate;

const MAIL: &str = "Hi Mina,\n\nThank you for your patience, and for coming in on Thursday; \
    everybody enjoyed the conversation. We still have two people to see this week, and the panel \
    meets on Wednesday. You will have an answer by the end of next week. In the meantime please \
    don't hesitate to write if anything changes on your side.\n\nBest regards,\nDana Wu\n\
    Head of Talent\n";

fn main() {
    divan::main();
}

/// A mail of usual length.
#[divan::bench]
fn a_mail(bencher: divan::Bencher<'_, '_>) {
    bencher.bench_local(|| reading(MAIL));
}

/// As much as is read of anything.
#[divan::bench]
fn the_longest(bencher: divan::Bencher<'_, '_>) {
    let text = MAIL.repeat(LONGEST / MAIL.len() + 1);
    bencher.bench_local(|| reading(&text));
}

fn reading(text: &str) -> Reading {
    let written = Written {
        on: None,
        today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default(),
    };
    read(divan::black_box(text), written, &Policy::default())
}
