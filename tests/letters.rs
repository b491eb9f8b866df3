//! The review, judged by the letters in `tests/letters`: what is found, and what is not.
//!
//! A letter needs no Rust; `tests/letters/README.md` says how to write one.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use afterword::etiquette::{Context, Elsewhere, addressees};
use afterword::exchange::events;
use afterword::model::{Dialect, JobSearch, Scenario};
use afterword::proofread::{Limits, Manuscript, News, Program, Proofreader, SUB_COMMAND};
use afterword::review::{Check, Draft, Finding, Level, Part, review};
use afterword::time::{Clock, When, Zone};

/// What has to be reached over all letters, and by every check: precision and recall.
const OVER_ALL: (f64, f64) = (0.97, 0.90);
const EACH: (f64, f64) = (0.85, 0.80);
/// Of so many clean letters, at most one may have a warning.
const CLEAN: usize = 50;
/// The variable that names the files to be read, if not all; then nothing has to be reached.
const FILES: &str = "LETTERS_OF";

#[test]
fn letters_are_judged_as_a_good_reader_would() {
    let chosen = std::env::var(FILES).ok();
    let mut letters = read_all();
    if let Some(files) = &chosen {
        letters.retain(|letter| files.split(',').any(|file| letter.title.starts_with(file)));
    } else {
        assert!(letters.len() >= 250, "only {} letters", letters.len());
    }
    let show_held = std::env::var("LETTERS").is_ok_and(|which| which == "held");
    let mut score = Score::default();
    let proofreader = OneReader::start();
    for letter in &letters {
        let outcome = judge(letter, &proofreader);
        if !outcome.wrong.is_empty() && (!letter.held || show_held) {
            println!("{}\n{}", letter.title, outcome.wrong);
        }
        score.add(letter, &outcome);
    }
    println!("{}", score.table());
    if chosen.is_none() {
        score.assert_good();
    }
}

/// One labelled letter.
struct Letter {
    title: String,
    held: bool,
    setting: Setting,
    occasion: String,
    text: String,
    labels: Vec<Label>,
}

/// What holds for a file or for a letter.
#[derive(Clone)]
struct Setting {
    zone: Zone,
    now: String,
    profile: String,
    events: String,
}

/// A finding that is expected.
struct Label {
    family: String,
    text: Option<String>,
}

fn read_all() -> Vec<Letter> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "letters"))
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            read(&name, &fs::read_to_string(file).unwrap())
        })
        .collect()
}

fn read(file: &str, text: &str) -> Vec<Letter> {
    let mut general = Setting {
        zone: "Europe/Berlin".parse().unwrap(),
        now: String::new(),
        profile: String::new(),
        events: String::new(),
    };
    let mut letters: Vec<Letter> = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == "letter" {
            letters.push(Letter {
                title: format!("{file}:{}: {rest}", number + 1),
                held: false,
                setting: general.clone(),
                occasion: String::new(),
                text: String::new(),
                labels: Vec::new(),
            });
            continue;
        }
        if let Some(setting) = match letters.last_mut() {
            Some(letter) => Some(&mut letter.setting),
            None => Some(&mut general),
        } && setting.read(word, rest)
        {
            continue;
        }
        let Some(letter) = letters.last_mut() else {
            assert!(
                line.is_empty() || line.starts_with('#'),
                "{file}:{}: what is “{line}”?",
                number + 1
            );
            continue;
        };
        match word {
            "as" => letter.occasion = rest.to_owned(),
            "held" => letter.held = true,
            "---" => {
                for (_, line) in lines.by_ref().take_while(|(_, line)| *line != "---") {
                    letter.text.push_str(line);
                    letter.text.push('\n');
                }
            }
            "finds" => letter.labels.extend(Label::read(rest)),
            "" => {}
            comment if comment.starts_with('#') => {}
            other => panic!("{file}:{}: what is “{other}”?", number + 1),
        }
    }
    letters
}

impl Setting {
    fn read(&mut self, word: &str, rest: &str) -> bool {
        match word {
            "zone" => self.zone = rest.parse().unwrap(),
            "now" => rest.clone_into(&mut self.now),
            "profile" => rest.clone_into(&mut self.profile),
            "event" => {
                self.events.push_str(rest);
                self.events.push('\n');
            }
            _ => return false,
        }
        true
    }

    fn search(&self) -> JobSearch {
        let mut search = JobSearch::default();
        search.profile.name.clone_from(&self.profile);
        let imported = events::import(&search, &self.events, self.zone);
        imported.unwrap_or_else(|error| panic!("{error}")).search
    }

    fn clock(&self) -> Clock {
        match When::parse(&self.now, self.zone) {
            Ok(When::Moment(now)) => Clock::at(now, self.zone),
            other => panic!("“{}” is no clock: {other:?}", self.now),
        }
    }
}

