use super::Home;

#[test]
fn waiting_actions_come_last() {
    let plan = Home::with_events().json(&["plan"]);
    let all: Vec<_> = plan
        .as_array()
        .unwrap()
        .iter()
        .map(|action| {
            let text = |name: &str| action[name].as_str().unwrap().to_owned();
            (text("application"), text("scenario"), text("status"))
        })
        .collect();
    assert_eq!(all[0], ("globex".into(), "thank-you".into(), "late".into()));
    assert!(
        all.contains(&("acme".into(), "check-in-first".into(), "waiting".into())),
        "{all:?}"
    );
    let first_waiting = all.iter().position(|action| action.2 == "waiting").unwrap();
    assert!(
        all[first_waiting..]
            .iter()
            .all(|action| action.2 == "waiting"),
        "{all:?}"
    );
}

#[test]
fn one_application_can_be_asked_for_by_its_key() {
    let home = Home::with_events();
    let plan = home.json(&["plan", "--application", "acme"]);
    assert_eq!(plan.as_array().unwrap().len(), 1);
    assert_eq!(plan[0]["due"], "2026-11-30T09:00:00+01:00");
    assert_eq!(plan[0]["late"], "2026-12-07T09:00:00+01:00");
    assert_eq!(plan[0]["to"][0], "Dana Wu");
}

#[test]
fn an_unknown_application_is_named() {
    Home::with_events()
        .run(&["plan", "--application", "initech"])
        .assert_fails(&["initech"]);
}

#[test]
fn the_sample_search_is_planned_too() {
    let plan = Home::empty().json(&["plan", "--demo"]);
    assert!(plan.as_array().unwrap().len() > 20);
}

#[test]
fn a_search_may_be_anywhere() {
    let home = Home::empty();
    let file = home.path("else where/søk.ron");
    let events = home.write("events.jsonl", super::EVENTS);
    let file = file.to_str().unwrap();
    let answer = home.run(&["import", "--file", file, events.to_str().unwrap()]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_eq!(
        home.json(&["--file", file, "plan", "--application", "acme"])[0]["rule"],
        "promise"
    );
    home.run(&["plan", "--file", home.folder.path().to_str().unwrap()])
        .assert_fails(&[]);
}
