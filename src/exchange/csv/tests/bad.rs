//! Files that are no tables, or bad ones: a sentence each, and no panic.

use super::*;
use proptest::prelude::*;

fn complaint(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.csv");
    std::fs::write(&path, bytes).unwrap();
    let search = JobSearch::default();
    let done = look_at(Source::File(path)).and_then(|table| {
        import(&table, &Mapping::guessed(&table), &search, &clock(), |_| {
            true
        })
    });
    done.unwrap_err().to_string()
}

#[test]
fn what_is_no_table_is_called_what_it_is() {
    for (bytes, words) in [
        (&b""[..], "it is empty"),
        (b"\r\n \n", "it is empty"),
        (b"Company,Position\n", "no rows"),
        (b"PK\x03\x04\x14\0\0\0", "zip file or a workbook"),
        (b"PK\x03\x04\x14\0\x01\0", "zip file with a password"),
        (b"%PDF-1.7", "a PDF"),
        (b"<!DOCTYPE html><table>", "a web page"),
        (b"{\"application\":\"acme\"}", ".jsonl"),
        (b"\x7fELF\0\0\0\x01\x02\0\x03\x04\x05", "no text at all"),
        (b"Firma,Stelle\nAcme,x\n", "no column names the company"),
    ] {
        let complaint = complaint(bytes);
        assert!(complaint.contains(words), "{complaint}");
    }
}

#[test]
fn what_is_not_a_file_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let gone = look_at(Source::File(folder.path().join("gone.csv"))).unwrap_err();
    assert_eq!(gone.to_string(), "it cannot be read: it is not there");
    let error = look_at(Source::File(folder.path().to_owned())).unwrap_err();
    assert_eq!(error.to_string(), "it cannot be read: it is not a file");
}

#[test]
fn a_quotation_mark_that_stays_open_is_named_by_its_row() {
    let open = "Company,Position\nAcme,Engineer\n\"Globex,Engineer\nInitech,Analyst\n";
    assert_eq!(
        complaint(open.as_bytes()),
        "a quotation mark is opened in row 3 and not closed again"
    );
    let inches = imported("Company,Position\nAcme,24\" screens\n");
    assert_eq!(only(&inches).position, "24\" screens");
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let text = "Company,Position,Notes\n\nAcme,Engineer,\"a\nb\nc\"\n\n,Engineer,\n\"Globex\",x,\"\n\"\n,x,\n";
    let rows: Vec<_> = imported(text)
        .report
        .remarks
        .iter()
        .filter(|r| r.left_out)
        .map(|r| r.row)
        .collect();
    assert_eq!(rows, [5, 7]);
}

#[test]
fn half_a_file_is_taken_as_far_as_its_rows_are_whole() {
    let cut = imported("Company,Position\nAcme,Engineer\nGlobex,Eng");
    assert_eq!(cut.report.new, 2);
    let mut bytes = "Company,Position\nAcme,Engineer\nCafé".as_bytes().to_vec();
    bytes.pop();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.csv");
    std::fs::write(&path, bytes).unwrap();
    assert!(look_at(Source::File(path)).is_ok());
}

#[test]
fn a_row_with_more_cells_than_columns_does_not_come_in() {
    let imported = imported("Company,Position\nAcme,Engineer,\nGlobex, Inc,Engineer\n");
    assert_eq!(imported.report.new, 1);
    assert_eq!(
        remarks(&imported.report).last().unwrap(),
        "Row 3: it has 3 cells and the header 2, so that “Engineer” belongs to no column; is a quotation mark missing?"
    );
}

#[test]
fn days_that_can_be_read_both_ways_are_asked_about() {
    let text = "Company,Position,Date Applied\nAcme,x,03/04/2026\nGlobex,x,05/06/2026\n";
    let error = try_into(&JobSearch::default(), text).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the days in column “Date Applied” can be read day first or month first, such as “03/04/2026” in row 2; say which it is"
    );
    let table = table(text);
    for (order, day) in [
        (DateOrder::DayFirst, "2026-04-03"),
        (DateOrder::MonthFirst, "2026-03-04"),
    ] {
        let mut mapping = Mapping::guessed(&table);
        mapping.order = Some(order);
        let imported = import(&table, &mapping, &JobSearch::default(), &clock(), |_| true).unwrap();
        assert_eq!(applied(all(&imported)[0]), day);
    }
}

#[test]
fn one_day_that_fits_one_way_decides_for_its_column() {
    let imported =
        imported("Company,Position,Date Applied\nAcme,x,03/04/2026\nGlobex,x,05/13/2026\n");
    assert_eq!(applied(all(&imported)[0]), "2026-03-04");
}

#[test]
fn a_column_of_both_ways_is_named_with_its_rows() {
    let text = "Company,Position,Date Applied\nAcme,x,13/04/2026\nGlobex,x,05/13/2026\nInitech,x,01/02/2026\n";
    let error = try_into(&JobSearch::default(), text)
        .unwrap_err()
        .to_string();
    for part in [
        "“Date Applied”",
        "“13/04/2026” in row 2",
        "“05/13/2026” in row 3",
    ] {
        assert!(error.contains(part), "{error}");
    }
    let table = table(text);
    let mut mapping = Mapping::guessed(&table);
    mapping.order = Some(DateOrder::DayFirst);
    let imported = import(&table, &mapping, &JobSearch::default(), &clock(), |_| true).unwrap();
    let days: Vec<_> = all(&imported).into_iter().map(applied).collect();
    assert_eq!(days, ["2026-04-13", "2026-05-13", "2026-02-01"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), rows in "[a-c,;\"\n\t=0-9/]{0,200}") {
        let _ = try_into(&JobSearch::default(), &text);
        let _ = try_into(&JobSearch::default(), &format!("Company,Position,Status,Date Applied,Next,Notes\n{rows}"));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.csv");
        std::fs::write(&path, bytes).unwrap();
        if let Ok(table) = look_at(Source::File(path)) {
            let mut mapping = Mapping::guessed(&table);
            mapping.set(0, Field::Company);
            let _ = import(&table, &mapping, &JobSearch::default(), &clock(), |_| true);
        }
    }
}
