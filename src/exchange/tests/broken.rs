//! Files that are broken by chance: every reader says what is wrong in a sentence or takes in what it
//! can, changes nothing that was there, and never doubles. The chances are the same in every run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::exchange::arrivals::{ArrivalError, Arrivals};
use crate::exchange::csv::{self, Mapping, Source};
use crate::exchange::mail::Mail;
use crate::exchange::{Kind, demo, events};
use crate::model::{Application, JobSearch};
use crate::time::Clock;

const TABLE: &str = "Company,Position,Status,Date Applied,Notes\n\
    Acme,Engineer,Applied,2026-11-02,\"two\nlines\"\nGlobex,Analyst,Rejected,31/02/2026,\n\
    Łódź & Söhne,\"Maler\",On hold,03/04/2026,=1+1\n";
const CONNECTIONS: &str = "Notes:\n\"Some are missing\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
    Dana,Wu,https://www.linkedin.com/in/dana,,Halden Energy,Head,05 Mar 2024\n,,,,,,\n";
const PEOPLE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Wu;Dana;;;\r\nFN:Dana Wu\r\nORG:Halden Energy;Research\r\n\
    TEL;TYPE=cell:+49 30 1\r\nNOTE:a\\nb\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\n\
    N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Pr=C3=A4do;Luis\r\nORG:Halden Energy\r\nEND:VCARD\r\n";
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nTZID:Custom\r\nX-LIC-LOCATION:Europe/Berlin\r\n\
    END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1@x\r\nSEQUENCE:2\r\nSUMMARY:Halden Energy interview\r\n\
    DTSTART;TZID=Custom:20261130T140000\r\nDTEND;TZID=Custom:20261130T150000\r\n\
    ORGANIZER;CN=\"Dana Whitlock\":mailto:d@halden-energy.example\r\nATTENDEE;CN=Kim:mailto:k@gmail.com\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:2@x\r\nDTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=SECONDLY;COUNT=99999999\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const MAIL: &str = "From: =?utf-8?Q?Dana_W=C3=BC?= <d@halden-energy.example>\r\nSubject: Re: News\r\nMessage-ID: <1@x>\r\n\
    Date: Mon, 23 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n\
    --b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nwe decide by Friday, caf=E9\r\n\
    --b\r\nContent-Type: text/calendar; method=REQUEST\r\nContent-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVRVUVTVA0KQkVHSU46VkVWRU5UDQpVSUQ6M0B4DQpTVU1NQVJZOkhhbGRlbiBFbmVyZ3kNCkRUU1RBUlQ6MjAyNjExMzBUMTMwMDAwWg0KRU5EOlZFVkVOVA0KRU5EOlZDQUxFTkRBUg0K\r\n--b--\r\n";
const EVENTS: &str = r#"{"application":"new","event":"applied","at":"2026-11-02","company":"Acme","position":"Engineer"}
{"application":"new","event":"document","at":"2026-11-02","place":"/tmp/cv.pdf"}
{"application":"new","event":"interview","at":"2026-11-30T14:00","minutes":45,"format":"video","with":["Dana Wu"],"origin":"1@x","version":2}
"#;

/// How often each file is broken.
const TIMES: u64 = 250;

fn clock() -> Clock {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
    Clock::at(now, "Europe/Berlin".parse().unwrap())
}

/// Chance that is the same every time (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }

    /// `whole`, broken in up to four ways.
    fn broken(&mut self, whole: &[u8]) -> Vec<u8> {
        const TOKENS: [&[u8]; 22] = [
            b"\"",
            b",",
            b";",
            b"\n",
            b"\r\n",
            b"\0",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"=?utf-8?B?",
            b"BEGIN:VCARD\r\n",
            b"END:VCARD\r\n",
            b"BEGIN:VEVENT\r\n",
            b"END:VEVENT\r\n",
            b"END:VCALENDAR\r\n",
            b"DTSTART:99999999T999999Z\r\n",
            b"DURATION:-P9999999999W\r\n",
            b"SEQUENCE:-1\r\n",
            b"PK\x03\x04",
            b"--b\r\n",
            b"Content-Type: multipart/mixed; boundary=b\r\n",
            b"\xf0\x9f\x98\x80",
            b"{[[[[",
        ];
        let mut bytes = whole.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            match self.below(6) {
                0 => bytes.truncate(at),
                1 => {
                    let value = self.next().to_le_bytes()[0];
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = value;
                    }
                }
                2 => {
                    let end = (at + self.below(60)).min(bytes.len());
                    bytes.drain(at..end);
                }
                3 => {
                    let end = (at + self.below(200)).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    bytes.splice(at..at, piece);
                }
                4 => {
                    let end = (at + 1 + self.below(40)).min(bytes.len());
                    bytes[at..end].reverse();
                }
                _ => {
                    let token = TOKENS[self.below(TOKENS.len())];
                    bytes.splice(at..at, token.iter().copied());
                }
            }
        }
        if self.below(20) == 0 {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            bytes = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        bytes
    }
}

/// What a reader makes of a file: a search, or a sentence.
type Read = fn(&Path, &JobSearch) -> Result<JobSearch, String>;

fn table(path: &Path, search: &JobSearch) -> Result<JobSearch, String> {
    let table = csv::look_at(Source::File(path.to_owned())).map_err(|error| error.to_string())?;
    if table.is_of_people() {
        return taken(Arrivals::of_connections(&table), search);
    }
    let mut mapping = Mapping::guessed(&table);
    mapping.order = Some(csv::DateOrder::DayFirst);
    csv::import(&table, &mapping, search, &clock(), |_| true)
        .map(|imported| imported.search)
        .map_err(|error| error.to_string())
}

