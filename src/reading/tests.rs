//! What every reply must bear, whatever it is made of.

use proptest::prelude::*;

use super::*;

fn read_it(text: &str) -> Reading {
    let today = "2026-11-23".parse().unwrap();
    read(text, Written { on: None, today }, &Policy::default())
}

#[test]
fn a_reply_is_read_as_the_public_format_shows_it() {
    let reading =
        read_it("Dear Mina,\n\nWe will get back to you by the end\nof next week.\n\nBest,\nDana");
    assert_eq!(reading.kind.kind, ReplyKind::Update);
    assert_eq!(reading.day.as_ref().unwrap().day.to_string(), "2026-12-04");
    assert_eq!(reading.words(), ["by the end of next week"]);
    assert!(reading.is_sure());
}

#[test]
fn the_day_it_was_written_is_the_users_word_then_the_mails_then_today() {
    let mail = "Date: Tue, 1 Dec 2026 10:00:00 +0100\n\nYou will hear from us tomorrow.\n";
    let day = |on: Option<&str>| {
        let written = Written {
            on: on.map(|day| day.parse().unwrap()),
            today: "2026-12-20".parse().unwrap(),
        };
        read(mail, written, &Policy::default())
            .day
            .unwrap()
            .day
            .to_string()
    };
    assert_eq!(day(None), "2026-12-02");
    assert_eq!(day(Some("2026-12-10")), "2026-12-11");
    assert_eq!(
        read_it("You will hear from us tomorrow.")
            .day
            .unwrap()
            .day
            .to_string(),
        "2026-11-24"
    );
}

#[test]
fn working_days_are_the_users() {
    let mut policy = Policy::default();
    policy.days_off.push(crate::model::DayOff {
        day: "2026-12-04".parse().unwrap(),
        name: String::new(),
    });
    let written = Written {
        on: None,
        today: "2026-11-23".parse().unwrap(),
    };
    let reading = read(
        "You will hear from us by the end of next week.",
        written,
        &policy,
    );
    assert_eq!(reading.day.unwrap().day.to_string(), "2026-12-03");
}

#[test]
fn another_language_is_not_guessed_at() {
    let reading =
        read_it("Liebe Mina, leider haben wir uns für andere entschieden. Bis Friday 4 December.");
    assert_eq!((reading.kind, reading.day), (KindRead::unknown(), None));
}

#[test]
fn nothing_is_something_else_and_unsure() {
    for text in ["", " \n\t", "\u{202e}\u{0}", ">"] {
        let reading = read_it(text);
        assert_eq!(
            (reading.kind.kind, reading.is_sure()),
            (ReplyKind::Other, false),
            "{text:?}"
        );
    }
}

#[test]
fn much_is_read_in_little_time() {
    let one_line = "we will decide by Friday 4 December if not, ".repeat(2_300);
    let megabyte =
        "Unfortunately we are still interviewing; the 4th of May, 12/4. \n".repeat(16_000);
    let word = "x".repeat(1_000_000);
    let quotes = ">>> On Monday 4 May wrote:\n".repeat(40_000);
    let turned = "\u{202e}שלום בבקשה Friday ".repeat(50_000);
    let start = std::time::Instant::now();
    for text in [one_line, megabyte, word, quotes, turned] {
        assert!(read_it(&text).cut);
    }
    // Some tens of milliseconds each; a square of the length would take minutes.
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in any::<String>()) {
        let reading = read_it(&text);
        prop_assert!(reading.day.is_none_or(|day| day.day >= reading.written));
    }

    #[test]
    fn no_order_of_what_employers_write_breaks_it(parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)) {
        let text = parts.concat();
        let reading = read_it(&text);
        // Signs that nobody sees are read as spaces, and quoted so.
        let text = text.replace(['\u{202e}', '\0'], " ");
        let one_line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(day) = &reading.day {
            prop_assert!(day.day >= reading.written);
            prop_assert!(reading.cut || one_line.contains(&day.words), "{:?} in {}", day.words, one_line);
        }
        if reading.kind.kind == ReplyKind::Rejection {
            prop_assert!(reading.day.is_none());
        }
    }
}

const PARTS: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "> ",
    "From: ",
    "Dana",
    "On Monday ",
    " wrote:",
    "-- \n",
    "Best,\n",
    "by ",
    "before ",
    "Friday ",
    "the 4th ",
    "12/4 ",
    "99/99 ",
    "31 Feb 2027 ",
    "0000-00-00 ",
    "9999-12-31 ",
    "December ",
    "in 3 weeks ",
    "999 months ",
    "we decided ",
    "not to ",
    "offer you ",
    "move forward with other candidates ",
    "get back to you ",
    "’",
    "–",
    "é",
    "\u{202e}",
    "\u{0}",
    "end of ",
    "next week ",
    "month ",
    "however ",
    ". ",
    "; ",
    "if ",
    "400 days ",
    "Sent: ",
];