impl Label {
    /// Nothing where the review does not know such a check yet.
    fn read(line: &str) -> Option<Self> {
        let (check, text) = match line.split_once(' ') {
            Some((check, text)) => (check, Some(text.trim().trim_matches('"').to_owned())),
            None => (line, None),
        };
        let proof = matches!(check, "spelling" | "grammar");
        let known = Check::ALL.iter().any(|known| known.name() == check);
        assert!(known || proof, "“{check}” is no check");
        let family = family(check).to_owned();
        known.then_some(Self { family, text })
    }
}

/// Proof-reading is one family: which of its two checks finds a mistake is nobody's concern.
fn family(check: &str) -> &str {
    match check {
        "spelling" | "grammar" => "spelling, grammar",
        other => other,
    }
}

/// The proof-reader as the window has it: one child reads one letter after the other.
struct OneReader {
    proofreader: Proofreader,
    news: Receiver<News>,
}

impl OneReader {
    fn start() -> Self {
        let program = Program {
            path: PathBuf::from(env!("CARGO_BIN_EXE_afterword")),
            arguments: vec![SUB_COMMAND.into()],
        };
        // Built for tests it takes its time.
        let limits = Limits {
            pause: Duration::ZERO,
            ready: Duration::from_secs(120),
            answer: Duration::from_secs(60),
            ..Limits::default()
        };
        let (sender, news) = channel();
        let proofreader = Proofreader::start(Ok(program), limits, Dialect::American, move |news| {
            let _ = sender.send(news);
        });
        Self { proofreader, news }
    }

    fn findings(&self, subject: &str, body: &str, search: &JobSearch) -> Vec<Finding> {
        let manuscript = Manuscript {
            subject: subject.to_owned(),
            body: body.to_owned(),
        };
        self.proofreader.read(manuscript, search.clone());
        match self.news.recv().unwrap() {
            News::Proof(proof) => proof.findings,
            News::Unavailable(why) => panic!("{why}"),
        }
    }
}

/// What the review says of a letter.
fn findings(letter: &Letter, proofreader: &OneReader) -> Vec<Finding> {
    let search = letter.setting.search();
    let clock = letter.setting.clock();
    let elsewhere = Elsewhere::of(&search, &clock);
    let context = Context {
        search: &search,
        clock: &clock,
        elsewhere: &elsewhere,
    };
    let (subject, body) = parts(&letter.text);
    let occasion = Occasion::read(&letter.occasion);
    let application = occasion.application.map(|key| {
        let found = search.find(key);
        found.unwrap_or_else(|| panic!("{}: no application {key}", letter.title))
    });
    let to: Vec<String> = match (application, occasion.scenario) {
        (Some(application), Some(scenario)) => {
            addressees(application, &context, scenario, occasion.to)
        }
        _ => occasion.to.iter().map(|to| (*to).to_owned()).collect(),
    };
    let proof = proofreader.findings(subject, body, &search);
    let draft = Draft {
        subject,
        body,
        scenario: occasion.scenario,
        to: &to,
        person: occasion.to,
        proof: &proof,
        ..Draft::default()
    };
    review(&draft, application.map(AsRef::as_ref), &context)
}

fn parts(text: &str) -> (&str, &str) {
    match text.strip_prefix("Subject:") {
        Some(rest) => {
            let (subject, body) = rest.split_once('\n').unwrap();
            (subject.trim(), body.trim_start_matches('\n'))
        }
        None => ("", text),
    }
}

/// “thank-you of quill to "Dana Wu"”.
struct Occasion<'a> {
    scenario: Option<Scenario>,
    application: Option<&'a str>,
    to: Option<&'a str>,
}

impl<'a> Occasion<'a> {
    fn read(line: &'a str) -> Self {
        let (line, to) = match line.split_once(" to ") {
            Some((line, to)) => (line, Some(to.trim().trim_matches('"'))),
            None => (line, None),
        };
        let (scenario, application) = match line.split_once(" of ") {
            Some((scenario, application)) => (scenario, Some(application.trim())),
            None => (line, None),
        };
        Self {
            scenario: (!scenario.is_empty()).then(|| scenario.trim().parse().unwrap()),
            application,
            to,
        }
    }
}

/// How one letter was judged.
#[derive(Default)]
struct Outcome {
    /// By family: labels, findings, and findings that are right.
    counts: BTreeMap<String, [usize; 3]>,
    /// Whether nothing is expected and a warning is given all the same.
    false_warning: bool,
    wrong: String,
}

