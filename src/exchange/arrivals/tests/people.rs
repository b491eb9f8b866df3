use super::*;
use crate::exchange::csv::look_at;

const CONNECTIONS: &str = "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n\
    First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
    Dana,Wu,https://www.linkedin.com/in/dana,dana@acme.example,\"Acme, Inc.\",Head of Engineering,05 Mar 2024\n\
    Ann,Ito,https://www.linkedin.com/in/ann,other@x.example,Globex,Analyst,05 Mar 2024\n\
    ,,https://www.linkedin.com/in/nobody,,Globex,,05 Mar 2024\n\
    Luis,Prado,https://www.linkedin.com/in/luis,,Initech,Boss,05 Mar 2024\n";

fn placed(mut arrivals: Arrivals, search: &JobSearch) -> Arrivals {
    arrivals.place(search, &clock());
    arrivals
}

fn connections() -> Arrivals {
    let table = look_at(text(CONNECTIONS)).unwrap();
    assert!(table.is_of_people());
    Arrivals::of_connections(&table).unwrap()
}

fn people(vcards: &str) -> Vec<Person> {
    let arrivals = Arrivals::of_people(&text(vcards)).unwrap();
    let people = arrivals.items.into_iter().map(|item| match item.what {
        What::Person(person) => person,
        other => panic!("{other:?}"),
    });
    people.collect()
}

#[test]
fn linkedins_connections_become_contacts_at_companies_of_the_search() {
    let search = search();
    let arrivals = placed(connections(), &search);
    assert_eq!(arrivals.left_out[0].sentence(), "Line 7: it names nobody");
    let taken = arrivals.take_in(&search, &clock());
    assert_eq!(counts(&taken), (1, 1, 0, 2));
    assert_eq!(
        taken.fates.last().unwrap().words(),
        "left out: no application of yours is at their company"
    );
    let acme = taken.search.find("a").unwrap();
    assert_eq!(acme.contacts[0].role, "Head of Engineering");
    let ann = &taken.search.find("b").unwrap().contacts[0];
    assert_eq!(ann.email, "ann@globex.example", "what is known stays");
    assert_eq!(ann.linkedin, "https://www.linkedin.com/in/ann");
    let again = arrivals.take_in(&taken.search, &clock());
    assert_eq!(counts(&again), (0, 0, 2, 2));
    assert_eq!(again.search, taken.search, "the same people again");
}

#[test]
fn whoever_fits_nowhere_goes_where_the_user_says() {
    let search = search();
    let mut arrivals = placed(connections(), &search);
    let globex = search.find("b").unwrap();
    arrivals.items.last_mut().unwrap().send_to(globex, &search);
    let taken = arrivals.take_in(&search, &clock());
    let luis = taken
        .search
        .find("b")
        .unwrap()
        .contact("Luis Prado")
        .cloned();
    assert_eq!(luis.unwrap().role, "Boss");
}

#[test]
fn address_books_of_every_version_are_read() {
    let people = people(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Wu;Dana;;;\r\nFN:Dana Wu\r\nORG:Acme;Research\r\nTITLE:Head\r\nEMAIL;TYPE=work:dana@acme.example\r\nTEL:+49 30 1\r\nEND:VCARD\r\n\
        begin:vcard\r\nVERSION:4.0\r\nFN:Łukasz Żak\r\nORG:Globex\r\nURL:https://www.linkedin.com/in/lukasz\r\nTEL;VALUE=uri:tel:+48-1\r\nend:vcard\r\n\r\n\
        BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Prado;Lu=C3=ADs\r\nEND:VCARD\r\n",
    );
    assert_eq!(
        people[0],
        Person {
            name: "Dana Wu".to_owned(),
            company: "Acme".to_owned(),
            role: "Head".to_owned(),
            email: "dana@acme.example".to_owned(),
            phone: "+49 30 1".to_owned(),
            linkedin: String::new(),
        }
    );
    assert_eq!(
        (people[1].name.as_str(), people[1].phone.as_str()),
        ("Łukasz Żak", "+48-1")
    );
    assert_eq!(people[1].linkedin, "https://www.linkedin.com/in/lukasz");
    assert_eq!(people[2].name, "Luís Prado");
}

#[test]
fn a_card_that_is_broken_is_named_by_its_line_and_the_others_come_in() {
    let book = "BEGIN:VCARD\nVERSION:3.0\nFN:Dana Wu\nEND:VCARD\nBEGIN:VCARD\nORG:Acme\nEND:VCARD\nBEGIN:VCARD\nFN:Lu";
    let arrivals = Arrivals::of_people(&text(book)).unwrap();
    assert_eq!(arrivals.items.len(), 1);
    let told: Vec<_> = arrivals.left_out.iter().map(LeftOut::sentence).collect();
    assert_eq!(
        told,
        [
            "Line 5: the card has no name",
            "Line 8: the card does not end; the file seems to break off"
        ]
    );
}

#[test]
fn what_is_no_address_book_is_said() {
    for (book, words) in [
        ("", "there is nothing in it"),
        (
            "Dear Dana,\nthank you",
            "line 1 is not what an address book (vCard) has there: “Dear Dana,”",
        ),
        (
            "%PDF-1.7",
            "it is a PDF, in which neither people nor meetings are found",
        ),
        ("PK\u{3}\u{4}....\u{1}", "a zip file"),
    ] {
        let error = Arrivals::of_people(&text(book)).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn an_address_book_in_utf_16_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.vcf");
    let book = "\u{feff}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë\r\nEND:VCARD\r\n";
    let bytes: Vec<u8> = book.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(&path, bytes).unwrap();
    let arrivals = Arrivals::of_people(&Source::File(path)).unwrap();
    assert_eq!(arrivals.name, "people.vcf");
    assert!(matches!(&arrivals.items[0].what, What::Person(person) if person.name == "Zoë"));
}
