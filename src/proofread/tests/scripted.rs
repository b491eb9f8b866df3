//! The thread and its child, with programs that answer, hang, die and print rubbish.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::super::{Limits, Manuscript, News, Program, Proof, Proofreader};
use crate::model::{Dialect, JobSearch};
use crate::review::Check;

/// Answers every order. A letter with “beleive” at its beginning has a slip there.
const GOOD: &str = r#"
number() { echo "$1" | sed 's/.*"number":\([0-9]*\).*/\1/'; }
answer() {
  case "$1" in
    *beleive*) echo "{\"answer\":$(number "$1"),\"body\":[{\"start\":0,\"end\":7,\"kind\":\"spelling\",\"message\":\"m\",\"suggestions\":[\"believe\"]}]}";;
    *) echo "{\"answer\":$(number "$1")}";;
  esac
}
"#;

/// Short enough for a test.
fn limits() -> Limits {
    Limits {
        pause: Duration::from_millis(20),
        ready: Duration::from_secs(10),
        answer: Duration::from_secs(10),
        rest: Duration::from_millis(100),
        tries: 3,
    }
}

/// A proof-reader whose child runs a script; the script notes each start and order in `log`.
struct Desk {
    folder: TempDir,
    proofreader: Proofreader,
    news: Receiver<News>,
}

impl Desk {
    fn new(limits: Limits, script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = script_in(folder.path(), script);
        let program = Program {
            path,
            arguments: vec![folder.path().join("log").into()],
        };
        let (sender, news) = channel();
        let tell = move |news| {
            let _ = sender.send(news);
        };
        Self {
            folder,
            proofreader: Proofreader::start(Ok(program), limits, Dialect::British, tell),
            news,
        }
    }

    fn read(&self, body: &str) {
        self.read_in(body, JobSearch::default());
    }

    fn read_in(&self, body: &str, search: JobSearch) {
        let manuscript = Manuscript {
            subject: String::new(),
            body: body.to_owned(),
        };
        self.proofreader.read(manuscript, search);
    }

    #[track_caller]
    fn news(&self) -> News {
        self.news.recv_timeout(Duration::from_secs(30)).unwrap()
    }

    #[track_caller]
    fn proof(&self) -> Proof {
        match self.news() {
            News::Proof(proof) => *proof,
            News::Unavailable(why) => panic!("{why}"),
        }
    }

    fn log(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }

    /// How many lines of the log begin so.
    fn count(&self, kind: &str) -> usize {
        self.log()
            .iter()
            .filter(|line| line.starts_with(kind))
            .count()
    }
}

