use super::*;
use crate::model::{Application, Contact, Entry, Event, Interview, JobSearch, Message, Reply};
use crate::model::{ApplicationId, Format, ReplyKind, Scenario};
use crate::time::When;

fn day() -> When {
    When::Day("2026-11-02".parse().unwrap())
}

/// An application in which every word stands in another place.
fn lodz() -> Application {
    let mut one = Application::new(
        "lodz".into(),
        "Łódź Straßenbau".into(),
        "Site Reliability Engineer".into(),
        day(),
    );
    one.tags = vec!["Fernarbeit".into()];
    one.contacts = vec![Contact::named("Zoë Ångström")];
    let sent = Message {
        scenario: Scenario::ThankYou,
        to: vec!["Zoë Ångström".into()],
        channel: None,
        subject: "Kubernetes".into(),
        body: "the part about draining".into(),
        day: None,
    };
    let reply = Reply {
        kind: ReplyKind::Update,
        day: None,
        from: None,
        text: "we need until December".into(),
    };
    let interview = Interview {
        minutes: 30,
        format: Format::Video,
        with: vec!["Bartłomiej".into()],
        round: None,
    };
    let note = "they use Postgres".to_owned();
    for event in [
        Event::Note { text: note },
        Event::Sent(sent),
        Event::Reply(reply),
        Event::Interview(interview),
    ] {
        one.history.push(Entry::new(day(), event));
    }
    one
}

fn finds(application: &Application, words: &str) -> bool {
    let mut search = JobSearch::default();
    search.put(application.clone());
    Index::of(&search).holds(application.id, &Words::of(words))
}

#[test]
fn words_are_found_wherever_they_stand_and_without_their_accents() {
    let one = lodz();
    for words in [
        "lodz",
        "ŁÓDŹ",
        "strassen",
        "Straße",
        "reliab",
        "fernarbeit",
        "zoe angstrom",
        "Ångström",
        "bartlomiej",
        "kubernetes",
        "draining",
        "december",
        "postgres",
        "postgres lodz",
        "",
    ] {
        assert!(finds(&one, words), "{words}");
    }
    for words in ["lodzz", "oracle", "postgres oracle", "zoeangstrom"] {
        assert!(!finds(&one, words), "{words}");
    }
}

#[test]
fn what_changes_is_found_by_what_it_says_now() {
    let mut search = JobSearch::default();
    let one = lodz();
    let id = one.id;
    search.put(one.clone());
    let mut index = Index::of(&search);
    search.put(Application {
        company: "Gdańsk".into(),
        ..one
    });
    index.update(&search, id);
    assert!(index.holds(id, &Words::of("gdansk")));
    assert!(!index.holds(id, &Words::of("lodz")));
    search.applications.remove(&id);
    index.update(&search, id);
    assert!(!index.holds(id, &Words::of("gdansk")));
    assert!(!index.holds(ApplicationId::fresh(), &Words::of("gdansk")));
}

#[test]
fn a_name_of_ten_thousand_letters_is_found_too() {
    let mut one = lodz();
    one.company = "Ż".repeat(10_000);
    assert!(finds(&one, "zzzz"));
}
