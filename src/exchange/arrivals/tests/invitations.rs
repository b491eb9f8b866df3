use super::*;
use crate::model::{Entry, Event, Format};
use crate::time::Moment;

/// An invitation as Outlook writes it, with the name that Windows gives the zone.
const REQUEST: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Microsoft//Outlook 16.0//EN\r\nMETHOD:REQUEST\r\n\
    BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
    BEGIN:VEVENT\r\nUID:040000008200E00074C5@outlook\r\nSEQUENCE:1\r\nSUMMARY:Interview: Analyst\r\n\
    DTSTART;TZID=W. Europe Standard Time:20261130T140000\r\nDTEND;TZID=W. Europe Standard Time:20261130T144500\r\n\
    LOCATION:https://zoom.example/j/1\r\nDESCRIPTION:Bring nothing\\,\\nplease\r\n\
    ORGANIZER;CN=\"Ann Ito\":mailto:ann@globex.example\r\n\
    ATTENDEE;CN=\"Luis Prado\";RSVP=TRUE:mailto:luis@globex.example\r\n\
    ATTENDEE;CN=Kim;RSVP=TRUE:mailto:kim@gmail.com\r\n\
    ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@globex.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn arrivals(calendar: &str, search: &JobSearch) -> Arrivals {
    let mut arrivals = Arrivals::of_calendar(&text(calendar), &clock()).unwrap();
    arrivals.place(search, &clock());
    arrivals
}

fn take(calendar: &str, search: &JobSearch) -> Taken {
    arrivals(calendar, search).take_in(search, &clock())
}

fn start(calendar: &str) -> Moment {
    match &arrivals(calendar, &search()).items[0].what {
        What::Invitation(invitation) => invitation.start,
        other => panic!("{other:?}"),
    }
}

fn interview(search: &JobSearch) -> &Entry {
    let history = &search.find("b").unwrap().history;
    history
        .iter()
        .find(|entry| entry.interview().is_some())
        .unwrap()
}

fn event(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n")
}

