//! Filters, and the views that they are kept as.

use super::*;
use crate::model::{Doing, Filter};

/// Acme waits for a thank-you, Bolt for an answer to its offer, Kestrel has been silent since it
/// was applied for.
fn three() -> State {
    let (mut state, _) = state();
    let bolt = state.search.find("bolt").unwrap().id;
    let offer = reply(ReplyKind::Offer, Some("2026-12-04"));
    state.apply(Command::edit(bolt, offer), &clock());
    state
}

fn shown(state: &mut State, filter: Filter) -> Vec<String> {
    state.apply(Command::Go(Go::Filter(filter)), &clock());
    let cards = state.board.columns.iter().flat_map(|column| &column.cards);
    let company = |id: &ApplicationId| state.application(*id).unwrap().company.clone();
    let mut companies: Vec<String> = cards.map(company).collect();
    companies.sort_unstable();
    companies
}

#[test]
fn each_part_of_a_filter_narrows_what_is_shown() {
    let mut state = three();
    let kestrel = state.search.find("kestrel").unwrap().clone();
    let mut details = Details::of(&kestrel);
    details.tags = vec!["Remote".into()];
    state.apply(Command::edit(kestrel.id, Edit::Details(details)), &clock());
    let any = Filter::default;
    for (filter, companies) in [
        (any(), &["Acme", "Bolt", "Kestrel"][..]),
        (Filter::words("engineer KESTR"), &["Kestrel"]),
        (
            Filter {
                stages: vec![stage("applied"), stage("offer")],
                ..any()
            },
            &["Bolt", "Kestrel"],
        ),
        (
            Filter {
                doing: Some(Doing::Due),
                ..any()
            },
            &["Acme", "Bolt", "Kestrel"],
        ),
        (
            Filter {
                offer: true,
                ..any()
            },
            &["Bolt"],
        ),
        (
            Filter {
                person: "dana".into(),
                ..any()
            },
            &["Acme"],
        ),
        (
            Filter {
                tag: "remote".into(),
                ..any()
            },
            &["Kestrel"],
        ),
        (
            Filter {
                silent_days: Some(21),
                ..any()
            },
            &["Kestrel"],
        ),
        (
            Filter {
                silent_days: Some(22),
                ..any()
            },
            &[],
        ),
        (
            Filter {
                offer: true,
                tag: "remote".into(),
                ..any()
            },
            &[],
        ),
    ] {
        let words = format!("{filter:?}");
        assert_eq!(shown(&mut state, filter), companies, "{words}");
    }
}

#[test]
fn what_waits_has_nothing_due() {
    let (mut state, acme) = state();
    let waiting = Filter {
        doing: Some(Doing::Waiting),
        ..Filter::default()
    };
    assert!(!shown(&mut state, waiting.clone()).contains(&"Acme".to_owned()));
    for person in ["Dana Wu", "Ann Ito"] {
        let sent = Edit::Sent {
            at: When::Moment(clock().now),
            person: Some(person.into()),
            message: Message {
                to: vec![person.into()],
                ..letter()
            },
        };
        state.apply(Command::edit(acme, sent), &clock());
    }
    assert!(shown(&mut state, waiting).contains(&"Acme".to_owned()));
}

#[test]
fn silence_grows_with_the_days() {
    let (mut state, _) = state();
    let silent = Filter {
        silent_days: Some(22),
        ..Filter::default()
    };
    assert!(shown(&mut state, silent).is_empty());
    let tomorrow = Clock::at(clock().now + chrono::TimeDelta::days(1), clock().zone);
    state.advance(&tomorrow);
    assert_eq!(state.board.shown(), 2, "Bolt and Kestrel");
}

#[test]
fn a_filter_with_a_name_is_kept_replaced_and_removed() {
    let mut state = three();
    let save = |state: &mut State, words: &str| {
        let filter = Filter::words(words);
        let name = " Mine ".to_owned();
        state.apply(Command::View(ViewEdit::Save { name, filter }), &clock());
    };
    save(&mut state, "acme");
    save(&mut state, "bolt");
    assert_eq!(state.search.views.len(), 1);
    assert_eq!(state.search.views[0].name, "Mine");
    shown(&mut state, Filter::words("bolt"));
    assert_eq!(
        state.view_shown().map(|view| view.name.as_str()),
        Some("Mine")
    );
    state.apply(Command::View(ViewEdit::Remove("Mine".into())), &clock());
    assert!(state.search.views.is_empty());
    state.apply(Command::Undo, &clock());
    assert_eq!(state.search.views[0].filter, Filter::words("bolt"));
}
