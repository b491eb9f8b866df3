use super::Home;
use serde_json::json;

const PEOPLE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Luis Prado\r\nORG:Acme\r\nEMAIL:luis@acme.example\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoe Elsewhere\r\nORG:Nowhere\r\nEND:VCARD\r\n";

const INVITATION: &str = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:9@x\r\nSUMMARY:Second round at Acme\r\n\
    DTSTART;TZID=Europe/Berlin:20261201T100000\r\nDURATION:PT30M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

const MAIL: &str = "From: Jobs <jobs@acme.example>\r\nSubject: Your application\r\nMessage-ID: <3@x>\r\n\
    Date: Fri, 20 Nov 2026 10:00:00 +0100\r\n\r\nDear Kim,\r\nunfortunately we went with somebody else.\r\n";

#[test]
fn people_become_contacts_once() {
    let home = Home::with_events();
    let file = home.write("people.vcf", PEOPLE);
    let file = file.to_str().unwrap();
    let ahead = home.json(&["import", file, "--dry-run"]);
    assert_eq!(
        (&ahead["added"], &ahead["left_out"], &ahead["dry_run"]),
        (&json!(1), &json!(1), &json!(true))
    );
    let taken = home.json(&["import", file]);
    assert_eq!(
        (&taken["added"], &taken["applications"]),
        (&json!(1), &json!(["acme"]))
    );
    let again = home.json(&["import", file]);
    assert_eq!(
        (&again["added"], &again["already_there"]),
        (&json!(0), &json!(1))
    );
    let home = Home::with_events();
    let file = home.write("people.vcf", PEOPLE);
    let sent = home.json(&["import", file.to_str().unwrap(), "--application", "globex"]);
    assert_eq!(
        (&sent["added"], &sent["applications"]),
        (&json!(2), &json!(["globex"]))
    );
}

#[test]
fn connections_of_linkedin_are_people() {
    let home = Home::with_events();
    let table = "Notes:\n\"Some addresses are missing\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
        Luis,Prado,https://www.linkedin.com/in/luis,,Acme,Recruiter,05 Mar 2024\n";
    let file = home.write("Connections.csv", table);
    let text = home.run(&["import", file.to_str().unwrap()]).out;
    assert_eq!(
        text,
        "1 added, 0 changed, 0 known already, 0 left out.\n  Luis Prado: new\n"
    );
}

#[test]
fn an_invitation_becomes_an_interview_once() {
    let home = Home::with_events();
    let file = home.write("invite.ics", INVITATION);
    let file = file.to_str().unwrap();
    let import = ["import", file, "--application", "acme"];
    assert_eq!(home.json(&import)["added"], 1);
    assert_eq!(home.json(&import)["already_there"], 1);
    let events = home.path("out.jsonl");
    home.run(&["export", events.to_str().unwrap()]);
    let events = std::fs::read_to_string(events).unwrap();
    assert!(events.contains("2026-12-01T10:00:00+01:00"), "{events}");
    assert!(events.contains(r#""origin":"9@x""#), "{events}");
}

#[test]
fn a_mail_is_logged_when_it_is_said_what_it_is() {
    let home = Home::with_events();
    let file = home.write("mail.eml", MAIL);
    let file = file.to_str().unwrap();
    home.run(&["import", file])
        .assert_fails(&["--kind rejection"]);
    let ahead = home.json(&["import", file, "--dry-run"]);
    assert_eq!(
        (&ahead["kind"], &ahead["application"]),
        (&json!("rejection"), &json!("acme"))
    );
    let taken = home.json(&["import", file, "--kind", "rejection"]);
    assert_eq!(
        (&taken["added"], &taken["already_there"]),
        (&json!(1), &json!(0))
    );
    let again = home.json(&["import", file, "--kind", "rejection"]);
    assert_eq!(
        (&again["added"], &again["already_there"]),
        (&json!(0), &json!(1))
    );
    let other = home.write("other.eml", MAIL.replace("acme", "gmail"));
    home.run(&["import", other.to_str().unwrap()])
        .assert_fails(&["--application"]);
}

#[test]
fn what_is_none_of_these_is_refused_in_one_sentence_and_changes_nothing() {
    let home = Home::with_events();
    let before = std::fs::read(home.path("afterword").join("afterword.ron")).unwrap();
    for (name, content, part) in [
        ("a.vcf", "Dear Dana", "line 1"),
        (
            "b.vcf",
            "PK\u{3}\u{4}\u{14}\u{0}\u{1}\u{0}",
            "zip file with a password",
        ),
        ("c.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "breaks off"),
        ("d.eml", "Dear Kim", "line 1"),
        ("e.ics", "", "nothing"),
        ("f.ron", "()", "--file"),
        ("g.docx", "x", ".vcf"),
    ] {
        let file = home.write(name, content);
        home.run(&["import", file.to_str().unwrap()])
            .assert_fails(&[part]);
    }
    let after = std::fs::read(home.path("afterword").join("afterword.ron")).unwrap();
    assert_eq!(before, after);
}