#[test]
fn an_invitation_becomes_an_interview_at_its_hour_with_its_people() {
    let taken = take(REQUEST, &search());
    assert_eq!(counts(&taken), (1, 0, 0, 0));
    let globex = taken.search.find("b").unwrap();
    let (start, end, held) = interview(&taken.search).interview().unwrap();
    assert_eq!(start.to_rfc3339(), "2026-11-30T14:00:00+01:00");
    assert_eq!((end - start).num_minutes(), 45);
    assert_eq!(
        (held.format, held.with.as_slice()),
        (
            Format::Video,
            &["Ann Ito".to_owned(), "Luis Prado".to_owned()][..]
        )
    );
    assert_eq!(
        globex.contact("Luis Prado").unwrap().email,
        "luis@globex.example"
    );
    let note = globex.history.iter().find_map(|entry| match &entry.event {
        Event::Note { text } => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(
        note.unwrap(),
        "Invitation: Interview: Analyst\nhttps://zoom.example/j/1\nBring nothing,\nplease"
    );
}

#[test]
fn the_same_invitation_again_changes_nothing_and_a_newer_one_moves_it() {
    let first = take(REQUEST, &search()).search;
    let again = take(REQUEST, &first);
    assert_eq!(counts(&again), (0, 0, 1, 0));
    assert_eq!(again.search, first);
    let newer = REQUEST
        .replace("SEQUENCE:1", "SEQUENCE:2")
        .replace("20261130T14", "20261201T15");
    let moved = take(&newer, &first);
    assert_eq!(moved.fates[0].words(), "changes time");
    assert_eq!(
        interview(&moved.search).at.to_string(),
        "2026-12-01T15:00:00+01:00"
    );
    let late = take(REQUEST, &moved.search);
    assert_eq!(counts(&late), (0, 0, 1, 0), "an older version comes late");
}

#[test]
fn a_cancellation_calls_the_interview_off_once() {
    let first = take(REQUEST, &search()).search;
    let cancel = REQUEST.replace("METHOD:REQUEST", "METHOD:CANCEL");
    let off = take(&cancel, &first);
    assert_eq!(off.fates[0].words(), "changes called off");
    let cancelled = off.search.find("b").unwrap().history.last().unwrap();
    assert_eq!(
        cancelled.event,
        Event::Cancelled {
            interview: interview(&first).at
        }
    );
    assert_eq!(counts(&take(&cancel, &off.search)), (0, 0, 1, 0));
    let unknown = take(&cancel, &search());
    assert_eq!(
        unknown.fates[0].words(),
        "left out: it calls off an interview that is not known here"
    );
}

#[test]
fn an_interview_that_was_typed_by_hand_is_not_doubled() {
    let typed = format!(
        "{EVENTS}\n{}",
        r#"{"application":"b","event":"interview","at":"2026-11-30T14:00","minutes":60,"format":"video","with":[]}"#
    );
    let search = events::import(&JobSearch::default(), &typed, clock().zone)
        .unwrap()
        .search;
    let taken = take(REQUEST, &search);
    assert_eq!(taken.fates[0].words(), "changes length, people");
    let interviews = taken.search.find("b").unwrap().history.iter();
    assert_eq!(
        interviews
            .filter(|entry| entry.interview().is_some())
            .count(),
        1
    );
}

#[test]
fn our_own_calendar_comes_back_as_what_is_known() {
    let search = take(REQUEST, &search()).search;
    let plan = crate::etiquette::Plan::new(&search, &clock());
    let calendar = crate::exchange::calendar::export(&search, &plan, &clock());
    let taken = take(&calendar, &search);
    assert_eq!(
        (taken.counts.new, taken.counts.changed, taken.counts.same),
        (0, 0, 1),
        "{calendar}"
    );
    assert_eq!(taken.search, search);
    // Somebody moves it in their calendar.
    let moved = take(&calendar.replace("20261130T13", "20261130T15"), &search);
    assert_eq!(
        interview(&moved.search).at.to_string(),
        "2026-11-30T16:00:00+01:00"
    );
}

#[test]
fn hours_are_those_of_their_zone() {
    for (line, moment) in [
        ("DTSTART:20261130T130000Z", "2026-11-30T14:00:00+01:00"),
        (
            "DTSTART;TZID=America/New_York:20261130T090000",
            "2026-11-30T09:00:00-05:00",
        ),
        (
            "DTSTART;TZID=Eastern Standard Time:20261130T090000",
            "2026-11-30T09:00:00-05:00",
        ),
        ("DTSTART:20261130T090000", "2026-11-30T09:00:00+01:00"),
        // The hour that the change of clocks skips.
        (
            "DTSTART;TZID=Europe/Berlin:20260329T023000",
            "2026-03-29T03:00:00+02:00",
        ),
    ] {
        assert_eq!(start(&event(line)).to_rfc3339(), moment, "{line}");
    }
}

#[test]
fn what_cannot_be_an_interview_is_said() {
    for (lines, why) in [
        (
            "DTSTART;VALUE=DATE:20261130",
            "it has a day and no hour; add the interview with its hour by hand",
        ),
        (
            "SUMMARY:Standup\nDTSTART:20261130T090000Z\nRRULE:FREQ=DAILY",
            "it repeats; an interview is one meeting",
        ),
        (
            "DTSTART;TZID=Mars/Base:20261130T090000",
            "its time zone “Mars/Base” is not known",
        ),
        ("SUMMARY:Hello", "it does not say when it begins"),
        ("DTSTART:20260231T090000Z", "its day is in no calendar"),
        (
            "DTSTART:20261130T090000Z\nDURATION:P3D",
            "it lasts longer than a day",
        ),
    ] {
        let arrivals = arrivals(&event(lines), &search());
        assert!(arrivals.items.is_empty(), "{lines}");
        assert!(
            arrivals.left_out[0].why.contains(why),
            "{lines}: {:?}",
            arrivals.left_out
        );
        assert_eq!(arrivals.left_out[0].line, 2);
    }
}

#[test]
fn a_calendar_that_is_none_or_half_is_refused_with_its_line() {
    let half = REQUEST.split("END:VEVENT").next().unwrap();
    for (calendar, words) in [
        ("", "there is nothing in it"),
        (
            "Hello",
            "line 1 is not what a calendar (iCalendar) has there: “Hello”",
        ),
        (half, "it breaks off: what begins in line 1 does not end"),
        (
            "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
            "there is no meeting in it",
        ),
    ] {
        let error = Arrivals::of_calendar(&text(calendar), &clock()).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn a_meeting_of_nobody_we_know_waits_for_a_choice() {
    let calendar = event("SUMMARY:Coffee\nDTSTART:20261130T090000Z");
    let mut arrivals = arrivals(&calendar, &search());
    let before = search();
    let taken = arrivals.take_in(&before, &clock());
    assert_eq!(
        taken.fates[0].words(),
        "left out: it fits no application of yours"
    );
    let search = search();
    arrivals.send_all_to(search.find("a").unwrap(), &search);
    assert_eq!(counts(&arrivals.take_in(&search, &clock())), (1, 0, 0, 0));
}
