use super::*;

#[test]
fn one_cell_of_a_hundred_megabytes_is_refused_early() {
    struct Endless;
    impl std::io::Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            buffer.fill(b'x');
            Ok(buffer.len())
        }
    }
    let text = std::io::Read::chain(&b"Company,Position\nAcme,\""[..], Endless);
    let mut rows = rows::Rows::of(text, b',');
    assert!(rows.next().unwrap().is_some());
    assert!(matches!(rows.next(), Err(CsvError::LongRow { row: 2, .. })));
}

#[test]
fn ten_thousand_columns_are_refused() {
    let wide = format!("Company,Position\n{}\n", "x,".repeat(10_000));
    assert!(matches!(
        look_at(pasted(&wide)),
        Err(CsvError::WideRow { row: 2, .. })
    ));
}

#[test]
fn thousands_of_rows_alike_take_no_longer_than_others() {
    let mut text = "Company,Position,URL\n".to_owned();
    for number in 0..5_000 {
        text.push_str(&format!("Acme,Engineer,https://acme.example/{number}\n"));
    }
    let first = imported(&text);
    assert_eq!(first.report.new, 5_000);
    assert_eq!(into(&first.search, &text).report.same, 5_000);
}

#[test]
fn it_stops_when_nobody_wants_it_any_more() {
    let table = table("Company,Position\nAcme,Engineer\n");
    let stopped = import(
        &table,
        &Mapping::guessed(&table),
        &JobSearch::default(),
        &clock(),
        |_| false,
    );
    assert_eq!(stopped.unwrap_err(), CsvError::Stopped);
}
