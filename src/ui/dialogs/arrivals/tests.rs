//! What comes in from address books, calendars and mail, used by the names that assistive
//! technology finds.

use std::sync::Arc;

use crate::app::{Command, Effect};
use crate::exchange::arrivals::Arrivals;
use crate::exchange::csv::Source;
use crate::exchange::mail::Mail;
use crate::model::{Event, ReplyKind};
use crate::ui::testing::{Window, clock, search};

const PEOPLE: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Dana Wu\nORG:Acme\nTITLE:Head\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:3.0\nFN:Luis Prado\nORG:Initech\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:3.0\nORG:Acme\nEND:VCARD\n";

const INVITATION: &str = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1@x\nSUMMARY:Interview with Bolt\n\
    DTSTART:20261130T130000Z\nDTEND:20261130T134500Z\nORGANIZER;CN=Ann Ito:mailto:ann@bolt.example\n\
    ATTENDEE;CN=Kim Doe:mailto:kim@gmail.com\nEND:VEVENT\nEND:VCALENDAR\n";

const MAIL: &str = "From: Ann Ito <ann@bolt.example>\nSubject: Your application\nMessage-ID: <7@x>\n\
    Date: Mon, 23 Nov 2026 10:30:00 +0100\n\n\
    Dear Kim,\nunfortunately we have decided to move forward with another candidate.\nBest,\nAnn\n";

fn window() -> Window {
    Window::on(search(&[("Acme", "applied"), ("Bolt", "applied")]))
}

fn text(text: &str) -> Source {
    Source::Text(Arc::from(text))
}

fn mail(window: &mut Window, text: &str) {
    let mail = Mail::read("mail.eml".to_owned(), text.as_bytes()).unwrap();
    window.apply(Command::Received(Box::new(mail)));
}

#[test]
fn people_are_shown_with_where_they_go_and_come_in_as_one_step() {
    let mut window = window();
    let people = Arrivals::of_people(&text(PEOPLE)).unwrap();
    window.apply(Command::OfferArrivals(Box::new(people)));
    for words in [
        "1 new, 0 changed, 0 known already, 2 left out",
        "Left out. Line 12: the card has no name.",
        "Left out: no application of yours is at their company",
    ] {
        assert!(window.shows(words), "{words}");
    }
    window.choose_in("Where “Luis Prado” goes", "Bolt, Engineer");
    window.click_button("Import 2");
    assert!(window.state().dialog.is_none());
    assert_eq!(window.application("Acme").contacts[0].role, "Head");
    assert_eq!(window.application("Bolt").contacts[0].name, "Luis Prado");
    let asked = window.asked.borrow().clone();
    let back_up = asked.iter().position(|effect| *effect == Effect::BackUp);
    let save = asked
        .iter()
        .rposition(|effect| matches!(effect, Effect::Save(_)));
    assert!(back_up.unwrap() < save.unwrap(), "a backup comes first");
    window.apply(Command::Undo);
    assert!(window.application("Acme").contacts.is_empty());
    assert!(window.application("Bolt").contacts.is_empty());
}

#[test]
fn an_invitation_offers_its_people_as_interviewers() {
    let mut window = window();
    let meetings = Arrivals::of_calendar(&text(INVITATION), &clock()).unwrap();
    window.apply(Command::OfferArrivals(Box::new(meetings)));
    assert!(window.shows("Mon 30 Nov, 14:00, 45 minutes"));
    window.press("Kim Doe");
    window.click_button("Import 1");
    let interview = window
        .events("Bolt")
        .into_iter()
        .find_map(|event| match event {
            Event::Interview(interview) => Some(interview),
            _ => None,
        });
    assert_eq!(interview.unwrap().with, ["Ann Ito", "Kim Doe"]);
}

#[test]
fn a_mail_is_a_reply_whose_kind_is_proposed_and_not_taken() {
    let mut window = window();
    mail(&mut window, MAIL);
    assert!(window.shows("From Ann Ito, ann@bolt.example: Your application"));
    assert_eq!(window.value("From"), "Ann Ito");
    assert_eq!(window.value("Received on, if not now"), "2026-11-23");
    window.press("Rejection");
    window.click_button("Log the reply");
    let bolt = window.application("Bolt");
    let entry = bolt.history.last().unwrap();
    let Event::Reply(reply) = &entry.event else {
        panic!("{entry:?}");
    };
    assert_eq!(
        (reply.kind, reply.from.as_deref()),
        (ReplyKind::Rejection, Some("Ann Ito"))
    );
    assert_eq!(entry.at.to_string(), "2026-11-23T10:30:00+01:00");
    assert_eq!(entry.origin.as_ref().unwrap().id, "7@x");
    mail(&mut window, MAIL);
    assert!(window.shows("This mail is logged there already."));
    window.press("Log the reply");
    assert!(window.state().dialog.is_some(), "not twice");
}

#[test]
fn a_mail_that_fits_nowhere_asks_where_it_belongs() {
    let mut window = window();
    mail(&mut window, &MAIL.replace("bolt.example", "gmail.com"));
    window.press("Log the reply");
    assert!(window.state().dialog.is_some(), "not before it is said");
    window.choose_in("It belongs to", "Acme, Engineer");
    window.click_button("Log the reply");
    assert!(matches!(
        window.events("Acme").last(),
        Some(Event::Reply(_))
    ));
}

#[test]
fn an_invitation_in_a_mail_is_an_interview() {
    let mut window = window();
    let text = format!(
        "From: Ann Ito <ann@bolt.example>\nSubject: Interview\nContent-Type: text/calendar\n\n{INVITATION}"
    );
    mail(&mut window, &text);
    window.click_button("Import 1");
    assert!(
        window
            .events("Bolt")
            .iter()
            .any(|event| matches!(event, Event::Interview(_)))
    );
}

#[test]
fn a_mail_that_was_being_read_is_there_again_after_a_crash() {
    let mut window = window();
    mail(&mut window, MAIL);
    window.type_into("From", " (HR)");
    window.harness.run_steps(4);
    let mut again = window.begin_again();
    again.press("Go on typing");
    assert_eq!(again.value("From"), "Ann Ito (HR)");
    assert!(again.shows("From Ann Ito, ann@bolt.example: Your application"));
}
