use super::*;
use crate::exchange::events;

const EVENTS: &str = r#"{"application":"a","event":"applied","at":"2026-11-02","company":"Acme","position":"Engineer"}
{"application":"a","event":"contact","at":"2026-11-02","name":"Dana Wu","email":"dana@acme.example"}
{"application":"b","event":"applied","at":"2026-11-02","company":"Globex","position":"Analyst"}"#;

const PLAIN: &str = "Received: from mail.acme.example\r\n\tby mx.example; Mon, 23 Nov 2026 10:00:00 +0100\r\n\
    From: =?utf-8?Q?Dana_W=C3=BC?= <Dana@acme.example>\r\nTo: Kim <kim@gmail.com>\r\n\
    Subject: Re: Your interview\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n\
    Message-ID: <1@acme.example>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\nDear Kim,\r\nwe decide by Friday, caf=E9.\r\n";

fn search() -> JobSearch {
    let zone = "Europe/Berlin".parse().unwrap();
    events::import(&JobSearch::default(), EVENTS, zone)
        .unwrap()
        .search
}

fn clock() -> Clock {
    let now = DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
    Clock::at(now, "Europe/Berlin".parse().unwrap())
}

fn read(text: &str) -> Result<Mail, MailError> {
    Mail::read("mail.eml".to_owned(), text.as_bytes())
}

#[test]
fn a_mail_says_who_when_and_what() {
    let mail = read(PLAIN).unwrap();
    assert_eq!(
        (mail.name.as_str(), mail.address.as_str()),
        ("Dana Wü", "Dana@acme.example")
    );
    assert_eq!(mail.subject, "Re: Your interview");
    assert_eq!(mail.text, "Dear Kim,\nwe decide by Friday, café.");
    assert_eq!(mail.sent.unwrap().to_rfc3339(), "2026-11-23T09:00:00+00:00");
    let search = search();
    let fits = mail.fits(&search, &clock());
    let acme = search.find("a").unwrap();
    assert_eq!(fits.sure, Some(acme.id));
    assert_eq!(mail.sender(acme), "Dana Wu", "known by the address");
    assert_eq!(mail.sender(search.find("b").unwrap()), "Dana Wü");
}

#[test]
fn a_mail_that_is_a_web_page_is_read_as_its_words() {
    let text = "From: x@globex.example\nSubject: News\nContent-Type: multipart/alternative; boundary=b\n\n\
        --b\nContent-Type: text/html\n\n<p>Dear Kim,</p><script>x()</script><p>we are <b>sorry</b>.</p>\n--b--\n";
    let mail = read(text).unwrap();
    assert!(mail.text.contains("we are sorry"), "{}", mail.text);
    assert!(
        !mail.text.contains('<') && !mail.text.contains("x()"),
        "{}",
        mail.text
    );
    assert_eq!(mail.sent, None);
}

#[test]
fn an_invitation_within_a_mail_is_found() {
    let text = "From: x@globex.example\nSubject: Interview\nContent-Type: multipart/mixed; boundary=b\n\n\
        --b\nContent-Type: text/plain\n\nHello\n--b\nContent-Type: text/calendar; method=REQUEST\n\
        Content-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFSCkVORDpWQ0FMRU5EQVIK\n--b--\n";
    let mail = read(text).unwrap();
    assert_eq!(
        mail.calendar.unwrap().trim(),
        "BEGIN:VCALENDAR\nEND:VCALENDAR"
    );
}

#[test]
fn what_is_no_mail_is_said() {
    for (text, error) in [
        ("", MailError::NoMail),
        ("Dear Kim,\nwe decide soon.", MailError::NoMail),
        ("%PDF-1.7 \u{0}\u{1}", MailError::NoMail),
        ("From: x@y.example\nSubject: Hello\n\n \n", MailError::Empty),
    ] {
        assert_eq!(read(text), Err(error), "{text}");
    }
}

#[test]
fn a_mail_in_utf_16_is_read() {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(
        "From: x@y.example\nSubject: Hé\n\nHello\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes),
    );
    let mail = Mail::read(String::new(), &bytes).unwrap();
    assert_eq!((mail.subject.as_str(), mail.text.as_str()), ("Hé", "Hello"));
}
