use super::{Found, LeftOut, Person, What};
use crate::exchange::csv::{CsvError, Table};

/// The people of LinkedIn's `Connections.csv`.
pub(super) fn read(table: &Table) -> Result<Found, CsvError> {
    let places = [
        "First Name",
        "Last Name",
        "Company",
        "Position",
        "Email Address",
        "URL",
    ]
    .map(|name| table.column(name));
    let mut found = Found::default();
    table.each_row(|row, cells| {
        let row = usize::try_from(row).unwrap_or(usize::MAX);
        let cell = |place: Option<usize>| {
            let cell = place.and_then(|place| cells.get(place));
            cell.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
                .unwrap_or_default()
        };
        let [first, last, company, role, email, linkedin] = places.map(cell);
        let name = format!("{first} {last}").trim().to_owned();
        if name.is_empty() {
            found.left_out.push(LeftOut {
                line: row,
                what: String::new(),
                why: "it names nobody".to_owned(),
            });
        } else {
            let person = Person {
                name,
                company,
                role,
                email,
                phone: String::new(),
                linkedin,
            };
            found.items.push((row, What::Person(person)));
        }
        Ok(())
    })?;
    Ok(found)
}
