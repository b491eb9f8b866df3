//! Replies of employers, read and compared with what a careful reader takes from them.
//!
//! `tests/replies/README.md` says how to add one. `cargo test --test replies -- --nocapture` prints
//! the figures.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fs;
use std::path::Path;

use afterword::model::{DayOff, Policy, ReplyKind};
use afterword::reading::{Reading, Written, read};
use chrono::NaiveDate;

/// What is reached in each folder, with a little room for replies that are added before they are
/// understood: kinds right, days right, and readings that are wrong and sure.
const FLOORS: [(&str, &str, f64, f64, f64); 4] = [
    ("tests/replies", "looked at while tuning", 0.95, 0.95, 0.01),
    ("tests/replies/held-back", "held back", 0.95, 0.95, 0.01),
    (
        "tests/replies/second-author",
        "by a second author",
        0.95,
        0.90,
        0.03,
    ),
    (
        "tests/replies/third-author",
        "by a third author",
        0.95,
        0.90,
        0.03,
    ),
];

#[test]
fn replies_are_read_as_a_careful_reader_reads_them() {
    let mut replies = 0;
    for (folder, which, kind_right, day_right, wrong_and_sure) in FLOORS {
        let figures = Figures::of(folder);
        figures.print(which);
        replies += figures.replies;
        assert_eq!(figures.invented, 0, "a day where none is meant");
        assert_eq!(figures.too_sure, 0, "sure of what is in doubt");
        assert!(share(figures.kind_right, figures.replies) >= kind_right);
        assert!(share(figures.day_right, figures.days) >= day_right);
        assert!(share(figures.wrong_and_sure, figures.replies) <= wrong_and_sure);
    }
    assert!(replies >= 480, "replies went missing");
}

#[derive(Default)]
struct Figures {
    replies: usize,
    kind_right: usize,
    /// Replies that mean a day, and those of them whose day was found.
    days: usize,
    day_right: usize,
    /// Replies that mean none and for which one was named.
    invented: usize,
    /// Replies in doubt that were read as certain.
    too_sure: usize,
    /// Wrong readings that were not said to be unsure.
    wrong_and_sure: usize,
}

impl Figures {
    fn of(folder: &str) -> Self {
        let mut figures = Self::default();
        for labelled in all_in(folder) {
            figures.add(&labelled);
        }
        figures
    }

    fn add(&mut self, labelled: &Labelled) {
        let written = Written {
            on: None,
            today: labelled.on,
        };
        let policy = Policy {
            days_off: labelled.days_off.clone(),
            ..Policy::default()
        };
        let reading = read(&labelled.text, written, &policy);
        let day = reading.day.as_ref().map(|day| day.day);
        let kind_right = reading.kind.kind == labelled.kind;
        let day_right = day == labelled.day;
        self.replies += 1;
        self.kind_right += usize::from(kind_right);
        self.days += usize::from(labelled.day.is_some());
        self.day_right += usize::from(labelled.day.is_some() && day_right);
        self.invented += usize::from(labelled.day.is_none() && day.is_some());
        self.too_sure += usize::from(labelled.unsure && reading.is_sure());
        self.wrong_and_sure += usize::from(!(kind_right && day_right) && reading.is_sure());
        if !(kind_right && day_right) || labelled.unsure && reading.is_sure() {
            println!("{}", labelled.compared(&reading));
        }
    }

    fn print(&self, which: &str) {
        println!("{} replies, {which}", self.replies);
        println!(
            "  kind right          {}",
            ratio(self.kind_right, self.replies)
        );
        println!("  day right           {}", ratio(self.day_right, self.days));
        println!(
            "  day invented        {}",
            ratio(self.invented, self.replies - self.days)
        );
        println!(
            "  wrong and sure      {}",
            ratio(self.wrong_and_sure, self.replies)
        );
    }
}

fn ratio(part: usize, whole: usize) -> String {
    format!("{part} of {whole} ({:.3})", share(part, whole))
}

#[expect(clippy::cast_precision_loss, reason = "some hundred replies")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A reply and what it means.
struct Labelled {
    place: String,
    on: NaiveDate,
    days_off: Vec<DayOff>,
    text: String,
    kind: ReplyKind,
    day: Option<NaiveDate>,
    unsure: bool,
}

impl Labelled {
    /// Reads one from its title on.
    fn read(file: &str, block: &str) -> Self {
        let (title, mut rest) = block.split_once('\n').unwrap();
        let place = format!("{file}: {}", title.trim());
        let mut on = "2026-11-23".parse().unwrap();
        let mut days_off = Vec::new();
        while let Some((line, after)) = rest.split_once('\n') {
            if let Some(day) = line.strip_prefix("on 20") {
                on = format!("20{day}").trim().parse().unwrap();
            } else if let Some(day) = line.strip_prefix("day-off ") {
                let day = day.trim().parse().unwrap();
                days_off.push(DayOff {
                    day,
                    name: String::new(),
                });
            } else {
                break;
            }
            rest = after;
        }
        let (text, label) = rest
            .rsplit_once("\n--- ")
            .unwrap_or_else(|| panic!("{place} has no label"));
        let mut words = label.split_whitespace();
        let name = words.next().unwrap();
        let kind = ReplyKind::ALL.into_iter().find(|kind| kind.name() == name);
        let kind = kind.unwrap_or_else(|| panic!("{place}: “{name}” is no kind"));
        let (mut day, mut unsure) = (None, false);
        for word in words {
            match word {
                "unsure" => unsure = true,
                word => {
                    let read = word.parse();
                    day = Some(read.unwrap_or_else(|_| panic!("{place}: “{word}” is no day")));
                }
            }
        }
        Self {
            place,
            on,
            days_off,
            text: text.to_owned(),
            kind,
            day,
            unsure,
        }
    }

    fn compared(&self, reading: &Reading) -> String {
        let day = |day: Option<NaiveDate>| day.map_or("no day".to_owned(), |day| day.to_string());
        format!(
            "{}\n  expected {} {}{}\n  read     {} {}{} {:?}",
            self.place,
            self.kind.name(),
            day(self.day),
            if self.unsure { " unsure" } else { "" },
            reading.kind.kind.name(),
            day(reading.day.as_ref().map(|day| day.day)),
            if reading.is_sure() { "" } else { " unsure" },
            reading.words(),
        )
    }
}

/// Every reply in the `*.replies` files of a folder.
fn all_in(folder: &str) -> Vec<Labelled> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "replies"));
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap();
        let text = format!("\n{text}");
        all.extend(
            text.split("\n=== ")
                .skip(1)
                .map(|block| Labelled::read(&name, block)),
        );
    }
    all
}