fn script_in(folder: &Path, script: &str) -> PathBuf {
    let path = folder.join("child");
    let text = format!("#!/bin/sh\necho \"start $$\" >> \"$1\"\n{GOOD}\n{script}\n");
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn is_running(process: &str) -> bool {
    Path::new("/proc").join(process).exists()
}

const ANSWERS: &str = r#"while read -r line; do echo "order $line" >> "$1"; answer "$line"; done"#;

#[test]
fn a_letter_is_read_and_its_slips_have_their_place() {
    let desk = Desk::new(limits(), ANSWERS);
    desk.read("beleive me");
    let proof = desk.proof();
    assert!(proof.is_of("", "beleive me"));
    let finding = &proof.findings[0];
    assert_eq!(
        (finding.check, finding.start, finding.end),
        (Check::Spelling, 0, 7)
    );
    assert_eq!(
        (finding.text.as_str(), finding.suggestions[0].as_str()),
        ("beleive", "believe")
    );
    // The same again is answered without the child, a new one by the same child.
    desk.read("beleive me");
    assert_eq!(desk.proof(), proof);
    desk.read("so be it");
    assert_eq!(desk.proof().findings, []);
    assert_eq!((desk.count("start"), desk.count("order {\"read")), (1, 2));
}

#[test]
fn while_one_types_only_the_last_text_is_read() {
    let pause = Duration::from_millis(200);
    let desk = Desk::new(Limits { pause, ..limits() }, ANSWERS);
    for body in ["b", "be", "bel"] {
        desk.read(body);
    }
    assert!(desk.proof().is_of("", "bel"));
    assert_eq!(desk.count("order {\"read"), 1);
}

#[test]
fn a_new_name_reaches_the_child() {
    let desk = Desk::new(limits(), ANSWERS);
    desk.read("so");
    desk.proof();
    let mut search = JobSearch::default();
    search.spelling.add_word("Zorblax");
    search.spelling.dialect = Some(Dialect::Indian);
    desk.read_in("so", search);
    desk.proof();
    assert_eq!(desk.count("start"), 1);
    let known: Vec<_> = desk
        .log()
        .into_iter()
        .filter(|line| line.contains("know"))
        .collect();
    assert!(
        !known[0].contains("Zorblax") && known[1].contains("Zorblax"),
        "{known:?}"
    );
    assert!(known[0].contains("british") && known[1].contains("indian"));
}

#[test]
fn rubbish_among_the_answers_is_passed_over() {
    let rubbish = r#"while read -r line; do
      printf 'gerund_form: -x-\n\n{"answer":99}\n{"half":\n\377\376\n'; answer "$line"; done"#;
    let desk = Desk::new(limits(), rubbish);
    desk.read("beleive");
    assert_eq!(desk.proof().findings.len(), 1);
}

#[test]
fn slips_beyond_the_text_are_none() {
    let wrong = r#"while read -r line; do
      n=$(number "$line")
      echo "{\"answer\":$n,\"body\":[{\"start\":5,\"end\":900,\"kind\":\"grammar\",\"message\":\"m\",\"suggestions\":[]},{\"start\":3,\"end\":1,\"kind\":\"grammar\",\"message\":\"m\",\"suggestions\":[]}]}"
    done"#;
    let desk = Desk::new(limits(), wrong);
    desk.read("a letter");
    assert_eq!(desk.proof().findings, []);
}

#[test]
fn a_child_that_dies_is_started_again_and_reads_the_same_letter() {
    let dies_once = r#"if [ "$(grep -c start "$1")" = 1 ]; then read -r line; answer "$line"; read -r line; exit 3; fi
    while read -r line; do answer "$line"; done"#;
    let desk = Desk::new(limits(), dies_once);
    desk.read("beleive");
    assert_eq!(desk.proof().findings.len(), 1);
    assert_eq!(desk.count("start"), 2);
}

#[test]
fn a_child_that_hangs_is_ended_and_started_again() {
    let hangs_once = r#"if [ "$(grep -c start "$1")" = 1 ]; then read -r line; answer "$line"; exec sleep 1000; fi
    while read -r line; do answer "$line"; done"#;
    let answer = Duration::from_millis(300);
    let desk = Desk::new(Limits { answer, ..limits() }, hangs_once);
    desk.read("beleive");
    assert_eq!(desk.proof().findings.len(), 1);
    let log = desk.log();
    let first = log[0].trim_start_matches("start ").to_owned();
    assert!(!is_running(&first));
}

#[test]
fn after_several_failures_it_is_said_once_until_the_letter_is_closed() {
    for script in [
        "exit 1",
        "while :; do echo rubbish; done",
        "exec sleep 1000",
    ] {
        let short = Duration::from_millis(200);
        let limits = Limits {
            ready: short,
            answer: short,
            ..limits()
        };
        let desk = Desk::new(limits, script);
        desk.read("beleive");
        let News::Unavailable(why) = desk.news() else {
            panic!("{script} was read")
        };
        assert!(why.starts_with("Spelling was not checked"), "{why}");
        desk.read("beleive it");
        assert!(desk.news.recv_timeout(short).is_err());
        assert_eq!(desk.count("start"), 3);
        desk.proofreader.rest();
        desk.read("beleive it now");
        assert!(matches!(desk.news(), News::Unavailable(_)));
        assert_eq!(desk.count("start"), 6);
    }
}

#[test]
fn a_program_that_is_not_there_is_a_failure_in_words() {
    let program = Program {
        path: "/nowhere/afterword".into(),
        arguments: Vec::new(),
    };
    let said = super::super::once(
        Ok(program),
        Dialect::British,
        Manuscript::default(),
        JobSearch::default(),
    );
    assert!(said.unwrap_err().contains("it does not start"));
}

#[test]
fn the_child_is_gone_a_while_after_the_last_letter_and_comes_back() {
    let desk = Desk::new(limits(), ANSWERS);
    desk.read("so");
    desk.proof();
    let child = desk.log()[0].trim_start_matches("start ").to_owned();
    assert!(is_running(&child));
    // Opened again in time, it stays.
    desk.proofreader.rest();
    desk.read("so it");
    desk.proof();
    std::thread::sleep(Duration::from_millis(200));
    assert!(is_running(&child));
    desk.proofreader.rest();
    let began = Instant::now();
    while is_running(&child) {
        assert!(began.elapsed() < Duration::from_secs(20), "it never went");
        std::thread::sleep(Duration::from_millis(10));
    }
    desk.read("so it is");
    assert!(desk.proof().is_of("", "so it is"));
    assert_eq!(desk.count("start"), 2);
}

#[test]
fn closing_the_window_waits_for_no_child() {
    let desk = Desk::new(limits(), "exec sleep 1000");
    desk.read("so");
    while desk.count("start") == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let child = desk.log()[0].trim_start_matches("start ").to_owned();
    let began = Instant::now();
    drop(desk.proofreader);
    assert!(began.elapsed() < Duration::from_secs(5));
    assert!(!is_running(&child));
}

#[test]
fn a_letter_of_a_megabyte_is_read_at_its_beginning() {
    let desk = Desk::new(limits(), ANSWERS);
    let body = "beleive me ".repeat(100_000);
    desk.read(&body);
    let proof = desk.proof();
    assert_eq!(proof.findings.len(), 1);
    assert!(proof.note.unwrap().contains("20,000 characters"));
    let sent = desk.log().into_iter().map(|line| line.len()).max().unwrap();
    assert!(sent < 30_000, "{sent}");
    // One word of that length is no letter.
    desk.read(&"q".repeat(1_000_000));
    assert_eq!(desk.proof().findings, []);
}
