use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};

use super::*;

const TEXT: &str = "Company,Position,Notes\r\nCafé Zürich,Köchin für Brüssel,“naïve” – déjà vu\r\nMüller,Bäcker,Größe\r\n";

fn read(bytes: &[u8]) -> Imported {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.csv");
    std::fs::write(&path, bytes).unwrap();
    let table = look_at(Source::File(path)).unwrap();
    import(
        &table,
        &Mapping::guessed(&table),
        &JobSearch::default(),
        &clock(),
        |_| true,
    )
    .unwrap()
}

fn sixteen(text: &str, encoding: &'static Encoding, mark: bool) -> Vec<u8> {
    let text = format!("{}{text}", if mark { "\u{feff}" } else { "" });
    let units = text.encode_utf16();
    if encoding == UTF_16LE {
        units.flat_map(u16::to_le_bytes).collect()
    } else {
        units.flat_map(u16::to_be_bytes).collect()
    }
}

#[test]
fn a_table_is_read_whatever_its_encoding() {
    let files = [
        TEXT.as_bytes().to_vec(),
        format!("\u{feff}{TEXT}").into_bytes(),
        sixteen(TEXT, UTF_16LE, true),
        sixteen(TEXT, UTF_16BE, true),
        sixteen(TEXT, UTF_16LE, false),
        sixteen(TEXT, UTF_16BE, false),
        WINDOWS_1252.encode(TEXT).0.into_owned(),
    ];
    for (place, bytes) in files.iter().enumerate() {
        let imported = read(bytes);
        let [cafe, mueller] = all(&imported)[..] else {
            panic!("{place}")
        };
        assert_eq!(
            (
                cafe.company.as_str(),
                cafe.position.as_str(),
                notes(cafe)[0]
            ),
            ("Café Zürich", "Köchin für Brüssel", "“naïve” – déjà vu"),
            "{place}"
        );
        assert_eq!(mueller.company, "Müller");
    }
}

#[test]
fn other_alphabets_of_before_unicode_are_told_apart() {
    let text = "Company,Position\nŁódzka Spółka Żeglugowa,Inżynier oprogramowania\nKraków Ćwiczenia,Księgowość źródłowa\n";
    let imported = read(&WINDOWS_1250.encode(text).0);
    assert_eq!(all(&imported)[0].company, "Łódzka Spółka Żeglugowa");
}

#[test]
fn cells_are_parted_as_spreadsheets_do() {
    for (text, parted) in [
        ("Company,Position\nAcme,Engineer\n", "commas"),
        ("Company;Position\nAcme;Engineer\n", "semicolons"),
        ("Company\tPosition\nAcme\tEngineer\n", "tabs"),
        ("Company|Position\nAcme|Engineer\n", "bars"),
        ("sep=;\nCompany;Position\nAcme;Engineer\n", "semicolons"),
        (
            "Company;Position;\"a, b, c\"\nAcme;Engineer;x\n",
            "semicolons",
        ),
        ("Firma;Stelle\nAcme, Sons, Co;Techniker\n", "semicolons"),
    ] {
        assert!(
            table(text).written_as().ends_with(parted),
            "{text}: {}",
            table(text).written_as()
        );
    }
}
