//! Harper itself. Its dictionary takes long to load, so one test asks everything of it.

use std::collections::BTreeMap;

use super::super::doubt::Page;
use super::super::protocol::Slip;
use super::super::reader::Reader;
use super::super::words::{Knowledge, Language};
use crate::compose::{Request, compose};
use crate::etiquette::{Context, Elsewhere};
use crate::exchange::demo;
use crate::model::{Dialect, JobSearch, Scenario};
use crate::time::{Clock, Moment};

/// Letters that a careful person would send, each below the dialect it is written in.
const GOOD: &str = include_str!("good_letters.txt");

/// What is wrong, the place that is said to be wrong, and what is to stand there.
const SLIPS: &[(&str, &str, &str)] = &[
    ("I beleive that it fits.", "beleive", "believe"),
    ("Definately a good talk.", "Definately", "Definitely"),
    ("I recieved your mail.", "recieved", "received"),
    (
        "The oppurtunity to interveiw was kind.",
        "interveiw",
        "interview",
    ),
    (
        "It is for the Senior Acountant position.",
        "Acountant",
        "Accountant",
    ),
    ("We met on Tuseday in the office.", "Tuseday", "Tuesday"),
    ("I can start in Febuary.", "Febuary", "February"),
    ("I would of said so.", "would of", "would have"),
    ("It is bigger then I thought.", "then", "than"),
    ("I have alot of time.", "alot", "a lot"),
    (
        "I work there since five years.",
        "since five years",
        "for five years",
    ),
    ("It was was good.", "was was", "was"),
    ("It was a hour long.", "a", "an"),
    ("Thank you. i will be there.", "i", "I"),
    (
        "Thanks for your time. looking forward to it.",
        "looking",
        "Looking",
    ),
    ("I like the color of it.", "color", "colour"),
];

/// Nothing of it is a slip.
const RIGHT: &[&str] = &[
    "I shipped the re-write on time, and I have since read the write-up twice.",
    "I am checking in to ask where things stand.",
    "See https://example.com/teh/abuot?x=qwrt, or mail siobhan.onel@brightleef.example.",
    "It is about C++, C#, CI/CD, .NET, k8s, p99 of 20ms, €72,000, 3x, Q3 and docker-compose.yml.",
    "Siobhan and Tomasz of Northwind met Brightleaf, e.g. on Monday, etc. and on Friday.",
    "Kubernetes, TypeScript, PostgreSQL, GitHub, DevOps, OKRs, KPIs, HACCP, GMP, kanban.",
    "Dear Ms van der Meer,\n\nthank you for the résumé and the café.\n\nBest,\nZoë Krzyżanowska",
    "Спасибо, Дана. תודה רבה. ありがとう。 شكرا جزيلا",
    "We called the queue “the danfo”, and he spells it \"queing\". It took a while to say no to it.",
    "See eq. 4 of the paper; the table had had two errors.",
    "I found Will ready for it and May free to talk, and with Will available we could begin.",
    "Dear [Name], I liked {{ topic }} and ____ at <company>.",
];

fn knowing(dialect: Dialect, chosen: bool) -> Knowledge {
    let search = JobSearch::default();
    Knowledge {
        language: Language { dialect, chosen },
        ..Knowledge::of(&search, dialect)
    }
}

/// Every letter of every application of the sample search, and what is known of that.
fn composed() -> (Vec<String>, Knowledge) {
    let now: Moment = "2026-11-24T18:30:00+01:00".parse().unwrap();
    let clock = Clock::at(now, "Europe/Berlin".parse().unwrap());
    let search = demo(&clock);
    let context = Context {
        search: &search,
        clock: &clock,
        elsewhere: &Elsewhere::of(&search, &clock),
    };
    let facts = BTreeMap::new();
    let mut letters = Vec::new();
    for application in search.applications.values() {
        for scenario in Scenario::ALL {
            let request = Request {
                scenario: *scenario,
                person: None,
                facts: &facts,
            };
            let letter = compose(application, &context, &request).unwrap();
            letters.push(format!("{}\n\n{}", letter.subject, letter.body));
        }
    }
    (letters, Knowledge::of(&search, Dialect::British))
}

