//! Tables as each program makes them.

use super::*;

#[test]
fn linkedins_job_applications() {
    let imported = imported(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n\
         \"11/20/24, 8:15 AM\",me@mine.example,+49 30 1,Acme,Backend engineer,https://www.linkedin.com/jobs/view/42,cv.pdf,\"Are you ready?: Yes\nHow long?: 5 years\"\n\
         \"3/4/26, 11:15 PM\",me@mine.example,,Globex,Data engineer,https://www.linkedin.com/jobs/view/43,cv.pdf,\n",
    );
    let [acme, globex] = all(&imported)[..] else {
        panic!("{:#?}", imported.report)
    };
    assert_eq!(
        (acme.company.as_str(), acme.position.as_str()),
        ("Acme", "Backend engineer")
    );
    assert_eq!(applied(acme), "2024-11-20");
    assert_eq!(applied(globex), "2026-03-04", "the month stands first");
    assert_eq!(acme.url, "https://www.linkedin.com/jobs/view/42");
    assert!(acme.contacts.is_empty(), "the address is the user's own");
    assert_eq!(
        notes(acme),
        ["Resume Name: cv.pdf\nQuestion And Answers: Are you ready?: Yes\nHow long?: 5 years"]
    );
    assert_eq!(stage(&imported, acme), "Applied");
    assert_eq!(imported.report.remarks, []);
}

#[test]
fn linkedins_saved_jobs_are_wishes() {
    let text = "Saved Date,Job Url,Job Title,Company Name\n\
                \"11/20/26, 8:15 AM\",https://www.linkedin.com/jobs/view/42,Backend engineer,Acme\n";
    assert_eq!(table(text).origin, Origin::LinkedInSaved);
    let imported = imported(text);
    assert_eq!(stage(&imported, only(&imported)), "Wishlist");
    assert_eq!(applied(only(&imported)), "2026-11-20");
}

#[test]
fn what_was_saved_and_then_applied_for_is_one_in_either_order() {
    let saved = "Job Title,Company Name,Job Url,Saved Date\n\
                 Backend engineer,Acme,https://www.linkedin.com/jobs/view/42,\"10/1/26, 8:15 AM\"\n";
    let sent = "Application Date,Company Name,Job Title,Job Url,Resume Name\n\
                \"11/20/26, 8:15 AM\",Acme,Backend engineer,https://www.linkedin.com/jobs/view/42/?trk=x,cv.pdf\n";
    for [first, second] in [[saved, sent], [sent, saved]] {
        let both = into(&imported(first).search, second);
        let application = only(&both);
        assert_eq!(applied(application), "2026-11-20");
        assert_eq!(application.stage, None, "it has been applied for");
    }
}

#[test]
fn huntr_by_the_users_lists() {
    let imported = imported(
        "title,url,companyName,listName,boardName,location\n\
         Backend engineer,https://acme.example/1,Acme,interview,Search 2026,Berlin\n\
         Data engineer,,Globex,dream jobs,Search 2026,\n",
    );
    let [acme, globex] = all(&imported)[..] else {
        panic!()
    };
    assert_eq!(stage(&imported, acme), "Interviewing");
    assert_eq!(acme.location, "Berlin");
    assert_eq!(stage(&imported, globex), "Applied");
    assert_eq!(
        notes(globex),
        ["listName: dream jobs\nboardName: Search 2026"]
    );
    assert!(
        remarks(&imported.report)
            .contains(&"Row 3, column “listName”: “dream jobs” is no stage that is known here; it is kept in a note".to_owned()),
        "{:#?}", imported.report
    );
}

#[test]
fn jobsync_with_days_that_are_none() {
    let text = "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status\n\
         1,2026-10-01T08:00:00.000Z,Yes,2026-10-02T08:00:00.000Z,Acme,Backend engineer,Full-time,Berlin,Indeed,rejected\n\
         2,2026-11-01T08:00:00.000Z,No,N/A,Globex,Data engineer,Full-time,Remote,Referral,\n";
    assert_eq!(table(text).origin, Origin::JobSync);
    let imported = imported(text);
    let [acme, globex] = all(&imported)[..] else {
        panic!()
    };
    assert_eq!(
        (applied(acme).as_str(), stage(&imported, acme).as_str()),
        ("2026-10-02", "Rejected")
    );
    assert_eq!(
        (acme.source.as_str(), acme.location.as_str()),
        ("Indeed", "Berlin")
    );
    assert_eq!(stage(&imported, globex), "Wishlist");
    assert_eq!(applied(globex), "2026-11-01");
    assert_eq!(notes(acme), ["jobType: Full-time"]);
}