fn people(path: &Path, search: &JobSearch) -> Result<JobSearch, String> {
    let people = Arrivals::of_people(&Source::File(path.to_owned()));
    taken(people, search)
}

fn calendar(path: &Path, search: &JobSearch) -> Result<JobSearch, String> {
    let meetings = Arrivals::of_calendar(&Source::File(path.to_owned()), &clock());
    taken(meetings, search)
}

fn mail(path: &Path, search: &JobSearch) -> Result<JobSearch, String> {
    let mail = Mail::open(path).map_err(|error| error.to_string())?;
    let _ = mail.fits(search, &clock());
    match mail.invitation(&clock()) {
        None => Ok(search.clone()),
        Some(arrivals) => taken(Ok(arrivals), search),
    }
}

fn lines(path: &Path, search: &JobSearch) -> Result<JobSearch, String> {
    let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    events::import(search, &text, clock().zone)
        .map(|imported| imported.search)
        .map_err(|error| error.to_string())
}

fn taken(
    arrivals: Result<Arrivals, ArrivalError>,
    search: &JobSearch,
) -> Result<JobSearch, String> {
    let mut arrivals = arrivals.map_err(|error| error.to_string())?;
    arrivals.place(search, &clock());
    let taken = arrivals.take_in(search, &clock());
    assert_eq!(taken.fates.len(), arrivals.items.len());
    Ok(taken.search)
}

/// How many entries, contacts and applications there are.
fn size(search: &JobSearch) -> usize {
    let all = search.applications.values();
    all.map(|one| 1 + one.history.len() + one.contacts.len())
        .sum()
}

/// Whether an application still has all that it had, in the order that it had.
fn keeps(before: &Application, after: &Application) -> bool {
    let entries = before
        .history
        .iter()
        .all(|entry| after.entry(entry.id).is_some());
    let people = before
        .contacts
        .iter()
        .all(|person| after.contact(&person.name).is_some());
    let documents = before
        .documents
        .iter()
        .all(|one| after.documents.contains(one));
    entries && people && documents && before.drafts == after.drafts
}

fn try_all(name: &str, whole: &str, read: Read) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join(name);
    let before = demo(&clock());
    let mut chance = Chance(0xa47e_2026);
    for round in 0..=TIMES {
        // The first one is whole.
        let bytes = if round == 0 {
            whole.as_bytes().to_vec()
        } else {
            chance.broken(whole.as_bytes())
        };
        std::fs::write(&path, &bytes).unwrap();
        let shown = || String::from_utf8_lossy(&bytes).into_owned();
        match read(&path, &before) {
            Err(sentence) => {
                assert!(round > 0, "{name} is not read any more: {sentence}");
                let fits = !sentence.is_empty() && sentence.len() < 600;
                let is_plain = !sentence.chars().any(char::is_control);
                assert!(fits && is_plain, "{sentence:?} of {:?}", shown());
            }
            Ok(after) => {
                for (id, application) in &before.applications {
                    let kept = after
                        .application(*id)
                        .is_some_and(|after| keeps(application, after));
                    assert!(
                        kept,
                        "{} lost something by {:?}",
                        application.company,
                        shown()
                    );
                }
                let again = read(&path, &after).unwrap();
                assert_eq!(size(&again), size(&after), "doubled by {:?}", shown());
            }
        }
    }
    assert_eq!(
        Arc::strong_count(before.applications.values().next().unwrap()),
        1
    );
}

#[test]
fn tables() {
    try_all("table.csv", TABLE, table);
}

#[test]
fn connections() {
    try_all("Connections.csv", CONNECTIONS, table);
}

#[test]
fn address_books() {
    try_all("people.vcf", PEOPLE, people);
}

#[test]
fn calendars() {
    try_all("invite.ics", CALENDAR, calendar);
}

#[test]
fn mails() {
    try_all("mail.eml", MAIL, mail);
}

#[test]
fn lines_of_events() {
    try_all("events.jsonl", EVENTS, lines);
}

#[test]
fn a_file_of_one_kind_under_the_name_of_another_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let search = demo(&clock());
    let zip_with_password = "PK\u{3}\u{4}\u{14}\u{0}\u{1}\u{0}";
    let readers: [(&str, Read); 3] = [("x.vcf", people), ("x.ics", calendar), ("x.eml", mail)];
    for content in [
        TABLE,
        EVENTS,
        "%PDF-1.7\n",
        zip_with_password,
        "<html></html>",
        "",
        "\u{0}\u{0}",
    ] {
        for (name, read) in readers {
            let path = folder.path().join(name);
            std::fs::write(&path, content).unwrap();
            let sentence = read(&path, &search).unwrap_err();
            assert!(!sentence.is_empty(), "{content:?} as {name}");
            assert!(Kind::of_file(&path).is_some());
        }
    }
}

#[test]
fn what_is_far_too_large_is_refused_before_it_is_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large");
    let line = "NOTE:one line like all the others\r\n";
    let text = line.repeat(100_000_000 / line.len());
    std::fs::write(&path, format!("BEGIN:VCARD\r\n{text}")).unwrap();
    let search = JobSearch::default();
    for read in [people, calendar] {
        let sentence = read(&path, &search).unwrap_err();
        assert_eq!(
            sentence,
            "it is larger than 32 MB; export less of it at once"
        );
    }
    let sentence = mail(&path, &search).unwrap_err();
    assert_eq!(
        sentence,
        "it is larger than 64 MB; save it without what is attached"
    );
}
