use super::*;

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    ymd(2026, 11, 23)
}

fn day(cell: &str) -> Result<NaiveDate, NoDay> {
    read(cell, None, today()).map(|found| found.day)
}

#[test]
fn a_day_is_read_however_it_is_written() {
    for cell in [
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "20.11.2026",
        "20/11/2026",
        "11/20/2026",
        "11/20/26, 8:15 AM",
        "20-11-26",
        "Nov 20, 2026",
        "20 Nov 2026",
        "20-Nov-26",
        "November 20th, 2026",
        "Friday, 20 November 2026",
        "Fri Nov 20 2026 00:00:00 GMT+0100",
        "2026-11-20T08:15:00.000Z",
        "2026-11-20 08:15",
        "2026-11-20T08:15:00+01:00",
        "20261120",
        "46346",
        "the 20th of November 2026",
        "20. Nov. 2026",
        "2026 Nov 20",
        "11/20/2026\u{202f}8:15",
    ] {
        assert_eq!(day(cell), Ok(ymd(2026, 11, 20)), "{cell}");
    }
}

#[test]
fn what_is_no_day_says_why() {
    for cell in [
        "31/02/2026",
        "2026-02-30",
        "30 Feb 2026",
        "40/40/2026",
        "1/1/0024",
    ] {
        assert_eq!(day(cell), Err(NoDay::Impossible), "{cell}");
    }
    for cell in [
        "soon",
        "N/A",
        "",
        "Q4 2026",
        "12",
        "2026",
        "Nov 2026",
        "call 3 times",
        "1.2.3.4.5",
        "99999999999",
    ] {
        assert_eq!(day(cell), Err(NoDay::Other), "{cell}");
    }
    assert_eq!(day("03/04/2026"), Err(NoDay::TwoWays));
}

#[test]
fn two_numbers_are_read_as_the_column_is() {
    let read = |order| read("03/04/2026", Some(order), today()).map(|found| found.day);
    assert_eq!(read(DateOrder::DayFirst), Ok(ymd(2026, 4, 3)));
    assert_eq!(read(DateOrder::MonthFirst), Ok(ymd(2026, 3, 4)));
    assert_eq!(day("05/05/2026"), Ok(ymd(2026, 5, 5)));
}

#[test]
fn a_day_without_its_year_is_the_newest_that_is_not_ahead() {
    let found = read("20 Nov", None, today()).unwrap();
    assert_eq!(
        (found.day, found.year_is_guessed),
        (ymd(2026, 11, 20), true)
    );
    assert_eq!(day("Dec 24"), Ok(ymd(2025, 12, 24)));
    assert_eq!(day("29 Feb"), Ok(ymd(2024, 2, 29)));
}

fn evidence(cells: &[&str]) -> Evidence {
    let mut evidence = Evidence::default();
    for (row, cell) in (2..).zip(cells) {
        evidence.see(row, cell);
    }
    evidence
}

#[test]
fn a_column_tells_its_order_by_the_days_that_fit_one_way_only() {
    let day_first = evidence(&["03/04/2026", "13/04/2026", "05/05/2026"]);
    assert_eq!(day_first.order(), Some(DateOrder::DayFirst));
    let month_first = evidence(&["03/04/2026", "04/13/2026"]);
    assert_eq!(month_first.order(), Some(DateOrder::MonthFirst));
    let open = evidence(&["03/04/2026", "05/05/2026", "31/02/2026"]);
    assert!(open.is_open());
    let mixed = evidence(&["03/04/2026", "13/04/2026", "04/13/2026"]);
    assert!(mixed.is_open());
    assert!(!evidence(&["13/04/2026", "04/13/2026"]).is_open());
    assert!(!evidence(&["2026-03-04", "4 Mar 2026"]).is_open());
}

#[test]
fn full_stops_part_days_from_months_not_months_from_days() {
    assert_eq!(
        evidence(&["03.04.2026", "05.06.2026"]).order(),
        Some(DateOrder::DayFirst)
    );
    assert!(evidence(&["03.04.2026", "05/06/2026"]).is_open());
    assert!(evidence(&["05/06/2026", "03.04.2026"]).is_open());
    assert_eq!(
        evidence(&["03.04.2026", "05.16.2026"]).order(),
        Some(DateOrder::MonthFirst)
    );
}