#[test]
fn teal_and_its_look_alikes() {
    let text = "Company,Job Position,Location,URL,Status,Date Applied,Notes\n\
                Acme,Backend engineer,Berlin,https://acme.example,Bookmarked,,\n\
                Globex,Data engineer,,,Interviewing,2026-11-02,Ask for Ann\n";
    assert_eq!(table(text).origin, Origin::Teal);
    let imported = imported(text);
    let [acme, globex] = all(&imported)[..] else {
        panic!()
    };
    assert_eq!(stage(&imported, acme), "Wishlist");
    assert_eq!(stage(&imported, globex), "Interviewing");
    assert_eq!(notes(globex), ["Ask for Ann"]);
}

#[test]
fn any_spreadsheet() {
    let imported = imported(
        "\u{feff}My search;;;;;;\n\
         Company;Position;STATUS;date_applied;Job-URL;Source;Notes\n\
         \"Acme; Sons\";Backend engineer;Applied;13.11.2026;https://acme.example;Friend;\"two\nlines\"\n\
         Globex;Data engineer;ghosted;31.02.2026;;;\n\
         ;;;;;;\n\
         ;Nobody;Applied;01.11.2026;;;\n",
    );
    let [acme, globex] = all(&imported)[..] else {
        panic!("{:#?}", imported.report)
    };
    assert_eq!(acme.company, "Acme; Sons");
    assert_eq!(applied(acme), "2026-11-13");
    assert_eq!(notes(acme), ["two\nlines"]);
    assert_eq!(stage(&imported, globex), "No response");
    assert_eq!(
        remarks(&imported.report),
        [
            "Row 4, column “date_applied”: “31.02.2026” is in no calendar; it comes in without that day",
            "Row 4: no day is known; it counts from today",
            "Row 6, column “Company”: it names no company",
        ]
    );
    assert_eq!((imported.report.new, imported.report.left_out), (2, 1));
}

#[test]
fn a_day_for_the_next_step_moves_the_check_in_and_words_are_kept() {
    let imported = imported(
        "Company,Position,Date Applied,Follow-up date\n\
         Acme,Backend engineer,2026-11-02,2026-12-01\n\
         Globex,Data engineer,2026-11-02,send references\n",
    );
    let [acme, globex] = all(&imported)[..] else {
        panic!()
    };
    let day = crate::time::When::Day(parse_day("2026-12-01").unwrap());
    assert!(
        acme.history
            .iter()
            .any(|entry| entry.event == Event::Pinned { until: Some(day) })
    );
    assert_eq!(notes(globex), ["Follow-up date: send references"]);
}

#[test]
fn a_contact_comes_along() {
    let imported = imported(
        "Company,Position,Date Applied,Contact,Contact Email\nAcme,Engineer,2026-11-02,Dana Wu,dana@acme.example\n",
    );
    let contact = &only(&imported).contacts[0];
    assert_eq!(
        (contact.name.as_str(), contact.email.as_str()),
        ("Dana Wu", "dana@acme.example")
    );
}

#[test]
fn columns_are_mapped_by_hand() {
    let table = table("Firma,Stelle,Am,Stand,Zufall\nAcme,Technikerin,2026-11-02,Absage,7\n");
    let mut mapping = Mapping::guessed(&table);
    assert!(matches!(
        mapping.check(&table),
        Err(CsvError::NoCompany { columns }) if columns == "Firma, Stelle, Am, Stand, Zufall"
    ));
    for (column, field) in [
        ("firma", Field::Company),
        ("Stelle", Field::Position),
        ("Am", Field::Applied),
        ("Stand", Field::Stage),
        ("Zufall", Field::Skip),
    ] {
        mapping.set(table.column(column).unwrap(), field);
    }
    let rejected = Standing::Ended(crate::model::Outcome::Rejected);
    mapping.stages.insert("Absage".to_owned(), rejected.clone());
    assert_eq!(
        mapping.stage_words(&table, &Stage::standard()),
        [("Absage".to_owned(), 1, Some(rejected))]
    );
    let imported = import(&table, &mapping, &JobSearch::default(), &clock(), |_| true).unwrap();
    let acme = only(&imported);
    assert_eq!(
        (acme.position.as_str(), applied(acme).as_str()),
        ("Technikerin", "2026-11-02")
    );
    assert_eq!(stage(&imported, acme), "Rejected");
    assert!(notes(acme).is_empty());
}

#[test]
fn formulas_and_markup_are_text() {
    let imported = imported(
        "Company,Position,Date Applied,Notes\n\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",<b>Engineer</b>,2026-11-02,'+1\n",
    );
    let application = only(&imported);
    assert_eq!(application.company, "=HYPERLINK(\"http://x\",\"y\")");
    assert_eq!(application.position, "<b>Engineer</b>");
    assert_eq!(
        notes(application),
        ["+1"],
        "the mark of our own export is taken off"
    );
}