fn judge(letter: &Letter, proofreader: &OneReader) -> Outcome {
    let mut outcome = Outcome::default();
    let mut open: Vec<&Label> = letter.labels.iter().collect();
    for label in &letter.labels {
        outcome.counts.entry(label.family.clone()).or_default()[0] += 1;
    }
    for finding in findings(letter, proofreader) {
        let family = family(finding.check.name());
        let counts = outcome.counts.entry(family.to_owned()).or_default();
        counts[1] += 1;
        let meant = open
            .iter()
            .position(|label| label.family == family && label.means(letter, &finding));
        if let Some(meant) = meant {
            open.remove(meant);
            counts[2] += 1;
        } else {
            let quiet = finding.level == Level::Hint;
            outcome.false_warning |= letter.labels.is_empty() && !quiet;
            let _ = writeln!(
                outcome.wrong,
                "  not expected: {family} “{}”: {}",
                finding.text, finding.message
            );
        }
    }
    for label in open {
        let text = label.text.as_deref().unwrap_or("anywhere");
        let _ = writeln!(outcome.wrong, "  not found: {} “{text}”", label.family);
    }
    outcome
}

impl Label {
    /// Whether the finding touches the labelled text.
    fn means(&self, letter: &Letter, finding: &Finding) -> bool {
        let Some(wanted) = &self.text else {
            return true;
        };
        let (subject, body) = parts(&letter.text);
        let text = match finding.part {
            Part::Subject => subject,
            Part::Body => body,
        };
        text.match_indices(wanted.as_str()).any(|(at, _)| {
            let start = text[..at].chars().count();
            let end = start + wanted.chars().count();
            finding.start < end && start < finding.end
        })
    }
}

#[derive(Default)]
struct Score {
    /// By family: labels, findings and right ones, of the letters in sight and of those held back.
    counts: BTreeMap<String, [[usize; 3]; 2]>,
    letters: [usize; 2],
    clean: [usize; 2],
    false_warnings: [usize; 2],
}

impl Score {
    fn add(&mut self, letter: &Letter, outcome: &Outcome) {
        let half = usize::from(letter.held);
        self.letters[half] += 1;
        self.clean[half] += usize::from(letter.labels.is_empty());
        self.false_warnings[half] += usize::from(outcome.false_warning);
        for (family, counts) in &outcome.counts {
            let sum = &mut self.counts.entry(family.clone()).or_default()[half];
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }

    fn table(&self) -> String {
        let mut table = format!(
            "{:18}{:>22}{:>22}{:>22}\n",
            "", "in sight", "held back", "all"
        );
        let half = format!("{:>8}{:>7}{:>7}", "labels", "prec.", "recall");
        let _ = writeln!(table, "{:18}{half}{half}{half}", "");
        for (family, halves) in &self.counts {
            table.push_str(&row(family, halves));
        }
        table.push_str(&row("all checks", &self.sums()));
        for (half, name) in ["in sight", "held back"].into_iter().enumerate() {
            let _ = writeln!(
                table,
                "{name}: {} letters; of {} clean ones {} have a false warning",
                self.letters[half], self.clean[half], self.false_warnings[half]
            );
        }
        table
    }

    fn sums(&self) -> [[usize; 3]; 2] {
        let mut sums = [[0; 3]; 2];
        for halves in self.counts.values() {
            for (sum, half) in sums.iter_mut().zip(halves) {
                *sum = added(*sum, *half);
            }
        }
        sums
    }

    fn assert_good(&self) {
        let sums = self.sums();
        assert_reached("all checks", added(sums[0], sums[1]), OVER_ALL);
        for (family, halves) in &self.counts {
            assert_reached(family, added(halves[0], halves[1]), EACH);
        }
        let (wrong, clean): (usize, usize) =
            (self.false_warnings.iter().sum(), self.clean.iter().sum());
        assert!(
            wrong * CLEAN <= clean,
            "{wrong} of {clean} clean letters have a warning"
        );
    }
}

fn added(a: [usize; 3], b: [usize; 3]) -> [usize; 3] {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

fn row(name: &str, halves: &[[usize; 3]; 2]) -> String {
    let all = added(halves[0], halves[1]);
    let mut row = format!("{name:18}");
    for counts in [halves[0], halves[1], all] {
        let (precision, recall) = quality(counts);
        let _ = write!(row, "{:>8}{precision:>7.2}{recall:>7.2}", counts[0]);
    }
    row.push('\n');
    row
}

/// Precision and recall; 1 where there is nothing to be wrong about.
fn quality([labels, findings, right]: [usize; 3]) -> (f64, f64) {
    let share = |of: usize| {
        if of == 0 {
            1.0
        } else {
            right as f64 / of as f64
        }
    };
    (share(findings), share(labels))
}

fn assert_reached(name: &str, counts: [usize; 3], (precision, recall): (f64, f64)) {
    let reached = quality(counts);
    assert!(
        reached.0 >= precision && reached.1 >= recall,
        "{name}: precision {:.3} of {precision}, recall {:.3} of {recall}",
        reached.0,
        reached.1
    );
}
