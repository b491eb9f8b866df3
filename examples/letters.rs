//! Prints letters to be read as who receives them would: three thank-yous to three interviewers of
//! one round, then every scenario, written to an interviewer, to the recruiter of an agency, and
//! to who passes it on.
//!
//! `cargo run --example letters`, or with names of scenarios behind it.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::collections::BTreeMap;

use afterword::compose::{Letter, Request, compose, count_words};
use afterword::etiquette::{Context, Elsewhere};
use afterword::exchange::events;
use afterword::model::{Application, JobSearch, Scenario};
use afterword::time::{Clock, Moment};

/// What happened, and what was noted in three conversations.
const ROUND: &str = r#"{"application":"acme","event":"applied","at":"2026-11-02","company":"Acme Robotics","position":"Backend engineer"}
{"application":"acme","event":"contact","at":"2026-11-18","name":"Dana Wu","role":"Engineering manager","manager":true}
{"application":"acme","event":"contact","at":"2026-11-18","name":"Dr. Lee Park","role":"Staff engineer"}
{"application":"acme","event":"contact","at":"2026-11-18","name":"Noor Haddad","role":"Product manager"}
{"application":"acme","event":"interview","at":"2026-11-23T14:00","minutes":90,"format":"video","with":["Dana Wu","Dr. Lee Park","Noor Haddad"]}
{"application":"acme","event":"fact","at":"2026-11-23T15:40","key":"topic","value":"how releases reach customers","with":"Dana Wu"}
{"application":"acme","event":"fact","at":"2026-11-23T15:40","key":"detail","value":"The mentoring of new colleagues","with":"Dana Wu"}
{"application":"acme","event":"fact","at":"2026-11-23T15:40","key":"challenge","value":"Releases still take a whole weekend.","with":"Dana Wu"}
{"application":"acme","event":"fact","at":"2026-11-23T15:40","key":"achievement","value":"At Northwind, I rebuilt the release pipeline; releases went from monthly to daily","with":"Dana Wu"}
{"application":"acme","event":"fact","at":"2026-11-23T15:40","key":"goal","value":"a release every day without anybody staying late","with":"Dana Wu"}
{"application":"acme","event":"fact","at":"2026-11-23T15:41","key":"topic","value":"They are moving from one large service to events","with":"Dr. Lee Park"}
{"application":"acme","event":"fact","at":"2026-11-23T15:41","key":"detail","value":"that everybody may question a design, whoever drew it","with":"Dr. Lee Park"}
{"application":"acme","event":"fact","at":"2026-11-23T15:41","key":"challenge","value":"orders that arrive twice","with":"Dr. Lee Park"}
{"application":"acme","event":"fact","at":"2026-11-23T15:41","key":"achievement","value":"Gave every message a name at Bolt. Nothing was booked twice after that.","with":"Dr. Lee Park"}
{"application":"acme","event":"fact","at":"2026-11-23T15:41","key":"addition","value":"When you asked about ordering, I should have said that we kept it per customer only","with":"Dr. Lee Park"}
{"application":"acme","event":"fact","at":"2026-11-23T15:42","key":"topic","value":"what farmers do with the robots in winter","with":"Noor Haddad"}
{"application":"acme","event":"fact","at":"2026-11-23T15:42","key":"detail","value":"the week that everybody spends with a customer","with":"Noor Haddad"}
{"application":"acme","event":"fact","at":"2026-11-23T15:42","key":"challenge","value":"It is hard to say no to a large customer","with":"Noor Haddad"}
{"application":"acme","event":"fact","at":"2026-11-23T15:42","key":"achievement","value":"a list of what we would not build, which sales came to use","with":"Noor Haddad"}
{"application":"acme","event":"promise","at":"2026-11-23T15:30","day":"2026-12-04"}
"#;

/// Everything else that letters ask for.
const NOTES: &[(&str, &str)] = &[
    ("topic", "how releases reach customers"),
    (
        "thought",
        "Your talk on small releases shows that half the weekend can be saved",
    ),
    ("link", "https://example.org/releases"),
    ("takeaway", "Small releases fail less"),
    ("announcement", "the opening of the Madrid office"),
    ("effect", "more customers will depend on those releases"),
    ("offer_deadline", "2026-12-04"),
    (
        "first_choice",
        "The work on releases is what I want to do for years.",
    ),
    ("start_day", "2027-02-01"),
    ("question", "would the role start before the summer"),
    ("deadline", "2026-12-04"),
    ("agreed_day", "2026-12-02"),
    ("agreed_time", "14:00 CET (UTC+1)"),
    (
        "other_times",
        "Tuesday after 13:00, or any time on Thursday",
    ),
    ("to_clarify", "Whom will I meet?"),
    ("referrer", "Kim Adler"),
    ("promised", "Two references and a sample of my work"),
    ("remark", "the sample is a tool that I still look after"),
];

const AGENCY: &str = r#"{"application":"acme","event":"contact","at":"2026-11-18","name":"Rita Moss","agency":true}
"#;
const PASSED_ON: &str = r#"{"application":"acme","event":"contact","at":"2026-11-18","name":"Dana Wu","withheld":true}
{"application":"acme","event":"contact","at":"2026-11-18","name":"Alex Reyes","arranged":true}
"#;

fn main() {
    let chosen: Vec<Scenario> = std::env::args()
        .skip(1)
        .map(|name| name.parse().unwrap())
        .collect();
    if chosen.is_empty() {
        println!("# Three thank-yous after one round\n");
        for person in ["Dana Wu", "Dr. Lee Park", "Noor Haddad"] {
            print(&write("", Scenario::ThankYou, Some(person), &[]));
        }
    }
    let scenarios = if chosen.is_empty() {
        Scenario::ALL.to_vec()
    } else {
        chosen
    };
    for (title, more, person) in [
        ("To the interviewer", "", None),
        ("To the recruiter of an agency", AGENCY, Some("Rita Moss")),
        ("To who passes it on", PASSED_ON, Some("Dana Wu")),
    ] {
        println!("# {title}\n");
        for scenario in &scenarios {
            let referrer = *scenario == Scenario::ThankReferrer;
            let person = person.filter(|_| !referrer);
            print(&write(more, *scenario, person, NOTES));
        }
    }
}

/// The letter on the evening of the round.
fn write(more: &str, scenario: Scenario, person: Option<&str>, notes: &[(&str, &str)]) -> Letter {
    let now: Moment = "2026-11-23T18:30:00+01:00".parse().unwrap();
    let clock = Clock::at(now, "Europe/Berlin".parse().unwrap());
    let events = format!("{ROUND}{more}");
    let imported = events::import(&JobSearch::default(), &events, clock.zone).unwrap();
    let mut search = imported.search;
    search.profile.name = "Sam Taylor".into();
    let context = Context {
        search: &search,
        clock: &clock,
        elsewhere: &Elsewhere::of(&search, &clock),
    };
    let facts: BTreeMap<String, String> = notes
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    let application: &Application = search.find("acme").unwrap();
    let request = Request {
        scenario,
        person,
        facts: &facts,
    };
    compose(application, &context, &request).unwrap()
}

fn print(letter: &Letter) {
    println!(
        "## {} to {} ({} words, {} characters)\n",
        letter.scenario,
        letter.to.join(", "),
        count_words(&letter.body),
        letter.body.chars().count()
    );
    if !letter.subject.is_empty() {
        println!("Subject: {}\n", letter.subject);
    }
    println!("{}\n\n---\n", letter.body);
}
