//! How somebody is addressed: as they want to be, else as far as a name alone can tell.

use crate::model::Application;

/// The form in which a letter calls somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// By the given name.
    Given(String),
    /// By title and family name.
    Titled(String),
    /// By the whole name, where a given name cannot be told.
    Whole(String),
}

impl Called {
    /// The words themselves.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Given(name) | Self::Titled(name) | Self::Whole(name) => name,
        }
    }
}

const TITLES: [&str; 9] = [
    "dr",
    "prof",
    "professor",
    "doctor",
    "mr",
    "mrs",
    "ms",
    "mx",
    "miss",
];

/// Words of names that are a department's, not a person's.
const NOT_A_PERSON: [&str; 9] = [
    "team",
    "department",
    "hr",
    "recruiting",
    "recruitment",
    "hiring",
    "office",
    "talent",
    "committee",
];

/// How a letter calls the person of that name; nothing where the name is empty or an address.
pub fn called(name: &str) -> Option<Called> {
    let plain = without_asides(name);
    if plain.is_empty() || plain.contains('@') {
        return None;
    }
    let words = in_order(&plain);
    let (first, rest) = words.split_first()?;
    if is_title(first) {
        return Some(titled(&words, &plain));
    }
    if words
        .iter()
        .any(|word| NOT_A_PERSON.contains(&word.to_lowercase().as_str()))
        || !tells_given_name(first, rest)
    {
        return Some(Called::Whole(plain));
    }
    Some(Called::Given((*first).to_owned()))
}

/// The name without what stands in brackets, such as pronouns, and without letters after it.
fn without_asides(name: &str) -> String {
    let mut depth = 0_usize;
    let outside: String = name
        .chars()
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    outside.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the name with the given name first: “Wu, Dana” is Dana Wu, “Dana Wu, PhD” as well.
fn in_order(name: &str) -> Vec<&str> {
    let Some((before, after)) = name.split_once(',') else {
        return name.split_whitespace().collect();
    };
    let letters_after = after.chars().filter(|c| c.is_uppercase()).count() > 1;
    if letters_after || after.trim().is_empty() {
        before.split_whitespace().collect()
    } else {
        after
            .split_whitespace()
            .chain(before.split_whitespace())
            .collect()
    }
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// “Dr. Dana Wu” is called “Dr. Wu”, “Ms. Ann van Dyk” “Ms. van Dyk”.
fn titled(words: &[&str], plain: &str) -> Called {
    let titles: Vec<&str> = words
        .iter()
        .copied()
        .take_while(|word| is_title(word))
        .collect();
    let names = words.get(titles.len()..).unwrap_or_default();
    let Some(last) = names.len().checked_sub(1) else {
        return Called::Whole(plain.to_owned());
    };
    let is_particle = |word: &&&str| word.chars().next().is_some_and(char::is_lowercase);
    let before = names.get(..last).unwrap_or_default();
    let particles = before.iter().rev().take_while(is_particle).count();
    let family = names.get(last - particles..).unwrap_or_default();
    Called::Titled(format!("{} {}", titles.join(" "), family.join(" ")))
}

/// Whether the first word is a given name: not an initial, not a particle (“van der Berg”), not a
/// family name in capitals before the given one, not in a script that writes the family first.
fn tells_given_name(first: &str, rest: &[&str]) -> bool {
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = |word: &str| word.chars().count() > 1 && word.chars().all(|c| !c.is_lowercase());
    let small = first.chars().next().is_some_and(char::is_lowercase);
    let family_in_capitals = shouted(first) && rest.iter().any(|word| !shouted(word));
    let family_first = family_in_capitals || first.chars().any(writes_family_first);
    letters > 1 && !(small || family_first || first.contains('.'))
}

fn writes_family_first(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What a letter calls the person of that name: as they want to be called, else as the name tells.
pub(super) fn name_for(app: &Application, name: &str) -> Option<String> {
    let wanted = app.contact(name).map(|contact| contact.called.trim());
    match wanted {
        Some(wanted) if !wanted.is_empty() => Some(wanted.to_owned()),
        _ => called(name).map(|called| called.as_str().to_owned()),
    }
}

/// The line a letter to `name` begins with.
pub fn greeting(app: &Application, name: Option<&str>) -> String {
    match name.and_then(|name| name_for(app, name)) {
        Some(called) => format!("Dear {called},"),
        None => "Dear hiring team,".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::When;

    #[test]
    fn a_letter_calls_people_as_they_would_be_called() {
        let day = crate::time::parse_day("2026-11-02").unwrap();
        let app = Application::new(String::new(), String::new(), String::new(), When::Day(day));
        for (name, line) in [
            ("Dana Wu", "Dear Dana,"),
            ("Dana", "Dear Dana,"),
            ("  Dana   Wu ", "Dear Dana,"),
            ("Jean-Luc Picard", "Dear Jean-Luc,"),
            ("Dana Wu (she/her)", "Dear Dana,"),
            ("Wu, Dana", "Dear Dana,"),
            ("Dana Wu, PhD", "Dear Dana,"),
            ("Łukasz Żak", "Dear Łukasz,"),
            ("Анна Иванова", "Dear Анна,"),
            ("Dr. Dana Wu", "Dear Dr. Wu,"),
            ("Ms Wu", "Dear Ms Wu,"),
            ("Prof. Dr. Jane van Dyk", "Dear Prof. Dr. van Dyk,"),
            ("J. Smith", "Dear J. Smith,"),
            ("J.R. Smith", "Dear J.R. Smith,"),
            ("NGUYEN Van An", "Dear NGUYEN Van An,"),
            ("van der Berg", "Dear van der Berg,"),
            ("王小明", "Dear 王小明,"),
            ("김 민수", "Dear 김 민수,"),
            ("Acme Recruiting Team", "Dear Acme Recruiting Team,"),
            ("jobs@acme.example", "Dear hiring team,"),
            ("", "Dear hiring team,"),
        ] {
            assert_eq!(greeting(&app, Some(name)), line, "{name}");
        }
        assert_eq!(greeting(&app, None), "Dear hiring team,");
    }
}
