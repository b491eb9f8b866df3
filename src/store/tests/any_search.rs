use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Weekday};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::model::{
    Achievement, Appearance, ApplicationId, Channel, DayOff, Density, Dialect, Document, Doing,
    Draft, EntryId, Filter, Muted, OnDaysOff, Order, Origin, Outcome, OwnScenario, Policy, Prefers,
    Profile, QuietHours, ReminderKind, Reminders, Reply, ReplyKind, SavedView, Settings, Spelling,
    Stage, StageId, StageMeaning, TemplateText, Theme, Unknown,
};

fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    (0_u64..109_938).prop_map(move |days| first + chrono::Days::new(days))
}

fn moment() -> impl Strategy<Value = When> {
    (day(), 0_i64..86_400, -14 * 60..=14 * 60_i32).prop_filter_map(
        "near the calendar’s end",
        |(day, second, offset)| {
            let offset = FixedOffset::east_opt(offset * 60)?;
            let utc = day.and_hms_opt(0, 0, 0)?.and_utc().timestamp() + second;
            let moment = DateTime::from_timestamp(utc, 0)?.with_timezone(&offset);
            When::parse(&crate::time::rfc3339(moment), Zone::System).ok()
        },
    )
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![day().prop_map(When::Day), moment()]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<String>(),
        1 => "[a-z \"#\\\\\r\n\t\u{0}\u{202e}\u{feff}]*",
        1 => Just(String::new()),
    ]
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn unknown() -> impl Strategy<Value = Unknown> {
    btree_map(text(), text(), 0..2)
}

fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (
            any::<u32>(),
            one_of(&Format::ALL),
            vec(text(), 0..3),
            option::of(text())
        )
            .prop_map(
                |(minutes, format, with, round)| Event::Interview(Interview {
                    minutes,
                    format,
                    with,
                    round,
                })
            ),
        when().prop_map(|interview| Event::Cancelled { interview }),
        (text(), text(), option::of(text())).prop_map(|(key, value, with)| Event::Fact {
            key,
            value,
            with
        }),
        day().prop_map(|day| Event::Promise { day }),
        day().prop_map(|day| Event::CallInvited { day }),
        (
            one_of(Scenario::ALL),
            vec(text(), 0..3),
            option::of(one_of(&[Channel::Email, Channel::LinkedIn, Channel::Phone])),
            text(),
            text(),
            option::of(day()),
        )
            .prop_map(
                |(scenario, to, channel, subject, body, day)| Event::Sent(Message {
                    scenario,
                    to,
                    channel,
                    subject,
                    body,
                    day,
                })
            ),
        option::of(when()).prop_map(|until| Event::Pinned { until }),
        (
            one_of(&ReplyKind::ALL),
            option::of(day()),
            option::of(text()),
            text()
        )
            .prop_map(|(kind, day, from, text)| Event::Reply(Reply {
                kind,
                day,
                from,
                text
            })),
        text().prop_map(|to| Event::Stage { to: StageId(to) }),
        one_of(&Outcome::ALL).prop_map(|outcome| Event::Closed { outcome }),
        text().prop_map(|text| Event::Note { text }),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let origin = (text(), any::<u32>()).prop_map(|(id, version)| Origin { id, version });
    (id(), when(), event(), option::of(origin), unknown()).prop_map(
        |(id, at, event, origin, unknown)| Entry {
            id: EntryId(id),
            at,
            event,
            origin,
            unknown,
        },
    )
}

fn document() -> impl Strategy<Value = Document> {
    (text(), text(), option::of(when())).prop_map(|(place, name, since)| Document {
        place,
        name,
        since,
    })
}

fn contact() -> impl Strategy<Value = Contact> {
    (
        (text(), text(), text(), text(), text(), text()),
        option::of(one_of(&[Prefers::Email, Prefers::Phone])),
        any::<[bool; 4]>(),
        option::of(when()),
        unknown(),
    )
        .prop_map(
            |((name, called, role, email, phone, linkedin), prefers, flags, since, unknown)| {
                let [manager, agency, arranged, withheld] = flags;
                Contact {
                    name,
                    called,
                    role,
                    email,
                    phone,
                    linkedin,
                    prefers,
                    manager,
                    agency,
                    arranged,
                    withheld,
                    since,
                    unknown,
                }
            },
        )
}