fn good_letters() -> BTreeMap<Dialect, Vec<&'static str>> {
    let mut letters: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for letter in GOOD.split("===\n") {
        let (name, text) = letter.split_once('\n').unwrap();
        let dialect = Dialect::ALL.iter().find(|one| one.name() == name).unwrap();
        letters.entry(*dialect).or_default().push(text);
    }
    letters
}

/// That nothing is found, with the names of the rules that find something.
fn assert_clean(reader: &mut Reader, text: &str) {
    let page = Page::new(text);
    let found = reader.lints(&page).into_iter();
    let found: Vec<_> = found
        .map(|(rule, lint)| (rule, page.slice((lint.span.start, lint.span.end))))
        .collect();
    assert_eq!(found, [], "{text}");
}

fn places(text: &str, slips: &[Slip]) -> Vec<String> {
    let page = Page::new(text);
    let places = slips.iter().map(|slip| page.slice((slip.start, slip.end)));
    places.collect()
}

#[test]
fn it_finds_slips_and_leaves_good_letters_alone() {
    for (dialect, letters) in good_letters() {
        let mut chosen = Reader::new(knowing(dialect, true));
        let mut guessed = Reader::new(knowing(Dialect::American, false));
        for letter in letters {
            assert_clean(&mut chosen, letter);
            assert_clean(&mut guessed, letter);
        }
    }
    let (letters, knowledge) = composed();
    let mut reader = Reader::new(knowledge);
    for letter in &letters {
        assert_clean(&mut reader, letter);
    }

    let mut reader = Reader::new(knowing(Dialect::British, true));
    for text in RIGHT {
        assert_clean(&mut reader, text);
    }
    for (text, wrong, right) in SLIPS {
        let slips = reader.read(text);
        let slip = slips
            .iter()
            .find(|slip| places(text, std::slice::from_ref(slip)) == [*wrong]);
        let better = slip.and_then(|slip| slip.suggestions.first());
        assert_eq!(
            better.map(String::as_str),
            Some(*right),
            "{text}: {slips:?}"
        );
    }

    names_and_own_words_are_known();
    bad_input_is_read_or_passed_over(&mut reader);
}

fn names_and_own_words_are_known() {
    let mut search = JobSearch::default();
    search.profile.sign_off = "Tschüss".to_owned();
    search.spelling.dialect = Some(Dialect::British);
    let text = "zorblax and color, said at Zorblax’s. zorblaxes";
    let mut reader = Reader::new(Knowledge::of(&search, Dialect::American));
    assert_eq!(
        places(text, &reader.read(text)),
        ["zorblax", "color", "zorblaxes"]
    );
    for word in ["Zorblax", "color"] {
        search.spelling.add_word(word);
    }
    reader.know(Knowledge::of(&search, Dialect::American));
    assert_eq!(places(text, &reader.read(text)), ["zorblaxes"]);
}

fn bad_input_is_read_or_passed_over(reader: &mut Reader) {
    let long_word = "q".repeat(300);
    let joined = "Ibeleivethatitwouldfitverywell".repeat(20);
    let controls = "a\u{0}b\u{1}\u{7f} \u{202e}beleive\u{202c} \r\n\r\n\t".repeat(20);
    let letter = "I beleive it. ".repeat(1_400);
    for text in [&long_word, &joined, &controls, &letter] {
        let slips = reader.read(text);
        let length = text.chars().count();
        assert!(
            slips
                .iter()
                .all(|slip| slip.start < slip.end && slip.end <= length)
        );
    }
    assert_eq!(reader.read(&letter).len(), 1_400);
    assert!(reader.read(&long_word).is_empty());
    // Another language is no haystack of slips, and does not take its time.
    let german = "Sehr geehrte Frau Wu, vielen Dank für das freundliche Gespräch am Dienstag. \
                  Ich würde mich über eine Zusage sehr freuen und verbleibe mit besten Grüßen.";
    assert!(reader.read(german).is_empty());
    let rubbish = |number: usize| {
        "xzqwrt".to_owned()
            + &"abcdefghij"[..number % 10]
            + &"klmnopqrst"[number / 10 % 10..]
            + &"uvwxyz"[number / 100 % 6..]
    };
    let rubbish: Vec<String> = (0..600).map(rubbish).collect();
    assert!(reader.read(&rubbish.join(" ")).is_empty());
}
