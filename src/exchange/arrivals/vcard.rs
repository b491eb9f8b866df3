//! Address books (vCard). A file is parted into its cards here, so that each has its line, and one
//! that is broken does not take the others with it; what a card says is read by a crate.

use calcard::vcard::{VCard, VCardEntry, VCardProperty, VCardValue};
use calcard::{Entry, Parser};

use super::{ArrivalError, Found, LeftOut, Person, What};

/// More than anybody knows.
const MOST: usize = 50_000;
const EXPECTED: &str = "an address book (vCard)";

/// The people of an address book, in any version of its format.
pub(super) fn read(text: &str) -> Result<Found, ArrivalError> {
    let mut found = Found::default();
    for (line, card) in cards(text)? {
        if found.items.len() >= MOST {
            return Err(ArrivalError::TooMany {
                limit: MOST,
                what: "people",
            });
        }
        let why = match card {
            Card::Half => "the card does not end; the file seems to break off",
            Card::Whole(card) => match Parser::new(card).entry() {
                Entry::VCard(card) => match person(&card) {
                    Some(person) => {
                        found.items.push((line, What::Person(person)));
                        continue;
                    }
                    None => "the card has no name",
                },
                _ => "the card cannot be read",
            },
        };
        found.left_out.push(LeftOut {
            line,
            what: String::new(),
            why: why.to_owned(),
        });
    }
    if found.items.is_empty() && found.left_out.is_empty() {
        return Err(ArrivalError::Nothing("nobody"));
    }
    Ok(found)
}

enum Card<'a> {
    Whole(&'a str),
    /// It begins and does not end.
    Half,
}

/// The cards of a text, each with the line where it begins.
fn cards(text: &str) -> Result<Vec<(usize, Card<'_>)>, ArrivalError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut cards = Vec::new();
    // The line and the place where the card begins that is open, and how many are open within it.
    let mut open: Option<(usize, usize, usize)> = None;
    let mut place = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let (start, word) = (place, line.trim());
        place += line.len();
        let is = |wanted: &str| word.eq_ignore_ascii_case(wanted);
        open = match open {
            None if is("BEGIN:VCARD") => Some((number, start, 0)),
            None if word.is_empty() => None,
            None => return Err(ArrivalError::strange(number, EXPECTED, word)),
            Some((begun, from, deep)) if is("BEGIN:VCARD") => Some((begun, from, deep + 1)),
            Some((begun, from, 0)) if is("END:VCARD") => {
                cards.push((
                    begun,
                    Card::Whole(text.get(from..place).unwrap_or_default()),
                ));
                None
            }
            Some((begun, from, deep)) if is("END:VCARD") => Some((begun, from, deep - 1)),
            open => open,
        };
    }
    cards.extend(open.map(|(begun, ..)| (begun, Card::Half)));
    Ok(cards)
}

/// Somebody who has a name; a card without one is a company's or a list's.
fn person(card: &VCard) -> Option<Person> {
    let text = |property: VCardProperty| {
        let mut entries = card.properties(&property);
        entries.find_map(first).filter(|text| !text.is_empty())
    };
    let name = text(VCardProperty::Fn).or_else(|| full_name(card))?;
    let pages = [VCardProperty::Url, VCardProperty::Socialprofile];
    let mut pages = pages
        .iter()
        .flat_map(|page| card.properties(page))
        .filter_map(first);
    let phone = text(VCardProperty::Tel).unwrap_or_default();
    Some(Person {
        name,
        company: text(VCardProperty::Org).unwrap_or_default(),
        role: text(VCardProperty::Title)
            .or_else(|| text(VCardProperty::Role))
            .unwrap_or_default(),
        email: text(VCardProperty::Email).unwrap_or_default(),
        phone: phone.trim_start_matches("tel:").to_owned(),
        linkedin: pages
            .find(|url| url.contains("linkedin.com"))
            .unwrap_or_default(),
    })
}

/// The first value of an entry, on one line.
fn first(entry: &VCardEntry) -> Option<String> {
    let text = match entry.values.first()? {
        VCardValue::Component(parts) => parts.first()?.as_str(),
        value => value.as_text()?,
    };
    Some(one_line(text))
}

fn one_line(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// “Dana Wu” of the parts of a name, which begin with the family's.
fn full_name(card: &VCard) -> Option<String> {
    let entry = card.property(&VCardProperty::N)?;
    let parts: Vec<&str> = entry
        .values
        .iter()
        .flat_map(|value| match value {
            VCardValue::Component(parts) => parts.iter().map(String::as_str).collect(),
            value => vec![value.as_text().unwrap_or_default()],
        })
        .collect();
    let [family, given] = [0, 1].map(|place| parts.get(place).copied().unwrap_or_default());
    let name = one_line(&format!("{given} {family}"));
    (!name.is_empty()).then_some(name)
}