fn draft() -> impl Strategy<Value = Draft> {
    (
        one_of(Scenario::ALL),
        option::of(text()),
        text(),
        text(),
        vec(muted(), 0..3),
        btree_map(text(), text(), 0..3),
    )
        .prop_map(|(scenario, person, subject, body, ignored, said)| Draft {
            scenario,
            person,
            subject,
            body,
            ignored,
            said,
        })
}

fn muted() -> impl Strategy<Value = Muted> {
    (text(), text()).prop_map(|(check, words)| Muted { check, words })
}

fn view() -> impl Strategy<Value = SavedView> {
    (
        (text(), text(), vec(text(), 0..3), text(), text()),
        option::of(one_of(&Doing::ALL)),
        any::<bool>(),
        option::of(any::<u32>()),
    )
        .prop_map(
            |((name, words, stages, person, tag), doing, offer, silent_days)| SavedView {
                name,
                filter: Filter {
                    words,
                    stages: stages.into_iter().map(StageId).collect(),
                    doing,
                    offer,
                    person,
                    tag,
                    silent_days,
                },
            },
        )
}

fn any_application() -> impl Strategy<Value = Application> {
    (
        (id(), text(), text(), text(), when(), option::of(text())),
        (text(), text(), text(), text(), vec(text(), 0..3)),
        (text(), vec(document(), 0..3)),
        vec(contact(), 0..3),
        vec(entry(), 0..5),
        vec(draft(), 0..2),
        any::<f64>(),
        unknown(),
    )
        .prop_map(
            |(names, details, papers, contacts, history, drafts, rank, unknown)| {
                let (id, key, company, position, applied, stage) = names;
                let (url, location, source, salary, tags) = details;
                let (advert, documents) = papers;
                Application {
                    id: ApplicationId(id),
                    key,
                    company,
                    position,
                    applied,
                    stage: stage.map(StageId),
                    url,
                    location,
                    source,
                    salary,
                    tags,
                    advert,
                    documents,
                    contacts,
                    history,
                    drafts,
                    rank,
                    unknown,
                }
            },
        )
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0_u32..86_400).prop_filter_map("no time", |second| {
        NaiveTime::from_num_seconds_from_midnight_opt(second, 0)
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    const DAYS: &[Weekday] = &[Weekday::Fri, Weekday::Sat, Weekday::Sun];
    (
        (time(), time()),
        vec(one_of(DAYS), 0..3),
        vec((day(), text()), 0..3),
        any::<[u32; 4]>(),
        any::<bool>(),
    )
        .prop_map(
            |((morning, evening), weekend, days_off, numbers, check_applied)| {
                let [
                    first_check_in_days,
                    overdue_days,
                    interval_days,
                    applied_days,
                ] = numbers;
                Policy {
                    morning,
                    evening,
                    weekend,
                    days_off: days_off
                        .into_iter()
                        .map(|(day, name)| DayOff { day, name })
                        .collect(),
                    first_check_in_days,
                    overdue_days,
                    interval_days,
                    check_applied,
                    applied_days,
                }
            },
        )
}

fn reminders() -> impl Strategy<Value = Reminders> {
    let days_off = [
        OnDaysOff::WhatCannotWait,
        OnDaysOff::Everything,
        OnDaysOff::Nothing,
    ];
    (
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        prop::sample::select(days_off.to_vec()),
        vec(one_of(ReminderKind::ALL), 0..3),
        option::of(text()),
    )
        .prop_map(
            |((off, quiet, sound, hide_names), on_days_off, silent, calendar)| Reminders {
                off,
                quiet_hours: quiet.then(QuietHours::default),
                on_days_off,
                silent,
                sound,
                hide_names,
                calendar,
            },
        )
}

fn any_search() -> impl Strategy<Value = JobSearch> {
    (
        (text(), text(), vec(text(), 0..3), text(), text()),
        policy(),
        (
            any::<bool>(),
            option::of(one_of(Dialect::ALL)),
            vec(text(), 0..3),
        ),
        vec((text(), text(), one_of(&Order::ALL)), 0..4),
        vec((text(), text(), text()), 0..3),
        (
            any::<bool>(),
            one_of(&Density::ALL),
            btree_map(text(), (text(), text()), 0..3),
        ),
        (vec(muted(), 0..3), vec(view(), 0..3), reminders()),
        vec(any_application(), 0..4),
    )
        .prop_map(
            |(
                profile,
                policy,
                (off, dialect, words),
                stages,
                achievements,
                templates,
                (muted, views, reminders),
                applications,
            )| {
                let (name, sign_off, signature, phone, linkedin) = profile;
                let (dark, density, templates) = templates;
                let written = |(subject, body): &(String, String)| TemplateText {
                    subject: subject.clone(),
                    body: body.clone(),
                };
                // Every field is named, so that it does not compile when one is forgotten.
                let settings = Settings {
                    profile: Profile {
                        name,
                        sign_off,
                        signature,
                        phone,
                        linkedin,
                    },
                    policy,
                    appearance: Appearance {
                        theme: if dark { Theme::Dark } else { Theme::System },
                        density,
                        ..Appearance::default()
                    },
                    spelling: Spelling {
                        off,
                        dialect,
                        words,
                    },
                    reminders,
                    stages: stages
                        .into_iter()
                        .map(|(id, name, order)| Stage {
                            order,
                            ..Stage::new(StageId(id), name, StageMeaning::Own)
                        })
                        .collect(),
                    achievements: achievements
                        .into_iter()
                        .map(|(place, what, result)| Achievement {
                            place,
                            what,
                            result,
                        })
                        .collect(),
                    unfinished: templates
                        .iter()
                        .map(|(n, text)| (n.clone(), written(text)))
                        .collect(),
                    scenarios: own_scenarios(templates.keys()),
                    templates: templates
                        .iter()
                        .map(|(n, text)| (n.clone(), written(text)))
                        .collect(),
                    muted,
                    views,
                };
                let mut search = settings.with(BTreeMap::new());
                for application in applications {
                    search.put(application);
                }
                search
            },
        )
}

/// Scenarios of the user's own, with these labels.
fn own_scenarios<'a>(labels: impl Iterator<Item = &'a String>) -> Vec<OwnScenario> {
    labels.fold(Vec::new(), |mut known, label| {
        known.extend(OwnScenario::new(label, &known));
        known
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_search_is_the_same_when_it_is_read_again(search in any_search()) {
        let text = written(&search);
        let content = format::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&content.search, &search);
        prop_assert!(content.unknown.is_empty(), "{:?}", content.unknown);
        prop_assert_eq!(content.seal, format::Seal::Whole);
    }

    #[test]
    fn what_is_taken_over_from_the_last_save_makes_the_same_text(
        before in any_search(), other in any_search(), keep in any::<u8>(),
    ) {
        let old = format::write(&before, 1).unwrap();
        let mut after = before;
        after.profile = other.profile;
        let gone: Vec<_> = after.applications.keys().copied().skip(usize::from(keep % 4)).collect();
        for id in gone {
            after.applications.remove(&id);
        }
        after.applications.extend(other.applications);
        let whole = format::write(&after, 2).unwrap();
        let partly = format::write_after(&after, 2, old.bytes, &old.pieces).unwrap();
        prop_assert!(whole.bytes == partly.bytes);
        let found = format::Pieces::of_file(&whole.bytes, &after);
        let again = format::write_after(&after, 2, whole.bytes.clone(), &found).unwrap();
        prop_assert!(whole.bytes == again.bytes);
        prop_assert_eq!(found.len(), after.applications.len());
    }

    #[test]
    fn everything_can_be_salvaged_from_a_whole_file(search in any_search()) {
        let found = format::salvage(written(&search).as_bytes());
        prop_assert_eq!(&found.search, &search);
        prop_assert_eq!(found.lost, 0);
    }

    #[test]
    fn merging_with_what_did_not_change_is_no_change(base in any_search(), other in any_search()) {
        prop_assert_eq!(&merge(&base, &other, &base).search, &other);
        prop_assert_eq!(&merge(&base, &base, &other).search, &other);
        prop_assert_eq!(&merge(&base, &other, &other).search, &other);
    }

    #[test]
    fn what_either_side_added_is_there_after_a_merge(
        base in any_search(), mine in any_search(), other in any_search(),
    ) {
        let with = |added: &JobSearch| {
            let mut search = base.clone();
            search.applications.extend(added.applications.clone());
            search
        };
        let (ours, theirs) = (with(&mine), with(&other));
        let merged = merge(&base, &ours, &theirs).search;
        for (id, one) in ours.applications.iter().chain(&theirs.applications) {
            let found = merged.application(*id).unwrap();
            prop_assert_eq!(&found.history, &one.history);
            prop_assert_eq!(&found.drafts, &one.drafts);
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = format::read(&bytes);
        let _ = format::salvage(&bytes);
    }
}
